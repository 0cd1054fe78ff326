import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { createOverlayStateStore } from '../hubspot/overlay-state-store.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import { createAccount, createDryAccount, findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId, syncWebinarParameters } from './parameters.ts';
import { createSyncParts } from './sync-parts.ts';

/** One step of one webinar's sync. */
export async function syncWebinar({ vendors, parameters, callId }: Call): Promise<SyncWebinarAnswer> {
  const {
    webinarId,
    connection,
    runId,
    dryRun: isDryRun = false,
    resume,
    trigger = 'manual',
  } = parseParameters(syncWebinarParameters, parameters);
  const request = { webinarId: parseWebinarId(webinarId), trigger, ...(runId === undefined ? {} : { runId }) };
  const zoom = vendors.zoom(connection);
  const parts = { ...createSyncParts(vendors, zoom, callId), isDryRun };
  const { accountId } = zoom.connection;
  if (!isDryRun) {
    return runSyncStep({ ...parts, account: createAccount(vendors.hubspot, accountId, parts.now) }, request);
  }

  const overlay = createOverlayStateStore(await findStateStore(vendors.hubspot), resume);
  const account = createDryAccount(vendors.hubspot, overlay, accountId);
  const answer = await runSyncStep({ ...parts, account }, request);
  return answer.done ? answer : { ...answer, resume: overlay.carry() };
}
