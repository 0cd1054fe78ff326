import { attend, chooseAttendees, toGuestRow, toInstance, type DemoRun } from '../attendance.ts';
import { dayMs, hourMs, toTime } from '../calendar.ts';
import { staff } from '../company.ts';
import { register } from '../registration.ts';
import type { SeedWebinar } from '../seed-types.ts';
import { drawGuestNames, type Stage } from './stage.ts';

export const onboardingSeriesId = 81_234_567_803;

/**
 * One registration for a weekly series, approved by hand: three sessions are over, two are to come, the last of them a day
 * later than it was planned. Interest falls from week to week.
 */
export function createOnboardingSeries(stage: Stage): SeedWebinar {
  const { calendar, audience, random } = stage;
  const starts = [-21, -14, -7, 7, 14].map((day) => calendar.at(day, 9));
  const runs = starts.slice(0, 3).map((startsAtMs, index): DemoRun => ({ startsAtMs, lengthMinutes: 40 + index * 3 }));
  const people = audience.gather({ count: 240, returningShare: 0.2 });
  const opensAtMs = calendar.at(-28, 8);
  // Registration stays open: the late ones registered for what was left of the series.
  const { registrants, standing } = register(people, { opensAtMs, closesAtMs: calendar.at(-1, 0) - hourMs }, random, {
    denied: 9,
  });
  const registeredAt = new Map(registrants.map(({ email, create_time = '' }) => [email, Date.parse(create_time)]));
  return {
    id: onboardingSeriesId,
    topic: 'Getting started with Solarix: weekly onboarding',
    agenda: 'Four short lessons. Come as often as you like.',
    host_email: staff.marit.email,
    type: 9,
    duration: 45,
    timezone: 'Europe/Oslo',
    created_at: toTime(opensAtMs - dayMs),
    settings: { approval_type: 1, registration_type: 1 },
    occurrences: starts.map((startMs, index) => ({
      occurrence_id: String(startMs),
      start_time: toTime(index === starts.length - 1 ? startMs + dayMs : startMs),
    })),
    registrants: [...registrants],
    instances: runs.map((run, index) => {
      const early = standing.filter(({ email }) => (registeredAt.get(email) ?? Infinity) < run.startsAtMs);
      return toInstance(run, [
        ...attend(chooseAttendees(early, 0.58 - index * 0.12, random), run, random),
        ...drawGuestNames(stage, 1).map((name) => toGuestRow(name, run)),
      ]);
    }),
  };
}
