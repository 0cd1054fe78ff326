import type { SweepReport } from '../../extensions/contract/sweep.ts';
import type { Instant } from '../domain/instant.ts';
import { leaseKeptMs } from '../sync/lease.ts';
import type { StateStore } from '../sync/ports.ts';
import type { BufferedStore } from './buffered-store.ts';
import { toMemoryRecords, type Records, type SweepMemory } from './sweep-index.ts';
import type { SweepParts } from './sweep-parts.ts';
import { buildSweepReport } from './sweep-report.ts';
import { toHeadRecord, type SweepHead } from './sweep-state.ts';
import { changeCursor, type OpenSweep, type SweepStep } from './sweep-step.ts';

/**
 * Saves what a step has come to, with everything that was held back, and gives the sweep back.
 *
 * @param stored - the sweep's records as they were read
 * @returns the sweep as it was saved
 */
export async function saveSweep(
  step: SweepStep,
  sweep: OpenSweep,
  stored: Records,
  store: BufferedStore,
  isDone: boolean,
): Promise<OpenSweep> {
  const { parts, prepared } = step;
  const now = parts.now();
  const { accountId } = parts;
  const { head: counted, records, uselessIds } = toMemoryRecords(accountId, sweep, stored, now);
  const { leases, oldLeaseIds } = isDone ? sortLeases(counted, now) : { leases: counted.leases, oldLeaseIds: [] };
  const removedIds = [...uselessIds, ...oldLeaseIds];
  const callsToCome =
    prepared.store.countWriteCalls([...store.held(), ...records, toHeadRecord(accountId, counted, now)]) +
    (removedIds.length + store.uselessCount() > 0 ? 1 : 0);
  const { cursor } = changeCursor(sweep, {
    zoomCalls: sweep.cursor.zoomCalls + parts.meter.zoomCallCount(),
    hubspotCalls: sweep.cursor.hubspotCalls + parts.meter.hubspotCallCount() + callsToCome,
    steps: sweep.cursor.steps + 1,
  });
  const lastReport = isDone ? buildSweepReport(step, { ...sweep, cursor }, now) : counted.lastReport;
  const lastSweepAt = isDone ? now : counted.lastSweepAt;
  const head: SweepHead = { ...counted, leases, cursor: isDone ? null : cursor, lastReport, lastSweepAt };
  await store.flush([...records, toHeadRecord(accountId, head, now)], removedIds);
  return { ...sweep, head, cursor };
}

/** The same for a sweep that only had to say that the sync is off. */
export async function saveOff(
  { accountId, now }: Pick<SweepParts, 'accountId' | 'now'>,
  store: StateStore,
  memory: SweepMemory,
  stored: Records,
  lastReport: SweepReport,
): Promise<void> {
  const { head: counted, records } = toMemoryRecords(accountId, memory, stored, now());
  const { leases, oldLeaseIds } = sortLeases(counted, now());
  await store.write([...records, toHeadRecord(accountId, { ...counted, leases, cursor: null, lastReport }, now())]);
  if (oldLeaseIds.length > 0) await store.remove(oldLeaseIds);
}

/** Leases are kept a while: somebody may still be about to create one of that number. */
function sortLeases({ leases }: SweepHead, now: Instant) {
  const isOld = ([, createdAt]: readonly [string, Instant]): boolean => now - createdAt > leaseKeptMs;
  return {
    leases: leases.filter((lease) => !isOld(lease)),
    oldLeaseIds: leases.filter(isOld).map(([recordId]) => recordId),
  };
}
