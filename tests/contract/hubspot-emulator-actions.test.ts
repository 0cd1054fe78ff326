import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addWorkflow, enrol, fetchOptions, runDueWorkflows } from '../../emulators/hubspot/index.ts';
import type { AppProcess } from '../support/app-process.ts';
import { aPlannedWebinar } from '../support/planned-webinars.ts';
import type { WebinarSeed } from '../support/two-accounts.ts';
import { dayMs, openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { deliverTo, runToEnd, signedProcess, uploadActions } from './hubspot-emulator-app.ts';

const actionFiles = readdirSync(new URL('../../src/app/workflow-actions/', import.meta.url)).filter((name) =>
  name.endsWith('-hsmeta.json'),
);

interface Opened extends WebinarWorld {
  readonly process: AppProcess;
}

async function open(webinars: readonly WebinarSeed[] = [aPlannedWebinar({ registrants: [] })]): Promise<Opened> {
  const world = await openWorld({
    webinars,
    hubspot: {
      contacts: [
        { id: '101', properties: { email: 'zoe@acme.example.com', firstname: 'Zoe', lastname: 'Zander' } },
        { id: '102', properties: { firstname: 'Nobody' } },
        {
          id: '103',
          properties: { email: 'yan@acme.example.com', firstname: 'Yan', lastname: 'Yew', phone: '81234567890' },
        },
      ],
    },
  });
  uploadActions(world, actionFiles);
  return { ...world, process: await world.startProcess(signedProcess) };
}

async function run(world: Opened, action: string, ids: readonly string[], inputs = {}, locale = 'en') {
  const hubspot = world.two.hubspot.world();
  const workflow = addWorkflow(hubspot, { action, inputs, locale });
  const enrolments = enrol(hubspot, workflow.id, ids);
  await runToEnd(world, deliverTo([world.process]));
  return enrolments;
}

const emailsAtZoom = ({ two }: WebinarWorld, status: 'approved' | 'denied') =>
  [...(two.zoom.world().webinarsById.get(Number(webinarId))?.roster.all() ?? [])]
    .filter((registrant) => registrant.status === status)
    .map(({ email }) => email);

describe('the uploaded actions in a workflow of the stand-in', () => {
  it('register a contact and remove it again, each with a sentence in the language of the reader', async () => {
    const world = await open();

    const added = await run(world, 'add_contact_to_zoom_webinar', ['101', '102'], { webinar_id: webinarId });
    expect(added.map(({ finalState, sentence }) => [finalState, sentence])).toEqual([
      ['SUCCESS', 'Registered for the webinar'],
      ['FAIL_CONTINUE', 'The contact has no email address'],
    ]);
    expect(emailsAtZoom(world, 'approved')).toEqual(['zoe@acme.example.com']);

    const [removed] = await run(world, 'remove_contact_from_zoom_webinar', ['101'], { webinar_id: webinarId }, 'de');
    expect(removed?.finalState).toBe('SUCCESS');
    expect(removed?.sentence).not.toBe('Removed from the webinar');
    expect(removed?.sentence).not.toBeNull();
    expect(emailsAtZoom(world, 'approved')).toEqual([]);
  });

  it('take the webinar from a property of the contact', async () => {
    const world = await open();

    const [added] = await run(world, 'add_contact_to_zoom_webinar', ['103'], {
      webinar_id_property: { property: 'phone' },
    });

    expect(added).toMatchObject({ finalState: 'SUCCESS', outputs: { webinarId } });
  });

  it('are let in by their signature, and refused with another secret, although the token is right', async () => {
    const world = await open();
    const hubspot = world.two.hubspot.world();
    hubspot.workflows.settings = { ...hubspot.workflows.settings, clientSecret: 'of somebody else' };

    const [added] = await run(world, 'add_contact_to_zoom_webinar', ['101'], { webinar_id: webinarId });

    expect(added).toMatchObject({ finalState: 'FAILED', attempts: [{ status: 401 }] });
    expect(emailsAtZoom(world, 'approved')).toEqual([]);
  });

  it.each(['v2', 'v3', 'none'] as const)('are let in with the signature %s', async (signature) => {
    const world = await open();
    const hubspot = world.two.hubspot.world();
    hubspot.workflows.settings = { ...hubspot.workflows.settings, signature };

    const [added] = await run(world, 'add_contact_to_zoom_webinar', ['101'], { webinar_id: webinarId });

    expect(added?.finalState).toBe('SUCCESS');
  });

  it('run a sync, whoever is enrolled, and then offer its webinars page by page and by search', async () => {
    const webinars = Array.from({ length: 60 }, (_, index) =>
      aPlannedWebinar({
        id: String(81_000_000_000 + index),
        uuid: `webinar${index}webinar==`,
        topic: `Webinar ${index}`,
        registrants: [],
      }),
    );
    const world = await open(webinars);
    const hubspot = world.two.hubspot.world();
    const deliver = deliverTo([world.process]);

    const [synced] = await run(world, 'run_zoom_webinar_sync', ['101']);
    expect(synced).toMatchObject({ finalState: 'SUCCESS' });
    expect(synced?.sentence).toMatch(/^\d+ webinars synced/);
    world.time.advance(dayMs / 24);
    const again = enrol(hubspot, synced?.workflow.id ?? 0, ['101']);
    await runDueWorkflows(hubspot, deliver);
    expect(again[0]?.finalState).toBe('SUCCESS');

    const question = { action: 'add_contact_to_zoom_webinar', field: 'webinar' };
    const first = await fetchOptions(hubspot, question, deliver);
    const second = await fetchOptions(hubspot, { ...question, after: first.after ?? '' }, deliver);
    const found = await fetchOptions(hubspot, { ...question, q: 'webinar 37' }, deliver);

    expect(new Set([...first.options, ...second.options].map(({ value }) => value)).size).toBe(60);
    expect(second.after).toBeUndefined();
    expect(found.options.map(({ value }) => value)).toEqual(['acc-main:81000000037']);
  });
});
