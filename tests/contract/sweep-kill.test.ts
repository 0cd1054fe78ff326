import { describe, expect, it } from 'vitest';
import type { RunSweepAnswer } from '../../src/app/extensions/contract/sweep.ts';
import { createCallCount, createGuillotine, killedCalls, killedMoments, type Moment } from '../support/guillotine.ts';
import { dayMs, noon, secondMs, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute } from '../support/zoom-webinars.ts';
import { openSweepWorld, sweepToEnd, usersOf, type SweepWorld } from './sweep-kit.ts';

const longTimeout = 240_000;
/** Longer than a lease lasts. */
const untilLeaseIsOverMs = 13 * secondMs;
const acme = (name: string): string => `${name}@acme.example.com`;

/** Held, planned, of a Zoom Event and switched off: with people in common. */
const webinars = [
  aHeldWebinar({
    registrants: [aRegistrant(acme('ann')), aRegistrant(acme('ben'))],
    instances: [anInstance([aJoin(acme('ann'), 0, 30)])],
  }),
  aHeldWebinar({
    id: '82222222222',
    start_time: atMinute(-1_440),
    registrants: [aRegistrant(acme('ann'), { id: 'reg-2' })],
    instances: [
      anInstance([aJoin(acme('ann'), -1_440, -1_400)], {
        uuid: 'second==',
        start_time: atMinute(-1_440),
        end_time: atMinute(-1_380),
      }),
    ],
  }),
  aHeldWebinar({
    id: '83333333333',
    start_time: new Date(noon + 2 * dayMs).toISOString(),
    registrants: [aRegistrant(acme('cid'))],
    instances: [],
  }),
  aHeldWebinar({
    id: '84444444444',
    is_events_webinar: true,
    instances: [],
    start_time: new Date(noon + 3 * dayMs).toISOString(),
  }),
  aHeldWebinar({ id: '85555555555', instances: [], start_time: new Date(noon + 4 * dayMs).toISOString() }),
];

const open = (): Promise<SweepWorld> =>
  openSweepWorld({
    webinars,
    settings: { zoomSharePercent: 100, users: usersOf({ 'host-1': { webinars: { '85555555555': false } } }) },
  });

async function runDoomedStep(world: WebinarWorld, callNumber: number, moment: Moment): Promise<boolean> {
  const guillotine = createGuillotine(callNumber, moment, killedCalls);
  const process = await world.startProcess({ wrapTransport: guillotine.wrap });
  return Promise.race([
    process.call<RunSweepAnswer>('run_sweep', {}).then((answer) => answer.ok && answer.done),
    guillotine.fallen.then(() => false),
  ]);
}

async function countCalls(): Promise<number> {
  const world = await open();
  const calls = createCallCount();
  await sweepToEnd(world, await world.startProcess({ wrapTransport: calls.wrap }));
  await world.close();
  return calls.count();
}

const statusesOf = async (world: SweepWorld): Promise<readonly string[]> =>
  (await world.list()).webinars.map(({ webinarId, status }) => `${webinarId} ${status}`);

describe.each(killedMoments)('a sweep that is killed', (moment) => {
  it(
    `${moment} the effect of any of its calls, and continued by another process, ends as if nothing had happened`,
    async () => {
      const undisturbed = await open();
      await undisturbed.sweep();
      const callCount = await countCalls();
      const statuses = await statusesOf(undisturbed);
      let killedCount = 0;

      for (let callNumber = 1; callNumber <= callCount; callNumber += 1) {
        const world = await open();
        const isDone = await runDoomedStep(world, callNumber, moment);
        world.time.advance(untilLeaseIsOverMs);
        const { report } = await world.sweep();

        const place = `killed ${moment} call ${callNumber}`;
        killedCount += isDone ? 0 : 1;
        expect(report.failedCount, place).toBe(0);
        expect(world.view(), place).toEqual(undisturbed.view());
        expect(await statusesOf(world), place).toEqual(statuses);
        expect(Object.keys(world.records()), place).toEqual(Object.keys(undisturbed.records()));
        await world.close();
      }
      expect(killedCount).toBeGreaterThanOrEqual(callCount - 4);
    },
    longTimeout,
  );
});
