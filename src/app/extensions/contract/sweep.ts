import type { CallFailure } from './failure.ts';
import type { SyncReport, CallCounts } from './sync.ts';

/** Parameters of the function `run_sweep`, which does one step of at most eight seconds. */
export interface RunSweepParameters {
  readonly connection?: string;
  /** From the answer to the step before; absent on the first call. */
  readonly sweepId?: string;
  /** `due` syncs what is new or may have changed; `all` also what has settled. Default `due`. */
  readonly mode?: 'due' | 'all';
}

export type SweepPhase = 'users' | 'webinars' | 'history' | 'syncing' | 'waiting' | 'done';

export interface SweepProgress {
  readonly phase: SweepPhase;
  readonly doneCount: number;
  /** Null while the total is not known. */
  readonly totalCount: number | null;
}

/** A webinar whose sync failed; the others went on. */
export interface FailedWebinar {
  readonly webinarId: string;
  readonly topic: string;
  readonly failure: CallFailure['failure'];
}

/** The outcome of one sweep. */
export interface SweepReport {
  readonly connection: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** False when the sync is off for the account: nothing was read or written. */
  readonly isSyncOn: boolean;
  readonly userCount: number;
  readonly usersWithoutPlanCount: number;
  /** Known webinars, whatever their state. */
  readonly webinarCount: number;
  readonly newWebinarCount: number;
  readonly syncedCount: number;
  readonly failedCount: number;
  /** By the settings in force. */
  readonly offCount: number;
  readonly notSupportedCount: number;
  /** Nothing was due for these. */
  readonly settledCount: number;
  /** Users whose webinars Zoom would not list; the others were. Absent when there are none. */
  readonly failedHosts?: readonly {
    readonly userId: string;
    readonly name: string;
    readonly failure: CallFailure['failure'];
  }[];
  readonly calls: CallCounts;
  readonly steps: number;
}

/** One step's answer. Call again with `sweepId` until `done`. */
export interface RunSweepAnswer {
  readonly ok: true;
  readonly done: boolean;
  readonly sweepId: string;
  readonly progress: SweepProgress;
  /** Wait so long before the next step; 0 = at once. */
  readonly retryAfterSeconds: number;
  /** Webinars whose sync ended in this step; the first ones where they would come to more than a megabyte. */
  readonly finished: readonly SyncReport[];
  readonly failed: readonly FailedWebinar[];
  readonly report?: SweepReport;
}
