import { renderTable } from '../scripts/terminal/render-table.ts';
import type { BenchFigures, SyncFigures, VendorCalls } from './figures.ts';

const number = new Intl.NumberFormat('en');
const format = (value: number): string => number.format(value);

/** Of the columns behind the name: calls of both vendors against their floors, and time. */
export const callHeadings = [
  'Zoom calls',
  'Floor',
  'Ratio',
  'HubSpot calls',
  'Floor',
  'Ratio',
  'Steps',
  'Longest step ms',
  'Total s',
] as const;

const runsOf = ({ first, unchanged, changed }: Pick<BenchFigures, 'first' | 'unchanged' | 'changed'>) =>
  [
    ['first', first],
    ['unchanged', unchanged],
    ['1 % changed', changed],
  ] as const;

/** The figures as a person reads them. */
export function renderFigures(figures: BenchFigures): readonly string[] {
  const runs = runsOf(figures);
  const table = (first: string, headings: readonly string[], rows: readonly (readonly string[])[]) =>
    renderTable(
      [{ heading: first, align: 'left' }, ...headings.map((heading) => ({ heading, align: 'right' as const }))],
      rows,
    );
  return [
    `One webinar with ${format(figures.people)} people, Zoom's limits of the plan ${figures.plan}.`,
    '',
    ...table(
      'Sync',
      callHeadings,
      runs.map(([name, sync]) => toCallRow(name, sync)),
    ),
    '',
    ...table(
      'Sync',
      ['Reading s', 'At least', 'Writing s', 'At least', 'Of what limits allow', 'Binding', 'Used', '429'],
      runs.map(([name, sync]) => toUtilisationRow(name, sync)),
    ),
    '',
    ...table(
      'Sync',
      ['Synced', 'Unchanged', 'Contacts', 'Attendance', 'Events', 'Marketing events', 'Audit'],
      runs.map(([name, sync]) => toWriteRow(name, sync)),
    ),
    '',
    ...table(
      'Function',
      ['Bundle kB', 'Load ms', 'Peak MB'],
      Object.entries(figures.functions).map(([uid, stats]) => [
        uid,
        (stats.bundleBytes / 1000).toFixed(0),
        stats.loadMs === null ? '–' : stats.loadMs.toFixed(0),
        (stats.peakRssBytes / 1024 / 1024).toFixed(0),
      ]),
    ),
    '',
    `The card answers after ${figures.cardMs.cold} ms in a new process, after ${figures.cardMs.warm} ms in a warm one.`,
    '',
    ...runs.flatMap(([name, { zoom, hubspot }]) => [
      renderOperations(`${name}, Zoom`, zoom),
      renderOperations(`${name}, HubSpot`, hubspot),
    ]),
    ...figures.problems.map((problem) => `PROBLEM: ${problem}`),
  ];
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const toCallRow = (name: string, sync: SyncFigures): readonly string[] => [
  name,
  ...[sync.zoom, sync.hubspot].flatMap(({ calls, floor, ratio }) => [format(calls), format(floor), ratio.toFixed(2)]),
  format(sync.steps),
  format(sync.longestStepMs),
  seconds(sync.elapsedMs),
];

const toUtilisationRow = (name: string, { utilisation, refusedCount }: SyncFigures): readonly string[] => [
  name,
  seconds(utilisation.readingMs),
  seconds(utilisation.chainMs),
  seconds(utilisation.writingMs),
  seconds(utilisation.windowMs),
  percent(utilisation.share),
  utilisation.binding.name,
  percent(utilisation.binding.share),
  format(refusedCount),
];

const toWriteRow = (name: string, { synced, unchanged, writes }: SyncFigures): readonly string[] => [
  name,
  ...[synced, unchanged, writes.contacts, writes.attendance, writes.events, writes.marketingEvents, writes.audit].map(
    format,
  ),
];

const renderOperations = (name: string, { byOperation }: VendorCalls): string =>
  `${name}: ${Object.entries(byOperation)
    .sort(([, left], [, right]) => right - left)
    .map(([operation, count]) => `${operation} ${format(count)}`)
    .join(', ')}`;
