import type { Instant } from '../domain/instant.ts';
import type { CallMeter } from '../http/http.ts';
import type { RecordKeys, Tally, WebinarState } from './checkpoint.ts';
import type { Account, PreparedAccount, ZoomSource } from './ports.ts';

/** What one step of a sync leans on. */
export interface SyncParts {
  readonly zoom: ZoomSource;
  readonly account: Account;
  /** The Zoom account, part of every key. */
  readonly accountId: string;
  readonly connectionName: string;
  readonly isDryRun: boolean;
  readonly meter: CallMeter;
  /** Unique for this step. */
  readonly holder: string;
  now(): Instant;
  monotonicMs(): number;
}

/** A step that owns its webinar. */
export interface Step {
  readonly parts: SyncParts;
  readonly keys: RecordKeys;
  readonly prepared: PreparedAccount;
  /** With the lease of this step; `run` is as the step found it. */
  readonly state: WebinarState;
  readonly runId: string;
  readonly startedMs: number;
}

/** A step begins no new page after this; what is left of the eight seconds is for saving. */
const readingMs = 6_300;
/** A step begins no new batch after this; what was begun still has to reach HubSpot. */
const writingMs = 5_600;

export const elapsedMs = ({ parts, startedMs }: Pick<Step, 'parts' | 'startedMs'>): number =>
  Math.round(parts.monotonicMs() - startedMs);

export const shouldStopReading = (step: Step): boolean => elapsedMs(step) > readingMs;
export const shouldStopWriting = (step: Step): boolean => elapsedMs(step) > writingMs;

/**
 * The run's tally with this step in it.
 *
 * @param callsToCome - calls that will be made after the tally is written down
 */
export function addStep(step: Step, tally: Tally, callsToCome: number): Tally {
  const { meter } = step.parts;
  return {
    ...tally,
    zoomCalls: tally.zoomCalls + meter.zoomCallCount(),
    hubspotCalls: tally.hubspotCalls + meter.hubspotCallCount() + callsToCome,
    steps: tally.steps + 1,
    elapsedMs: tally.elapsedMs + elapsedMs(step),
  };
}
