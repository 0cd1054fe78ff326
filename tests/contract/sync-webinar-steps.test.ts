import { describe, expect, it } from 'vitest';
import { defaultSettings, type SaveSettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import { createGate } from '../support/gate.ts';
import {
  failed,
  minuteMs,
  openWorld,
  secondMs,
  succeeded,
  syncToEnd,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';

const eventId = `zoom-webinar-${webinarId}`;
const acme = (name: string): string => `${name}@acme.example.com`;
const otherWebinarId = '89999999999';

/** Slower than the vendors are, but not by much. */
const slowCallMs = 550;
const crowdSize = 1_250;
const crowd = aCrowd(crowdSize);
const aCrowdedWebinar = () => aHeldWebinar({ registrants: crowd.registrants, instances: [anInstance(crowd.joins)] });
const anotherWebinar = () =>
  aHeldWebinar({
    id: otherWebinarId,
    registrants: [aRegistrant(acme('crowd1'))],
    instances: [anInstance([aJoin(acme('crowd1'), 0, 60)], { uuid: 'other==' })],
  });

/** The account is set up, and from now on calls take so long that a step gets only a part of the webinar done. */
async function openSlowWorld(options: Partial<WorldOptions> = {}): Promise<WebinarWorld> {
  const world = await openWorld({
    webinars: [aCrowdedWebinar(), anotherWebinar()],
    switches: { heavyPageRows: 10 },
    ...options,
  });
  await world.sync({ webinarId: otherWebinarId });
  world.time.callsTake(slowCallMs);
  return world;
}

async function viewOfUndisturbedSync(): Promise<ReturnType<WebinarWorld['view']>> {
  const world = await openWorld({ webinars: [aCrowdedWebinar(), anotherWebinar()] });
  for (const id of [otherWebinarId, webinarId]) await world.sync({ webinarId: id });
  return world.view();
}

/** What the app keeps in HubSpot after a sync; the newest lease goes with the next run. */
const lastingRecords = ['audit', 'facts', 'lease', 'people', 'settings', 'setup', 'webinar', 'writes'];

/** HubSpot does not find the app's records of a kind any more, until they are shown again. */
function hideRecords({ two }: WebinarWorld, kind: string): () => void {
  const { schemas, stores } = two.hubspot.world();
  const [schema] = schemas.values();
  const keys = stores.get(schema?.objectTypeId ?? '')?.uniqueValues.get('record_key') ?? new Map<string, string>();
  const hidden = [...keys].filter(([key]) => key.startsWith(`${kind}:`));
  expect(hidden).not.toEqual([]);
  for (const [key] of hidden) keys.delete(key);
  return () => {
    for (const [key, recordId] of hidden) keys.set(key, recordId);
  };
}

/** Calls that change something at HubSpot. */
const changesIn = (operations: readonly string[]): readonly string[] =>
  operations.filter((operation) => !/\.(batch-read|list|get|search|counters)$/.test(operation));

const phasesOf = (answers: readonly SyncWebinarAnswer[]): readonly string[] => [
  ...new Set(answers.map(({ progress }) => progress.phase)),
];

describe('a sync of several steps', () => {
  it('gives the same HubSpot as one of a single step, and leaves no working records', async () => {
    const undisturbed = await viewOfUndisturbedSync();
    const world = await openSlowWorld();

    const { report, answers } = await world.sync({ webinarId });

    expect(answers.length).toBeGreaterThan(3);
    expect(report).toMatchObject({ status: 'complete', synced: crowdSize, warnings: [], steps: answers.length });
    expect(world.view()).toEqual(undisturbed);
    expect(Object.keys(world.records())).toEqual(lastingRecords);
  });

  it('shows its progress: rows while it reads, people while it writes', async () => {
    const world = await openSlowWorld();

    const { answers } = await world.sync({ webinarId });

    expect(new Set(answers.map(({ runId }) => runId)).size).toBe(1);
    expect(phasesOf(answers).filter((phase) => phase !== 'finishing')).toEqual(['reading', 'writing', 'done']);
    for (const phase of ['reading', 'writing']) {
      const counts = answers
        .filter(({ progress }) => progress.phase === phase)
        .map(({ progress }) => progress.doneCount);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }
    const writing = answers.filter(({ progress }) => progress.phase === 'writing');
    expect(new Set(writing.map(({ progress }) => progress.totalCount))).toEqual(new Set([crowdSize]));
    expect(answers.at(-1)?.progress).toEqual({ phase: 'done', doneCount: crowdSize, totalCount: crowdSize });
  });

  it('never takes longer than ten seconds a step', async () => {
    const world = await openSlowWorld();
    const lengthsMs: number[] = [];
    let next: Parameters<WebinarWorld['step']>[0] = { webinarId };
    for (let isDone = false; !isDone;) {
      const startedMs = world.time.monotonicMs();
      const answer = succeeded(await world.step(next));
      lengthsMs.push(world.time.monotonicMs() - startedMs);
      next = { webinarId, runId: answer.runId };
      isDone = answer.done;
    }

    expect(Math.max(...lengthsMs)).toBeLessThan(10_000);
  });

  it.each(['rows', 'outcomes'])(
    'takes nobody for absent when HubSpot does not give back its records of %s, and goes on when it does',
    async (kind) => {
      const undisturbed = await viewOfUndisturbedSync();
      const world = await openSlowWorld();
      let answer = succeeded(await world.step({ webinarId }));
      while (answer.progress.phase !== 'writing' || answer.progress.doneCount === 0) {
        answer = succeeded(await world.step({ webinarId }));
      }

      const show = hideRecords(world, kind);
      const refused = failed(await world.step({ webinarId }));
      show();
      const { report } = await world.sync({ webinarId });

      expect(refused).toMatchObject({ kind: 'unavailable', operation: 'read state records' });
      expect(report).toMatchObject({ eligible: crowdSize, synced: crowdSize });
      expect(world.view()).toEqual(undisturbed);
    },
  );

  it('may be taken over by another process after every step, with or without the run’s id', async () => {
    const undisturbed = await viewOfUndisturbedSync();
    const world = await openSlowWorld();
    const runIds: string[] = [];
    for (let isDone = false; !isDone;) {
      const process = await world.startProcess();
      const knownRunId = runIds.length % 2 === 0 ? {} : { runId: runIds.at(-1) };
      const answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', { webinarId, ...knownRunId }));
      runIds.push(answer.runId);
      isDone = answer.done;
    }

    expect(runIds.length).toBeGreaterThan(3);
    expect(new Set(runIds)).toEqual(new Set([`${webinarId}-1`]));
    expect(world.view()).toEqual(undisturbed);
  });

  it('reads on when Zoom has forgotten the page that it stopped at', async () => {
    const world = await openSlowWorld();
    const first = succeeded(await world.step({ webinarId }));
    world.two.zoom.world().pageTokens.clear();

    const { report } = await world.sync({ webinarId, runId: first.runId });

    expect(first.progress.phase).toBe('reading');
    expect(report).toMatchObject({ status: 'complete', synced: crowdSize, warnings: [] });
  });

  it('begins anew when it has waited for so long that what it read is not the truth any more', async () => {
    const world = await openSlowWorld();
    const first = succeeded(await world.step({ webinarId }));
    world.time.advance(16 * minuteMs);
    world.atZoom('self-cancel', { webinar_id: Number(webinarId), email: acme('crowd2') });

    const { report } = await world.sync({ webinarId, runId: first.runId });

    expect(report).toMatchObject({ status: 'complete', synced: crowdSize - 1, warnings: [] });
    expect(world.view().contacts).not.toHaveProperty([acme('crowd2')]);
    expect(Object.keys(world.records())).toEqual(lastingRecords);
  });
});

describe('a webinar so large that its people are worked on in parts', () => {
  const size = 4_100;
  const { registrants, joins } = aCrowd(size);
  /** Every tenth of those who came used a device that is signed in under another address. */
  const joinsOfMany = joins.map((join, index) =>
    index % 10 === 0
      ? {
          ...join,
          user_email: `device${index}@home.example.com`,
          registrant_id: `reg-crowd${2 * index + 1}`,
          standIn: { isEmailFromHost: true },
        }
      : join,
  );
  const open = (): Promise<WebinarWorld> =>
    openWorld({ webinars: [aHeldWebinar({ registrants, instances: [anInstance(joinsOfMany)] }), anotherWebinar()] });

  it('knows everybody by their registration, in one step or in many, and finds nothing to do the next time', async () => {
    const [atOnce, inSteps] = [await open(), await open()];
    const { report } = await atOnce.sync({ webinarId });
    await inSteps.sync({ webinarId: otherWebinarId });
    await atOnce.sync({ webinarId: otherWebinarId });
    inSteps.time.callsTake(slowCallMs);

    const slow = await inSteps.sync({ webinarId });
    inSteps.time.callsTake(100);
    const again = await inSteps.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'complete',
      eligible: size,
      synced: size,
      warnings: [],
      sessions: [{ registered: size, attended: size / 2, registeredAndAttended: size / 2, noShow: size / 2 }],
    });
    expect(slow.answers.length).toBeGreaterThan(3);
    expect(inSteps.view()).toEqual(atOnce.view());
    expect(again.report).toMatchObject({ synced: 0, unchanged: size });
    expect(again.report.calls.hubspot).toBeLessThanOrEqual(10);
    expect(Object.keys(inSteps.records())).toEqual(lastingRecords);
  }, 60_000);
});

describe('vendors that are slow', () => {
  it.each([150, 250, 300, 350, 650])(
    '%i ms a call: the sync ends and cleans up, though every step is another process',
    async (callMs) => {
      const world = await openWorld({ webinars: [aCrowdedWebinar(), anotherWebinar()] });
      await world.sync({ webinarId: otherWebinarId });
      world.time.callsTake(callMs);
      const phases: string[] = [];
      for (let isDone = false; !isDone;) {
        const process = await world.startProcess();
        const answer = succeeded(await process.call<SyncWebinarAnswer>('sync_webinar', { webinarId }));
        phases.push(answer.progress.phase);
        isDone = answer.done;
      }

      expect(phases).not.toContain('waiting');
      expect(world.view().events[eventId]?.isCompleted).toBe(true);
      expect(Object.keys(world.records())).toEqual(lastingRecords);
    },
  );

  it('a process that is killed when only the cleaning up was left leaves that to the next run', async () => {
    const world = await openSlowWorld();
    await killAt(world, 'remove state records', webinarId);
    const before = Object.keys(world.records());
    world.time.advance(12 * secondMs);

    const { report } = await world.sync({ webinarId });

    expect(before).toContain('rows');
    expect(report).toMatchObject({ status: 'complete', unchanged: crowdSize });
    expect(Object.keys(world.records())).toEqual(lastingRecords);
  });
});

describe('the id of a run', () => {
  it('asks after a finished run, and gets its report again without another sync', async () => {
    const world = await openWorld({ webinars: [anotherWebinar()] });
    const { report, answers } = await world.sync({ webinarId: otherWebinarId });
    const runId = answers.at(-1)?.runId ?? '';

    const again = await world.sync({ webinarId: otherWebinarId, runId });

    expect(again.answers).toMatchObject([{ done: true, runId }]);
    expect({ ...again.report, elapsedMs: 0 }).toEqual({ ...report, elapsedMs: 0 });
    expect(again.zoomCalls).toEqual([]);
    expect(changesIn(again.hubspotCalls)).toEqual([]);
  });

  it.each([
    ['of a run that has never been', `${webinarId}-7`],
    ['of another webinar', `${otherWebinarId}-1`],
    ['that is none', 'run'],
    ['with a number that is none', `${webinarId}-0`],
  ])('%s is unknown', async (_, runId) => {
    const world = await openWorld({ webinars: [aHeldWebinar()] });

    const failure = failed(await world.step({ webinarId, runId }));

    expect(failure).toMatchObject({ kind: 'not-found', system: 'app', reason: { cause: 'run-unknown', runId } });
    expect(changesIn(world.two.hubspot.requests.list().map(({ operation }) => operation ?? ''))).toEqual([]);
  });
});

describe('B3: a dry run', () => {
  const changesAtHubSpot = ({ two }: WebinarWorld): readonly string[] =>
    changesIn(two.hubspot.requests.list().map(({ operation }) => operation ?? 'unexpected'));

  it('of an account that has never been set up writes nothing at all', async () => {
    const world = await openWorld({
      settings: null,
      webinars: [anotherWebinar()],
    });

    const { report } = await world.sync({ webinarId: otherWebinarId, dryRun: true });

    expect(report).toMatchObject({
      isDryRun: true,
      eligible: 1,
      synced: 1,
      sessions: [{ registered: 1, attended: 1 }],
      warnings: [{ cause: 'settings-off', setting: 'sync' }],
      people: [{ address: acme('crowd1'), outcome: 'create' }],
      writes: { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 0 },
      wouldWrite: { contacts: 1, attendance: 2, events: 2, marketingEvents: 2 },
    });
    expect(changesAtHubSpot(world)).toEqual([]);
  });

  it('of many steps writes nothing at all, and foresees what the sync does', async () => {
    const world = await openSlowWorld();
    world.two.hubspot.requests.clear();
    const before = { view: world.view(), records: world.records() };

    const dry = await world.sync({ webinarId, dryRun: true });
    const changes = changesAtHubSpot(world);
    const after = { view: world.view(), records: world.records() };
    const real = await world.sync({ webinarId });

    expect(dry.answers.length).toBeGreaterThan(3);
    expect(changes).toEqual([]);
    expect(after).toEqual(before);
    const { eligible, synced, unchanged, skipped, sessions } = dry.report;
    expect(real.report).toMatchObject({ eligible, synced, unchanged, skipped, sessions });
    expect(real.report.writes).toEqual({ ...dry.report.wouldWrite, audit: 1 });
  });

  it('after a sync says that nothing would change', async () => {
    const world = await openWorld({ webinars: [anotherWebinar()] });
    await world.sync({ webinarId: otherWebinarId });

    const { report } = await world.sync({ webinarId: otherWebinarId, dryRun: true });

    expect(report).toMatchObject({
      eligible: 1,
      unchanged: 1,
      writes: { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 0 },
    });
  });

  it('refuses to resume from something that it has not said itself', async () => {
    const world = await openWorld({ webinars: [aHeldWebinar()] });

    const failure = failed(await world.step({ webinarId, dryRun: true, resume: 'bm90IG91cnM=' }));

    expect(failure).toMatchObject({ kind: 'rejected', reason: { cause: 'parameter-invalid', name: 'resume' } });
  });
});

describe('two drivers at once on one webinar', () => {
  it('one waits while the other one’s step is at work', async () => {
    const world = await openWorld({ webinars: [aHeldWebinar({ registrants: [aRegistrant(acme('ann'))] })] });
    world.atZoom('add-participants', { uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==', participants: [aJoin(acme('ann'), 0, 60)] });
    const atWork = createGate();
    const mayGoOn = createGate();
    const busy = await world.startProcess({
      wrapTransport: (inner) => async (request, timeoutMs) => {
        if (request.operation === 'list webinar participants') {
          atWork.open();
          await mayGoOn.passed;
        }
        return inner(request, timeoutMs);
      },
    });
    const working = busy.call<SyncWebinarAnswer>('sync_webinar', { webinarId });
    await atWork.passed;

    const waiting = succeeded(await world.step({ webinarId }));
    const waitingStill = succeeded(await world.step({ webinarId, runId: waiting.runId }));
    mayGoOn.open();
    const worked = succeeded(await working);
    const finished = succeeded(await world.step({ webinarId, runId: waiting.runId }));

    expect(waiting).toMatchObject({ done: false, runId: `${webinarId}-1`, progress: { phase: 'waiting' } });
    expect(waiting.retryAfterSeconds).toBeGreaterThan(0);
    expect(waitingStill.progress.phase).toBe('waiting');
    expect(worked).toMatchObject({ done: true, report: { synced: 1 } });
    expect(finished).toMatchObject({ done: true, runId: worked.runId, report: worked.report });
  });

  it('both finish, and nothing is written twice', async () => {
    const undisturbed = await viewOfUndisturbedSync();
    const world = await openSlowWorld();
    const processes = [await world.startProcess(), await world.startProcess()];

    const syncs = await Promise.all(processes.map((process) => syncToEnd(world, process, { webinarId })));

    expect(syncs.map(({ report }) => report.status)).toEqual(['complete', 'complete']);
    expect(world.view()).toEqual(undisturbed);
  });

  it('all of which begin in an account that has never been set up agree on one set-up', async () => {
    const world = await openWorld({ webinars: [anotherWebinar()], settings: null });
    const processes = [await world.startProcess(), await world.startProcess(), await world.startProcess()];
    const wanted = { settings: { ...defaultSettings, isSyncOn: true }, version: 0 };

    const saves = await Promise.all(
      processes.map(async (process) => succeeded(await process.call<SaveSettingsAnswer>('save_settings', wanted))),
    );
    await Promise.all(processes.map((process) => syncToEnd(world, process, { webinarId: otherWebinarId })));

    expect(saves.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'conflict', 'saved']);
    const { schemas, eventDefinitions } = world.two.hubspot.world();
    expect([schemas.size, eventDefinitions.size]).toEqual([1, 3]);
    expect(world.view().events[`zoom-webinar-${otherWebinarId}`]?.people).toEqual({
      [acme('crowd1')]: 'ATTENDED 3600',
    });
    expect(world.view().events).not.toHaveProperty([eventId]);
  });

  it('a lease whose holder was killed is waited for, and then passed over', async () => {
    const world = await openWorld({ webinars: [anotherWebinar()] });
    await killAt(world, 'create or update contacts');

    const waiting = succeeded(await world.step({ webinarId: otherWebinarId }));
    world.time.advance(12 * secondMs);
    const { report } = await world.sync({ webinarId: otherWebinarId });

    expect(waiting.progress.phase).toBe('waiting');
    expect(report).toMatchObject({ status: 'complete', synced: 1 });
  });

  it('however many steps were killed one after the other, the webinar is not blocked, and their leases go', async () => {
    const world = await openWorld({ webinars: [anotherWebinar()] });
    for (let killed = 0; killed < 12; killed += 1) {
      await killAt(world, 'create or update contacts');
      world.time.advance(12 * secondMs);
    }

    const { report } = await world.sync({ webinarId: otherWebinarId });
    world.time.advance(2 * minuteMs);
    await world.sync({ webinarId: otherWebinarId });

    expect(report).toMatchObject({ status: 'complete', synced: 1 });
    expect(world.records()).toMatchObject({ lease: 1 });
  });
});

/** Drives a sync in a process that is killed when it is about to make a call. */
async function killAt(world: WebinarWorld, operation: string, id = otherWebinarId): Promise<void> {
  const died = createGate();
  const doomed = await world.startProcess({
    wrapTransport: (inner) => (request, timeoutMs) => {
      if (request.operation !== operation) return inner(request, timeoutMs);
      died.open();
      return new Promise<never>(() => {});
    },
  });
  void syncToEnd(world, doomed, { webinarId: id });
  await died.passed;
}
