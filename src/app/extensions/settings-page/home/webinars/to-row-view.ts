import type { WebinarRow, WebinarStatus } from '../../../contract/webinars.ts';
import { explainOffSetting } from '../../../shared/explain/explain-off-setting.ts';
import type { Words } from '../../../shared/words/words.ts';
import { syncStatusVariants, type TagVariant } from '../../sync/status-variants.ts';

/** A webinar as the table shows it. */
export interface WebinarRowView {
  readonly topic: string;
  readonly webinarId: string;
  readonly date: DateView;
  readonly isUpcoming: boolean;
  readonly host: string;
  readonly type: string;
  readonly registered: string;
  readonly attended: string;
  readonly status: { readonly label: string; readonly variant: TagVariant; readonly notes: readonly string[] };
  readonly lastSync: DateView;
  readonly toggle: ToggleView;
}

/** A day and, in smaller letters, the time of it. */
export interface DateView {
  readonly day: string;
  readonly time: string | null;
}

export interface ToggleView {
  readonly isOn: boolean;
  /** Why it cannot be moved; null when it can. */
  readonly lockedBecause: string | null;
}

export function toRowView(row: WebinarRow, canWrite: boolean, words: Words): WebinarRowView {
  const { count } = words.formats;
  const notYet = words.t('home.webinars.none-yet');
  const toCount = (number: number | null): string => (number === null ? notYet : count(number));
  return {
    topic: row.topic,
    webinarId: row.webinarId,
    date: toDateView(row.startsAt, words.t('home.webinars.no-date'), words),
    isUpcoming: row.isUpcoming,
    host: row.hostName === '' ? words.t('home.webinars.host-unknown') : row.hostName,
    type: words.t(`home.type.${row.recurrence}`),
    registered: toCount(row.registeredCount),
    attended: toCount(row.attendedCount),
    status: {
      label: toStatusLabel(row.status, words),
      variant: row.status === 'new' ? 'info' : syncStatusVariants[row.status],
      notes: toNotes(row, words),
    },
    lastSync: toDateView(row.lastSyncAt, words.t('home.webinars.never'), words),
    toggle: { isOn: row.decision.isOn, lockedBecause: findLock(row, canWrite, words) },
  };
}

const toDateView = (instant: string | null, none: string, { formats }: Words): DateView =>
  instant === null ? { day: none, time: null } : { day: formats.date(instant), time: formats.time(instant) };

export const toStatusLabel = (status: WebinarStatus, words: Words): string =>
  status === 'new' ? words.t('home.status.new') : words.t(`sync.status.${status}`);

/** Why the status is what it is. */
function toNotes(row: WebinarRow, words: Words): readonly string[] {
  const { status, decision, warningCount, skippedCount } = row;
  if (!decision.isOn) return [explainOffSetting(decision.setting, row.hostName, words).title];
  if (status === 'not-supported') return [words.t('home.status-note.zoom-event')];
  if (status === 'new') return row.nextCheckAt === null ? [] : [words.t('home.status-note.next-sweep')];
  return [
    ...(warningCount > 0 ? [words.t('home.status-note.warnings', { count: warningCount })] : []),
    ...(skippedCount !== null && skippedCount > 0
      ? [words.t('home.status-note.not-synced', { count: skippedCount })]
      : []),
  ];
}

/** The settings of the account outweigh the switch of a webinar, and the switch is kept with the host. */
function findLock({ hostId, hostName, decision, status }: WebinarRow, canWrite: boolean, words: Words): string | null {
  if (!canWrite) return words.t('home.toggle.read-only');
  if (!decision.isOn && (decision.setting === 'sync' || decision.setting === 'webinar-users')) {
    return explainOffSetting(decision.setting, hostName, words).title;
  }
  if (status === 'not-supported') return words.t('home.status-note.zoom-event');
  return hostId === '' ? words.t('home.toggle.no-host') : null;
}
