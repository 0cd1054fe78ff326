import { mapUntil } from '../map-until.ts';
import type { Recording } from '../recording-ports.ts';
import type { RecordingsStep } from './recordings-input.ts';
import type { SeenRecording } from './recordings-progress.ts';

const readsAtOnce = 4;

/**
 * Asks Zoom once in a run for the recording of each instance.
 *
 * @returns false when time was up first
 */
export async function readRecordings({ input, ledger, instances, transcriptUrls }: RecordingsStep): Promise<boolean> {
  const open = instances.filter(({ uuid }) => !(uuid in ledger.progress().sightings));
  const read = await mapUntil(
    open,
    () => input.shouldStop(),
    async ({ uuid }) => {
      const found = await input.source.readRecording(uuid);
      if (found.kind === 'recording') {
        const sighting = toSighting(found);
        transcriptUrls.set(uuid, found.transcriptUrl);
        // While Zoom works on a recording again, it does not know how long it will be.
        const { seen } = ledger.state(uuid);
        const { startedAt, lengthSeconds } = sighting;
        ledger.changeState(uuid, { seen: found.isProcessing && seen !== null ? seen : { startedAt, lengthSeconds } });
        ledger.note('sightings', uuid, sighting);
      } else {
        ledger.note('sightings', uuid, { kind: 'no-recording' });
      }
      return uuid;
    },
    readsAtOnce,
  );
  return read.length === open.length;
}

const toSighting = ({ startedAt, lengthSeconds, url, isProcessing, transcriptUrl }: Recording): SeenRecording => ({
  kind: 'recording',
  startedAt,
  lengthSeconds,
  url: url !== null && /^https:\/\//i.test(url) ? url : null,
  isProcessing,
  hasTranscript: transcriptUrl !== null,
});
