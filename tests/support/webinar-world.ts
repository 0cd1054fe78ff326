import { expect, onTestFinished } from 'vitest';
import { levers as hubspotLevers } from '../../emulators/hubspot/levers.ts';
import { levers as zoomLevers } from '../../emulators/zoom/levers.ts';
import type { CallAnswer, CallFailure } from '../../src/app/extensions/contract/failure.ts';
import type { SyncPersonParameters } from '../../src/app/extensions/contract/person.ts';
import type { SaveSettingsAnswer, Settings, SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { SyncReport, SyncWebinarAnswer, SyncWebinarParameters } from '../../src/app/extensions/contract/sync.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { startAppProcess, type AppProcess, type AppProcessOptions } from './app-process.ts';
import { expectNoCanaries } from './expect-no-canaries.ts';
import { expectTrueHubSpot, expectTrueReport } from './expect-true-hubspot.ts';
import { viewHubSpot, type HubSpotView } from './hubspot-view.ts';
import {
  aHubSpotSeed,
  aZoomSeed,
  startTwoAccounts,
  type AccountSeed,
  type TwoAccounts,
  type WebinarSeed,
} from './two-accounts.ts';
import { createWorldTime, type WorldTime } from './world-time.ts';

/** The moment at which the tests begin. */
export const noon = Date.parse('2026-11-20T12:00:00Z');
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

type Answer = CallAnswer<SyncWebinarAnswer>;

/** Both accounts, their common time, and the app between them. */
export interface WebinarWorld {
  readonly two: TwoAccounts;
  readonly time: WorldTime;
  /** A further process of the app. */
  startProcess(options?: AppProcessOptions): Promise<AppProcess>;
  /** One step in the world's first process. */
  step(parameters: SyncWebinarParameters): Promise<Answer>;
  /** Steps until the sync is done; what is true of every sync is checked. */
  sync(parameters: SyncWebinarParameters): Promise<FinishedSync>;
  /** The same for one person. */
  syncPerson(parameters: SyncPersonParameters): Promise<FinishedSync>;
  /** Calls any function in the world's first process. */
  call<Success extends { readonly ok: true }>(uid: string, parameters: object): Promise<CallAnswer<Success>>;
  /** Changes settings as the settings page does. */
  save(changes: Partial<Settings>): Promise<void>;
  view(): HubSpotView;
  /** How many records of each kind the app keeps in HubSpot. */
  records(): Readonly<Record<string, number>>;
  /** Before the end of the test, for tests that open many. */
  close(): Promise<void>;
  /** Pulls a lever of the stand-in: what somebody does there. */
  atZoom(lever: string, body: unknown): void;
  atHubSpot(lever: string, body: unknown): void;
}

export interface FinishedSync {
  readonly report: SyncReport;
  readonly answers: readonly SyncWebinarAnswer[];
  /** HubSpot's operations since the sync began, in order. */
  readonly hubspotCalls: readonly string[];
  readonly zoomCalls: readonly string[];
}

export interface WorldOptions {
  readonly webinars: readonly WebinarSeed[];
  readonly account?: Parameters<typeof aZoomSeed>[1];
  /** Zoom accounts besides the one that the webinars belong to. */
  readonly otherAccounts?: readonly AccountSeed[];
  readonly switches?: Parameters<typeof aZoomSeed>[2];
  readonly hubspot?: Parameters<typeof aHubSpotSeed>[0];
  /** Saved before the test begins, on top of a sync that is on for everybody; null leaves the account as it was installed. */
  readonly settings?: Partial<Settings> | null;
}

/** Opens a world for one test; it ends with the test. */
export async function openWorld(options: WorldOptions): Promise<WebinarWorld> {
  const { webinars, account, otherAccounts = [], switches, hubspot, settings = {} } = options;
  const zoomSeed = aZoomSeed(webinars, account, switches);
  const two = await startTwoAccounts(
    {
      zoom: { ...zoomSeed, accounts: [...(zoomSeed.accounts ?? []), ...otherAccounts] },
      hubspot: aHubSpotSeed(hubspot),
    },
    { startAt: noon, frozen: true },
  );
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    expectNoCanaries(two);
    await two.close();
  };
  onTestFinished(close);
  const time = createWorldTime(two);
  const startProcess = (processOptions: AppProcessOptions = {}): Promise<AppProcess> => {
    const { wrapTransport = (inner: Transport) => inner } = processOptions;
    return startAppProcess(two, time, {
      ...processOptions,
      wrapTransport: (inner) => wrapTransport(time.timed(inner)),
    });
  };
  const first = await startProcess();
  if (settings !== null) {
    await saveSettings(first, settings);
    two.hubspot.requests.clear();
  }
  const world: WebinarWorld = {
    two,
    time,
    startProcess,
    step: (parameters) => first.call<SyncWebinarAnswer>('sync_webinar', parameters),
    sync: (parameters) => syncToEnd(world, first, parameters),
    syncPerson: (parameters) => syncToEnd(world, first, parameters, 'sync_person'),
    call: (uid, parameters) => first.call(uid, parameters),
    save: (changes) => saveSettings(first, changes),
    view: () => viewHubSpot(two.hubspot.world()),
    records: () => countRecords(two),
    close,
    atZoom: (lever, body) => pull(zoomLevers, lever, two.zoom.world(), body),
    atHubSpot: (lever, body) => pull(hubspotLevers, lever, two.hubspot.world(), body),
  };
  return world;
}

/** The sync is on for everybody unless the changes say otherwise. */
async function saveSettings(process: AppProcess, changes: Partial<Settings>): Promise<void> {
  const { settings, version } = succeeded(await process.call<SettingsAnswer>('get_settings', {}));
  const wanted = { ...settings, isSyncOn: true, ...changes };
  const answer = succeeded(await process.call<SaveSettingsAnswer>('save_settings', { settings: wanted, version }));
  expect(answer.outcome).toBe('saved');
}

function countRecords({ hubspot }: TwoAccounts): Readonly<Record<string, number>> {
  const { schemas, stores } = hubspot.world();
  const [schema] = schemas.values();
  const records = schema === undefined ? [] : [...(stores.get(schema.objectTypeId)?.live.values() ?? [])];
  const kinds = records.map(({ properties }) => properties['kind'] ?? 'none').toSorted();
  return Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]));
}

type Levers<World> = Readonly<Record<string, (world: World, body: unknown) => unknown>>;

function pull<World>(levers: Levers<World>, name: string, world: World, body: unknown): void {
  const lever = levers[name];
  if (lever === undefined) throw new Error(`There is no lever ${name}.`);
  lever(world, body);
}

const stepsMax = 200;

/** Drives a sync as a page does, and checks each answer on the way. */
export async function syncToEnd(
  { two, time }: Pick<WebinarWorld, 'two' | 'time'>,
  process: AppProcess,
  parameters: SyncWebinarParameters | SyncPersonParameters,
  uid: 'sync_webinar' | 'sync_person' = 'sync_webinar',
): Promise<FinishedSync> {
  const startOf = { zoom: two.zoom.requests.list().length, hubspot: two.hubspot.requests.list().length };
  const operationsOf = (standIn: 'zoom' | 'hubspot'): readonly string[] =>
    two[standIn].requests
      .list()
      .slice(startOf[standIn])
      .map(({ operation }) => operation ?? 'unexpected');
  const answers: SyncWebinarAnswer[] = [];
  let next: SyncWebinarParameters | SyncPersonParameters = parameters;
  while (answers.length < stepsMax) {
    const answer = succeeded(await process.call<SyncWebinarAnswer>(uid, next));
    answers.push(answer);
    if (answer.done) {
      const report = expectTrueReport(answer.report, expectTrueHubSpot(two));
      return { report, answers, hubspotCalls: operationsOf('hubspot'), zoomCalls: operationsOf('zoom') };
    }
    expect(answer).not.toHaveProperty('report');
    if (answer.retryAfterSeconds > 0) await time.sleep(answer.retryAfterSeconds * secondMs);
    next = { ...parameters, runId: answer.runId, ...(answer.resume === undefined ? {} : { resume: answer.resume }) };
  }
  throw new Error(`the sync is not done after ${stepsMax} steps`);
}

export function succeeded<Success extends { readonly ok: true }>(answer: CallAnswer<Success>): Success {
  if (!answer.ok) throw new Error(`failed: ${JSON.stringify(answer.failure)}`);
  return answer;
}

export function failed(answer: CallAnswer<{ readonly ok: true }>): CallFailure['failure'] {
  if (answer.ok) throw new Error(`did not fail: ${JSON.stringify(answer)}`);
  return answer.failure;
}
