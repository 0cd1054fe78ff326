import type { CallProblem } from './call-function.ts';
import { commonCopy } from './copy/common.en.ts';
import { explainFailure } from './copy/failures.en.ts';

/** A problem in the user's words. */
export interface Explanation {
  readonly title: string;
  readonly whatToDo: string;
  /** What to quote to support, if there is anything. */
  readonly reference: string | null;
}

export function explainProblem(problem: CallProblem): Explanation {
  switch (problem.kind) {
    case 'failure':
      return { ...explainFailure(problem.failure), reference: problem.failure.correlationId };
    case 'no-answer':
      return { ...commonCopy.noAnswer, reference: null };
    case 'unreadable-answer':
      return { ...commonCopy.unreadableAnswer, reference: null };
  }
}
