import type { FailureReason } from '../contract/failure.ts';
import type { SkipReason, SyncReport, SyncWebinarAnswer } from '../contract/sync.ts';
import type { CallProblem } from '../shared/call-function.ts';
import type { StepsResult } from './drive-steps.ts';
import { readable } from '../shared/readable.ts';

/** Why a contact is not in HubSpot as Zoom has them. */
export type NotSynced =
  | { readonly kind: 'call'; readonly problem: CallProblem }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  /** The settings keep the webinar from being synced. */
  | { readonly kind: 'settings-off' }
  | { readonly kind: 'zoom-event' };

/** What came of the sync of one contact of one webinar. */
export type SyncOutcome =
  | { readonly kind: 'changed' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-synced'; readonly because: NotSynced };

export function toSyncOutcome(result: Exclude<StepsResult<SyncWebinarAnswer>, { kind: 'aborted' }>): SyncOutcome {
  if (result.kind === 'problem') return notSynced({ kind: 'call', problem: result.problem });
  const { report } = result.answer;
  if (report === undefined) return unreadable;
  const judged = readable(() => judgeReport(report));
  return judged.kind === 'view' ? judged.view : unreadable;
}

function judgeReport(report: SyncReport): SyncOutcome {
  switch (report.status) {
    case 'failed':
      return report.failure === undefined
        ? unreadable
        : notSynced({ kind: 'call', problem: { kind: 'failure', failure: report.failure } });
    case 'off':
      return notSynced({ kind: 'settings-off' });
    case 'not-supported':
      return notSynced({ kind: 'zoom-event' });
    case 'complete':
    case 'partial': {
      const reason = skipReasonOf(report);
      if (reason !== undefined) return notSynced({ kind: 'skipped', reason });
      return { kind: hasChanged(report) ? 'changed' : 'unchanged' };
    }
    default:
      return unreadable;
  }
}

/**
 * The sync of one person writes everything once more, so its counts do not tell. Whatever is new of a webinar also changes
 * the history that the contact carries.
 */
const hasChanged = ({ changes }: SyncReport): boolean => changes.contactsCreated + changes.contactsUpdated > 0;

const skipReasonOf = ({ skipped }: SyncReport): SkipReason | undefined =>
  (Object.keys(skipped) as SkipReason[]).find((reason) => (skipped[reason] ?? 0) > 0);

const notSynced = (because: NotSynced): SyncOutcome => ({ kind: 'not-synced', because });
const unreadable = notSynced({ kind: 'call', problem: { kind: 'unreadable-answer' } });

/** True of what the next webinar would meet as well: it is about the contact, the app or the whole account. */
export function meetsEveryWebinar(outcome: SyncOutcome): boolean {
  if (outcome.kind !== 'not-synced' || outcome.because.kind !== 'call') return false;
  const { problem } = outcome.because;
  if (problem.kind !== 'failure') return false;
  const { reason, system } = problem.failure;
  if (reason.cause === 'limit-reached') return reason.limit === 'day' && system === 'hubspot';
  return causesOfEveryWebinar.has(reason.cause);
}

const causesOfEveryWebinar: ReadonlySet<FailureReason['cause']> = new Set([
  'contact-not-found',
  'contact-without-address',
  'connections-missing',
  'connections-malformed',
  'hubspot-token-missing',
  'hubspot-token-refused',
  'settings-too-new',
] as const);
