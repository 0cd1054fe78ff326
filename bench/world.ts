import type { ZoomSeed } from '../emulators/zoom/index.ts';
import type { BenchPlan } from './allowances.ts';
import type { ChangedVolume, SweepVolume, SyncVolume } from './floor.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const lengthMinutes = 60;

export const benchWebinarId = '89000000001';
const benchInstanceUuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';

export const benchConnection = {
  name: 'bench',
  accountId: 'bench-account',
  clientId: 'bench-client',
  clientSecret: 'bench-secret',
} as const;

/** Rows that Zoom adds to the report later, of people who were registered and are in no row yet. */
export interface LateRows {
  readonly uuid: string;
  readonly participants: readonly object[];
}

export interface BenchWorld {
  readonly zoomSeed: ZoomSeed;
  readonly volume: SyncVolume;
  /** What changes after the first sync: one person in a hundred turns out to have been there. */
  readonly change: LateRows;
  readonly changedVolume: ChangedVolume;
}

/**
 * One webinar of three days ago with `peopleCount` registrants: 2 % cancelled, 85 % came, and of those 41 % lost the connection once
 * and have two rows. With 10,000 people that is 8,500 attendees in 12,000 rows.
 */
export function createBenchWorld(peopleCount: number, nowMs: number, plan: BenchPlan = 'pro'): BenchWorld {
  const cancelledCount = Math.round(peopleCount * 0.02);
  const approvedCount = peopleCount - cancelledCount;
  const attendedCount = Math.min(approvedCount, Math.round(peopleCount * 0.85));
  const rejoinCount = Math.round(attendedCount * (3_500 / 8_500));
  const startMs = Math.floor((nowMs - 3 * dayMs) / hourMs) * hourMs;
  const at = (minutes: number): string => `${new Date(startMs + minutes * 60_000).toISOString().slice(0, 19)}Z`;
  const emailOf = (index: number): string => `person${index}@company${index % 997}.example.com`;
  const nameOf = (index: number): string => `First${index} Last${index}`;

  const registrants = Array.from({ length: peopleCount }, (_, index) => ({
    email: emailOf(index),
    first_name: `First${index}`,
    last_name: `Last${index}`,
    create_time: new Date(startMs - 7 * dayMs + index * 1000).toISOString().replace('.000', ''),
    status: index < approvedCount ? ('approved' as const) : ('denied' as const),
  }));
  const participants = Array.from({ length: attendedCount }, (_, index) => {
    const row = (fromMinute: number, toMinute: number) => ({
      name: nameOf(index),
      user_email: emailOf(index),
      join_time: at(fromMinute),
      leave_time: at(toMinute),
    });
    const joinMinute = index % 9;
    return index < rejoinCount ? [row(joinMinute, 25), row(27, lengthMinutes)] : [row(joinMinute, lengthMinutes)];
  }).flat();

  const changedCount = Math.min(approvedCount - attendedCount, Math.ceil(peopleCount / 100));
  const lateRows = Array.from({ length: changedCount }, (_, place) => ({
    name: nameOf(attendedCount + place),
    user_email: emailOf(attendedCount + place),
    join_time: at(5),
    leave_time: at(lengthMinutes),
  }));
  return {
    change: { uuid: benchInstanceUuid, participants: lateRows },
    changedVolume: { changedCount, participantRowCount: participants.length + changedCount },
    zoomSeed: {
      accounts: [
        {
          account_id: benchConnection.accountId,
          client_id: benchConnection.clientId,
          client_secret: benchConnection.clientSecret,
          plan,
          users: [{ email: 'host@bench.example.com', first_name: 'Bench', last_name: 'Host' }],
          webinars: [
            {
              id: benchWebinarId,
              topic: `Bench webinar with ${peopleCount} people`,
              start_time: at(0),
              duration: lengthMinutes,
              settings: { approval_type: 0 },
              registrants,
              instances: [
                {
                  uuid: benchInstanceUuid,
                  start_time: at(0),
                  end_time: at(lengthMinutes),
                  participants,
                  // The host's own row would tip full pages over.
                  standIn: { hostRow: false },
                },
              ],
            },
          ],
        },
      ],
    },
    volume: {
      registrantCounts: { approved: approvedCount, pending: 0, denied: cancelledCount },
      participantRowCount: participants.length,
      contactCount: peopleCount,
      registeredCount: peopleCount,
      attendedCount,
      cancelledCount,
      eventCount: peopleCount + attendedCount,
    },
  };
}

export interface SweepWorld {
  readonly zoomSeed: ZoomSeed;
  readonly volume: SweepVolume;
  /** One in a hundred, whose people change all at once. */
  readonly changedWebinarIds: readonly string[];
}

const sweepHosts = 5;
/** Half of the people come back: an audience, not a crowd of strangers. */
const audienceShare = 0.5;

/**
 * Webinars of five hosts, held over the last four weeks and settled since, with so many people each: all registered, 85 %
 * came.
 */
export function createSweepWorld(
  webinarCount: number,
  peopleEach: number,
  nowMs: number,
  plan: BenchPlan = 'pro',
): SweepWorld {
  const audience = Math.max(peopleEach, Math.round(webinarCount * peopleEach * audienceShare));
  const attendedEach = Math.round(peopleEach * 0.85);
  const firstMs = nowMs - 27 * dayMs;
  const spacingMs = (25 * dayMs) / webinarCount;
  const webinars = Array.from({ length: webinarCount }, (_, number) => {
    const startMs = Math.floor((firstMs + number * spacingMs) / 1000) * 1000;
    const at = (minutes: number): string => `${new Date(startMs + minutes * 60_000).toISOString().slice(0, 19)}Z`;
    const people = Array.from({ length: peopleEach }, (_, place) => (number * peopleEach + place) % audience);
    const emailOf = (person: number): string => `person${person}@company${person % 97}.example.com`;
    return {
      id: String(89_100_000_000 + number),
      host_id: `host-${number % sweepHosts}`,
      topic: `Bench webinar ${number + 1}`,
      start_time: at(0),
      duration: lengthMinutes,
      settings: { approval_type: 0 as const },
      registrants: people.map((person) => ({
        email: emailOf(person),
        first_name: `First${person}`,
        last_name: `Last${person}`,
        create_time: at(-2_880 - (person % 1_000)),
      })),
      instances: [
        {
          start_time: at(0),
          end_time: at(lengthMinutes),
          participants: people.slice(0, attendedEach).map((person) => ({
            name: `First${person} Last${person}`,
            user_email: emailOf(person),
            join_time: at(person % 9),
            leave_time: at(lengthMinutes),
          })),
        },
      ],
    };
  });
  return {
    changedWebinarIds: webinars.filter((_, number) => number % 100 === 99).map(({ id }) => id),
    zoomSeed: {
      accounts: [
        {
          account_id: benchConnection.accountId,
          client_id: benchConnection.clientId,
          client_secret: benchConnection.clientSecret,
          plan,
          users: Array.from({ length: sweepHosts }, (_, host) => ({
            id: `host-${host}`,
            email: `host${host}@bench.example.com`,
          })),
          webinars,
        },
      ],
    },
    volume: {
      webinarCount,
      hostCount: sweepHosts,
      instanceCount: webinarCount,
      peopleEach,
      eventCount: webinarCount * (peopleEach + attendedEach),
    },
  };
}
