import { dayMs, hourMs, toTime } from '../calendar.ts';
import { staff, type StaffMember } from '../company.ts';
import { register } from '../registration.ts';
import type { SeedWebinar } from '../seed-types.ts';
import type { Stage } from './stage.ts';

export const communityEveningId = 81_234_567_820;

interface Plan {
  readonly id: number;
  readonly topic: string;
  readonly host: StaffMember;
  readonly startsAtMs: number;
  readonly registrantCount: number;
  readonly returningShare: number;
  /** Places; absent: no limit. */
  readonly placeCount?: number;
  readonly questions?: SeedWebinar['questions'];
}

export const tariffsId = 81_234_567_811;

/** Registration is open, and the form asks for more than a name. */
export const createTariffs = (stage: Stage): SeedWebinar =>
  createPlanned(stage, {
    id: tariffsId,
    topic: 'Dynamic tariffs explained',
    host: staff.marit,
    startsAtMs: stage.calendar.at(5, 15),
    registrantCount: 170,
    returningShare: 0.5,
    questions: {
      questions: [
        { field_name: 'last_name', required: true },
        { field_name: 'org', required: true },
        { field_name: 'country', required: false },
        { field_name: 'role_in_purchase_process', required: false },
      ],
      custom_questions: [
        {
          title: 'Do you have a smart meter?',
          type: 'single_radio',
          required: true,
          answers: ['Yes', 'Ordered', 'No'],
        },
        {
          title: 'What do you want to hear about?',
          type: 'multiple',
          required: true,
          answers: ['Contracts', 'Charging a car at night', 'Heat pumps'],
        },
        { title: 'Your question to Marit', type: 'short', required: false },
      ],
    },
  });

export const winterTrainingId = 91_234_567_809;

/** Every place is taken. */
export const createWinterTraining = (stage: Stage): SeedWebinar =>
  createPlanned(stage, {
    id: winterTrainingId,
    topic: 'Partner training: keeping heat pumps running in winter',
    host: staff.henk,
    startsAtMs: stage.calendar.at(12, 8),
    registrantCount: 48,
    returningShare: 0.6,
    placeCount: 46,
  });

/** The host was ill on the day: it was never started. */
export const createMissedWebinar = (stage: Stage): SeedWebinar =>
  createPlanned(stage, {
    id: 81_234_567_812,
    topic: 'Green roofs and solar: a good match?',
    host: staff.ines,
    // A day after its planned end nobody asks for it any more, whatever the time of day.
    startsAtMs: stage.calendar.hoursAgo(20),
    registrantCount: 22,
    returningShare: 0.9,
  });

/** Its host deletes it in Zoom after the first sync. */
export const createCommunityEvening = (stage: Stage): SeedWebinar =>
  createPlanned(stage, {
    id: communityEveningId,
    topic: 'Community evening: one year of balcony solar',
    host: staff.ines,
    startsAtMs: stage.calendar.at(9, 18),
    registrantCount: 24,
    returningShare: 0.8,
  });

function createPlanned({ calendar, audience, random }: Stage, plan: Plan): SeedWebinar {
  const opensAtMs = Math.min(plan.startsAtMs, calendar.nowMs) - 8 * dayMs;
  const closesAtMs = Math.min(plan.startsAtMs, calendar.nowMs) - hourMs;
  const people = audience.gather({ count: plan.registrantCount, returningShare: plan.returningShare });
  const { registrants } = register(people, { opensAtMs, closesAtMs }, random, { denied: 2 });
  return {
    id: plan.id,
    topic: plan.topic,
    host_email: plan.host.email,
    start_time: toTime(plan.startsAtMs),
    duration: 60,
    timezone: 'Europe/Berlin',
    created_at: toTime(opensAtMs - dayMs),
    settings: {
      approval_type: 0,
      ...(plan.placeCount === undefined ? {} : { registrants_restrict_number: plan.placeCount }),
    },
    ...(plan.questions === undefined ? {} : { questions: plan.questions }),
    registrants: [...registrants],
  };
}
