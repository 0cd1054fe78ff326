import type { Instant } from './instant.ts';
import { totalLengthMs, uniteIntervals, type Interval } from './intervals.ts';
import type { Instance, Occurrence, Webinar } from './webinar.ts';

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
/** A webinar with planned dates: even after a long break a restart on the same day is the same occurrence. */
export const sameDateGapMs = 6 * 60 * minuteMs;

/**
 * Puts instances together to sessions, oldest first. Rehearsals must have been taken out before.
 *
 * | webinar | instances belong together when | the session is named after |
 * |---|---|---|
 * | one date | no more than six hours lie between them | nothing if it is the first: `main` |
 * | planned dates | they are nearest to the same occurrence, and no more than six hours lie between them | the occurrence if it is the nearest to it |
 * | no planned dates, or none listed | no more than fifteen minutes lie between them | – |
 *
 * All others are named after their own start. A date that is moved after the webinar was held renames nothing.
 */
export function groupSessions(
  webinar: Pick<Webinar, 'recurrence' | 'occurrences'>,
  instances: readonly Instance[],
): readonly Session[] {
  const sorted = [...instances].sort((a, b) => a.startedAt - b.startedAt || (a.uuid < b.uuid ? -1 : 1));
  if (webinar.recurrence === 'single') {
    return groupByGap(sorted, sameDateGapMs).map((group, index) =>
      toSession(index === 0 ? 'main' : startKey(group), group),
    );
  }
  if (webinar.occurrences.length > 0) return groupByOccurrence(webinar.occurrences, sorted);
  return groupByGap(sorted, stitchGapMs).map((group) => toSession(startKey(group), group));
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

function groupByOccurrence(occurrences: readonly Occurrence[], sorted: readonly Instance[]): readonly Session[] {
  return occurrences
    .flatMap((occurrence) => {
      const nearby = sorted.filter((instance) => nearestTo(instance.startedAt, occurrences) === occurrence);
      const groups = groupByGap(nearby, sameDateGapMs).map((group) => ({ group, startsAt: firstStart(group) }));
      const own = nearestTo(occurrence.startsAt, groups);
      return groups.map((each) => toSession(each === own ? occurrence.occurrenceId : startKey(each.group), each.group));
    })
    .sort((a, b) => a.startedAt - b.startedAt);
}

/** Of two that are equally near, the first. */
function nearestTo<Item extends { readonly startsAt: Instant }>(instant: Instant, items: readonly Item[]): Item | null {
  const distance = ({ startsAt }: Item): number => Math.abs(startsAt - instant);
  return items.reduce<Item | null>(
    (nearest, item) => (nearest === null || distance(item) < distance(nearest) ? item : nearest),
    null,
  );
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
