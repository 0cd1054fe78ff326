import type { Random } from '../../emulators/core/random.ts';
import type { Time } from '../../src/app/app.functions/http/time.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import type { TwoAccounts } from '../support/two-accounts.ts';

/**
 * One time for everybody, and one call on its way at a time. Calls of all processes wait until nobody has anything left to
 * do but wait; then chance says whose is next. So what happens between processes depends on the seed and not on the machine.
 */
export interface Conductor extends Time {
  advance(ms: number): void;
  /** From now on every call takes so much time. */
  callsTake(ms: number): void;
  /** A transport whose calls wait for their turn. */
  conducted(inner: Transport): Transport;
  /** Lets something happen before the given call, counted from now over all processes. */
  beforeCall(number: number, act: () => void): void;
  callCount(): number;
  /** Rejects when an act of the schedule throws: a mistake of the schedule's, not of the app's. */
  readonly broken: Promise<never>;
}

interface Sleeper {
  readonly untilMs: number;
  readonly wake: () => void;
}

const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** The stand-ins' clocks must stand still: they follow this time. */
export function createConductor({ zoom, hubspot }: TwoAccounts, random: Random): Conductor {
  const startAt = zoom.clock.now();
  const waiting: (() => Promise<void>)[] = [];
  const sleepers: Sleeper[] = [];
  const acts: { readonly atCall: number; readonly act: () => void }[] = [];
  let elapsedMs = 0;
  let callMs = 0;
  let callCount = 0;
  let isConducting = false;
  let breakOff = (_error: unknown): void => {};
  const broken = new Promise<never>((_resolve, reject) => {
    breakOff = reject;
  });
  broken.catch(() => {});

  const moveTo = (ms: number): void => {
    elapsedMs = Math.max(elapsedMs, ms);
    for (const { clock } of [zoom, hubspot]) clock.set(startAt + elapsedMs);
  };
  const wakeNext = (): boolean => {
    const next = sleepers.toSorted((a, b) => a.untilMs - b.untilMs)[0];
    const isDue = next !== undefined && (waiting.length === 0 || next.untilMs <= elapsedMs + callMs);
    if (!isDue) return false;
    sleepers.splice(sleepers.indexOf(next), 1);
    moveTo(next.untilMs);
    next.wake();
    return true;
  };
  const sendNext = async (): Promise<boolean> => {
    if (waiting.length === 0) return false;
    const [send] = waiting.splice(random.integer(0, waiting.length - 1), 1);
    callCount += 1;
    moveTo(elapsedMs + callMs);
    for (const due of acts.filter(({ atCall }) => atCall === callCount)) due.act();
    await send?.();
    return true;
  };
  const conduct = async (): Promise<void> => {
    if (isConducting) return;
    isConducting = true;
    do {
      // Whatever an answer sets off has come to its next call after this, because nothing else takes real time.
      await turn();
      await turn();
    } while (wakeNext() || (await sendNext()));
    isConducting = false;
  };

  return {
    now: () => startAt + elapsedMs,
    monotonicMs: () => elapsedMs,
    random: () => random.next(),
    sleep: (ms) =>
      new Promise((resolve) => {
        sleepers.push({ untilMs: elapsedMs + ms, wake: resolve });
        conduct().catch(breakOff);
      }),
    advance: (ms) => moveTo(elapsedMs + ms),
    callsTake: (ms) => {
      callMs = ms;
    },
    conducted: (inner) => (request, timeoutMs) =>
      new Promise((resolve, reject) => {
        waiting.push(() => inner(request, timeoutMs).then(resolve, reject));
        conduct().catch(breakOff);
      }),
    beforeCall: (number, act) => void acts.push({ atCall: callCount + number, act }),
    callCount: () => callCount,
    broken,
  };
}
