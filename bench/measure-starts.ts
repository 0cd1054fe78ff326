import { fork } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { containerNodeFlags } from '../scripts/function-runner/function-limits.ts';
import { readFunctionDefinitions } from '../scripts/project/function-definitions.ts';
import { functionsDir, functionsDistDir, repositoryRoot } from '../scripts/project/paths.ts';
import { renderTable } from '../scripts/terminal/render-table.ts';
import type { Measurement } from './measurement.ts';
import { promised } from './promises.ts';

const startsEach = 15;

export interface BundleStart {
  readonly uid: string;
  readonly bundleBytes: number;
  /**
   * From requiring the bundle to having it, in a process that holds nothing else: the fastest of several, which nothing
   * else on the machine has slowed.
   */
  readonly loadMs: number;
  /** The middle of them. */
  readonly middleLoadMs: number;
  /** The fastest from the beginning of the process, Node's own start included. */
  readonly processMs: number;
}

/** Starts every bundle in processes of its own, as HubSpot's first call of a function does. */
export async function measureStarts(): Promise<Measurement<readonly BundleStart[]>> {
  const uids = readFunctionDefinitions(functionsDir).map(({ uid }) => uid);
  const pathOf = (uid: string): string => join(functionsDistDir, `${uid}.js`);
  const times = new Map<string, Awaited<ReturnType<typeof startOnce>>[]>(uids.map((uid) => [uid, []]));
  // In rounds, so that a moment in which the machine is busy does not meet one bundle alone.
  for (let round = 0; round < startsEach; round += 1) {
    for (const uid of uids) times.get(uid)?.push(await startOnce(pathOf(uid)));
  }
  const starts = uids.map((uid): BundleStart => {
    const ranked = (pick: (time: Awaited<ReturnType<typeof startOnce>>) => number): readonly number[] =>
      (times.get(uid) ?? []).map(pick).toSorted((one, other) => one - other);
    const loads = ranked(({ loadMs }) => loadMs);
    return {
      uid,
      bundleBytes: statSync(pathOf(uid)).size,
      loadMs: Math.round(loads[0] ?? 0),
      middleLoadMs: Math.round(loads[Math.floor(startsEach / 2)] ?? 0),
      processMs: Math.round(ranked(({ processMs }) => processMs)[0] ?? 0),
    };
  });
  const problems = findSlowStarts(starts);
  return { json: starts, problems, lines: [...render(starts), ...problems.map((problem) => `PROBLEM: ${problem}`)] };
}

/** The promises that bundles break: the middle start counts. */
export const findSlowStarts = (starts: readonly BundleStart[]): readonly string[] =>
  starts.flatMap(({ uid, bundleBytes, middleLoadMs }) => [
    ...(middleLoadMs < promised.startMs
      ? []
      : [`${uid} takes ${middleLoadMs} ms to load; promised are less than ${promised.startMs}.`]),
    ...(bundleBytes < promised.bundleBytes ? [] : [`The bundle of ${uid} has ${bundleBytes} bytes.`]),
  ]);

function startOnce(bundlePath: string): Promise<{ readonly loadMs: number; readonly processMs: number }> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const child = fork(join(repositoryRoot, 'scripts', 'function-runner', 'container.cjs'), [bundlePath], {
      execArgv: [...containerNodeFlags],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    child.once('message', (message: { readonly kind: string; readonly loadMs?: number }) => {
      const processMs = performance.now() - startedMs;
      child.kill('SIGKILL');
      if (message.kind !== 'loaded' || message.loadMs === undefined) {
        reject(new Error(`The bundle ${bundlePath} cannot be loaded: ${JSON.stringify(message)}`));
        return;
      }
      const { loadMs } = message;
      child.once('exit', () => resolve({ loadMs, processMs }));
    });
    child.once('error', reject);
  });
}

const render = (starts: readonly BundleStart[]): readonly string[] =>
  renderTable(
    [
      { heading: 'Bundle', align: 'left' },
      ...['kB', 'Load ms', 'Middle', 'Process ms'].map((heading) => ({ heading, align: 'right' as const })),
    ],
    starts.map(({ uid, bundleBytes, loadMs, middleLoadMs, processMs }) => [
      uid,
      (bundleBytes / 1000).toFixed(0),
      String(loadMs),
      String(middleLoadMs),
      String(processMs),
    ]),
  );
