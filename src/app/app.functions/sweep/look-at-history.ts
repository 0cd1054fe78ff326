import { planHistory, type DayRange } from './day-ranges.ts';
import { findHosts, mergeHistory } from './merge-history.ts';
import type { PastInstance } from './ports.ts';
import { readWhole, workThrough } from './read-whole.ts';
import { changeCursor, shouldStopLooking, type OpenSweep, type PhaseResult, type SweepStep } from './sweep-step.ts';
import { hostIdsByEmail, mayAnybodyBeChosen, trustHosts } from './sweep-users.ts';

const rangesAtOnce = 3;

/** Reads what was held: all of the account's webinars, whoever held them. */
export async function lookAtHistory(step: SweepStep, begun: OpenSweep): Promise<PhaseResult> {
  const { parts, settings } = step;
  if (!mayAnybodyBeChosen(settings, parts.accountId)) return { sweep: begun, isDone: true, error: null };
  const { head, cursor } = begun;
  const { lookedAt, mode } = cursor;
  const ranges = cursor.ranges ?? planHistory(head.covered, settings.backfillDays, lookedAt, mode === 'all');
  const shouldStop = (): boolean => shouldStopLooking(step);
  const rows: PastInstance[] = [];
  const doneRanges = new Set<DayRange>();

  const read = async (range: DayRange): Promise<{ isDone: boolean }> => {
    const list = await readWhole<PastInstance>(
      (pageToken) => parts.zoom.listPastInstances({ ...range, pageToken }),
      shouldStop,
    );
    if (list.kind === 'stopped') return { isDone: false };
    rows.push(...list.rows);
    doneRanges.add(range);
    return { isDone: true };
  };
  const { error } = await workThrough(ranges, shouldStop, read, rangesAtOnce);

  const hostIds = hostIdsByEmail(begun.users);
  const open = ranges.filter((range) => !doneRanges.has(range));
  const isDone = open.length === 0;
  const looked = changeCursor(
    {
      ...begun,
      index: findHosts(mergeHistory(begun.index, rows, hostIds), hostIds),
      users: trustHosts(begun.users, new Set(rows.flatMap(({ hostEmail }) => hostEmail ?? []))),
    },
    { ranges: open, rangeCount: Math.max(cursor.rangeCount, ranges.length) },
  );
  return { sweep: isDone ? { ...looked, head: { ...head, covered: toCovered(begun, step) } } : looked, isDone, error };
}

function toCovered({ head, cursor }: OpenSweep, { settings }: SweepStep): OpenSweep['head']['covered'] {
  const wantedFrom = cursor.lookedAt - settings.backfillDays * 86_400_000;
  return { from: Math.min(wantedFrom, head.covered?.from ?? wantedFrom), to: cursor.lookedAt };
}
