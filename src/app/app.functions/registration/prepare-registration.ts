import type { RegistrationRefusal } from '../../extensions/contract/registration.ts';
import { normaliseAddress } from '../domain/address.ts';
import { checkAnswers } from './check-answers.ts';
import type { RegistrationForm } from './form.ts';
import type { NewRegistrant, Refused } from './ports.ts';

/** Who is to be registered, as HubSpot knows the contact. */
export interface ContactToRegister {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface RegistrationWish {
  readonly contact: ContactToRegister;
  readonly occurrenceId: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

export interface PreparedRegistration {
  readonly kind: 'prepared';
  readonly registrant: NewRegistrant;
}

/** Zoom's limit for names. @see https://developers.zoom.us/docs/api/meetings/ (read 2026-11-20) */
const nameCharactersMax = 64;

/** What Zoom would be sent, or why it would refuse. */
export function prepareRegistration(
  form: RegistrationForm,
  { contact, occurrenceId, answers }: RegistrationWish,
): PreparedRegistration | Refused {
  if (form.obstacle !== null) return refuse({ cause: form.obstacle });
  if (isHost(form, contact)) return refuse({ cause: 'host' });
  const date = chooseDate(form, occurrenceId);
  if (date.kind === 'refused') return date;
  const firstName = toName(contact.firstName);
  const lastName = toName(contact.lastName);
  if (firstName === '') return refuse({ cause: 'first-name-missing' });
  if (lastName === '' && form.isLastNameRequired) return refuse({ cause: 'last-name-missing' });
  const checked = checkAnswers(form.questions, answers);
  if (checked.kind === 'missing') return refuse({ cause: 'answers-missing', questions: checked.questions });
  const { fields, customAnswers } = checked;
  return {
    kind: 'prepared',
    registrant: {
      webinarId: form.webinar.webinarId,
      occurrenceId: date.occurrenceId,
      email: contact.email,
      firstName,
      lastName,
      fields,
      customAnswers,
      questionNames: form.questions.map(({ name }) => name),
    },
  };
}

const refuse = (refusal: RegistrationRefusal): Refused => ({ kind: 'refused', refusal });

const isHost = ({ webinar }: RegistrationForm, { email }: ContactToRegister): boolean =>
  webinar.hostEmail !== null && normaliseAddress(webinar.hostEmail) === normaliseAddress(email);

/** Where there is only one date left, nobody has to choose. */
function chooseDate(
  { webinar, dates }: RegistrationForm,
  wanted: string | null,
): Refused | { readonly kind: 'chosen'; readonly occurrenceId: string | null } {
  if (webinar.registrationScope !== 'occurrence') return { kind: 'chosen', occurrenceId: null };
  if (wanted !== null) {
    const isOpen = dates.some(({ occurrenceId }) => occurrenceId === wanted);
    return isOpen ? { kind: 'chosen', occurrenceId: wanted } : refuse({ cause: 'occurrence-unknown' });
  }
  const [only, ...others] = dates;
  if (only === undefined || others.length > 0) return refuse({ cause: 'occurrence-missing' });
  return { kind: 'chosen', occurrenceId: only.occurrenceId };
}

/** Whole characters only: half of a surrogate pair is no valid text. */
const toName = (text: string): string =>
  text
    .trim()
    .slice(0, nameCharactersMax)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
