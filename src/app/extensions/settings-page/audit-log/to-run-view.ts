import type { ChartColor } from './chart-color.ts';
import type { SessionReport, SyncReport } from '../../contract/sync.ts';
import type { AuditedRun } from '../../contract/overview.ts';
import type { CallProblem } from '../../shared/call-function.ts';
import { skipReasonText } from '../../shared/explain/skip-reason-text.ts';
import type { Words } from '../../shared/words/words.ts';
import { syncStatusVariants, type TagVariant } from '../sync/status-variants.ts';
import { toWarningFamilies, type WarningFamilyView } from './to-warning-views.ts';

/** One sync, ready to be shown. */
export interface RunView {
  readonly key: string;
  readonly title: string;
  readonly trigger: string;
  readonly status: { readonly label: string; readonly variant: TagVariant };
  readonly people: PeopleView;
  /** What was changed in HubSpot; things that were not are left out. */
  readonly changes: readonly { readonly id: string; readonly label: string; readonly number: string }[];
  readonly sessions: readonly SessionView[];
  readonly warnings: readonly WarningFamilyView[];
  /** What made it fail. */
  readonly problem: CallProblem | null;
  /** The settings that it followed. */
  readonly settings: readonly string[];
}

/** What became of everybody. */
export interface PeopleView {
  readonly eligibleCount: number;
  readonly eligible: string;
  /** Together they are all the people there are. */
  readonly parts: readonly PeoplePart[];
}

export interface PeoplePart {
  readonly id: string;
  readonly label: string;
  readonly personCount: number;
  readonly number: string;
  readonly color: ChartColor;
}

export interface SessionView {
  readonly key: string;
  readonly when: string;
  readonly length: string;
  readonly registered: string;
  readonly attended: string;
  readonly noShow: string;
  readonly cancelled: string;
}

export function toRunView({ runId, report }: AuditedRun, words: Words): RunView {
  const { failure } = report;
  return {
    key: runId,
    title: words.formats.dateAndTime(report.finishedAt),
    trigger: words.t(`sync.trigger.${report.trigger}`),
    status: { label: words.t(`sync.status.${report.status}`), variant: syncStatusVariants[report.status] },
    people: toPeopleView(report, words),
    changes: toChangeViews(report, words),
    sessions: report.sessions.map((session) => toSessionView(session, words)),
    warnings: toWarningFamilies(report.warnings, words),
    problem: failure === undefined ? null : { kind: 'failure', failure },
    settings: describeSettings(report, words),
  };
}

/** The order of the reasons: the most frequent one first, and it gets the colour that stands out most. */
const skipColors = [
  'orange',
  'yellow',
  'pink',
  'purple',
  'aqua',
  'darkOrange',
  'darkYellow',
  'darkPink',
  'darkPurple',
  'darkAqua',
] as const satisfies readonly ChartColor[];

/** Parts of nobody are left out. Where a damaged record does not add up, the difference is a part as well. */
export function toPeopleView(
  { eligible, synced, unchanged, skipped }: Pick<SyncReport, 'eligible' | 'synced' | 'unchanged' | 'skipped'>,
  words: Words,
): PeopleView {
  const reasons = Object.entries(skipped)
    .filter(([, personCount]) => personCount > 0)
    .toSorted(([, left], [, right]) => right - left);
  const accounted = reasons.reduce((sum, [, personCount]) => sum + personCount, synced + unchanged);
  const parts: readonly Omit<PeoplePart, 'number'>[] = [
    { id: 'synced', label: words.t('audit.part.synced'), personCount: synced, color: 'green' },
    { id: 'unchanged', label: words.t('audit.part.unchanged'), personCount: unchanged, color: 'blue' },
    ...reasons.map(([reason, personCount], index) => ({
      id: reason,
      label: skipReasonText(reason, words),
      personCount,
      color: skipColors[index % skipColors.length] ?? ('orange' as const),
    })),
    {
      id: 'unaccounted',
      label: words.t('audit.part.unaccounted'),
      personCount: Math.max(0, eligible - accounted),
      color: 'darkBlue',
    },
  ];
  return {
    eligibleCount: eligible,
    eligible: words.formats.count(eligible),
    parts: parts
      .filter(({ personCount }) => personCount > 0)
      .map((part) => ({ ...part, number: words.formats.count(part.personCount) })),
  };
}

function toChangeViews({ changes }: SyncReport, words: Words): RunView['changes'] {
  const counted = [
    { id: 'contacts-created', label: words.t('audit.change.contacts-created'), number: changes.contactsCreated },
    { id: 'contacts-updated', label: words.t('audit.change.contacts-updated'), number: changes.contactsUpdated },
    { id: 'registrations', label: words.t('audit.change.registrations'), number: changes.registrations },
    { id: 'attendances', label: words.t('audit.change.attendances'), number: changes.attendances },
    { id: 'cancellations', label: words.t('audit.change.cancellations'), number: changes.cancellations },
    { id: 'recordings', label: words.t('audit.change.recordings'), number: changes.recordings },
    { id: 'transcripts', label: words.t('audit.change.transcripts'), number: changes.transcripts },
  ];
  return counted
    .filter(({ number }) => number > 0)
    .map(({ number, ...rest }) => ({ ...rest, number: words.formats.count(number) }));
}

function toSessionView(session: SessionReport, words: Words): SessionView {
  const { count, dateAndTime, wholeMinutes } = words.formats;
  const when = dateAndTime(session.startedAt);
  return {
    key: session.key,
    when: session.isHeld ? when : words.t('audit.session.planned', { when }),
    length: words.t('audit.session.minutes', { minutes: wholeMinutes(session.lengthSeconds) }),
    registered: count(session.registered),
    attended: count(session.attended),
    noShow: count(session.noShow),
    cancelled: count(session.cancelled),
  };
}

function describeSettings({ settings, failure }: SyncReport, words: Words): readonly string[] {
  const general = [
    words.t(`audit.settings.policy.${settings.contactPolicy}`),
    words.t('audit.settings.exclusions', { count: settings.contactExclusions.length }),
  ];
  // A sync that failed may not have come to the recordings.
  if (failure !== undefined) return general;
  return [
    ...general,
    settings.syncsRecordings ? words.t('audit.settings.recordings-on') : words.t('audit.settings.recordings-off'),
  ];
}
