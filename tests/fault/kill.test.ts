import { describe, expect, it } from 'vitest';
import { createRandom } from '../../emulators/core/random.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { createGuillotine } from '../support/guillotine.ts';
import { openMixedWorld, openMixedWorldWithChanges } from '../support/mixed-webinar.ts';
import { openWorld, secondMs, type WebinarWorld } from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, anInstance, webinarId } from '../support/zoom-webinars.ts';

const longTimeout = 120_000;

const lastingRecords = ['audit', 'facts', 'lease', 'people', 'settings', 'setup', 'skipped', 'webinar'];

/** Longer than a lease lasts. */
const untilLeaseIsOverMs = 13 * secondMs;

/** Calls that an undisturbed step makes. */
async function countCalls(open: () => Promise<WebinarWorld>): Promise<number> {
  const world = await open();
  const { hubspotCalls, zoomCalls } = await world.sync({ webinarId });
  await world.close();
  // The first process knows no token and no object yet.
  return hubspotCalls.length + zoomCalls.length + 2;
}

/** Runs a step that is killed at the given call, unless it ends before. */
async function runDoomedStep(world: WebinarWorld, callNumber: number, moment: 'before' | 'after'): Promise<boolean> {
  const guillotine = createGuillotine(callNumber, moment);
  const process = await world.startProcess({ wrapTransport: guillotine.wrap });
  return Promise.race([
    process.call<SyncWebinarAnswer>('sync_webinar', { webinarId }).then((answer) => answer.ok && answer.done),
    guillotine.fallen.then(() => false),
  ]);
}

describe.each([
  ['a first sync', openMixedWorld],
  ['a sync with changes of every kind', openMixedWorldWithChanges],
])('%s that is killed', (_, open) => {
  it.each(['before', 'after'] as const)(
    '%s the effect of any of its calls, and continued by another process, ends as if nothing had happened',
    async (moment) => {
      const undisturbed = await open();
      await undisturbed.sync({ webinarId });
      const callCount = await countCalls(open);
      let killedCount = 0;

      for (let callNumber = 1; callNumber <= callCount; callNumber += 1) {
        const world = await open();
        const isDone = await runDoomedStep(world, callNumber, moment);
        world.time.advance(untilLeaseIsOverMs);
        const { report } = await world.sync({ webinarId });

        const place = `killed ${moment} call ${callNumber}`;
        killedCount += isDone ? 0 : 1;
        expect(report.status, place).toBe('complete');
        expect(world.view(), place).toEqual(undisturbed.view());
        expect(Object.keys(world.records()), place).toEqual(lastingRecords);
        expect(world.two.hubspot.world().schemas.size, place).toBe(1);
        expect(world.two.hubspot.world().eventDefinitions.size, place).toBe(2);
        await world.close();
      }
      expect(killedCount).toBeGreaterThanOrEqual(callCount - 4);
    },
    longTimeout,
  );
});

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
    [600, 4],
    [2_500, 5],
    [2_500, 6],
  ])(
    'of %i people, killed again and again at moments of chance (seed %i), ends as if nothing had happened',
    async (count, seed) => {
      const random = createRandom(seed);
      const undisturbed = await openCrowdedWorld(count);
      await undisturbed.sync({ webinarId });
      const world = await openCrowdedWorld(count);
      world.time.callsTake(550);

      let killedCount = 0;
      for (let isDone = false; !isDone && killedCount < 30;) {
        isDone = await runDoomedStep(world, random.integer(3, 30), random.pick(['before', 'after'] as const));
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
});
