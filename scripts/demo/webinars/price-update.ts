import { toWalkInRow, type DemoRun } from '../attendance.ts';
import { hourMs, minuteMs } from '../calendar.ts';
import { staff } from '../company.ts';
import type { SeedWebinar } from '../seed-types.ts';
import { createSingle } from './single.ts';
import type { Stage } from './stage.ts';

const fiveMinutesMs = 5 * minuteMs;

/** Over for half an hour: Zoom lists who was there, but will not know for how long before two hours are over. */
export function createPriceUpdate(stage: Stage): SeedWebinar {
  const startsAtMs = Math.floor((stage.calendar.nowMs - 75 * minuteMs) / fiveMinutesMs) * fiveMinutesMs;
  const run: DemoRun = { startsAtMs, lengthMinutes: 42 };
  const webinar = createSingle(stage, {
    id: 81_234_567_808,
    topic: 'Prices for 2027: what changes for partners',
    agenda: 'The new price list, and what stays as it is.',
    host: staff.tom,
    alternativeHost: staff.ines,
    timezone: 'Europe/Berlin',
    run,
    plannedMinutes: 45,
    registrantCount: 190,
    returningShare: 0.5,
    attendedShare: 0.6,
    cancelledCount: 3,
    guestCount: 2,
    moreRows: [toWalkInRow(stage.audience.newcomer(), run), toWalkInRow(stage.audience.newcomer(), run)],
  });
  return {
    ...webinar,
    instances: (webinar.instances ?? []).map((instance) => ({
      ...instance,
      standIn: { readiness: { notFoundMs: 0, emptyMs: 0, zeroDurationsMs: 2 * hourMs } },
    })),
  };
}
