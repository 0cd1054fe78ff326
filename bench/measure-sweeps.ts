import { setTimeout as sleep } from 'node:timers/promises';
import type { CallAnswer } from '../src/app/extensions/contract/failure.ts';
import type { FailedWebinar, RunSweepAnswer, SweepReport } from '../src/app/extensions/contract/sweep.ts';
import type { SyncReport } from '../src/app/extensions/contract/sync.ts';
import { createFunctionRunner, type FunctionRunner } from '../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../scripts/project/paths.ts';
import { readSyncEnvironment } from '../scripts/sync/sync-environment.ts';
import { renderTable } from '../scripts/terminal/render-table.ts';
import { allowedMsOf, countRefused, findBinding, type BenchPlan, type Binding } from './allowances.ts';
import { sweepHubSpotFloor, sweepZoomFloor } from './floor.ts';
import type { Latencies, Measurement } from './measurement.ts';
import { findHeavyFunctions, promised } from './promises.ts';
import { callHeadings } from './render-figures.ts';
import {
  startStandInProcess,
  type CallsByOperation,
  type StandInProcess,
  type TakenCalls,
} from './stand-in-process.ts';
import { turnSyncOn } from './turn-sync-on.ts';
import type { SweepWorld } from './world.ts';

interface MeasuredSweep {
  readonly report: SweepReport;
  readonly reports: readonly SyncReport[];
  readonly failures: readonly FailedWebinar[];
  readonly calls: TakenCalls;
  readonly steps: number;
  readonly longestStepMs: number;
  readonly elapsedMs: number;
}

/** One sweep as it is stored. */
export interface SweepRunFigures {
  readonly zoomCalls: number;
  readonly hubspotCalls: number;
  readonly synced: number;
  readonly steps: number;
  readonly longestStepMs: number;
  readonly elapsedMs: number;
  readonly refusedCount: number;
  readonly binding: Binding & { readonly share: number };
}

export interface SweepFigures {
  readonly plan: BenchPlan;
  readonly volume: SweepWorld['volume'];
  readonly floors: { readonly zoom: number; readonly hubspot: number };
  readonly first: SweepRunFigures;
  readonly unchanged: SweepRunFigures;
  readonly changed: SweepRunFigures;
  readonly functions: ReturnType<FunctionRunner['stats']>;
  readonly problems: readonly string[];
}

const sum = (counts: CallsByOperation): number => Object.values(counts).reduce((total, count) => total + count, 0);

/** Sweeps three times: everything is new, nothing has changed, one webinar in a hundred has another topic. */
export async function measureSweeps(
  { zoomSeed, volume, changedWebinarIds }: SweepWorld,
  options: { readonly plan: BenchPlan; readonly sharePercent: number; readonly latencies: Latencies },
): Promise<Measurement<SweepFigures>> {
  const { plan, sharePercent, latencies } = options;
  const standIns = await startStandInProcess({
    seed: { zoom: zoomSeed, hubspot: { account: { tier: 'enterprise' } } },
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
    const unchanged = await measureSweep(runner, standIns);
    for (const webinarId of changedWebinarIds) {
      await standIns.useZoomLever('change-webinar', {
        webinar_id: Number(webinarId),
        change: { topic: `Webinar ${webinarId}` },
      });
    }
    const changed = await measureSweep(runner, standIns);
    const floors = { zoom: sweepZoomFloor(volume), hubspot: sweepHubSpotFloor(volume) };
    const sweeps = { first, unchanged, changed };
    const problems = [...findProblems(sweeps, volume, changedWebinarIds.length), ...findHeavyFunctions(runner.stats())];
    const runs = {
      first: toRunFigures(first, plan),
      unchanged: toRunFigures(unchanged, plan),
      changed: toRunFigures(changed, plan),
    };
    return {
      problems,
      json: { plan, volume, floors, ...runs, functions: runner.stats(), problems },
      lines: render(sweeps, plan, floors, runner, problems),
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

interface MeasuredSweeps {
  readonly first: MeasuredSweep;
  readonly unchanged: MeasuredSweep;
  readonly changed: MeasuredSweep;
}

/** Figures of sweeps that did not do their job mean nothing; and promises are kept. */
function findProblems(
  sweeps: MeasuredSweeps,
  { webinarCount, peopleEach }: SweepWorld['volume'],
  changedCount: number,
): readonly string[] {
  const { first, unchanged, changed } = sweeps;
  const problems: string[] = [];
  if (first.reports.length !== webinarCount) problems.push(`${first.reports.length} of ${webinarCount} webinars`);
  if (syncedBy(first) !== webinarCount * peopleEach) problems.push(`${syncedBy(first)} people were synced`);
  if (first.reports.some(({ warnings }) => warnings.length > 0)) problems.push('there are warnings');
  if (unchanged.reports.length > 0) problems.push(`the second sweep synced ${unchanged.reports.length} webinars`);
  if (syncedBy(changed) !== changedCount * peopleEach) {
    problems.push(`the third sweep wrote ${syncedBy(changed)} people instead of ${changedCount * peopleEach}`);
  }
  for (const [name, { failures, calls, longestStepMs }] of Object.entries(sweeps) as [string, MeasuredSweep][]) {
    for (const { webinarId, failure } of failures) problems.push(`${webinarId}: ${JSON.stringify(failure)}`);
    const refusedCount = countRefused(calls.traffic);
    if (refusedCount > 0) problems.push(`the ${name} sweep was refused ${refusedCount} times for calling too often`);
    if (longestStepMs >= promised.stepMs)
      problems.push(`the ${name} sweep has a step of ${longestStepMs.toFixed(0)} ms`);
  }
  return problems;
}

const syncedBy = ({ reports }: MeasuredSweep): number => reports.reduce((total, { synced }) => total + synced, 0);

function toRunFigures(sweep: MeasuredSweep, plan: BenchPlan): SweepRunFigures {
  const { calls, steps, longestStepMs, elapsedMs } = sweep;
  const binding = findBinding(allowedMsOf(calls.traffic, plan));
  return {
    zoomCalls: sum(calls.zoom),
    hubspotCalls: sum(calls.hubspot),
    synced: syncedBy(sweep),
    steps,
    longestStepMs: Math.round(longestStepMs),
    elapsedMs: Math.round(elapsedMs),
    refusedCount: countRefused(calls.traffic),
    binding: { ...binding, share: binding.allowedMs / elapsedMs },
  };
}

const toTotalRatio = ({ calls }: MeasuredSweep, floors: { readonly zoom: number; readonly hubspot: number }): number =>
  (sum(calls.zoom) + sum(calls.hubspot)) / (floors.zoom + floors.hubspot);

function render(
  { first, unchanged, changed }: MeasuredSweeps,
  plan: BenchPlan,
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
      [row('first', first, true), row('unchanged', unchanged, false), row('1 % changed', changed, false)],
    ),
    '',
    `Both vendors together: ${toTotalRatio(first, floors).toFixed(2)} times the floor`,
    `Peak memory of run_sweep: ${(peakRssBytes / 1024 / 1024).toFixed(0)} MB`,
    ...[first, unchanged, changed].map((sweep) => {
      const { binding } = toRunFigures(sweep, plan);
      return `Binding: ${binding.name}, ${(binding.allowedMs / 1000).toFixed(1)} s at least, used to ${(binding.share * 100).toFixed(1)} %`;
    }),
    ...Object.entries({ first, unchanged, changed }).flatMap(([name, { calls }]) => [
      `${name} sweep, Zoom: ${byOperation(calls.zoom)}`,
      `${name} sweep, HubSpot: ${byOperation(calls.hubspot)}`,
    ]),
    ...problems.map((problem) => `PROBLEM: ${problem}`),
  ];
}
