import type { SyncWarning } from '../../../extensions/contract/sync.ts';
import { toIso } from '../../domain/instant.ts';
import { judgeRecordings } from './judge-recordings.ts';
import { createLedger } from './ledger.ts';
import { readRecordings } from './read-recordings.ts';
import { listInstances, type RecordingsInput, type RecordingsResult, type RecordingsStep } from './recordings-input.ts';
import { openProgress } from './recordings-progress.ts';
import { surveyAttendees } from './survey-attendees.ts';
import { writeAudience } from './write-audience.ts';
import { writeCalls } from './write-calls.ts';
import { writeTranscripts } from './write-transcripts.ts';

/**
 * Makes the recordings of a webinar's final sessions calls of those who attended, as far as time allows. Killed
 * anywhere, it can be begun again: only a transcript whose id was not saved is posted a second time.
 *
 * @throws IntegrationError when a step gets no further at all; what a step did before a failure is in its result, and
 *         the next one meets the failure again if it lasts
 */
export async function syncRecordings(input: RecordingsInput): Promise<RecordingsResult> {
  const ledger = createLedger(openProgress(input.progress, input.known, input.exclusionsHash));
  const instances = listInstances(input.sessions);
  const isComplete = input.decision.isOn ? await work({ ...toStep(input), ledger, instances }) : true;

  const progress = ledger.progress();
  const { states, changes } = progress;
  const result = { states, progress, isComplete, changes };
  if (!isComplete) return { ...result, reports: [], warnings: [], isWaiting: false };
  if (!input.decision.isOn) return { ...result, reports: [], warnings: explainOff(input), isWaiting: false };
  return { ...result, ...judgeRecordings(input.sessions, instances, progress, input.now) };
}

async function work(step: RecordingsStep): Promise<boolean> {
  try {
    return (
      (await readRecordings(step)) &&
      (await surveyAttendees(step)) &&
      (await writeCalls(step)) &&
      (await writeAudience(step)) &&
      (await writeTranscripts(step))
    );
  } catch (error) {
    if (!step.ledger.hasChanged()) throw error;
    return false;
  }
}

function toStep(input: RecordingsInput): Pick<RecordingsStep, 'input' | 'transcriptUrls' | 'loadAudience'> {
  let loaded: { readonly partition: number; readonly members: ReturnType<RecordingsInput['loadAudience']> } | null =
    null;
  return {
    input,
    transcriptUrls: new Map(),
    loadAudience(partition) {
      if (loaded?.partition !== partition) loaded = { partition, members: input.loadAudience(partition) };
      return loaded.members;
    },
  };
}

/** Once in a run, for the newest session, however many there were. */
function explainOff({ decision, sessions, webinar: { hostName } }: RecordingsInput): readonly SyncWarning[] {
  const newest = sessions.at(-1);
  if (decision.isOn || newest === undefined) return [];
  const problem = { cause: 'settings-off', setting: decision.setting, hostName } as const;
  return [{ cause: 'recording-not-synced', sessionStartsAt: toIso(newest.startedAt), problem }];
}
