import type { Instant } from '../../domain/instant.ts';

/** What is remembered of one instance's recording, so that a later run can leave it alone. Holds no address and no link. */
export interface RecordingState {
  /** Null while there is no call for it. */
  readonly callId: string | null;
  /** Of the call as last written. */
  readonly callHash: string | null;
  /** As Zoom last showed it; null while it never showed any. */
  readonly seen: { readonly startedAt: Instant; readonly lengthSeconds: number } | null;
  /** Who attended and is associated with the call, as last counted. */
  readonly contactCount: number;
  /** What the audience was last gone through with; null when that was not done to its end. */
  readonly audience: AudienceState | null;
  readonly transcript: TranscriptState | null;
}

export interface AudienceState {
  readonly exclusionsHash: string;
  readonly attendedCount: number;
  /** Everybody registered was told of the recording. */
  readonly hasEvents: boolean;
}

export type TranscriptState =
  | {
      readonly kind: 'posted';
      readonly transcriptId: string;
      readonly hash: string;
      /** Of the recording that it belongs to. */
      readonly of: string;
    }
  /** HubSpot refused it, so that it stands in the text of the call. */
  | { readonly kind: 'in-body'; readonly hash: string; readonly of: string }
  /** Zoom has none, and had time enough to make one. */
  | { readonly kind: 'none'; readonly of: string };

/** By instance uuid. */
export type RecordingStates = Readonly<Record<string, RecordingState>>;

export const newRecordingState: RecordingState = {
  callId: null,
  callHash: null,
  seen: null,
  contactCount: 0,
  audience: null,
  transcript: null,
};
