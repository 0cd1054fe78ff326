import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEndpointGateway, type EndpointGatewayOptions } from '../../scripts/function-runner/endpoint-gateway.ts';
import { takeRefusalCounts } from '../../src/app/app.functions/access/refusal-count.ts';
import { hubspotDoor } from '../../src/app/app.functions/runtime/doors.ts';
import { handleRequest, type RequestCall } from '../../src/app/app.functions/runtime/handle-request.ts';
import { zoomDoor } from '../../src/app/app.functions/runtime/zoom-door.ts';
import { aZoomSeed, startTwoAccounts, type TwoAccounts } from '../support/two-accounts.ts';
import { mutations } from './mutated-requests.ts';
import {
  clientSecret,
  connections,
  endpointAccess,
  genuine,
  north,
  sign,
  signedAtMs,
  toContext,
  tokenInForce,
  tokenOfBefore,
  tokenToCome,
  type Origin,
  type SignedRequest,
} from './signed-requests.ts';

let two: TwoAccounts;
let admitted: RequestCall[];

beforeAll(async () => {
  two = await startTwoAccounts({ zoom: aZoomSeed([]) });
});

afterAll(async () => {
  await two.close();
});

beforeEach(() => {
  admitted = [];
  takeRefusalCounts();
  vi.useFakeTimers({ toFake: ['Date'], now: signedAtMs });
  for (const [name, value] of Object.entries(two.environment)) vi.stubEnv(name, value);
  vi.stubEnv('ENDPOINT_ACCESS', JSON.stringify(endpointAccess));
  vi.stubEnv('ZOOM_CONNECTIONS', JSON.stringify(connections));
});

afterEach(() => {
  vi.useRealTimers();
});

/** Notes who came in. */
const run = async (call: RequestCall) => {
  admitted.push(call);
  return { status: 200, json: { ok: true } };
};
const failed = () => ({ status: 500, json: {} });
const atHubSpotDoor = handleRequest('add a registrant', hubspotDoor('add-registrant'), run, failed);
const atZoomDoor = handleRequest('receive Zoom event', zoomDoor, run, failed);
const mainOf = (origin: Origin) => (origin === 'zoom' ? atZoomDoor : atHubSpotDoor);

const secrets = [
  ...[tokenInForce, tokenToCome, tokenOfBefore, clientSecret],
  ...connections.flatMap((each) => [each.clientSecret, each.webhookSecretToken ?? each.clientSecret]),
];

/** What was logged since the last time; nothing that a stranger sent and no secret may be in it. */
function takeLog(): readonly unknown[] {
  const texts = vi.mocked(console.log).mock.calls.map(([text]: readonly unknown[]) => String(text));
  vi.mocked(console.log).mockClear();
  for (const text of texts) {
    expect(text).not.toContain('@');
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  }
  return texts.map((text) => JSON.parse(text) as unknown);
}

const choice = fc.nat();
const passesBytes = fc.boolean();
const seed = 20_261_120;

describe('who may come in', () => {
  it('is whoever signed the request, as bytes or as what they mean', async () => {
    await fc.assert(
      fc.asyncProperty(genuine, passesBytes, async ({ origin, rawBody }, bytes) => {
        const answer = await mainOf(origin)(toContext(sign(origin, rawBody), bytes));

        expect(answer).toMatchObject({ statusCode: 200, body: '{"ok":true}' });
        expect(admitted.pop()).toMatchObject({
          request: { body: JSON.parse(rawBody) as unknown },
          zoomConnection: origin === 'zoom' ? north : null,
        });
        takeLog();
      }),
      { seed, numRuns: 500 },
    );
    expect(takeRefusalCounts()).toEqual({});
  });

  it('is nobody else: of 10,000 requests that were changed on their way none gets in, fails or leaves a trace', async () => {
    const seen = new Map<string, number>();
    const kinds = fc.constantFrom(...Object.keys(mutations));
    await fc.assert(
      fc.asyncProperty(genuine, passesBytes, kinds, choice, async ({ origin, rawBody }, bytes, kind, chosen) => {
        admitted = [];
        const mutated = mutations[kind]?.({ origin, rawBody, choice: chosen }) ?? null;
        fc.pre(mutated !== null);
        vi.setSystemTime(mutated.nowMs);

        const answer = await mainOf(mutated.request.origin)(toContext(mutated.request, bytes));

        expect(admitted).toEqual([]);
        expect([400, 401, 405, 413, 415]).toContain(answer.statusCode);
        expect(answer.body).toBe('{}');
        expect(takeLog()).toEqual([expect.objectContaining({ level: 'warn', msg: 'request.refused' })]);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      }),
      { seed, numRuns: 10_000 },
    );

    expect(Object.values(takeRefusalCounts()).reduce((sum, count) => sum + count, 0)).toBe(10_000);
    expect([...seen.keys()].toSorted()).toEqual(Object.keys(mutations).toSorted());
    expect([two.zoom.requests.counts(), two.hubspot.requests.counts()]).toEqual([{}, {}]);
    expect({}).not.toHaveProperty('isAdmin');
  }, 120_000);
});

describe('who may come in through the gateway', () => {
  const mains = new Map([
    ['hubspot', atHubSpotDoor],
    ['zoom', atZoomDoor],
  ]);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'endpoint-access-'));
    for (const [uid, path] of [
      ['hubspot', 'add-registrant'],
      ['zoom', 'zoom-events'],
    ]) {
      const config = { entrypoint: `/app/functions/dist/${uid}.js`, endpoint: { path, methods: ['POST'] } };
      writeFileSync(join(folder, `${uid}-hsmeta.json`), JSON.stringify({ uid, type: 'app-function', config }));
    }
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Sends it over the network, and gives the status of the answer. */
  async function send(request: SignedRequest, switches: Switches): Promise<number> {
    const gateway = await startEndpointGateway({
      functionsDir: folder,
      accountId: 123,
      callEndpoint: async (uid, call) => ({ answer: await mains.get(uid)?.(call), elapsedMs: 0, log: '' }),
      ...switches,
    });
    const { origin, method, query, headers, rawBody } = request;
    const path = origin === 'zoom' ? 'zoom-events' : 'add-registrant';
    const response = await fetch(`${gateway.baseUrl}/${path}?${query}`, { method, headers, body: rawBody });
    await gateway.close();
    takeLog();
    return response.status;
  }

  type Switches = Required<Pick<EndpointGatewayOptions, 'stripsHeaders' | 'passesBytes'>>;
  const everySwitch: readonly Switches[] = [true, false].flatMap((stripsHeaders) =>
    [true, false].map((passesBytes) => ({ stripsHeaders, passesBytes })),
  );
  const origins: readonly Origin[] = ['hubspot-v2', 'hubspot-v3', 'zoom'];
  const cases = origins.flatMap((origin) => everySwitch.map((switches) => ({ origin, ...switches })));
  const rawBody = `{"event":"webinar.ended","payload":{"account_id":"${north.accountId}","object":{"topic":"Zoë \\uD83D\\uDE92"}}}`;
  const bodyOf = (origin: Origin): string => (origin === 'zoom' ? rawBody : JSON.stringify(JSON.parse(rawBody)));

  it.each(cases)(
    'is who signed, or where headers are dropped ($stripsHeaders) who has the token: $origin, bytes $passesBytes',
    async ({ origin, ...switches }) => {
      const signed = (query: string) => sign(origin, bodyOf(origin), { query });

      const withToken = await send(signed(`t=${tokenInForce}`), switches);
      const withoutToken = await send(signed('q=a%20b%2Cc%40d'), switches);
      const withWrongSignature = await send(
        sign(origin, bodyOf(origin), { query: `t=${tokenInForce}`, secret: 'guess' }),
        switches,
      );

      expect(withToken).toBe(200);
      expect(withoutToken).toBe(switches.stripsHeaders ? 401 : 200);
      expect(withWrongSignature).toBe(switches.stripsHeaders ? 200 : 401);
    },
  );
});
