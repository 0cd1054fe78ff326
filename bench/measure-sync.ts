import { setTimeout as sleep } from 'node:timers/promises';
import { createFunctionRunner, type FunctionRunner } from '../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../scripts/project/paths.ts';
import { readSyncEnvironment } from '../scripts/sync/sync-environment.ts';
import { isFailed } from '../scripts/sync/sync-summary.ts';
import { syncWebinars } from '../scripts/sync/sync-webinars.ts';
import { closeOnSignal } from '../scripts/terminal/close-on-signal.ts';
import { createProgressDisplay } from '../scripts/terminal/progress.ts';
import type { BenchPlan } from './allowances.ts';
import { findProblems, toFigures, type BenchFigures, type MeasuredSync } from './figures.ts';
import type { Latencies, Measurement } from './measurement.ts';
import { findBrokenPromises } from './promises.ts';
import { renderFigures } from './render-figures.ts';
import { startStandInProcess, type StandInProcess } from './stand-in-process.ts';
import { turnSyncOn } from './turn-sync-on.ts';
import { benchWebinarId, createBenchWorld } from './world.ts';

/** One webinar, synced three times: everything is new, nothing has changed, one person in a hundred has changed. */
export async function measureSync(options: {
  readonly people: number;
  readonly plan: BenchPlan;
  readonly sharePercent: number;
  readonly latencies: Latencies;
}): Promise<Measurement<BenchFigures>> {
  const { people, plan, latencies } = options;
  const { zoomSeed, volume, change, changedVolume } = createBenchWorld(people, Date.now(), plan);
  const standIns = await startStandInProcess({
    seed: { zoom: zoomSeed, hubspot: { account: { tier: 'enterprise' } } },
    ...latencies,
  });
  const { env } = standIns;
  const runner = createFunctionRunner({ distDir: functionsDistDir, functionsDir, ...readSyncEnvironment(env) });
  const close = async (): Promise<void> => {
    await runner.close();
    await standIns.stop();
  };
  closeOnSignal(close);
  try {
    await turnSyncOn(runner, options.sharePercent);
    await standIns.takeCalls();
    const first = await syncOnce(runner, standIns);
    const unchanged = await syncOnce(runner, standIns);
    await standIns.useZoomLever('add-participants', change);
    const changed = await syncOnce(runner, standIns);
    const cardMs = await measureCard(runner, await findContactId(env));
    await loadOtherFunctions(runner);
    const measured = { first, unchanged, changed };
    const conditions = { plan, zoomLatencyMs: latencies.zoomLatencyMs, volume, changedVolume };
    const functions = runner.stats();
    const figures = { people, plan, ...toFigures(measured, conditions), cardMs, functions };
    const doubts = findProblems(measured, conditions);
    const problems = [...doubts, ...findBrokenPromises(figures)];
    return { json: { ...figures, problems: doubts }, lines: renderFigures({ ...figures, problems }), problems };
  } finally {
    await close();
  }
}

/** @throws Error with the failure's words when the sync did not finish */
async function syncOnce(runner: FunctionRunner, standIns: StandInProcess): Promise<MeasuredSync> {
  let longestStepMs = 0;
  const measuring: FunctionRunner = {
    ...runner,
    async call<Answer>(...args: Parameters<FunctionRunner['call']>) {
      const result = await runner.call<Answer>(...args);
      longestStepMs = Math.max(longestStepMs, result.elapsedMs);
      return result;
    },
  };
  const summary = await syncWebinars(
    { selection: { kind: 'webinars', webinarIds: [benchWebinarId] }, connection: null, isDryRun: false },
    {
      runner: measuring,
      progress: createProgressDisplay(process.stderr),
      wait: (seconds) => sleep(seconds * 1000),
      nowMs: () => performance.now(),
    },
  );
  const calls = await standIns.takeCalls();
  const [webinar] = summary.webinars;
  if (webinar === undefined || isFailed(webinar)) {
    const words = webinar === undefined ? 'there was nothing to sync' : webinar.explanation.title;
    throw new Error(
      `The bench cannot measure a sync that fails: ${words}. ${JSON.stringify(webinar?.failure ?? null)}`,
    );
  }
  return { report: webinar, calls, stepCount: summary.steps, longestStepMs, elapsedMs: summary.elapsedMs };
}

/** Any contact of the webinar. */
async function findContactId(env: StandInProcess['env']): Promise<string> {
  const answer = await fetch(`${env['HUBSPOT_API_URL'] ?? ''}/crm/v3/objects/contacts?limit=1`, {
    headers: { authorization: `Bearer ${env['HUBSPOT_ACCESS_TOKEN'] ?? ''}` },
  });
  const { results } = (await answer.json()) as { readonly results?: readonly { readonly id: string }[] };
  const [contact] = results ?? [];
  if (contact === undefined) throw new Error('There is no contact whose card could be measured.');
  return contact.id;
}

async function measureCard(runner: FunctionRunner, contactId: string): Promise<BenchFigures['cardMs']> {
  const ask = async (cold: boolean): Promise<number> => {
    const { elapsedMs } = await runner.call('get_contact_webinars', { contactId }, { cold });
    return Math.round(elapsedMs);
  };
  return { cold: await ask(true), warm: await ask(false) };
}

/** Bundles that a page loads, for their memory; what they answer does not matter here. */
async function loadOtherFunctions(runner: FunctionRunner): Promise<void> {
  await runner.call('get_overview', {});
  await runner.call('list_webinars', {});
  await runner.call('get_settings', {});
  await runner.call('get_audit_log', { webinarId: benchWebinarId });
}
