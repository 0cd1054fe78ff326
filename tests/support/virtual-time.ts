import type { Time } from '../../src/app/app.functions/http/time.ts';

export interface VirtualTime extends Time {
  /** Moves both clocks forward, as if something had taken so long. */
  advance(ms: number): void;
  /** Every wait so far, in order. */
  readonly sleptMs: readonly number[];
}

/**
 * A time that passes only when somebody sleeps or the test says so. Waits end at once, and in the order of their ends.
 *
 * @param options.random - the values of chance, over and over
 */
export function createVirtualTime(
  options: { readonly startAt?: number; readonly random?: readonly number[] } = {},
): VirtualTime {
  const startAt = options.startAt ?? Date.parse('2026-11-20T12:00:00Z');
  const chances = options.random ?? [0.5];
  const sleptMs: number[] = [];
  const sleepers: { readonly untilMs: number; readonly wake: () => void }[] = [];
  let elapsedMs = 0;
  let drawnCount = 0;

  // One sleeper wakes per turn, so that it can go on before time moves to the next.
  function wakeNext(): void {
    const next = sleepers.toSorted((a, b) => a.untilMs - b.untilMs)[0];
    if (next === undefined) return;
    sleepers.splice(sleepers.indexOf(next), 1);
    elapsedMs = Math.max(elapsedMs, next.untilMs);
    next.wake();
  }

  return {
    now: () => startAt + elapsedMs,
    monotonicMs: () => elapsedMs,
    random() {
      drawnCount += 1;
      return chances[(drawnCount - 1) % chances.length] ?? 0;
    },
    sleep(ms) {
      sleptMs.push(ms);
      return new Promise((resolve) => {
        sleepers.push({ untilMs: elapsedMs + ms, wake: resolve });
        setImmediate(wakeNext);
      });
    },
    advance(ms) {
      elapsedMs += ms;
    },
    sleptMs,
  };
}
