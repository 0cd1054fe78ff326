import isEmail from 'validator/lib/isEmail.js';
import * as z from 'zod';
import type { Occurrence, Webinar } from './entities.ts';
import type { Registrant } from './registrant.ts';
import { refusals } from './errors.ts';
import { isOver, occurrenceEnd } from './lifecycle.ts';
import { isRegisteredPerOccurrence } from './build-registrant.ts';
import { emailKey } from './roster.ts';

/** Addresses in ASCII only, as the specification's format has them. */
const email = z
  .string()
  .max(128)
  .regex(/^[!-~]+$/)
  .refine((text) => isEmail(text, { allow_utf8_local_part: false }));
const answer = z.string().max(128);

/** Fields that the vendor does not know are dropped. @see the vendor's OpenAPI file of 2026-08, `webinarRegistrantCreate` */
export const newRegistrantSchema = z.object({
  first_name: z.string().trim().min(1).max(64),
  last_name: z.string().max(64).optional(),
  email,
  address: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip: z.string().optional(),
  country: z.string().optional(),
  phone: z.string().optional(),
  comments: z.string().optional(),
  industry: z.string().optional(),
  job_title: z.string().optional(),
  org: z.string().optional(),
  no_of_employees: z
    .enum(['', '1-20', '21-50', '51-100', '101-500', '500-1,000', '1,001-5,000', '5,001-10,000', 'More than 10,000'])
    .optional(),
  purchasing_time_frame: z
    .enum(['', 'Within a month', '1-3 months', '4-6 months', 'More than 6 months', 'No timeframe'])
    .optional(),
  role_in_purchase_process: z
    .enum(['', 'Decision Maker', 'Evaluator/Recommender', 'Influencer', 'Not involved'])
    .optional(),
  custom_questions: z.array(z.object({ title: z.string(), value: answer })).optional(),
  language: z
    .enum([
      'en-US',
      'de-DE',
      'es-ES',
      'fr-FR',
      'jp-JP',
      'pt-PT',
      'ru-RU',
      'zh-CN',
      'zh-TW',
      'ko-KO',
      'it-IT',
      'vi-VN',
      'pl-PL',
      'Tr-TR',
    ])
    .optional(),
  source_id: z.string().optional(),
});
export type NewRegistrantBody = z.output<typeof newRegistrantSchema>;

export const statusChangeSchema = z.looseObject({
  action: z.enum(['approve', 'deny', 'cancel']),
  registrants: z
    .array(z.looseObject({ id: z.string().optional(), email: z.string().optional() }))
    .min(1)
    .max(30),
});

/** @throws Refused naming the fields when a required question is not answered, or one that does not exist is */
export function checkAnswers(webinar: Webinar, body: NewRegistrantBody): void {
  const { questions, custom_questions } = webinar.questions;
  const fields: Readonly<Record<string, unknown>> = body;
  const given = new Map((body.custom_questions ?? []).map(({ title, value }) => [title, value]));
  const known = new Map(custom_questions.map((question) => [question.title, question]));
  const wrongFields = [
    ...questions
      .filter(({ field_name, required }) => required && !isAnswered(fields[field_name]))
      .map(({ field_name }) => field_name),
    ...custom_questions
      .filter(({ title, required }) => required && !isAnswered(given.get(title)))
      .map(({ title }) => title),
    ...[...given].filter(([title, value]) => !isPossibleAnswer(known.get(title), value)).map(([title]) => title),
  ];
  if (wrongFields.length > 0) throw refusals.validationFailed([...new Set(wrongFields)]);
}

const isAnswered = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

function isPossibleAnswer(question: { type: string; answers: readonly string[] } | undefined, value: string): boolean {
  if (question === undefined) return false;
  if (value === '' || question.type === 'short') return true;
  const chosen = question.type === 'multiple' ? value.split(',').map((each) => each.trim()) : [value];
  return chosen.every((each) => question.answers.includes(each));
}

/** Who may not register at all, whatever was answered. @throws Refused 3027, 3000, 3034 */
export function checkPerson(webinar: Webinar, address: string): void {
  const key = emailKey(address);
  if (key === emailKey(webinar.host.email)) throw refusals.hostCannotRegister();
  if (webinar.panelists.some((panelist) => emailKey(panelist.email) === key)) throw refusals.panelistInvited();
  const { allowedEmailDomains } = webinar.knobs;
  const domain = key.slice(key.lastIndexOf('@') + 1);
  if (allowedEmailDomains !== null && !allowedEmailDomains.includes(domain)) throw refusals.workEmailNeeded();
}

/** @throws Refused 3000 or 3038 when nobody can register any more */
export function checkWebinarTakesRegistrations(webinar: Webinar, now: number): void {
  if (webinar.knobs.isPaidRegistration) throw refusals.paidRegistration();
  // People register for a Zoom Event with a ticket; the webinar below it has no registration of its own.
  if (webinar.settings.approval_type === 2 || webinar.isEventsWebinar)
    throw refusals.registrationNotRequired(webinar.id);
  if (isOver(webinar, now)) throw refusals.webinarIsOver();
}

export function hasRoomFor(webinar: Webinar, count: number): boolean {
  const approvedCount = webinar.roster.list({ status: 'approved', occurrenceId: null, trackingSourceId: null }).length;
  const limits = [webinar.settings.registrants_restrict_number, webinar.knobs.attendeeCapacity ?? 0].filter(
    (limit) => limit > 0,
  );
  return approvedCount + count <= Math.min(...limits, Number.POSITIVE_INFINITY);
}

/**
 * The occurrences that a registration is for: the named ones, else the next one (each registered apart) or all that are left
 * (chosen freely).
 * @throws Refused 400/300 for an unknown or deleted one, or several where one is allowed; 3038 for one that is over
 */
export function chooseOccurrences(
  webinar: Webinar,
  occurrenceIds: readonly string[],
  now: number,
): readonly Occurrence[] {
  const open = webinar.occurrences.filter((each) => each.status === 'available' && occurrenceEnd(each) > now);
  for (const id of occurrenceIds) {
    const occurrence = webinar.occurrences.find(({ occurrence_id }) => occurrence_id === id);
    if (occurrence === undefined || occurrence.status === 'deleted') throw refusals.invalidOccurrence(id);
    if (!open.includes(occurrence)) throw refusals.webinarIsOver();
  }
  if (!isRegisteredPerOccurrence(webinar)) return open;
  if (occurrenceIds.length > 1 && webinar.settings.registration_type !== 3) {
    throw refusals.invalidOccurrence(occurrenceIds.join(','));
  }
  if (occurrenceIds.length > 0) return open.filter(({ occurrence_id }) => occurrenceIds.includes(occurrence_id));
  return webinar.settings.registration_type === 2 ? open.slice(0, 1) : open;
}

/** Whether the person asked for nothing that the registration does not hold already. */
export const isRegisteredForAll = (registrant: Registrant, occurrences: readonly Occurrence[]): boolean =>
  registrant.statusByOccurrence.size === 0 ||
  occurrences.every(({ occurrence_id }) => registrant.statusByOccurrence.has(occurrence_id));
