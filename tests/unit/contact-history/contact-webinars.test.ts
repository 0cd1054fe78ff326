import { describe, expect, it } from 'vitest';
import type { ContactHistory } from '../../../src/app/app.functions/contact-history/contact-history.ts';
import {
  sessionState,
  toContactWebinars,
  type CardFacts,
} from '../../../src/app/app.functions/contact-history/contact-webinars.ts';
import {
  accountId,
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  anAttendance,
  at,
  dayMs,
  startsAt,
} from '../../support/builders.ts';

const showCard = (history: ContactHistory, facts: Partial<CardFacts> = {}) =>
  toContactWebinars(history, {
    now: startsAt + dayMs,
    connectionNames: new Map(),
    recordingUrlOf: () => null,
    ...facts,
  });

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
    expect(showCard(aHistory({ webinars: [] }))).toEqual({
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

    const answer = showCard(aHistory({ webinars: [aHistoryWebinar({ sessions: [attended, upcoming] })] }), {
      connectionNames: new Map([[accountId, 'Acme']]),
      recordingUrlOf: (_, key) => (key === 'first' ? 'https://zoom.example.com/rec/first' : null),
    });

    expect(answer.webinars).toEqual([
      {
        webinarId: '900100200',
        connection: 'Acme',
        topic: 'Growing tomatoes',
        url: 'https://zoom.example.com/webinar/register/900100200',
        joinUrl: null,
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
            isOver: false,
            recordingUrl: null,
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
            isOver: true,
            recordingUrl: 'https://zoom.example.com/rec/first',
          },
        ],
      },
    ]);
  });

  it('has no date of registration for somebody who walked in', () => {
    const walkIn = aHistoryWebinar({ registration: null, registeredAt: null });

    expect(showCard(aHistory({ webinars: [walkIn] })).webinars).toMatchObject([{ registeredAt: null }]);
  });

  it('B16: sums up all webinars and says when the contact last came', () => {
    const attendedAt = (firstJoinedAt: number) =>
      aHistorySession({ attendance: anAttendance({ firstJoinedAt, percentage: 80 }) });

    const { summary } = showCard(
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

    showCard(history);

    expect(history.webinars[0]?.sessions.map(({ key }) => key)).toEqual(['a', 'b']);
  });

  const joinUrl = 'https://zoom.example.com/w/900100200?tk=personal';
  const end = startsAt + 3_600_000;

  it.each([
    ['is to come', { isOver: false }, end - 1, joinUrl],
    ['has passed', { isOver: false }, end, null],
    ['is over', { isOver: true }, startsAt, null],
    ['is cancelled', { isOver: false, registration: 'cancelled' }, startsAt, null],
    ['was never registered for', { isOver: false, registration: null }, startsAt, null],
  ] as const)('B15: offers the personal link or not when the only session %s', (_, changes, now, expected) => {
    const webinar = aHistoryWebinar({ joinUrl, sessions: [aHistorySession(changes)] });

    expect(showCard(aHistory({ webinars: [webinar] }), { now }).webinars).toMatchObject([{ joinUrl: expected }]);
  });

  it('calls a session over when its time has passed, before it is known who came', () => {
    const webinar = aHistoryWebinar({ sessions: [aHistorySession({ isOver: false })] });

    const { webinars } = showCard(aHistory({ webinars: [webinar] }), { now: end });

    expect(webinars).toMatchObject([{ sessions: [{ isOver: true, state: 'registered' }] }]);
  });

  it('has no connection for a webinar of an account that is not connected', () => {
    const connectionNames = new Map([['another', 'Other']]);

    expect(showCard(aHistory(), { connectionNames }).webinars).toMatchObject([{ connection: null }]);
  });

  it('offers no recording of a session that was cancelled', () => {
    const webinar = aHistoryWebinar({ sessions: [aHistorySession({ registration: 'cancelled' })] });

    const { webinars } = showCard(aHistory({ webinars: [webinar] }), { recordingUrlOf: () => 'https://example.com/' });

    expect(webinars).toMatchObject([{ sessions: [{ recordingUrl: null }] }]);
  });
});
