import type { RegistrationQuestion } from '../../contract/registration.ts';
import type { Words } from '../../shared/words/words.ts';

const standardNames = [
  'phone',
  'job_title',
  'org',
  'industry',
  'country',
  'address',
  'city',
  'state',
  'zip',
  'comments',
  'purchasing_time_frame',
  'role_in_purchase_process',
  'no_of_employees',
] as const;

type StandardName = (typeof standardNames)[number];

const isStandard = (name: string): name is StandardName => (standardNames as readonly string[]).includes(name);

/** Of a question of which only the name is known. Custom questions are in the host's words. */
export const questionLabelOf = (name: string, { t }: Words): string =>
  isStandard(name) ? t(`register.question.${name}`) : name;

export const questionLabel = ({ name, kind }: RegistrationQuestion, words: Words): string =>
  kind === 'custom' ? name : questionLabelOf(name, words);

/** Zoom's own choices, word for word as Zoom wants to have them back. */
const standardOptions = {
  'Within a month': 'within-a-month',
  '1-3 months': 'months-1-3',
  '4-6 months': 'months-4-6',
  'More than 6 months': 'more-than-6-months',
  'No timeframe': 'no-timeframe',
  'Decision Maker': 'decision-maker',
  'Evaluator/Recommender': 'evaluator',
  Influencer: 'influencer',
  'Not involved': 'not-involved',
  'More than 10,000': 'more-than-10000',
} as const;

const isStandardOption = (option: string): option is keyof typeof standardOptions =>
  Object.hasOwn(standardOptions, option);

/** Choices of standard fields in the rep's language, where there are words in them; others as they are. */
export function optionLabel({ name, kind }: RegistrationQuestion, option: string, words: Words): string {
  if (kind === 'custom') return option;
  if (name === 'country') return countryName(option, words);
  return isStandardOption(option) ? words.t(`register.option.${standardOptions[option]}`) : option;
}

function countryName(code: string, { formats }: Words): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(formats.locale, { type: 'region' }).of(code) ?? code;
}
