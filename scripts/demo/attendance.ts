import type { Random } from '../../emulators/core/random.ts';
import type { ZoomSeed } from '../../emulators/zoom/index.ts';
import type { DemoPerson } from './people.ts';

type SeedAccount = NonNullable<ZoomSeed['accounts']>[number];
export type SeedWebinar = NonNullable<SeedAccount['webinars']>[number];
export type SeedRegistrant = NonNullable<SeedWebinar['registrants']>[number];
type SeedInstance = NonNullable<SeedWebinar['instances']>[number];
export type SeedParticipant = NonNullable<SeedInstance['participants']>[number];

const minuteMs = 60_000;

export const toTime = (epochMs: number): string => `${new Date(epochMs).toISOString().slice(0, 19)}Z`;

/** One run of a webinar, from the host's start to the host's end. */
export interface DemoRun {
  readonly startsAtMs: number;
  readonly lengthMinutes: number;
}

export const runEndMs = ({ startsAtMs, lengthMinutes }: DemoRun): number => startsAtMs + lengthMinutes * minuteMs;

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
  create_time: toTime(registeredAtMs),
  status,
});

/**
 * How people really come: most are punctual, some late; a few leave early; every sixth loses the connection and comes back;
 * every twentieth has a second device open.
 */
export function toParticipantRows(person: DemoPerson, run: DemoRun, random: Random): readonly SeedParticipant[] {
  const lengthSeconds = run.lengthMinutes * 60;
  const joinSeconds = random.next() < 0.75 ? random.integer(-120, 90) : random.integer(90, lengthSeconds / 3);
  const leaveSeconds =
    random.next() < 0.7 ? lengthSeconds : random.integer(Math.max(joinSeconds, 0) + 120, lengthSeconds);
  const row = (fromSeconds: number, toSeconds: number): SeedParticipant => ({
    name: `${person.firstName} ${person.lastName}`,
    user_email: person.email,
    join_time: toTime(run.startsAtMs + Math.max(0, fromSeconds) * 1000),
    leave_time: toTime(run.startsAtMs + toSeconds * 1000),
  });

  const behaviour = random.next();
  const stayedSeconds = leaveSeconds - Math.max(joinSeconds, 0);
  if (behaviour < 1 / 6 && stayedSeconds > 480) {
    const dropSeconds = random.integer(Math.max(joinSeconds, 0) + 60, leaveSeconds - 240);
    return [row(joinSeconds, dropSeconds), row(dropSeconds + random.integer(20, 180), leaveSeconds)];
  }
  if (behaviour > 19 / 20 && stayedSeconds > 480) {
    return [row(joinSeconds, leaveSeconds), row(joinSeconds + 300, leaveSeconds)];
  }
  return [row(joinSeconds, leaveSeconds)];
}

/** Somebody who only typed a name: Zoom knows no address. */
export const toGuestRow = (name: string, run: DemoRun): SeedParticipant => ({
  name,
  user_email: '',
  join_time: toTime(run.startsAtMs + 5 * minuteMs),
  leave_time: toTime(runEndMs(run) - 5 * minuteMs),
});

export const toInstance = (run: DemoRun, participants: readonly SeedParticipant[]): SeedInstance => ({
  start_time: toTime(run.startsAtMs),
  end_time: toTime(runEndMs(run)),
  participants: [...participants],
});
