import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CellRecord } from './cell-record.ts';

/** Where `npm run test:fault` wants to find what was tested; without it nothing is kept. */
const recordsDirectory = process.env['FAULT_RECORDS'];

export function recordCell(record: CellRecord): void {
  if (recordsDirectory === undefined) return;
  appendFileSync(join(recordsDirectory, `${process.pid}.jsonl`), `${JSON.stringify(record)}\n`);
}

/** To be called by the test of a cell: records how it has ended. */
export function recordEnd(cell: Omit<Extract<CellRecord, { kind: 'ran' }>, 'kind' | 'hasPassed'>): void {
  onTestFinished(({ task }) => recordCell({ kind: 'ran', ...cell, hasPassed: task.result?.state === 'pass' }));
}
