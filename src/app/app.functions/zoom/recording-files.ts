import type { ZoomRecording, ZoomRecordingFile } from './zoom-schemas.ts';

const isOfType = ({ file_type }: ZoomRecordingFile, ...types: readonly string[]): boolean =>
  types.includes(file_type.toUpperCase());

const isMedia = (file: ZoomRecordingFile): boolean => isOfType(file, 'MP4', 'M4A');

const hasStatus = ({ status }: ZoomRecordingFile, wanted: string): boolean => status?.toLowerCase() === wanted;

/** Some files come without a status; then a link says that they are there. */
const isComplete = (file: ZoomRecordingFile): boolean =>
  hasStatus(file, 'completed') || (file.status === null && (file.play_url ?? file.download_url) !== null);

/** Zoom sends `processing` with webhooks only, and leaves files out until they are made: both mean "not yet". */
export const isStillProcessing = (files: readonly ZoomRecordingFile[]): boolean => {
  const media = files.filter(isMedia);
  return media.some((file) => hasStatus(file, 'processing')) || !media.some(isComplete);
};

/** Where the transcript of the recording itself can be downloaded; null while there is none. */
export function findTranscriptUrl(files: readonly ZoomRecordingFile[]): string | null {
  const transcript = files.find(
    (file) =>
      isOfType(file, 'TRANSCRIPT') &&
      (file.status === null || hasStatus(file, 'completed')) &&
      file.download_url !== null,
  );
  return transcript?.download_url ?? null;
}

/** From the start of the first media file to the end of the last; null where the files do not say. */
export function spanOfMediaSeconds(files: readonly ZoomRecordingFile[]): number | null {
  const media = files.filter(isMedia);
  const startsAt = Math.min(...media.flatMap(({ recording_start: start }) => start ?? []));
  const endsAt = Math.max(...media.flatMap(({ recording_end: end }) => end ?? []));
  const spanMs = endsAt - startsAt;
  return Number.isFinite(spanMs) && spanMs > 0 ? Math.round(spanMs / 1_000) : null;
}

/** Best first: what shows the slides and the speaker, then what shows one of them. */
const bestVideosFirst: readonly string[] = [
  'shared_screen_with_speaker_view(cc)',
  'shared_screen_with_speaker_view',
  'shared_screen_with_gallery_view',
  'active_speaker',
  'gallery_view',
  'shared_screen',
];

function rankOf(file: ZoomRecordingFile): number {
  if (!isOfType(file, 'MP4')) return bestVideosFirst.length + 1;
  const rank = bestVideosFirst.indexOf(file.recording_type.toLowerCase());
  return rank === -1 ? bestVideosFirst.length : rank;
}

/**
 * The page that shows the recording: the shared one, else that of the best file. The passcode goes into the link, as Zoom
 * intends it, so that whoever has the link needs nothing else.
 *
 * @see https://developers.zoom.us/docs/api/meetings/#tag/cloud-recording/get/meetings/{meetingId}/recordings (read 2026-11-20)
 */
export function toWatchUrl(recording: ZoomRecording): string | null {
  const playUrls = recording.recording_files
    .filter(isMedia)
    .toSorted((a, b) => Number(isComplete(b)) - Number(isComplete(a)) || rankOf(a) - rankOf(b))
    .map((file) => file.play_url);
  const url = [recording.share_url, ...playUrls].find(isHttps) ?? null;
  return url === null ? null : withPasscode(url, recording.recording_play_passcode);
}

const isHttps = (url: string | null): url is string =>
  url !== null && URL.canParse(url) && new URL(url).protocol === 'https:';

function withPasscode(text: string, passcode: string | null): string {
  const url = new URL(text);
  if (passcode === null || url.searchParams.has('pwd')) return url.href;
  // `searchParams.set` would write the rest of the query anew.
  url.search += `${url.search === '' ? '?' : '&'}pwd=${encodeURIComponent(passcode)}`;
  return url.href;
}
