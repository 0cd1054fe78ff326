import { parseWritesRecord, writesBellKey, writesKeyOf, type WrittenElsewhere } from '../sync/write-periods.ts';
import type { StoredRecord } from '../sync/ports.ts';
import { findOverwritten } from './find-overwritten.ts';
import type { WebinarIndex } from './index-entry.ts';
import type { OpenSweep, SweepStep } from './sweep-step.ts';

/** Who has written since the last look is among the newest. */
const recordsMax = 200;
/** HubSpot's search is some seconds behind. */
const searchLagMs = 60_000;

/** Keys worth reading along with a sweep's own: they tell whether there is anything to look for. */
export const writesKeys = (otherAccountIds: readonly string[]): readonly string[] => [
  writesBellKey,
  ...otherAccountIds.map((accountId) => writesKeyOf(accountId, null)),
];

/**
 * Finds webinars whose contacts were written while other processes wrote contacts, and has them looked at again. A call
 * where somebody else has written since the last time, else none.
 */
export async function lookForWrites(step: SweepStep, sweep: OpenSweep): Promise<OpenSweep> {
  const { accountId, otherAccountIds, now } = step.parts;
  const bellAt = step.writes.get(writesBellKey)?.occurredAt ?? null;
  const mustSearch = bellAt !== null && bellAt >= (sweep.head.writesReadAt ?? 0) - searchLagMs;
  const readAt = now();
  const listed = mustSearch ? await step.prepared.store.listNewest('writes', recordsMax) : [];
  const ofSweeps = otherAccountIds.flatMap((id) => step.writes.get(writesKeyOf(id, null)) ?? []);
  const overwritten = findOverwritten(sweep.index, accountId, parseAll([...listed, ...ofSweeps]));
  return {
    ...sweep,
    head: mustSearch ? { ...sweep.head, writesReadAt: readAt } : sweep.head,
    index: markOverwritten(sweep.index, overwritten),
  };
}

/** Each key once: what was read by its key is what the search lists, or newer. */
function parseAll(records: readonly StoredRecord[]): readonly WrittenElsewhere[] {
  const byKey = new Map(records.map((record) => [record.key, record]));
  return [...byKey.values()].flatMap((record) => parseWritesRecord(record) ?? []);
}

const markOverwritten = (index: WebinarIndex, overwritten: ReadonlySet<string>): WebinarIndex =>
  new Map([...index].map(([id, entry]) => [id, overwritten.has(id) ? { ...entry, mustLookAgain: true } : entry]));
