import { describe, expect, it } from 'vitest';
import { addRun, type ActivitySlot } from '../../../src/app/app.functions/audit/activity.ts';
import {
  countByDay,
  createDayOf,
  listDays,
  toEarliest,
  type DayOf,
} from '../../../src/app/app.functions/audit/activity-days.ts';

const dayOfIn = (timeZone: string): DayOf => {
  const dayOf = createDayOf(timeZone);
  if (dayOf === null) throw new Error(`There is no time zone ${timeZone}.`);
  return dayOf;
};
const at = (time: string): number => Date.parse(time);

describe('createDayOf', () => {
  it.each([
    ['UTC', '2026-11-20T23:59:59.999Z', '2026-11-20'],
    ['UTC', '2026-11-21T00:00:00Z', '2026-11-21'],
    ['Europe/Berlin', '2026-11-20T23:00:00Z', '2026-11-21'],
    ['America/Los_Angeles', '2026-11-21T07:59:59Z', '2026-11-20'],
    ['Asia/Kathmandu', '2026-11-20T18:14:59Z', '2026-11-20'],
    ['Asia/Kathmandu', '2026-11-20T18:15:00Z', '2026-11-21'],
    ['Pacific/Kiritimati', '2026-11-20T10:00:00Z', '2026-11-21'],
    ['Pacific/Pago_Pago', '2026-11-20T10:59:59Z', '2026-11-19'],
    ['Asia/Taipei', '2026-12-31T16:00:00Z', '2027-01-01'],
  ])('in %s, %s is on %s', (timeZone, time, day) => {
    expect(dayOfIn(timeZone)(at(time))).toBe(day);
  });

  it.each(['', 'Mars/Olympus', 'Europe', 'Europe/Berlin; DROP'])('%j is no time zone', (timeZone) => {
    expect(createDayOf(timeZone)).toBeNull();
  });
});

describe('listDays', () => {
  it.each([
    ['over the end of a month', 'UTC', '2026-12-02T12:00:00Z', ['2026-11-30', '2026-12-01', '2026-12-02']],
    [
      'over the hour that summer time takes',
      'Europe/Berlin',
      '2026-03-29T22:30:00Z',
      ['2026-03-28', '2026-03-29', '2026-03-30'],
    ],
    [
      'over the hour that winter time gives',
      'Europe/Berlin',
      '2026-10-25T23:30:00Z',
      ['2026-10-24', '2026-10-25', '2026-10-26'],
    ],
    [
      'where it is tomorrow already',
      'Pacific/Kiritimati',
      '2026-11-20T12:00:00Z',
      ['2026-11-19', '2026-11-20', '2026-11-21'],
    ],
  ])('has each day once %s', (_, timeZone, now, days) => {
    expect(listDays(at(now), 3, dayOfIn(timeZone))).toEqual(days);
  });

  it('begins at today', () => {
    expect(listDays(at('2026-11-20T12:00:00Z'), 1, dayOfIn('UTC'))).toEqual(['2026-11-20']);
  });
});

describe('countByDay', () => {
  const activityOf = (...runs: readonly (readonly [time: string, synced: number, skipped: number])[]) =>
    runs.reduce<readonly ActivitySlot[]>(
      (activity, [time, synced, skipped]) => addRun(activity, { endedAt: at(time), synced, skipped }),
      [],
    );
  const days = ['2026-10-24', '2026-10-25', '2026-10-26'];
  const berlin = dayOfIn('Europe/Berlin');

  it('a day with 25 hours has what happened in all of them', () => {
    const webinar = activityOf(
      ['2026-10-24T21:59:59Z', 1, 0],
      ['2026-10-24T22:00:00Z', 10, 0],
      ['2026-10-25T22:59:59Z', 100, 0],
      ['2026-10-25T23:00:00Z', 1_000, 0],
    );

    expect(countByDay([webinar], days, berlin).map(({ syncedCount }) => syncedCount)).toEqual([1, 110, 1_000]);
  });

  it('somebody who is skipped again and again counts once a day for each webinar', () => {
    const webinars = [
      activityOf(['2026-10-25T08:00:00Z', 0, 4], ['2026-10-25T09:00:00Z', 0, 6], ['2026-10-26T09:00:00Z', 0, 5]),
      activityOf(['2026-10-25T08:00:00Z', 3, 1]),
    ];

    expect(countByDay(webinars, days, berlin)).toEqual([
      { day: '2026-10-24', syncedCount: 0, skippedCount: 0, runCount: 0 },
      { day: '2026-10-25', syncedCount: 3, skippedCount: 7, runCount: 3 },
      { day: '2026-10-26', syncedCount: 0, skippedCount: 5, runCount: 1 },
    ]);
  });

  it('what lies outside the days is left out', () => {
    const webinar = activityOf(['2026-10-23T21:00:00Z', 7, 7], ['2026-10-27T00:00:00Z', 7, 7]);

    expect(countByDay([webinar], days, berlin)).toMatchObject([{ runCount: 0 }, { runCount: 0 }, { runCount: 0 }]);
  });
});

describe('toEarliest', () => {
  it.each(['Pacific/Kiritimati', 'UTC', 'Pacific/Pago_Pago'])('is before the first day begins in %s', (timeZone) => {
    expect(dayOfIn(timeZone)(toEarliest(['2026-11-20'])) < '2026-11-20').toBe(true);
  });
});
