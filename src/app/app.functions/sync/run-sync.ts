import type { SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import { removeAbandonedRun } from './abandoned-run.ts';
import { doneAnswer, pausedAnswer, waitingAnswer } from './answers.ts';
import { recordKeysOf, type RunCheckpoint } from './checkpoint.ts';
import { continueReading } from './continue-reading.ts';
import { finishRun } from './finish-run.ts';
import { takeLease } from './lease.ts';
import { verifyParticipations } from './marketing-events.ts';
import { answerFinished, beginRun, findState, openRun, toRunId } from './open-run.ts';
import { reportSessions } from './report.ts';
import { saveFailure, saveProgress } from './save-progress.ts';
import { shouldStopWriting, type Step, type SyncParts } from './step.ts';
import { writePeople } from './write-people.ts';

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
  const open = openRun(state, parts.now());
  const run = open ?? (await beginRun(parts, webinarId));

  const prepared = await parts.account.prepare(setup);
  const runNumber = open === null ? state.runNumber + 1 : state.runNumber;
  const ownRunId = toRunId(webinarId, runNumber);
  const lease = await takeLease(prepared.store, keys, state.leaseNumber, parts.holder, parts.now);
  if (lease.kind === 'busy') return waitingAnswer(ownRunId, lease.retryAfterSeconds);

  const newLeases = [...lease.passedOver, lease.recordId].map((recordId) => [recordId, parts.now()] as const);
  const leases = [...state.leases, ...newLeases];
  const owned = { ...state, run: open, runNumber, leaseNumber: lease.number, leases, lastFailure: null };
  if (state.run !== null && open === null) await removeAbandonedRun(prepared.store, keys, state.runNumber, state.run);
  return continueRun({ parts, keys, prepared, state: owned, runId: ownRunId, startedMs }, run);
}

async function continueRun(step: Step, begun: RunCheckpoint): Promise<SyncWebinarAnswer> {
  const read = await continueReading(step, begun);
  const unsaved = { rows: read.rows.unsaved(), partitionCount: read.rows.partitionCount };
  try {
    if (read.error !== null) throw read.error as Error;
    if (read.run.phase !== 'writing') {
      await saveProgress(step, read.run, { ...unsaved, markRecords: [], outcomes: null });
      return pausedAnswer(step.runId, read.run);
    }

    const written = await writePeople(step, read.run, read);
    const writtenStep = { ...step, state: written.state };
    const { verified, isComplete } = await verifySessions(writtenStep, written.run, written.isComplete);
    const run = { ...written.run, verified };
    if (!isComplete) {
      const { markRecords, openOutcomes: outcomes } = written;
      await saveProgress(writtenStep, run, { ...unsaved, markRecords, outcomes });
      return pausedAnswer(step.runId, run);
    }
    return doneAnswer(step.runId, await finishRun(writtenStep, run, written.markRecords));
  } catch (error) {
    await saveFailure(step, read.run, unsaved, error);
    throw error;
  }
}

/** Compares with HubSpot's own counts after a run that wrote something. */
async function verifySessions(
  step: Step,
  run: RunCheckpoint,
  isWritten: boolean,
): Promise<{ readonly verified: RunCheckpoint['verified']; readonly isComplete: boolean }> {
  const hasWritten = run.writtenItemCount > 0 || run.tally.marketingEvents > 0;
  if (!isWritten || !hasWritten || step.parts.isDryRun) return { verified: run.verified, isComplete: isWritten };
  const sessions = reportSessions(run);
  const { marketingEvents } = step.prepared;
  const { webinarId } = run.webinar;
  const verified = await verifyParticipations(marketingEvents, webinarId, sessions, run.verified, () =>
    shouldStopWriting(step),
  );
  return { verified, isComplete: sessions.every(({ key }) => key in verified) };
}
