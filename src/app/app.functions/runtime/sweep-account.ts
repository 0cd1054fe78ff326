import type { RunSweepAnswer } from '../../extensions/contract/sweep.ts';
import type { SweepRequest } from '../sweep/open-sweep.ts';
import { runSweepStep } from '../sweep/run-sweep.ts';
import type { SyncOne } from '../sweep/sweep-parts.ts';
import type { AccountFactsReader } from '../sync/account-facts.ts';
import { runSyncStep } from '../sync/run-sync.ts';
import { createAccount } from './accounts.ts';
import { createSyncParts } from './sync-parts.ts';
import { systemTime } from './system-time.ts';
import type { Vendors } from './vendors.ts';

/**
 * One step of the sweep of one Zoom account.
 *
 * @param wanted - name of the connection; the primary one when absent
 * @param startedMs - the monotonic moment that the step's eight seconds count from
 */
export function sweepAccount(
  vendors: Vendors,
  callId: string,
  wanted: string | undefined,
  request: SweepRequest,
  startedMs: number,
): Promise<RunSweepAnswer> {
  const { source, connection } = vendors.zoom(wanted);
  const { accountId, name: connectionName } = connection;
  const { now, monotonicMs } = systemTime;
  return runSweepStep(
    {
      zoom: source,
      account: createAccount(vendors.hubspot, accountId, now),
      accountId,
      otherAccountIds: vendors
        .connections()
        .flatMap((other) => (other.accountId === accountId ? [] : [other.accountId])),
      connectionName,
      meter: vendors.meter,
      holder: callId,
      syncOne: createSyncOne(vendors, callId, connectionName),
      startedMs,
      useZoomShare: (percent) => vendors.useZoomShare(percent),
      now,
      monotonicMs,
    },
    request,
  );
}

/** Every webinar counts its own calls; what is known of the HubSpot account is read once for all. */
function createSyncOne(vendors: Vendors, callId: string, connectionName: string): SyncOne {
  let facts: AccountFactsReader | null = null;
  const shareFacts = (create: () => AccountFactsReader): AccountFactsReader => (facts ??= create());
  return (request, { wrapAccount, onContactsWritten }, { startedMs, reservedMs }) => {
    const fork = vendors.fork(reservedMs);
    const zoom = fork.zoom(connectionName);
    const account = createAccount(fork.hubspot, zoom.connection.accountId, systemTime.now);
    const parts = createSyncParts(fork, zoom, callId);
    return runSyncStep(
      { ...parts, isDryRun: false, account: wrapAccount(account), onContactsWritten, shareFacts, startedMs },
      request,
    );
  };
}
