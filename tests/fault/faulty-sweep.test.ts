import { expect } from 'vitest';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { RunSweepAnswer } from '../../src/app/extensions/contract/sweep.ts';
import { openSweepWorld, sweepToEnd } from '../contract/sweep-kit.ts';
import type { AppProcess } from '../support/app-process.ts';
import { secondMs, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant } from '../support/zoom-webinars.ts';
import { describeFaults, extentFor, type FaultException, type FaultScenario, type FaultyStep } from './fault-matrix.ts';
import { readBack } from './fault-exceptions.ts';
import { acme } from './fault-worlds.ts';
import { fieldFaults } from './faults.ts';

const stepsMax = 40;

/** Steps until the sweep is done or has failed. */
async function sweepUntilFailure(
  process: AppProcess,
  { time }: Pick<WebinarWorld, 'time'>,
): Promise<CallAnswer<RunSweepAnswer>> {
  let sweepId: string | undefined;
  for (let count = 0; count < stepsMax; count += 1) {
    const answered = await process.call<RunSweepAnswer>('run_sweep', sweepId === undefined ? {} : { sweepId });
    if (!answered.ok || answered.done) return answered;
    ({ sweepId } = answered);
    await time.sleep(answered.retryAfterSeconds * secondMs);
  }
  throw new Error(`the sweep has neither ended nor failed after ${stepsMax} steps`);
}

const sweep: FaultScenario = {
  name: 'a first sweep of an account',
  open: () =>
    openSweepWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('ann'))],
          instances: [anInstance([aJoin(acme('ann'), 0, 60)], { recording: {} })],
        }),
      ],
      settings: { zoomSharePercent: 100, recordingUsers: 'all' },
    }),
  attempt: sweepUntilFailure,
  async finish(world) {
    const process = await world.startProcess();
    const { report } = await sweepToEnd(world, process, {});
    // A sweep that ended with faults has settled what it could: the webinar is looked at again whatever it says.
    await sweepToEnd(world, process, { mode: 'all' });
    expect(report).toMatchObject({ failedCount: 0 });
  },
};

const ofOneUser: FaultException = {
  faults: [
    'a refusal',
    'not found',
    'a conflict',
    'a lock',
    'a page under status 200',
    'a page under status 404',
    ...fieldFaults.map(({ name }) => name),
  ],
  outcome: 'survives',
  reason: 'what is wrong with the list of one user is in the report; webinars of others are synced',
};

const heldByOthers: FaultException = {
  faults: ['a conflict', 'no answer'],
  outcome: 'own-test',
  reason: 'somebody else has it: the sweep waits (tests/contract/sweep.test.ts)',
};

const lookedUp: FaultException = {
  faults: [
    'a conflict',
    'half an answer',
    'a connection cut after it happened',
    'an error after it happened',
    ...fieldFaults.map(({ name }) => name),
  ],
  outcome: 'overcome',
  reason: 'which leases were taken, and by whom, is looked up',
};

const slowLease: FaultException = {
  faults: ['no answer'],
  outcome: 'own-test',
  reason: 'in what is left of its time a step begins nothing; it is told to come again',
};

const steps: readonly FaultyStep[] = [
  { name: 'users', system: 'zoom', operation: 'users.list', field: 'users' },
  {
    name: 'webinars of a user',
    system: 'zoom',
    operation: 'webinars.list',
    field: 'webinars',
    exceptions: [ofOneUser],
  },
  {
    name: 'what was held',
    system: 'zoom',
    operation: 'report.history',
    field: 'history_meetings',
    asking: { 'a rate limit with a time': { count: 2, reason: 'two lists wait for one another' } },
  },
  { name: 'which have recordings', system: 'zoom', operation: 'recordings.list', field: 'meetings' },
  {
    name: 'the sweep’s state',
    system: 'hubspot',
    operation: 'custom-objects.batch-read',
    where: { body: 'sweep:' },
    field: 'results',
    isBatch: true,
  },
  {
    name: 'the sweep’s lease',
    system: 'hubspot',
    operation: 'custom-objects.create',
    where: { body: ':sweep:' },
    field: null,
    exceptions: [heldByOthers, readBack],
  },
  {
    name: 'leases of webinars',
    system: 'hubspot',
    operation: 'custom-objects.batch-create',
    field: 'results',
    isBatch: true,
    exceptions: [lookedUp, slowLease],
  },
  {
    name: 'saving the sweep’s state',
    system: 'hubspot',
    operation: 'custom-objects.batch-upsert',
    where: { body: 'sweep:' },
    field: 'results',
    isBatch: true,
  },
];

describeFaults(sweep, steps, extentFor('telling'));
