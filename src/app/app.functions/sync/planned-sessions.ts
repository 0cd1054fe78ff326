import type { Instant } from '../domain/instant.ts';
import { sameDateGapMs, type Session } from '../domain/sessions.ts';
import type { Webinar } from '../domain/webinar.ts';
import type { HeldSession } from './held-sessions.ts';

const minuteMs = 60_000;
/** Hosts start late, and reports come later still. */
const graceMs = 24 * 60 * minuteMs;

interface PlannedDate {
  readonly key: string;
  readonly startsAt: Instant;
  readonly lengthMinutes: number;
}

/**
 * Sessions that are still to be held, oldest first, under the keys that they will have when they are over.
 *
 * | webinar | planned sessions |
 * |---|---|
 * | one date | that date, unless the webinar was held on it |
 * | planned dates, a registration counts for all | the next date |
 * | planned dates, registrations for single dates, or none | all dates to come |
 * | no planned dates | none |
 *
 * Where everybody is registered for everything, one date at a time is enough: fifty dates of a thousand people each
 * would be fifty thousand entries that say the same. A date is given up a day after it has passed without the webinar.
 */
export function planSessions(webinar: Webinar, held: readonly Session[], now: Instant): readonly HeldSession[] {
  const isOpen = ({ startsAt, lengthMinutes }: PlannedDate): boolean =>
    startsAt + lengthMinutes * minuteMs + graceMs > now;
  const heldKeys = new Set(held.map(({ key }) => key));
  const dates = datesOf(webinar, held)
    .filter((date) => isOpen(date) && !heldKeys.has(date.key))
    .sort((a, b) => a.startsAt - b.startsAt);
  const isOneEnough = webinar.registrationScope === 'series';
  const nextIndex = dates.findIndex(({ startsAt, lengthMinutes }) => startsAt + lengthMinutes * minuteMs > now);
  const wanted = isOneEnough && nextIndex >= 0 ? dates.slice(0, nextIndex + 1) : dates;
  return wanted.map((date) => toPlannedSession(date, now));
}

/** Whether the webinar has a date that has not begun. */
export const isToCome = (webinar: Webinar, now: Instant): boolean =>
  datesOf(webinar, []).some(({ startsAt }) => startsAt > now);

/** Whether somebody could still use a link to join. */
export const mayBeJoined = (webinar: Webinar, now: Instant): boolean => planSessions(webinar, [], now).length > 0;

function datesOf(webinar: Webinar, held: readonly Session[]): PlannedDate[] {
  const { recurrence, startsAt, lengthMinutes, occurrences } = webinar;
  if (recurrence === 'single') {
    if (startsAt === null) return [];
    if (held.length === 0) return [{ key: 'main', startsAt, lengthMinutes }];
    // Held before, and moved to another day since; or somebody attended a rehearsal.
    const isAnotherDay = startsAt - Math.max(...held.map(({ endedAt }) => endedAt)) > sameDateGapMs;
    const key = held.some((session) => session.key === 'main') ? String(startsAt) : 'main';
    return isAnotherDay ? [{ key, startsAt, lengthMinutes }] : [];
  }
  return occurrences
    .filter(({ isDeleted }) => !isDeleted)
    .map((occurrence) => ({
      key: occurrence.occurrenceId,
      startsAt: occurrence.startsAt,
      lengthMinutes: occurrence.lengthMinutes,
    }));
}

function toPlannedSession({ key, startsAt, lengthMinutes }: PlannedDate, now: Instant): HeldSession {
  const endsAt = startsAt + lengthMinutes * minuteMs;
  return {
    key,
    startedAt: startsAt,
    endedAt: endsAt,
    lengthMs: endsAt - startsAt,
    openTimes: endsAt > startsAt ? [{ start: startsAt, end: endsAt }] : [],
    instanceUuids: [],
    isFinal: false,
    isHeld: false,
    isPast: endsAt <= now,
  };
}
