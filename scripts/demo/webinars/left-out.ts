import type { DemoRun } from '../attendance.ts';
import { dayMs, toTime } from '../calendar.ts';
import { staff } from '../company.ts';
import { crowds } from '../people/regions.ts';
import type { SeedWebinar } from '../seed-types.ts';
import { createSingle } from './single.ts';
import type { Stage } from './stage.ts';

/** Of a Zoom Event: people hold tickets there. */
export function createRoadshow(stage: Stage): SeedWebinar {
  const run: DemoRun = { startsAtMs: stage.calendar.at(-4, 12), lengthMinutes: 90 };
  const webinar = createSingle(stage, {
    id: 81_234_567_818,
    topic: 'Solarix roadshow: the keynote',
    agenda: 'Part of our yearly event.',
    host: staff.marit,
    timezone: 'Europe/Oslo',
    run,
    plannedMinutes: 90,
    registrantCount: 40,
    returningShare: 0.9,
    attendedShare: 0.8,
  });
  return { ...webinar, is_events_webinar: true };
}

export const springReviewId = 81_234_567_819;

/** So long ago that Zoom has given up its number: who came can still be read, who had registered cannot. */
export const createSpringReview = (stage: Stage): SeedWebinar =>
  createSingle(stage, {
    id: springReviewId,
    topic: 'Looking back on the solar summer',
    agenda: 'Yields, weather, lessons.',
    host: staff.tom,
    timezone: 'Europe/Berlin',
    run: { startsAtMs: stage.calendar.at(-40, 15), lengthMinutes: 47 },
    plannedMinutes: 45,
    registrantCount: 66,
    returningShare: 0.8,
    attendedShare: 0.6,
  });

export const salesTrainingId = 81_234_567_821;

/** Its host is taken out by the settings. */
export const createSalesTraining = (stage: Stage): SeedWebinar =>
  createSingle(stage, {
    id: salesTrainingId,
    topic: 'Sales training: asking the right questions',
    agenda: 'For our own people.',
    host: staff.ragnhild,
    timezone: 'Europe/Oslo',
    run: { startsAtMs: stage.calendar.at(-11, 8), lengthMinutes: 62 },
    plannedMinutes: 60,
    registrantCount: 18,
    returningShare: 0.2,
    attendedShare: 0.9,
  });

export const installerEveningId = 81_234_567_822;

/** Switched off alone: its people are a partner's, and only those who are contacts already are of interest. */
export const createInstallerEvening = (stage: Stage): SeedWebinar => {
  const run: DemoRun = { startsAtMs: stage.calendar.at(-6, 17), lengthMinutes: 58 };
  return {
    ...createSingle(stage, {
      id: installerEveningId,
      topic: 'Installer evening with Brightfield',
      agenda: 'Held for a partner.',
      host: staff.tom,
      timezone: 'Europe/Berlin',
      run,
      plannedMinutes: 60,
      registrantCount: 44,
      returningShare: 0.5,
      shares: crowds.installers,
      attendedShare: 0.7,
    }),
    created_at: toTime(run.startsAtMs - 20 * dayMs),
  };
};
