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
const requestsSchema = z.object({ counts: z.record(z.string(), z.int()) });

/** Calls as a stand-in saw them, by operation. */
export type CallsByOperation = Readonly<Record<string, number>>;

/** Both stand-ins in a process of their own, so that their work is not measured. */
export interface StandInProcess {
  readonly env: Readonly<Record<string, string>>;
  /** What each got since the last time this was asked. */
  takeCalls(): Promise<{ readonly zoom: CallsByOperation; readonly hubspot: CallsByOperation }>;
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
      return { zoom: await takeCounts(zoom), hubspot: await takeCounts(hubspot) };
    },
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function takeCounts(url: string): Promise<CallsByOperation> {
  const answer = await fetch(`${url}/_control/requests`);
  const { counts } = requestsSchema.parse(await answer.json());
  await fetch(`${url}/_control/requests`, { method: 'DELETE' });
  return counts;
}
