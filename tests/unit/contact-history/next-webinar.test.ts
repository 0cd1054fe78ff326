import { describe, expect, it } from 'vitest';
import type { HistorySession } from '../../../src/app/app.functions/contact-history/contact-history.ts';
import { findNextWebinar } from '../../../src/app/app.functions/contact-history/next-webinar.ts';
import {
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  anAttendance,
  dayMs,
  endsAt,
  minuteMs,
  startsAt,
} from '../../support/builders.ts';

const joinUrl = 'https://zoom.example.com/w/900100200?tk=personal';
const now = startsAt - dayMs;
const toCome = (changes: Partial<HistorySession> = {}): HistorySession =>
  aHistorySession({ isOver: false, ...changes });

const next = (sessions: readonly HistorySession[], at = now) =>
  findNextWebinar(aHistory({ webinars: [aHistoryWebinar({ joinUrl, sessions })] }), at);

describe('B15: the next webinar of a contact', () => {
  it('is the one that the contact is registered for, with the personal link', () => {
    expect(next([toCome()])).toEqual({ topic: 'Growing tomatoes', startsAt, joinUrl });
  });

  it('is the earliest date of a series', () => {
    const week = 7 * dayMs;

    expect(
      next([toCome({ startedAt: startsAt + week }), toCome(), toCome({ startedAt: startsAt + 2 * week })]),
    ).toEqual({ topic: 'Growing tomatoes', startsAt, joinUrl });
  });

  it('is the earliest of several webinars, with its own link', () => {
    const webinars = [
      aHistoryWebinar({ webinarId: '3', topic: 'Third', sessions: [toCome({ startedAt: startsAt + dayMs })] }),
      aHistoryWebinar({ webinarId: '1', topic: 'First', joinUrl, sessions: [toCome()] }),
      aHistoryWebinar({ webinarId: '2', topic: 'Second', sessions: [toCome({ startedAt: startsAt + minuteMs })] }),
    ];

    expect(findNextWebinar(aHistory({ webinars }), now)).toEqual({ topic: 'First', startsAt, joinUrl });
  });

  it('is the other one when the first has ended', () => {
    const later = toCome({ startedAt: startsAt + dayMs });

    expect(next([toCome(), later], endsAt)?.startsAt).toBe(startsAt + dayMs);
  });

  it.each([
    ['goes on', endsAt - 1, startsAt],
    ['has ended', endsAt, undefined],
  ])('counts until its end: it %s', (_, at, expected) => {
    expect(next([toCome()], at)?.startsAt).toBe(expected);
  });

  it('moves with its date', () => {
    expect(next([toCome({ startedAt: startsAt + 3 * dayMs })])?.startsAt).toBe(startsAt + 3 * dayMs);
  });

  it('has no link where Zoom gives none', () => {
    const webinars = [aHistoryWebinar({ joinUrl: null, sessions: [toCome()] })];

    expect(findNextWebinar(aHistory({ webinars }), now)).toMatchObject({ joinUrl: null });
  });

  it.each([
    ['cancelled', [toCome({ registration: 'cancelled' })]],
    ['attended without a registration', [toCome({ registration: null, attendance: anAttendance() })]],
    ['over', [aHistorySession({ startedAt: startsAt + dayMs })]],
    ['without sessions', []],
  ])('is none when the only one is %s', (_, sessions) => {
    expect(next(sessions)).toBeNull();
  });

  it('is none for a contact without a history', () => {
    expect(findNextWebinar(aHistory({ webinars: [] }), now)).toBeNull();
  });
});
