import { createRandom } from '../../emulators/core/random.ts';
import type { Instance, Webinar } from '../../emulators/zoom/entities.ts';
import { levers as hubspotLevers } from '../../emulators/hubspot/levers.ts';
import { levers as zoomLevers } from '../../emulators/zoom/levers.ts';
import { defaultSettings, defaultUserSettings } from '../../src/app/extensions/contract/settings.ts';
import type { SaveSettingsAnswer, Settings, SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import { startAppProcess, type AppProcess } from '../support/app-process.ts';
import { expectNoCanaries } from '../support/expect-no-canaries.ts';
import { takeFunctionLog } from '../support/function-log.ts';
import {
  aHubSpotSeed,
  aZoomSeed,
  startTwoAccounts,
  zoomAccountId,
  type AccountSeed,
  type TwoAccounts,
  type WebinarSeed,
} from '../support/two-accounts.ts';
import { hourMs, minuteMs, noon, succeeded } from '../support/webinar-world.ts';
import { doorEnvironment, endpointToken, webhookSecret } from '../support/zoom-doors.ts';
import { atMinute, sessionStart } from '../support/zoom-webinars.ts';
import { accountUsers, contactsBefore, excludedDomain } from './cast.ts';
import { createConductor, type Conductor } from './conductor.ts';
import { createMemory, type Memory } from './memory.ts';
import type { WebinarPlan, WorldPlan } from './schedule.ts';

/** A world in which a schedule is played. */
export interface Stage {
  readonly two: TwoAccounts;
  readonly time: Conductor;
  readonly plan: WorldPlan;
  readonly memory: Memory;
  readonly settings: StageSettings;
  /** A process that has worked before and works on. */
  readonly warm: AppProcess;
  startProcess(wrapTransport?: (inner: Transport) => Transport): Promise<AppProcess>;
  /** The webinar with this number in the plan, or the nearest. */
  webinarAt(index: number): Webinar;
  /** Every webinar's truth now goes into the memory. */
  rememberTruth(): void;
  save(): Promise<void>;
  atZoom(lever: string, body: object): void;
  atHubSpot(lever: string, body: object): void;
  close(): Promise<void>;
}

/** What the settings are, or will be with the next save. */
export interface StageSettings {
  isSyncOn: boolean;
  isDomainExcluded: boolean;
  isUpdateOnly: boolean;
  readonly webinarsOff: Set<string>;
}

const second = {
  name: 'second',
  accountId: 'acc-second',
  clientId: 'client-second',
  clientSecret: 'secret-second',
  webhookSecretToken: 'webhook-secret-of-the-second',
};
const dayMinutes = 24 * 60;
export const webinarIdOf = (index: number): string => `8123456789${index}`;

/** When a run of the plan's past begins, in minutes from the common start of the past sessions. */
export const dateMinutes = (date: number): number => (date % 2 === 0 ? 0 : -7 * dayMinutes);

const occurrences = [-7, 0, 9, 16].map((days) => ({
  occurrence_id: String(sessionStart + days * dayMinutes * minuteMs),
  start_time: atMinute(days * dayMinutes),
}));

function toWebinarSeed({ shape, approvesByHand, account }: WebinarPlan, index: number): WebinarSeed {
  const id = webinarIdOf(index);
  const settings = { approval_type: approvesByHand ? (1 as const) : (0 as const) };
  const common: WebinarSeed = {
    id,
    uuid: `planned${index}Planned==`,
    host_id: account === 'main' ? 'host-1' : 'host-2',
    topic: 'Growing tomatoes',
    duration: 60,
    join_url: `https://zoom.example.com/j/${id}`,
    registration_url: `https://zoom.example.com/webinar/register/${id}`,
    settings,
  };
  switch (shape) {
    case 'held':
      return { ...common, start_time: atMinute(0) };
    case 'today':
      return { ...common, start_time: atMinute(0, noon + 30 * minuteMs) };
    case 'to-come':
      return { ...common, start_time: atMinute(9 * dayMinutes) };
    case 'series':
      return { ...common, type: 9, occurrences, settings: { ...settings, registration_type: 1 } };
    case 'dates':
      return { ...common, type: 9, occurrences, settings: { ...settings, registration_type: 2 } };
    case 'untimed':
      return { ...common, type: 6 };
  }
}

const subscription = (secret: string) => ({
  webhooks: [{ url: `https://functions.example.com/zoom-events?t=${endpointToken}`, secret_token: secret }],
});

const functionsEnvironment = (): Readonly<Record<string, string>> => {
  const environment = doorEnvironment();
  const connections = JSON.parse(environment['ZOOM_CONNECTIONS'] ?? '[]') as readonly object[];
  return { ...environment, ZOOM_CONNECTIONS: JSON.stringify([...connections, second]) };
};

/** Opens both vendors as the plan says, and the app between them, set up and switched on for everybody. */
export async function openStage(plan: WorldPlan): Promise<Stage> {
  const seeds = plan.webinars.map((webinar, index) => ({
    account: webinar.account,
    seed: toWebinarSeed(webinar, index),
  }));
  const seedsOf = (account: WebinarPlan['account']): WebinarSeed[] =>
    seeds.filter((each) => each.account === account).map(({ seed }) => seed);
  const secondAccount: AccountSeed = {
    account_id: second.accountId,
    client_id: second.clientId,
    client_secret: second.clientSecret,
    plan: 'business',
    standIn: subscription(second.webhookSecretToken),
    users: [{ id: 'host-2', email: 'host@second.example.com', first_name: 'Hedda', last_name: 'Host' }],
    webinars: seedsOf('second'),
  };
  const zoomSeed = aZoomSeed(
    seedsOf('main'),
    { plan: 'business', standIn: subscription(webhookSecret) },
    {
      heavyPageRows: plan.pageRows,
      registrantOrder: plan.isNewestFirst ? 'newest-first' : 'oldest-first',
      reportReadiness: { notFoundMs: 5 * minuteMs, emptyMs: 5 * minuteMs, zeroDurationsMs: 10 * minuteMs },
    },
  );
  const two = await startTwoAccounts(
    {
      zoom: { ...zoomSeed, accounts: [...(zoomSeed.accounts ?? []), secondAccount] },
      hubspot: aHubSpotSeed({
        account: { tier: 'enterprise' },
        contacts: [...contactsBefore],
        users: [...accountUsers],
        emulator: { switches: plan.hubspot },
      }),
    },
    { startAt: noon, frozen: true },
  );
  const time = createConductor(two, createRandom(plan.chance));
  const environment = functionsEnvironment();
  const startProcess: Stage['startProcess'] = (wrapTransport = (inner) => inner) =>
    startAppProcess(two, time, { environment, wrapTransport: (inner) => wrapTransport(time.conducted(inner)) });
  const warm = await startProcess();
  const memory = createMemory();
  const settings: StageSettings = {
    isSyncOn: true,
    isDomainExcluded: false,
    isUpdateOnly: false,
    webinarsOff: new Set(),
  };
  const webinarAt = (index: number): Webinar => {
    const id = webinarIdOf(index % plan.webinars.length);
    return two.zoom.world().webinarsById.get(Number(id)) as Webinar;
  };

  const stage: Stage = {
    two,
    time,
    plan,
    memory,
    settings,
    warm,
    startProcess,
    webinarAt,
    rememberTruth: () => {
      for (const webinar of two.zoom.world().webinarsById.values()) memory.remember(webinar, time.now());
    },
    save: async () => {
      const { version } = succeeded(await warm.call<SettingsAnswer>('get_settings', {}));
      const saved = await warm.call<SaveSettingsAnswer>('save_settings', { settings: toSettings(stage), version });
      if (succeeded(saved).outcome !== 'saved') throw new Error('the settings were not saved');
    },
    atZoom: (lever, body) => {
      zoomLevers[lever]?.(two.zoom.world(), body);
      stage.rememberTruth();
    },
    atHubSpot: (lever, body) => {
      hubspotLevers[lever]?.(two.hubspot.world(), body);
    },
    close: async () => {
      try {
        // Of processes that were killed in the middle of a call.
        takeFunctionLog(two);
        expectNoCanaries(two);
      } finally {
        await two.close();
      }
    },
  };
  await stage.save();
  succeeded(await warm.call('run_setup', {}));
  time.callsTake(plan.callMs);
  return stage;
}

/** The webinar's settings as the page would save them. */
function toSettings({ settings, two }: Stage): Settings {
  const users: Record<string, Settings['users'][string]> = {};
  for (const webinarId of settings.webinarsOff) {
    const webinar = two.zoom.world().webinarsById.get(Number(webinarId)) as Webinar;
    const key = `${webinar.account.accountId}:${webinar.host.id}`;
    const known = users[key] ?? defaultUserSettings;
    users[key] = { ...known, webinars: { ...known.webinars, [webinarId]: false } };
  }
  return {
    ...defaultSettings,
    isSyncOn: settings.isSyncOn,
    contactExclusions: settings.isDomainExcluded ? [excludedDomain] : [],
    contactPolicy: settings.isUpdateOnly ? 'update-only' : 'create-and-update',
    users,
  };
}

export const connectionOf = ({ account }: Webinar): string =>
  account.accountId === zoomAccountId ? 'main' : second.name;
export const connections = ['main', second.name] as const;

export const liveRun = (webinar: Webinar, now: number): Instance | undefined =>
  webinar.instances.find(({ startTime, endTime }) => Date.parse(startTime) <= now && Date.parse(endTime) > now);

export const dayMs = 24 * hourMs;
