import type { RunCheckpoint } from './checkpoint.ts';
import type { PartitionLoader } from './partition-loader.ts';
import { partitionRows, type PartitionedRows } from './partition-rows.ts';
import { choosePartitionCount } from './partitions.ts';
import { unpackRows, type RowBatch } from './source-rows.ts';

/** The rows of a run: those in records, and those that this step has read and not saved yet. */
export interface RowStore {
  readonly partitionCount: number;
  load(partition: number): Promise<readonly RowBatch[]>;
  /** See {@link PartitionLoader.readAhead}. */
  readAhead(partition: number): void;
  /** Puts rows into their parts. */
  add(parts: PartitionedRows): void;
  /** What is in no record yet. */
  unsaved(): PartitionedRows;
}

/** Fixed when it is first needed, because by then Zoom has said how long the lists are. */
export const partitionCountOf = (run: RunCheckpoint): number =>
  run.partitionCount ?? choosePartitionCount(estimatePersonCount(run));

export function estimatePersonCount({ lists }: RunCheckpoint): number {
  const rowsOf = (kind: 'registrants' | 'participants'): number =>
    lists
      .filter(({ list }) => list.kind === kind)
      .reduce((sum, { totalCount, rowCount }) => sum + (totalCount ?? rowCount), 0);
  return rowsOf('registrants') || rowsOf('participants');
}

export function createRowStore(
  run: RunCheckpoint,
  loader: PartitionLoader,
  accountId: string,
  batches: readonly RowBatch[],
): RowStore {
  const partitionCount = partitionCountOf(run);
  const lists = run.lists.map(({ list }) => list);
  const unsaved = new Map<number, readonly RowBatch[]>(partitionRows(batches, accountId, partitionCount));
  return {
    partitionCount,
    async load(partition) {
      const { rows } = await loader.load(partition);
      return [...rows.flatMap(({ payload }) => unpackRows(payload, lists)), ...(unsaved.get(partition) ?? [])];
    },
    readAhead: (partition) => loader.readAhead(partition),
    add(parts) {
      for (const [partition, added] of parts) unsaved.set(partition, [...(unsaved.get(partition) ?? []), ...added]);
    },
    unsaved: () => unsaved,
  };
}
