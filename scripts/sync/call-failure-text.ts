import type { CallFailure } from '../../src/app/extensions/contract/failure.ts';
import { explainFailure } from '../../src/app/extensions/shared/copy/failures.en.ts';
import { wrapSentences } from './wrap-sentences.ts';

/** A function that failed, in words: what happened, what to do, what to quote. */
export function describeCallFailure({ failure }: Pick<CallFailure, 'failure'>): readonly string[] {
  const { title, whatToDo } = explainFailure(failure);
  const reference = failure.correlationId === null ? [] : [`  Reference number: ${failure.correlationId}`];
  return [`${title}.`, ...wrapSentences(whatToDo), ...reference];
}
