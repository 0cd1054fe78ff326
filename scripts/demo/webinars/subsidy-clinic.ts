import { attend, chooseAttendees, toInstance, type DemoRun } from '../attendance.ts';
import { dayMs, toTime } from '../calendar.ts';
import { staff } from '../company.ts';
import { register } from '../registration.ts';
import type { SeedRegistrant, SeedWebinar } from '../seed-types.ts';
import type { Stage } from './stage.ts';

export const subsidyClinicId = 81_234_567_805;

/**
 * Each date is registered for apart; whoever comes twice is registered twice. Four dates were planned until today, one of them
 * was called off, and so is the second of the three to come; nobody has registered for the third.
 */
export function createSubsidyClinic({ calendar, audience, random }: Stage): SeedWebinar {
  const dates = [
    { startMs: calendar.at(-24, 11), isHeld: true },
    { startMs: calendar.at(-17, 11), isHeld: true },
    { startMs: calendar.at(-10, 11), isHeld: false },
    { startMs: calendar.at(-3, 11), isHeld: true },
    { startMs: calendar.at(4, 11), isHeld: true },
    { startMs: calendar.at(11, 11), isHeld: false },
  ];
  const held = dates.filter(({ isHeld }) => isHeld);
  const people = audience.gather({ count: 180, returningShare: 0 });
  const opensAtMs = calendar.at(-27, 8);
  const { registrants, standing } = register(people, { opensAtMs, closesAtMs: calendar.at(-24, 10) }, random, {
    denied: 7,
  });
  const choices = new Map(
    registrants.map(({ email }, index) => {
      const first = index % held.length;
      const isTwice = index % 5 === 0;
      const chosen = held.filter((_, place) => place === first || (isTwice && place === (first + 1) % held.length));
      return [email, chosen.map(({ startMs }) => String(startMs))] as const;
    }),
  );
  const withDates = (registrant: SeedRegistrant): SeedRegistrant => ({
    ...registrant,
    standIn: { occurrence_ids: [...(choices.get(registrant.email) ?? [])] },
  });
  const runs = held
    .filter(({ startMs }) => startMs < calendar.nowMs)
    .map(({ startMs }, index): DemoRun => ({ startsAtMs: startMs, lengthMinutes: 28 + index * 2 }));
  return {
    id: subsidyClinicId,
    topic: 'Subsidy clinic: your application, step by step',
    host_email: staff.ines.email,
    type: 9,
    duration: 30,
    timezone: 'Europe/Madrid',
    created_at: toTime(opensAtMs - dayMs),
    settings: { approval_type: 0, registration_type: 2 },
    occurrences: [...dates, { startMs: calendar.at(18, 11), isHeld: true }].map(({ startMs, isHeld }) => ({
      start_time: toTime(startMs),
      status: isHeld ? ('available' as const) : ('deleted' as const),
    })),
    registrants: registrants.map(withDates),
    instances: runs.map((run) => {
      const expected = standing.filter(({ email }) => choices.get(email)?.includes(String(run.startsAtMs)) === true);
      return toInstance(run, attend(chooseAttendees(expected, 0.72, random), run, random));
    }),
  };
}
