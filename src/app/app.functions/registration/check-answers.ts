import type { RegistrationQuestion } from '../../extensions/contract/registration.ts';
import type { NewRegistrant } from './ports.ts';

/** Answers that Zoom takes, or the questions that lack one. */
export type CheckedAnswers =
  | ({ readonly kind: 'usable' } & Pick<NewRegistrant, 'fields' | 'customAnswers'>)
  | { readonly kind: 'missing'; readonly questions: readonly string[] };

/** Zoom's limit for the answer to a custom question. @see https://developers.zoom.us/docs/api/meetings/ (read 2026-11-20) */
const customAnswerCharactersMax = 128;

type Usable =
  { readonly kind: 'answer'; readonly value: string } | { readonly kind: 'none' } | { readonly kind: 'wrong' };

const none: Usable = { kind: 'none' };
const wrong: Usable = { kind: 'wrong' };

/**
 * | question | answer | outcome |
 * |---|---|---|
 * | required | absent, blank | missing |
 * | optional | absent, blank | left out |
 * | any | none of its options, or too long for Zoom | missing: Zoom would refuse the whole registration |
 * | not on the form | any | left out: the form may have changed since it was filled in |
 *
 * @param answers - by name of the question; several choices are separated by a line break
 */
export function checkAnswers(
  questions: readonly RegistrationQuestion[],
  answers: Readonly<Record<string, string>>,
): CheckedAnswers {
  const given = new Map(Object.entries(answers));
  const checked = questions.map((question) => ({
    question,
    usable: toUsable(question, given.get(question.name) ?? ''),
  }));
  const missing = checked
    .filter(({ question, usable }) => usable.kind === 'wrong' || (usable.kind === 'none' && question.isRequired))
    .map(({ question }) => question.name);
  if (missing.length > 0) return { kind: 'missing', questions: [...new Set(missing)] };
  const answered = checked.flatMap(({ question: { kind, name }, usable }) =>
    usable.kind === 'answer' ? [{ kind, name, value: usable.value }] : [],
  );
  return {
    kind: 'usable',
    fields: Object.fromEntries(
      answered.filter(({ kind }) => kind === 'standard').map(({ name, value }) => [name, value]),
    ),
    customAnswers: answered.filter(({ kind }) => kind === 'custom').map(({ name, value }) => ({ title: name, value })),
  };
}

function toUsable(question: RegistrationQuestion, given: string): Usable {
  const value = readAnswer(question, given);
  if (value === null) return wrong;
  if (value === '') return none;
  const isTooLong = question.kind === 'custom' && value.length > customAnswerCharactersMax;
  return isTooLong ? wrong : { kind: 'answer', value };
}

/** @returns null for what is not among the options */
function readAnswer({ answer, options }: RegistrationQuestion, given: string): string | null {
  const text = given.trim();
  switch (answer) {
    case 'text':
      return text;
    case 'choice':
      return text === '' ? '' : findOption(options, text);
    case 'choices': {
      const parts = text.split('\n').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
      const chosen = parts.map((part) => findOption(options, part));
      return chosen.includes(null) ? null : [...new Set(chosen)].join(',');
    }
  }
}

/** As it stands on the form, else in other capitals. */
const findOption = (options: readonly string[], text: string): string | null =>
  options.find((option) => option.trim() === text) ??
  options.find((option) => option.trim().toLowerCase() === text.toLowerCase()) ??
  null;
