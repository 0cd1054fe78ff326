import type { RateHint, RateLimit } from './rate-limit.ts';

/** When the next call of one rate class may start. All moments are milliseconds of the monotonic clock. */
export interface Pace {
  earliestStartMs(nowMs: number): number;
  /** Records a start. */
  take(nowMs: number): Start;
  /** Records that the call of a start was answered. */
  answered(start: Start, nowMs: number): void;
  /** Another limit from now on; past starts still count, and what was learned is forgotten. */
  plan(limit: RateLimit): void;
  learn(hint: RateHint, nowMs: number): void;
  pauseUntil(untilMs: number): void;
}

/** One call of the class. */
export interface Start {
  readonly atMs: number;
  answeredAtMs: number | null;
}

const burstShare = 0.1;
/**
 * Processes follow each other, and none knows what the one before has used: up to three within ten seconds, each with its
 * burst. Before its first call of a class a process has read and locked for a good part of a second, so that in a window of
 * a second there is little to leave.
 */
const unheardBursts = 3;
const shortWindowMs = 1_000;
const unheardShareOfShortWindow = 0.2;
/** What is left of a window that the vendor tells of: for the first calls of a process that has heard nothing yet. */
const unheardShare = 0.02;
/** So many of the last calls of a window are spread. */
const spreadShare = 1 / 3;
/**
 * Calls that start a window apart may arrive closer together. One that was answered has arrived before, so that a window
 * after its answer is enough.
 */
const windowMargin = 1.05;

interface Budget {
  readonly maxCalls: number;
  readonly windowMs: number;
  readonly burst: number;
  readonly spacingMs: number;
}

const toBurst = (maxCalls: number): number => Math.max(1, Math.floor(maxCalls * burstShare));

/** What to do while nobody says how many calls are left. */
function toCautiousBudget(limitCalls: number, windowMs: number): Budget {
  const maxCalls = Math.max(1, Math.floor(limitCalls));
  const burst = toBurst(maxCalls);
  const leftCalls = windowMs > shortWindowMs ? unheardBursts * burst : Math.ceil(maxCalls * unheardShareOfShortWindow);
  const steadyCalls = Math.max(1, maxCalls - leftCalls);
  return { maxCalls, windowMs, burst, spacingMs: Math.ceil(windowMs / steadyCalls) };
}

/** What to do while the vendor says how many calls are left: nobody has to be guessed. */
function toHeardBudget(ourCalls: number, windowMs: number): Budget {
  const maxCalls = Math.max(1, Math.floor(ourCalls) - Math.ceil(ourCalls * unheardShare));
  return {
    maxCalls,
    windowMs,
    burst: toBurst(ourCalls),
    spacingMs: Math.ceil(windowMs / maxCalls),
  };
}

/**
 * Starts are spaced evenly, after a small burst at the beginning (a leaky bucket), and never more than `maxCalls` lie in
 * one window. What the vendor says beats the table: its `maxCalls` is taken over, and calls that are missing from
 * `remainingCalls` without being ours are other apps' or those of a process before, and are left to them, down to a tenth
 * of the limit. As long as the vendor tells, the window is used almost to the full; silence for a window brings back the
 * caution of the beginning.
 */
export function createPace(limit: RateLimit): Pace {
  let planned = toCautiousBudget(limit.maxCalls, limit.windowMs);
  let learned: { readonly budget: Budget; readonly untilMs: number } | null = null;
  let starts: Start[] = [];
  let bucketEmptyAtMs = Number.NEGATIVE_INFINITY;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;

  const budgetAt = (nowMs: number): Budget => (learned !== null && nowMs < learned.untilMs ? learned.budget : planned);

  /** When each start is out of the window, the earliest first. */
  const endsMs = (nowMs: number, windowMs: number): readonly number[] =>
    starts
      .map(({ atMs, answeredAtMs }) => Math.min(atMs + windowMs * windowMargin, (answeredAtMs ?? Infinity) + windowMs))
      .filter((endMs) => endMs > nowMs)
      .sort((a, b) => a - b);

  /** The last calls of a window are spread over the time until it moves on, or nobody would get through for a while. */
  function countedMs(nowMs: number, { maxCalls, windowMs }: Budget): number {
    const ends = endsMs(nowMs, windowMs);
    const leftCount = maxCalls - ends.length;
    if (leftCount <= 0) return ends[-leftCount] ?? nowMs;
    const [nextEndMs, newest] = [ends[0], starts.at(-1)];
    if (nextEndMs === undefined || newest === undefined || leftCount > maxCalls * spreadShare) return nowMs;
    return newest.atMs + (nextEndMs - newest.atMs) / (leftCount + 1);
  }

  return {
    earliestStartMs(nowMs) {
      const budget = budgetAt(nowMs);
      const spacedMs = bucketEmptyAtMs - (budget.burst - 1) * budget.spacingMs;
      return Math.max(nowMs, pausedUntilMs, spacedMs, countedMs(nowMs, budget));
    },
    take(nowMs) {
      const { spacingMs, windowMs } = budgetAt(nowMs);
      const countedFromMs = nowMs - Math.max(planned.windowMs, windowMs) * windowMargin;
      const start: Start = { atMs: nowMs, answeredAtMs: null };
      starts = [...starts.filter(({ atMs }) => atMs > countedFromMs), start];
      bucketEmptyAtMs = Math.max(nowMs, bucketEmptyAtMs) + spacingMs;
      return start;
    },
    answered(start, nowMs) {
      start.answeredAtMs = nowMs;
    },
    plan(next) {
      const spacingBeforeMs = planned.spacingMs;
      planned = toCautiousBudget(next.maxCalls, next.windowMs);
      learned = null;
      // The bucket is as full as before, and empties at the new pace.
      const lastAtMs = starts.at(-1)?.atMs;
      if (lastAtMs !== undefined) {
        bucketEmptyAtMs = lastAtMs + (bucketEmptyAtMs - lastAtMs) * (planned.spacingMs / spacingBeforeMs);
      }
    },
    learn(hint, nowMs) {
      if (!(hint.maxCalls >= 1 && hint.windowMs > 0 && hint.remainingCalls >= 0)) return;
      const ownCount = starts.filter(({ atMs }) => atMs > nowMs - hint.windowMs).length;
      const othersCount = Math.max(0, hint.maxCalls - hint.remainingCalls - ownCount);
      const leastCalls = Math.max(1, Math.floor(hint.maxCalls * burstShare));
      const ourCalls = Math.max(leastCalls, hint.maxCalls - othersCount);
      learned = { budget: toHeardBudget(ourCalls, hint.windowMs), untilMs: nowMs + hint.windowMs };
    },
    pauseUntil(untilMs) {
      pausedUntilMs = Math.max(pausedUntilMs, untilMs);
    },
  };
}
