import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRun, formatActivity, parseActivity, type EndedRun } from '../../src/app/app.functions/audit/activity.ts';
import { countByDay, createDayOf, listDays } from '../../src/app/app.functions/audit/activity-days.ts';

const dayMs = 24 * 3_600_000;
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Asia/Taipei',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);
/** Two years, with four changes of the clocks in Berlin. */
const moments = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-12-31T00:00:00Z') });

const runsBefore = (now: number): fc.Arbitrary<readonly EndedRun[]> =>
  fc
    .array(
      fc.record({
        endedAt: fc.integer({ min: now - 40 * dayMs, max: now }),
        synced: fc.nat(500),
        skipped: fc.nat(50),
      }),
      { maxLength: 40 },
    )
    .map((runs) => runs.toSorted((a, b) => a.endedAt - b.endedAt));

const cases = moments.chain((now) =>
  fc.record({
    now: fc.constant(now),
    dayCount: fc.integer({ min: 1, max: 30 }),
    timeZone: zones,
    webinars: fc.array(runsBefore(now), { maxLength: 5 }),
  }),
);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, value) => sum + value, 0);

describe('the activity by day', () => {
  it('is the sum of the runs of the period, each on the day on which it ended where somebody looks', () => {
    fc.assert(
      fc.property(cases, ({ now, dayCount, timeZone, webinars }) => {
        const dayOf = createDayOf(timeZone) ?? (() => '');
        const days = listDays(now, dayCount, dayOf);
        const kept = webinars.map((runs) =>
          parseActivity(
            formatActivity(runs.reduce<ReturnType<typeof addRun>>((activity, run) => addRun(activity, run), [])),
          ),
        );

        const counted = countByDay(
          kept.map((slots) => slots ?? []),
          days,
          dayOf,
        );

        expect(counted.map(({ day }) => day)).toEqual(days);
        expect(new Set(days).size).toBe(dayCount);
        expect(days.at(-1)).toBe(dayOf(now));
        for (const { day, syncedCount, skippedCount, runCount } of counted) {
          const ofDay = webinars.map((runs) => runs.filter(({ endedAt }) => dayOf(endedAt) === day));
          expect({ syncedCount, runCount, skippedCount }).toEqual({
            syncedCount: sumOf(ofDay.flat().map(({ synced }) => synced)),
            runCount: ofDay.flat().length,
            skippedCount: sumOf(ofDay.map((runs) => Math.max(0, ...runs.map(({ skipped }) => skipped)))),
          });
        }
      }),
    );
  });
});
