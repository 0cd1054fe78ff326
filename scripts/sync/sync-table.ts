import type { SessionReport, SkipReason, SyncReport, SyncWarning } from '../../src/app/extensions/contract/sync.ts';
import { explainFailure } from '../../src/app/extensions/shared/copy/failures.en.ts';
import {
  describeWarning,
  skipReasonTexts,
  statusTexts,
  type SyncFormats,
} from '../../src/app/extensions/shared/copy/sync.en.ts';
import { renderTable, type TableColumn } from '../terminal/render-table.ts';
import { isFailed, type FailedWebinar, type SyncSummary, type SyncedWebinar } from './sync-summary.ts';

const columns: readonly TableColumn[] = [
  { heading: 'Webinar', align: 'left' },
  ...[
    'Registered',
    'Attended',
    'No-show',
    'Cancelled',
    'Synced',
    'Unchanged',
    'Skipped',
    'Zoom calls',
    'HubSpot calls',
  ].map((heading): TableColumn => ({ heading, align: 'right' })),
];
const topicWidth = 46;

/** Warnings that only say again how many people were skipped for one reason. */
const repeatedCauses: ReadonlySet<SyncWarning['cause']> = new Set([
  'guests-without-address',
  'addresses-invalid',
  'addresses-secondary',
]);

export function createTerminalFormats(timeZone?: string): SyncFormats {
  const counts = new Intl.NumberFormat('en');
  const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return { count: (count) => counts.format(count), dateAndTime: (instant) => dates.format(new Date(instant)) };
}

/** The summary as a person reads it: a table, then what is open or failed, in sentences. */
export function renderSummary(summary: SyncSummary, formats: SyncFormats): readonly string[] {
  const lines: string[] = [];
  if (summary.webinars.length > 0) {
    lines.push(
      ...renderTable(
        columns,
        summary.webinars.flatMap((webinar) => toRows(webinar, formats)),
      ),
      '',
    );
  }
  lines.push(
    ...summary.webinars.filter((webinar) => !isFailed(webinar)).flatMap((report) => describeReport(report, formats)),
  );
  lines.push(...summary.webinars.filter(isFailed).flatMap(describeFailedWebinar));
  if (summary.failure !== undefined) lines.push(...describeFailure(summary.failure));
  if (summary.webinars.length === 0 && summary.failure === undefined) lines.push('Zoom knows of no past webinar.');
  lines.push(describeTotals(summary, formats));
  return lines;
}

function toRows(webinar: SyncedWebinar, { count, dateAndTime }: SyncFormats): readonly (readonly string[])[] {
  if (isFailed(webinar)) return [[`${shorten(webinar.topic ?? webinar.id)}: ${statusTexts.failed.toLowerCase()}`]];
  const skippedCount = Object.values(webinar.skipped).reduce((sum, each) => sum + each, 0);
  const people = [webinar.synced, webinar.unchanged, skippedCount, webinar.calls.zoom, webinar.calls.hubspot].map(
    count,
  );
  const [only, ...others] = webinar.sessions;
  if (only !== undefined && others.length === 0)
    return [[shorten(webinar.topic), ...toSessionCells(only, count), ...people]];
  return [
    [shorten(webinar.topic), '', '', '', '', ...people],
    ...webinar.sessions.map((session) => [`  ${dateAndTime(session.startedAt)}`, ...toSessionCells(session, count)]),
  ];
}

const toSessionCells = (session: SessionReport, count: SyncFormats['count']): readonly string[] =>
  [session.registered, session.attended, session.noShow, session.cancelled].map(count);

function shorten(topic: string): string {
  const characters = [...topic];
  return characters.length <= topicWidth ? topic : `${characters.slice(0, topicWidth - 1).join('')}…`;
}

/** Nothing about a webinar where everybody is in HubSpot and nothing is open. */
function describeReport(report: SyncReport, formats: SyncFormats): readonly string[] {
  const reasons = Object.entries(report.skipped) as readonly [SkipReason, number][];
  const details = [
    ...reasons
      .filter(([, count]) => count > 0)
      .map(([reason, count]) => `  ${formats.count(count)} skipped: ${skipReasonTexts[reason]}`),
    ...report.warnings
      .filter(({ cause }) => !repeatedCauses.has(cause))
      .map((warning) => `  ${describeWarning(warning, formats)}`),
  ];
  if (details.length === 0) return [];
  return [`${report.topic} (${report.id}): ${statusTexts[report.status].toLowerCase()}`, ...details, ''];
}

const describeFailedWebinar = ({ id, topic, failure }: FailedWebinar): readonly string[] => [
  topic === null ? `Webinar ${id} was not synced.` : `${topic} (${id}) was not synced.`,
  ...describeFailure(failure),
];

function describeFailure(failure: FailedWebinar['failure']): readonly string[] {
  const { title, whatToDo } = explainFailure(failure);
  const reference = failure.correlationId === null ? [] : [`  Reference number: ${failure.correlationId}`];
  return [`  ${title}.`, `  ${whatToDo}`, ...reference, ''];
}

function describeTotals({ calls, writes, steps, elapsedMs }: SyncSummary, { count }: SyncFormats): string {
  const rows = writes.contacts + writes.attendance + writes.events + writes.marketingEvents;
  return `${count(calls.zoom)} Zoom calls, ${count(calls.hubspot)} HubSpot calls, ${count(rows)} rows written, ${count(steps)} steps, ${(elapsedMs / 1000).toFixed(1)} s.`;
}
