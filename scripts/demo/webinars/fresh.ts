import { toInstance, type DemoRun } from '../attendance.ts';
import { hourMs, minuteMs } from '../calendar.ts';
import { staff } from '../company.ts';
import type { DemoPerson } from '../people/person.ts';
import type { SeedInstance, SeedWebinar } from '../seed-types.ts';
import { createSingle, type SinglePlan } from './single.ts';
import { rivalDomains } from './domains.ts';
import type { Stage } from './stage.ts';

const fiveMinutesMs = 5 * minuteMs;

/** Over for some hours: Zoom is still at work on its recording. Competitors look in, from three domains. */
export function createMarketBriefing(stage: Stage): SeedWebinar {
  const rivals = rivalDomains.map((domain): DemoPerson => withDomain(stage.audience.newcomer(), domain));
  return createFresh(stage, 5, { recording: { standIn: { processingMs: null } } }, (run) => ({
    id: 81_234_567_814,
    topic: 'Market briefing: what electricity costs this winter',
    agenda: 'Half an hour, no slides.',
    host: staff.marit,
    timezone: 'Europe/Oslo',
    run,
    plannedMinutes: 30,
    registrantCount: 74,
    returningShare: 0.8,
    attendedShare: 0.7,
    oddRegistrants: rivals,
  }));
}

/** Over since yesterday: the recording is there, its transcript is not. */
export const createRoofTalk = (stage: Stage): SeedWebinar =>
  createFresh(stage, 21, { recording: {}, transcript: { source: 'recording', availableAfterMs: null } }, (run) => ({
    id: 81_234_567_815,
    topic: 'Flat roofs: mounting without drilling',
    agenda: 'Three systems compared.',
    host: staff.tom,
    timezone: 'Europe/Berlin',
    run,
    plannedMinutes: 30,
    registrantCount: 58,
    returningShare: 0.8,
    attendedShare: 0.65,
  }));

function createFresh(
  stage: Stage,
  hoursAgo: number,
  recorded: Pick<SeedInstance, 'recording' | 'transcript'>,
  toPlan: (run: DemoRun) => SinglePlan,
): SeedWebinar {
  const startsAtMs = Math.floor((stage.calendar.nowMs - hoursAgo * hourMs) / fiveMinutesMs) * fiveMinutesMs;
  const run: DemoRun = { startsAtMs, lengthMinutes: 31 };
  const webinar = createSingle(stage, toPlan(run));
  return { ...webinar, instances: (webinar.instances ?? []).map((instance) => ({ ...instance, ...recorded })) };
}

const withDomain = (person: DemoPerson, domain: string): DemoPerson => ({
  ...person,
  email: person.email.replace(/@.*$/u, `@${domain}`),
});

/** The report of it never had anybody in it, not even the host. */
export function createUntracked(stage: Stage): SeedWebinar {
  const run: DemoRun = { startsAtMs: stage.calendar.at(-7, 10), lengthMinutes: 40 };
  const webinar = createSingle(stage, {
    id: 81_234_567_816,
    topic: 'Storage for schools: results of the pilot',
    agenda: 'What three schools saved in a year.',
    host: staff.yuki,
    timezone: 'Europe/Berlin',
    run,
    plannedMinutes: 45,
    registrantCount: 31,
    returningShare: 0.8,
    attendedShare: 0,
  });
  return { ...webinar, instances: [toInstance(run, [], { standIn: { hostRow: false } })] };
}

/** One customer's own round: everybody is of the domain whose recordings stay at home. */
export function createHousingRound(stage: Stage, domain: string): SeedWebinar {
  const run: DemoRun = { startsAtMs: stage.calendar.at(-5, 9), lengthMinutes: 55 };
  const guests = Array.from({ length: 9 }, () => withDomain(stage.audience.newcomer(), domain));
  const webinar = createSingle(stage, {
    id: 81_234_567_817,
    topic: 'Nordlicht Housing: your roofs, your plan',
    agenda: 'For the people of one customer.',
    host: staff.marit,
    timezone: 'Europe/Berlin',
    run,
    plannedMinutes: 60,
    registrantCount: 0,
    returningShare: 0,
    attendedShare: 0.9,
    oddRegistrants: guests,
  });
  return {
    ...webinar,
    instances: (webinar.instances ?? []).map((instance) => ({
      ...instance,
      recording: {},
      transcript: { source: 'recording' as const },
    })),
  };
}
