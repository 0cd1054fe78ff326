import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Deliver } from '../../emulators/core/delivery.ts';
import {
  addAction,
  addWorkflow,
  enrol,
  nextWorkflowAt,
  runDueWorkflows,
  type Enrolment,
} from '../../emulators/hubspot/index.ts';
import type { AppProcess } from '../support/app-process.ts';
import { aPlannedWebinar } from '../support/planned-webinars.ts';
import { endpointToken } from '../support/two-accounts.ts';
import { minuteMs, openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';

const contactCount = 1_000;
const processCount = 3;
const clientSecret = 'client-secret-of-the-app-of-the-tests';
/** Nobody listens there: what the app sends to itself is lost, and missed by nobody here. */
const baseUrl = 'http://127.0.0.1:1/hs/serverless';

/** The action as it is uploaded, the variables of its profile filled in. */
const readDefinition = (): string =>
  readFileSync(
    new URL('../../src/app/workflow-actions/add-contact-to-zoom-webinar-hsmeta.json', import.meta.url),
    'utf8',
  )
    .replaceAll('${FUNCTIONS_BASE_URL}', baseUrl)
    .replaceAll('${ENDPOINT_TOKEN}', endpointToken);

/** Hands requests to processes in turn, as the gateway in front of the functions does. */
function deliverTo(processes: readonly AppProcess[]): Deliver {
  let calls = 0;
  return async ({ method, url, headers, body }) => {
    calls += 1;
    const process = processes[calls % processes.length];
    if (process === undefined) throw new Error('there is no process');
    const params = Object.fromEntries([...new URL(url).searchParams].map(([name, value]) => [name, [value]]));
    const answer = await process.request('add_registrant', { method, params, headers, body });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body };
  };
}

/** Steps from one due moment to the next until nothing is due any more. */
async function runToEnd({ two, time }: WebinarWorld, deliver: Deliver): Promise<void> {
  const world = two.hubspot.world();
  await runDueWorkflows(world, deliver);
  for (let next = nextWorkflowAt(world); next !== null; next = nextWorkflowAt(world)) {
    time.advance(Math.max(0, next - time.now()));
    await runDueWorkflows(world, deliver);
  }
}

it('a thousand enrolled contacts are registered once each, although every twentieth answer is lost and some requests come twice', { timeout: 180_000 }, async () => {
  const contacts = Array.from({ length: contactCount }, (_, index) => ({
    id: String(10_000 + index),
    properties: { email: `fan${index}@acme.example.com`, firstname: `Fay${index}`, lastname: `Fan${index}` },
  }));
  const world = await openWorld({ webinars: [aPlannedWebinar({ registrants: [] })], hubspot: { contacts } });
  const access = JSON.stringify({ tokens: [endpointToken], clientSecret, baseUrl });
  const processes = await Promise.all(
    Array.from({ length: processCount }, () => world.startProcess({ environment: { ENDPOINT_ACCESS: access } })),
  );
  const hubspot = world.two.hubspot.world();
  hubspot.workflows.settings = {
    ...hubspot.workflows.settings,
    clientSecret,
    signature: 'both',
    loseAnswers: 0.05,
    double: 0.02,
  };
  const { uid } = addAction(hubspot, readDefinition());
  const workflow = addWorkflow(hubspot, { action: uid, inputs: { webinar_id: webinarId } });
  const enrolments = enrol(
    hubspot,
    workflow.id,
    contacts.map(({ id }) => id),
  );

  await runToEnd(world, deliverTo(processes));

  const lost = enrolments.filter(({ attempts }) => attempts.some(({ outcome }) => outcome === 'lost'));
  expect(lost.length).toBeGreaterThan(25);
  const ends = (enrolment: Enrolment) => [
    enrolment.finalState,
    enrolment.outputs['status'],
    enrolment.outputs['errorCode'] ?? '',
  ];
  expect(enrolments.map(ends)).toEqual(enrolments.map(() => ['SUCCESS', 'registered', '']));
  expect(new Set(enrolments.map(({ sentence }) => sentence))).toEqual(new Set(['Registered for the webinar']));
  const roster = world.two.zoom.world().webinarsById.get(Number(webinarId))?.roster;
  expect(roster?.size()).toBe(contactCount);
  expect(enrolments.map(({ outputs }) => outputs['registrantId'])).toEqual(
    contacts.map(({ properties }) => roster?.byEmail(properties.email)?.id),
  );
  expect(world.two.zoom.requests.counts()['registrants.add']).toBe(contactCount);
  const last = Math.max(...enrolments.map(({ finishedAt }) => finishedAt ?? Infinity));
  expect(last - (enrolments[0]?.enrolledAt ?? 0)).toBeLessThan(60 * minuteMs);
});
