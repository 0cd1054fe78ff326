import { attend, chooseAttendees, toInstance, type DemoRun } from '../attendance.ts';
import { toTime } from '../calendar.ts';
import { staff } from '../company.ts';
import { periodBefore, register } from '../registration.ts';
import type { SeedWebinar } from '../seed-types.ts';
import type { Stage } from './stage.ts';

/** Approved by hand: some still wait, competitors were turned down. */
export function createEngineerQuestions({ calendar, audience, random }: Stage): SeedWebinar {
  const run: DemoRun = { startsAtMs: calendar.at(-12, 16), lengthMinutes: 52 };
  const period = periodBefore(run.startsAtMs);
  const people = audience.gather({ count: 104, returningShare: 0.45 });
  const { registrants, standing } = register(people, period, random, { pending: 6, denied: 4 });
  return {
    id: 81_234_567_802,
    topic: 'Battery storage: ask our engineers',
    agenda: 'No slides. Bring your plans and your questions.',
    host_email: staff.tom.email,
    start_time: toTime(run.startsAtMs),
    duration: 45,
    timezone: 'Europe/Berlin',
    created_at: toTime(period.opensAtMs),
    settings: { approval_type: 1 },
    registrants: [...registrants],
    instances: [toInstance(run, attend(chooseAttendees(standing, 0.66, random), run, random))],
  };
}
