import { issueDownloadToken } from '../download-token.ts';
import type { Instance } from '../entities.ts';
import type { Recording, Transcript } from '../recording.ts';
import { toRecordingAnswer } from '../recording-formatters.ts';
import { dayMs, secondMs } from '../zoom-time.ts';
import type { ZoomWorld } from '../world.ts';
import { emit } from './emit.ts';
import type { WebhookEvent } from './office.ts';
import { operatedBy } from './webinar-events.ts';

interface ListedFile {
  readonly file_type: string;
  readonly file_size?: number;
  readonly download_url?: string;
  readonly file_extension?: string;
}

/** A recording as events show it, whatever has become of it by now: links of another path, and the file the event is about. */
function objectOf(
  world: ZoomWorld,
  instance: Instance,
  recording: Recording,
  isShown: (file: ListedFile) => boolean,
): Readonly<Record<string, unknown>> {
  const { webinar } = instance;
  const listed = toRecordingAnswer(world, instance, { ...recording, state: 'available' }, world.clock.now()) as {
    readonly recording_files: readonly ListedFile[];
  };
  const files = listed.recording_files.filter(isShown).map((file) => ({
    ...file,
    ...(file.download_url === undefined
      ? {}
      : { download_url: file.download_url.replace('/rec/download/', '/rec/webhook_download/') }),
  }));
  return {
    ...listed,
    timezone: webinar.timezone,
    host_email: webinar.host.email,
    password: recording.password ?? '',
    share_url: recording.shareUrl ?? '',
    total_size: files.reduce((sum, file) => sum + (file.file_size ?? 0), 0),
    recording_count: files.length,
    recording_files: files,
  };
}

const tokenLifeSeconds = dayMs / secondMs;
const tokenFor = (world: ZoomWorld, instance: Instance): Readonly<Record<string, unknown>> => ({
  download_token: issueDownloadToken(world, instance, tokenLifeSeconds),
});

const isTranscript = ({ file_type }: ListedFile): boolean => file_type === 'TRANSCRIPT';

export const announceRecorded = (world: ZoomWorld, instance: Instance, recording: Recording, at: number): void =>
  emit(world, instance.webinar.account, 'recording.completed', () => ({
    at,
    payload: { object: objectOf(world, instance, recording, (file) => !isTranscript(file)) },
    extra: tokenFor(world, instance),
  }));

/** Comes apart from the recording, with the one file; its extension is missing, as in the vendor's sample. */
export const announceTranscribed = (
  world: ZoomWorld,
  instance: Instance,
  recording: Recording,
  _transcript: Transcript,
  at: number,
): void =>
  emit(world, instance.webinar.account, 'recording.transcript_completed', () => {
    const object = objectOf(world, instance, recording, isTranscript);
    const files = (object['recording_files'] as readonly ListedFile[]).map(
      ({ file_extension: _extension, ...file }) => file,
    );
    return { at, payload: { object: { ...object, recording_files: files } }, extra: tokenFor(world, instance) };
  });

const eventOfState = {
  available: 'recording.recovered',
  trashed: 'recording.trashed',
  deleted: 'recording.deleted',
} as const satisfies Record<Recording['state'], WebhookEvent>;

/** The host moved a recording to the trash, out of it, or away for good. */
export const announceMoved = (world: ZoomWorld, instance: Instance, recording: Recording): void =>
  emit(world, instance.webinar.account, eventOfState[recording.state], () => {
    const {
      host_email: _email,
      password: _password,
      recording_play_passcode: _passcode,
      ...object
    } = objectOf(world, instance, recording, () => true);
    return {
      payload: { ...operatedBy(instance.webinar.host), object },
      ...(recording.state === 'deleted' ? {} : { extra: tokenFor(world, instance) }),
    };
  });
