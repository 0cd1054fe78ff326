import type { Deadline } from './deadline.ts';
import type { HttpRequest } from './http.ts';
import { isIntegrationError, type Failure } from './integration-error.ts';
import type { Time } from './time.ts';

const triesMax = 3;
const firstBackoffMs = 500;
const backoffCeilingMs = 4_000;
/** A vendor that asks for more than this is not waited for: the step ends, and whoever drives it comes back. */
const retryAfterCeilingMs = 5_000;
/** The shortest window at either vendor is a second; before it is over, a second try would be refused as well. */
const rateLimitFloorMs = 1_000;

/** 423 locked and 477 migrating are HubSpot's; 521–526 come from the edge in front of it. */
const transientStatuses: ReadonlySet<number> = new Set([423, 477, 500, 502, 503, 504, 521, 522, 523, 524, 525, 526]);

/** `waitMs` counts from the failure. */
export type RetryDecision = { readonly kind: 'retry'; readonly waitMs: number } | { readonly kind: 'give-up' };

/**
 * Whether a failed call may be sent again.
 *
 * | failure                                   | repeated                    |
 * |-------------------------------------------|-----------------------------|
 * | `unavailable` without an answer: not sent | always                      |
 * | `rate-limited`: refused unseen            | always                      |
 * | `answer-lost`, `timeout`: may have worked | only idempotent requests    |
 * | a transient HTTP status: may have worked  | only idempotent requests    |
 * | everything else, `quota-exhausted` too    | never                       |
 *
 * @param tryNumber - of the try that failed, from 1
 * @param random - in [0, 1); full jitter
 * @returns `give-up` also when the wait would not end before the deadline
 */
export function decideRetry(
  failure: Failure,
  context: {
    readonly isIdempotent: boolean;
    readonly tryNumber: number;
    readonly random: number;
    readonly remainingMs: number;
  },
): RetryDecision {
  if (context.tryNumber >= triesMax || !mayRepeat(failure, context.isIdempotent)) return { kind: 'give-up' };
  const waitMs = toWaitMs(failure, context.tryNumber, context.random);
  return waitMs > retryAfterCeilingMs || waitMs >= context.remainingMs
    ? { kind: 'give-up' }
    : { kind: 'retry', waitMs };
}

function mayRepeat(failure: Failure, isIdempotent: boolean): boolean {
  switch (failure.kind) {
    case 'rate-limited':
      return true;
    case 'unavailable':
      return failure.httpStatus === null || (isIdempotent && transientStatuses.has(failure.httpStatus));
    case 'answer-lost':
    case 'timeout':
      return isIdempotent;
    case 'conflict':
    case 'rejected':
      return isIdempotent && failure.httpStatus !== null && transientStatuses.has(failure.httpStatus);
    default:
      return false;
  }
}

function toWaitMs(failure: Failure, tryNumber: number, random: number): number {
  if (failure.retryAfterSeconds !== null) return failure.retryAfterSeconds * 1_000;
  const jitterMs = Math.round(random * Math.min(backoffCeilingMs, firstBackoffMs * 2 ** (tryNumber - 1)));
  return failure.kind === 'rate-limited' ? rateLimitFloorMs + jitterMs : jitterMs;
}

/** How long nobody should call after a `rate-limited` answer. */
export const toPauseMs = (failure: Failure): number =>
  failure.retryAfterSeconds === null ? rateLimitFloorMs : failure.retryAfterSeconds * 1_000;

/**
 * The only place where calls are repeated: at most three tries, all inside the deadline.
 *
 * @throws the last try's error, unchanged
 */
export async function withRetry<Result>(
  request: Pick<HttpRequest, 'isIdempotent'>,
  attempt: () => Promise<Result>,
  { time, deadline }: { readonly time: Pick<Time, 'random' | 'sleep'>; readonly deadline: Deadline },
): Promise<Result> {
  for (let tryNumber = 1; ; tryNumber += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isIntegrationError(error)) throw error;
      const decision = decideRetry(error.failure, {
        isIdempotent: request.isIdempotent,
        tryNumber,
        random: time.random(),
        remainingMs: deadline.remainingMs(),
      });
      if (decision.kind === 'give-up') throw error;
      await time.sleep(decision.waitMs);
    }
  }
}
