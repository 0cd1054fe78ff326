import type { RegistrationRefusal } from '../../extensions/contract/registration.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import type { Failure } from '../http/integration-error.ts';
import { isRegistrationOff } from './zoom-errors.ts';

/** What is known when a refusal is explained. */
export interface RefusalContext {
  readonly now: Instant;
  /** On the form: Zoom names the fields that it does not take. */
  readonly questionNames: readonly string[];
}

interface Refusal {
  readonly failure: Failure;
  readonly code: string | null;
  readonly problem: string;
}

interface Row {
  readonly when: (refusal: Refusal) => boolean;
  readonly refusal: (refusal: Refusal, context: RefusalContext) => RegistrationRefusal;
}

const hasCode =
  (...codes: readonly string[]) =>
  ({ code }: Refusal): boolean =>
    code !== null && codes.includes(code);
const says =
  (code: string, pattern: RegExp) =>
  (refusal: Refusal): boolean =>
    refusal.code === code && pattern.test(refusal.problem);
/** A field, not the end of a question that is called like one. */
const isAbout = (field: string) => says('300', new RegExp(`(^|\\. )${field}: `));
const of = (refusal: RegistrationRefusal) => (): RegistrationRefusal => refusal;

const dayMs = 86_400_000;

/*
 * The first row that fits decides. Zoom uses 200, 300 and 3000 for several causes each, so texts are read there.
 *
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/webinars/{webinarId}/registrants (read 2026-11-20)
 */
const rows: readonly Row[] = [
  { when: hasCode('3027'), refusal: of({ cause: 'host' }) },
  { when: hasCode('3034'), refusal: of({ cause: 'address-refused' }) },
  { when: hasCode('3035', '3043'), refusal: of({ cause: 'capacity-reached' }) },
  { when: hasCode('3038'), refusal: of({ cause: 'webinar-over' }) },
  { when: ({ failure }) => isRegistrationOff(failure), refusal: of({ cause: 'registration-off' }) },

  { when: says('3000', /invited as a panelist/i), refusal: of({ cause: 'panelist' }) },
  { when: says('3000', /limit for the number of attendees/i), refusal: of({ cause: 'capacity-reached' }) },
  { when: says('3000', /paid registration/i), refusal: of({ cause: 'external-registration' }) },
  { when: says('3000', /registration\b.*\bclosed/i), refusal: of({ cause: 'registration-closed' }) },

  { when: says('300', /occurrence/i), refusal: of({ cause: 'occurrence-unknown' }) },
  { when: isAbout('email'), refusal: of({ cause: 'address-refused' }) },
  { when: isAbout('first_name'), refusal: of({ cause: 'first-name-missing' }) },
  { when: isAbout('last_name'), refusal: of({ cause: 'last-name-missing' }) },
  {
    when: says('300', /validation failed/i),
    refusal: ({ problem }, { questionNames }) => {
      // The classifier of Zoom's errors puts each field before what is said of it.
      const questions = questionNames.filter((name) => problem.includes(`${name}: `));
      return questions.length > 0 ? { cause: 'answers-missing', questions } : { cause: 'other', problem };
    },
  },

  { when: says('200', /webinar plan is missing/i), refusal: of({ cause: 'licence-missing' }) },
  {
    // Of the two daily limits only that of one person is told in Zoom's own words; the other is the account's.
    when: ({ failure: { kind, reason } }) => kind === 'quota-exhausted' && reason.cause === 'vendor-refused',
    refusal: (_, { now }) => ({ cause: 'daily-limit', opensAt: toIso((Math.floor(now / dayMs) + 1) * dayMs) }),
  },
  {
    when: ({ failure: { reason } }) => reason.cause === 'webinar-not-found' || reason.cause === 'webinar-id-invalid',
    refusal: of({ cause: 'webinar-not-found' }),
  },
  {
    when: ({ failure: { kind, reason } }) =>
      (kind === 'rejected' || kind === 'conflict') && reason.cause === 'vendor-refused',
    refusal: ({ problem }) => ({ cause: 'other', problem }),
  },
];

/**
 * Why Zoom would not register somebody.
 *
 * @returns null for a failure that says nothing about the person or the webinar
 */
export function explainRefusal(failure: Failure, context: RefusalContext): RegistrationRefusal | null {
  const refusal = { failure, code: failure.vendorCode, problem: wordsOf(failure) };
  return rows.find(({ when }) => when(refusal))?.refusal(refusal, context) ?? null;
}

const wordsOf = ({ reason }: Failure): string =>
  reason.cause === 'vendor-refused'
    ? reason.problem
    : reason.cause === 'zoom-permission-missing'
      ? reason.vendorMessage
      : '';
