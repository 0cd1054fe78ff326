import { createHmac } from 'node:crypto';
import { createFunctionRunner } from '../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../scripts/project/paths.ts';
import { startDoors, type Doors } from '../scripts/stand-ins/doors.ts';
import { startStandIns } from '../scripts/stand-ins/start-stand-ins.ts';
import { readSyncEnvironment } from '../scripts/sync/sync-environment.ts';
import { renderTable } from '../scripts/terminal/render-table.ts';
import { turnSyncOn } from './turn-sync-on.ts';
import { benchConnection, benchWebinarId } from './world.ts';

const contactCount = 21;
const eventCount = 21;
const dayMs = 24 * 3_600_000;

/** How soon the outside world has to be answered by a process that has run before. */
const limitsMs = { 'add-registrant': 2_000, 'zoom-events': 300 } as const;

interface MeasuredDoor {
  readonly path: keyof typeof limitsMs;
  readonly firstMs: number;
  /** The middle and the slowest of all but the first. */
  readonly medianMs: number;
  readonly slowestMs: number;
}

export interface MeasuredDoors {
  readonly lines: readonly string[];
  readonly json: object;
  readonly problems: readonly string[];
}

/** Contacts that a workflow adds to a webinar, and events of Zoom, one after the other. */
export async function measureDoors(latency: {
  readonly zoomLatencyMs: number;
  readonly hubSpotLatencyMs: number;
}): Promise<MeasuredDoors> {
  const standIns = await startStandIns({
    seed: {
      zoom: { accounts: [benchAccount(Date.now())] },
      hubspot: {
        account: { tier: 'unlimited' },
        contacts: Array.from({ length: contactCount }, (_, index) => ({
          id: contactIdOf(index),
          properties: { email: `person${index}@bench.example.com`, firstname: `First${index}`, lastname: 'Last' },
        })),
      },
      connectionNames: new Map([[benchConnection.accountId, benchConnection.name]]),
    },
    ...latency,
  });
  const doors = await startDoors(standIns);
  const { accessToken, baseUrls } = readSyncEnvironment({ ...standIns.env });
  const runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    accessToken,
    secrets: doors.secrets,
    baseUrls,
  });
  doors.connect(runner);
  try {
    await turnSyncOn(runner, 100);
    const added: number[] = [];
    for (let index = 0; index < contactCount; index += 1) added.push(await addContact(doors, index));
    const sent: number[] = [];
    for (let index = 0; index < eventCount; index += 1) sent.push(await sendEvent(doors, index));
    return toFigures([toDoor('add-registrant', added), toDoor('zoom-events', sent)]);
  } finally {
    await doors.close();
    await runner.close();
    await standIns.close();
  }
}

const contactIdOf = (index: number): string => String(1_000 + index);

const benchAccount = (nowMs: number) => ({
  account_id: benchConnection.accountId,
  client_id: benchConnection.clientId,
  client_secret: benchConnection.clientSecret,
  plan: 'unlimited' as const,
  users: [{ email: 'host@bench.example.com', first_name: 'Bench', last_name: 'Host' }],
  webinars: [
    {
      id: benchWebinarId,
      topic: 'Bench webinar to come',
      start_time: `${new Date(nowMs + 7 * dayMs).toISOString().slice(0, 19)}Z`,
      duration: 60,
      settings: { approval_type: 0 as const },
    },
  ],
});

function addContact(doors: Doors, index: number): Promise<number> {
  const body = {
    callbackId: `ap-1-${index}-0`,
    origin: { portalId: 1, actionDefinitionId: 1, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 1 },
    object: { objectId: Number(contactIdOf(index)), objectType: 'CONTACT', properties: {} },
    inputFields: { webinar_id: benchWebinarId },
  };
  return post(doors, 'add-registrant', JSON.stringify(body), {}, '"status":"registered"');
}

function sendEvent(doors: Doors, index: number): Promise<number> {
  const [connection] = JSON.parse(doors.secrets['ZOOM_CONNECTIONS'] ?? '[]') as readonly {
    readonly webhookSecretToken: string;
  }[];
  // Each of another webinar, because what is on record already costs nothing.
  const object = { id: Number(benchWebinarId) + 1 + index, uuid: `bench-${index}==` };
  const payload = { account_id: benchConnection.accountId, object };
  const body = JSON.stringify({ event: 'webinar.updated', event_ts: Date.now(), payload });
  const seconds = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', connection?.webhookSecretToken ?? '').update(`v0:${seconds}:${body}`);
  const headers = { 'x-zm-request-timestamp': seconds, 'x-zm-signature': `v0=${signature.digest('hex')}` };
  return post(doors, 'zoom-events', body, headers, '');
}

/** @throws Error when the answer is not what it should be, because its time would say nothing */
async function post(
  doors: Doors,
  path: keyof typeof limitsMs,
  body: string,
  headers: Readonly<Record<string, string>>,
  expected: string,
): Promise<number> {
  const { tokens } = JSON.parse(doors.secrets['ENDPOINT_ACCESS'] ?? '{}') as { readonly tokens: readonly string[] };
  const startedMs = performance.now();
  const response = await fetch(`${doors.baseUrl}/${path}?t=${tokens[0] ?? ''}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  const elapsedMs = performance.now() - startedMs;
  if (!response.ok || !text.includes(expected)) throw new Error(`${path} answered ${response.status}: ${text}`);
  return Math.round(elapsedMs);
}

function toDoor(path: keyof typeof limitsMs, timesMs: readonly number[]): MeasuredDoor {
  const [firstMs = 0, ...warm] = timesMs;
  const sorted = warm.toSorted((a, b) => a - b);
  return { path, firstMs, medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0, slowestMs: sorted.at(-1) ?? 0 };
}

function toFigures(doors: readonly MeasuredDoor[]): MeasuredDoors {
  const problems = doors
    .filter(({ path, slowestMs }) => slowestMs > limitsMs[path])
    .map(({ path, slowestMs }) => `${path} takes ${slowestMs} ms, more than ${limitsMs[path]}`);
  const lines = [
    ...renderTable(
      [
        { heading: 'Endpoint', align: 'left' },
        ...['First, ms', 'Middle, ms', 'Slowest, ms', 'At most, ms'].map((heading) => ({
          heading,
          align: 'right' as const,
        })),
      ],
      doors.map(({ path, firstMs, medianMs, slowestMs }) => [
        path,
        ...[firstMs, medianMs, slowestMs, limitsMs[path]].map(String),
      ]),
    ),
    ...problems.map((problem) => `PROBLEM: ${problem}`),
  ];
  return { lines, json: { doors, problems }, problems };
}
