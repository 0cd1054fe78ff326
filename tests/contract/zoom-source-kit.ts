import { expect, onTestFinished } from 'vitest';
import type { Emulator } from '../../emulators/core/server.ts';
import type { ZoomWorld } from '../../emulators/zoom/index.ts';
import { createAxiosTransport } from '../../src/app/app.functions/http/axios-transport.ts';
import { createCallMeter } from '../../src/app/app.functions/http/call-meter.ts';
import { createDeadline } from '../../src/app/app.functions/http/deadline.ts';
import { createRateGate } from '../../src/app/app.functions/http/rate-gate.ts';
import { createSend } from '../../src/app/app.functions/http/send.ts';
import type { Time } from '../../src/app/app.functions/http/time.ts';
import type { Page } from '../../src/app/app.functions/sync/ports.ts';
import type { ZoomConnection } from '../../src/app/app.functions/zoom/zoom-connections.ts';
import { createZoomClassifier } from '../../src/app/app.functions/zoom/zoom-errors.ts';
import { zoomRateLimits, type ZoomPlan } from '../../src/app/app.functions/zoom/zoom-limits.ts';
import { createZoomSource } from '../../src/app/app.functions/zoom/zoom-source.ts';
import { createZoomTokenCache, createZoomTokens } from '../../src/app/app.functions/zoom/zoom-token.ts';
import { createVirtualTime } from '../support/virtual-time.ts';
import {
  anAccount,
  noon,
  startZoom,
  webinarId,
  type AccountInput,
  type SwitchesInput,
  type WebinarInput,
} from './zoom-emulator-kit.ts';

export const id = String(webinarId);
export const aConnection: ZoomConnection = {
  name: 'Brand',
  accountId: 'account-1',
  clientId: 'client-1',
  clientSecret: 'secret-1',
  webhookSecretToken: null,
};

/** What waits here also waits at the stand-in. */
function createSharedTime(emulator: Emulator<ZoomWorld>): Time & { readonly sleptMs: readonly number[] } {
  const time = createVirtualTime({ startAt: noon });
  let seenMs = 0;
  return {
    ...time,
    async sleep(ms) {
      await time.sleep(ms);
      emulator.clock.advance(time.monotonicMs() - seenMs);
      seenMs = time.monotonicMs();
    },
  };
}

export interface Setting {
  readonly account?: Partial<AccountInput>;
  readonly switches?: SwitchesInput;
  readonly connection?: Partial<ZoomConnection>;
  readonly plan?: ZoomPlan;
  readonly budgetMs?: number;
  readonly callTimeoutMs?: number;
}

/** The whole of the adapter, over real sockets, against the stand-in. */
export async function connect(webinars: readonly WebinarInput[], setting: Setting = {}) {
  const account = anAccount({ webinars: [...webinars], ...setting.account });
  const emulator = await startZoom({ accounts: [account], switches: setting.switches ?? {} });
  const { transport, close } = createAxiosTransport();
  onTestFinished(close);
  const connection = { ...aConnection, ...setting.connection };
  const time = createSharedTime(emulator);
  const meter = createCallMeter();
  const send = createSend({
    transport,
    gate: createRateGate(time, zoomRateLimits({ plan: setting.plan ?? 'business' })),
    time,
    deadline: createDeadline(time, setting.budgetMs ?? 60_000),
    meter,
    classify: createZoomClassifier({ time, connection: connection.name }),
    ...(setting.callTimeoutMs === undefined ? {} : { callTimeoutMs: setting.callTimeoutMs }),
  });
  const tokenUrl = `${emulator.url}/oauth/token`;
  const tokens = createZoomTokens({ send, time, connection, tokenUrl, cache: createZoomTokenCache() });
  const source = createZoomSource({ send, tokens, tokenUrl, baseUrl: `${emulator.url}/v2` });
  return { source, emulator, meter, time, calls: () => emulator.requests.counts() };
}

export function onlyPage<Row>(page: Page<Row> | { readonly kind: string }): Page<Row> {
  if (page.kind !== 'page') expect.fail(`a page was expected, not ${page.kind}`);
  return page as Page<Row>;
}

export async function readAllPages<Row>(
  readPage: (pageToken: string | null) => Promise<Page<Row> | { readonly kind: string }>,
): Promise<{ readonly rows: readonly Row[]; readonly pageCount: number }> {
  const rows: Row[] = [];
  let pageCount = 0;
  let pageToken: string | null = null;
  do {
    const page: Page<Row> = onlyPage(await readPage(pageToken));
    rows.push(...page.rows);
    pageCount += 1;
    pageToken = page.nextPageToken;
  } while (pageToken !== null);
  return { rows, pageCount };
}
