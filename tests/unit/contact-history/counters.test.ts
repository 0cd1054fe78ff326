import { describe, expect, it } from 'vitest';
import type { HistoryWebinar } from '../../../src/app/app.functions/contact-history/contact-history.ts';
import { countHistory } from '../../../src/app/app.functions/contact-history/counters.ts';
import {
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  anAttendance,
  dayMs,
  hourMs,
  startsAt,
} from '../../support/builders.ts';

const count = (...webinars: readonly HistoryWebinar[]) => countHistory(aHistory({ webinars }));

const attendedAt = (key: string, percentage: number) =>
  aHistorySession({ key, attendance: anAttendance({ percentage }) });

describe('the counters of a contact', () => {
  it('are nothing for an empty history', () => {
    expect(count()).toEqual({
      registrationCount: 0,
      attendedWebinarCount: 0,
      attendedSessionCount: 0,
      averagePercentage: null,
      lastRegisteredUrl: null,
    });
  });

  it('S21: the average is the mean over webinars, not over sessions', () => {
    const series = aHistoryWebinar({ webinarId: '1', sessions: [attendedAt('a', 20), attendedAt('b', 40)] });
    const single = aHistoryWebinar({ webinarId: '2', sessions: [attendedAt('main', 100)] });

    expect(count(series, single).averagePercentage).toBe(65);
  });

  it('S21: the average is 100 for somebody who stayed to the end each time', () => {
    const webinars = ['1', '2', '3'].map((webinarId) =>
      aHistoryWebinar({ webinarId, sessions: [attendedAt('main', 100)] }),
    );

    expect(count(...webinars).averagePercentage).toBe(100);
  });

  it('S21: the average leaves out webinars that were missed', () => {
    const missed = aHistoryWebinar({ webinarId: '1' });
    const attended = aHistoryWebinar({
      webinarId: '2',
      sessions: [aHistorySession({ key: 'a' }), attendedAt('b', 50)],
    });

    expect(count(missed, attended).averagePercentage).toBe(50);
  });

  it('S21: the average counts a visit of no length', () => {
    const webinars = [0, 50].map((percentage, index) =>
      aHistoryWebinar({ webinarId: String(index), sessions: [attendedAt('main', percentage)] }),
    );

    expect(count(...webinars).averagePercentage).toBe(25);
  });

  it('S21: the average has one decimal', () => {
    const webinars = [33.3, 66.7, 50].map((percentage, index) =>
      aHistoryWebinar({ webinarId: String(index), sessions: [attendedAt('main', percentage / 3)] }),
    );

    expect(count(...webinars).averagePercentage).toBe(16.7);
  });

  it('S22: the last registered webinar is the one registered for last, not the one held last', () => {
    const heldLast = aHistoryWebinar({ webinarId: '1', url: 'https://held-last', registeredAt: startsAt - 5 * dayMs });
    const registeredLast = aHistoryWebinar({
      webinarId: '2',
      url: 'https://registered-last',
      registeredAt: startsAt - dayMs,
      sessions: [aHistorySession({ startedAt: startsAt - hourMs })],
    });

    expect(count(heldLast, registeredLast).lastRegisteredUrl).toBe('https://registered-last');
    expect(count(registeredLast, heldLast).lastRegisteredUrl).toBe('https://registered-last');
  });

  it('S22: a cancelled registration is not the last one', () => {
    const cancelled = aHistoryWebinar({ webinarId: '1', registration: 'cancelled', registeredAt: startsAt });
    const standing = aHistoryWebinar({ webinarId: '2', url: 'https://standing', registeredAt: startsAt - dayMs });

    expect(count(cancelled, standing).lastRegisteredUrl).toBe('https://standing');
  });

  it('S22: there is no last registered webinar for somebody who only walked in', () => {
    expect(count(aHistoryWebinar({ registration: null, registeredAt: null })).lastRegisteredUrl).toBeNull();
  });

  it('S22: of two registered for at once, the last registered webinar is the newer one', () => {
    const newer = aHistoryWebinar({ webinarId: '1', url: 'https://newer' });
    const older = aHistoryWebinar({ webinarId: '2', url: 'https://older' });

    expect(count(newer, older).lastRegisteredUrl).toBe('https://newer');
  });

  it('S22: a registration of an unknown time is older than every other', () => {
    const unknown = aHistoryWebinar({ webinarId: '1', url: 'https://unknown', registeredAt: null });
    const known = aHistoryWebinar({ webinarId: '2', url: 'https://known', registeredAt: 1 });

    expect(count(unknown, known).lastRegisteredUrl).toBe('https://known');
    expect(count(unknown).lastRegisteredUrl).toBe('https://unknown');
  });

  it('S23: registrations that stand are counted, a series once', () => {
    const series = aHistoryWebinar({
      webinarId: '1',
      sessions: [aHistorySession({ key: 'a' }), aHistorySession({ key: 'b' })],
    });
    const cancelled = aHistoryWebinar({ webinarId: '2', registration: 'cancelled' });
    const walkedIn = aHistoryWebinar({ webinarId: '3', registration: null });

    expect(count(series, cancelled, walkedIn, aHistoryWebinar()).registrationCount).toBe(2);
  });

  it('S24: several sessions of one webinar count once', () => {
    const series = aHistoryWebinar({ sessions: [attendedAt('a', 20), attendedAt('b', 40), attendedAt('c', 60)] });

    expect(count(series).attendedWebinarCount).toBe(1);
  });

  it('S24: a webinar counts although the registration was cancelled', () => {
    const cancelled = aHistoryWebinar({ registration: 'cancelled', sessions: [attendedAt('main', 20)] });

    expect(count(cancelled)).toMatchObject({ registrationCount: 0, attendedWebinarCount: 1 });
  });

  it('S24: the same number in two Zoom accounts is two webinars', () => {
    const sessions = [attendedAt('main', 100)];

    expect(
      count(aHistoryWebinar({ sessions }), aHistoryWebinar({ accountId: 'acc-2', sessions })).attendedWebinarCount,
    ).toBe(2);
  });

  it('B17: every attended session counts', () => {
    const series = aHistoryWebinar({
      webinarId: '1',
      sessions: [attendedAt('a', 20), attendedAt('b', 40), aHistorySession({ key: 'c' })],
    });
    const single = aHistoryWebinar({ webinarId: '2', sessions: [attendedAt('main', 100)] });

    expect(count(series, single).attendedSessionCount).toBe(3);
  });
});
