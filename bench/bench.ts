import { buildProjectBundles } from '../scripts/bundling/project-bundles.ts';
import { parseFlags, parseWholeNumber } from '../scripts/terminal/parse-flags.ts';
import { exitCodes, runCommand, UsageError } from '../scripts/terminal/run-command.ts';
import type { BenchPlan } from './allowances.ts';
import { measureDoors } from './measure-doors.ts';
import { measurePages } from './measure-pages.ts';
import { measureStarts } from './measure-starts.ts';
import { measureSweeps } from './measure-sweeps.ts';
import { measureSync } from './measure-sync.ts';
import type { Measurement } from './measurement.ts';
import { publishPerformance } from './publish-performance.ts';
import { storeFigures } from './store-figures.ts';
import { createSweepWorld } from './world.ts';

const usage = `Usage: npm run bench -- [--people N] [--webinars N] [--plan pro|business] [--share N]
                        [--starts] [--pages] [--doors] [--all] [--growth] [--publish] [--json]

  --people N    how many people registered for a webinar; 10000 when absent, 20 with --webinars
  --webinars N  a sweep over so many webinars instead of the sync of one
  --plan NAME   whose rate limits Zoom enforces, pro or business; pro when absent
  --share N     how much of Zoom's rate limits the app may use, in percent; 100 when absent
  --starts      how long every bundle takes to load
  --pages       what the pages ask for, in an account with 1,000 webinars and 5,000 Zoom users
  --doors       how soon a workflow's action and an event of Zoom are answered
  --all         everything that docs/performance.md shows, up to 50,000 people: about twelve minutes
  --growth      also 100,000 people: about ten minutes more
  --publish     writes docs/performance.md from the newest figures of each kind
  --json        one JSON document on stdout instead of tables`;

/** Round-trip times that a function has to live with; both are on the slow side of what users report. */
const latencies = { zoomLatencyMs: 250, hubSpotLatencyMs: 120 } as const;

interface Task {
  /** Of the file in `build/bench/`. */
  readonly name: string;
  readonly what: string;
  measure(): Promise<Measurement>;
}

/** `npm run bench`: the figures that matter, measured and stored. */
await runCommand(async ({ argv, print, note }) => {
  const flags = parseFlags(
    argv,
    {
      people: { type: 'string' },
      webinars: { type: 'string' },
      plan: { type: 'string' },
      share: { type: 'string' },
      starts: { type: 'boolean' },
      pages: { type: 'boolean' },
      doors: { type: 'boolean' },
      all: { type: 'boolean' },
      growth: { type: 'boolean' },
      publish: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    usage,
  );
  const webinars = parseWholeNumber('webinars', flags.webinars, { minimum: 1, maximum: 2_000 });
  const sharePercent = parseWholeNumber('share', flags.share, { minimum: 1, maximum: 100 }) ?? 100;
  const people = parseWholeNumber('people', flags.people, { minimum: 1, maximum: 100_000 });
  const plan = parsePlan(flags.plan ?? 'pro');

  const sync = (count: number): Task => ({
    name: `sync-${count}`,
    what: `one webinar with ${count} people`,
    measure: () => measureSync({ people: count, plan, sharePercent, latencies }),
  });
  const sweep = (count: number, each: number): Task => ({
    name: `sweep-${count}`,
    what: `a sweep of ${count} webinars with ${each} people each`,
    measure: () => measureSweeps(createSweepWorld(count, each, Date.now(), plan), { plan, sharePercent, latencies }),
  });
  const starts: Task = { name: 'starts', what: 'the start of every bundle', measure: measureStarts };
  const pages: Task = { name: 'pages', what: 'what the pages ask for', measure: () => measurePages(latencies) };
  const doors: Task = { name: 'doors', what: 'the doors', measure: () => measureDoors(latencies) };

  const wanted = [
    ...(flags.starts === true ? [starts] : []),
    ...(flags.pages === true ? [pages] : []),
    ...(flags.doors === true ? [doors] : []),
    ...(flags.all === true ? [starts, sync(100), sync(1_000), sync(10_000), sweep(500, 20), sync(50_000)] : []),
    ...(flags.growth === true ? [sync(100_000)] : []),
    ...(webinars === undefined ? [] : [sweep(webinars, people ?? 20)]),
    ...(webinars === undefined && people !== undefined ? [sync(people)] : []),
  ];
  const tasks = wanted.length > 0 || flags.publish === true ? wanted : [sync(10_000)];

  if (tasks.length > 0) await buildProjectBundles();
  const problems: string[] = [];
  const documents: unknown[] = [];
  for (const [index, { name, what, measure }] of tasks.entries()) {
    note(`Measuring ${what}${tasks.length === 1 ? '' : ` (${index + 1} of ${tasks.length})`}.`);
    const measured = await measure();
    storeFigures(name, measured.json);
    problems.push(...measured.problems);
    documents.push(measured.json);
    if (flags.json !== true) for (const line of ['', ...measured.lines]) print(line);
  }
  if (flags.json === true) print(JSON.stringify(documents.length === 1 ? documents[0] : documents));
  if (flags.publish === true) await publishPerformance();
  return problems.length === 0 ? exitCodes.ok : exitCodes.failed;
});

function parsePlan(text: string): BenchPlan {
  if (text === 'pro' || text === 'business') return text;
  throw new UsageError(`--plan is pro or business, not ${text}.\n\n${usage}`);
}
