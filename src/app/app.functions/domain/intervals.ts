import type { Instant } from './instant.ts';

/** From `start` to `end`, both in it; `end` is never before `start`. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** The same time without overlaps, oldest first. Touching intervals become one. */
export function uniteIntervals(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = [...intervals].sort((a, b) => a.start - b.start);
  const united: Interval[] = [];
  for (const interval of sorted) {
    const last = united.at(-1);
    if (last !== undefined && interval.start <= last.end) {
      united[united.length - 1] = { start: last.start, end: Math.max(last.end, interval.end) };
    } else {
      united.push(interval);
    }
  }
  return united;
}

/** What of the intervals lies within the bounds. Bounds must not overlap. */
export function clipIntervals(intervals: readonly Interval[], bounds: readonly Interval[]): readonly Interval[] {
  return bounds.flatMap((bound) =>
    intervals.flatMap(({ start, end }) => {
      const clipped = { start: Math.max(start, bound.start), end: Math.min(end, bound.end) };
      return clipped.start <= clipped.end ? [clipped] : [];
    }),
  );
}

/** Milliseconds covered; the intervals must not overlap. */
export const totalLengthMs = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { start, end }) => sum + (end - start), 0);

/** The largest number of intervals that were open at one moment; 0 for none. One that begins as another ends follows it. */
export function maxSimultaneous(intervals: readonly Interval[]): number {
  const changes = intervals
    .flatMap(({ start, end }) => [
      { at: start, by: 1, rank: 1 },
      // A moment ends after everything that begins with it.
      { at: end, by: -1, rank: start === end ? 2 : 0 },
    ])
    .sort((a, b) => a.at - b.at || a.rank - b.rank);
  let open = 0;
  let most = 0;
  for (const { by } of changes) {
    open += by;
    most = Math.max(most, open);
  }
  return most;
}
