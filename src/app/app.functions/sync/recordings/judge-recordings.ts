import type { RecordingReport, SyncWarning } from '../../../extensions/contract/sync.ts';
import { toIso, type Instant } from '../../domain/instant.ts';
import { newRecordingState, type RecordingState } from './recording-state.ts';
import type { RecordedInstance, RecordedSession } from './recordings-input.ts';
import type { RecordingsProgress, SeenRecording, TranscriptVerdict } from './recordings-progress.ts';
import { isExpected, recordingEnd } from './recording-times.ts';

type WarningOf<Cause extends SyncWarning['cause']> = Extract<SyncWarning, { cause: Cause }>;
type RecordingProblem = WarningOf<'recording-not-synced'>['problem'];
type TranscriptProblem = WarningOf<'transcript-not-synced'>['problem'];

/** What is to be said of a run's recordings. */
export interface Judgement {
  readonly reports: readonly RecordingReport[];
  readonly warnings: readonly SyncWarning[];
  readonly isWaiting: boolean;
}

interface InstanceJudgement {
  readonly report: RecordingReport | null;
  readonly recordingProblem: RecordingProblem | null;
  readonly transcriptProblem: TranscriptProblem | null;
  readonly isWaiting: boolean;
}

const nothingToSay = { report: null, recordingProblem: null, transcriptProblem: null, isWaiting: false } as const;

/** Reports oldest first; one warning per session and problem, oldest session first. */
export function judgeRecordings(
  sessions: readonly RecordedSession[],
  instances: readonly RecordedInstance[],
  progress: RecordingsProgress,
  now: Instant,
): Judgement {
  const judged = sessions.map((session) => {
    const own = instances.filter((instance) => instance.session.key === session.key);
    return judgeSession(session, own, progress, now);
  });
  return {
    reports: judged.flatMap(({ reports }) => reports),
    warnings: judged.flatMap(({ warnings }) => warnings),
    isWaiting: judged.some(({ isWaiting }) => isWaiting),
  };
}

function judgeSession(
  session: RecordedSession,
  instances: readonly RecordedInstance[],
  progress: RecordingsProgress,
  now: Instant,
): Judgement {
  // Its attendance comes first, and with it the people who may see a recording.
  if (!session.isFinal) return { reports: [], warnings: [], isWaiting: true };
  if (session.attendedCount === 0) return toJudgement(session, [withProblem({ cause: 'nobody-attended' })]);
  const wasEverFound = instances.some(({ uuid }) => (progress.states[uuid]?.seen ?? null) !== null);
  const judged = instances.map((instance) => {
    const { uuid } = instance;
    const state = progress.states[uuid] ?? newRecordingState;
    const sighting = progress.sightings[uuid];
    if (sighting?.kind !== 'recording') return judgeMissing(session, state, wasEverFound, now);
    if (sighting.isProcessing) return judgeProcessing(sighting, state);
    return judgeReady(sighting, state, progress, uuid, now);
  });
  return toJudgement(session, judged);
}

const withProblem = (
  recordingProblem: RecordingProblem,
  others: Partial<InstanceJudgement> = {},
): InstanceJudgement => ({ ...nothingToSay, recordingProblem, ...others });

/**
 * | found before | session ended | said | look again |
 * |---|---|---|---|
 * | yes | any | deleted | no |
 * | no | less than a day ago | processing | yes |
 * | no, but another instance of the session was | earlier | – | no |
 * | no | earlier | not found | no |
 */
function judgeMissing(
  session: RecordedSession,
  state: RecordingState,
  wasEverFound: boolean,
  now: Instant,
): InstanceJudgement {
  if (state.seen !== null) {
    const report = toReport(state.seen, state, { url: null, state: 'deleted', isTranscriptWaiting: false });
    return withProblem({ cause: 'deleted' }, { report });
  }
  if (isExpected(session.endedAt, now)) return withProblem({ cause: 'processing' }, { isWaiting: true });
  return wasEverFound ? nothingToSay : withProblem({ cause: 'not-found' });
}

function judgeProcessing(recording: SeenRecording, state: RecordingState): InstanceJudgement {
  const report = toReport(recording, state, { url: null, state: 'processing', isTranscriptWaiting: true });
  return withProblem({ cause: 'processing' }, { report, isWaiting: true });
}

function judgeReady(
  recording: SeenRecording,
  state: RecordingState,
  progress: RecordingsProgress,
  uuid: string,
  now: Instant,
): InstanceJudgement {
  const isYoung = isExpected(recordingEnd(recording), now);
  const verdict = progress.transcripts[uuid] ?? null;
  const transcriptProblem = problemOfTranscript(verdict);
  const isTranscriptWaiting = transcriptProblem !== null && isYoung;
  const call = progress.calls[uuid];
  const reportAs = (as: RecordingReport['state']): RecordingReport =>
    toReport(recording, state, { url: recording.url, state: as, isTranscriptWaiting });
  if (recording.url === null) {
    const isWaiting = isYoung || isTranscriptWaiting;
    return { report: reportAs('refused'), recordingProblem: { cause: 'no-link' }, transcriptProblem, isWaiting };
  }
  if (call?.kind === 'refused') {
    const recordingProblem = { cause: 'call-refused', problem: call.problem } as const;
    return { report: reportAs('refused'), recordingProblem, transcriptProblem, isWaiting: isTranscriptWaiting };
  }
  if (state.callId === null) return withProblem({ cause: 'nobody-attended' });
  return {
    report: reportAs('synced'),
    recordingProblem: state.contactCount === 0 ? { cause: 'nobody-attended' } : null,
    transcriptProblem,
    // The call was made anew when its people had been gone through already.
    isWaiting: isTranscriptWaiting || state.audience === null,
  };
}

function problemOfTranscript(verdict: TranscriptVerdict | null): TranscriptProblem | null {
  switch (verdict?.kind) {
    case 'waiting':
      return { cause: 'processing' };
    case 'not-found':
      return { cause: 'not-found' };
    case 'unreadable':
      return { cause: 'unreadable', problem: verdict.problem };
    case 'settled':
    case undefined:
      return null;
  }
}

interface ReportFacts extends Pick<RecordingReport, 'url' | 'state'> {
  readonly isTranscriptWaiting: boolean;
}

function toReport(
  { startedAt }: { readonly startedAt: Instant },
  { transcript, contactCount }: RecordingState,
  { url, state, isTranscriptWaiting }: ReportFacts,
): RecordingReport {
  const absent = isTranscriptWaiting ? 'waiting' : 'none';
  const kept = transcript?.kind === 'posted' ? 'synced' : transcript?.kind === 'in-body' ? 'in-body' : absent;
  return { startedAt: toIso(startedAt), url, state, transcript: kept, contactCount };
}

function toJudgement({ startedAt }: RecordedSession, judged: readonly InstanceJudgement[]): Judgement {
  const sessionStartsAt = toIso(startedAt);
  const recordings = judged.flatMap(({ recordingProblem: problem }): SyncWarning[] =>
    problem === null ? [] : [{ cause: 'recording-not-synced', sessionStartsAt, problem }],
  );
  const transcripts = judged.flatMap(({ transcriptProblem: problem }): SyncWarning[] =>
    problem === null ? [] : [{ cause: 'transcript-not-synced', sessionStartsAt, problem }],
  );
  return {
    reports: judged.flatMap(({ report }) => report ?? []),
    warnings: distinct([...recordings, ...transcripts]),
    isWaiting: judged.some(({ isWaiting }) => isWaiting),
  };
}

const distinct = (warnings: readonly SyncWarning[]): readonly SyncWarning[] => [
  ...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values(),
];
