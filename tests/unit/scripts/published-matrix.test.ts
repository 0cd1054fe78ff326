import { describe, expect, it } from 'vitest';
import type { CellRecord } from '../../fault/cell-record.ts';
import { countOutcomes, describeMatrix, readMatrix } from '../../fault/published-matrix.ts';

const cell = { scenario: 'a sync', step: 'page 2', fault: 'a cut' } as const;
const planned: CellRecord = { ...cell, kind: 'planned', way: 'lasting', outcome: 'fails', reason: '' };
const plannedOnce: CellRecord = { ...planned, way: 'once' };
const ran = (way: 'lasting' | 'once', hasPassed = true): CellRecord => ({ ...cell, kind: 'ran', way, hasPassed });

const resultOf = (records: readonly CellRecord[]) => readMatrix(records, ['a cut']).rows.map(({ cells }) => cells[0]);

describe('the published matrix', () => {
  it.each([
    ['what was shown in every way', [planned, plannedOnce, ran('lasting'), ran('once')], 'fails'],
    ['what was shown in one way only', [planned, plannedOnce, ran('lasting')], 'not-run'],
    ['what was only planned', [planned], 'not-run'],
    ['what failed in one way', [planned, plannedOnce, ran('lasting'), ran('once', false)], 'failed'],
    ['a fault that the table does not know', [{ ...planned, fault: 'another' }], 'not-run'],
  ] as const)('tells %s', (_, records, result) => {
    expect(resultOf(records)).toEqual([result]);
  });

  it('counts and shows what failed, and says why cells are different', () => {
    const exempt: CellRecord = { ...cell, kind: 'exempt', fault: 'a lock', outcome: 'impossible', reason: 'no locks' };
    const matrix = readMatrix([planned, ran('lasting', false), exempt], ['a cut', 'a lock']);

    expect(countOutcomes(matrix)).toMatchObject({ testedCount: 1, failedCount: 1, notRunCount: 0, testCount: 1 });
    expect(describeMatrix(matrix)).toContain('| page 2 | **✗** | · |');
    expect(describeMatrix(matrix)).toContain('- no locks: page 2');
  });
});
