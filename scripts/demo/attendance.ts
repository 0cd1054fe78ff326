import type { Random } from '../../emulators/core/random.ts';
import { minuteMs, toTime } from './calendar.ts';
import type { DemoPerson } from './people/person.ts';
import type { SeedInstance, SeedPanelist, SeedParticipant } from './seed-types.ts';

/** One run of a webinar, from the host's start to the host's end. */
export interface DemoRun {
  readonly startsAtMs: number;
  readonly lengthMinutes: number;
}

/** One person's time in one run, in seconds after its start. */
export interface Stay {
  readonly person: DemoPerson;
  readonly joinSeconds: number;
  readonly leaveSeconds: number;
}

export const runEndMs = ({ startsAtMs, lengthMinutes }: DemoRun): number => startsAtMs + lengthMinutes * minuteMs;

/** So many of the people, in no particular order. */
export const chooseAttendees = (people: readonly DemoPerson[], share: number, random: Random): readonly DemoPerson[] =>
  random.shuffle(people).slice(0, Math.round(people.length * share));

const shortestStaySeconds = 20;

/** Most wait at the door or come within minutes, a few much later; two thirds stay to the end, some leave almost at once. */
export function planStays(people: readonly DemoPerson[], run: DemoRun, random: Random): readonly Stay[] {
  const lengthSeconds = run.lengthMinutes * 60;
  return people.map((person) => {
    const joinSeconds = Math.min(drawJoin(lengthSeconds, random), lengthSeconds - shortestStaySeconds);
    const leaveSeconds = Math.max(drawLeave(joinSeconds, lengthSeconds, random), joinSeconds + shortestStaySeconds);
    return { person, joinSeconds, leaveSeconds };
  });
}

function drawJoin(lengthSeconds: number, random: Random): number {
  const punctuality = random.next();
  if (punctuality < 0.55) return random.integer(0, 45);
  if (punctuality < 0.85) return random.integer(45, 420);
  return Math.round(lengthSeconds * random.next() * (punctuality < 0.96 ? 0.3 : 0.7));
}

function drawLeave(joinSeconds: number, lengthSeconds: number, random: Random): number {
  const patience = random.next();
  if (patience < 0.64) return lengthSeconds;
  if (patience < 0.8) return Math.round(lengthSeconds * (1 - 0.12 * random.next()));
  const leftSeconds = lengthSeconds - joinSeconds;
  return joinSeconds + Math.round(leftSeconds * random.next() * (patience < 0.88 ? 0.15 : 1));
}

export const stayedToEnd = (stays: readonly Stay[], run: DemoRun): readonly DemoPerson[] =>
  stays.filter(({ leaveSeconds }) => leaveSeconds === run.lengthMinutes * 60).map(({ person }) => person);

/** Every seventh loses the connection and comes back; every twentieth has a second device open. */
export function toRows(stays: readonly Stay[], run: DemoRun, random: Random): SeedParticipant[] {
  return stays.flatMap(({ person, joinSeconds, leaveSeconds }) => {
    const row = (fromSeconds: number, toSeconds: number, name = person.displayName): SeedParticipant => ({
      name,
      user_email: person.email,
      join_time: toTime(run.startsAtMs + fromSeconds * 1000),
      leave_time: toTime(run.startsAtMs + toSeconds * 1000),
    });
    const behaviour = random.next();
    const isLong = leaveSeconds - joinSeconds > 480;
    if (isLong && behaviour < 1 / 7) {
      const dropSeconds = random.integer(joinSeconds + 60, leaveSeconds - 240);
      return [row(joinSeconds, dropSeconds), row(dropSeconds + random.integer(15, 180), leaveSeconds)];
    }
    if (isLong && behaviour > 19 / 20) {
      const phoneSeconds = joinSeconds + random.integer(30, 240);
      return [row(joinSeconds, leaveSeconds), row(phoneSeconds, leaveSeconds, `iPhone (${person.firstName})`)];
    }
    return [row(joinSeconds, leaveSeconds)];
  });
}

export const attend = (people: readonly DemoPerson[], run: DemoRun, random: Random): SeedParticipant[] =>
  toRows(planStays(people, run, random), run, random);

/** Somebody who only typed a name: Zoom knows no address. */
export const toGuestRow = (name: string, run: DemoRun): SeedParticipant => ({
  name,
  user_email: '',
  join_time: toTime(run.startsAtMs + 3 * minuteMs),
  leave_time: toTime(runEndMs(run) - 2 * minuteMs),
});

/** Somebody from the company, or a speaker, who is there from start to end. */
export const toCrewRow = (name: string, email: string, run: DemoRun): SeedParticipant => ({
  name,
  user_email: email,
  registrant_id: '',
  join_time: toTime(run.startsAtMs),
  leave_time: toTime(runEndMs(run)),
});

/** A guest without registration whose address the host imported, so that Zoom shows it. */
export const toWalkInRow = (person: DemoPerson, run: DemoRun): SeedParticipant => ({
  name: person.displayName,
  user_email: person.email,
  registrant_id: '',
  join_time: toTime(run.startsAtMs + 6 * minuteMs),
  leave_time: toTime(runEndMs(run) - minuteMs),
  standIn: { isEmailFromHost: true },
});

/** The report shows a walk-in who left before joining, as Zoom's reports sometimes do. */
export const toReversedRow = (person: DemoPerson, run: DemoRun): SeedParticipant => ({
  ...toWalkInRow(person, run),
  join_time: toTime(runEndMs(run)),
  leave_time: toTime(run.startsAtMs),
  duration: 0,
});

/** A walk-in who was never let in. */
export const toWaitingRow = (person: DemoPerson, run: DemoRun): SeedParticipant => ({
  ...toWalkInRow(person, run),
  status: 'in_waiting_room',
});

export const toPanelists = (speakers: readonly { readonly name: string; readonly email: string }[]): SeedPanelist[] =>
  speakers.map(({ name, email }) => ({ name, email }));

export const toInstance = (
  run: DemoRun,
  participants: readonly SeedParticipant[],
  others: Pick<SeedInstance, 'uuid' | 'standIn' | 'recording' | 'transcript'> = {},
): SeedInstance => ({
  start_time: toTime(run.startsAtMs),
  end_time: toTime(runEndMs(run)),
  participants: [...participants],
  ...others,
});
