import { describe, expect, it } from 'vitest';
import { isToCome, mayBeJoined, planSessions } from '../../../src/app/app.functions/sync/planned-sessions.ts';
import {
  anOccurrence,
  aSeries,
  aSession,
  aWebinar,
  dayMs,
  endsAt,
  hourMs,
  minuteMs,
  secondMs,
  startsAt,
} from '../../support/builders.ts';

const before = startsAt - dayMs;

/** Four dates, a week apart; the third was called off. */
const aCourse = (changes: Parameters<typeof aSeries>[0] = {}) =>
  aSeries({
    occurrences: ['one', 'two', 'three', 'four'].map((occurrenceId, week) =>
      anOccurrence({ occurrenceId, startsAt: startsAt + week * 7 * dayMs, isDeleted: occurrenceId === 'three' }),
    ),
    ...changes,
  });

const keysOf = (...given: Parameters<typeof planSessions>): readonly string[] =>
  planSessions(...given).map(({ key }) => key);

describe('the planned sessions of a webinar', () => {
  it.each([
    ['one date, never held', aWebinar(), [], ['main']],
    ['one date, held', aWebinar(), [aSession()], []],
    ['one date, held under another key', aWebinar(), [aSession({ key: '1795168800000' })], []],
    ['one date that nobody knows', aWebinar({ startsAt: null }), [], []],
    ['planned dates, registered for all: the next', aCourse({ registrationScope: 'series' }), [], ['one']],
    [
      'planned dates, registered for all, the first held: the next after it',
      aCourse({ registrationScope: 'series' }),
      [aSession({ key: 'one' })],
      ['two'],
    ],
    [
      'planned dates, registered for each: all',
      aCourse({ registrationScope: 'occurrence' }),
      [],
      ['one', 'two', 'four'],
    ],
    ['planned dates, nobody registers: all', aCourse({ registrationScope: 'none' }), [], ['one', 'two', 'four']],
    [
      'planned dates, some held: the others',
      aCourse({ registrationScope: 'occurrence' }),
      [aSession({ key: 'one' }), aSession({ key: 'two' })],
      ['four'],
    ],
    ['planned dates that nobody lists', aSeries({ occurrences: [] }), [], []],
    ['no planned dates', aWebinar({ recurrence: 'no-fixed-times' }), [], []],
  ])('%s', (_, webinar, held, keys) => {
    expect(keysOf(webinar, held, before)).toEqual(keys);
  });

  it.each([
    ['another day: held again, under its new date', 6 * hourMs + 1, 'main', [String(startsAt)]],
    ['another day, when a rehearsal was attended before', 6 * hourMs + 1, 'rehearsal', ['main']],
    ['the same day: held already', 6 * hourMs, 'main', []],
  ])('one date, moved to %s', (_, gapMs, key, keys) => {
    const held = [
      aSession({ key, startedAt: startsAt - 9 * dayMs, endedAt: startsAt - 9 * dayMs + hourMs }),
      aSession({ key: 'later', startedAt: startsAt - gapMs - hourMs, endedAt: startsAt - gapMs }),
    ];

    expect(keysOf(aWebinar(), held, startsAt - 1)).toEqual(keys);
    expect(keysOf(aWebinar(), held.toReversed(), startsAt - 1)).toEqual(keys);
  });

  it('are oldest first, in whatever order Zoom lists them', () => {
    const { occurrences, ...webinar } = aCourse({ registrationScope: 'occurrence' });

    expect(keysOf({ ...webinar, occurrences: occurrences.toReversed() }, [], before)).toEqual(['one', 'two', 'four']);
  });

  it('have the planned times, and are neither held nor final', () => {
    expect(planSessions(aWebinar({ lengthMinutes: 90 }), [], before)).toEqual([
      {
        key: 'main',
        startedAt: startsAt,
        endedAt: startsAt + 90 * minuteMs,
        lengthMs: 90 * minuteMs,
        openTimes: [{ start: startsAt, end: startsAt + 90 * minuteMs }],
        instanceUuids: [],
        isFinal: false,
        isHeld: false,
        isPast: false,
      },
    ]);
  });

  it('have each the length of its own date', () => {
    const webinar = aSeries({ lengthMinutes: 60, occurrences: [anOccurrence({ lengthMinutes: 30 })] });

    expect(planSessions(webinar, [], before)).toMatchObject([{ lengthMs: 30 * minuteMs }]);
  });

  it('without a length cannot be attended', () => {
    expect(planSessions(aWebinar({ lengthMinutes: 0 }), [], before)).toMatchObject([
      { startedAt: startsAt, endedAt: startsAt, lengthMs: 0, openTimes: [] },
    ]);
  });
});

describe('a planned session whose time has come', () => {
  it.each([
    ['is to come while it goes on', endsAt - secondMs, [{ isPast: false }]],
    ['has passed when its end has', endsAt, [{ isPast: true }]],
    ['is waited for during a day', endsAt + dayMs - 1, [{ isPast: true }]],
    ['is given up after a day', endsAt + dayMs, []],
  ])('%s', (_, now, expected) => {
    expect(planSessions(aWebinar(), [], now)).toMatchObject(expected);
  });

  it('B10: is waited for together with the next date, where one date at a time is enough', () => {
    const webinar = aCourse({ registrationScope: 'series' });

    expect(keysOf(webinar, [], endsAt - secondMs)).toEqual(['one']);
    expect(keysOf(webinar, [], endsAt)).toEqual(['one', 'two']);
    expect(keysOf(webinar, [], endsAt + hourMs)).toEqual(['one', 'two']);
    expect(keysOf(webinar, [], endsAt + dayMs)).toEqual(['two']);
  });

  it('B10: is waited for when it was the last', () => {
    const webinar = aCourse({ registrationScope: 'series' });
    const lastEndsAt = endsAt + 21 * dayMs;

    expect(keysOf(webinar, [], lastEndsAt + hourMs)).toEqual(['four']);
    expect(keysOf(webinar, [], lastEndsAt + dayMs)).toEqual([]);
  });
});

describe('B15: a personal link', () => {
  it.each([
    ['opens a webinar to come', aWebinar(), before, true],
    ['opens one that goes on', aWebinar(), endsAt - secondMs, true],
    ['opens one that may have been late', aWebinar(), endsAt + hourMs, true],
    ['opens nothing a day later', aWebinar(), endsAt + dayMs, false],
    ['opens a series with a date to come', aCourse(), endsAt + 8 * dayMs, true],
    ['opens nothing when all dates are over', aCourse(), endsAt + 30 * dayMs, false],
    ['opens nothing without a date', aWebinar({ startsAt: null }), before, false],
  ])('%s', (_, webinar, now, expected) => {
    expect(mayBeJoined(webinar, now)).toBe(expected);
  });
});

describe('a webinar', () => {
  it.each([
    ['is to come before it begins', aWebinar(), startsAt - 1, true],
    ['is not when it begins', aWebinar(), startsAt, false],
    ['is while one of its dates is', aCourse(), startsAt + 20 * dayMs, true],
    [
      'is not when only a date is left that was called off',
      aSeries({ occurrences: [anOccurrence({ isDeleted: true })] }),
      before,
      false,
    ],
    ['is not when its last date has begun', aCourse(), startsAt + 21 * dayMs, false],
    ['is not when it has no date', aWebinar({ startsAt: null }), before, false],
    ['is not when its dates are not planned', aWebinar({ recurrence: 'no-fixed-times' }), before, false],
  ])('%s', (_, webinar, now, expected) => {
    expect(isToCome(webinar, now)).toBe(expected);
  });
});
