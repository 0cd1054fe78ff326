import { explainProblem, type ProblemExplanation } from '../shared/explain/explain-problem.ts';
import { skipReasonText } from '../shared/explain/skip-reason-text.ts';
import type { Words } from '../shared/words/words.ts';
import type { NotSynced } from './sync-outcome.ts';

/** Why a contact was not synced, and what to do about it if there is anything to do. */
export function explainNotSynced(
  because: NotSynced,
  words: Words,
): Omit<ProblemExplanation, 'whatToDo'> & {
  readonly whatToDo: string | null;
} {
  switch (because.kind) {
    case 'call':
      return explainProblem(because.problem, words);
    case 'skipped':
      return { title: skipReasonText(because.reason, words), whatToDo: null, reference: null };
    case 'settings-off':
    case 'zoom-event':
      return {
        title: words.t(`card.not-synced.${because.kind}.title`),
        whatToDo: words.t(`card.not-synced.${because.kind}.what-to-do`),
        reference: null,
      };
  }
}
