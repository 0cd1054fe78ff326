import type { RunCheckpoint } from './checkpoint.ts';
import { coveringPartitions } from './partitions.ts';
import type { StoredRecord } from './ports.ts';
import type { Step } from './step.ts';

/** The records of one part. */
export interface PartitionRecords {
  readonly rows: readonly StoredRecord[];
  readonly marks: readonly StoredRecord[];
  /** False when HubSpot did not give all records with rows: nobody may be taken for absent then. */
  readonly areRowsWhole: boolean;
  /** The same of marks: nobody may be taken for new then. */
  readonly areMarksWhole: boolean;
}

export interface PartitionLoader {
  load(partition: number): Promise<PartitionRecords>;
}

/** Records of 60 kB that are read with one call: more would make memory grow. */
const recordsPerCall = 20;
/** Records that stay at hand, so that a webinar of moderate size is read once for both looks at it. */
const recordsKept = 50;

/**
 * Reads the records of parts, those of the following parts along with them as far as they fit into one call.
 * What was read last stays at hand.
 */
export function createPartitionLoader(step: Step, run: RunCheckpoint): PartitionLoader {
  const { keys, prepared, state } = step;
  const partitionCount = run.partitionCount ?? 1;
  const atHand = new Map<number, PartitionRecords>();

  const rowKeys = (partition: number): readonly string[] =>
    numbered(run.rowRecordCounts[partition] ?? 0, (index) => keys.rows(state.runNumber, partition, index));
  const markKeys = (partition: number): readonly string[] =>
    coveringPartitions(partition, partitionCount, Math.max(1, state.marks.length)).flatMap((earlier) => {
      const part = state.marks[earlier];
      return part === undefined
        ? []
        : numbered(part.recordCount, (index) => keys.marks(part.runNumber, earlier, index));
    });

  return {
    async load(partition) {
      const known = atHand.get(partition);
      if (known !== undefined) return known;
      const group: {
        readonly partition: number;
        readonly rows: readonly string[];
        readonly marks: readonly string[];
      }[] = [];
      const wanted = new Set<string>();
      for (let next = partition; next < partitionCount; next += 1) {
        const part = { partition: next, rows: rowKeys(next), marks: markKeys(next) };
        const more = [...part.rows, ...part.marks].filter((key) => !wanted.has(key));
        if (group.length > 0 && wanted.size + more.length > recordsPerCall) break;
        for (const key of more) wanted.add(key);
        group.push(part);
      }
      const records = wanted.size === 0 ? new Map<string, StoredRecord>() : await prepared.store.read([...wanted]);
      const pick = (picked: readonly string[]) => picked.flatMap((key) => records.get(key) ?? []);
      if (countRecords(atHand) + records.size > recordsKept) atHand.clear();
      for (const part of group) {
        const rows = pick(part.rows);
        const areRowsWhole = rows.length === part.rows.length;
        const marks = pick(part.marks);
        const areMarksWhole = marks.length === part.marks.length;
        atHand.set(part.partition, { rows, marks, areRowsWhole, areMarksWhole });
      }
      return atHand.get(partition) ?? { rows: [], marks: [], areRowsWhole: true, areMarksWhole: true };
    },
  };
}

const countRecords = (parts: ReadonlyMap<number, PartitionRecords>): number =>
  [...parts.values()].reduce((sum, { rows, marks }) => sum + rows.length + marks.length, 0);

const numbered = (count: number, keyOf: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => keyOf(index));
