import type { SessionReport, SyncReport, SyncStatus, SyncWarning } from '../../src/app/extensions/contract/sync.ts';
import { explainFailure } from '../../src/app/extensions/shared/explain/explain-failure.ts';
import { explainWarning } from '../../src/app/extensions/shared/explain/explain-warning.ts';
import { skipReasons, skipReasonText } from '../../src/app/extensions/shared/explain/skip-reason-text.ts';
import type { Words } from '../../src/app/extensions/shared/words/words.ts';
import { cutToWidth, renderTable, type TableColumn } from '../terminal/render-table.ts';
import { renderPeople } from './people-table.ts';
import { howToTurnOn } from './settings-text.ts';
import { renderSweep } from './sweep-text.ts';
import { isFailed, reportsOf, type FailedWebinar, type SyncSummary, type SyncedWebinar } from './sync-summary.ts';
import { wrapSentences } from './wrap-sentences.ts';

const columns: readonly TableColumn[] = [
  { heading: 'Webinar', align: 'left' },
  ...['Registered', 'Attended', 'No-show', 'Cancelled', 'Synced', 'Unchanged', 'Skipped', 'Calls'].map(
    (heading): TableColumn => ({ heading, align: 'right' }),
  ),
];
/** With the other columns, what fits into 120 characters. */
const topicWidth = 43;

const skipColumns: readonly TableColumn[] = [
  { heading: 'Why people were skipped', align: 'left' },
  { heading: 'People', align: 'right' },
  { heading: 'Webinars', align: 'right' },
];

/** Warnings that only say again how many people were skipped for one reason. */
const repeatedCauses: ReadonlySet<SyncWarning['cause']> = new Set([
  'guests-without-address',
  'addresses-invalid',
  'addresses-secondary',
  'account-users',
  'contacts-deleted',
  'contacts-unknown',
]);

/** Of webinars for which the numbers alone would not tell why there are none. */
const namedStatuses: ReadonlySet<SyncStatus> = new Set(['off', 'not-supported', 'failed']);

/** The summary as a person reads it: tables, then what is open or failed, in sentences. */
export function renderSummary(summary: SyncSummary, words: Words): readonly string[] {
  const reports = reportsOf(summary.webinars);
  const sweeps = (summary.sweeps ?? []).flatMap((sweep) => renderSweep(sweep, words));
  return [
    ...renderWebinars(summary, words),
    ...reports.flatMap((report) => renderPeople(report, words)),
    ...reports.flatMap((report) => describeWarnings(report, words)),
    ...renderFailures(summary, words),
    ...(reports.some(isSyncOff) ? [howToTurnOn, ''] : []),
    ...(sweeps.length === 0 ? [] : [...sweeps, '']),
    ...renderTotals(summary, words),
  ];
}

/** The webinars and, over all of them, why people were skipped. */
export function renderWebinars({ webinars }: SyncSummary, words: Words): readonly string[] {
  const skipRows = toSkipRows(reportsOf(webinars), words);
  return [
    ...(webinars.length === 0 ? [] : [...renderTable(columns, toTableRows(webinars, words)), '']),
    ...(skipRows.length === 0 ? [] : [...renderTable(skipColumns, skipRows), '']),
  ];
}

export const renderFailures = ({ webinars, failure }: SyncSummary, words: Words): readonly string[] => [
  ...webinars.filter(isFailed).flatMap((webinar) => describeFailedWebinar(webinar, words)),
  ...(failure === undefined ? [] : describeFailure(failure, words)),
];

const isSyncOff = ({ warnings }: SyncReport): boolean =>
  warnings.some((warning) => warning.cause === 'settings-off' && warning.setting === 'sync');

/** Where webinars of several Zoom accounts were synced, each account is named above its first webinar. */
function toTableRows(webinars: readonly SyncedWebinar[], words: Words): readonly (readonly string[])[] {
  const connections = new Set(webinars.flatMap((webinar) => (isFailed(webinar) ? [] : [webinar.connection])));
  let current = '';
  return webinars.flatMap((webinar) => {
    const rows = toRows(webinar, words);
    if (connections.size < 2 || isFailed(webinar) || webinar.connection === current) return rows;
    const isFirst = current === '';
    current = webinar.connection;
    return [...(isFirst ? [] : [['']]), [`Zoom account ${current}`], ...rows];
  });
}

function toRows(webinar: SyncedWebinar, words: Words): readonly (readonly string[])[] {
  const { count, dateAndTime } = words.formats;
  if (isFailed(webinar)) return [[toTopicCell(webinar.topic ?? webinar.id, 'failed', words)]];
  const topic = toTopicCell(webinar.topic, webinar.status, words);
  const { synced, unchanged, calls } = webinar;
  const people = [synced, unchanged, countSkipped(webinar), calls.zoom + calls.hubspot].map(count);
  const [only, ...others] = webinar.sessions;
  if (only !== undefined && others.length === 0) return [[topic, ...toSessionCells(only, count), ...people]];
  return [
    [topic, '', '', '', '', ...people],
    ...webinar.sessions.map((session) => [`  ${dateAndTime(session.startedAt)}`, ...toSessionCells(session, count)]),
  ];
}

function toTopicCell(topic: string, status: SyncStatus, words: Words): string {
  const suffix = namedStatuses.has(status) ? `: ${toLowerCase(status, words)}` : '';
  return cutToWidth(topic, topicWidth - suffix.length) + suffix;
}

/** For the middle of a line. */
const toLowerCase = (status: SyncStatus, { t }: Words): string => t(`sync.status.${status}`).toLowerCase();

const toSessionCells = (session: SessionReport, count: Words['formats']['count']): readonly string[] =>
  [session.registered, session.attended, session.noShow, session.cancelled].map(count);

const countSkipped = ({ skipped }: SyncReport): number => Object.values(skipped).reduce((sum, count) => sum + count, 0);

/** Over all webinars, the most frequent reason first. */
function toSkipRows(reports: readonly SyncReport[], words: Words): readonly (readonly string[])[] {
  const { count } = words.formats;
  return skipReasons
    .map((reason) => {
      const counts = reports.map(({ skipped }) => skipped[reason] ?? 0).filter((people) => people > 0);
      return { reason, webinarCount: counts.length, personCount: counts.reduce((sum, people) => sum + people, 0) };
    })
    .filter(({ personCount }) => personCount > 0)
    .sort((a, b) => b.personCount - a.personCount)
    .map(({ reason, webinarCount, personCount }) => [
      skipReasonText(reason, words),
      count(personCount),
      count(webinarCount),
    ]);
}

/** Nothing about a webinar where nothing is open. */
function describeWarnings(report: SyncReport, words: Words): readonly string[] {
  const warnings = report.warnings.filter(({ cause }) => !repeatedCauses.has(cause));
  const heading = `${report.topic} (${report.id}): ${toLowerCase(report.status, words)}`;
  const failure = report.failure === undefined ? [] : describeFailure(report.failure, words);
  if (warnings.length === 0) return failure.length === 0 ? [] : [heading, ...failure];
  const sentences = warnings.flatMap((warning) => describeWarning(warning, words));
  return [heading, ...sentences, ...(failure.length === 0 ? [''] : failure)];
}

function describeWarning(warning: SyncWarning, words: Words): readonly string[] {
  const { meaning, fix } = explainWarning(warning, words);
  return wrapSentences(`${meaning} ${fix}`);
}

const describeFailedWebinar = ({ id, topic, failure }: FailedWebinar, words: Words): readonly string[] => [
  topic === null ? `Webinar ${id} was not synced.` : `${topic} (${id}) was not synced.`,
  ...describeFailure(failure, words),
];

function describeFailure(failure: FailedWebinar['failure'], words: Words): readonly string[] {
  const { title, whatToDo } = explainFailure(failure, words);
  const reference =
    failure.correlationId === null ? [] : [`  ${words.t('common.reference', { reference: failure.correlationId })}`];
  return [`  ${title}.`, `  ${whatToDo}`, ...reference, ''];
}

export function renderTotals(
  { webinars, calls, writes, elapsedMs }: SyncSummary,
  { formats: { count } }: Words,
): readonly string[] {
  const reports = reportsOf(webinars);
  const sum = (pick: (report: SyncReport) => number): number => reports.reduce((total, each) => total + pick(each), 0);
  const some = (amount: number, one: string, many: string): string => `${count(amount)} ${amount === 1 ? one : many}`;
  const people = some(
    sum(({ eligible }) => eligible),
    'person',
    'people',
  );
  const everybody = webinars.length < 2 ? people : `${people} (counted once per webinar)`;
  const outcome = [
    `${count(sum(({ synced }) => synced))} synced`,
    `${count(sum(({ unchanged }) => unchanged))} unchanged`,
    `${count(sum(countSkipped))} skipped`,
  ].join(', ');
  const countRecords = (counts: SyncReport['wouldWrite'] = writes): number =>
    counts.contacts + counts.attendance + counts.events + counts.marketingEvents;
  const foreseenCount = sum(({ wouldWrite }) => (wouldWrite === undefined ? 0 : countRecords(wouldWrite)));
  const isDryRun = reports.some((report) => report.isDryRun);
  const written = isDryRun
    ? `Dry run: nothing was written. A sync would write ${some(foreseenCount, 'record', 'records')}. This took`
    : `${some(countRecords(), 'record', 'records')} written with`;
  return [
    `${some(webinars.length, 'webinar', 'webinars')}, ${everybody}: ${outcome}.`,
    `${written} ${some(calls.zoom, 'call', 'calls')} to Zoom and ${some(calls.hubspot, 'call', 'calls')} to HubSpot in ${(elapsedMs / 1000).toFixed(1)} seconds.`,
  ];
}
