import type { Deadline } from './deadline.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { IntegrationError, toFailure } from './integration-error.ts';
import { createPace, type Pace } from './pace.ts';
import type { RateLimit, RateLimits } from './rate-limit.ts';
import type { Time } from './time.ts';

type PacedCall = Pick<HttpRequest, 'system' | 'operation' | 'rateClass'>;

/** Spaces the calls of one account, by rate class. */
export interface RateGate {
  /**
   * Waits for a place, first come first served.
   *
   * @returns to be told as soon as the call was answered
   * @throws IntegrationError kind `deadline` as soon as the place would come too late; `retryAfterSeconds` says when it would
   */
  enter(call: PacedCall, deadline: Deadline): Promise<Place>;
  /** Learns the limit, and what other apps use of it, from an answer. */
  observe(rateClass: string, headers: HttpAnswer['headers']): void;
  /** Lets nobody of this class through for so long, counted from now; never shortens a pause. */
  pause(rateClass: string, ms: number): void;
  /** Other limits from now on, for those who wait already too; what has started still counts. */
  setLimits(limits: RateLimits): void;
}

/** A call's place in the window. */
export interface Place {
  answered(): void;
}

interface Lane {
  limit: RateLimit;
  readonly pace: Pace;
  queue: Promise<unknown>;
}

/**
 * In any window of a class, at most `maxCalls` calls start: a steady pace with a small burst, and an exact count of the
 * window behind it.
 *
 * @param firstLimits - every rate class in use; a call of another class is a bug
 */
export function createRateGate(time: Pick<Time, 'monotonicMs' | 'sleep'>, firstLimits: RateLimits): RateGate {
  let limits = firstLimits;
  const lanes = new Map<string, Lane>();

  function laneOf(call: PacedCall): Lane {
    const known = lanes.get(call.rateClass);
    if (known !== undefined) return known;
    const limit = limits[call.rateClass];
    if (limit === undefined) throw new IntegrationError(toFailure(call, 'bug', { cause: 'internal' }));
    const lane: Lane = { limit, pace: createPace(limit), queue: Promise.resolve() };
    lanes.set(call.rateClass, lane);
    return lane;
  }

  async function passHead(lane: Lane, call: PacedCall, deadline: Deadline): Promise<Place> {
    for (;;) {
      const nowMs = time.monotonicMs();
      const waitMs = Math.ceil(lane.pace.earliestStartMs(nowMs) - nowMs);
      if (waitMs <= 0) {
        const start = lane.pace.take(nowMs);
        return { answered: () => lane.pace.answered(start, time.monotonicMs()) };
      }
      if (waitMs >= deadline.remainingMs()) {
        const retryAfterSeconds = Math.ceil(waitMs / 1_000);
        throw new IntegrationError(
          toFailure({ ...call, system: 'app' }, 'deadline', { cause: 'out-of-time' }, { retryAfterSeconds }),
        );
      }
      await time.sleep(waitMs);
    }
  }

  return {
    async enter(call, deadline) {
      const lane = laneOf(call);
      const turn = lane.queue.then(() => passHead(lane, call, deadline));
      lane.queue = turn.catch(() => undefined);
      return turn;
    },
    observe(rateClass, headers) {
      const lane = lanes.get(rateClass);
      const hint = lane?.limit.readHint?.(headers) ?? null;
      if (lane !== undefined && hint !== null) lane.pace.learn(hint, time.monotonicMs());
    },
    pause(rateClass, ms) {
      lanes.get(rateClass)?.pace.pauseUntil(time.monotonicMs() + ms);
    },
    setLimits(next) {
      limits = next;
      for (const [rateClass, lane] of lanes) {
        const limit = next[rateClass];
        if (limit === undefined) continue;
        lane.limit = limit;
        lane.pace.plan(limit);
      }
    },
  };
}
