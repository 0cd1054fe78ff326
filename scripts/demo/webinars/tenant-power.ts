import {
  toCrewRow,
  toInstance,
  toPanelists,
  toReversedRow,
  toWaitingRow,
  toWalkInRow,
  type DemoRun,
} from '../attendance.ts';
import { speakers, staff } from '../company.ts';
import type { SeedWebinar } from '../seed-types.ts';
import { createSingle } from './single.ts';
import { withTypo, type Stage } from './stage.ts';

/**
 * Host and speaker rehearsed the day before. Of the guests without registration one was never let in, and Zoom's report has
 * impossible times for another. The ids of both runs are among those that must be encoded twice in an address.
 */
export function createTenantPower(stage: Stage): SeedWebinar {
  const { calendar, audience } = stage;
  const run: DemoRun = { startsAtMs: calendar.at(-9, 12), lengthMinutes: 63 };
  const rehearsal: DemoRun = { startsAtMs: calendar.at(-10, 15), lengthMinutes: 22 };
  const speakerRow = (during: DemoRun) => toCrewRow(speakers.amara.name, speakers.amara.email, during);
  const webinar = createSingle(stage, {
    id: 81_234_567_807,
    topic: 'Solar power for tenants: the new rules',
    agenda: 'What changes for landlords, tenants and grid operators.',
    host: staff.marit,
    timezone: 'Europe/Berlin',
    run,
    plannedMinutes: 60,
    registrantCount: 340,
    returningShare: 0.25,
    attendedShare: 0.51,
    cancelledCount: 14,
    guestCount: 4,
    oddRegistrants: [withTypo(audience.newcomer(), 1)],
    uuid: '/8xQm3vKTZ2rS0cJw1nYdA==',
    moreRows: [
      speakerRow(run),
      toWalkInRow(audience.newcomer(), run),
      toReversedRow(audience.newcomer(), run),
      toWaitingRow(audience.newcomer(), run),
    ],
  });
  return {
    ...webinar,
    panelists: toPanelists([speakers.amara]),
    instances: [
      toInstance(rehearsal, [speakerRow(rehearsal)], { uuid: 'Rk7//w2UQyGdJmVb5Xo0Hg==' }),
      ...(webinar.instances ?? []),
    ],
  };
}
