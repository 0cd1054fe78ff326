import { describe, expect, it } from 'vitest';
import type { CallResult } from '../../src/app/extensions/shared/call-function.ts';
import { firstLoad, type LoadState, reduceLoad } from '../../src/app/extensions/shared/load.ts';

const answered = (answer: string): CallResult<string> => ({ kind: 'answered', answer });
const unanswered: CallResult<string> = { kind: 'problem', problem: { kind: 'no-answer' } };
const loaded: LoadState<string> = { request: 1, load: { kind: 'loaded', answer: 'first' } };

describe('reduceLoad', () => {
  it('turns an answer or a problem into what is shown', () => {
    expect(reduceLoad(firstLoad, { kind: 'answered', request: 1, result: answered('first') })).toEqual(loaded);
    expect(reduceLoad(firstLoad, { kind: 'answered', request: 1, result: unanswered }).load).toEqual({
      kind: 'failed',
      problem: { kind: 'no-answer' },
    });
  });

  it('drops the answer to an older request', () => {
    const waiting = reduceLoad(firstLoad as LoadState<string>, { kind: 'requested' });

    expect(reduceLoad(waiting, { kind: 'answered', request: 1, result: answered('late') })).toBe(waiting);
    expect(reduceLoad(waiting, { kind: 'answered', request: 2, result: answered('new') }).load).toEqual({
      kind: 'loaded',
      answer: 'new',
    });
  });

  it('keeps what is loaded on screen while it loads again', () => {
    expect(reduceLoad(loaded, { kind: 'requested' })).toEqual({ ...loaded, request: 2 });
  });

  it('goes back to loading after a problem', () => {
    const failed = reduceLoad(firstLoad, { kind: 'answered', request: 1, result: unanswered });

    expect(reduceLoad(failed, { kind: 'requested' })).toEqual({ request: 2, load: { kind: 'loading' } });
  });
});
