import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../src/app/app.functions/http/deadline.ts';
import type { Failure } from '../../../src/app/app.functions/http/integration-error.ts';
import { IntegrationError } from '../../../src/app/app.functions/http/integration-error.ts';
import { decideRetry, toPauseMs, withRetry } from '../../../src/app/app.functions/http/retry.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';
import { aFailure, errorOf } from './http-kit.ts';

const firstTry = { isIdempotent: true, tryNumber: 1, random: 0.5, remainingMs: 8_000 };

describe('the decision to send again', () => {
  it.each<[Failure['kind'], number | null, boolean, boolean]>([
    // kind, status, repeated if idempotent, repeated if not
    ['unavailable', null, true, true],
    ['rate-limited', 429, true, true],
    ['answer-lost', null, true, false],
    ['timeout', null, true, false],
    ['unavailable', 500, true, false],
    ['unavailable', 502, true, false],
    ['unavailable', 503, true, false],
    ['unavailable', 504, true, false],
    ['unavailable', 521, true, false],
    ['unavailable', 526, true, false],
    ['unavailable', 423, true, false],
    ['unavailable', 477, true, false],
    ['conflict', 423, true, false],
    ['rejected', 423, true, false],
    ['unavailable', 501, false, false],
    ['conflict', 409, false, false],
    ['rejected', 400, false, false],
    ['quota-exhausted', 429, false, false],
    ['unexpected-shape', 200, false, false],
    ['unauthorised', 401, false, false],
    ['missing-scope', 400, false, false],
    ['not-found', 404, false, false],
    ['deadline', null, false, false],
    ['bug', null, false, false],
  ])('%s with status %s: idempotent %s, other %s', (kind, httpStatus, ifIdempotent, ifNot) => {
    const failure = aFailure(kind, { httpStatus });

    expect(decideRetry(failure, firstTry).kind === 'retry').toBe(ifIdempotent);
    expect(decideRetry(failure, { ...firstTry, isIdempotent: false }).kind === 'retry').toBe(ifNot);
  });

  it('waits longer each time, anywhere between nothing and the full step', () => {
    const wait = (tryNumber: number, random: number) =>
      decideRetry(aFailure('timeout'), { ...firstTry, tryNumber, random });

    expect(wait(1, 0)).toEqual({ kind: 'retry', waitMs: 0 });
    expect(wait(1, 0.999)).toEqual({ kind: 'retry', waitMs: 500 });
    expect(wait(2, 0.5)).toEqual({ kind: 'retry', waitMs: 500 });
    expect(wait(2, 0.999)).toEqual({ kind: 'retry', waitMs: 999 });
  });

  it('lets at least the second of a per-second limit pass', () => {
    expect(decideRetry(aFailure('rate-limited'), { ...firstTry, random: 0 })).toEqual({ kind: 'retry', waitMs: 1_000 });
  });

  it('does what Retry-After says instead', () => {
    const failure = aFailure('rate-limited', { retryAfterSeconds: 3 });

    expect(decideRetry(failure, { ...firstTry, random: 0.9 })).toEqual({ kind: 'retry', waitMs: 3_000 });
  });

  it('gives up when Retry-After is longer than a step may wait', () => {
    const failure = aFailure('rate-limited', { retryAfterSeconds: 6 });

    expect(decideRetry(failure, { ...firstTry, remainingMs: 60_000 })).toEqual({ kind: 'give-up' });
  });

  it('gives up when the wait would end at the deadline or after it', () => {
    const failure = aFailure('rate-limited', { retryAfterSeconds: 2 });

    expect(decideRetry(failure, { ...firstTry, remainingMs: 2_000 })).toEqual({ kind: 'give-up' });
    expect(decideRetry(failure, { ...firstTry, remainingMs: 2_001 })).toEqual({ kind: 'retry', waitMs: 2_000 });
  });

  it('gives up after the third try', () => {
    expect(decideRetry(aFailure('timeout'), { ...firstTry, tryNumber: 3 })).toEqual({ kind: 'give-up' });
  });
});

it.each([
  [null, 1_000],
  [4, 4_000],
])('holds everybody back after a refusal with Retry-After %s', (retryAfterSeconds, expected) => {
  expect(toPauseMs(aFailure('rate-limited', { retryAfterSeconds }))).toBe(expected);
});

describe('a call with retry', () => {
  function attempting(...failures: readonly Failure[]) {
    const time = createVirtualTime({ random: [0.5] });
    const deadline = createDeadline(time, 8_000);
    let tryCount = 0;
    const attempt = async (): Promise<string> => {
      const failure = failures[tryCount];
      tryCount += 1;
      if (failure !== undefined) throw new IntegrationError(failure);
      return `answer of try ${tryCount}`;
    };
    return {
      time,
      run: (isIdempotent = true) => withRetry({ isIdempotent }, attempt, { time, deadline }),
      tryCount: () => tryCount,
    };
  }

  it('comes back with the first answer, after growing waits', async () => {
    const call = attempting(aFailure('timeout'), aFailure('answer-lost'));

    await expect(call.run()).resolves.toBe('answer of try 3');

    expect(call.time.sleptMs).toEqual([250, 500]);
  });

  it('ends with the last error when three tries have failed', async () => {
    const call = attempting(aFailure('timeout'), aFailure('timeout'), aFailure('answer-lost'), aFailure('bug'));

    expect((await errorOf(call.run())).failure.kind).toBe('answer-lost');

    expect(call.tryCount()).toBe(3);
  });

  it('does not repeat a request that is not idempotent once it may have worked', async () => {
    const call = attempting(aFailure('answer-lost'));

    expect((await errorOf(call.run(false))).failure.kind).toBe('answer-lost');

    expect(call.tryCount()).toBe(1);
  });

  it('lets other errors pass: they are bugs', async () => {
    const time = createVirtualTime();
    const deadline = createDeadline(time, 8_000);
    const broken = () => Promise.reject(new RangeError('broken'));

    await expect(withRetry({ isIdempotent: true }, broken, { time, deadline })).rejects.toThrow(RangeError);
  });
});
