import type { RunSetupAnswer } from '../../extensions/contract/setup.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import { findStateObjectTypeId, stateObjectIdsOfThisProcess } from '../hubspot/state-object.ts';
import { readNewestSettings } from '../settings/settings-store.ts';
import { ensureDefinitions } from '../setup/checks/ensure-definitions.ts';
import { probeHubSpotScopes } from '../setup/checks/hubspot-scope-probes.ts';
import type { ScopedToken, ZoomAccountToCheck } from '../setup/checks/zoom-checks.ts';
import { runSetup } from '../setup/run-setup.ts';
import type { ZoomToken } from '../zoom/zoom-token.ts';
import { findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { noParameters, parseParameters } from './parameters.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

/** Checks all Zoom accounts and the HubSpot account, and creates in HubSpot what is missing of the app's own. */
export async function runSetupChecks({ vendors, parameters }: Call): Promise<RunSetupAnswer> {
  parseParameters(noParameters, parameters);
  const { hubspot } = vendors;
  // Somebody may have deleted the object since this process saw it.
  stateObjectIdsOfThisProcess.delete(hubspot.accountKey);
  const now = systemTime.now();
  return runSetup(
    {
      zoomAccounts: () => vendors.connections().map(({ name }) => openZoomAccount(vendors, name)),
      probeScopes: async () => probeHubSpotScopes(hubspot, await findObjectTypeId(hubspot)),
      ensureDefinitions: () => ensureDefinitions(hubspot, now),
      readIsSyncOn: () => readIsSyncOn(hubspot),
    },
    now,
  );
}

const toScopedToken = ({ scopes }: ZoomToken): ScopedToken => ({ scopes: scopes ?? null });

function openZoomAccount(vendors: Vendors, connection: string): ZoomAccountToCheck {
  const { source, tokens } = vendors.zoom(connection);
  return {
    connection,
    source,
    readToken: async () => toScopedToken(await tokens.readToken()),
    readFreshToken: async () => toScopedToken(await tokens.replaceToken(await tokens.readToken())),
  };
}

/** Null also where it cannot be found out; the checks say why. */
async function findObjectTypeId(hubspot: HubSpotApi): Promise<string | null> {
  try {
    return await findStateObjectTypeId(hubspot);
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return null;
  }
}

async function readIsSyncOn(hubspot: HubSpotApi): Promise<boolean> {
  const store = await findStateStore(hubspot);
  return store === null ? false : (await readNewestSettings(store)).settings.isSyncOn;
}
