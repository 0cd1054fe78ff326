import { describe, expect, it } from 'vitest';
import { createRandom } from '../../emulators/core/random.ts';
import type { RunSweepAnswer } from '../../src/app/extensions/contract/sweep.ts';
import type { SyncReport, SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { AppProcess } from '../support/app-process.ts';
import { expectTrueHubSpot } from '../support/expect-true-hubspot.ts';
import { minuteMs, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { anEvent, doorEnvironment, runAction, sendEvent } from '../support/zoom-doors.ts';
import { aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { acme, openRecordedWorld } from './fault-worlds.ts';
import { createInterleaving, seeds } from './interleaving.ts';
import { viewWhole } from './whole-view.ts';

const stepsMax = 80;
const atWebinar = { webinar_id: Number(webinarId) };
const open = (): Promise<WebinarWorld> => openRecordedWorld({ source: 'recording' });
/** Somebody registers while everybody is at work. */
const register = (world: WebinarWorld): void =>
  world.atZoom('add-registrant', { ...atWebinar, registrant: aRegistrant(acme('eve')) });

async function sweepToEnd({ time }: WebinarWorld, process: AppProcess): Promise<readonly SyncReport[]> {
  const finished: SyncReport[] = [];
  for (let steps = 0; steps < stepsMax; steps += 1) {
    const answer = succeeded(await process.call<RunSweepAnswer>('run_sweep', {}));
    finished.push(...answer.finished);
    expect(answer.failed).toEqual([]);
    if (answer.done) return finished;
    await time.sleep(answer.retryAfterSeconds * secondMs);
  }
  throw new Error(`the sweep is not done after ${stepsMax} steps`);
}

async function syncToEnd({ time }: WebinarWorld, process: AppProcess): Promise<SyncReport | undefined> {
  for (let steps = 0; steps < stepsMax; steps += 1) {
    const answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', { webinarId }));
    if (answer.done) return answer.report;
    await time.sleep(answer.retryAfterSeconds * secondMs);
  }
  throw new Error(`the sync is not done after ${stepsMax} steps`);
}

async function ringAndAnswer(world: WebinarWorld, process: AppProcess): Promise<void> {
  const ring = async (): Promise<void> => {
    const event = anEvent('webinar.registration_created', { id: Number(webinarId) });
    expect((await sendEvent(process, event, world.time.now())).statusCode).toBe(200);
  };
  await ring();
  register(world);
  await ring();
  for (let runs = 0; runs < stepsMax; runs += 1) {
    const { done, errorCode } = await runAction(process);
    expect(errorCode).toBe('');
    if (done === 'true') return;
    await world.time.sleep(10 * secondMs);
  }
  throw new Error(`the workflow is not done after ${stepsMax} runs`);
}

const changes = /contacts|marketing-events\.(?!participations)|events\.send|calls|transcripts|associations/;

describe('two sweeps, a person at the page and an event of Zoom, all for one webinar', () => {
  it.each(seeds(3))(
    'write it once, tell the truth and leave nothing to do (seed %i)',
    async (seed) => {
      const undisturbed = await open();
      register(undisturbed);
      await undisturbed.sync({ webinarId });
      const world = await open();
      await world.call('run_setup', {});
      const interleaving = createInterleaving(world, createRandom(seed));
      const [mine, theirs, page, door] = await Promise.all([
        interleaving.startProcess(),
        interleaving.startProcess(),
        interleaving.startProcess(),
        interleaving.startProcess({ environment: doorEnvironment() }),
      ]);

      const [first, second, report] = await interleaving.run([
        () => sweepToEnd(world, mine),
        () => sweepToEnd(world, theirs),
        () => syncToEnd(world, page),
        () => ringAndAnswer(world, door),
      ]);
      expect(interleaving.switchCount()).toBeGreaterThan(10);

      for (const told of [...first, ...second, report]) {
        // With the newcomer or, if Zoom was read before, without.
        expect(told).toMatchObject({ status: 'complete', eligible: expect.toBeOneOf([5, 6]) as unknown });
      }
      world.time.advance(20 * minuteMs);
      await sweepToEnd(world, mine);
      await world.sync({ webinarId });
      expectTrueHubSpot(world.two);
      expect(viewWhole(world.two.hubspot.world())).toEqual(viewWhole(undisturbed.two.hubspot.world()));
      const last = await world.sync({ webinarId });
      expect(last.report).toMatchObject({ synced: 0 });
      expect(last.hubspotCalls.filter((operation) => changes.test(operation))).toEqual([]);
      expect(Object.keys(world.records())).not.toEqual(expect.arrayContaining(['rows']));
    },
    60_000,
  );
});
