import type { RunSweepAnswer } from '../../extensions/contract/sweep.ts';
import { runSweepStep } from '../sweep/run-sweep.ts';
import type { SyncOne } from '../sweep/sweep-parts.ts';
import type { AccountFactsReader } from '../sync/account-facts.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import { createAccount } from './accounts.ts';
import { takeFitting } from './answer-size.ts';
import type { Call } from './handle-call.ts';
import { parseParameters } from './parameters.ts';
import { runSweepParameters } from './sweep-parameters.ts';
import { createSyncParts } from './sync-parts.ts';
import { systemTime } from './system-time.ts';

/** An answer stays below a megabyte. */
const finishedBytesMax = 900_000;

/** One step of the sweep of one Zoom account. */
export async function runSweep({ vendors, parameters, callId }: Call): Promise<RunSweepAnswer> {
  const { connection: wanted, sweepId, mode } = parseParameters(runSweepParameters, parameters);
  const { source, connection } = vendors.zoom(wanted);
  const { accountId, name: connectionName } = connection;
  const { now, monotonicMs } = systemTime;
  const account = createAccount(vendors.hubspot, accountId, now);
  const request = { mode, ...(sweepId === undefined ? {} : { sweepId }) };
  const answer = await runSweepStep(
    {
      zoom: source,
      account,
      accountId,
      connectionName,
      meter: vendors.meter,
      holder: callId,
      syncOne: createSyncOne({ vendors, parameters, callId }, connectionName),
      useZoomShare: (percent) => vendors.useZoomShare(percent),
      now,
      monotonicMs,
    },
    request,
  );
  return { ...answer, finished: takeFitting(answer.finished, finishedBytesMax) };
}

/** Every webinar counts its own calls; what is known of the HubSpot account is read once for all. */
function createSyncOne({ vendors, callId }: Call, connectionName: string): SyncOne {
  let facts: AccountFactsReader | null = null;
  const shareFacts = (create: () => AccountFactsReader): AccountFactsReader => (facts ??= create());
  return (request, wrapAccount, { startedMs, reservedMs }) => {
    const fork = vendors.fork(reservedMs);
    const zoom = fork.zoom(connectionName);
    const account = createAccount(fork.hubspot, zoom.connection.accountId, systemTime.now);
    const parts = createSyncParts(fork, zoom, callId);
    return runSyncStep({ ...parts, isDryRun: false, account: wrapAccount(account), shareFacts, startedMs }, request);
  };
}
