import type { SyncTrigger, SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import type { Instant } from '../domain/instant.ts';
import type { CallMeter } from '../http/http.ts';
import type { KnownWebinar } from '../sync/known-webinar.ts';
import type { Account } from '../sync/ports.ts';
import type { WritePeriod } from '../sync/write-periods.ts';
import type { SweepSource } from './ports.ts';

export interface SyncOneRequest {
  readonly webinarId: string;
  readonly trigger: SyncTrigger;
  readonly known: KnownWebinar;
  readonly looksAgain: boolean;
}

/** How a webinar's sync fits into a sweep's step. */
export interface SyncPlace {
  /** To be applied to the account that the sync writes to. */
  readonly wrapAccount: (account: Account) => Account;
  readonly onContactsWritten: (period: WritePeriod) => void;
}

/** The time that a webinar's sync has of a sweep's step. */
export interface SyncTime {
  /** The monotonic moment from which its eight seconds count. */
  readonly startedMs: number;
  /** So much before the end of the sweep's step its calls must have ended. */
  readonly reservedMs: number;
}

/** One step of one webinar's sync; goes on with a run that is open. */
export type SyncOne = (request: SyncOneRequest, place: SyncPlace, time: SyncTime) => Promise<SyncWebinarAnswer>;

/** What one step of a sweep leans on. */
export interface SweepParts {
  readonly zoom: SweepSource;
  readonly account: Account;
  /** The Zoom account, part of every key. */
  readonly accountId: string;
  /** Other Zoom accounts that are connected, which have sweeps of their own. */
  readonly otherAccountIds: readonly string[];
  readonly connectionName: string;
  /** Counts the calls of the webinars' syncs, too. */
  readonly meter: CallMeter;
  /** Unique for this step. */
  readonly holder: string;
  readonly syncOne: SyncOne;
  /** The moment of `monotonicMs` that the step's time counts from; its own beginning when absent. */
  readonly startedMs?: number;
  useZoomShare(percent: number): void;
  now(): Instant;
  monotonicMs(): number;
}
