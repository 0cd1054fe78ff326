import type { RunCheckpoint } from './checkpoint.ts';
import { coveringPartitions } from './partitions.ts';
import { payloadCharactersMax } from './payload.ts';
import type { StoredRecord } from './ports.ts';
import type { Step } from './step.ts';

/** The records of one part. */
export interface PartitionRecords {
  readonly rows: readonly StoredRecord[];
  readonly marks: readonly StoredRecord[];
  /** What became of the people before the run's position in this part; of other parts there are none. */
  readonly outcomes: readonly StoredRecord[];
  /** False when HubSpot did not give all records with rows: nobody may be taken for absent then. */
  readonly areRowsWhole: boolean;
  /** The same of marks: nobody may be taken for new then. */
  readonly areMarksWhole: boolean;
}

export interface PartitionLoader {
  load(partition: number): Promise<PartitionRecords>;
  /** Begins to read what `load` will ask for after this part; for those who go through all parts to the end. */
  readAhead(partition: number): void;
}

/** Parts that are read with one call. */
interface Group {
  readonly parts: readonly {
    readonly partition: number;
    readonly rows: readonly string[];
    readonly marks: readonly string[];
    readonly outcomes: readonly string[];
  }[];
  readonly keys: readonly string[];
  readonly expectedCharacters: number;
}

/** What is read with one call: more would make memory grow. */
const charactersPerCall = 20 * payloadCharactersMax;
const recordsPerCall = 100;
/** What stays at hand, so that a webinar of moderate size is read once for both looks at it. */
const charactersKept = 50 * payloadCharactersMax;

const nothing: PartitionRecords = { rows: [], marks: [], outcomes: [], areRowsWhole: true, areMarksWhole: true };

/**
 * Reads the records of parts, those of the following parts along with them as far as they fit into one call.
 * What was read last stays at hand.
 */
export function createPartitionLoader(
  { keys, prepared, state }: Pick<Step, 'keys' | 'prepared' | 'state'>,
  run: RunCheckpoint,
): PartitionLoader {
  const partitionCount = run.partitionCount ?? 1;
  const rowRecordCharacters = expectRowRecordCharacters(run);
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
  const outcomeKeys = (partition: number): readonly string[] =>
    partition === run.position.partition && run.position.index > 0
      ? numbered(run.outcomeRecordCount, (index) => keys.outcomes(state.runNumber, partition, index))
      : [];

  /** A part with as many of the following ones as one call can bring. */
  function groupFrom(partition: number): Group {
    const parts: Group['parts'][number][] = [];
    const wanted = new Set<string>();
    let expectedCharacters = 0;
    for (let next = partition; next < partitionCount; next += 1) {
      const part = { partition: next, rows: rowKeys(next), marks: markKeys(next), outcomes: outcomeKeys(next) };
      const fullRecords = [...part.marks.filter((key) => !wanted.has(key)), ...part.outcomes];
      const more = part.rows.length * rowRecordCharacters + fullRecords.length * payloadCharactersMax;
      const isTooMuch =
        wanted.size + part.rows.length + fullRecords.length > recordsPerCall ||
        expectedCharacters + more > charactersPerCall;
      if (parts.length > 0 && isTooMuch) break;
      for (const key of [...part.rows, ...fullRecords]) wanted.add(key);
      expectedCharacters += more;
      parts.push(part);
    }
    return { parts, keys: [...wanted], expectedCharacters };
  }

  const readKeys = (wanted: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> =>
    wanted.length === 0 ? Promise.resolve(new Map()) : prepared.store.read(wanted);

  function firstNotAtHand(partition: number): number | null {
    for (let next = partition; next < partitionCount; next += 1) if (!atHand.has(next)) return next;
    return null;
  }

  let ahead: {
    readonly partition: number;
    readonly group: Group;
    readonly reading: ReturnType<typeof readKeys>;
  } | null = null;

  return {
    async load(partition) {
      const known = atHand.get(partition);
      if (known !== undefined) return known;
      const taken = ahead?.partition === partition ? ahead : null;
      const group = taken?.group ?? groupFrom(partition);
      ahead = null;
      const records = await (taken?.reading ?? readKeys(group.keys));
      const pick = (picked: readonly string[]) => picked.flatMap((key) => records.get(key) ?? []);
      if (countCharacters(atHand) + group.expectedCharacters > charactersKept) atHand.clear();
      for (const part of group.parts) {
        const rows = pick(part.rows);
        const areRowsWhole = rows.length === part.rows.length;
        const marks = pick(part.marks);
        const areMarksWhole = marks.length === part.marks.length;
        atHand.set(part.partition, { rows, marks, outcomes: pick(part.outcomes), areRowsWhole, areMarksWhole });
      }
      return atHand.get(partition) ?? nothing;
    },
    readAhead(partition) {
      if (partition >= partitionCount || ahead !== null) return;
      const next = firstNotAtHand(partition);
      if (next === null) return;
      const group = groupFrom(next);
      const reading = readKeys(group.keys);
      // Whoever loads the part hears of it.
      reading.catch(() => undefined);
      ahead = { partition: next, group, reading };
    },
  };
}

const countCharacters = (parts: ReadonlyMap<number, PartitionRecords>): number =>
  [...parts.values()]
    .flatMap(({ rows, marks }) => [...rows, ...marks])
    .reduce((sum, { payload }) => sum + payload.length, 0);

/** The steps of a long list save few rows of each part at a time, so that their records are far from full. */
function expectRowRecordCharacters({ rowRecordCounts, rowCharacterCount }: RunCheckpoint): number {
  const recordCount = rowRecordCounts.reduce((sum, count) => sum + count, 0);
  return rowCharacterCount === undefined || recordCount === 0 ? payloadCharactersMax : rowCharacterCount / recordCount;
}

const numbered = (count: number, keyOf: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => keyOf(index));
