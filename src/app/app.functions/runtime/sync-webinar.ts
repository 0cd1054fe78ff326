import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { createOverlayStateStore } from '../hubspot/overlay-state-store.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import { createAccount, createDryAccount, findStateStore } from './accounts.ts';
import type { Call } from './handle-call.ts';
import { parseParameters, parseWebinarId, syncWebinarParameters } from './parameters.ts';
import { systemTime } from './system-time.ts';

/** One step of one webinar's sync. */
export async function syncWebinar({ vendors, parameters, callId }: Call): Promise<SyncWebinarAnswer> {
  const { webinarId, connection, runId, dryRun = false, resume } = parseParameters(syncWebinarParameters, parameters);
  const request = { webinarId: parseWebinarId(webinarId), ...(runId === undefined ? {} : { runId }) };
  const zoom = vendors.zoom(connection);
  const { now, monotonicMs } = systemTime;
  const { accountId, name: connectionName } = zoom.connection;
  const parts = {
    zoom: zoom.source,
    accountId,
    connectionName,
    meter: vendors.meter,
    holder: callId,
    isDryRun: dryRun,
    now,
    monotonicMs,
  };
  if (!dryRun) return runSyncStep({ ...parts, account: createAccount(vendors.hubspot, accountId, now) }, request);

  const overlay = createOverlayStateStore(await findStateStore(vendors.hubspot), resume);
  const answer = await runSyncStep({ ...parts, account: createDryAccount(vendors.hubspot, overlay) }, request);
  return answer.done ? answer : { ...answer, resume: overlay.carry() };
}
