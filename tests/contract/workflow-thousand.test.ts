import { expect, it } from 'vitest';
import { addWorkflow, enrol, type Enrolment } from '../../emulators/hubspot/index.ts';
import { aPlannedWebinar } from '../support/planned-webinars.ts';
import { minuteMs, openWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { deliverTo, runToEnd, signedProcess, uploadActions } from './hubspot-emulator-app.ts';

const contactCount = 1_000;
const processCount = 3;

it(
  'a thousand enrolled contacts are registered once each, although every twentieth answer is lost and some requests come twice',
  {
    timeout: 180_000,
  },
  async () => {
    const contacts = Array.from({ length: contactCount }, (_, index) => ({
      id: String(10_000 + index),
      properties: { email: `fan${index}@acme.example.com`, firstname: `Fay${index}`, lastname: `Fan${index}` },
    }));
    const world = await openWorld({ webinars: [aPlannedWebinar({ registrants: [] })], hubspot: { contacts } });
    const [action = ''] = uploadActions(world, ['add-contact-to-zoom-webinar-hsmeta.json']);
    const processes = await Promise.all(Array.from({ length: processCount }, () => world.startProcess(signedProcess)));
    const hubspot = world.two.hubspot.world();
    hubspot.workflows.settings = { ...hubspot.workflows.settings, loseAnswers: 0.05, double: 0.02 };
    const workflow = addWorkflow(hubspot, { action, inputs: { webinar_id: webinarId } });
    const enrolments = enrol(
      hubspot,
      workflow.id,
      contacts.map(({ id }) => id),
    );

    await runToEnd(world, deliverTo(processes));

    const lost = enrolments.filter(({ attempts }) => attempts.some(({ outcome }) => outcome === 'lost'));
    expect(lost.length).toBeGreaterThan(25);
    const endOf = ({ finalState, outputs, sentence }: Enrolment) => [finalState, outputs['status'], sentence];
    expect(enrolments.map(endOf)).toEqual(
      enrolments.map(() => ['SUCCESS', 'registered', 'Registered for the webinar']),
    );
    const roster = world.two.zoom.world().webinarsById.get(Number(webinarId))?.roster;
    expect(roster?.size()).toBe(contactCount);
    expect(enrolments.map(({ outputs }) => outputs['registrantId'])).toEqual(
      contacts.map(({ properties }) => roster?.byEmail(properties.email)?.id),
    );
    expect(world.two.zoom.requests.counts()['registrants.add']).toBe(contactCount);
    const last = Math.max(...enrolments.map(({ finishedAt }) => finishedAt ?? Infinity));
    expect(last - (enrolments[0]?.enrolledAt ?? 0)).toBeLessThan(60 * minuteMs);
  },
);
