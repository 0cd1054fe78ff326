import type { NotSyncedPerson } from '../../contract/audit-log.ts';
import type { SyncReport } from '../../contract/sync.ts';
import { explainProblem } from '../../shared/explain/explain-problem.ts';
import { skipReasonText } from '../../shared/explain/skip-reason-text.ts';
import type { Words } from '../../shared/words/words.ts';
import type { SyncState } from '../sync/sync-state.ts';
import type { TagVariant } from '../sync/status-variants.ts';

export interface NotSyncedView {
  readonly address: string | null;
  readonly name: string;
  readonly reason: string;
  readonly detail: string | null;
  readonly again: AgainView;
}

/** What can be done about one person, and what came of it. */
export type AgainView =
  | { readonly kind: 'possible'; readonly isBusy: boolean }
  /** Zoom gives no address. */
  | { readonly kind: 'impossible'; readonly why: string }
  | {
      readonly kind: 'ended';
      readonly label: string;
      readonly variant: TagVariant;
      readonly detail: string | null;
      readonly isAgainPossible: boolean;
    };

/** @param state - of the sync of this person that was asked for on this page */
export function toNotSyncedView(person: NotSyncedPerson, state: SyncState | null, words: Words): NotSyncedView {
  const { address, name, reason, detail } = person;
  return {
    address,
    name: name === '' ? words.t('audit.people.no-name') : name,
    reason: skipReasonText(reason, words),
    detail,
    again: address === null ? { kind: 'impossible', why: words.t('audit.people.guest') } : toAgainView(state, words),
  };
}

function toAgainView(state: SyncState | null, words: Words): AgainView {
  if (state === null) return { kind: 'possible', isBusy: false };
  switch (state.kind) {
    case 'queued':
    case 'running':
      return { kind: 'possible', isBusy: true };
    case 'failed': {
      const { title, whatToDo } = explainProblem(state.problem, words);
      return { kind: 'ended', label: title, variant: 'danger', detail: whatToDo, isAgainPossible: true };
    }
    case 'finished':
      return toEndedView(state.report, words);
  }
}

function toEndedView(report: SyncReport, words: Words): AgainView {
  const ended = { kind: 'ended', detail: null, isAgainPossible: false } as const;
  if (report.status === 'off' || report.status === 'not-supported' || report.failure !== undefined) {
    const label = words.t(`sync.status.${report.status}`);
    return { ...ended, label, variant: 'warning', isAgainPossible: true };
  }
  const reason = report.people?.find(({ outcome }) => outcome === 'skip')?.reason ?? firstReason(report);
  return reason === null
    ? { ...ended, label: words.t('audit.people.synced-now'), variant: 'success' }
    : {
        ...ended,
        label: words.t('audit.people.still-not-synced'),
        variant: 'warning',
        detail: skipReasonText(reason, words),
        isAgainPossible: true,
      };
}

const firstReason = ({ skipped }: SyncReport): string | null =>
  Object.entries(skipped).find(([, personCount]) => personCount > 0)?.[0] ?? null;
