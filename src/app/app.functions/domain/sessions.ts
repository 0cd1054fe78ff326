import type { Instant } from './instant.ts';
import { totalLengthMs, uniteIntervals, type Interval } from './intervals.ts';
import type { Instance, Webinar } from './webinar.ts';

/** One occurrence of a webinar with all its instances that belong together. */
export interface Session {
  /** Stable within the webinar: `main`, an occurrence id, or the epoch milliseconds of the first start. */
  readonly key: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  /** Without the gaps in which the host was away. */
  readonly lengthMs: number;
  /** When it could be attended: oldest first, without overlaps. */
  readonly openTimes: readonly Interval[];
  readonly instanceUuids: readonly string[];
}

const minuteMs = 60_000;
/** A webinar without planned dates: a restart within this time continues the session. */
const stitchGapMs = 15 * minuteMs;
/** A webinar with one planned date: even after a long break a restart on the same day is the same occurrence. */
const singleOccurrenceGapMs = 6 * 60 * minuteMs;

/**
 * Puts instances together to sessions, oldest first. Rehearsals must have been taken out before.
 *
 * | webinar | instances belong together when |
 * |---|---|
 * | one date | no more than six hours lie between them; the session nearest to the planned start is `main` |
 * | planned dates | they are nearest to the same occurrence |
 * | no planned dates | no more than fifteen minutes lie between them |
 */
export function groupSessions(
  webinar: Pick<Webinar, 'recurrence' | 'startsAt' | 'occurrences'>,
  instances: readonly Instance[],
): readonly Session[] {
  const sorted = [...instances].sort((a, b) => a.startedAt - b.startedAt || (a.uuid < b.uuid ? -1 : 1));
  if (webinar.recurrence === 'fixed-times') return groupByOccurrence(webinar, sorted);
  if (webinar.recurrence === 'no-fixed-times') {
    return groupByGap(sorted, stitchGapMs).map((group) => toSession(startKey(group), group));
  }
  return nameMainSession(webinar.startsAt, groupByGap(sorted, singleOccurrenceGapMs));
}

function groupByGap(sorted: readonly Instance[], gapMs: number): readonly (readonly Instance[])[] {
  const groups: Instance[][] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const instance of sorted) {
    const current = groups.at(-1);
    if (current !== undefined && instance.startedAt - lastEnd <= gapMs) current.push(instance);
    else groups.push([instance]);
    lastEnd = Math.max(lastEnd, instance.endedAt);
  }
  return groups;
}

function nameMainSession(plannedStart: Instant | null, groups: readonly (readonly Instance[])[]): readonly Session[] {
  const distance = (group: readonly Instance[]) => Math.abs(firstStart(group) - (plannedStart ?? 0));
  const main = groups.reduce<readonly Instance[] | null>(
    (nearest, group) => (nearest === null || distance(group) < distance(nearest) ? group : nearest),
    null,
  );
  return groups.map((group) => toSession(group === main ? 'main' : startKey(group), group));
}

function groupByOccurrence(webinar: Pick<Webinar, 'occurrences'>, sorted: readonly Instance[]): readonly Session[] {
  const groups = new Map<string, Instance[]>();
  for (const instance of sorted) {
    const nearest = webinar.occurrences.reduce<Webinar['occurrences'][number] | null>(
      (best, occurrence) =>
        best === null ||
        Math.abs(occurrence.startsAt - instance.startedAt) < Math.abs(best.startsAt - instance.startedAt)
          ? occurrence
          : best,
      null,
    );
    const key = nearest?.occurrenceId ?? String(instance.startedAt);
    groups.set(key, [...(groups.get(key) ?? []), instance]);
  }
  return [...groups].map(([key, group]) => toSession(key, group)).sort((a, b) => a.startedAt - b.startedAt);
}

const firstStart = (group: readonly Instance[]): Instant => Math.min(...group.map(({ startedAt }) => startedAt));
const startKey = (group: readonly Instance[]): string => String(firstStart(group));

function toSession(key: string, group: readonly Instance[]): Session {
  const openTimes = uniteIntervals(group.map(({ startedAt, endedAt }) => ({ start: startedAt, end: endedAt })));
  return {
    key,
    startedAt: firstStart(group),
    endedAt: Math.max(...group.map(({ endedAt }) => endedAt)),
    lengthMs: totalLengthMs(openTimes),
    openTimes,
    instanceUuids: group.map(({ uuid }) => uuid),
  };
}
