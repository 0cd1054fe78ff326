import type {
  RegisterContactParameters,
  RegistrationFormAnswer,
  RegistrationQuestion,
  RegistrationRefusal,
} from '../../contract/registration.ts';

/** What a rep has filled in so far. */
export interface Draft {
  readonly occurrenceId: string | null;
  /** By name of the question; several only where several may be chosen. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** Whether the rep has tried to submit: from then on the form says what is missing. */
  readonly isChecked: boolean;
  /** What Zoom did not accept, until it is changed. */
  readonly refusedQuestions: readonly string[];
  readonly refusedOccurrenceId: string | null;
}

export const emptyDraft: Draft = {
  occurrenceId: null,
  answers: {},
  isChecked: false,
  refusedQuestions: [],
  refusedOccurrenceId: null,
};

export const changeAnswer = (draft: Draft, name: string, values: readonly string[]): Draft => ({
  ...draft,
  answers: { ...draft.answers, [name]: values },
  refusedQuestions: draft.refusedQuestions.filter((refused) => refused !== name),
});

export const changeOccurrence = (draft: Draft, occurrenceId: string): Draft => ({ ...draft, occurrenceId });

export function takeRefusal(draft: Draft, refusal: RegistrationRefusal): Draft {
  switch (refusal.cause) {
    case 'answers-missing':
      return { ...draft, isChecked: true, refusedQuestions: refusal.questions };
    case 'occurrence-missing':
      return { ...draft, isChecked: true };
    case 'occurrence-unknown':
      return { ...draft, isChecked: true, refusedOccurrenceId: draft.occurrenceId };
    default:
      return draft;
  }
}

/** Zoom's limit for the answer to a custom question. @see https://developers.zoom.us/docs/api/meetings/ (read 2026-11-20) */
export const customAnswerLengthMax = 128;

export function faultOfQuestion(
  { name, kind, isRequired }: RegistrationQuestion,
  draft: Draft,
): 'missing' | 'refused' | 'too-long' | null {
  const values = valuesOf(draft, name);
  if (kind === 'custom' && values.join('\n').length > customAnswerLengthMax) return 'too-long';
  if (draft.refusedQuestions.includes(name)) return 'refused';
  return draft.isChecked && isRequired && values.length === 0 ? 'missing' : null;
}

export function faultOfOccurrence({ occurrences }: RegistrationFormAnswer, draft: Draft): 'missing' | 'refused' | null {
  if (occurrences.length === 0 || !draft.isChecked) return null;
  if (draft.occurrenceId === null) return 'missing';
  const isGone = !occurrences.some(({ occurrenceId }) => occurrenceId === draft.occurrenceId);
  return isGone || draft.occurrenceId === draft.refusedOccurrenceId ? 'refused' : null;
}

/** Whether nothing is in the way of sending it. */
export function isComplete(form: RegistrationFormAnswer, draft: Draft): boolean {
  const checked = { ...draft, isChecked: true };
  return (
    faultOfOccurrence(form, checked) === null &&
    form.questions.every((question) => faultOfQuestion(question, checked) === null)
  );
}

/** Answers of blanks are none. */
export const valuesOf = ({ answers }: Draft, name: string): readonly string[] =>
  (answers[name] ?? []).map((value) => value.trim()).filter((value) => value !== '');

/** What the page always knows. */
export type CompleteParameters = RegisterContactParameters &
  Pick<RegistrationFormAnswer, 'webinarId' | 'connection'> & { readonly contactId: number };

export function toRegisterParameters(
  contactId: number,
  form: RegistrationFormAnswer,
  draft: Draft,
): CompleteParameters {
  const answers = Object.fromEntries(
    form.questions
      .map(({ name }) => [name, valuesOf(draft, name)] as const)
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => [name, values.join('\n')]),
  );
  return {
    contactId,
    webinarId: form.webinarId,
    connection: form.connection,
    ...(form.occurrences.length === 0 || draft.occurrenceId === null ? {} : { occurrenceId: draft.occurrenceId }),
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
  };
}
