import { setTimeout as sleep } from 'node:timers/promises';
import { buildProjectBundles } from '../scripts/bundling/project-bundles.ts';
import { createFunctionRunner, type FunctionRunner } from '../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir } from '../scripts/project/paths.ts';
import { readSyncEnvironment } from '../scripts/sync/sync-environment.ts';
import { isFailed } from '../scripts/sync/sync-summary.ts';
import { syncWebinars } from '../scripts/sync/sync-webinars.ts';
import { closeOnSignal } from '../scripts/terminal/close-on-signal.ts';
import { parseFlags, parseWholeNumber } from '../scripts/terminal/parse-flags.ts';
import { createProgressDisplay } from '../scripts/terminal/progress.ts';
import { exitCodes, runCommand } from '../scripts/terminal/run-command.ts';
import { findProblems, toSyncFigures, type BenchFigures, type MeasuredSync } from './figures.ts';
import { renderFigures } from './render-figures.ts';
import { startStandInProcess, type StandInProcess } from './stand-in-process.ts';
import { measureDoors } from './measure-doors.ts';
import { measurePages } from './measure-pages.ts';
import { measureSweeps } from './measure-sweeps.ts';
import { turnSyncOn } from './turn-sync-on.ts';
import { benchWebinarId, createBenchWorld, createSweepWorld } from './world.ts';

const usage = `Usage: npm run bench -- [--people N] [--webinars N] [--share N] [--pages] [--doors] [--json]

  --people N    how many people registered for a webinar; 10000 when absent, 20 with --webinars
  --webinars N  a sweep over so many webinars instead of the sync of one
  --share N     how much of Zoom's rate limits the app may use, in percent; 100 when absent
  --pages       what the pages ask for, in an account with 1,000 webinars and 5,000 Zoom users
  --doors       how soon a workflow's action and an event of Zoom are answered
  --json        one JSON document on stdout instead of tables`;

/** Round-trip times that a function has to live with; both are on the slow side of what users report. */
const zoomLatencyMs = 250;
const hubSpotLatencyMs = 120;

/** `npm run bench`: the same webinar synced twice, with the figures that matter. */
await runCommand(async ({ argv, print, note }) => {
  const flags = parseFlags(
    argv,
    {
      people: { type: 'string' },
      webinars: { type: 'string' },
      share: { type: 'string' },
      pages: { type: 'boolean' },
      doors: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    usage,
  );
  const webinars = parseWholeNumber('webinars', flags.webinars, { minimum: 1, maximum: 2_000 });
  const sharePercent = parseWholeNumber('share', flags.share, { minimum: 1, maximum: 100 }) ?? 100;
  const people =
    parseWholeNumber('people', flags.people, { minimum: 1, maximum: 100_000 }) ??
    (webinars === undefined ? 10_000 : 20);

  await buildProjectBundles();
  if (flags.pages === true) {
    note('Starting the stand-ins and writing what the app would know.');
    const { lines, json, problems } = await measurePages({ zoomLatencyMs, hubSpotLatencyMs });
    if (flags.json === true) print(JSON.stringify(json));
    else for (const line of lines) print(line);
    return problems.length === 0 ? exitCodes.ok : exitCodes.failed;
  }
  if (flags.doors === true) {
    const { lines, json, problems } = await measureDoors({ zoomLatencyMs, hubSpotLatencyMs });
    if (flags.json === true) print(JSON.stringify(json));
    else for (const line of lines) print(line);
    return problems.length === 0 ? exitCodes.ok : exitCodes.failed;
  }
  if (webinars !== undefined) {
    const world = createSweepWorld(webinars, people, Date.now());
    note(`Starting the stand-ins with ${webinars} webinars of ${people} people.`);
    const { lines, json, problems } = await measureSweeps(world, sharePercent, {
      zoomLatencyMs,
      hubSpotLatencyMs,
    });
    if (flags.json === true) print(JSON.stringify(json));
    else for (const line of lines) print(line);
    return problems.length === 0 ? exitCodes.ok : exitCodes.failed;
  }
  const { zoomSeed, volume } = createBenchWorld(people, Date.now());
  note(`Starting the stand-ins with ${people} people.`);
  const standIns = await startStandInProcess({
    seed: { zoom: zoomSeed, hubspot: { account: { tier: 'unlimited' } } },
    zoomLatencyMs,
    hubSpotLatencyMs,
  });
  const runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    ...readSyncEnvironment(standIns.env),
  });
  const close = async (): Promise<void> => {
    await runner.close();
    await standIns.stop();
  };
  closeOnSignal(close);
  try {
    await turnSyncOn(runner, sharePercent);
    await standIns.takeCalls();
    const first = await measureSync(runner, standIns);
    const second = await measureSync(runner, standIns);
    await loadOtherFunctions(runner);
    const figures: BenchFigures = {
      people,
      first: toSyncFigures(first, volume),
      second: toSyncFigures(second, volume),
      functions: runner.stats(),
      problems: findProblems(first, second, volume),
    };
    if (flags.json === true) print(JSON.stringify(figures));
    else for (const line of renderFigures(figures)) print(line);
    return figures.problems.length === 0 ? exitCodes.ok : exitCodes.failed;
  } finally {
    await close();
  }
});

/** @throws Error with the failure's words when the sync did not finish */
async function measureSync(runner: FunctionRunner, standIns: StandInProcess): Promise<MeasuredSync> {
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

/** Every bundle is loaded once, for its load time and memory; what it answers does not matter here. */
async function loadOtherFunctions(runner: FunctionRunner): Promise<void> {
  await runner.call('get_overview', {});
  await runner.call('list_webinars', {});
  await runner.call('get_settings', {});
  await runner.call('get_audit_log', { webinarId: benchWebinarId });
  await runner.call('get_contact_webinars', { contactId: '1' });
}
