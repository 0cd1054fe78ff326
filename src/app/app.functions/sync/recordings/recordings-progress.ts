import type { Instant } from '../../domain/instant.ts';
import type { RecordingStates } from './recording-state.ts';

/** A recording as a run has seen it, without what opens a transcript. */
export interface SeenRecording {
  readonly kind: 'recording';
  readonly startedAt: Instant;
  readonly lengthSeconds: number;
  /** https; null while there is none that HubSpot would take. */
  readonly url: string | null;
  readonly isProcessing: boolean;
  /** It has a transcript of its own. */
  readonly hasTranscript: boolean;
}

export type Sighting = SeenRecording | { readonly kind: 'no-recording' };

export type CallVerdict =
  | { readonly kind: 'written' }
  | { readonly kind: 'unchanged' }
  /** There is nothing that a call could be made of. */
  | { readonly kind: 'no-call' }
  /** Its text holds a transcript, which must be at hand again before the call can be written. */
  | { readonly kind: 'postponed' }
  | { readonly kind: 'refused'; readonly problem: string };

export type TranscriptVerdict =
  | { readonly kind: 'settled' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Rows of the whole run so far, not of one step. */
export interface RecordingChanges {
  /** Calls created or updated. */
  readonly recordings: number;
  readonly transcripts: number;
  readonly associations: number;
  readonly events: number;
}

/** A call whose audience is gone through in this run. */
export interface AudienceTarget {
  /** Attendees associated in the parts that are done. */
  readonly contactCount: number;
  /** Somebody may be associated who is excluded by now. */
  readonly mayHoldExcluded: boolean;
}

/** Where a run's recordings stand between two steps. Everything but `exclusionsHash` and `changes` is by instance uuid. */
export interface RecordingsProgress {
  readonly exclusionsHash: string;
  readonly states: RecordingStates;
  readonly sightings: Readonly<Record<string, Sighting>>;
  /** How far the people were searched for attendees who are not excluded, and in which sessions there are some. */
  readonly survey: { readonly partition: number; readonly attendedKeys: readonly string[] };
  readonly calls: Readonly<Record<string, CallVerdict>>;
  /** Null before the targets are chosen. */
  readonly audience: {
    readonly partition: number;
    /** Targets that are done in that part. */
    readonly doneUuids: readonly string[];
    readonly targets: Readonly<Record<string, AudienceTarget>>;
  } | null;
  readonly transcripts: Readonly<Record<string, TranscriptVerdict>>;
  readonly changes: RecordingChanges;
}

const notBegun = { survey: { partition: 0, attendedKeys: [] }, calls: {}, audience: null } as const;

/** The beginning of a run, or where the step before left it. Other exclusions make another audience. */
export function openProgress(
  progress: RecordingsProgress | null,
  known: RecordingStates,
  exclusionsHash: string,
): RecordingsProgress {
  if (progress === null) {
    const changes = { recordings: 0, transcripts: 0, associations: 0, events: 0 };
    return { exclusionsHash, states: known, sightings: {}, ...notBegun, transcripts: {}, changes };
  }
  return progress.exclusionsHash === exclusionsHash ? progress : { ...progress, exclusionsHash, ...notBegun };
}
