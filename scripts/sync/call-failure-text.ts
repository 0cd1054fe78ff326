import type { CallFailure } from '../../src/app/extensions/contract/failure.ts';
import { explainFailure } from '../../src/app/extensions/shared/explain/explain-failure.ts';
import { terminalWords } from './terminal-words.ts';
import { wrapSentences } from './wrap-sentences.ts';

/** A function that failed, in words: what happened, what to do, what to quote. */
export function describeCallFailure({ failure }: Pick<CallFailure, 'failure'>): readonly string[] {
  const { title, whatToDo } = explainFailure(failure, terminalWords);
  const reference =
    failure.correlationId === null
      ? []
      : [`  ${terminalWords.t('common.reference', { reference: failure.correlationId })}`];
  return [`${title}.`, ...wrapSentences(whatToDo), ...reference];
}
