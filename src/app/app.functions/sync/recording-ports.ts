import type { Instant } from '../domain/instant.ts';

/** The cloud recording of one instance of a webinar. */
export interface Recording {
  readonly kind: 'recording';
  readonly instanceUuid: string;
  readonly startedAt: Instant;
  readonly lengthSeconds: number;
  /** https, with the passcode in it where there is one; null while Zoom names none. */
  readonly url: string | null;
  /** Zoom is still working on it; its links may not open yet. */
  readonly isProcessing: boolean;
  /** Where the recording's own transcript can be downloaded; null while there is none. Secret: it opens with a token. */
  readonly transcriptUrl: string | null;
}

/** Something said, by whom, and when in the recording. */
export interface Utterance {
  /** Empty where the transcript names nobody. */
  readonly speaker: string;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

export type FoundTranscript =
  { readonly kind: 'ready'; readonly downloadUrl: string } | { readonly kind: 'waiting' } | { readonly kind: 'none' };

export type DownloadedTranscript =
  | { readonly kind: 'transcript'; readonly utterances: readonly Utterance[] }
  /** What came is no transcript: an HTML page, for example. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** What a sync reads of recordings from Zoom. Every method throws IntegrationError. */
export interface RecordingSource {
  /** One call. `no-recording`: none was made, or it is in the trash, or deleted. */
  readRecording(instanceUuid: string): Promise<Recording | { readonly kind: 'no-recording' }>;
  /** Asks Zoom's other source of transcripts. One call. */
  findTranscript(instanceUuid: string): Promise<FoundTranscript>;
  /** Follows redirects; the token goes to Zoom's own hosts only. */
  downloadTranscript(downloadUrl: string): Promise<DownloadedTranscript>;
}

/** A recording as a call record. */
export interface RecordingCall {
  /** Unique in the account, derived from Zoom's data. */
  readonly key: string;
  readonly title: string;
  readonly startedAt: Instant;
  readonly lengthMs: number;
  /** https, or null to clear it. */
  readonly url: string | null;
  /** At most 65,000 characters. */
  readonly body: string;
}

export type CreatedTranscript =
  { readonly kind: 'created'; readonly transcriptId: string } | { readonly kind: 'refused'; readonly problem: string };

/** Call records and what hangs on them. */
export interface CallGateway {
  /** Creates or updates by the unique key. One call. */
  upsert(
    call: RecordingCall,
  ): Promise<
    { readonly kind: 'written'; readonly callId: string } | { readonly kind: 'refused'; readonly problem: string }
  >;
  /** Idempotent; as many calls as it takes. Contacts that do not exist any more are left out silently. */
  associate(callId: string, contactIds: readonly string[]): Promise<void>;
  /** Idempotent. */
  dissociate(callId: string, contactIds: readonly string[]): Promise<void>;
  /** Not idempotent: whoever repeats it must delete the one before. */
  createTranscript(callId: string, utterances: readonly Utterance[]): Promise<CreatedTranscript>;
  /** One that is gone already is fine. */
  deleteTranscript(transcriptId: string): Promise<void>;
}
