import { setTimeout as sleep } from 'node:timers/promises';
import type { CallAnswer } from '../src/app/extensions/contract/failure.ts';
import type { FailedWebinar, RunSweepAnswer, SweepReport } from '../src/app/extensions/contract/sweep.ts';
import type { SyncReport } from '../src/app/extensions/contract/sync.ts';
import { createFunctionRunner, type FunctionRunner } from '../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../scripts/project/paths.ts';
import { readSyncEnvironment } from '../scripts/sync/sync-environment.ts';
import { renderTable } from '../scripts/terminal/render-table.ts';
import { sweepHubSpotFloor, sweepZoomFloor } from './floor.ts';
import { callHeadings } from './render-figures.ts';
import { startStandInProcess, type CallsByOperation, type StandInProcess } from './stand-in-process.ts';
import { turnSyncOn } from './turn-sync-on.ts';
import type { SweepWorld } from './world.ts';

interface MeasuredSweep {
  readonly report: SweepReport;
  readonly reports: readonly SyncReport[];
  readonly failures: readonly FailedWebinar[];
  readonly calls: { readonly zoom: CallsByOperation; readonly hubspot: CallsByOperation };
  readonly steps: number;
  readonly longestStepMs: number;
  readonly elapsedMs: number;
}

const sum = (counts: CallsByOperation): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** Sweeps twice: everything is new, then nothing has changed. */
export async function measureSweeps(
  { zoomSeed, volume }: SweepWorld,
  sharePercent: number,
  latencies: { readonly zoomLatencyMs: number; readonly hubSpotLatencyMs: number },
): Promise<{ readonly lines: readonly string[]; readonly json: unknown; readonly problems: readonly string[] }> {
  const standIns = await startStandInProcess({
    seed: { zoom: zoomSeed, hubspot: { account: { tier: 'unlimited' } } },
    ...latencies,
  });
  const runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    ...readSyncEnvironment(standIns.env),
  });
  try {
    await turnSyncOn(runner, sharePercent);
    await standIns.takeCalls();
    const first = await measureSweep(runner, standIns);
    const second = await measureSweep(runner, standIns);
    const floors = { zoom: sweepZoomFloor(volume), hubspot: sweepHubSpotFloor(volume) };
    const problems = findProblems(first, second, volume);
    return {
      problems,
      json: { volume, floors, first: toJson(first), second: toJson(second), functions: runner.stats(), problems },
      lines: render(first, second, floors, runner, problems),
    };
  } finally {
    await runner.close();
    await standIns.stop();
  }
}

/** @throws Error with the failure when a step fails */
async function measureSweep(runner: FunctionRunner, standIns: StandInProcess): Promise<MeasuredSweep> {
  const startedMs = performance.now();
  const reports: SyncReport[] = [];
  const failures: FailedWebinar[] = [];
  let longestStepMs = 0;
  let sweepId: string | null = null;
  for (let steps = 1; ; steps += 1) {
    const parameters: object = sweepId === null ? {} : { sweepId };
    const { answer, elapsedMs } = await runner.call<CallAnswer<RunSweepAnswer>>('run_sweep', parameters);
    longestStepMs = Math.max(longestStepMs, elapsedMs);
    if (!answer.ok) throw new Error(`The sweep failed: ${JSON.stringify(answer.failure)}`);
    reports.push(...answer.finished);
    failures.push(...answer.failed);
    if (answer.report !== undefined) {
      const calls = await standIns.takeCalls();
      const totalMs = performance.now() - startedMs;
      return { report: answer.report, reports, failures, calls, steps, longestStepMs, elapsedMs: totalMs };
    }
    sweepId = answer.sweepId;
    if (answer.retryAfterSeconds > 0) await sleep(answer.retryAfterSeconds * 1000);
  }
}

/** Figures of sweeps that did not do their job mean nothing. */
function findProblems(
  first: MeasuredSweep,
  second: MeasuredSweep,
  { webinarCount, peopleEach }: SweepWorld['volume'],
): readonly string[] {
  const synced = first.reports.reduce((total, report) => total + report.synced, 0);
  const problems: string[] = [];
  if (first.reports.length !== webinarCount) problems.push(`${first.reports.length} of ${webinarCount} webinars`);
  if (synced !== webinarCount * peopleEach) problems.push(`${synced} people were synced`);
  for (const { webinarId, failure } of first.failures) problems.push(`${webinarId}: ${JSON.stringify(failure)}`);
  if (first.reports.some(({ warnings }) => warnings.length > 0)) problems.push('there are warnings');
  if (second.reports.length > 0) problems.push(`the second sweep synced ${second.reports.length} webinars`);
  return problems;
}

const toJson = ({ reports: _, ...rest }: MeasuredSweep): object => rest;

const toTotalRatio = ({ calls }: MeasuredSweep, floors: { readonly zoom: number; readonly hubspot: number }): number =>
  (sum(calls.zoom) + sum(calls.hubspot)) / (floors.zoom + floors.hubspot);

function render(
  first: MeasuredSweep,
  second: MeasuredSweep,
  floors: { readonly zoom: number; readonly hubspot: number },
  runner: FunctionRunner,
  problems: readonly string[],
): readonly string[] {
  const row = (name: string, sweep: MeasuredSweep, withFloor: boolean): readonly string[] => [
    name,
    ...(['zoom', 'hubspot'] as const).flatMap((system) => {
      const calls = sum(sweep.calls[system]);
      return [
        String(calls),
        withFloor ? String(floors[system]) : '',
        withFloor ? (calls / floors[system]).toFixed(2) : '',
      ];
    }),
    String(sweep.steps),
    sweep.longestStepMs.toFixed(0),
    (sweep.elapsedMs / 1000).toFixed(1),
  ];
  const byOperation = (counts: CallsByOperation): string =>
    Object.entries(counts)
      .sort(([, left], [, right]) => right - left)
      .map(([operation, count]) => `${operation} ${count}`)
      .join(', ');
  const { peakRssBytes } = runner.stats()['run_sweep'] ?? { peakRssBytes: 0 };
  return [
    ...renderTable(
      [{ heading: 'Sweep', align: 'left' }, ...callHeadings.map((heading) => ({ heading, align: 'right' as const }))],
      [row('first', first, true), row('second', second, false)],
    ),
    '',
    `Both vendors together: ${toTotalRatio(first, floors).toFixed(2)} times the floor`,
    `Peak memory of run_sweep: ${(peakRssBytes / 1024 / 1024).toFixed(0)} MB`,
    `first sweep, Zoom: ${byOperation(first.calls.zoom)}`,
    `first sweep, HubSpot: ${byOperation(first.calls.hubspot)}`,
    `second sweep, Zoom: ${byOperation(second.calls.zoom)}`,
    `second sweep, HubSpot: ${byOperation(second.calls.hubspot)}`,
    ...problems.map((problem) => `PROBLEM: ${problem}`),
  ];
}
