import type { Time } from '../../src/app/app.functions/http/time.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import type { TwoAccounts } from './two-accounts.ts';

/**
 * One time for the app and both stand-ins. It passes when everybody waits for it, and when the test says so; while a call
 * is on its way it stands still, so that what happens does not depend on the machine.
 */
export interface WorldTime extends Time {
  advance(ms: number): void;
  /** From now on every call takes so much time. */
  callsTake(ms: number): void;
  /** A transport whose calls take their time. */
  timed(inner: Transport): Transport;
}

/** The stand-ins' clocks must stand still: they follow this time. */
export function createWorldTime({ zoom, hubspot }: TwoAccounts): WorldTime {
  const startAt = zoom.clock.now();
  const sleepers: { readonly untilMs: number; readonly wake: () => void }[] = [];
  let elapsedMs = 0;
  let callMs = 0;
  let callsOnTheirWay = 0;

  const moveTo = (ms: number): void => {
    elapsedMs = Math.max(elapsedMs, ms);
    for (const { clock } of [zoom, hubspot]) clock.set(startAt + elapsedMs);
  };
  // One sleeper wakes per turn, so that it can go on before time moves to the next.
  const wakeNext = (): void => {
    const [next] = sleepers.toSorted((a, b) => a.untilMs - b.untilMs);
    const isDue = next !== undefined && (callsOnTheirWay === 0 || next.untilMs <= elapsedMs);
    if (!isDue) return;
    sleepers.splice(sleepers.indexOf(next), 1);
    moveTo(next.untilMs);
    next.wake();
    setImmediate(wakeNext);
  };
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      sleepers.push({ untilMs: elapsedMs + ms, wake: resolve });
      setImmediate(wakeNext);
    });

  return {
    now: () => startAt + elapsedMs,
    monotonicMs: () => elapsedMs,
    random: () => 0.5,
    sleep,
    advance: (ms) => {
      moveTo(elapsedMs + ms);
      setImmediate(wakeNext);
    },
    callsTake: (ms) => {
      callMs = ms;
    },
    timed: (inner) => async (request, timeoutMs) => {
      if (callMs > 0) await sleep(callMs);
      callsOnTheirWay += 1;
      try {
        return await inner(request, timeoutMs);
      } finally {
        callsOnTheirWay -= 1;
        setImmediate(wakeNext);
      }
    },
  };
}
