import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../src/app/app.functions/http/deadline.ts';
import { createRateGate } from '../../../src/app/app.functions/http/rate-gate.ts';
import type { RateLimits } from '../../../src/app/app.functions/http/rate-limit.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';
import { aRequest, failureOf } from './http-kit.ts';

const limits: RateLimits = {
  calm: { maxCalls: 10, windowMs: 1_000 },
  slow: { maxCalls: 1, windowMs: 1_000 },
  told: {
    maxCalls: 190,
    windowMs: 10_000,
    readHint: (headers) =>
      headers['max'] === undefined
        ? null
        : { maxCalls: Number(headers['max']), remainingCalls: Number(headers['remaining']), windowMs: 10_000 },
  },
};

function aGate(budgetMs = 60_000) {
  const time = createVirtualTime();
  const gate = createRateGate(time, limits);
  const deadline = createDeadline(time, budgetMs);
  const startsMs: number[] = [];
  const enter = (rateClass: string) =>
    gate.enter(aRequest({ rateClass }), deadline).then(() => {
      startsMs.push(time.monotonicMs());
    });
  const enterTimes = async (rateClass: string, count: number) => {
    for (let index = 0; index < count; index += 1) await enter(rateClass);
  };
  return { time, gate, enter, enterTimes, startsMs };
}

const countSince = (startsMs: readonly number[], sinceMs: number): number =>
  startsMs.filter((startMs) => startMs > sinceMs).length;

describe('the rate gate', () => {
  it('lets calls through at a steady pace below the limit', async () => {
    const { enterTimes, startsMs } = aGate();

    await enterTimes('calm', 4);

    expect(startsMs).toEqual([0, 125, 250, 375]);
  });

  it('allows a small burst where the limit is large', async () => {
    const { enterTimes, startsMs } = aGate();

    await enterTimes('told', 21);

    expect(startsMs.filter((startMs) => startMs === 0)).toHaveLength(19);
    expect(startsMs.slice(19)).toEqual([76, 152]);
  });

  it('keeps more than a window between two calls when the limit is one', async () => {
    const { enterTimes, startsMs } = aGate();

    await enterTimes('slow', 3);

    expect(startsMs).toEqual([0, 1_050, 2_100]);
  });

  it('counts a call that was answered for a window after its answer', async () => {
    const { gate, time } = aGate();
    const deadline = createDeadline(time, 60_000);
    const request = aRequest({ rateClass: 'slow' });

    const place = await gate.enter(request, deadline);
    time.advance(20);
    place.answered();
    await gate.enter(request, deadline);

    expect(time.monotonicMs()).toBe(1_020);
  });

  it('spreads the last calls of a window instead of letting nobody through for a while', async () => {
    const { gate, enterTimes, startsMs, time } = aGate();
    await enterTimes('told', 1);
    gate.observe('told', { max: '190', remaining: '189' });
    await enterTimes('told', 99);
    time.advance(1_000);

    for (let count = 0; count < 300; count += 1) {
      await enterTimes('told', 1);
      gate.observe('told', { max: '190', remaining: String(190 - countSince(startsMs, time.monotonicMs() - 10_000)) });
    }

    const waitsMs = startsMs.slice(1).map((startMs, index) => startMs - (startsMs[index] ?? 0));
    expect(Math.max(...waitsMs.filter((waitMs) => waitMs !== 1_000))).toBeLessThan(600);
  });

  it('does not make one class wait for another', async () => {
    const { enter, startsMs } = aGate();

    await enter('slow');
    await enter('calm');

    expect(startsMs).toEqual([0, 0]);
  });

  it('serves those who wait in the order in which they came', async () => {
    const { gate, time } = aGate();
    const deadline = createDeadline(time, 60_000);
    const order: number[] = [];

    await Promise.all(
      [1, 2, 3, 4].map((number) =>
        gate.enter(aRequest({ rateClass: 'slow' }), deadline).then(() => order.push(number)),
      ),
    );

    expect(order).toEqual([1, 2, 3, 4]);
    expect(time.monotonicMs()).toBe(3_150);
  });

  it('refuses at once when the place would come after the deadline, and says when it would come', async () => {
    const { enter, time } = aGate(1_000);
    await enter('slow');

    const failure = await failureOf(enter('slow'));

    expect(failure).toMatchObject({
      kind: 'deadline',
      system: 'app',
      reason: { cause: 'out-of-time' },
      httpStatus: null,
      retryAfterSeconds: 2,
    });
    expect(time.sleptMs).toEqual([]);
  });

  it('goes on for others after one was refused', async () => {
    const { gate, time } = aGate();
    const patient = createDeadline(time, 60_000);
    const hurried = createDeadline(time, 100);
    const request = aRequest({ rateClass: 'slow' });
    await gate.enter(request, patient);

    const refused = failureOf(gate.enter(request, hurried));
    const served = gate.enter(request, patient);

    expect((await refused).kind).toBe('deadline');
    await expect(served).resolves.toBeDefined();
  });

  it('lets nobody through during a pause, also those who were waiting already', async () => {
    const { gate, enter, startsMs } = aGate();
    await enter('slow');

    const waiting = enter('slow');
    gate.pause('slow', 5_000);
    await waiting;

    expect(startsMs).toEqual([0, 5_000]);
  });

  it('never shortens a pause', async () => {
    const { gate, enter, startsMs } = aGate();
    await enter('calm');

    gate.pause('calm', 5_000);
    gate.pause('calm', 1_000);
    await enter('calm');

    expect(startsMs).toEqual([0, 5_000]);
  });

  it('takes over the limit that the vendor names', async () => {
    const { gate, enterTimes, startsMs } = aGate();
    await enterTimes('told', 1);

    gate.observe('told', { max: '100', remaining: '99' });
    await enterTimes('told', 12);

    expect(startsMs.filter((startMs) => startMs === 0)).toHaveLength(10);
    expect(startsMs.slice(10)).toEqual([0, 1, 2].map((index) => (startsMs[10] ?? 0) + index * 103));
  });

  it('uses almost the whole window while the vendor says that nobody else is there', async () => {
    const { gate, enterTimes, startsMs, time } = aGate();

    for (let count = 1; count <= 600; count += 1) {
      await enterTimes('told', 1);
      gate.observe('told', { max: '190', remaining: String(190 - countSince(startsMs, time.monotonicMs() - 10_000)) });
    }

    const secondsAllowed = (600 / 190) * 10;
    expect(time.monotonicMs() / 1_000 / secondsAllowed).toBeLessThan(1.05);
  });

  it('waits until a lower limit is kept for the calls before it was heard of, too', async () => {
    const { gate, enterTimes, startsMs } = aGate();
    await enterTimes('told', 19);

    gate.observe('told', { max: '10', remaining: '0' });
    await enterTimes('told', 1);

    expect(startsMs.at(-1)).toBe(10_500);
  });

  it('leaves to other apps what they use', async () => {
    const paceWith = async (remaining: string) => {
      const { gate, enterTimes, time } = aGate();
      await enterTimes('told', 1);
      gate.observe('told', { max: '190', remaining });
      await enterTimes('told', 40);
      return time.monotonicMs();
    };

    expect(await paceWith('189')).toBeLessThan(2_000);
    expect(await paceWith('89')).toBeGreaterThan(3_000);
    expect(await paceWith('0')).toBeGreaterThan(10_000);
  });

  it('forgets about other apps when it has not heard of them for a window', async () => {
    const { gate, enterTimes, startsMs, time } = aGate();
    await enterTimes('told', 1);
    gate.observe('told', { max: '190', remaining: '0' });

    time.advance(10_000);
    await enterTimes('told', 19);

    expect(startsMs.filter((startMs) => startMs === 10_000)).toHaveLength(19);
  });

  it.each([
    ['no headers', {}],
    ['nonsense', { max: 'x', remaining: 'y' }],
    ['a limit of nothing', { max: '0', remaining: '0' }],
    ['a negative rest', { max: '190', remaining: '-1' }],
  ])('learns nothing from %s', async (_what, headers) => {
    const { gate, enterTimes, startsMs } = aGate();
    await enterTimes('told', 1);

    gate.observe('told', headers);
    await enterTimes('told', 18);

    expect(startsMs.filter((startMs) => startMs === 0)).toHaveLength(19);
  });

  it('calls an unknown class a bug', async () => {
    const { enter, gate } = aGate();

    expect((await failureOf(enter('unheard-of'))).kind).toBe('bug');
    expect(() => {
      gate.pause('unheard-of', 1);
      gate.observe('unheard-of', {});
    }).not.toThrow();
  });

  it('takes other limits while it runs, and counts what has started', async () => {
    const { gate, enterTimes, startsMs } = aGate();
    await enterTimes('calm', 2);

    gate.setLimits({ ...limits, calm: { maxCalls: 2, windowMs: 1_000 } });
    await enterTimes('calm', 3);

    // Two a second, and the first two were it.
    expect(startsMs).toEqual([0, 125, 1_125, 2_125, 3_125]);
  });

  it('takes larger limits as well', async () => {
    const { gate, enterTimes, startsMs } = aGate();
    await enterTimes('slow', 1);

    gate.setLimits({ ...limits, slow: { maxCalls: 10, windowMs: 1_000 } });
    await enterTimes('slow', 3);

    const [, ...later] = startsMs;
    expect(later.every((startMs) => startMs < 2_000)).toBe(true);
  });

  it('applies other limits to those who wait already', async () => {
    const { gate, enter, startsMs } = aGate();
    await enter('calm');

    const waiting = [enter('calm'), enter('calm')];
    gate.setLimits({ ...limits, calm: { maxCalls: 1, windowMs: 1_000 } });
    await Promise.all(waiting);

    expect(startsMs).toEqual([0, 1_050, 2_100]);
  });

  it('reads hints by the new limits, and forgets the old ones', async () => {
    const { gate, enterTimes, startsMs } = aGate();
    await enterTimes('told', 1);
    gate.observe('told', { max: '1', remaining: '0' });

    gate.setLimits({ ...limits, told: { maxCalls: 190, windowMs: 10_000 } });
    gate.observe('told', { max: '1', remaining: '0' });
    await enterTimes('told', 1);

    expect(startsMs).toEqual([0, 0]);
  });

  it('takes other limits for a class before its first call', async () => {
    const { gate, enterTimes, startsMs } = aGate();

    gate.setLimits({ ...limits, calm: { maxCalls: 1, windowMs: 1_000 } });
    await enterTimes('calm', 2);

    expect(startsMs).toEqual([0, 1_050]);
  });
});
