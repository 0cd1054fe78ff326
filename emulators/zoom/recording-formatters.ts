import type { EpochMs } from '../core/clock.ts';
import { fileContent } from './file-content.ts';
import type { Instance } from './entities.ts';
import {
  isProcessing,
  isTranscriptGone,
  isTranscriptReady,
  transcriptOfRecording,
  type Recording,
  type RecordingFile,
  type Transcript,
} from './recording.ts';
import { minuteMs, secondMs, toZoomTime } from './zoom-time.ts';
import type { ZoomWorld } from './world.ts';

const videoBytesPerSecond = 50_000;

/** Files that the vendor lists without id, status, size, kind and player. */
const bareTypes: ReadonlySet<string> = new Set(['CC', 'TIMELINE']);

type FileProgress = 'processing' | 'completed' | 'trashed';

interface ListedFile {
  readonly file: RecordingFile;
  readonly progress: FileProgress;
}

const startOf = (instance: Instance, file: RecordingFile): string => file.startTime ?? instance.startTime;
const endOf = (instance: Instance, file: RecordingFile): string => file.endTime ?? instance.endTime;

function sizeOf(instance: Instance, file: RecordingFile): number {
  if (file.sizeBytes !== null) return file.sizeBytes;
  if (file.type !== 'MP4' && file.type !== 'M4A') return Buffer.byteLength(fileContent(instance, file));
  const seconds = (Date.parse(endOf(instance, file)) - Date.parse(startOf(instance, file))) / secondMs;
  return Math.round(seconds * videoBytesPerSecond);
}

/** The files as far as Zoom has got with them. */
function listFiles(world: ZoomWorld, instance: Instance, recording: Recording, now: EpochMs): ListedFile[] {
  const isTrashed = recording.state !== 'available';
  if (isProcessing(instance, recording, now)) {
    return recording.files
      .filter(({ type }) => !bareTypes.has(type))
      .map((file) => ({ file, progress: isTrashed ? 'trashed' : 'processing' }));
  }
  const files: ListedFile[] = recording.files.map((file) => ({ file, progress: isTrashed ? 'trashed' : 'completed' }));
  const transcript = transcriptOfRecording(instance);
  if (transcript === null) return files;
  if (isTranscriptReady(instance, transcript, now)) {
    return [...files, { file: transcript.file, progress: isTrashed ? 'trashed' : 'completed' }];
  }
  return world.switches.unfinishedTranscript === 'processing' && !isTrashed
    ? [...files, { file: transcript.file, progress: 'processing' }]
    : files;
}

function toFileAnswer(world: ZoomWorld, instance: Instance, { file, progress }: ListedFile, deletedAt: string): object {
  const common = {
    ...file.other,
    meeting_id: instance.uuid,
    recording_start: startOf(instance, file),
    recording_end: endOf(instance, file),
    file_type: file.type,
    file_extension: file.extension,
    ...(progress === 'completed' ? { download_url: `${world.publicUrl()}/rec/download/${file.key}` } : {}),
    ...(progress === 'trashed' ? { deleted_time: deletedAt } : {}),
  };
  if (bareTypes.has(file.type)) return common;
  return {
    id: file.id,
    ...common,
    file_size: progress === 'processing' ? 0 : sizeOf(instance, file),
    play_url: file.playUrl,
    recording_type: file.recordingType,
    status: progress === 'processing' ? 'processing' : 'completed',
  };
}

/** A recording as both endpoints have it. The type is a number, whatever the specification says. */
export function toRecordingAnswer(world: ZoomWorld, instance: Instance, recording: Recording, now: EpochMs): object {
  const { webinar } = instance;
  const files = listFiles(world, instance, recording, now);
  const spans = recording.files.map((file) => ({
    from: Date.parse(startOf(instance, file)),
    to: Date.parse(endOf(instance, file)),
  }));
  const start = Math.min(...spans.map(({ from }) => from), Date.parse(instance.endTime));
  const end = Math.max(...spans.map(({ to }) => to), start);
  const sizes = files.filter(({ progress }) => progress !== 'processing').map(({ file }) => sizeOf(instance, file));
  return {
    ...recording.other,
    uuid: instance.uuid,
    id: webinar.id,
    account_id: webinar.account.accountId,
    host_id: webinar.host.id,
    topic: webinar.topic,
    type: webinar.type,
    start_time: instance.startTime,
    duration: Math.ceil((end - start) / minuteMs),
    total_size: sizes.reduce((sum, size) => sum + size, 0),
    recording_count: files.length,
    ...(recording.shareUrl === null || !world.switches.sendShareUrl ? {} : { share_url: recording.shareUrl }),
    ...(recording.playPasscode === null ? {} : { recording_play_passcode: recording.playPasscode }),
    recording_files: files.map((each) => toFileAnswer(world, instance, each, recording.trashedAt ?? toZoomTime(now))),
  };
}

/** What GET /meetings/{id}/transcript says: a link, or why there is none. */
export function toTranscriptAnswer(world: ZoomWorld, instance: Instance, transcript: Transcript, now: EpochMs): object {
  const { webinar } = instance;
  const reason = whyNotDownloadable(instance, transcript, now);
  const createdAt = Date.parse(instance.endTime) + (transcript.availableAfterMs ?? 0);
  return {
    meeting_id: instance.uuid,
    account_id: webinar.account.accountId,
    meeting_topic: webinar.topic,
    host_id: webinar.host.id,
    ...(reason === 'NOT_READY' ? {} : { transcript_created_time: toZoomTime(createdAt) }),
    can_download: reason === null,
    auto_delete: false,
    ...(reason === null
      ? { download_url: `${world.publicUrl()}/rec/meeting/transcript/download/${transcript.key}` }
      : { download_restriction_reason: reason }),
  };
}

export function whyNotDownloadable(instance: Instance, transcript: Transcript, now: EpochMs): string | null {
  if (isTranscriptGone(instance)) return 'DELETED_OR_TRASHED';
  if (!isTranscriptReady(instance, transcript, now)) return 'NOT_READY';
  return transcript.restriction;
}
