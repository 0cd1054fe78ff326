import type { RecordKeys, RunCheckpoint } from './checkpoint.ts';
import type { StateStore } from './ports.ts';

/** Removes what a run has left that nobody will go on with. */
export async function removeAbandonedRun(
  store: StateStore,
  keys: RecordKeys,
  runNumber: number,
  run: RunCheckpoint,
): Promise<void> {
  const numbered = (count: number, keyOf: (index: number) => string): readonly string[] =>
    Array.from({ length: count }, (_, index) => keyOf(index));
  const wanted = [
    ...run.rowRecordCounts.flatMap((count, partition) =>
      numbered(count, (index) => keys.rows(runNumber, partition, index)),
    ),
    ...run.newMarks.flatMap((part, partition) =>
      part.runNumber === runNumber
        ? numbered(part.recordCount, (index) => keys.marks(runNumber, partition, index))
        : [],
    ),
    ...numbered(run.outcomeRecordCount, (index) => keys.outcomes(runNumber, run.position.partition, index)),
  ];
  if (wanted.length === 0) return;
  const records = await store.read(wanted);
  await store.remove([...records.values()].map(({ recordId }) => recordId));
}
