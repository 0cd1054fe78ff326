import { renderTable } from '../../scripts/terminal/render-table.ts';
import type { MonthSize } from './agenda.ts';
import type { DayFigures, MonthFigures } from './month.ts';

export const fullMonth: MonthSize = {
  webinarCount: 200,
  dayCount: 30,
  audienceCount: 600,
  registrationsPerWebinar: 12,
  hoursBetweenRuns: 1,
  seed: 20_261_120,
};

/** What a month was like, without the people in it. */
export type MonthReport = Omit<MonthFigures, 'view' | 'viewOfNewAccount' | 'lastCalls'> & { readonly size: MonthSize };

export const toMonthReport = (figures: MonthFigures, size: MonthSize): MonthReport => {
  const { view: _view, viewOfNewAccount: _new, lastCalls: _calls, ...report } = figures;
  return { ...report, size };
};

const daysPerWeek = 7;
const barWidth = 24;

const sum = (days: readonly DayFigures[], of: (day: DayFigures) => number): number =>
  days.reduce((total, day) => total + of(day), 0);
const most = (days: readonly DayFigures[], of: (day: DayFigures) => number): number => Math.max(...days.map(of));
const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
const kilobytes = (bytes: number): string => `${number(bytes / 1_000)} kB`;

const headings = [
  'Days',
  'Zoom calls a day',
  'most',
  'HubSpot calls a day',
  'most',
  'Events',
  'Syncs',
  'Longest step',
  'Records',
  'Their size',
] as const;

/** A row for each week. */
function toWeeks(days: readonly DayFigures[]): readonly (readonly string[])[] {
  const weeks = Array.from({ length: Math.ceil(days.length / daysPerWeek) }, (_, index) =>
    days.slice(index * daysPerWeek, (index + 1) * daysPerWeek),
  );
  return weeks.map((week) => {
    const last = week.at(-1);
    return [
      `${week[0]?.day ?? 0} to ${last?.day ?? 0}`,
      number(sum(week, ({ zoomCalls }) => zoomCalls) / week.length),
      number(most(week, ({ zoomCalls }) => zoomCalls)),
      number(sum(week, ({ hubspotCalls }) => hubspotCalls) / week.length),
      number(most(week, ({ hubspotCalls }) => hubspotCalls)),
      number(sum(week, ({ eventCount }) => eventCount)),
      number(sum(week, ({ syncedCount }) => syncedCount)),
      `${(most(week, ({ longestStepMs }) => longestStepMs) / 1_000).toFixed(1)} s`,
      number(last?.recordCount ?? 0),
      kilobytes(last?.recordBytes ?? 0),
    ];
  });
}

/** For the terminal. */
export const renderMonth = ({ days }: MonthReport): readonly string[] =>
  renderTable(
    headings.map((heading) => ({ heading, align: 'right' })),
    toWeeks(days),
  );

/** For a document. */
export function describeMonth(report: MonthReport): string {
  const { size, days, peaks, retainedBytes, kinds } = report;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const calls = most(days, ({ zoomCalls, hubspotCalls }) => zoomCalls + hubspotCalls);
  const bars = days.map(({ day, zoomCalls, hubspotCalls }) => {
    const total = zoomCalls + hubspotCalls;
    const bar = '█'.repeat(Math.round((total / calls) * barWidth));
    return `day ${String(day).padStart(2)}  ${bar.padEnd(barWidth)}  ${number(total)}`;
  });
  const growth = retainedBytes.afterTheMonth - retainedBytes.afterItsLastDay;
  const isWhole = size.webinarCount >= fullMonth.webinarCount && size.dayCount >= fullMonth.dayCount;
  return `
${isWhole ? '' : '_A smaller month than the one that the command lives through._ '}${size.webinarCount} webinars of two Zoom accounts (Business and Pro) and eight hosts in ${size.dayCount} days: every tenth a series of three
dates, every fourth recorded with a transcript, some renamed, some deleted. ${size.audienceCount} people; ${size.registrationsPerWebinar}
registrations a webinar, of which 12 % are taken back; 80 % come, a third of them twice, and one more who never registered. The
workflow _Run Zoom webinar sync_ runs every hour, and Zoom's events ring in between. HubSpot is an account of Enterprise, a call
takes 120 ms, and one process lives through all of it.

${line(headings)}
${line(headings.map(() => '---:'))}
${toWeeks(days).map(line).join('\n')}

Calls a day, both vendors together:

\`\`\`
${bars.join('\n')}
\`\`\`

- Nobody was told to slow down: ${report.refusals} answers of 429. The most calls in one window: ${Object.entries(peaks)
    .filter(([lane]) => !lane.startsWith('token'))
    .map(([lane, peak]) => `${lane} ${peak}`)
    .join(', ')}.
- The app's records of a webinar: ${report.recordsPerWebinarMax} at most, ${kilobytes(report.bytesPerWebinarMax)}. At the end: ${Object.entries(
    kinds,
  )
    .map(([kind, count]) => `${kind} ${number(count)}`)
    .join(', ')}.
- A process that has worked for the whole month holds ${kilobytes(growth)} more than one that has worked for its last day.
- Every call logged less than 4 kB. At the end ${number(report.contactCount)} contacts stand as in an account that sees Zoom for the first time,
  and the last hour writes nothing.

Not in it: other apps that use the same limits, and processes that HubSpot starts and ends as it likes.`;
}
