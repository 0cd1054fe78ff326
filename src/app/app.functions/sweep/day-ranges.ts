import type { Instant } from '../domain/instant.ts';

/** Days (UTC), both included, as the instants at which they begin. */
export interface DayRange {
  readonly from: Instant;
  readonly to: Instant;
}

export const dayMs = 86_400_000;

/** Zoom answers for a month at most, and February is one. */
const daysPerRange = 28;

export const startOfDay = (instant: Instant): Instant => Math.floor(instant / dayMs) * dayMs;

/** Cuts a period into ranges that Zoom answers at once, newest first. They do not overlap, and all days are covered. */
export function splitIntoRanges(from: Instant, to: Instant): readonly DayRange[] {
  const ranges: DayRange[] = [];
  const firstDay = startOfDay(from);
  for (let last = startOfDay(to); last >= firstDay; last -= daysPerRange * dayMs) {
    ranges.push({ from: Math.max(firstDay, last - (daysPerRange - 1) * dayMs), to: last });
  }
  return ranges;
}

/** Zoom keeps reports for about half a year. */
export const reportsKeptMs = 180 * dayMs;

/** A webinar that was running during the last look had not ended, and Zoom's list may lag. */
const overlapMs = 2 * dayMs;

/** The period whose past webinars are known. */
export interface CoveredPeriod {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * What is to be read so that the last `backfillDays` are known, and everything since the last look, however long ago.
 *
 * @param isFull - read the whole period again
 */
export function planHistory(
  covered: CoveredPeriod | null,
  backfillDays: number,
  now: Instant,
  isFull: boolean,
): readonly DayRange[] {
  const wantedFrom = now - backfillDays * dayMs;
  const oldest = now - reportsKeptMs;
  if (covered === null) return splitIntoRanges(wantedFrom, now);
  const recentFrom = Math.max(oldest, covered.to - overlapMs);
  if (isFull) return splitIntoRanges(Math.min(wantedFrom, recentFrom), now);
  const recent = splitIntoRanges(recentFrom, now);
  const earliest = recent.at(-1)?.from ?? now;
  const knownFrom = startOfDay(covered.from);
  const isEnlarged = startOfDay(wantedFrom) < knownFrom;
  const older = isEnlarged ? splitIntoRanges(wantedFrom, Math.min(knownFrom, earliest) - dayMs) : [];
  return [...recent, ...older];
}
