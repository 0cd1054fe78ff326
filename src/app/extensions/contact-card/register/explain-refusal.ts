import type { RegistrationRefusal } from '../../contract/registration.ts';
import { asQuotedList, asSentence } from '../../shared/explain/vendor-words.ts';
import type { Words } from '../../shared/words/words.ts';
import { questionLabelOf } from './question-words.ts';

export interface RefusalExplanation {
  readonly title: string;
  readonly whatToDo: string;
}

/**
 * `form`: it is put right on the form. `again`: somebody has to put it right elsewhere, and the same answers can be sent
 * then. `none`: there is nothing to send.
 */
type NextMove = 'form' | 'again' | 'none';

const nextByCause: Readonly<Record<RegistrationRefusal['cause'], NextMove>> = {
  'registration-off': 'none',
  'registration-closed': 'none',
  'webinar-over': 'none',
  'zoom-event': 'none',
  'external-registration': 'none',
  'webinar-not-found': 'none',
  host: 'none',
  panelist: 'none',
  'capacity-reached': 'again',
  'denied-before': 'again',
  'daily-limit': 'again',
  'licence-missing': 'again',
  'address-refused': 'again',
  'last-name-missing': 'again',
  'first-name-missing': 'again',
  'answers-missing': 'form',
  'occurrence-missing': 'form',
  'occurrence-unknown': 'form',
  other: 'again',
};

export const nextAfter = ({ cause }: RegistrationRefusal): NextMove => nextByCause[cause];

/** Why nobody, or not this contact, can be registered, and what to do; every cause has its own words. */
export function explainRefusal(refusal: RegistrationRefusal, words: Words): RefusalExplanation {
  return {
    title: words.t(`register.refusal.${refusal.cause}.title`),
    whatToDo: toWhatToDo(refusal, words),
  };
}

function toWhatToDo(refusal: RegistrationRefusal, words: Words): string {
  const { t, formats } = words;
  switch (refusal.cause) {
    case 'daily-limit':
      return t('register.refusal.daily-limit.what-to-do', { time: formats.dateAndTime(refusal.opensAt) });
    case 'answers-missing': {
      const labels = refusal.questions.map((name) => questionLabelOf(name, words));
      const questions = asQuotedList(labels, words);
      return t('register.refusal.answers-missing.what-to-do', { questions });
    }
    case 'other':
      return t('register.refusal.other.what-to-do', { problem: asSentence(refusal.problem, words) });
    default:
      return t(`register.refusal.${refusal.cause}.what-to-do`);
  }
}
