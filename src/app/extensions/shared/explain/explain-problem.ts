import type { CallProblem } from '../call-function.ts';
import type { Words } from '../words/words.ts';
import { explainFailure, type FailureExplanation } from './explain-failure.ts';

/** A problem in the user's words. */
export interface ProblemExplanation extends FailureExplanation {
  /** What to quote to support, if there is anything. */
  readonly reference: string | null;
}

export function explainProblem(problem: CallProblem, words: Words): ProblemExplanation {
  switch (problem.kind) {
    case 'failure':
      return { ...explainFailure(problem.failure, words), reference: problem.failure.correlationId };
    case 'no-answer':
    case 'unreadable-answer':
      return {
        title: words.t(`common.${problem.kind}.title`),
        whatToDo: words.t(`common.${problem.kind}.what-to-do`),
        reference: null,
      };
  }
}
