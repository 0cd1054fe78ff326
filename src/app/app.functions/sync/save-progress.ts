import type { Instant } from '../domain/instant.ts';
import { isIntegrationError } from '../http/integration-error.ts';
import { emptyTally, toStateRecord, type RunCheckpoint, type Tally, type WebinarState } from './checkpoint.ts';
import { packOutcomes, type IndexedOutcome } from './outcomes.ts';
import type { RecordKind, StateRecord } from './ports.ts';
import { packRows, type RowBatch } from './source-rows.ts';
import { addStep, type Step } from './step.ts';

/** What a step has that is in no record yet. */
export interface Unsaved {
  readonly rows: readonly RowBatch[];
  readonly outcomes: readonly IndexedOutcome[];
}

/** Saves everything that the next step needs, and gives the webinar back. */
export async function saveProgress(
  step: Step,
  run: RunCheckpoint,
  unsaved: Unsaved,
  lastFailure: WebinarState['lastFailure'] = null,
): Promise<void> {
  const { parts, keys, prepared, state } = step;
  const rowRecords = packRows(unsaved.rows).map((payload, index) =>
    workingRecord(keys.rows(state.runNumber, run.rowRecordCount + index), 'rows', payload, parts.now()),
  );
  const outcomeRecords = packOutcomes(unsaved.outcomes).map((payload, index) =>
    workingRecord(keys.outcomes(state.runNumber, run.outcomeRecordCount + index), 'outcomes', payload, parts.now()),
  );
  const saved: RunCheckpoint = {
    ...run,
    rowRecordCount: run.rowRecordCount + rowRecords.length,
    outcomeRecordCount: run.outcomeRecordCount + outcomeRecords.length,
  };
  const summary = `${run.webinar.topic}: ${run.phase}`;
  const recordsWith = (tally: Tally): readonly StateRecord[] => [
    ...rowRecords,
    ...outcomeRecords,
    toStateRecord(keys, { ...state, run: { ...saved, tally }, lastFailure }, summary, parts.now()),
  ];
  const callCount = prepared.store.countWriteCalls(recordsWith(run.tally));
  await prepared.store.write(recordsWith(addStep(step, run.tally, callCount)));
}

/** Keeps what was read before something failed, and gives the webinar back for the next try. */
export async function saveFailure(
  step: Step,
  run: RunCheckpoint,
  rows: readonly RowBatch[],
  error: unknown,
): Promise<void> {
  const failure = isIntegrationError(error) ? error.failure : null;
  try {
    if (failure?.reason.cause === 'webinar-not-held') await abandonRun(step);
    else await saveProgress(step, withoutLostWrites(step, run), { rows, outcomes: [] }, failure);
  } catch {
    // The lease runs out by itself, and the next step goes on from the last one that could be saved.
  }
}

/** What a failed step wrote is not counted, because it will be written again. */
function withoutLostWrites({ state }: Step, run: RunCheckpoint): RunCheckpoint {
  return { ...run, nextIndex: state.run?.nextIndex ?? 0, tally: state.run?.tally ?? emptyTally };
}

async function abandonRun({ keys, prepared, state, parts }: Step): Promise<void> {
  const summary = 'This webinar has not been held';
  await prepared.store.write([toStateRecord(keys, { ...state, run: null }, summary, parts.now())]);
}

export function workingRecord(key: string, kind: RecordKind, payload: string, now: Instant): StateRecord {
  const summary =
    kind === 'people' ? 'Who is in HubSpot for this webinar' : 'Working data of a sync; removed at its end';
  return { key, kind, payload, version: 1, status: 'stored', occurredAt: now, summary };
}
