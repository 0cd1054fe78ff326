import type { RunCheckpoint } from './checkpoint.ts';
import { createPartitionLoader, type PartitionLoader } from './partition-loader.ts';
import { mayBeJoined } from './planned-sessions.ts';
import { readLists } from './read-source.ts';
import { createRowStore, partitionCountOf, type RowStore } from './row-store.ts';
import { sortRows } from './sort-rows.ts';
import type { RowBatch } from './source-rows.ts';
import { elapsedMs, shouldStopReading, type Step } from './step.ts';

export interface ReadResult {
  readonly run: RunCheckpoint;
  readonly rows: RowStore;
  readonly loader: PartitionLoader;
  /** What ended the reading early, else null. */
  readonly error: unknown;
}

/** A thousand rows take about a megabyte until they are saved; a webinar with many sessions, or a fast Zoom, brings more in a step. */
const rowsHeldMax = 25_000;
/** Sorting decompresses, parses and looks at every row; measured at about 15 ms a record, with room. */
const sortingMsPerRecord = 25;
const sortingMs = 7_000;

/**
 * Reads on from where the steps before stopped. When all lists are complete, their rows are sorted; lists that moved
 * while they were read are read again.
 *
 * @param loaderOfBegun - when its records are being read already
 */
export async function continueReading(
  step: Step,
  begun: RunCheckpoint,
  loaderOfBegun: PartitionLoader | null,
): Promise<ReadResult> {
  const { webinarId } = begun.webinar;
  const batches: RowBatch[] = [];
  let run = begun;
  for (;;) {
    const { zoom, nextTurn } = step.parts;
    const heldCount = batches.reduce(
      (sum, { registrants, participations }) => sum + registrants.length + participations.length,
      0,
    );
    const isEnough = (rowCount: number): boolean => heldCount + rowCount >= rowsHeldMax || shouldStopReading(step);
    const progress = await readLists(zoom, webinarId, run.lists, isEnough, nextTurn);
    batches.push(...progress.batches.map((batch) => withoutUselessLinks(batch, run)));
    run = { ...run, lists: progress.lists };
    const isRead = progress.error === null && run.lists.every(({ isDone }) => isDone);
    if (isRead) run = { ...run, partitionCount: partitionCountOf(run) };

    const loader = loaderOfBegun ?? createPartitionLoader(step, run);
    const rows = createRowStore(run, loader, step.parts.accountId, batches);
    const result = { run, rows, loader, error: progress.error };
    if (!isRead || run.phase === 'writing') return result;
    if (!hasTimeToSort(step, run)) return { ...result, run: { ...run, phase: 'sorting' } };

    const sorted = await sortRows(run, rows).catch((error: unknown) => ({ kind: 'failed', error }) as const);
    if (sorted.kind === 'failed') return { ...result, error: sorted.error };
    if (sorted.kind === 'sorted') {
      const { sessions, unstable, untracked } = sorted;
      return { ...result, run: { ...run, phase: 'writing', sessions, unstable, untracked } };
    }
    run = { ...run, phase: 'reading', lists: sorted.lists };
    if (shouldStopReading(step)) return { ...result, run };
  }
}

/** Personal links are long, and nobody needs them when the webinar is over. */
function withoutUselessLinks(batch: RowBatch, { webinar, readAt }: RunCheckpoint): RowBatch {
  if (mayBeJoined(webinar, readAt)) return batch;
  return { ...batch, registrants: batch.registrants.map((registrant) => ({ ...registrant, joinUrl: null })) };
}

function hasTimeToSort(step: Step, run: RunCheckpoint): boolean {
  const recordCount = run.rowRecordCounts.reduce((sum, count) => sum + count, 0);
  const isFreshStep = run.phase === 'sorting';
  return isFreshStep || elapsedMs(step) + recordCount * sortingMsPerRecord < sortingMs;
}
