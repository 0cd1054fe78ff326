import { describe, expect, it } from 'vitest';
import { secondsBeforeRetry } from '../../../src/app/extensions/settings-page/home/sweeps/seconds-before-retry.ts';
import {
  idleSweeps,
  reduceSweeps,
  type SweepsAction,
  toOpenOrders,
} from '../../../src/app/extensions/settings-page/home/sweeps/sweeps-state.ts';
import { aFailure, aReport } from '../support/builders.ts';
import { aSweepReport, aSweepStep, theLastSweepStep } from '../support/home-builders.ts';

const orders = ['main', 'Academy'].map((connection) => ({ connection, mode: 'all', sweepId: null }) as const);
const begin = [
  { kind: 'started', orders, isResumed: false },
  { kind: 'begun', connection: 'main' },
] as const;
const afterAll = (...actions: readonly SweepsAction[]) => actions.reduce(reduceSweeps, idleSweeps);
const progressed = { kind: 'progressed', connection: 'main', answer: aSweepStep({ sweepId: 'sweep-3' }) } as const;
const finished = { kind: 'finished', connection: 'main', answer: theLastSweepStep(), report: aSweepReport() } as const;

describe('reduceSweeps', () => {
  it('keeps the phase in which something was done while a step waits', () => {
    const waiting = aSweepStep({
      progress: { phase: 'waiting', doneCount: 0, totalCount: null },
      retryAfterSeconds: 9,
    });

    expect(afterAll(...begin, progressed, { ...progressed, answer: waiting })).toMatchObject({
      accounts: [{ stage: { phase: 'webinars', waitSeconds: 9 } }, { stage: { kind: 'queued' } }],
    });
  });

  it('is over when every account is done or has failed, and paused otherwise', () => {
    const failed = { kind: 'failed', connection: 'Academy', problem: { kind: 'no-answer' } } as const;

    expect(afterAll(...begin, finished, { kind: 'stopped' })).toMatchObject({ kind: 'paused' });
    expect(afterAll(...begin, finished, failed, { kind: 'stopped' })).toMatchObject({ kind: 'ended' });
  });

  it('keeps what was found when it is resumed, and forgets it when another begins', () => {
    const answer = aSweepStep({ sweepId: 'sweep-3', finished: [aReport()] });
    const paused = [...begin, { ...progressed, answer }, { kind: 'pause-asked' }, { kind: 'stopped' }] as const;
    const open = toOpenOrders(afterAll(...paused));

    expect(open).toEqual([
      { connection: 'main', mode: 'all', sweepId: 'sweep-3' },
      { connection: 'Academy', mode: 'all', sweepId: null },
    ]);
    expect(afterAll(...paused, { kind: 'started', orders: open, isResumed: true })).toMatchObject({
      kind: 'driving',
      finished: [aReport()],
    });
    expect(afterAll(...paused, { kind: 'started', orders, isResumed: false })).toMatchObject({ finished: [] });
  });

  it('changes nothing before something was started', () => {
    expect(afterAll(progressed)).toBe(idleSweeps);
    expect(toOpenOrders(idleSweeps)).toEqual([]);
  });
});

describe('secondsBeforeRetry', () => {
  const failure = (kind: 'rate-limited' | 'unauthorised', retryAfterSeconds: number | null) =>
    ({ kind: 'failure', failure: aFailure({ kind, retryAfterSeconds }).failure }) as const;

  it.each([
    ['no answer, the first time', { kind: 'no-answer' } as const, 1, 2],
    ['no answer, the second time', { kind: 'no-answer' } as const, 2, 4],
    ['no answer, the third time', { kind: 'no-answer' } as const, 3, null],
    ['an answer of another version', { kind: 'unreadable-answer' } as const, 1, null],
    ['a limit that names its end', failure('rate-limited', 20), 1, 20],
    ['a limit of the day', failure('rate-limited', 40_000), 1, null],
    ['refused credentials', failure('unauthorised', null), 1, null],
  ])('after %s', (_what, problem, triesSoFar, seconds) => {
    expect(secondsBeforeRetry(problem, triesSoFar)).toBe(seconds);
  });
});
