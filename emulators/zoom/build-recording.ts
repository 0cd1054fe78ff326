import { createHash } from 'node:crypto';
import { SeedError } from '../core/operation.ts';
import type { Instance } from './entities.ts';
import { recordingPlayLink, recordingShareLink } from './links.ts';
import type { Recording, RecordingFile, RecordingFileType, Transcript } from './recording.ts';
import {
  transcriptSeedSchema,
  type RecordingFileSeed,
  type RecordingSeed,
  type TranscriptSeed,
} from './seed-schema.ts';
import { madeUpCues, toWebVtt } from './transcript-text.ts';
import type { ZoomWorld } from './world.ts';
import { toZoomTime } from './zoom-time.ts';

interface FileKind {
  readonly extension: string;
  readonly recordingType: string;
}

const fileKinds: Readonly<Record<RecordingFileType, FileKind>> = {
  MP4: { extension: 'MP4', recordingType: 'shared_screen_with_speaker_view' },
  M4A: { extension: 'M4A', recordingType: 'audio_only' },
  CHAT: { extension: 'TXT', recordingType: 'chat_file' },
  TRANSCRIPT: { extension: 'VTT', recordingType: 'audio_transcript' },
  CC: { extension: 'VTT', recordingType: 'closed_caption' },
  CSV: { extension: 'CSV', recordingType: 'poll' },
  TIMELINE: { extension: 'JSON', recordingType: 'timeline' },
  TB: { extension: 'JPG', recordingType: 'thumbnail' },
  CHAT_MESSAGE: { extension: 'JSON', recordingType: 'chat_file' },
  SUMMARY: { extension: 'JSON', recordingType: 'summary' },
};

/** The same instance has the same ids and links, whenever it is recorded and whatever happened before. */
const digestOf = (instance: Instance, name: string): Buffer =>
  createHash('sha256').update(`${instance.uuid}\n${name}`).digest();
const linkKeyOf = (instance: Instance, name: string): string => digestOf(instance, name).toString('base64url');

function fileIdOf(instance: Instance, name: string): string {
  const hex = digestOf(instance, `id of ${name}`).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/**
 * Gives an instance its recording; one that was there before is gone. A transcript among the files becomes the transcript of
 * the recording.
 * @throws SeedError when a file id is there twice
 */
export function buildRecording(world: ZoomWorld, instance: Instance, seed: RecordingSeed): Recording {
  const { share_url, recording_play_passcode, password, recording_files, standIn, ...rest } = seed;
  const { download_access_token: _oldToken, ...other } = rest;
  for (const { key } of instance.recording?.files ?? []) world.filesByKey.delete(key);
  const files = recording_files
    .filter(({ file_type }) => file_type !== 'TRANSCRIPT')
    .map((file, index) => buildFile(instance, file, `${file.file_type} ${index}`));
  const recording: Recording = {
    files,
    shareUrl: share_url === undefined ? recordingShareLink(linkKeyOf(instance, 'share')) : share_url,
    playPasscode: recording_play_passcode ?? null,
    password: password ?? null,
    processingMs: standIn.processingMs,
    state: standIn.state,
    trashedAt: standIn.state === 'available' ? null : toZoomTime(world.clock.now()),
    other,
  };
  const ids = new Set(files.map(({ id }) => id));
  if (ids.size < files.length) throw new SeedError(`Recording of ${instance.uuid}: a file id is there twice.`);
  instance.recording = recording;
  for (const file of files) world.filesByKey.set(file.key, { instance, file, place: 'recording' });

  const transcriptFile = recording_files.find(({ file_type }) => file_type === 'TRANSCRIPT');
  if (transcriptFile !== undefined) {
    buildTranscript(world, instance, transcriptSeedSchema.parse({ source: 'recording' }), transcriptFile);
  }
  return recording;
}

/**
 * Gives an instance its transcript, instead of the one that was there.
 * @throws SeedError for a file of a recording that does not exist
 */
export function buildTranscript(
  world: ZoomWorld,
  instance: Instance,
  seed: TranscriptSeed,
  fileSeed: RecordingFileSeed = { file_type: 'TRANSCRIPT', standIn: {} },
): Transcript {
  if (seed.source === 'recording' && instance.recording === null) {
    throw new SeedError(`Instance ${instance.uuid} has no recording that a transcript could belong to.`);
  }
  const file = buildFile(instance, fileSeed, 'TRANSCRIPT');
  const transcript: Transcript = {
    source: seed.source,
    file: { ...file, content: null },
    key: linkKeyOf(instance, 'transcript of the companion'),
    availableAfterMs: seed.availableAfterMs,
    cues: seed.cues ?? madeUpCues(instance.webinar.host.displayName),
    damage: seed.damage,
    restriction: seed.restriction,
  };
  instance.transcript = transcript;
  world.filesByKey.set(file.key, { instance, file: transcript.file, place: 'recording' });
  world.filesByKey.set(transcript.key, { instance, file: transcript.file, place: 'ai-companion' });
  return transcript;
}

function buildFile(instance: Instance, seed: RecordingFileSeed, name: string): RecordingFile {
  const {
    id,
    file_type,
    file_extension,
    file_size,
    recording_start,
    recording_end,
    recording_type,
    play_url,
    standIn,
    ...rest
  } = seed;
  const { download_url: _oldLink, status: _oldStatus, meeting_id: _oldMeeting, ...other } = rest;
  const kind = fileKinds[file_type];
  const key = linkKeyOf(instance, name);
  return {
    id: id ?? fileIdOf(instance, name),
    key,
    type: file_type,
    extension: file_extension ?? kind.extension,
    recordingType: recording_type ?? kind.recordingType,
    startTime: recording_start ?? null,
    endTime: recording_end ?? null,
    sizeBytes: file_size ?? null,
    playUrl: play_url ?? recordingPlayLink(key),
    content: standIn.content ?? madeUpContent(instance, file_type),
    other,
  };
}

function madeUpContent({ webinar }: Instance, type: RecordingFileType): string {
  const hostName = webinar.host.displayName;
  switch (type) {
    case 'CC':
    case 'TRANSCRIPT':
      return toWebVtt(madeUpCues(hostName), { withSpeakers: false });
    case 'CHAT':
      return `00:00:05\t${hostName}:\tWelcome.\r\n`;
    case 'CSV':
      return '#,Topic\r\n';
    case 'TIMELINE':
    case 'CHAT_MESSAGE':
    case 'SUMMARY':
      return '{}';
    case 'MP4':
    case 'M4A':
    case 'TB':
      return `not really ${type}: ${webinar.topic}`;
  }
}
