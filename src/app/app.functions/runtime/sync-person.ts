import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { normaliseAddress } from '../domain/address.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import { createAccount } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId, syncPersonParameters } from './parameters.ts';
import { readContact, requireAddress } from './read-contact.ts';
import { createSyncParts } from './sync-parts.ts';

/** One step of the sync of one person of a webinar: everything is read, and only that person is written. */
export async function syncPerson({ vendors, parameters, callId }: Call): Promise<SyncWebinarAnswer> {
  const { webinarId, connection, runId, address, contactId } = parseParameters(syncPersonParameters, parameters);
  const zoom = vendors.zoom(connection);
  const parts = createSyncParts(vendors, zoom, callId);
  const onlyAddress = normaliseAddress(
    address ?? requireAddress(await readContact(vendors.hubspot, contactId ?? '', [])),
  );
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
