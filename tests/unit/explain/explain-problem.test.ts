import { describe, expect, it } from 'vitest';
import { explainProblem } from '../../../src/app/extensions/shared/explain/explain-problem.ts';
import { aFailure } from '../scripts/builders.ts';
import { indianWords } from './test-words.ts';

describe('a call that brought nothing', () => {
  it('is explained by its failure, with the number to quote', () => {
    const failure = aFailure({ reason: { cause: 'out-of-time' }, correlationId: 'ref-1' });

    expect(explainProblem({ kind: 'failure', failure }, indianWords)).toEqual({
      title: 'The app ran out of time',
      whatToDo: 'Try again. The sync continues where it stopped, and nothing is written twice.',
      reference: 'ref-1',
    });
  });

  it.each([
    ['no-answer', 'No answer from the Zoom app'],
    ['unreadable-answer', 'The Zoom app was updated'],
  ] as const)('is explained without a failure: %s', (kind, title) => {
    const explanation = explainProblem({ kind }, indianWords);

    expect(explanation).toMatchObject({ title, reference: null });
    expect(explanation.whatToDo).toMatch(/^\p{Lu}.*\.$/u);
  });
});
