import type { ActivityDay } from '../../extensions/contract/activity.ts';
import type { Instant } from '../domain/instant.ts';
import { slotMs, type ActivitySlot } from './activity.ts';

/** The day on which something happens in some time zone, such as 2026-11-29. */
export type DayOf = (instant: Instant) => string;

/** @returns null for a name that is no time zone */
export function createDayOf(timeZone: string): DayOf | null {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    return (instant) => {
      const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
      return `${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const dayMs = 24 * 3_600_000;

/** The last days, today being the last one; the calendar has them all, however long each is. */
export function listDays(now: Instant, dayCount: number, dayOf: DayOf): readonly string[] {
  const today = Date.parse(`${dayOf(now)}T00:00:00Z`);
  return Array.from({ length: dayCount }, (_, place) =>
    new Date(today - (dayCount - 1 - place) * dayMs).toISOString().slice(0, 10),
  );
}

/** A moment before the first of these days begins, in any time zone. */
export const toEarliest = ([first = '']: readonly string[]): Instant => Date.parse(`${first}T00:00:00Z`) - dayMs;

/**
 * Adds up what the syncs of each day did. People synced and syncs are sums; of people skipped each webinar counts once a
 * day, with the most that one of its syncs skipped.
 */
export function countByDay(
  webinars: readonly (readonly ActivitySlot[])[],
  days: readonly string[],
  dayOf: DayOf,
): readonly ActivityDay[] {
  const dayOfSlot = rememberDays(dayOf);
  const counts = new Map(days.map((day) => [day, { day, syncedCount: 0, skippedCount: 0, runCount: 0 }]));
  for (const activity of webinars) {
    const skippedOn = new Map<string, number>();
    for (const { startsAt, synced, skipped, runs } of activity) {
      const day = dayOfSlot(startsAt);
      const sum = counts.get(day);
      if (sum === undefined) continue;
      sum.syncedCount += synced;
      sum.runCount += runs;
      skippedOn.set(day, Math.max(skippedOn.get(day) ?? 0, skipped));
    }
    for (const [day, skipped] of skippedOn) {
      const sum = counts.get(day);
      if (sum !== undefined) sum.skippedCount += skipped;
    }
  }
  return [...counts.values()];
}

/** Thousands of webinars share few slots, and calendars are slow. */
function rememberDays(dayOf: DayOf): DayOf {
  const known = new Map<number, string>();
  return (instant) => {
    const slot = Math.floor(instant / slotMs);
    const day = known.get(slot) ?? dayOf(instant);
    known.set(slot, day);
    return day;
  };
}
