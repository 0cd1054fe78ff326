import * as z from 'zod/mini';
import type { Instant } from '../domain/instant.ts';
import { tryParseJson } from '../http/json.ts';

/*
 * The audit log keeps twenty syncs of a webinar, and its records are large. What all syncs of the last weeks did in numbers
 * is kept with each webinar in a property of its own, which is cheap to read for a thousand of them.
 */

/** Offsets of time zones are multiples of it, so that days begin between two slots wherever somebody looks. */
export const slotMs = 15 * 60_000;

/** More than a page can ask for, whatever its time zone. */
const keptMs = 32 * 24 * 3_600_000;

/** Four times what the most frequent checks of a webinar come to in that time. */
export const slotsMax = 300;

/** What the syncs of one webinar did within a quarter of an hour. */
export interface ActivitySlot {
  readonly startsAt: Instant;
  readonly synced: number;
  /** The most that one of its syncs skipped: a repeated sync skips the same people. */
  readonly skipped: number;
  readonly runs: number;
}

export interface EndedRun {
  readonly endedAt: Instant;
  readonly synced: number;
  readonly skipped: number;
}

const merge = (one: ActivitySlot, other: ActivitySlot): ActivitySlot => ({
  startsAt: Math.max(one.startsAt, other.startsAt),
  synced: one.synced + other.synced,
  skipped: Math.max(one.skipped, other.skipped),
  runs: one.runs + other.runs,
});

/** Oldest first. Of more than are kept the two oldest become one, so that nobody is lost. */
export function addRun(
  activity: readonly ActivitySlot[],
  { endedAt, synced, skipped }: EndedRun,
): readonly ActivitySlot[] {
  const added: ActivitySlot = { startsAt: Math.floor(endedAt / slotMs) * slotMs, synced, skipped, runs: 1 };
  const others = activity.filter(({ startsAt }) => startsAt !== added.startsAt && startsAt > endedAt - keptMs);
  const same = activity.find(({ startsAt }) => startsAt === added.startsAt);
  const slots = [...others, same === undefined ? added : merge(same, added)].sort((a, b) => a.startsAt - b.startsAt);
  const [first, second, ...rest] = slots;
  return slots.length <= slotsMax || first === undefined || second === undefined
    ? slots
    : [merge(first, second), ...rest];
}

const count = z.int().check(z.minimum(0));
const slots = z.array(z.tuple([count, count, count, count]));

/** `[[1993640,12,3,1],…]`: quarters of an hour since 1970, people synced, people skipped, syncs. */
export const formatActivity = (activity: readonly ActivitySlot[]): string =>
  JSON.stringify(activity.map(({ startsAt, synced, skipped, runs }) => [startsAt / slotMs, synced, skipped, runs]));

/** @returns null for a text that {@link formatActivity} has not made */
export function parseActivity(text: string): readonly ActivitySlot[] | null {
  const parsed = z.safeParse(slots, tryParseJson(text));
  if (!parsed.success) return null;
  return parsed.data.map(([slot, synced, skipped, runs]) => ({ startsAt: slot * slotMs, synced, skipped, runs }));
}
