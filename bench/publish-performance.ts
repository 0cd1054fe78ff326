import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishSection } from '../scripts/documents/publish-section.ts';
import { repositoryRoot } from '../scripts/project/paths.ts';
import type { BenchFigures, SyncFigures } from './figures.ts';
import { drawLineChart, type Chart, type ChartLine } from './line-chart.ts';
import { findSlowStarts, type BundleStart } from './measure-starts.ts';
import type { SweepFigures, SweepRunFigures } from './measure-sweeps.ts';
import { findBrokenPromises } from './promises.ts';
import { readFigures, type StoredFigures } from './store-figures.ts';

const document = 'docs/performance.md';
/** How many people a webinar may have had, smallest first. */
const peopleCounts = [100, 1_000, 10_000, 50_000, 100_000];

/** Writes the document's sections and pictures from what lies in `build/bench/`. What was never measured is said to be so. */
export async function publishPerformance(): Promise<void> {
  const syncs = peopleCounts.flatMap((people) => readFigures<BenchFigures>(`sync-${people}`) ?? []);
  const sweep = readFigures<SweepFigures>('sweep-500');
  const starts = readFigures<readonly BundleStart[]>('starts');
  await publishSection(document, 'syncs', syncs.length === 0 ? notMeasured : describeSyncs(syncs));
  await publishSection(document, 'sweep', sweep === null ? notMeasured : describeSweep(sweep));
  await publishSection(document, 'starts', starts === null ? notMeasured : describeStarts(starts, syncs));
  await publishSection(document, 'growth', syncs.length < 2 ? notMeasured : describeGrowth(syncs));
  if (syncs.length >= 2) for (const [name, chart] of toCharts(syncs)) writeChart(name, chart);
}

const notMeasured = 'Not measured.';

const number = new Intl.NumberFormat('en');
const format = (value: number): string => number.format(value);
const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  [headings, headings.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const runNames = ['first', 'unchanged', 'changed'] as const;
const runTitles = { first: 'everything new', unchanged: 'nothing changed', changed: '1 % changed' } as const;

function describeSyncs(syncs: readonly StoredFigures<BenchFigures>[]): string {
  const rowsOf = (toCells: (sync: SyncFigures) => readonly string[]) =>
    syncs.flatMap(({ figures }) =>
      runNames.map((name) => [format(figures.people), runTitles[name], ...toCells(figures[name])]),
    );
  const calls = table(
    ['People', 'Sync', 'Zoom calls', 'Floor', 'Ratio', 'HubSpot calls', 'Floor', 'Ratio', 'Refused', 'Steps'],
    rowsOf(({ zoom, hubspot, refusedCount, steps }) => [
      ...[zoom, hubspot].flatMap((vendor) => [format(vendor.calls), format(vendor.floor), vendor.ratio.toFixed(2)]),
      format(refusedCount),
      format(steps),
    ]),
  );
  const times = table(
    [
      'People',
      'Sync',
      'All, s',
      'Reading, s',
      'At least',
      'Writing, s',
      'At least',
      'Of what the limits allow',
      'Longest step, ms',
    ],
    rowsOf(({ elapsedMs, utilisation, longestStepMs }) => [
      ...[elapsedMs, utilisation.readingMs, utilisation.chainMs, utilisation.writingMs, utilisation.windowMs].map(
        seconds,
      ),
      percent(utilisation.share),
      format(longestStepMs),
    ]),
  );
  const bindings = syncs.map(({ figures: { people, first } }) => {
    const { name, allowedMs, share } = first.utilisation.binding;
    return `With ${format(people)} people all calls of a first sync take ${seconds(allowedMs)} s of the limit ${name}, whenever they are made: ${percent(share)} of all the time.`;
  });
  return [
    describeOrigins(syncs),
    calls,
    times,
    bindings.join(' '),
    describeProblems(
      syncs.flatMap(({ figures }) =>
        [...figures.problems, ...findBrokenPromises(figures)].map(
          (problem) => `${format(figures.people)} people: ${problem}`,
        ),
      ),
    ),
  ].join('\n\n');
}

function describeSweep(stored: StoredFigures<SweepFigures>): string {
  const { figures } = stored;
  const { floors, volume } = figures;
  const toRow = (title: string, run: SweepRunFigures, hasFloor: boolean): readonly string[] => [
    title,
    format(run.zoomCalls),
    hasFloor ? format(floors.zoom) : '',
    format(run.hubspotCalls),
    hasFloor ? format(floors.hubspot) : '',
    format(run.synced),
    format(run.refusedCount),
    format(run.steps),
    format(run.longestStepMs),
    seconds(run.elapsedMs),
    run.binding.name,
    percent(run.binding.share),
  ];
  return [
    describeOrigins([stored]),
    `${format(volume.webinarCount)} webinars with ${format(volume.peopleEach)} people each. Reading and writing overlap here, so that the binding limit alone is what the time is held against.`,
    table(
      [
        'Sweep',
        'Zoom calls',
        'Floor',
        'HubSpot calls',
        'Floor',
        'People written',
        'Refused',
        'Steps',
        'Longest step, ms',
        'All, s',
        'Binding',
        'Used',
      ],
      runNames.map((name) => toRow(runTitles[name], figures[name], name === 'first')),
    ),
    `\`run_sweep\` took at most ${megabytes(figures.functions['run_sweep']?.peakRssBytes ?? 0)} MB.`,
    describeProblems(figures.problems),
  ].join('\n\n');
}

function describeStarts(
  stored: StoredFigures<readonly BundleStart[]>,
  syncs: readonly StoredFigures<BenchFigures>[],
): string {
  const cards = syncs.map(
    ({ figures: { people, cardMs } }) =>
      `in an account with ${format(people)} contacts after ${format(cardMs.cold)} ms in a new process, after ${format(cardMs.warm)} ms in a warm one`,
  );
  return [
    describeOrigins([stored]),
    table(
      ['Bundle', 'kB', 'Load, ms', 'The middle of 15', 'From the start of the process, ms'],
      stored.figures.map(({ uid, bundleBytes, loadMs, middleLoadMs, processMs }) => [
        `\`${uid}\``,
        (bundleBytes / 1000).toFixed(0),
        format(loadMs),
        format(middleLoadMs),
        format(processMs),
      ]),
    ),
    ...(cards.length === 0 ? [] : [`The card has its first byte ${cards.join('; ')}.`]),
    describeProblems(findSlowStarts(stored.figures)),
  ].join('\n\n');
}

function describeGrowth(syncs: readonly StoredFigures<BenchFigures>[]): string {
  const largest = syncs.at(-1)?.figures.people ?? 0;
  return [
    describeOrigins(syncs),
    table(
      ['People', 'Highest memory of `sync_webinar`, MB', 'Longest step, ms', 'Calls of a first sync per 100 people'],
      syncs.map(({ figures }) => [
        format(figures.people),
        megabytes(figures.functions['sync_webinar']?.peakRssBytes ?? 0),
        format(longestStepMs(figures)),
        (((figures.first.zoom.calls + figures.first.hubspot.calls) / figures.people) * 100).toFixed(1),
      ]),
    ),
    ...(largest < 100_000 ? [`More than ${format(largest)} people were not measured.`] : []),
    ...toCharts(syncs).map(([name, { title }]) => `![${title}](images/${name}.svg)`),
  ].join('\n\n');
}

const longestStepMs = (figures: BenchFigures): number =>
  Math.max(...runNames.map((name) => figures[name].longestStepMs));

function toCharts(syncs: readonly StoredFigures<BenchFigures>[]): readonly (readonly [string, Chart])[] {
  const line = (name: string, toY: (figures: BenchFigures) => number, isDashed = false): ChartLine => ({
    name,
    isDashed,
    points: syncs.map(({ figures }) => ({ x: figures.people, y: toY(figures) })).filter(({ y }) => y > 0),
  });
  const xName = 'people of the webinar';
  return [
    [
      'performance-time',
      {
        title: 'Seconds of a sync',
        xName,
        yName: 'seconds',
        lines: [
          ...runNames.map((name) => line(runTitles[name], (figures) => figures[name].elapsedMs / 1_000)),
          line(
            'allowed: everything new',
            ({ first: { utilisation } }) => (utilisation.chainMs + utilisation.windowMs) / 1_000,
            true,
          ),
        ],
      },
    ],
    [
      'performance-calls',
      {
        title: 'Calls of a sync, both vendors',
        xName,
        yName: 'calls',
        lines: [
          ...runNames.map((name) => line(runTitles[name], ({ [name]: sync }) => sync.zoom.calls + sync.hubspot.calls)),
          line('floor: everything new', ({ first }) => first.zoom.floor + first.hubspot.floor, true),
        ],
      },
    ],
    [
      'performance-memory',
      {
        title: 'Memory and the longest step',
        xName,
        yName: 'MB, milliseconds',
        lines: [
          line('memory, MB', ({ functions }) => (functions['sync_webinar']?.peakRssBytes ?? 0) / 1024 / 1024),
          line('longest step, ms', longestStepMs),
        ],
      },
    ],
  ];
}

const writeChart = (name: string, chart: Chart): void =>
  writeFileSync(join(repositoryRoot, 'docs', 'images', `${name}.svg`), drawLineChart(chart));

/** Pieces may have been measured one by one. */
function describeOrigins(stored: readonly StoredFigures<unknown>[]): string {
  const origins = new Set(stored.map(({ measuredAt, commit }) => `${measuredAt.slice(0, 10)} on commit ${commit}`));
  return `Run on ${[...origins].join(', ')}.`;
}

function describeProblems(problems: readonly string[]): string {
  return problems.length === 0
    ? 'Every promise was kept.'
    : ['Promises that were broken, and other problems:', '', ...problems.map((problem) => `- ${problem}`)].join('\n');
}
