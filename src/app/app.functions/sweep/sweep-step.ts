import type { Settings, VersionedSettings } from '../../extensions/contract/settings.ts';
import type { Instant } from '../domain/instant.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import type { PreparedAccount, StoredRecord } from '../sync/ports.ts';
import type { SweepMemory } from './sweep-index.ts';
import type { SweepParts, SyncTime } from './sweep-parts.ts';
import type { SweepCursor } from './sweep-state.ts';

/** A step that owns the sweep of its Zoom account. */
export interface SweepStep {
  readonly parts: SweepParts;
  readonly saved: VersionedSettings;
  readonly settings: Settings;
  readonly peopleRulesHash: string;
  readonly prepared: PreparedAccount;
  /** As the set-up left it. */
  readonly setup: StoredRecord | undefined;
  /** Records of {@link writesKeys}, as they were when the step began. */
  readonly writes: ReadonlyMap<string, StoredRecord>;
  readonly startedMs: number;
}

/** The memory with the sweep that is open. */
export interface OpenSweep extends Omit<SweepMemory, 'head'> {
  readonly head: SweepMemory['head'];
  readonly cursor: SweepCursor;
}

/** What a phase has come to. */
export interface PhaseResult {
  readonly sweep: OpenSweep;
  /** False when time was up first. */
  readonly isDone: boolean;
  /** What ended the phase early, else null. What is in `sweep` is good. */
  readonly error: unknown;
}

/**
 * How long the rate gate lets nobody through. 0 when it was not in the way, and when the next step may as well wait itself:
 * a step that is called at once and can do nothing is a call for nothing.
 */
export function secondsUntilPlace(error: unknown): number {
  if (!isFailureOfKind(error, 'deadline')) return 0;
  const seconds = error.failure.retryAfterSeconds ?? 0;
  return seconds > 1 ? seconds : 0;
}

export const changeCursor = (sweep: OpenSweep, change: Partial<SweepCursor>): OpenSweep => ({
  ...sweep,
  cursor: { ...sweep.cursor, ...change },
});

const stepMs = 8_000;
/** What is kept for one call at least, of which some take longer than others. */
const callMsLeast = { page: 850, save: 450, sync: 250 } as const;
/** Custom events, records, removals. */
const callsToSave = 3;
/** Of those, the ones that matter. */
const callsToFlush = 2;
/** Beyond those that a sync of its own keeps time for. */
const callsMoreThanSync = 1;
/** A small webinar takes so many calls one after the other. */
const callsOfSync = 10;
/** So early in a step a webinar is begun whatever the vendors' speed, or a slow one would never get any done. */
const alwaysSyncingMs = 2_500;

type Clock = Pick<SweepStep, 'parts' | 'startedMs'>;

const elapsedMs = ({ parts, startedMs }: Clock): number => parts.monotonicMs() - startedMs;

const expectedMs = ({ parts }: Clock, system: 'zoom' | 'hubspot', least: number): number =>
  Math.max(least, 1.25 * parts.meter.meanCallMs(system));

const savingMs = (step: Clock, calls = callsToSave): number => calls * expectedMs(step, 'hubspot', callMsLeast.save);

/** A step begins no page that may leave no time for saving it. */
export const shouldStopLooking = (step: Clock): boolean =>
  elapsedMs(step) > stepMs - savingMs(step, callsToFlush) - expectedMs(step, 'zoom', callMsLeast.page);

/**
 * A step begins no webinar that would only be cut off.
 *
 * @param longestSyncMs - of those that this step has synced
 */
export const shouldStopSyncing = (step: SweepStep, longestSyncMs: number): boolean => {
  const syncMs = Math.max(longestSyncMs, callsOfSync * expectedMs(step, 'hubspot', callMsLeast.sync));
  return elapsedMs(step) > Math.max(alwaysSyncingMs, stepMs - savingMs(step) - syncMs);
};

/** A webinar's sync must leave the step the time to write what was held back. */
export const toSyncTime = (step: SweepStep): SyncTime => ({
  startedMs: step.startedMs - savingMs(step, callsMoreThanSync),
  reservedMs: savingMs(step, callsToFlush),
});

/** Reports that Zoom does not have any more. */
export const toForgetBefore = (now: Instant): Instant => now - 190 * 86_400_000;
