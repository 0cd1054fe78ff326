import { describe, expect, it } from 'vitest';
import { sessionState, toContactWebinars } from '../../../src/app/app.functions/contact-history/contact-webinars.ts';
import {
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  anAttendance,
  at,
  dayMs,
  startsAt,
} from '../../support/builders.ts';

describe('the state of a session', () => {
  it.each([
    ['registered before it is over', { isOver: false }, 'registered'],
    ['a no-show after it', { isOver: true }, 'no-show'],
    ['cancelled before it is over', { registration: 'cancelled', isOver: false }, 'cancelled'],
    ['cancelled after it: no no-show', { registration: 'cancelled', isOver: true }, 'cancelled'],
    ['attended', { attendance: anAttendance() }, 'attended'],
    ['attended although cancelled', { registration: 'cancelled', attendance: anAttendance() }, 'attended'],
    [
      'attended without a registration',
      { registration: null, registeredAt: null, attendance: anAttendance() },
      'attended',
    ],
  ] as const)('is %s', (_, changes, expected) => {
    expect(sessionState(aHistorySession(changes))).toBe(expected);
  });
});

describe('a history on the card', () => {
  it('is empty for a contact without webinars', () => {
    expect(toContactWebinars(aHistory({ webinars: [] }))).toEqual({
      ok: true,
      summary: {
        registrationCount: 0,
        attendedWebinarCount: 0,
        attendedSessionCount: 0,
        averagePercentage: null,
        lastAttendedAt: null,
      },
      webinars: [],
    });
  });

  it('shows a webinar with its sessions, newest first', () => {
    const attended = aHistorySession({
      key: 'first',
      attendance: anAttendance({
        attendedSeconds: 1800,
        percentage: 50,
        firstJoinedAt: at('10:05'),
        lastLeftAt: at('10:35'),
      }),
    });
    const upcoming = aHistorySession({ key: 'second', startedAt: startsAt + 7 * dayMs, isOver: false });

    const answer = toContactWebinars(aHistory({ webinars: [aHistoryWebinar({ sessions: [attended, upcoming] })] }));

    expect(answer.webinars).toEqual([
      {
        webinarId: '900100200',
        topic: 'Growing tomatoes',
        registeredAt: '2026-11-18T10:00:00.000Z',
        sessions: [
          {
            key: 'second',
            startedAt: '2026-11-27T10:00:00.000Z',
            lengthSeconds: 3600,
            state: 'registered',
            attendedSeconds: null,
            percentage: null,
            joinedAt: null,
            leftAt: null,
          },
          {
            key: 'first',
            startedAt: '2026-11-20T10:00:00.000Z',
            lengthSeconds: 3600,
            state: 'attended',
            attendedSeconds: 1800,
            percentage: 50,
            joinedAt: '2026-11-20T10:05:00.000Z',
            leftAt: '2026-11-20T10:35:00.000Z',
          },
        ],
      },
    ]);
  });

  it('has no date of registration for somebody who walked in', () => {
    const walkIn = aHistoryWebinar({ registration: null, registeredAt: null });

    expect(toContactWebinars(aHistory({ webinars: [walkIn] })).webinars).toMatchObject([{ registeredAt: null }]);
  });

  it('B16: sums up all webinars and says when the contact last came', () => {
    const attendedAt = (firstJoinedAt: number) =>
      aHistorySession({ attendance: anAttendance({ firstJoinedAt, percentage: 80 }) });

    const { summary } = toContactWebinars(
      aHistory({
        webinars: [
          aHistoryWebinar({ webinarId: '1' }),
          aHistoryWebinar({ webinarId: '2', sessions: [attendedAt(at('10:05'))] }),
          aHistoryWebinar({ webinarId: '3', sessions: [attendedAt(at('10:02'))] }),
        ],
      }),
    );

    expect(summary).toEqual({
      registrationCount: 3,
      attendedWebinarCount: 2,
      attendedSessionCount: 2,
      averagePercentage: 80,
      lastAttendedAt: '2026-11-20T10:05:00.000Z',
    });
  });

  it('leaves the order of the history alone', () => {
    const sessions = Object.freeze([aHistorySession({ key: 'a' }), aHistorySession({ key: 'b' })]);
    const history = aHistory({ webinars: [aHistoryWebinar({ sessions })] });

    toContactWebinars(history);

    expect(history.webinars[0]?.sessions.map(({ key }) => key)).toEqual(['a', 'b']);
  });
});
