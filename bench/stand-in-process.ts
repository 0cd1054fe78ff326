import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { ZoomSeed } from '../emulators/zoom/index.ts';
import type { HubSpotSeed } from '../emulators/hubspot/index.ts';
import { repositoryRoot } from '../scripts/project/paths.ts';

const readySchema = z.object({
  zoom: z.url(),
  hubspot: z.url(),
  env: z.record(z.string(), z.string()),
});
const requestsSchema = z.object({
  counts: z.record(z.string(), z.int()),
  requests: z.array(z.object({ at: z.string(), operation: z.nullable(z.string()), status: z.nullable(z.int()) })),
});

/** Calls as a stand-in saw them, by operation. */
export type CallsByOperation = Readonly<Record<string, number>>;

/** One call, when it was answered. */
export interface SeenCall {
  readonly operation: string;
  readonly atMs: number;
  readonly status: number | null;
}

/** Every call, in the order of the answers; of more than twenty thousand the last ones. */
export interface Traffic {
  readonly zoom: readonly SeenCall[];
  readonly hubspot: readonly SeenCall[];
}

export interface TakenCalls {
  readonly zoom: CallsByOperation;
  readonly hubspot: CallsByOperation;
  readonly traffic: Traffic;
}

/** Both stand-ins in a process of their own, so that their work is not measured. */
export interface StandInProcess {
  readonly env: Readonly<Record<string, string>>;
  /** What each got since the last time this was asked. */
  takeCalls(): Promise<TakenCalls>;
  /** What people do meanwhile at Zoom. */
  useZoomLever(lever: string, body: object): Promise<void>;
  stop(): Promise<void>;
}

export async function startStandInProcess(options: {
  readonly seed: { readonly zoom: ZoomSeed; readonly hubspot: HubSpotSeed };
  readonly zoomLatencyMs: number;
  readonly hubSpotLatencyMs: number;
}): Promise<StandInProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const seedPath = join(folder, 'seed.json');
  writeFileSync(seedPath, JSON.stringify(options.seed));
  const child = spawn(
    process.execPath,
    [
      join(repositoryRoot, 'scripts', 'emulators.ts'),
      ...['--zoom-port', '0', '--hubspot-port', '0', '--seed', seedPath],
      ...['--latency-zoom', String(options.zoomLatencyMs), '--latency-hubspot', String(options.hubSpotLatencyMs)],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit').then(() => {
    throw new Error('The stand-ins ended before they were ready. Their message is above.');
  });
  // Whoever stops the process later must not be told that it ended.
  ended.catch(() => {});
  const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), ended])) as [string];
  rmSync(folder, { recursive: true });
  const { zoom, hubspot, env } = readySchema.parse(JSON.parse(line));

  return {
    env,
    async takeCalls() {
      const seen = { zoom: await takeRequests(zoom), hubspot: await takeRequests(hubspot) };
      return {
        zoom: seen.zoom.counts,
        hubspot: seen.hubspot.counts,
        traffic: { zoom: seen.zoom.requests.map(toSeenCall), hubspot: seen.hubspot.requests.map(toSeenCall) },
      };
    },
    async useZoomLever(lever, body) {
      const answer = await fetch(`${zoom}/_control/${lever}`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`The lever ${lever} was refused: ${await answer.text()}`);
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

type SeenRequests = z.infer<typeof requestsSchema>;

async function takeRequests(url: string): Promise<SeenRequests> {
  const answer = await fetch(`${url}/_control/requests`);
  const seen = requestsSchema.parse(await answer.json());
  await fetch(`${url}/_control/requests`, { method: 'DELETE' });
  return seen;
}

const toSeenCall = ({ at, operation, status }: SeenRequests['requests'][number]): SeenCall => ({
  operation: operation ?? 'unexpected',
  atMs: Date.parse(at),
  status,
});
