import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/app/extensions/contract/settings.ts';
import type { RunSweepAnswer } from '../../../src/app/extensions/contract/sweep.ts';
import type { SyncTrigger, SyncWebinarAnswer } from '../../../src/app/extensions/contract/sync.ts';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import { createOverlayStateStore } from '../../../src/app/app.functions/hubspot/overlay-state-store.ts';
import { writeSettings } from '../../../src/app/app.functions/settings/settings-store.ts';
import type { ListedWebinar, PastInstance, SweepSource, ZoomUser } from '../../../src/app/app.functions/sweep/ports.ts';
import { runSweepStep } from '../../../src/app/app.functions/sweep/run-sweep.ts';
import type { SweepParts, SyncOne } from '../../../src/app/app.functions/sweep/sweep-parts.ts';
import type { Page, PreparedAccount, StateStore } from '../../../src/app/app.functions/sync/ports.ts';
import { createMemoryAccount } from '../../support/memory-account.ts';
import { aListedWebinar, aPastInstance, dayMs, hourMs, noon } from './entries.ts';

interface FakeZoom {
  readonly users: readonly ZoomUser[];
  readonly webinars: readonly ListedWebinar[];
  readonly instances: readonly PastInstance[];
  readonly withoutPlan?: ReadonlySet<string>;
}

const aPage = <Row>(rows: readonly Row[]): Page<Row> => ({
  kind: 'page',
  rows,
  quarantinedCount: 0,
  nextPageToken: null,
  totalCount: rows.length,
});

/** A world in memory, in which every call takes a fifth of a second and calls at once take turns by `callsAtOnce`. */
async function aWorld(zoom: FakeZoom, settings: Partial<Settings> = {}) {
  let elapsedMs = 0;
  const counts = { zoom: 0, hubspot: 0 };
  const take = (system: 'zoom' | 'hubspot', ms: number): void => {
    counts[system] += 1;
    elapsedMs += ms;
  };
  const base = createOverlayStateStore(null, undefined);
  await writeSettings(base, { ...defaultSettings, isSyncOn: true, ...settings }, 0, noon);
  const counted =
    <Given extends readonly unknown[], Result>(run: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      take('hubspot', 100);
      return run(...given);
    };
  const store: StateStore = {
    ...base,
    read: counted(base.read),
    create: counted(base.create),
    createAll: counted(base.createAll),
    write: counted(base.write),
    remove: counted(base.remove),
    countWriteCalls: () => 1,
  };
  const asked: string[] = [];
  const source: SweepSource = {
    async listUsers() {
      take('zoom', 40);
      return aPage(zoom.users);
    },
    async listUserWebinars(userId) {
      take('zoom', 40);
      asked.push(userId);
      if (zoom.withoutPlan?.has(userId) === true) return { kind: 'no-webinar-plan' };
      return aPage(zoom.webinars.filter(({ hostId }) => hostId === userId));
    },
    async listPastInstances({ from, to }) {
      take('zoom', 40);
      return aPage(zoom.instances.filter(({ startedAt }) => startedAt >= from && startedAt < to + dayMs));
    },
    async listUserRecordings() {
      take('zoom', 40);
      return aPage([]);
    },
  };
  const synced: string[] = [];
  const failing = new Map<string, IntegrationError>();
  const syncOne: SyncOne = async ({ webinarId, trigger }, { wrapAccount }) => {
    const failure = failing.get(webinarId);
    take('zoom', 200);
    if (failure !== undefined) throw failure;
    const own = wrapAccount({ ...account, prepare: async () => prepared });
    const { store: ownStore } = await own.prepare(undefined);
    await ownStore.write([
      {
        key: `webinar:acc:${webinarId}`,
        kind: 'webinar',
        payload: '{}',
        version: 1,
        status: '',
        occurredAt: null,
        summary: '',
      },
    ]);
    synced.push(webinarId);
    return anAnswer(webinarId, trigger);
  };
  const memory = createMemoryAccount();
  const prepared = { ...memory, store } as unknown as PreparedAccount;
  const account = { setupKey: 'setup', findStore: async () => store, prepare: async () => prepared };
  let holderCount = 0;
  const step = async (mode: 'due' | 'all' = 'due', sweepId?: string): Promise<RunSweepAnswer> => {
    const startedMs = elapsedMs;
    const begun = { ...counts };
    const parts: SweepParts = {
      zoom: source,
      account,
      accountId: 'acc',
      otherAccountIds: [],
      connectionName: 'main',
      meter: {
        zoomCallCount: () => counts.zoom - begun.zoom,
        hubspotCallCount: () => counts.hubspot - begun.hubspot,
        meanCallMs: () => 100,
      },
      holder: `step-${(holderCount += 1)}`,
      syncOne,
      useZoomShare: () => {},
      now: () => noon + elapsedMs,
      monotonicMs: () => elapsedMs,
    };
    try {
      return await runSweepStep(parts, { mode, ...(sweepId === undefined ? {} : { sweepId }) });
    } finally {
      stepMs.push(elapsedMs - startedMs);
    }
  };
  const stepMs: number[] = [];
  const sweep = async (): Promise<readonly RunSweepAnswer[]> => {
    const answers: RunSweepAnswer[] = [];
    while (answers.length < 400 && answers.at(-1)?.done !== true)
      answers.push(await step('due', answers.at(-1)?.sweepId));
    return answers;
  };
  return { step, sweep, stepMs, synced, failing, asked, counts, pass: (ms: number) => void (elapsedMs += ms) };
}

function anAnswer(webinarId: string, trigger: SyncTrigger): SyncWebinarAnswer {
  return {
    ok: true,
    done: true,
    runId: `${webinarId}-1`,
    progress: { phase: 'done', doneCount: 0, totalCount: 0 },
    retryAfterSeconds: 0,
    report: { id: webinarId, trigger, status: 'complete', sessions: [], skipped: {}, warnings: [] },
  } as unknown as SyncWebinarAnswer;
}

const aUser = (number: number): ZoomUser => ({
  userId: `user-${number}`,
  email: `user-${number}@acme.example.com`,
  name: `User ${number}`,
});
const userCount = 5_000;
const hostCount = 50;
const manyUsers = Array.from({ length: userCount }, (_, number) => aUser(number));
const manyInstances = Array.from({ length: 1_000 }, (_, number) =>
  aPastInstance({
    webinarId: String(81_000_000_000 + number),
    uuid: `held-${number}`,
    hostEmail: `user-${number % hostCount}@acme.example.com`,
    startedAt: noon - (number % 28) * dayMs - 4 * hourMs,
    endedAt: noon - (number % 28) * dayMs - 3 * hourMs,
  }),
);
const largeZoom: FakeZoom = {
  users: manyUsers,
  webinars: [],
  instances: manyInstances,
  withoutPlan: new Set(manyUsers.slice(hostCount).map(({ userId }) => userId)),
};

describe('a sweep over a thousand webinars and five thousand users', () => {
  it('ends, in steps of eight seconds, and syncs each webinar once', async () => {
    const world = await aWorld(largeZoom);

    const answers = await world.sweep();

    expect(answers.at(-1)?.report).toMatchObject({
      webinarCount: 1_000,
      syncedCount: 1_000,
      userCount,
      usersWithoutPlanCount: userCount - hostCount,
      calls: world.counts,
    });
    expect(new Set(world.synced).size).toBe(1_000);
    expect(world.synced).toHaveLength(1_000);
    expect(Math.max(...world.stepMs)).toBeLessThanOrEqual(8_000);
    expect(world.asked.filter((userId) => userId === 'user-4999')).toHaveLength(1);
  }, 60_000);

  it('the next one asks hosts and history only', async () => {
    const world = await aWorld(largeZoom);
    await world.sweep();
    world.pass(30 * 60_000);
    const before = { ...world.counts };

    const [answer] = await world.sweep();

    expect(answer?.done).toBe(true);
    expect(world.counts.zoom - before.zoom).toBeLessThanOrEqual(hostCount + 2);
    expect(world.counts.hubspot - before.hubspot).toBeLessThanOrEqual(6);
  }, 60_000);
});

describe('a webinar whose sync fails', () => {
  const zoom: FakeZoom = {
    users: [aUser(1)],
    webinars: [],
    instances: manyInstances.slice(0, 20).map((instance) => ({ ...instance, hostEmail: 'user-1@acme.example.com' })),
  };
  const failureOf = (kind: 'rejected' | 'missing-scope' | 'unavailable' | 'deadline') =>
    new IntegrationError(toFailure({ system: 'zoom', operation: 'read webinar' }, kind, { cause: 'internal' }));

  it('does not stop the others', async () => {
    const world = await aWorld(zoom);
    world.failing.set('81000000003', failureOf('rejected'));

    const report = (await world.sweep()).at(-1)?.report;

    expect(report).toMatchObject({ syncedCount: 19, failedCount: 1 });
  });

  it('stops the sweep when the whole account is to blame; what was done before is kept', async () => {
    const world = await aWorld(zoom);
    world.failing.set('81000000005', failureOf('missing-scope'));

    await expect(world.sweep()).rejects.toMatchObject({ failure: { kind: 'missing-scope' } });
    const doneBefore = [...world.synced];
    world.failing.clear();
    await world.sweep();

    expect(doneBefore.length).toBeGreaterThan(0);
    expect(world.synced).toHaveLength(20);
    expect(new Set(world.synced).size).toBe(20);
  });

  it('is none when only the time was up', async () => {
    const world = await aWorld(zoom);
    world.failing.set('81000000000', failureOf('deadline'));

    const answer = await world.step();
    world.failing.clear();
    const report = (await world.sweep()).at(-1)?.report;

    expect(answer).toMatchObject({ done: false, failed: [] });
    expect(report).toMatchObject({ syncedCount: 20, failedCount: 0 });
  });
});

describe('a list of one user that Zoom refuses', () => {
  it('is told of, and keeps nobody else from being synced', async () => {
    const zoom: FakeZoom = {
      users: [aUser(1), aUser(2)],
      webinars: [aListedWebinar({ hostId: 'user-2' })],
      instances: [],
    };
    const world = await aWorld(zoom);
    const refusal = new IntegrationError(
      toFailure({ system: 'zoom', operation: 'list webinars of a user' }, 'rejected', {
        cause: 'vendor-refused',
        problem: 'No permission.',
      }),
    );
    const listed = zoom.webinars;
    Object.defineProperty(zoom, 'webinars', {
      get() {
        if (world.asked.at(-1) === 'user-1') throw refusal;
        return listed;
      },
    });

    const report = (await world.sweep()).at(-1)?.report;

    expect(report).toMatchObject({
      syncedCount: 1,
      failedHosts: [{ userId: 'user-1', failure: { kind: 'rejected' } }],
    });
  });
});
