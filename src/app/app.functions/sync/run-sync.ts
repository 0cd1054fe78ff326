import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { pausedAnswer, waitingAnswer, doneAnswer } from './answers.ts';
import { recordKeysOf, type RunCheckpoint } from './checkpoint.ts';
import { continueReading } from './continue-reading.ts';
import { collectOutcomes, finishRun } from './finish-run.ts';
import { takeLease } from './lease.ts';
import { verifyParticipations } from './marketing-events.ts';
import { answerFinished, beginRun, findState, openRun, toRunId } from './open-run.ts';
import { countSessions } from './report.ts';
import { saveFailure, saveProgress } from './save-progress.ts';
import type { RowBatch } from './source-rows.ts';
import { shouldStopWriting, type Step, type SyncParts } from './step.ts';
import { planWrites, writePeople } from './write-people.ts';

export interface SyncRequest {
  readonly webinarId: string;
  /** Of the run to go on with, if the driver knows it. */
  readonly runId?: string;
}

/**
 * Does one step of a webinar's sync: begins a run, or goes on with the one that is open, whoever began it. Killed
 * anywhere, the next step goes on from what was saved last.
 *
 * @throws IntegrationError; what was read until then is saved where possible
 */
export async function runSyncStep(parts: SyncParts, { webinarId, runId }: SyncRequest): Promise<SyncWebinarAnswer> {
  const startedMs = parts.monotonicMs();
  const keys = recordKeysOf(parts.accountId, webinarId);

  const { state, setup } = await findState(parts.account, keys);
  const finished = answerFinished(state, webinarId, runId);
  if (finished !== null) return finished;
  const run = openRun(state, parts.now()) ?? (await beginRun(parts, webinarId));

  const prepared = await parts.account.prepare(setup);
  const runNumber = state.run === null ? state.runNumber + 1 : state.runNumber;
  const ownRunId = toRunId(webinarId, runNumber);
  const lease = await takeLease(prepared.store, keys, state.leaseNumber, parts.holder, parts.now);
  if (lease.kind === 'busy') return waitingAnswer(ownRunId, lease.retryAfterSeconds);

  const leases = [...state.leases, [lease.recordId, parts.now()] as const];
  const owned = { ...state, runNumber, leaseNumber: lease.number, leases, lastFailure: null };
  return continueRun({ parts, keys, prepared, state: owned, runId: ownRunId, startedMs }, run);
}

async function continueRun(step: Step, begun: RunCheckpoint): Promise<SyncWebinarAnswer> {
  let run = begun;
  let unsavedRows: readonly RowBatch[] = [];
  try {
    const read = await continueReading(step, run);
    run = read.run;
    unsavedRows = read.unsaved;
    if (read.error !== null) throw read.error;
    const { rows, rowRecordIds } = read;
    if (rows === null) {
      await saveProgress(step, run, { rows: unsavedRows, outcomes: [] });
      return pausedAnswer(step.runId, run);
    }

    const planned = await planWrites(step, run, rows);
    const written = await writePeople(step, run, planned);
    const writtenStep = { ...step, state: written.state };
    const pause = async (at: RunCheckpoint): Promise<SyncWebinarAnswer> => {
      await saveProgress(writtenStep, at, { rows: unsavedRows, outcomes: written.outcomes });
      return pausedAnswer(step.runId, at);
    };
    if (!written.isComplete) return await pause(written.run);

    const all = await collectOutcomes(writtenStep, written.run, written.outcomes);
    const sessions = countSessions(planned.facts, planned.work, all.outcomes);
    const { verified, isComplete } = await verifySessions(writtenStep, written.run, sessions);
    if (!isComplete) return await pause({ ...written.run, verified });
    const report = await finishRun(
      writtenStep,
      { ...written.run, verified },
      { planned, rows, rowRecordIds, all, sessions },
    );
    return doneAnswer(step.runId, report);
  } catch (error) {
    await saveFailure(step, run, unsavedRows, error);
    throw error;
  }
}

/** Compares with HubSpot's own counts after a run that wrote something. */
async function verifySessions(
  step: Step,
  run: RunCheckpoint,
  sessions: ReturnType<typeof countSessions>,
): Promise<{ readonly verified: RunCheckpoint['verified']; readonly isComplete: boolean }> {
  const hasWritten = run.itemCount !== 0 || run.tally.marketingEvents > 0;
  if (step.parts.isDryRun || !hasWritten) return { verified: run.verified, isComplete: true };
  const { marketingEvents } = step.prepared;
  const { webinarId } = run.webinar;
  const verified = await verifyParticipations(marketingEvents, webinarId, sessions, run.verified, () =>
    shouldStopWriting(step),
  );
  return { verified, isComplete: sessions.every(({ key }) => key in verified) };
}
