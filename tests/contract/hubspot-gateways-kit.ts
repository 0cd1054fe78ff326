import { onTestFinished } from 'vitest';
import {
  startHubSpotEmulator,
  type HubSpotSeed,
  type HubSpotSwitches,
  type HubSpotWorld,
} from '../../emulators/hubspot/index.ts';
import type { Emulator } from '../../emulators/core/server.ts';
import { createAxiosTransport } from '../../src/app/app.functions/http/axios-transport.ts';
import { createCallMeter } from '../../src/app/app.functions/http/call-meter.ts';
import { createDeadline } from '../../src/app/app.functions/http/deadline.ts';
import { IntegrationError, type Failure } from '../../src/app/app.functions/http/integration-error.ts';
import { createRateGate } from '../../src/app/app.functions/http/rate-gate.ts';
import { createSend } from '../../src/app/app.functions/http/send.ts';
import { createHubSpotApi, type HubSpotApi } from '../../src/app/app.functions/hubspot/hubspot-api.ts';
import { classifyHubSpotAnswer } from '../../src/app/app.functions/hubspot/hubspot-errors.ts';
import { hubspotRateLimits } from '../../src/app/app.functions/hubspot/hubspot-limits.ts';
import { ensureAccount, type EnsuredAccount } from '../../src/app/app.functions/setup/ensure-account.ts';
import { createVirtualTime } from '../support/virtual-time.ts';

export const noon = Date.parse('2026-11-20T12:00:00Z');
export const secondMs = 1_000;
export const hourMs = 3_600_000;
const token = 'pat-emulator-token';

/** The adapter and the stand-in, joined by the real HTTP layer on one virtual time. */
export interface HubSpotUnderTest {
  readonly emulator: Emulator<HubSpotWorld>;
  readonly api: HubSpotApi;
  /** A second process of the same app: its own limits, its own memory. */
  otherProcess(): HubSpotApi;
  /** Calls since the beginning or the last `forgetCalls`, as `METHOD operation`. */
  calls(): readonly string[];
  statuses(): readonly (number | null)[];
  forgetCalls(): void;
  lever(name: string, body: object): Promise<void>;
  setUp(): Promise<EnsuredAccount>;
  /** Milliseconds that were waited so far. */
  waitedMs(): number;
}

type Account = NonNullable<HubSpotSeed['account']>;

export async function aHubSpot(
  seed: Omit<HubSpotSeed, 'account'> & {
    readonly account?: Account;
    readonly switches?: Partial<HubSpotSwitches>;
  } = {},
  options: { readonly budgetMs?: number; readonly token?: string } = {},
): Promise<HubSpotUnderTest> {
  const { account, switches, ...rest } = seed;
  const emulator = await startHubSpotEmulator({
    startAt: noon,
    frozen: true,
    seed: {
      ...rest,
      account: { tier: 'unlimited', ...account },
      emulator: { ...rest.emulator, switches: { reservedEmailDomains: 'accept', ...switches } },
    },
  });
  onTestFinished(() => emulator.close());

  const virtual = createVirtualTime({ startAt: noon });
  const time = {
    ...virtual,
    async sleep(ms: number) {
      await virtual.sleep(ms);
      emulator.clock.advance(ms);
    },
  };
  const { transport, close } = createAxiosTransport();
  onTestFinished(close);

  const openProcess = (): HubSpotApi =>
    createHubSpotApi({
      token: options.token ?? token,
      baseUrl: emulator.url,
      send: createSend({
        transport,
        time,
        gate: createRateGate(time, hubspotRateLimits),
        deadline: createDeadline(time, options.budgetMs ?? hourMs),
        meter: createCallMeter(),
        classify: (request, answer) => classifyHubSpotAnswer(request, answer, time.now()),
      }),
    });

  const api = openProcess();
  const world = {
    emulator,
    api,
    otherProcess: openProcess,
    calls: () => emulator.requests.list().map(({ method, operation }) => `${method} ${operation ?? 'unexpected'}`),
    statuses: () => emulator.requests.list().map(({ status }) => status),
    forgetCalls: () => emulator.requests.clear(),
    async lever(name: string, body: object) {
      const answer = await fetch(`${emulator.url}/_control/${name}`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    setUp: () => ensureAccount({ api, now: noon, stateObjectCache: new Map() }),
    waitedMs: () => virtual.sleptMs.reduce((sum, ms) => sum + ms, 0),
  };
  return world;
}

/** The failure that an operation ends with. */
export async function failureOf(operation: Promise<unknown>): Promise<Failure> {
  const error: unknown = await operation.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof IntegrationError) return error.failure;
  throw new Error('the operation did not end with an IntegrationError', { cause: error });
}
