import type { SyncReport } from '../../extensions/contract/sync.ts';
import type { OffSetting } from '../../extensions/contract/settings.ts';
import { parseInstant, type Instant } from '../domain/instant.ts';
import type { Failure } from '../http/integration-error.ts';
import {
  datesToCome,
  forgetInstances,
  hashKnown,
  type IndexEntry,
  type LastSync,
  type SyncCounts,
} from './index-entry.ts';
import { toForgetBefore } from './sweep-step.ts';

/** What became of one webinar in one step of a sweep. */
export type SyncOutcome =
  | { readonly kind: 'finished'; readonly report: SyncReport }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** There is more to do than one step can. */
  | { readonly kind: 'paused' }
  /** Somebody else is at work on it. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** Nothing that has to do with the webinar stopped it. */
  | { readonly kind: 'stopped' };

export interface OutcomeTerms {
  readonly peopleRulesHash: string;
  readonly now: Instant;
}

/** What is remembered of a webinar after a step. */
export function applyOutcome(entry: IndexEntry, outcome: SyncOutcome, terms: OutcomeTerms): IndexEntry {
  switch (outcome.kind) {
    case 'finished':
      return outcome.report.status === 'off'
        ? { ...entry, due: null, off: findOffSetting(outcome.report) }
        : afterSync(
            afterLook(entry, outcome.report),
            toLastStatus(outcome.report.status),
            countPeople(outcome.report),
            terms,
          );
    case 'failed':
      return afterSync(entry, 'failed', null, terms);
    case 'paused':
    case 'busy':
    case 'stopped':
      return entry;
  }
}

const toLastStatus = (status: Exclude<SyncReport['status'], 'off'>): LastSync['status'] => status;

/** The sync that has ended was one that looks again: a run that somebody else had begun is ended without an answer. */
const afterLook = (entry: IndexEntry, { startedAt }: SyncReport): IndexEntry =>
  entry.mustLookAgain === true
    ? { ...entry, mustLookAgain: false, lookedAgainAt: parseInstant(startedAt) ?? 0 }
    : entry;

/** The settings may have been changed after the sweep was planned. */
function findOffSetting({ warnings }: SyncReport): OffSetting {
  const warning = warnings.find(({ cause }) => cause === 'settings-off');
  return warning?.cause === 'settings-off' ? warning.setting : 'sync';
}

function afterSync(
  known: IndexEntry,
  status: LastSync['status'],
  counts: SyncCounts | null,
  { peopleRulesHash, now }: OutcomeTerms,
): IndexEntry {
  const entry = forgetInstances(known, toForgetBefore(now));
  const before = entry.sync;
  const isOpen = status === 'partial' || status === 'failed';
  const sync: LastSync = {
    at: now,
    status,
    knownHash: hashKnown(entry),
    dates: datesToCome(entry.dates, now),
    peopleRulesHash,
    openSince: isOpen ? (before?.openSince ?? now) : null,
    failureCount: status === 'failed' ? (before?.failureCount ?? 0) + 1 : 0,
    counts: counts ?? before?.counts ?? null,
  };
  return { ...entry, sync, off: null, due: null };
}

/** Over all sessions. */
export function countPeople({ sessions, skipped, warnings }: SyncReport): SyncCounts {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    registered: sum(sessions.map(({ registered }) => registered)),
    attended: sum(sessions.map(({ attended }) => attended)),
    skipped: sum(Object.values(skipped)),
    warnings: warnings.length,
  };
}
