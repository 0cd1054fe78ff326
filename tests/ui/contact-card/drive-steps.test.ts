import { describe, expect, it } from 'vitest';
import type { CallResult } from '../../../src/app/extensions/shared/call-function.ts';
import { driveSteps, type StepAnswer } from '../../../src/app/extensions/contact-card/drive-steps.ts';

interface Answer extends StepAnswer {
  readonly place: string;
}

const answered = (answer: Partial<Answer>): CallResult<Answer> => ({
  kind: 'answered',
  answer: { done: false, retryAfterSeconds: 0, place: '', ...answer },
});
const unanswered: CallResult<Answer> = { kind: 'problem', problem: { kind: 'no-answer' } };

/** Answers the steps one after the other; one step too many is an error. */
function drive(results: readonly CallResult<Answer>[], { abortedAfter = Infinity } = {}) {
  const controller = new AbortController();
  const lasts: (string | null)[] = [];
  const progress: string[] = [];
  const pauses: number[] = [];
  const end = driveSteps<Answer>(
    {
      step: (last) => {
        const result = results[lasts.length];
        lasts.push(last?.place ?? null);
        if (lasts.length > abortedAfter) controller.abort();
        return result === undefined ? Promise.reject(new Error('One step too many')) : Promise.resolve(result);
      },
      pause: (seconds) => {
        pauses.push(seconds);
        return Promise.resolve();
      },
      onProgress: ({ place }) => progress.push(place),
    },
    controller.signal,
  );
  return { end, lasts, progress, pauses };
}

describe('driveSteps', () => {
  it('hands each step the answer of the step before, until the work is done', async () => {
    const { end, lasts, progress } = drive([
      answered({ place: 'a' }),
      answered({ place: 'b' }),
      answered({ place: 'c', done: true }),
    ]);

    expect(await end).toMatchObject({ kind: 'done', answer: { place: 'c' } });
    expect(lasts).toEqual([null, 'a', 'b']);
    expect(progress).toEqual(['a', 'b']);
  });

  it('waits as long as a step asks for, and only then', async () => {
    const { end, pauses } = drive([answered({ retryAfterSeconds: 20 }), answered({}), answered({ done: true })]);
    await end;

    expect(pauses).toEqual([20]);
  });

  it('ends at the first call that brought nothing, with the answer to go on from', async () => {
    expect(await drive([answered({ place: 'a' }), unanswered]).end).toMatchObject({
      kind: 'problem',
      problem: { kind: 'no-answer' },
      last: { place: 'a' },
    });
  });

  it('reports nothing more once it is aborted', async () => {
    const { end, progress } = drive([answered({ place: 'a' }), answered({ place: 'b' })], { abortedAfter: 1 });

    expect(await end).toEqual({ kind: 'aborted' });
    expect(progress).toEqual(['a']);
  });

  it('does not go on asking when an answer does not say whether the work is done', async () => {
    const nonsense = { kind: 'answered', answer: { ok: true } } as unknown as CallResult<Answer>;

    expect(await drive([nonsense]).end).toMatchObject({ kind: 'problem', problem: { kind: 'unreadable-answer' } });
  });
});
