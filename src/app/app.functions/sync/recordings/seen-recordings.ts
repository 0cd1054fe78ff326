import type { RecordingsProgress, SeenRecording } from './recordings-progress.ts';

/** The recording, if Zoom is done with it. */
export function readyRecording(
  { sightings }: Pick<RecordingsProgress, 'sightings'>,
  uuid: string,
): SeenRecording | null {
  const sighting = sightings[uuid];
  return sighting?.kind === 'recording' && !sighting.isProcessing ? sighting : null;
}

/** Whether there is a recording to show. */
export const hasLink = (progress: Pick<RecordingsProgress, 'sightings'>, uuid: string): boolean =>
  (readyRecording(progress, uuid)?.url ?? null) !== null;
