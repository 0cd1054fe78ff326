import { describe, expect, it } from 'vitest';
import { planHistory, splitIntoRanges } from '../../../src/app/app.functions/sweep/day-ranges.ts';
import { dayMs, hourMs, noon } from './entries.ts';

const daysOf = (ranges: readonly { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => [from, to].map((at) => new Date(at).toISOString().slice(0, 10)));

describe('splitIntoRanges', () => {
  it('takes a month at a time, newest first', () => {
    expect(daysOf(splitIntoRanges(noon - 60 * dayMs, noon))).toEqual([
      ['2026-10-24', '2026-11-20'],
      ['2026-09-26', '2026-10-23'],
      ['2026-09-21', '2026-09-25'],
    ]);
  });

  it('has one day at least, and none for a period that ends before it begins', () => {
    expect(daysOf(splitIntoRanges(noon, noon))).toEqual([['2026-11-20', '2026-11-20']]);
    expect(splitIntoRanges(noon + dayMs, noon)).toEqual([]);
  });
});

describe('B4: planHistory', () => {
  const plan = (...given: Parameters<typeof planHistory>) => daysOf(planHistory(...given));
  const covered = { from: noon - 30 * dayMs, to: noon - hourMs };

  it('reads the whole period the first time', () => {
    expect(plan(null, 10, noon, false)).toEqual([['2026-11-10', '2026-11-20']]);
    expect(plan(null, 0, noon, false)).toEqual([['2026-11-20', '2026-11-20']]);
  });

  it('reads what is new, and two days before it', () => {
    expect(plan(covered, 30, noon, false)).toEqual([['2026-11-18', '2026-11-20']]);
  });

  it('S8: reads everything since the last look, however short the period is', () => {
    expect(plan({ ...covered, to: noon - 20 * dayMs }, 1, noon, false)).toEqual([['2026-10-29', '2026-11-20']]);
  });

  it('reads no further back than Zoom’s reports reach', () => {
    const ranges = planHistory({ from: noon - 900 * dayMs, to: noon - 400 * dayMs }, 30, noon, false);

    expect(new Date(ranges.at(-1)?.from ?? 0).toISOString().slice(0, 10)).toBe('2026-05-24');
  });

  it('reads the older part when the period grows', () => {
    expect(plan(covered, 50, noon, false)).toEqual([
      ['2026-11-18', '2026-11-20'],
      ['2026-10-01', '2026-10-20'],
    ]);
  });

  it('reads the whole period again when asked to', () => {
    expect(plan(covered, 5, noon, true)).toEqual([['2026-11-15', '2026-11-20']]);
  });
});
