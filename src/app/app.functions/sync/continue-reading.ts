import type { RunCheckpoint } from './checkpoint.ts';
import { readNumbered } from './numbered-records.ts';
import type { StoredRecord } from './ports.ts';
import { collectRows, readLists, type CollectedRows } from './read-source.ts';
import { unpackRows, type RowBatch } from './source-rows.ts';
import { shouldStopReading, type Step } from './step.ts';

export interface ReadResult {
  readonly run: RunCheckpoint;
  /** Null while something is still to be read. */
  readonly rows: CollectedRows | null;
  /** Rows that are in no record yet. */
  readonly unsaved: readonly RowBatch[];
  /** Records that hold the other rows. */
  readonly rowRecordIds: readonly string[];
  /** What ended the reading early, else null. */
  readonly error: unknown;
}

/**
 * Reads on from where the steps before stopped. When all lists are complete, their rows are put together; lists that
 * moved while they were read are read again.
 */
export async function continueReading(step: Step, begun: RunCheckpoint): Promise<ReadResult> {
  const { webinarId } = begun.webinar;
  const unsaved: RowBatch[] = [];
  let stored: readonly StoredRecord[] | null = null;
  let run = begun;
  for (;;) {
    const progress = await readLists(step.parts.zoom, webinarId, run.lists, () => shouldStopReading(step));
    unsaved.push(...progress.batches);
    run = { ...run, lists: progress.lists };
    const pause = { run, rows: null, unsaved, rowRecordIds: [], error: progress.error };
    if (progress.error !== null || run.lists.some(isOpen)) return pause;

    stored ??= await loadRowRecords(step, run);
    const rows = collectRows(run.lists, [...unpack(stored, run), ...unsaved]);
    run = { ...run, lists: rows.lists };
    if (!run.lists.some(isOpen)) {
      const rowRecordIds = stored.map(({ recordId }) => recordId);
      return { run: { ...run, phase: 'writing' }, rows, unsaved, rowRecordIds, error: null };
    }
    if (shouldStopReading(step)) return { ...pause, run };
  }
}

const isOpen = ({ isDone }: { readonly isDone: boolean }): boolean => !isDone;

/** Where a record is missing, its list comes out too short and is read again. */
function loadRowRecords({ prepared, keys, state }: Step, run: RunCheckpoint): Promise<readonly StoredRecord[]> {
  return readNumbered(prepared.store, run.rowRecordCount, (index) => keys.rows(state.runNumber, index));
}

function unpack(records: readonly StoredRecord[], run: RunCheckpoint): readonly RowBatch[] {
  const lists = run.lists.map(({ list }) => list);
  return records.flatMap(({ payload }) => unpackRows(payload, lists));
}
