import type { SyncReport } from '../../extensions/contract/sync.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import { emptyTally } from './checkpoint.ts';
import { toChanges } from './report.ts';

type Given = Pick<
  SyncReport,
  'id' | 'uuid' | 'topic' | 'connection' | 'status' | 'trigger' | 'settings' | 'warnings' | 'writes'
> &
  Partial<Pick<SyncReport, 'failure' | 'calls' | 'changes' | 'isDryRun'>>;

/** The report of a sync that has touched nobody. */
export function toBareReport(given: Given, now: Instant): SyncReport {
  return {
    isDryRun: false,
    startedAt: toIso(now),
    finishedAt: toIso(now),
    eligible: 0,
    synced: 0,
    unchanged: 0,
    skipped: {},
    changes: toChanges(emptyTally),
    sessions: [],
    recordings: [],
    calls: { zoom: 0, hubspot: 0 },
    steps: 1,
    elapsedMs: 0,
    ...given,
  };
}

/** Of a report that is the only thing written. */
export const onlyAudit = { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 1 } as const;
