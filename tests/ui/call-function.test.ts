import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callFunction } from '../../src/app/extensions/shared/call-function.ts';
import { aFailure, anOverview } from './support/builders.ts';
import { captureLog } from './support/functions-double.ts';

let log: readonly unknown[];

beforeEach(() => {
  log = captureLog();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const functionAnswers = (answer: unknown) => vi.stubGlobal('serverless', () => Promise.resolve(answer));

describe('callFunction', () => {
  it('sends the parameters under the name of the function', async () => {
    const serverless = vi.fn(() => Promise.resolve(anOverview()));
    vi.stubGlobal('serverless', serverless);

    await callFunction('sync_webinar', { webinarId: '811', dryRun: true });

    expect(serverless).toHaveBeenCalledExactlyOnceWith('sync_webinar', {
      parameters: { webinarId: '811', dryRun: true },
    });
  });

  it('hands over a good answer and logs nothing', async () => {
    functionAnswers(anOverview());

    expect(await callFunction('get_overview', {})).toEqual({ kind: 'answered', answer: anOverview() });
    expect(log).toEqual([]);
  });

  it('hands over a failure as the function explained it', async () => {
    functionAnswers(aFailure());

    expect(await callFunction('get_overview', {})).toEqual({
      kind: 'problem',
      problem: { kind: 'failure', failure: aFailure().failure },
    });
    expect(log).toHaveLength(1);
  });

  it('tells a function that did not answer from one that failed', async () => {
    vi.stubGlobal('serverless', () => Promise.reject(new Error('x'.repeat(5000))));

    expect(await callFunction('get_overview', {})).toEqual({ kind: 'problem', problem: { kind: 'no-answer' } });
    expect(log).toEqual([
      { msg: 'call.failed', functionName: 'get_overview', kind: 'no-answer', message: 'x'.repeat(200) },
    ]);
  });

  it('copes with rejections that are no errors', async () => {
    vi.stubGlobal('serverless', () => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what is tested here
      return Promise.reject('gateway timeout');
    });

    await callFunction('get_overview', {});

    expect(log).toEqual([expect.objectContaining({ message: 'gateway timeout' })]);
  });

  it.each([
    undefined,
    null,
    'ok',
    7,
    [],
    {},
    { ok: 'true' },
    { ok: 'no', failure: {} },
    { ok: false },
    { ok: false, failure: null },
  ])('does not take %j for an answer', async (answer) => {
    functionAnswers(answer);

    expect(await callFunction('get_overview', {})).toEqual({
      kind: 'problem',
      problem: { kind: 'unreadable-answer' },
    });
  });
});
