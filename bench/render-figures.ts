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

/** The figures as a person reads them. */
export function renderFigures(figures: BenchFigures): readonly string[] {
  return [
    `One webinar with ${format(figures.people)} people.`,
    '',
    ...renderTable(
      [{ heading: 'Sync', align: 'left' }, ...callHeadings.map((heading) => ({ heading, align: 'right' as const }))],
      [toCallRow('first', figures.first), toCallRow('second', figures.second)],
    ),
    '',
    ...renderTable(
      [
        { heading: 'Sync', align: 'left' },
        ...['Synced', 'Unchanged', 'Contacts', 'Attendance', 'Events', 'Marketing events', 'Audit'].map((heading) => ({
          heading,
          align: 'right' as const,
        })),
      ],
      [toWriteRow('first', figures.first), toWriteRow('second', figures.second)],
    ),
    '',
    ...renderTable(
      [
        { heading: 'Function', align: 'left' },
        ...['Bundle kB', 'Load ms', 'Peak MB'].map((heading) => ({ heading, align: 'right' as const })),
      ],
      Object.entries(figures.functions).map(([uid, stats]) => [
        uid,
        (stats.bundleBytes / 1000).toFixed(0),
        stats.loadMs === null ? '–' : stats.loadMs.toFixed(0),
        (stats.peakRssBytes / 1024 / 1024).toFixed(0),
      ]),
    ),
    '',
    ...renderOperations('first sync, Zoom', figures.first.zoom),
    ...renderOperations('first sync, HubSpot', figures.first.hubspot),
    ...renderOperations('second sync, Zoom', figures.second.zoom),
    ...renderOperations('second sync, HubSpot', figures.second.hubspot),
    ...figures.problems.map((problem) => `PROBLEM: ${problem}`),
  ];
}

const toCallRow = (name: string, sync: SyncFigures): readonly string[] => [
  name,
  ...[sync.zoom, sync.hubspot].flatMap(({ calls, floor, ratio }) => [format(calls), format(floor), ratio.toFixed(2)]),
  format(sync.steps),
  format(sync.longestStepMs),
  (sync.elapsedMs / 1000).toFixed(1),
];

const toWriteRow = (name: string, { synced, unchanged, writes }: SyncFigures): readonly string[] => [
  name,
  ...[synced, unchanged, writes.contacts, writes.attendance, writes.events, writes.marketingEvents, writes.audit].map(
    format,
  ),
];

const renderOperations = (name: string, { byOperation }: VendorCalls): readonly string[] => [
  `${name}: ${Object.entries(byOperation)
    .sort(([, left], [, right]) => right - left)
    .map(([operation, count]) => `${operation} ${format(count)}`)
    .join(', ')}`,
];
