import { describe, expect, it } from 'vitest';
import {
  clipIntervals,
  maxSimultaneous,
  totalLengthMs,
  uniteIntervals,
  type Interval,
} from '../../../src/app/app.functions/domain/intervals.ts';

const interval = (start: number, end: number): Interval => ({ start, end });

describe('united intervals', () => {
  it('are sorted and do not overlap', () => {
    expect(uniteIntervals([interval(50, 60), interval(0, 10), interval(5, 20)])).toEqual([
      interval(0, 20),
      interval(50, 60),
    ]);
  });

  it('become one where they touch', () => {
    expect(uniteIntervals([interval(0, 10), interval(10, 20)])).toEqual([interval(0, 20)]);
  });

  it('swallow one that lies within another', () => {
    expect(uniteIntervals([interval(0, 100), interval(10, 20)])).toEqual([interval(0, 100)]);
  });

  it('keep a moment that stands alone', () => {
    expect(uniteIntervals([interval(5, 5)])).toEqual([interval(5, 5)]);
  });

  it('leave their inputs alone', () => {
    const given = Object.freeze([Object.freeze(interval(5, 9)), Object.freeze(interval(0, 6))]);

    expect(uniteIntervals(given)).toEqual([interval(0, 9)]);
    expect(given).toEqual([interval(5, 9), interval(0, 6)]);
  });
});

describe('clipped intervals', () => {
  it('keep only what lies within the bounds', () => {
    expect(clipIntervals([interval(0, 100)], [interval(10, 20), interval(50, 60)])).toEqual([
      interval(10, 20),
      interval(50, 60),
    ]);
  });

  it('lose what lies outside', () => {
    expect(clipIntervals([interval(0, 9), interval(21, 30)], [interval(10, 20)])).toEqual([]);
  });

  it('keep a moment within the bounds', () => {
    expect(clipIntervals([interval(15, 15)], [interval(10, 20)])).toEqual([interval(15, 15)]);
  });

  it('are none without bounds', () => {
    expect(clipIntervals([interval(0, 10)], [])).toEqual([]);
  });
});

describe('the length of intervals', () => {
  it('is the sum of their lengths', () => {
    expect(totalLengthMs([interval(0, 10), interval(20, 25)])).toBe(15);
  });

  it('is nothing for none', () => {
    expect(totalLengthMs([])).toBe(0);
  });
});

describe('the largest number of intervals at one moment', () => {
  it.each<[string, readonly Interval[], number]>([
    ['none', [], 0],
    ['one', [interval(0, 10)], 1],
    ['a rejoin at the moment of leaving', [interval(0, 10), interval(10, 20)], 1],
    ['two that overlap', [interval(0, 10), interval(9, 20)], 2],
    ['two of three', [interval(0, 10), interval(5, 15), interval(12, 20)], 2],
    ['three at once', [interval(0, 10), interval(0, 10), interval(5, 6)], 3],
    ['a moment alone', [interval(5, 5)], 1],
    ['a moment within another', [interval(0, 10), interval(5, 5)], 2],
    ['two at the same moment', [interval(5, 5), interval(5, 5)], 2],
    ['a moment at the end of another', [interval(0, 5), interval(5, 5)], 1],
  ])('%s', (_, intervals, expected) => {
    expect(maxSimultaneous(intervals)).toBe(expected);
  });
});
