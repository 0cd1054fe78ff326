import { expect } from 'vitest';
import { startHubSpotEmulator, type HubSpotWorld } from '../../emulators/hubspot/index.ts';
import { runDueWebhooks } from '../../emulators/zoom/index.ts';
import { defaultSettings } from '../../src/app/extensions/contract/settings.ts';
import { deliverTo } from '../contract/hubspot-emulator-app.ts';
import { sweepToEnd } from '../contract/sweep-kit.ts';
import { startAppProcess, type AppProcess } from '../support/app-process.ts';
import { viewHubSpot, type HubSpotView } from '../support/hubspot-view.ts';
import { aHubSpotSeed, endpointToken, hubspotToken } from '../support/two-accounts.ts';
import { dayMs, hourMs, noon, openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { doorEnvironment, runAction, webhookSecret } from '../support/zoom-doors.ts';
import { academy, createAgenda, hostsOf, perform, type MonthSize } from './agenda.ts';
import { retainedBy } from './retained-heap.ts';
import { createTraffic } from './traffic.ts';

/** One day of the month. */
export interface DayFigures {
  readonly day: number;
  readonly zoomCalls: number;
  readonly hubspotCalls: number;
  readonly eventCount: number;
  readonly syncedCount: number;
  readonly longestStepMs: number;
  /** The app's own, at the end of the day. */
  readonly recordCount: number;
  readonly recordBytes: number;
}

export interface MonthFigures {
  readonly days: readonly DayFigures[];
  /** The most calls in one window, by limit. */
  readonly peaks: Readonly<Record<string, number>>;
  readonly refusals: number;
  /** Of the busiest webinar. */
  readonly recordsPerWebinarMax: number;
  readonly bytesPerWebinarMax: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly retainedBytes: { readonly afterTheMonth: number; readonly afterItsLastDay: number };
  readonly contactCount: number;
  /** HubSpot's operations of the last hour. */
  readonly lastCalls: readonly string[];
  readonly view: HubSpotView;
  readonly viewOfNewAccount: HubSpotView;
}

const callMs = 120;
const actionsMax = 90;
const askAgainSeconds = 10;
const eventsUrl = `http://functions.example.com/zoom-events?t=${endpointToken}`;

/** Lives through a month: hourly runs of the scheduled workflow, Zoom's events in between, one process for all of it. */
export async function liveThroughMonth(size: MonthSize): Promise<MonthFigures> {
  const agenda = createAgenda(size);
  const world = await openMonth(agenda.webinars);
  const { time, two } = world;
  const traffic = createTraffic(time.now, (authorization) => nameAccount(world, authorization));
  const options = { environment: monthEnvironment(), wrapTransport: traffic.watch };
  const processes: { month: AppProcess | null; lastDay: AppProcess | null } = {
    month: await world.startProcess(options),
    lastDay: null,
  };
  const processOf = (run: number): AppProcess => {
    const process = run % 2 === 0 ? processes.month : (processes.lastDay ?? processes.month);
    if (process === null) throw new Error('there is no process');
    return process;
  };
  await world.call('run_setup', {});
  time.callsTake(callMs);

  const days: DayFigures[] = [];
  const acts = [...agenda.acts];
  let lastCalls: readonly string[] = [];
  let longestStepMs = 0;
  let eventCount = 0;
  let syncedCount = 0;

  const tellEvents = async (process: AppProcess): Promise<void> => {
    eventCount += await runDueWebhooks(two.zoom.world(), deliverTo([process]));
  };
  const runWorkflow = async (process: AppProcess): Promise<void> => {
    for (let count = 0; count < actionsMax; count += 1) {
      const startedMs = time.monotonicMs();
      const { done, webinarsSynced, errorCode } = await runAction(process);
      longestStepMs = Math.max(longestStepMs, time.monotonicMs() - startedMs);
      expect(errorCode).toBe('');
      syncedCount += Number(webinarsSynced);
      if (done === 'true') return;
      await time.sleep(askAgainSeconds * secondMs);
    }
    throw new Error(`the workflow is not done after ${actionsMax} runs`);
  };

  const liveThroughDay = async (day: number): Promise<void> => {
    if (day === size.dayCount) processes.lastDay = await world.startProcess(options);
    for (let run = 0; run < 24 / size.hoursBetweenRuns; run += 1) {
      const process = processOf(run);
      const endsAt = noon + (day - 1) * dayMs + (run + 1) * size.hoursBetweenRuns * hourMs;
      while (acts[0] !== undefined && acts[0].at < endsAt) {
        time.advance(Math.max(0, acts[0].at - time.now()));
        perform(world, acts[0]);
        acts.shift();
        await tellEvents(process);
      }
      time.advance(Math.max(0, endsAt - time.now()));
      await tellEvents(process);
      two.hubspot.requests.clear();
      two.zoom.requests.clear();
      await runWorkflow(process);
      lastCalls = two.hubspot.requests.list().map(({ operation }) => operation ?? 'unexpected');
    }
    const { zoom: zoomCalls, hubspot: hubspotCalls } = traffic.take();
    const records = listRecords(two.hubspot.world());
    days.push({
      day,
      zoomCalls,
      hubspotCalls,
      eventCount,
      syncedCount,
      longestStepMs,
      recordCount: records.length,
      recordBytes: records.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    [eventCount, syncedCount, longestStepMs] = [0, 0, 0];
  };
  // A function of its own for each day, or the last process that it used would be held by this one.
  for (let day = 1; day <= size.dayCount; day += 1) await liveThroughDay(day);

  const afterItsLastDay = await retainedBy(() => {
    processes.lastDay = null;
  });
  const afterTheMonth = await retainedBy(() => {
    processes.month = null;
  });
  const view = world.view();
  return {
    days,
    peaks: traffic.peaks(),
    refusals: traffic.refusals(),
    ...boundsOf(two.hubspot.world()),
    kinds: world.records(),
    retainedBytes: { afterTheMonth, afterItsLastDay },
    contactCount: Object.keys(view.contacts).length,
    lastCalls,
    view,
    viewOfNewAccount: await viewOfNewAccount(world),
  };
}

/** An account of Enterprise at HubSpot; at Zoom one of Business and one of Pro. */
async function openMonth(webinars: ReturnType<typeof createAgenda>['webinars']): Promise<WebinarWorld> {
  const webhooks = [{ url: eventsUrl, secret_token: webhookSecret }];
  const [main = [], other = []] = webinars;
  return openWorld({
    webinars: main,
    account: { plan: 'business', users: hostsOf(0), standIn: { webhooks } },
    otherAccounts: [
      {
        account_id: academy.accountId,
        client_id: academy.clientId,
        client_secret: academy.clientSecret,
        plan: 'pro',
        users: hostsOf(1),
        webinars: [...other],
        standIn: { webhooks },
      },
    ],
    // A new account reads at the end what was there at the beginning.
    switches: { webinarIdExpiryDays: null },
    hubspot: { account: { token: hubspotToken, tier: 'enterprise' } },
    settings: { recordingUsers: 'all' },
  });
}

function monthEnvironment(): Readonly<Record<string, string>> {
  const doors = doorEnvironment();
  const [main] = JSON.parse(doors['ZOOM_CONNECTIONS'] ?? '[]') as readonly object[];
  return { ...doors, ZOOM_CONNECTIONS: JSON.stringify([main, { ...academy, webhookSecretToken: webhookSecret }]) };
}

function nameAccount({ two }: WebinarWorld, authorization: string): string {
  const issued = two.zoom.world().tokens.get(authorization.replace(/^bearer /i, ''));
  return issued === undefined ? 'token' : issued.account.accountId;
}

interface OwnRecord {
  readonly webinar: string | null;
  readonly bytes: number;
}

function listRecords({ schemas, stores }: HubSpotWorld): readonly OwnRecord[] {
  return [...schemas.values()].flatMap(({ objectTypeId }) =>
    [...(stores.get(objectTypeId)?.live.values() ?? [])].map(({ properties }) => ({
      webinar: /^\w+:(acc-\w+:\d+)/.exec(properties['record_key'] ?? '')?.[1] ?? null,
      bytes: Object.values(properties).reduce((sum, value) => sum + Buffer.byteLength(value ?? ''), 0),
    })),
  );
}

function boundsOf(world: HubSpotWorld): Pick<MonthFigures, 'recordsPerWebinarMax' | 'bytesPerWebinarMax'> {
  const byWebinar = new Map<string, { count: number; bytes: number }>();
  for (const { webinar, bytes } of listRecords(world)) {
    if (webinar === null) continue;
    const before = byWebinar.get(webinar) ?? { count: 0, bytes: 0 };
    byWebinar.set(webinar, { count: before.count + 1, bytes: before.bytes + bytes });
  }
  const all = [...byWebinar.values()];
  return {
    recordsPerWebinarMax: Math.max(0, ...all.map(({ count }) => count)),
    bytesPerWebinarMax: Math.max(0, ...all.map(({ bytes }) => bytes)),
  };
}

/** What HubSpot would hold if it saw Zoom as it is at the end for the first time. */
async function viewOfNewAccount({ two, time }: WebinarWorld): Promise<HubSpotView> {
  time.callsTake(0);
  const hubspot = await startHubSpotEmulator({ startAt: time.now(), frozen: true, seed: aHubSpotSeed() });
  try {
    const fresh = { ...two, hubspot, environment: { ...two.environment, HUBSPOT_API_URL: hubspot.url } };
    const process = await startAppProcess(fresh, time, { environment: monthEnvironment() });
    const settings = { ...defaultSettings, isSyncOn: true, recordingUsers: 'all', backfillDays: 90 };
    succeeded(await process.call('save_settings', { settings, version: 0 }));
    for (const connection of ['main', academy.name]) {
      await sweepToEnd({ two: fresh, time }, process, { connection, mode: 'all' });
    }
    return viewHubSpot(hubspot.world());
  } finally {
    await hubspot.close();
  }
}
