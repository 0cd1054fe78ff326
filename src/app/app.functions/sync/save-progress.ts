import { IntegrationError, isIntegrationError, toFailure } from '../http/integration-error.ts';
import { removeAbandonedRun } from './abandoned-run.ts';
import { keepWrites } from './keep-writes.ts';
import { emptyTally, toStateRecord, type RunCheckpoint, type Tally, type WebinarState } from './checkpoint.ts';
import { packOutcomes, type ItemOutcome } from './outcomes.ts';
import type { PartitionedRows } from './partition-rows.ts';
import type { StateRecord } from './ports.ts';
import { packRows } from './source-rows.ts';
import { addStep, type Step } from './step.ts';
import { workingRecord } from './working-record.ts';

/** What a step has that is in no record yet. */
export interface Unsaved {
  readonly rows: PartitionedRows;
  readonly partitionCount: number;
  /** Of the parts that were completed in this step. */
  readonly records: readonly StateRecord[];
  /** Of the part at the run's position, from its first item on; null leaves those that are in records already. */
  readonly outcomes: readonly ItemOutcome[] | null;
}

/** Saves everything that the next step needs, and gives the webinar back. */
export async function saveProgress(
  step: Step,
  run: RunCheckpoint,
  unsaved: Unsaved,
  lastFailure: WebinarState['lastFailure'] = null,
): Promise<void> {
  const { parts, keys, prepared, state } = step;
  const { runNumber } = state;
  const rowRecordCounts = Array.from({ length: unsaved.partitionCount }, (_, index) => run.rowRecordCounts[index] ?? 0);
  const rowRecords: StateRecord[] = [];
  const lateRowKeys = [...(run.lateRowKeys ?? [])];
  // Nobody reads the rows of parts that are done any more, except to find out whom a recording belongs to.
  const openParts = [...unsaved.rows].filter(
    ([partition]) => partition >= run.position.partition || run.recordingDecision.isOn,
  );
  for (const [partition, batches] of openParts) {
    for (const payload of packRows(batches)) {
      const index = rowRecordCounts[partition] ?? 0;
      const key = keys.rows(runNumber, partition, index);
      rowRecords.push(workingRecord(key, 'rows', payload, parts.now()));
      if (partition < run.position.partition) lateRowKeys.push(key);
      rowRecordCounts[partition] = index + 1;
    }
  }
  const outcomeRecords = packOutcomes(unsaved.outcomes ?? []).map((payload, index) =>
    workingRecord(keys.outcomes(runNumber, run.position.partition, index), 'outcomes', payload, parts.now()),
  );
  const saved: RunCheckpoint = {
    ...run,
    partitionCount: unsaved.partitionCount,
    rowRecordCounts,
    rowCharacterCount: rowRecords.reduce((sum, { payload }) => sum + payload.length, run.rowCharacterCount ?? 0),
    lateRowKeys,
    outcomeRecordCount: unsaved.outcomes === null ? run.outcomeRecordCount : outcomeRecords.length,
  };
  const summary = `${run.webinar.topic}: ${run.phase}`;
  const factRecords = step.facts.takeRecords();
  const { contactWrites, records: writesRecords } = keepWrites(step);
  const recordsWith = (tally: Tally): readonly StateRecord[] => [
    ...rowRecords,
    ...outcomeRecords,
    ...unsaved.records,
    ...factRecords,
    ...writesRecords,
    toStateRecord(keys, { ...state, contactWrites, run: { ...saved, tally }, lastFailure }, summary, parts.now()),
  ];
  const callCount = prepared.store.countWriteCalls(recordsWith(run.tally));
  await prepared.store.write(recordsWith(addStep(step, run.tally, callCount)));
}

/**
 * Ends a run about one person whom neither Zoom nor an earlier sync knows.
 *
 * @throws IntegrationError reason `person-not-listed`, always
 */
export async function giveUpOnPerson(step: Step, run: RunCheckpoint): Promise<never> {
  const { keys, prepared, state, parts } = step;
  const { webinarId, topic } = run.webinar;
  await removeAbandonedRun(prepared.store, keys, state.runNumber, state.run ?? run);
  await prepared.store.write([toStateRecord(keys, { ...state, run: null }, topic, parts.now())]);
  throw new IntegrationError(
    toFailure({ system: 'zoom', operation: 'sync a person' }, 'not-found', { cause: 'person-not-listed', webinarId }),
  );
}

/**
 * Keeps what was read before something failed, and gives the webinar back for the next try. What was written is not
 * counted, because it will be written again.
 */
export async function saveFailure(
  step: Step,
  run: RunCheckpoint,
  read: Pick<Unsaved, 'rows' | 'partitionCount'>,
  error: unknown,
): Promise<void> {
  const failure = isIntegrationError(error) ? error.failure : null;
  const tally = step.state.run?.tally ?? emptyTally;
  try {
    await saveProgress(step, { ...run, tally }, { ...read, records: [], outcomes: null }, failure);
  } catch {
    // The lease runs out by itself, and the next step goes on from the last one that could be saved.
  }
}
