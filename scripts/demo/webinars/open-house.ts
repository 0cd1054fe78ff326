import { toCrewRow, toGuestRow, toInstance, type DemoRun } from '../attendance.ts';
import { toTime } from '../calendar.ts';
import { staff } from '../company.ts';
import type { SeedWebinar } from '../seed-types.ts';
import { drawGuestNames, type Stage } from './stage.ts';

/** Without registration Zoom shows the addresses of its own account's users only: colleagues have one, guests do not. */
export function createOpenHouse(stage: Stage): SeedWebinar {
  const run: DemoRun = { startsAtMs: stage.calendar.at(-18, 13), lengthMinutes: 34 };
  const colleagues = [staff.joana, staff.olav, staff.sabine];
  return {
    id: 81_234_567_804,
    topic: 'Product update: open house without registration',
    host_email: staff.tom.email,
    start_time: toTime(run.startsAtMs),
    duration: 30,
    timezone: 'Europe/Berlin',
    settings: { approval_type: 2 },
    instances: [
      toInstance(run, [
        ...drawGuestNames(stage, 17).map((name) => toGuestRow(name, run)),
        ...colleagues.map(({ firstName, lastName, email }) => toCrewRow(`${firstName} ${lastName}`, email, run)),
      ]),
    ],
  };
}
