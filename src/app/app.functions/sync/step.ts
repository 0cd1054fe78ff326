import type { Instant } from '../domain/instant.ts';
import type { Webinar } from '../domain/webinar.ts';
import type { CallMeter } from '../http/http.ts';
import type { RecordKeys, Tally, WebinarState } from './checkpoint.ts';
import type { AccountFactsReader } from './account-facts.ts';
import type { PersonRules } from './exclusions.ts';
import type { KeyLock } from './key-lock.ts';
import type { Account, PreparedAccount, ZoomSource } from './ports.ts';
import type { RecordingSource } from './recording-ports.ts';
import type { WritePeriod, WriteWatch } from './write-periods.ts';

/** What one step of a sync leans on. */
export interface SyncParts {
  readonly zoom: ZoomSource & RecordingSource;
  readonly account: Account;
  /** The Zoom account, part of every key. */
  readonly accountId: string;
  readonly connectionName: string;
  readonly isDryRun: boolean;
  readonly meter: CallMeter;
  /** Unique for this step. */
  readonly holder: string;
  /** Shared by all syncs of one process: they may have contacts in common. */
  readonly contactLock: KeyLock;
  /** Shared by the syncs of one call, if there are several; else each reads the facts for itself. */
  readonly shareFacts?: (create: () => AccountFactsReader) => AccountFactsReader;
  /** The moment of `monotonicMs` that the step's time counts from; its own beginning when absent. */
  readonly startedMs?: number;
  /** Told when contacts were written, by a caller that remembers it; else the webinar has a record of it. */
  readonly onContactsWritten?: (period: WritePeriod) => void;
  /** Told as soon as it is known how much of Zoom's limits may be used. */
  readonly useZoomShare: (percent: number) => void;
  /** Whether a webinar that no sync has seen yet belongs to a Zoom Event. A call or two. */
  readonly isZoomEvent: (webinar: Webinar) => Promise<boolean>;
  now(): Instant;
  monotonicMs(): number;
  /** Ends when calls that were begun are on their way. */
  nextTurn(): Promise<unknown>;
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
  readonly facts: AccountFactsReader;
  readonly writeWatch: WriteWatch;
}

/** Rules of a run, when the facts are there. */
export interface RunRules extends PersonRules {
  readonly mayCreateContacts: boolean;
  isRecordingExcluded(address: string): boolean;
  findDeleted(addresses: readonly string[]): Promise<ReadonlySet<string>>;
}

const stepMs = 8_000;
/** What is kept for one call at least, of which some take longer than others. */
const callMsLeast = { page: 850, save: 600, write: 400 } as const;
/** A batch of people takes so many calls one after the other: read, write, registered, attended, custom events, save. */
const callsOfBatch = 6;
const callsToEnd = 3;
/** So early in a step a batch is begun whatever the vendors' speed, or a slow one would never get any done. */
const alwaysWritingMs = 3_600;

export const elapsedMs = ({ parts, startedMs }: Pick<Step, 'parts' | 'startedMs'>): number =>
  Math.round(parts.monotonicMs() - startedMs);

/** A step begins no page that may leave no time for saving it. */
export const shouldStopReading = (step: Step): boolean =>
  elapsedMs(step) > stepMs - expectedMs(step, 'zoom', callMsLeast.page) - expectedMs(step, 'hubspot', callMsLeast.save);

/** A step begins no batch that may not reach HubSpot as a whole. */
export const shouldStopWriting = (step: Step): boolean =>
  elapsedMs(step) > Math.max(alwaysWritingMs, stepMs - callsOfBatch * expectedMs(step, 'hubspot', callMsLeast.write));

/** A step looks at no further part of the people that may leave no time to end: load, save, remove. */
export const shouldStopLooking = (step: Step): boolean =>
  elapsedMs(step) > stepMs - callsToEnd * expectedMs(step, 'hubspot', callMsLeast.write);

/** How long a call takes, by those of this step, with some room. */
const expectedMs = ({ parts }: Step, system: 'zoom' | 'hubspot', least: number): number =>
  Math.max(least, 1.25 * parts.meter.meanCallMs(system));

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
