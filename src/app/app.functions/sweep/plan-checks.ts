import type { SyncDecision } from '../../extensions/contract/settings.ts';
import type { SyncTrigger } from '../../extensions/contract/sync.ts';
import type { Instant } from '../domain/instant.ts';
import { dayMs, reportsKeptMs } from './day-ranges.ts';
import { datesToCome, endOf, hashKnown, type IndexEntry, type LastSync, type PlannedDate } from './index-entry.ts';

/** When a webinar is to be synced. */
export interface Check {
  /** What makes it due now; null when nothing does. */
  readonly trigger: SyncTrigger | null;
  /** When it will be due by itself; null when it has settled. In the past only while it is due. */
  readonly nextCheckAt: Instant | null;
}

export interface CheckTerms {
  readonly decision: SyncDecision;
  readonly peopleRulesHash: string;
  readonly mode: 'due' | 'all';
  readonly backfillDays: number;
  readonly now: Instant;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** While a webinar is to come: so often, from so long before its start on. */
const beforeStart = [
  { withinMs: 7 * dayMs, everyMs: 6 * hourMs },
  { withinMs: dayMs, everyMs: hourMs },
] as const;
/** Zoom's report comes late, then has no lengths for a while, then is final. */
const afterEndMs = [15 * minuteMs, hourMs, 6 * hourMs, dayMs] as const;
const afterFailureMs = [15 * minuteMs, hourMs, 6 * hourMs, dayMs] as const;
/** What is still open a week later stays so. */
const givenUpAfterMs = 7 * dayMs;

/**
 * Whether a webinar is due, and when it will be. The first row that applies decides:
 *
 * | webinar | due |
 * |---|---|
 * | off by the settings | never |
 * | belongs to a Zoom Event | once, so that its log says so |
 * | over, and Zoom has no report any more | never |
 * | never synced | when it is to come or was held |
 * | turned on, or people are treated differently, since the last sync | at once |
 * | changed, moved, deleted, held again or recorded since the last sync | at once |
 * | written by a sweep while another process wrote contacts, and the last sync did not fail | at once |
 * | with mode `all`: to come, or held in the period looked at | at once |
 * | else | by the clock: see {@link nextCheckAfter} |
 */
export function planChecks(entry: IndexEntry, terms: CheckTerms): Check {
  const { decision, now } = terms;
  const { sync } = entry;
  if (!decision.isOn) return settled;
  if (entry.isZoomEvent) return sync?.status === 'not-supported' ? settled : dueNow('sweep', now);
  const lastEnd = findLastEnd(entry, now);
  const isToCome = isStillToCome(entry, now);
  if (!isToCome && lastEnd !== null && lastEnd < now - reportsKeptMs) return settled;
  if (sync === null) {
    const isFound = isToCome || entry.instances.length > 0 || (lastEnd !== null && lastEnd > now - dayMs);
    return isFound ? dueNow(entry.off === null ? 'sweep' : 'settings', now) : settled;
  }
  if (entry.off !== null || sync.peopleRulesHash !== terms.peopleRulesHash) return dueNow('settings', now);
  if (hasChanged(entry, sync, now)) return dueNow('sweep', now);
  if (entry.mustLookAgain === true && sync.failureCount === 0) return dueNow('sweep', now);
  const isLookedAt = isToCome || (lastEnd !== null && lastEnd >= now - terms.backfillDays * dayMs);
  if (terms.mode === 'all' && isLookedAt) return dueNow('sweep', now);
  const nextCheckAt = nextCheckAfter(entry, sync, now);
  return { trigger: nextCheckAt !== null && nextCheckAt <= now ? 'sweep' : null, nextCheckAt };
}

const settled: Check = { trigger: null, nextCheckAt: null };
const dueNow = (trigger: SyncTrigger, now: Instant): Check => ({ trigger, nextCheckAt: now });

/** Null for a webinar that has never been over. */
function findLastEnd({ dates, instances }: IndexEntry, now: Instant): Instant | null {
  const ends = [...dates.map(endOf), ...instances.map(({ startedAt, endedAt }) => endedAt ?? startedAt)].filter(
    (end) => end <= now,
  );
  return ends.length === 0 ? null : Math.max(...ends);
}

/** One without dates may be started any time while its host's list has it. */
const isStillToCome = ({ dates, recurrence, isListed }: IndexEntry, now: Instant): boolean =>
  dates.some((date) => endOf(date) > now) || (recurrence === 'no-fixed-times' && isListed);

function hasChanged(entry: IndexEntry, sync: LastSync, now: Instant): boolean {
  if (hashKnown(entry) !== sync.knownHash) return true;
  const text = (dates: readonly PlannedDate[]): string =>
    datesToCome(dates, now)
      .map(({ startsAt, lengthMinutes }) => `${startsAt} ${lengthMinutes}`)
      .join();
  return text(entry.dates) !== text(sync.dates);
}

/**
 * The next look after the last sync, while nothing changes: more often as the start comes near; after the end until
 * a day has passed and nothing is open; what is open or fails then, for a week more.
 */
function nextCheckAfter(entry: IndexEntry, sync: LastSync, now: Instant): Instant | null {
  const candidates = [
    nextBeforeStart(entry, sync, now),
    nextAfterEnd(entry, sync, now),
    nextWhileOpen(entry, sync, now),
    nextAfterFailure(sync),
  ].filter((at) => at !== null);
  return candidates.length === 0 ? null : Math.min(...candidates);
}

function nextBeforeStart(entry: IndexEntry, { at }: LastSync, now: Instant): Instant | null {
  if (!isStillToCome(entry, now)) return null;
  const next = entry.dates.find((date) => endOf(date) > now);
  if (next === undefined) return at + dayMs;
  const looks = beforeStart.map(({ withinMs, everyMs }) => Math.max(at + everyMs, next.startsAt - withinMs));
  const look = Math.min(at + dayMs, ...looks);
  // A look after the end is one at the report.
  return look < endOf(next) ? look : endOf(next) + afterEndMs[0];
}

function nextAfterEnd(entry: IndexEntry, { at }: LastSync, now: Instant): Instant | null {
  // A date that is still to come ends some day, too, but then the sweep knows more of it.
  const lastEnd = findLastEnd(entry, now);
  const offset = lastEnd === null ? undefined : afterEndMs.find((ms) => lastEnd + ms > at);
  return lastEnd === null || offset === undefined ? null : lastEnd + offset;
}

function nextWhileOpen(entry: IndexEntry, { at, openSince }: LastSync, now: Instant): Instant | null {
  if (openSince === null) return null;
  const lastEnd = findLastEnd(entry, now);
  const since = lastEnd === null ? openSince : Math.max(openSince, lastEnd + dayMs);
  return at < since + givenUpAfterMs ? at + dayMs : null;
}

function nextAfterFailure({ at, status, openSince, failureCount }: LastSync): Instant | null {
  if (status !== 'failed' || openSince === null || at >= openSince + givenUpAfterMs) return null;
  return at + (afterFailureMs[failureCount - 1] ?? dayMs);
}
