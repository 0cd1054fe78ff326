import { setTimeout as sleep } from 'node:timers/promises';
import type { CallAnswer } from '../src/app/extensions/contract/failure.ts';
import { defaultSettings } from '../src/app/extensions/contract/settings.ts';
import { createFunctionRunner, type FunctionRunner } from '../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../scripts/project/paths.ts';
import { readSyncEnvironment } from '../scripts/sync/sync-environment.ts';
import { renderTable } from '../scripts/terminal/render-table.ts';
import { createMemory, toUserId, toWebinarId } from './pages-memory.ts';
import { startStandInProcess, type CallsByOperation, type StandInProcess } from './stand-in-process.ts';
import { turnSyncOn } from './turn-sync-on.ts';
import { benchConnection } from './world.ts';
import { writeMemory } from './write-memory.ts';

const webinarCount = 1_000;
const userCount = 5_000;

/** What a page waits for until it shows its first rows, on a process that has run before. */
const firstRowsMsMax = 2_000;
const answerBytesMax = 1_000_000;

/** HubSpot's search is so late in the stand-in, with a margin. */
const indexLagMs = 7_000;

interface PageCall {
  readonly name: string;
  readonly uid: string;
  readonly parameters: object;
}

const settings = { ...defaultSettings, isSyncOn: true, zoomSharePercent: 100 };

/** What the pages ask for; the first two are what the settings page opens with. */
const pageCalls: readonly PageCall[] = [
  { name: 'overview', uid: 'get_overview', parameters: {} },
  { name: 'first webinars', uid: 'list_webinars', parameters: {} },
  { name: 'activity of 30 days', uid: 'get_activity', parameters: { days: 30, timeZone: 'Europe/Berlin' } },
  { name: '100 webinars by host', uid: 'list_webinars', parameters: { sort: 'hostName', limit: 100 } },
  { name: 'first users', uid: 'list_zoom_users', parameters: {} },
  { name: '100 users of a query', uid: 'list_zoom_users', parameters: { query: 'last4', limit: 100 } },
  { name: 'settings', uid: 'get_settings', parameters: {} },
  {
    name: 'preview, ten domains',
    uid: 'preview_settings',
    parameters: {
      settings: {
        ...settings,
        contactExclusions: Array.from({ length: 10 }, (_, place) => `company-${place}.example.com`),
      },
    },
  },
  { name: 'runs of a webinar', uid: 'get_audit_log', parameters: { webinarId: toWebinarId(0) } },
  {
    name: '200 people not synced',
    uid: 'get_audit_log',
    parameters: { webinarId: toWebinarId(0), view: 'people', limit: 200 },
  },
  { name: '10,000 of them as CSV', uid: 'get_audit_log', parameters: { webinarId: toWebinarId(0), view: 'csv' } },
];

/** In a new process, and in one that has answered the same before. */
interface NewAndWarm {
  readonly cold: number;
  readonly warm: number;
}

interface MeasuredCall {
  readonly name: string;
  readonly zoomCalls: NewAndWarm;
  readonly hubspotCalls: NewAndWarm;
  readonly elapsedMs: NewAndWarm;
  readonly bytes: number;
}

/** Measures what the pages ask for in an account with a thousand webinars and five thousand Zoom users. */
export async function measurePages(latencies: {
  readonly zoomLatencyMs: number;
  readonly hubSpotLatencyMs: number;
}): Promise<{ readonly lines: readonly string[]; readonly json: unknown; readonly problems: readonly string[] }> {
  const standIns = await startStandInProcess({
    seed: { zoom: createUsersSeed(), hubspot: { account: { tier: 'unlimited' } } },
    ...latencies,
  });
  const runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    ...readSyncEnvironment(standIns.env),
  });
  try {
    await turnSyncOn(runner, 100);
    const nowMs = Date.now();
    const { accountId } = benchConnection;
    const size = { accountId, webinarCount, userCount, skippedCount: 10_000, domainCount: 100 };
    await writeMemory(standIns.env, createMemory({ ...size, nowMs }));
    await sleep(indexLagMs);
    const measured: MeasuredCall[] = [];
    for (const pageCall of pageCalls) measured.push(await measureCall(runner, standIns, pageCall));
    const firstRowsMs = await measureFirstRows(runner);
    const problems = [
      ...measured.filter(({ bytes }) => bytes > answerBytesMax).map(({ name, bytes }) => `${name}: ${bytes} bytes`),
      ...(firstRowsMs > firstRowsMsMax ? [`the first rows take ${firstRowsMs} ms`] : []),
    ];
    return { lines: render(measured, firstRowsMs, problems), json: { measured, firstRowsMs, problems }, problems };
  } finally {
    await runner.close();
    await standIns.stop();
  }
}

const createUsersSeed = () => ({
  accounts: [
    {
      account_id: benchConnection.accountId,
      client_id: benchConnection.clientId,
      client_secret: benchConnection.clientSecret,
      plan: 'unlimited' as const,
      users: Array.from({ length: userCount }, (_, place) => ({
        id: toUserId(place),
        email: `user${place}@bench.example.com`,
        first_name: `First${place}`,
        last_name: `Last${place}`,
      })),
    },
  ],
});

const sum = (counts: CallsByOperation): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** @throws Error with the failure: figures of answers that failed mean nothing */
async function ask(runner: FunctionRunner, { uid, parameters }: PageCall, cold: boolean) {
  const { answer, elapsedMs } = await runner.call<CallAnswer<{ readonly ok: true }>>(uid, parameters, { cold });
  if (!answer.ok) throw new Error(`${uid} failed: ${JSON.stringify(answer.failure)}`);
  return { answer, elapsedMs };
}

async function measureCall(
  runner: FunctionRunner,
  standIns: StandInProcess,
  pageCall: PageCall,
): Promise<MeasuredCall> {
  await standIns.takeCalls();
  const cold = await ask(runner, pageCall, true);
  const coldCalls = await standIns.takeCalls();
  const warm = await ask(runner, pageCall, false);
  const warmCalls = await standIns.takeCalls();
  return {
    name: pageCall.name,
    zoomCalls: { cold: sum(coldCalls.zoom), warm: sum(warmCalls.zoom) },
    hubspotCalls: { cold: sum(coldCalls.hubspot), warm: sum(warmCalls.hubspot) },
    elapsedMs: { cold: Math.round(cold.elapsedMs), warm: Math.round(warm.elapsedMs) },
    bytes: Buffer.byteLength(JSON.stringify(warm.answer)),
  };
}

/** Both at once, as the settings page asks for them. */
async function measureFirstRows(runner: FunctionRunner): Promise<number> {
  const startedMs = performance.now();
  await Promise.all(pageCalls.slice(0, 2).map((pageCall) => ask(runner, pageCall, false)));
  return Math.round(performance.now() - startedMs);
}

const number = new Intl.NumberFormat('en');

const render = (
  measured: readonly MeasuredCall[],
  firstRowsMs: number,
  problems: readonly string[],
): readonly string[] => [
  `${number.format(webinarCount)} webinars, ${number.format(userCount)} Zoom users; each in a new process, and in a warm one.`,
  '',
  ...renderTable(
    [
      { heading: 'Answer', align: 'left' },
      ...['Zoom calls', 'HubSpot calls', 'ms', 'kB'].map((heading) => ({
        heading,
        align: 'right' as const,
      })),
    ],
    measured.map(({ name, zoomCalls, hubspotCalls, elapsedMs, bytes }) => [
      name,
      ...[zoomCalls, hubspotCalls, elapsedMs].map(
        ({ cold, warm }) => `${number.format(cold)} / ${number.format(warm)}`,
      ),
      (bytes / 1000).toFixed(1),
    ]),
  ),
  '',
  `Overview and first webinars at once, warm: ${number.format(firstRowsMs)} ms`,
  ...problems.map((problem) => `PROBLEM: ${problem}`),
];
