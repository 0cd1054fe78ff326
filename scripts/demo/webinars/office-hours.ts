import { attend, chooseAttendees, toInstance, type DemoRun } from '../attendance.ts';
import { dayMs, toTime } from '../calendar.ts';
import { staff } from '../company.ts';
import { register } from '../registration.ts';
import type { SeedWebinar } from '../seed-types.ts';
import type { Stage } from './stage.ts';

/** A recurring webinar without fixed times: the host opens the room when there is time, and had to restart it once. */
export function createOfficeHours({ calendar, audience, random }: Stage): SeedWebinar {
  const opensAtMs = calendar.at(-25, 8);
  const runs: readonly DemoRun[] = [
    { startsAtMs: calendar.at(-20, 15, 10), lengthMinutes: 36 },
    { startsAtMs: calendar.at(-11, 10, 40), lengthMinutes: 12 },
    { startsAtMs: calendar.at(-11, 10, 55), lengthMinutes: 31 },
    { startsAtMs: calendar.at(-2, 17, 5), lengthMinutes: 44 },
  ];
  const people = audience.gather({ count: 64, returningShare: 0.3 });
  const { registrants, standing } = register(people, { opensAtMs, closesAtMs: calendar.at(-20, 15) }, random, {
    denied: 2,
  });
  return {
    id: 81_234_567_806,
    topic: 'Office hours: bring your floor plan',
    host_email: staff.ines.email,
    type: 6,
    duration: 30,
    timezone: 'Europe/Berlin',
    created_at: toTime(opensAtMs - dayMs),
    settings: { approval_type: 0 },
    registrants: [...registrants],
    instances: runs.map((run) => toInstance(run, attend(chooseAttendees(standing, 0.4, random), run, random))),
  };
}
