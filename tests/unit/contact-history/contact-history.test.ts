import { describe, expect, it } from 'vitest';
import {
  emptyHistory,
  isSameWebinar,
  lastActivityAt,
  recordWebinar,
} from '../../../src/app/app.functions/contact-history/contact-history.ts';
import {
  aHistory,
  aHistorySession,
  aHistoryWebinar,
  anAttendance,
  dayMs,
  hourMs,
  startsAt,
} from '../../support/builders.ts';

describe('a contact history', () => {
  it('takes up a webinar', () => {
    expect(recordWebinar(emptyHistory, aHistoryWebinar())).toEqual(aHistory());
  });

  it('replaces what it knew of the same webinar', () => {
    const renamed = aHistoryWebinar({ topic: 'Growing pumpkins', registration: 'cancelled' });

    expect(recordWebinar(aHistory(), renamed).webinars).toEqual([renamed]);
  });

  it('keeps the webinars of other numbers and of other Zoom accounts, also under the same number', () => {
    const ofOtherAccount = aHistoryWebinar({ accountId: 'acc-2', registeredAt: startsAt + hourMs });
    const other = aHistoryWebinar({ webinarId: '1', registeredAt: startsAt + 2 * hourMs });
    const history = aHistory({ webinars: [ofOtherAccount, other] });

    expect(recordWebinar(history, aHistoryWebinar()).webinars).toEqual([other, ofOtherAccount, aHistoryWebinar()]);
  });

  it('keeps the names that were written', () => {
    const writtenNames = { firstName: 'Jill', lastName: 'Chill', registeredAt: startsAt };

    expect(recordWebinar(aHistory({ writtenNames }), aHistoryWebinar()).writtenNames).toEqual(writtenNames);
  });

  it('keeps sessions that Zoom does not report any more', () => {
    const old = aHistorySession({ key: 'old', startedAt: startsAt - 200 * dayMs, attendance: anAttendance() });
    const history = aHistory({ webinars: [aHistoryWebinar({ sessions: [old] })] });

    const [webinar] = recordWebinar(history, aHistoryWebinar({ sessions: [aHistorySession()] })).webinars;

    expect(webinar?.sessions).toEqual([old, aHistorySession()]);
  });

  it('forgets a session that turned out to be none before it was final', () => {
    const rehearsal = aHistorySession({ key: 'rehearsal', startedAt: startsAt - hourMs, isOver: false });
    const history = aHistory({ webinars: [aHistoryWebinar({ sessions: [rehearsal] })] });

    const [webinar] = recordWebinar(history, aHistoryWebinar()).webinars;

    expect(webinar?.sessions).toEqual([aHistorySession()]);
  });

  it('puts a session back in its place by its start, then by its key', () => {
    const sessions = [
      aHistorySession({ key: 'b' }),
      aHistorySession({ key: 'a' }),
      aHistorySession({ key: 'c', startedAt: startsAt - dayMs }),
    ];

    const [webinar] = recordWebinar(emptyHistory, aHistoryWebinar({ sessions })).webinars;

    expect(webinar?.sessions.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  });

  it('lists what happened last first', () => {
    const webinars = [
      aHistoryWebinar({ webinarId: '1', registeredAt: startsAt - 9 * dayMs, sessions: [] }),
      aHistoryWebinar({ webinarId: '3', registeredAt: startsAt + dayMs }),
      aHistoryWebinar({ webinarId: '2' }),
    ];

    const history = webinars.reduce(recordWebinar, emptyHistory);

    expect(history.webinars.map(({ webinarId }) => webinarId)).toEqual(['3', '2', '1']);
  });

  it('has the same order whichever of two equally new webinars was recorded last', () => {
    const ours = aHistoryWebinar();
    const theirs = aHistoryWebinar({ accountId: 'acc-2' });

    expect(recordWebinar(aHistory({ webinars: [theirs] }), ours)).toEqual(
      recordWebinar(aHistory({ webinars: [ours] }), theirs),
    );
  });

  it('does not change the history that it was given', () => {
    const history = aHistory();

    recordWebinar(history, aHistoryWebinar({ topic: 'Growing pumpkins' }));

    expect(history).toEqual(aHistory());
  });
});

describe('when something last happened', () => {
  it('is the newest session', () => {
    const sessions = [aHistorySession({ startedAt: startsAt }), aHistorySession({ startedAt: startsAt + dayMs })];

    expect(lastActivityAt(aHistoryWebinar({ sessions }))).toBe(startsAt + dayMs);
  });

  it('is the registration when that is newer', () => {
    expect(lastActivityAt(aHistoryWebinar({ registeredAt: startsAt + dayMs }))).toBe(startsAt + dayMs);
  });

  it('is the session of somebody who never registered', () => {
    expect(lastActivityAt(aHistoryWebinar({ registration: null, registeredAt: null }))).toBe(startsAt);
  });

  it('is unknown, and therefore oldest, without either', () => {
    expect(lastActivityAt(aHistoryWebinar({ registeredAt: null, sessions: [] }))).toBe(0);
  });
});

describe('the same webinar', () => {
  it.each([
    ['the same account and number', {}, true],
    ['another account', { accountId: 'acc-2' }, false],
    ['another number', { webinarId: '1' }, false],
  ])('%s', (_, changes, expected) => {
    expect(isSameWebinar(aHistoryWebinar(), aHistoryWebinar(changes))).toBe(expected);
  });
});
