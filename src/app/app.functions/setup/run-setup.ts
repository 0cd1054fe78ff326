import type { RunSetupAnswer, SetupCheck } from '../../extensions/contract/setup.ts';
import type { Instant } from '../domain/instant.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import {
  checkSyncSwitch,
  toDefinitionsCheck,
  toScopeCheck,
  toTokenCheck,
  type Definitions,
} from './checks/hubspot-checks.ts';
import type { ProbedScope } from './checks/hubspot-scope-probes.ts';
import { toFailedState, toSetupCheck } from './checks/setup-check.ts';
import { checkZoomAccount, type ZoomAccountToCheck } from './checks/zoom-checks.ts';

/** What a set-up looks at. Everything throws IntegrationError. */
export interface SetupSubjects {
  /** In the order of the secret. */
  readonly zoomAccounts: () => readonly ZoomAccountToCheck[];
  readonly probeScopes: () => Promise<readonly ProbedScope[]>;
  /** Creates what is missing and answers the names of that. Idempotent. */
  readonly ensureDefinitions: () => Promise<readonly string[]>;
  readonly readIsSyncOn: () => Promise<boolean>;
}

/**
 * Checks everything that the app needs, in an order in which it can be put right, and creates in HubSpot what can be
 * created. No check hides another one. May be repeated; when nothing is missing it writes nothing.
 */
export async function runSetup(subjects: SetupSubjects, now: Instant): Promise<RunSetupAnswer> {
  const [zoom, hubspot] = await Promise.all([checkZoom(subjects, now), checkHubSpot(subjects)]);
  const checks = [...zoom, ...hubspot];
  const isReady = checks.every(({ check, state }) => check === 'sync-switch' || state === 'ok' || state === 'fixed');
  return { ok: true, isReady, checks };
}

async function checkZoom({ zoomAccounts }: SetupSubjects, now: Instant): Promise<readonly SetupCheck[]> {
  let accounts: readonly ZoomAccountToCheck[];
  try {
    accounts = zoomAccounts();
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    const { failure } = error;
    return [toSetupCheck('zoom-connections', toFailedState(failure), { failure })];
  }
  const checks = await Promise.all(accounts.map((account) => checkZoomAccount(account, now)));
  return [toSetupCheck('zoom-connections', 'ok'), ...checks.flat()];
}

async function checkHubSpot(subjects: SetupSubjects): Promise<readonly SetupCheck[]> {
  const probed = await subjects.probeScopes();
  const definitions = await makeDefinitions(subjects);
  return [
    toTokenCheck(probed),
    toScopeCheck(probed, definitions),
    toDefinitionsCheck(definitions),
    await checkSyncSwitch(subjects.readIsSyncOn),
  ];
}

async function makeDefinitions({ ensureDefinitions }: SetupSubjects): Promise<Definitions> {
  try {
    return { kind: 'ready', createdNames: await ensureDefinitions() };
  } catch (error) {
    if (!isIntegrationError(error)) throw error;
    return { kind: 'failed', failure: error.failure };
  }
}
