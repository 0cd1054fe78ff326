import type { EpochMs } from '../core/clock.ts';
import type { Instance } from './entities.ts';
import { hasEnded } from './lifecycle.ts';
import type { VendorFields } from './registrant.ts';

export const recordingFileTypes = [
  'MP4',
  'M4A',
  'CHAT',
  'TRANSCRIPT',
  'CC',
  'CSV',
  'TIMELINE',
  'TB',
  'CHAT_MESSAGE',
  'SUMMARY',
] as const;
export type RecordingFileType = (typeof recordingFileTypes)[number];

/** Something said, in milliseconds since the start of the recording. */
export interface Cue {
  /** Empty: the transcript does not say who. */
  readonly speaker: string;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface RecordingFile {
  readonly id: string;
  /** The last part of its download link, unique over all of Zoom. */
  readonly key: string;
  readonly type: RecordingFileType;
  readonly extension: string;
  readonly recordingType: string;
  /** Null: as the instance. */
  readonly startTime: string | null;
  readonly endTime: string | null;
  /** Null: as long as its text, or as a video of the length would be. */
  readonly sizeBytes: number | null;
  readonly playUrl: string;
  /** What a download gives; null for a transcript, whose words may change. */
  readonly content: string | null;
  readonly other: VendorFields;
}

/** The cloud recording of one instance. */
export interface Recording {
  readonly files: readonly RecordingFile[];
  readonly shareUrl: string | null;
  readonly playPasscode: string | null;
  readonly password: string | null;
  /** After the end of the instance; null: until the lever `finish-recording`. */
  processingMs: number | null;
  state: 'available' | 'trashed' | 'deleted';
  trashedAt: string | null;
  readonly other: VendorFields;
}

export type TranscriptDamage = 'none' | 'html' | 'empty' | 'garbage';

/** What was said in one instance, in one or both of the places where Zoom keeps transcripts. */
export interface Transcript {
  /** A file of the recording, an answer of GET /meetings/{id}/transcript, or both. */
  readonly source: 'recording' | 'ai-companion' | 'both';
  /** The file of the recording. */
  readonly file: RecordingFile;
  /** The last part of the link that GET /meetings/{id}/transcript gives. */
  readonly key: string;
  /** After the end of the instance, at the earliest with the recording; null: until the lever `add-transcript`. */
  availableAfterMs: number | null;
  cues: readonly Cue[];
  /** What is wrong with the download. */
  damage: TranscriptDamage;
  /** Why it can never be downloaded, although it exists. */
  restriction: 'UNSUPPORTED' | 'NO_TRANSCRIPT_DATA' | null;
}

/** A file under its key, in either place. */
export interface StoredFile {
  readonly instance: Instance;
  readonly file: RecordingFile;
  readonly place: 'recording' | 'ai-companion';
}

const isDue = (instance: Instance, afterMs: number | null, now: EpochMs): boolean =>
  afterMs !== null && hasEnded(instance, now) && Date.parse(instance.endTime) + afterMs <= now;

/** The recording that a host sees: of an instance that ended, and neither in the trash nor deleted. */
export const shownRecording = (instance: Instance, now: EpochMs): Recording | null =>
  instance.recording?.state === 'available' && hasEnded(instance, now) ? instance.recording : null;

export const isProcessing = (instance: Instance, recording: Recording, now: EpochMs): boolean =>
  !isDue(instance, recording.processingMs, now);

export function isTranscriptReady(instance: Instance, transcript: Transcript, now: EpochMs): boolean {
  const { recording } = instance;
  const waitsForRecording =
    transcript.source !== 'ai-companion' && recording !== null && isProcessing(instance, recording, now);
  return !waitsForRecording && isDue(instance, transcript.availableAfterMs, now);
}

/** The recording's own transcript file; null where transcripts are kept elsewhere only. */
export const transcriptOfRecording = ({ transcript }: Instance): Transcript | null =>
  transcript === null || transcript.source === 'ai-companion' || transcript.restriction !== null ? null : transcript;

/** What GET /meetings/{id}/transcript knows; null for a transcript that is a file of the recording only. */
export const transcriptOfCompanion = ({ transcript }: Instance): Transcript | null =>
  transcript === null || transcript.source === 'recording' ? null : transcript;

export const isTranscriptGone = ({ recording, transcript }: Instance): boolean =>
  transcript?.source === 'both' && recording !== null && recording.state !== 'available';
