import type { RateHint, RateLimit } from './rate-limit.ts';

/** When the next call of one rate class may start. All moments are milliseconds of the monotonic clock. */
export interface Pace {
  earliestStartMs(nowMs: number): number;
  /** Records a start. */
  take(nowMs: number): void;
  /** Another limit from now on; past starts still count, and what was learned is forgotten. */
  plan(limit: RateLimit): void;
  learn(hint: RateHint, nowMs: number): void;
  pauseUntil(untilMs: number): void;
}

const burstShare = 0.1;
/** Up to three processes may follow each other within one window, and none knows what the one before has used. */
const unheardBursts = 3;
/** What is left of a window that the vendor tells of: for the first calls of a process that has heard nothing yet. */
const unheardShare = 0.02;
// Calls that start a window apart may arrive closer together.
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
  const steadyCalls = Math.max(1, maxCalls - unheardBursts * burst);
  return { maxCalls, windowMs: windowMs * windowMargin, burst, spacingMs: Math.ceil(windowMs / steadyCalls) };
}

/** What to do while the vendor says how many calls are left: nobody has to be guessed. */
function toHeardBudget(ourCalls: number, windowMs: number): Budget {
  const maxCalls = Math.max(1, Math.floor(ourCalls) - Math.ceil(ourCalls * unheardShare));
  return {
    maxCalls,
    windowMs: windowMs * windowMargin,
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
  let startsMs: number[] = [];
  let bucketEmptyAtMs = Number.NEGATIVE_INFINITY;
  let pausedUntilMs = Number.NEGATIVE_INFINITY;

  const budgetAt = (nowMs: number): Budget => (learned !== null && nowMs < learned.untilMs ? learned.budget : planned);

  return {
    earliestStartMs(nowMs) {
      const { maxCalls, windowMs, burst, spacingMs } = budgetAt(nowMs);
      const spacedMs = bucketEmptyAtMs - (burst - 1) * spacingMs;
      const oldestCounted = startsMs.at(-maxCalls);
      const countedMs = oldestCounted === undefined ? nowMs : oldestCounted + windowMs;
      return Math.max(nowMs, pausedUntilMs, spacedMs, countedMs);
    },
    take(nowMs) {
      const { spacingMs, ...budget } = budgetAt(nowMs);
      const windowMs = Math.max(planned.windowMs, budget.windowMs);
      startsMs = [...startsMs.filter((startMs) => startMs > nowMs - windowMs), nowMs];
      bucketEmptyAtMs = Math.max(nowMs, bucketEmptyAtMs) + spacingMs;
    },
    plan(next) {
      planned = toCautiousBudget(next.maxCalls, next.windowMs);
      learned = null;
    },
    learn(hint, nowMs) {
      if (!(hint.maxCalls >= 1 && hint.windowMs > 0 && hint.remainingCalls >= 0)) return;
      const ownCount = startsMs.filter((startMs) => startMs > nowMs - hint.windowMs).length;
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
