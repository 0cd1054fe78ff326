import { CountryCodes } from 'validator/lib/isISO31661Alpha2.js';
import type { RegistrationQuestion } from '../../extensions/contract/registration.ts';
import type { FormQuestions } from '../registration/ports.ts';
import type { ZoomQuestions } from './zoom-schemas.ts';

/**
 * What Zoom takes for standard fields that are no free text. Of the number of employees its answers use other steps than
 * its requests do.
 *
 * @see https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/webinars/{webinarId}/registrants (read 2026-11-20)
 */
const optionsByField: ReadonlyMap<string, readonly string[]> = new Map([
  ['country', [...CountryCodes]],
  [
    'no_of_employees',
    ['1-20', '21-50', '51-100', '101-500', '500-1,000', '1,001-5,000', '5,001-10,000', 'More than 10,000'],
  ],
  ['purchasing_time_frame', ['Within a month', '1-3 months', '4-6 months', 'More than 6 months', 'No timeframe']],
  ['role_in_purchase_process', ['Decision Maker', 'Evaluator/Recommender', 'Influencer', 'Not involved']],
]);

/** These are on every form, and are known of the contact. */
const knownFields: ReadonlySet<string> = new Set(['first_name', 'last_name', 'email', '']);

/** Zoom's form, in Zoom's order. */
export function toFormQuestions({ questions, custom_questions: customQuestions }: ZoomQuestions): FormQuestions {
  const standard = (questions ?? []).map(({ field_name: name, required }) => ({ name, isRequired: required ?? false }));
  return {
    kind: 'questions',
    isLastNameRequired: standard.some(({ name, isRequired }) => name === 'last_name' && isRequired),
    questions: [
      ...standard.filter(({ name }) => !knownFields.has(name)).map(toStandardQuestion),
      ...(customQuestions ?? []).filter(({ title }) => title !== '').map(toCustomQuestion),
    ],
  };
}

function toStandardQuestion({
  name,
  isRequired,
}: Pick<RegistrationQuestion, 'name' | 'isRequired'>): RegistrationQuestion {
  const options = optionsByField.get(name);
  return {
    name,
    kind: 'standard',
    isRequired,
    answer: options === undefined ? 'text' : 'choice',
    options: options ?? [],
  };
}

function toCustomQuestion({
  title,
  type,
  required,
  answers,
}: NonNullable<ZoomQuestions['custom_questions']>[number]): RegistrationQuestion {
  const isText = type === 'short' || (answers ?? []).length === 0;
  return {
    name: title,
    kind: 'custom',
    isRequired: required ?? false,
    answer: isText ? 'text' : type === 'multiple' ? 'choices' : 'choice',
    options: isText ? [] : (answers ?? []),
  };
}
