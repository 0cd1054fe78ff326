import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { normaliseAddress } from '../domain/address.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import { createContactGateway } from '../hubspot/contact-gateway.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import { createAccount } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId, syncPersonParameters } from './parameters.ts';
import { createSyncParts } from './sync-parts.ts';

/** One step of the sync of one person of a webinar: everything is read, and only that person is written. */
export async function syncPerson({ vendors, parameters, callId }: Call): Promise<SyncWebinarAnswer> {
  const { webinarId, connection, runId, address, contactId } = parseParameters(syncPersonParameters, parameters);
  const zoom = vendors.zoom(connection);
  const parts = createSyncParts(vendors, zoom, callId);
  const onlyAddress = normaliseAddress(address ?? (await readAddress(vendors.hubspot, contactId ?? '')));
  return runSyncStep(
    {
      ...parts,
      isDryRun: false,
      account: createAccount(vendors.hubspot, zoom.connection.accountId, parts.now),
    },
    {
      webinarId: parseWebinarId(webinarId),
      trigger: 'person',
      onlyAddress,
      ...(runId === undefined ? {} : { runId }),
    },
  );
}

async function readAddress(hubspot: HubSpotApi, contactId: string): Promise<string> {
  const [contact] = await createContactGateway(hubspot).readById([contactId], []);
  const call = { system: 'hubspot', operation: 'read contacts by id' } as const;
  if (contact === undefined) {
    throw new IntegrationError(toFailure(call, 'not-found', { cause: 'contact-not-found', contactId }));
  }
  if (contact.email === null) {
    throw new IntegrationError(toFailure(call, 'rejected', { cause: 'contact-without-address', contactId }));
  }
  return contact.email;
}
