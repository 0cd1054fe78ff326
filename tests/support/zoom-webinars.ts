import { minuteMs } from './builders.ts';
import type { ParticipantSeed, RegistrantSeed, WebinarSeed } from './two-accounts.ts';

/** The number of the webinar in tests that have only one. */
export const webinarId = '81234567890';

/** Two days before the tests begin, so that Zoom's reports are final. */
export const sessionStart = Date.parse('2026-11-18T14:00:00Z');

/** A time as Zoom writes it, in minutes from the start of the session. */
export const atMinute = (minutes: number, start = sessionStart): string =>
  `${new Date(start + minutes * minuteMs).toISOString().slice(0, 19)}Z`;

/** A webinar of an hour that was held once. */
export function aHeldWebinar(changes: Partial<WebinarSeed> = {}): WebinarSeed {
  return {
    id: webinarId,
    uuid: 'plannedPlannedPlanned==',
    topic: 'Growing tomatoes',
    start_time: atMinute(0),
    duration: 60,
    join_url: `https://zoom.example.com/j/${String(changes.id ?? webinarId)}`,
    registration_url: `https://zoom.example.com/webinar/register/${String(changes.id ?? webinarId)}`,
    settings: { approval_type: 0 },
    instances: [anInstance()],
    ...changes,
  };
}

type InstanceSeed = NonNullable<WebinarSeed['instances']>[number];

/** An instance of an hour, with its host. */
export const anInstance = (participants: readonly ParticipantSeed[] = [], changes: Partial<InstanceSeed> = {}) => ({
  uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==',
  start_time: atMinute(0),
  end_time: atMinute(60),
  participants: [...participants],
  ...changes,
});

/** Somebody who registered two days before; the name in the address is the person's own. */
export function aRegistrant(email: string, changes: Partial<RegistrantSeed> = {}): RegistrantSeed {
  const name = email.slice(0, email.indexOf('@'));
  return {
    id: `reg-${name}`,
    email,
    first_name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    last_name: 'Quillfeather',
    create_time: atMinute(-2 * 24 * 60),
    ...changes,
  };
}

/** One join, in minutes from the start of the session. */
export const aJoin = (
  email: string,
  fromMinute: number,
  toMinute: number,
  changes: Partial<ParticipantSeed> = {},
): ParticipantSeed => ({
  name: `${email.slice(0, email.indexOf('@'))} Quillfeather`,
  user_email: email,
  join_time: atMinute(fromMinute),
  leave_time: atMinute(toMinute),
  ...changes,
});

/** So many people who registered one second after the other; every second one came for half of the time. */
export function aCrowd(count: number): { readonly registrants: RegistrantSeed[]; readonly joins: ParticipantSeed[] } {
  const emails = Array.from({ length: count }, (_, index) => `crowd${index + 1}@acme.example.com`);
  return {
    registrants: emails.map((email, index) => aRegistrant(email, { create_time: atMinute(-2_000 + index / 60) })),
    joins: emails.filter((_, index) => index % 2 === 0).map((email) => aJoin(email, 0, 30)),
  };
}
