import { describe, expect, it } from 'vitest';
import { createRandom } from '../../emulators/core/random.ts';
import type { RegisterContactAnswer } from '../../src/app/extensions/contract/registration.ts';
import { callAction, type ActionResult } from '../contract/workflow-action-kit.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import { aPlannedWebinar } from '../support/planned-webinars.ts';
import { minuteMs, openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { webinarId } from '../support/zoom-webinars.ts';
import { createInterleaving, seeds } from './interleaving.ts';

const zoe = { email: 'zoe@acme.example.com', firstname: 'Zoe', lastname: 'Zander' };
const open = (): Promise<WebinarWorld> =>
  openWorld({ webinars: [aPlannedWebinar()], hubspot: { contacts: [{ id: '101', properties: zoe }] } });

/** As HubSpot does: again after the time that it is told, with the same callback. */
async function enrol(world: WebinarWorld, process: AppProcess, callbackId: string): Promise<ActionResult> {
  for (let tries = 0; tries < 20; tries += 1) {
    const result = await callAction(process, 'add_registrant', { callbackId });
    if (result.status === 200) return result;
    expect([429, 503]).toContain(result.status);
    await world.time.sleep(Number(result.headers['retry-after'] ?? 10 * secondMs));
  }
  throw new Error('never answered');
}

describe('a person who is registered by two workflows and on the card at once', () => {
  it.each(seeds(3))(
    'is registered once, and everybody hears so (seed %i)',
    async (seed) => {
      const world = await open();
      await world.call('run_setup', {});
      const interleaving = createInterleaving(world, createRandom(seed));
      const [card, workflow, otherWorkflow] = await Promise.all([
        interleaving.startProcess(),
        interleaving.startProcess(),
        interleaving.startProcess(),
      ]);

      const [shown, added, addedAsWell] = await interleaving.run([
        async () =>
          succeeded(await card.call<RegisterContactAnswer>('register_contact', { contactId: 101, webinarId })),
        () => enrol(world, workflow, 'one'),
        () => enrol(world, otherWorkflow, 'two'),
      ]);

      const roster = world.two.zoom.world().webinarsById.get(Number(webinarId))?.roster;
      const registrants = [...(roster?.all() ?? [])].filter(({ email }) => email === zoe.email);
      expect(registrants).toHaveLength(1);
      expect(['registered', 'already-registered']).toContain(shown.outcome);
      for (const { outputs } of [added, addedAsWell]) {
        expect(['registered', 'already-registered']).toContain(outputs['status']);
      }
      world.time.advance(2 * minuteMs);
      await world.sync({ webinarId });
      const { contacts, events, timelines } = expectTrueHubSpot(world.two);
      expect(contacts[zoe.email]?.registrations).toBe('1');
      expect(events[`zoom-webinar-${webinarId}`]?.people[zoe.email]).toBe('REGISTERED');
      expect(timelines[zoe.email]?.filter((line) => line.startsWith('event registration'))).toHaveLength(1);
      expect((await world.sync({ webinarId })).report).toMatchObject({ synced: 0 });
    },
    60_000,
  );
});
