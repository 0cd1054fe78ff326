import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSessions } from '../../src/app/app.functions/domain/sessions.ts';
import type { Instance, Webinar } from '../../src/app/app.functions/domain/webinar.ts';
import { mayBeJoined, planSessions } from '../../src/app/app.functions/sync/planned-sessions.ts';
import { deepFreeze, settings } from '../support/arbitraries.ts';
import { anInstance, anOccurrence, aWebinar, dayMs, hourMs, startsAt } from '../support/builders.ts';

const dayOf = (day: number): number => startsAt + day * dayMs;

/** No two dates on one day, as Zoom plans them; some were called off. */
const webinar: fc.Arbitrary<Webinar> = fc
  .record({
    recurrence: fc.constantFrom('single', 'fixed-times', 'no-fixed-times'),
    registrationScope: fc.constantFrom('none', 'series', 'occurrence'),
    day: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null, freq: 9 }),
    lengthMinutes: fc.constantFrom(0, 30, 60, 90),
    dates: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), {
      maxLength: 6,
      selector: ([day]) => day,
    }),
  })
  .map(({ day, dates, recurrence, ...rest }) =>
    aWebinar({
      ...rest,
      recurrence,
      startsAt: day === null ? null : dayOf(day),
      occurrences:
        recurrence === 'fixed-times'
          ? dates.map(([date, isKept]) =>
              anOccurrence({
                occurrenceId: `date-${date}`,
                startsAt: dayOf(date),
                lengthMinutes: rest.lengthMinutes,
                isDeleted: !isKept,
              }),
            )
          : [],
    }),
  );

const instanceAt = (startedAt: number): Instance =>
  anInstance({ uuid: `uuid-${startedAt}`, startedAt, endedAt: startedAt + hourMs });

const held = fc
  .uniqueArray(fc.integer({ min: -1, max: 20 }), { maxLength: 6 })
  .map((days) => days.map((day) => instanceAt(dayOf(day))));
const now = fc.integer({ min: -30, max: 600 }).map((hours) => startsAt + hours * hourMs);

describe('planned sessions', () => {
  it('B10: never have a key twice, nor that of a session that was held', () => {
    fc.assert(
      fc.property(webinar, held, now, (given, instances, moment) => {
        const sessions = groupSessions(given, instances);
        const planned = planSessions(deepFreeze(given), sessions, moment);
        const keys = [...sessions, ...planned].map(({ key }) => key);

        expect(new Set(keys).size).toBe(keys.length);
      }),
      settings,
    );
  });

  it('B10: are held under the keys that they were planned under', () => {
    fc.assert(
      fc.property(webinar, now, (given, moment) => {
        const planned = planSessions(given, [], moment);
        const sessions = groupSessions(
          given,
          planned.map(({ startedAt }) => instanceAt(startedAt)),
        );

        expect(sessions.map(({ key }) => key)).toEqual(planned.map(({ key }) => key));
      }),
      settings,
    );
  });

  it('are oldest first, of kept dates, and none is over for more than a day', () => {
    fc.assert(
      fc.property(webinar, held, now, (given, instances, moment) => {
        const planned = planSessions(given, groupSessions(given, instances), moment);
        const starts = planned.map(({ startedAt }) => startedAt);
        const deletedKeys = given.occurrences.filter(({ isDeleted }) => isDeleted).map((date) => date.occurrenceId);

        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const { key, startedAt, endedAt, lengthMs, isPast, isHeld, isFinal } of planned) {
          expect(deletedKeys).not.toContain(key);
          expect(endedAt + dayMs).toBeGreaterThan(moment);
          expect(endedAt - startedAt).toBe(lengthMs);
          expect({ isPast, isHeld, isFinal }).toEqual({ isPast: endedAt <= moment, isHeld: false, isFinal: false });
        }
      }),
      settings,
    );
  });

  it('are to come one at a time where everybody is registered for everything', () => {
    fc.assert(
      fc.property(webinar, held, now, (given, instances, moment) => {
        const series: Webinar = { ...given, registrationScope: 'series' };
        const all = planSessions({ ...given, registrationScope: 'none' }, groupSessions(given, instances), moment);
        const some = planSessions(series, groupSessions(given, instances), moment);

        expect(some).toEqual(all.slice(0, some.length));
        expect(some.filter(({ isPast }) => !isPast)).toEqual(all.filter(({ isPast }) => !isPast).slice(0, 1));
      }),
      settings,
    );
  });

  it('B15: are there as long as a link may be used', () => {
    fc.assert(
      fc.property(webinar, now, (given, moment) => {
        expect(mayBeJoined(given, moment)).toBe(planSessions(given, [], moment).length > 0);
      }),
      settings,
    );
  });
});
