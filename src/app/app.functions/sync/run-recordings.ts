import { hashJson } from './hashes.ts';
import { createAudienceLoader } from './load-audience.ts';
import type { ReadResult } from './continue-reading.ts';
import { syncRecordings } from './recordings/sync-recordings.ts';
import { shouldStopWriting, type RunRules, type Step } from './step.ts';
import type { WriteResult } from './write-people.ts';

/** The last part of a run: recordings and transcripts, when everybody is in HubSpot whom they belong to. */
export async function syncRunRecordings(
  step: Step,
  { run, state, records }: WriteResult,
  read: ReadResult,
  rules: RunRules,
): Promise<Pick<WriteResult, 'run' | 'state' | 'isComplete'>> {
  // Nobody's recordings are synced: the settings in force say so, and a warning on every webinar would be noise.
  if (!run.recordingDecision.isOn && run.recordingDecision.setting === 'recording-users') {
    return { run, state, isComplete: true };
  }
  const { parts, prepared } = step;
  const { webinarId, topic } = run.webinar;
  const instanceStarts = new Map(run.instances.map(({ uuid, startedAt }) => [uuid, startedAt]));
  const result = await syncRecordings({
    source: parts.zoom,
    calls: prepared.calls,
    events: prepared.behaviouralEvents,
    webinar: { accountId: parts.accountId, webinarId, topic, hostName: run.hostName },
    sessions: run.sessions
      .filter(({ isHeld }) => isHeld)
      .map(({ key, startedAt, endedAt, isFinal, instanceUuids }) => ({
        key,
        startedAt,
        endedAt,
        isFinal,
        instances: instanceUuids.map((uuid) => ({ uuid, startedAt: instanceStarts.get(uuid) ?? startedAt })),
        attendedCount: run.people.sessions[key]?.attended ?? 0,
      })),
    decision: run.recordingDecision,
    isExcluded: rules.isRecordingExcluded,
    exclusionsHash: hashJson(run.settings.recordingExclusions),
    hasPeopleChanged: state.isAudienceDue,
    partitionCount: read.rows.partitionCount,
    loadAudience: createAudienceLoader(step, run, read, records, rules),
    known: state.recordings,
    progress: run.recordings?.progress ?? null,
    isDryRun: parts.isDryRun,
    now: run.readAt,
    shouldStop: () => shouldStopWriting(step),
  });
  const { recordings, transcripts } = result.changes;
  return {
    isComplete: result.isComplete,
    state: { ...state, recordings: result.states, isAudienceDue: state.isAudienceDue && !result.isComplete },
    run: {
      ...run,
      recordings: {
        progress: result.progress,
        outcome: {
          reports: result.reports,
          warnings: result.warnings,
          isWaiting: result.isWaiting,
          isComplete: result.isComplete,
        },
      },
      tally: { ...run.tally, recordings, transcripts },
    },
  };
}
