import type { ZoomSeed } from '../emulators/zoom/index.ts';
import type { SyncVolume } from './floor.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const lengthMinutes = 60;

export const benchWebinarId = '89000000001';

export const benchConnection = {
  name: 'bench',
  accountId: 'bench-account',
  clientId: 'bench-client',
  clientSecret: 'bench-secret',
} as const;

export interface BenchWorld {
  readonly zoomSeed: ZoomSeed;
  readonly volume: SyncVolume;
}

/**
 * One webinar of yesterday with `peopleCount` registrants: 2 % cancelled, 85 % came, and of those 41 % lost the connection once
 * and have two rows. With 10,000 people that is 8,500 attendees in 12,000 rows.
 */
export function createBenchWorld(peopleCount: number, nowMs: number): BenchWorld {
  const cancelledCount = Math.round(peopleCount * 0.02);
  const approvedCount = peopleCount - cancelledCount;
  const attendedCount = Math.min(approvedCount, Math.round(peopleCount * 0.85));
  const rejoinCount = Math.round(attendedCount * (3_500 / 8_500));
  const startMs = Math.floor((nowMs - dayMs) / hourMs) * hourMs;
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

  return {
    zoomSeed: {
      accounts: [
        {
          account_id: benchConnection.accountId,
          client_id: benchConnection.clientId,
          client_secret: benchConnection.clientSecret,
          plan: 'unlimited',
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
