import type { RegistrationFormAnswer, RegistrationQuestion } from '../../contract/registration.ts';
import type { Words } from '../../shared/words/words.ts';
import { customAnswerLengthMax, type Draft, faultOfOccurrence, faultOfQuestion, valuesOf } from './draft.ts';
import { optionLabel, questionLabel } from './question-words.ts';

/** A webinar's registration form, ready to be shown. */
export interface FormView {
  readonly date: DateFieldView | null;
  readonly required: readonly QuestionView[];
  readonly optional: readonly QuestionView[];
  /** Said when the host has to approve. */
  readonly approval: string | null;
}

export interface DateFieldView {
  readonly options: { label: string; value: string }[];
  readonly value: string | null;
  readonly error: string | null;
}

export interface QuestionView {
  readonly name: string;
  readonly label: string;
  readonly control: 'text' | 'long-text' | 'choice' | 'choices';
  readonly options: { label: string; value: string }[];
  readonly values: readonly string[];
  readonly isRequired: boolean;
  readonly error: string | null;
}

/** @throws where the form is not what the contract says */
export function toFormView(form: RegistrationFormAnswer, draft: Draft, words: Words): FormView {
  const questions = form.questions.map((question) => toQuestionView(question, draft, words));
  return {
    date: form.occurrences.length === 0 ? null : toDateField(form, draft, words),
    required: questions.filter(({ isRequired }) => isRequired),
    optional: questions.filter(({ isRequired }) => !isRequired),
    approval: form.approval === 'manual' ? words.t('register.form.manual-approval') : null,
  };
}

function toDateField(form: RegistrationFormAnswer, draft: Draft, { t, formats }: Words): DateFieldView {
  const fault = faultOfOccurrence(form, draft);
  return {
    options: form.occurrences.map(({ occurrenceId, startsAt }) => ({
      label: formats.dateAndTime(startsAt),
      value: occurrenceId,
    })),
    value: draft.occurrenceId,
    error: fault === null ? null : t(`register.form.date-${fault}`),
  };
}

function toQuestionView(question: RegistrationQuestion, draft: Draft, words: Words): QuestionView {
  return {
    name: question.name,
    label: questionLabel(question, words),
    control: toControl(question),
    options: question.options.map((option) => ({ label: optionLabel(question, option, words), value: option })),
    values: valuesOf(draft, question.name),
    isRequired: question.isRequired,
    error: toAnswerError(question, draft, words),
  };
}

function toAnswerError(question: RegistrationQuestion, draft: Draft, { t }: Words): string | null {
  const fault = faultOfQuestion(question, draft);
  switch (fault) {
    case null:
      return null;
    case 'too-long':
      return t('register.form.answer-too-long', { max: customAnswerLengthMax });
    case 'missing':
    case 'refused':
      return t(`register.form.answer-${fault}`);
  }
}

function toControl({ name, kind, answer }: RegistrationQuestion): QuestionView['control'] {
  if (answer !== 'text') return answer;
  return kind === 'standard' && name === 'comments' ? 'long-text' : 'text';
}
