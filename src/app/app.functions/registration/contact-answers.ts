import { CountryCodes } from 'validator/lib/isISO31661Alpha2.js';
import type { RegistrationQuestion } from '../../extensions/contract/registration.ts';

/** A contact's properties by name, as HubSpot stores them. */
export type ContactProperties = Readonly<Record<string, string | null>>;

/**
 * Zoom's standard questions and the contact properties that answer them; the first that is filled in does. A
 * property that an account does not have is absent in HubSpot's answer.
 *
 * @see https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/webinars/{webinarId}/registrants (read 2026-11-20)
 */
const propertiesByQuestion: Readonly<Record<string, readonly string[]>> = {
  phone: ['phone', 'mobilephone'],
  org: ['company'],
  job_title: ['jobtitle'],
  industry: ['industry'],
  address: ['address'],
  city: ['city'],
  state: ['state'],
  zip: ['zip'],
  country: ['hs_country_region_code', 'country'],
  no_of_employees: ['numemployees'],
};

/** What is to be read of a contact so that its questions can be answered. */
export const answerPropertyNames: readonly string[] = [...new Set(Object.values(propertiesByQuestion).flat())];

/** HubSpot's steps that lie within one of Zoom's. */
const employeesByStep: Readonly<Record<string, string>> = {
  '1-5': '1-20',
  '25-50': '21-50',
  '50-100': '51-100',
  '100-500': '101-500',
  '500-1000': '500-1,000',
};

/** Languages in which a country may be written in a contact: those that the app speaks. */
const countryLanguages = ['en', 'de', 'nb', 'pt-BR', 'zh-TW'];

/**
 * Answers questions of a registration form with what HubSpot knows of the contact. Custom questions have no property; what
 * Zoom would not take as it is, is left out.
 *
 * @returns by name of the question
 */
export function answerFromContact(
  questions: readonly RegistrationQuestion[],
  properties: ContactProperties,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = question.kind === 'standard' ? answerOf(question, properties) : null;
      return answer === null ? [] : [[question.name, answer]];
    }),
  );
}

function answerOf({ name, answer, options }: RegistrationQuestion, properties: ContactProperties): string | null {
  const names = Object.hasOwn(propertiesByQuestion, name) ? propertiesByQuestion[name] : undefined;
  const values = (names ?? []).map((property) => properties[property]?.trim() ?? '').filter((value) => value !== '');
  const usable = values.map((value) => toAnswer(name, value));
  return usable.find((value) => value !== null && (answer === 'text' || options.includes(value))) ?? null;
}

function toAnswer(question: string, value: string): string | null {
  switch (question) {
    case 'country':
      return findCountry(value);
    case 'no_of_employees':
      return employeesByStep[value.replaceAll(/[\s,.]/g, '').replace('–', '-')] ?? value;
    default:
      return value;
  }
}

const countryCodes: ReadonlySet<string> = CountryCodes;

let codeByName: ReadonlyMap<string, string> | null = null;

/** @returns the code of a country that is given by its code or by its name */
function findCountry(text: string): string | null {
  const code = text.toUpperCase();
  if (countryCodes.has(code)) return code;
  codeByName ??= new Map(
    countryLanguages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
      return [...countryCodes].flatMap((each) => {
        const name = names.of(each);
        return name === undefined ? [] : [[fold(name), each] as const];
      });
    }),
  );
  return codeByName.get(fold(text)) ?? null;
}

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
