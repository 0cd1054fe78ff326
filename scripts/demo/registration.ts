import type { Random } from '../../emulators/core/random.ts';
import { dayMs, toTime } from './calendar.ts';
import type { DemoPerson } from './people/person.ts';
import type { SeedRegistrant } from './seed-types.ts';

export interface RegistrationPeriod {
  readonly opensAtMs: number;
  readonly closesAtMs: number;
}

/** Fourteen days until the start; Zoom takes registrations until the webinar is over, a few arrive that late. */
export const periodBefore = (startsAtMs: number): RegistrationPeriod => ({
  opensAtMs: startsAtMs - 14 * dayMs,
  closesAtMs: startsAtMs + 5 * 60_000,
});

/** How many registrations do not stand. Zoom says `denied` of those that were cancelled and of those that were turned down. */
export interface OpenEnds {
  readonly denied?: number;
  readonly pending?: number;
}

export interface RegistrationList {
  /** In the order of registration. */
  readonly registrants: readonly SeedRegistrant[];
  /** Those who may come. */
  readonly standing: readonly DemoPerson[];
}

/** @param people - those whose registration does not stand are the last of them */
export function register(
  people: readonly DemoPerson[],
  period: RegistrationPeriod,
  random: Random,
  { denied = 0, pending = 0 }: OpenEnds = {},
): RegistrationList {
  const standing = people.slice(0, people.length - denied - pending);
  const statuses = new Map([
    ...people.slice(standing.length, standing.length + pending).map((person) => [person, 'pending'] as const),
    ...people.slice(standing.length + pending).map((person) => [person, 'denied'] as const),
  ]);
  const times = people.map(() => drawTime(period, random)).sort((a, b) => a - b);
  const registrants = random
    .shuffle(people)
    .map((person, index) => toRegistrant(person, times[index] ?? period.opensAtMs, statuses.get(person) ?? 'approved'));
  return { registrants, standing };
}

export const toRegistrant = (
  person: DemoPerson,
  registeredAtMs: number,
  status: 'approved' | 'pending' | 'denied' = 'approved',
): SeedRegistrant => ({
  email: person.email,
  first_name: person.firstName,
  last_name: person.lastName,
  org: person.company,
  job_title: person.jobTitle,
  country: person.country,
  create_time: toTime(registeredAtMs),
  status,
});

/** Many follow the invitation at once, many the reminder of the last day. */
function drawTime({ opensAtMs, closesAtMs }: RegistrationPeriod, random: Random): number {
  const lengthMs = closesAtMs - opensAtMs;
  const wave = random.next();
  if (wave < 0.35) return opensAtMs + random.next() ** 2 * 0.2 * lengthMs;
  if (wave < 0.7) return closesAtMs - random.next() ** 2 * 0.12 * lengthMs;
  return opensAtMs + random.next() * lengthMs;
}
