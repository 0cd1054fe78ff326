import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalAttendance } from '../../src/app/app.functions/domain/attendance.ts';
import {
  clipIntervals,
  maxSimultaneous,
  totalLengthMs,
  uniteIntervals,
  type Interval,
} from '../../src/app/app.functions/domain/intervals.ts';
import { groupSessions } from '../../src/app/app.functions/domain/sessions.ts';
import type { Instance, Webinar } from '../../src/app/app.functions/domain/webinar.ts';
import { deepFreeze, settings } from '../support/arbitraries.ts';
import { anInstance, anOccurrence, aSession, aWebinar, dayMs, minuteMs, startsAt } from '../support/builders.ts';

/** In minutes, so that every minute can be looked at. */
const intervals = fc.array(
  fc
    .tuple(fc.integer({ min: -30, max: 120 }), fc.integer({ min: 0, max: 60 }))
    .map(([start, length]): Interval => ({ start, end: start + length })),
  { maxLength: 12 },
);

const covers = (some: readonly Interval[], moment: number): boolean =>
  some.some(({ start, end }) => start <= moment && moment < end);
const minutes = Array.from({ length: 240 }, (_, index) => index - 40);
const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length });

describe('intervals', () => {
  it('cover the same moments when they are united, each once', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const united = uniteIntervals(deepFreeze(given));

        expect(minutes.filter((moment) => covers(united, moment))).toEqual(
          minutes.filter((moment) => covers(given, moment)),
        );
        expect(totalLengthMs(united)).toBe(minutes.filter((moment) => covers(given, moment)).length);
      }),
      settings,
    );
  });

  it('cover the moments of both when one is clipped to the other', () => {
    fc.assert(
      fc.property(intervals, intervals, (given, bounds) => {
        const clipped = clipIntervals(uniteIntervals(given), uniteIntervals(bounds));

        expect(totalLengthMs(clipped)).toBe(
          minutes.filter((moment) => covers(given, moment) && covers(bounds, moment)).length,
        );
      }),
      settings,
    );
  });

  it('are open at once as often as at the beginning of one of them', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const openAt = given.map(
          (one) =>
            given.filter(
              ({ start, end }) => (start <= one.start && one.start < end) || (start === one.start && end === one.start),
            ).length,
        );

        expect(maxSimultaneous(deepFreeze(given))).toBe(Math.max(0, ...openAt));
      }),
      settings,
    );
  });
});

describe('B9: attendance', () => {
  const openTimes = intervals.map((given) =>
    uniteIntervals(given.map(({ start, end }) => ({ start: start * minuteMs, end: end * minuteMs }))),
  );
  const visits = intervals.map((given) =>
    given.map(({ start, end }) => ({ start: start * minuteMs + 7, end: end * minuteMs + 7 })),
  );

  it('is never longer than the session, and between 0 and 100 percent', () => {
    fc.assert(
      fc.property(visits, openTimes, (given, open) => {
        const session = aSession({ openTimes: open, lengthMs: totalLengthMs(open) });
        const attendance = totalAttendance(deepFreeze(given), deepFreeze(session));

        if (attendance === null) return;
        expect(attendance.attendedSeconds).toBeLessThanOrEqual(Math.round(session.lengthMs / 1000));
        expect(attendance.attendedSeconds).toBeGreaterThanOrEqual(0);
        expect(attendance.percentage).toBeGreaterThanOrEqual(0);
        expect(attendance.percentage).toBeLessThanOrEqual(100);
        expect(attendance.firstJoinedAt).toBeLessThanOrEqual(attendance.lastLeftAt);
      }),
      settings,
    );
  });

  it('does not depend on the order of visits, nor on a second device that shows less', () => {
    fc.assert(
      fc.property(
        visits.chain((given) => fc.tuple(fc.constant(given), shuffled(given))),
        openTimes,
        ([given, mixed], open) => {
          const session = aSession({ openTimes: open, lengthMs: totalLengthMs(open) });

          expect(totalAttendance([...mixed, ...mixed.slice(0, 2)], session)).toEqual(totalAttendance(given, session));
        },
      ),
      settings,
    );
  });
});

describe('sessions', () => {
  const instances: fc.Arbitrary<readonly Instance[]> = fc
    .array(fc.tuple(fc.integer({ min: -3_000, max: 30_000 }), fc.integer({ min: 0, max: 240 })), { maxLength: 10 })
    .map((given) =>
      given.map(([startMinute, lengthMinutes], index) =>
        anInstance({
          uuid: `uuid-${index}`,
          startedAt: startsAt + startMinute * minuteMs,
          endedAt: startsAt + (startMinute + lengthMinutes) * minuteMs,
        }),
      ),
    );
  const webinar: fc.Arbitrary<Webinar> = fc
    .record({
      recurrence: fc.constantFrom<Webinar['recurrence'][]>('single', 'fixed-times', 'no-fixed-times'),
      days: fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
    })
    .map(({ recurrence, days }) =>
      aWebinar({
        recurrence,
        occurrences:
          recurrence === 'fixed-times'
            ? days.map((day) => anOccurrence({ occurrenceId: `day-${day}`, startsAt: startsAt + day * dayMs }))
            : [],
      }),
    );

  it('have every instance in exactly one of them, in the order of time, under distinct names', () => {
    fc.assert(
      fc.property(webinar, instances, (planned, held) => {
        const sessions = groupSessions(deepFreeze(planned), deepFreeze(held));
        const starts = sessions.map(({ startedAt }) => startedAt);

        expect(sessions.flatMap(({ instanceUuids }) => instanceUuids).sort()).toEqual(
          held.map(({ uuid }) => uuid).sort(),
        );
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(new Set(sessions.map(({ key }) => key)).size).toBe(
          planned.recurrence === 'single' ? sessions.length : new Set(sessions.map(({ key }) => key)).size,
        );
      }),
      settings,
    );
  });

  it('are as long as the time in which an instance ran', () => {
    fc.assert(
      fc.property(webinar, instances, (planned, held) => {
        for (const { instanceUuids, lengthMs, startedAt, endedAt } of groupSessions(planned, held)) {
          const own = held.filter(({ uuid }) => instanceUuids.includes(uuid));

          expect(lengthMs).toBe(
            totalLengthMs(uniteIntervals(own.map((each) => ({ start: each.startedAt, end: each.endedAt })))),
          );
          expect(lengthMs).toBeLessThanOrEqual(endedAt - startedAt);
        }
      }),
      settings,
    );
  });

  it('do not depend on the order in which Zoom lists instances', () => {
    fc.assert(
      fc.property(
        webinar,
        instances.chain((given) => fc.tuple(fc.constant(given), shuffled(given))),
        (planned, [given, mixed]) => {
          expect(groupSessions(planned, mixed)).toEqual(groupSessions(planned, given));
        },
      ),
      settings,
    );
  });
});
