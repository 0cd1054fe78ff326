import type { CallFailure } from './failure.ts';
import type { SyncReport } from './sync.ts';

/** Health of one Zoom account. */
export type ConnectionHealth =
  | { readonly name: string; readonly isPrimary: boolean; readonly state: 'connected' }
  | {
      readonly name: string;
      readonly isPrimary: boolean;
      readonly state: 'failing';
      readonly failure: CallFailure['failure'];
    };

/** One run as the audit log keeps it. */
export interface AuditedRun {
  readonly runId: string;
  readonly report: SyncReport;
}

export interface OverviewAnswer {
  readonly ok: true;
  readonly connections: readonly ConnectionHealth[];
  /** Newest first; the newest ten. Null when this app has never written anything into the account. */
  readonly lastRuns: readonly AuditedRun[] | null;
}
