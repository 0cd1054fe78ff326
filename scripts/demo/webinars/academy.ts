import { toCrewRow, type DemoRun } from '../attendance.ts';
import { staff, toPerson } from '../company.ts';
import { crowds } from '../people/regions.ts';
import type { SeedWebinar } from '../seed-types.ts';
import { createSingle } from './single.ts';
import { withTypo, type Stage } from './stage.ts';

export function createBatteryTraining(stage: Stage): SeedWebinar {
  const run: DemoRun = { startsAtMs: stage.calendar.at(-15, 8), lengthMinutes: 88 };
  return createSingle(stage, {
    id: 91_234_567_806,
    topic: 'Partner training: installing the home battery',
    agenda: 'Safety, wiring, commissioning.',
    host: staff.lucia,
    timezone: 'Europe/Madrid',
    run,
    plannedMinutes: 90,
    registrantCount: 210,
    returningShare: 0.2,
    shares: crowds.installers,
    attendedShare: 0.79,
    cancelledCount: 5,
    guestCount: 2,
    moreRows: [toCrewRow('Piotr Wróbel', staff.piotr.email, run)],
  });
}

/** Its run has an id with two slashes inside. */
export const createCommissioningTraining = (stage: Stage): SeedWebinar =>
  createSingle(stage, {
    id: 91_234_567_807,
    topic: 'Partner training: commissioning a heat pump',
    agenda: 'Hydraulics, control, hand-over.',
    host: staff.henk,
    alternativeHost: staff.lucia,
    timezone: 'Europe/Amsterdam',
    run: { startsAtMs: stage.calendar.at(-8, 7), lengthMinutes: 94 },
    plannedMinutes: 90,
    registrantCount: 120,
    returningShare: 0.45,
    shares: crowds.installers,
    attendedShare: 0.83,
    cancelledCount: 4,
    uuid: 'h3Jk//QmTq2c9LrWx0aZ7g==',
  });

export const createExamPreparation = (stage: Stage): SeedWebinar =>
  createSingle(stage, {
    id: 91_234_567_808,
    topic: 'Certified installer: preparing for the exam',
    agenda: 'Questions from the last three exams.',
    host: staff.lucia,
    timezone: 'Europe/Madrid',
    run: { startsAtMs: stage.calendar.at(-2, 16), lengthMinutes: 49 },
    plannedMinutes: 45,
    registrantCount: 96,
    returningShare: 0.3,
    shares: crowds.installers,
    attendedShare: 0.7,
    // A colleague registers like everybody else.
    oddRegistrants: [withTypo(stage.audience.newcomer(), 2), toPerson(staff.joana)],
    guestCount: 1,
  });
