import { describe, expect, it } from 'vitest';
import { createRandom } from '../../emulators/core/random.ts';
import { killedCalls, killedMoments } from '../support/guillotine.ts';
import { openMixedWorld, openMixedWorldWithChanges } from '../support/mixed-webinar.ts';
import { openWorld, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, anInstance, webinarId } from '../support/zoom-webinars.ts';
import { acme, openDeletedWorld, openMergedWorld, openPlannedWorld, openSmallWorld } from './fault-worlds.ts';
import { countCalls, finishSync, ofEverybody, runDoomed, untilLeaseIsOverMs, type Doomed } from './kill-kit.ts';
import { viewWhole } from './whole-view.ts';

const longTimeout = 120_000;
const slowCallMs = 550;

/** A first sync is over, and somebody has edited what it wrote about Ann. */
async function openEditedWorld(): Promise<WebinarWorld> {
  const world = await openSmallWorld();
  await world.sync({ webinarId });
  world.atHubSpot('edit-contact', { contact: { email: acme('ann') }, properties: { zwh_registration_count: 0 } });
  return world;
}

const ofAnn: Doomed = { uid: 'sync_person', parameters: { webinarId, address: acme('ann') } };

const scenarios: readonly (readonly [string, () => Promise<WebinarWorld>, Doomed])[] = [
  ['a first sync', openMixedWorld, ofEverybody],
  ['a sync with changes of every kind', openMixedWorldWithChanges, ofEverybody],
  ['S19: the sync of a webinar that is still to come', openPlannedWorld, ofEverybody],
  ['the sync of a webinar that was deleted in Zoom', openDeletedWorld, ofEverybody],
  ['S12: the sync of somebody who took another contact over', openMergedWorld, ofEverybody],
  ['B19: the sync of one person', openEditedWorld, ofAnn],
  ['B19: the first sync of a webinar, of one person only', () => openSmallWorld(), ofAnn],
];

describe.each(scenarios)('%s that is killed', (_, open, doomed) => {
  it.each(killedMoments)(
    '%s the effect of any of its calls, and continued by another process, ends as if nothing had happened',
    async (moment) => {
      const undisturbed = await open();
      const expected = await finishSync(undisturbed, doomed);
      const view = viewWhole(undisturbed.two.hubspot.world());
      const records = Object.keys(undisturbed.records());
      const callCount = await countCalls(open, doomed);
      let killedCount = 0;

      for (let callNumber = 1; callNumber <= callCount; callNumber += 1) {
        const world = await open();
        const isDone = await runDoomed(world, doomed, callNumber, moment, killedCalls);
        world.time.advance(untilLeaseIsOverMs);
        const { report } = await finishSync(world, doomed);

        const place = `killed ${moment} call ${callNumber}`;
        killedCount += isDone ? 0 : 1;
        expect(report.status, place).toBe(expected.report.status);
        expect(report.eligible, place).toBe(expected.report.eligible);
        expect(viewWhole(world.two.hubspot.world()), place).toEqual(view);
        expect(Object.keys(world.records()), place).toEqual(records);
        expect(world.two.hubspot.world().schemas.size, place).toBe(1);
        expect(world.two.hubspot.world().eventDefinitions.size, place).toBe(3);
        await world.close();
      }
      expect(killedCount).toBeGreaterThanOrEqual(callCount - 4);
    },
    longTimeout,
  );
});

const lastingRecords = ['audit', 'facts', 'lease', 'people', 'settings', 'setup', 'webinar', 'writes'];

describe('a sync of many steps', () => {
  const openCrowdedWorld = (count: number): Promise<WebinarWorld> => {
    const { registrants, joins } = aCrowd(count);
    return openWorld({
      switches: { heavyPageRows: Math.round(count / 40) },
      webinars: [aHeldWebinar({ registrants, instances: [anInstance(joins)] })],
    });
  };

  it.each([
    [600, 1],
    [600, 2],
    [600, 3],
    [2_500, 4],
  ])(
    'of %i people, killed again and again at moments of chance (seed %i), ends as if nothing had happened',
    async (count, seed) => {
      const random = createRandom(seed);
      const undisturbed = await openCrowdedWorld(count);
      await undisturbed.sync({ webinarId });
      const world = await openCrowdedWorld(count);
      world.time.callsTake(slowCallMs);

      let killedCount = 0;
      for (let isDone = false; !isDone && killedCount < 30;) {
        isDone = await runDoomed(world, ofEverybody, random.integer(3, 30), random.pick(['before', 'after'] as const));
        killedCount += isDone ? 0 : 1;
        world.time.advance(untilLeaseIsOverMs);
      }
      const { report } = await world.sync({ webinarId });
      await world.sync({ webinarId });

      expect(killedCount).toBeGreaterThan(3);
      expect(report).toMatchObject({ status: 'complete', eligible: count });
      expect(world.view()).toEqual(undisturbed.view());
      expect(Object.keys(world.records())).toEqual(lastingRecords);
    },
    longTimeout,
  );

  /** A new process asks for a token and the object; a lease that is left has to be found, looked at and passed over. */
  const newcomersCalls = 6;
  const countAll = ({ two }: WebinarWorld): number =>
    two.zoom.requests.list().length + two.hubspot.requests.list().length;

  it.each([1, 2, 3, 4])(
    'of 600 people that is killed does no more again than the one step that was cut off (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const undisturbed = await openCrowdedWorld(600);
      undisturbed.time.callsTake(slowCallMs);
      const stepCalls: number[] = [];
      for (let isDone = false; !isDone;) {
        const before = countAll(undisturbed);
        isDone = succeeded(await undisturbed.step({ webinarId })).done;
        stepCalls.push(countAll(undisturbed) - before);
      }
      const wholeCount = stepCalls.reduce((sum, count) => sum + count, 0);
      const world = await openCrowdedWorld(600);
      world.time.callsTake(slowCallMs);

      const callNumber = random.integer(3, wholeCount - 3);
      const isDone = await runDoomed(world, ofEverybody, callNumber, random.pick(['before', 'after'] as const));
      world.time.advance(untilLeaseIsOverMs);
      await world.sync({ webinarId });

      expect(isDone).toBe(false);
      expect(stepCalls.length).toBeGreaterThan(4);
      expect(countAll(world) - wholeCount).toBeLessThanOrEqual(Math.max(...stepCalls) + newcomersCalls);
      expect(world.view()).toEqual(undisturbed.view());
    },
    longTimeout,
  );
});
