import type { CallFailure } from './failure.ts';
import type { SweepProgress, SweepReport } from './sweep.ts';
import type { SyncReport } from './sync.ts';
import type { WebinarStatus } from './webinars.ts';

/** What the app knows of one Zoom account without asking it. */
export interface ConnectionMemory {
  /** Null before the first sweep has ended. */
  readonly lastSweep: SweepReport | null;
  /** A sweep that has begun and not ended: somebody drives it, or it was paused or left. */
  readonly openSweep: {
    readonly sweepId: string;
    readonly mode: 'due' | 'all';
    readonly startedAt: string;
    readonly progress: SweepProgress;
  } | null;
  /** Webinars as the last sweep left them, with the settings in force now. */
  readonly webinarCounts: Readonly<Record<WebinarStatus, number>>;
}

/** What came from Zoom's webhooks for one account; a minute behind at most. */
export interface ZoomEvents {
  /** ISO 8601; null while none has come. */
  readonly lastEventAt: string | null;
  /** When Zoom last asked whether the URL is ours, which it does every three days. */
  readonly lastValidationAt: string | null;
}

/** Health of one Zoom account. */
export type ConnectionHealth = {
  readonly name: string;
  readonly isPrimary: boolean;
  readonly memory: ConnectionMemory;
  readonly events: ZoomEvents;
} & ({ readonly state: 'connected' } | { readonly state: 'failing'; readonly failure: CallFailure['failure'] });

/** One run as the audit log keeps it. */
export interface AuditedRun {
  readonly runId: string;
  readonly report: SyncReport;
}

export interface OverviewAnswer {
  readonly ok: true;
  readonly connections: readonly ConnectionHealth[];
  /** False until the set-up has created the app's own object, properties and events in this account. */
  readonly isSetUp: boolean;
  /** Sync webinar data, with the settings in force. */
  readonly isSyncOn: boolean;
  /** Requests from outside that were not let in. */
  readonly refusedRequestCount: number;
}
