import { describe, expect, it } from 'vitest';
import { parse } from 'zod/mini';
import { countOrNull, countOrZero } from '../../../src/app/app.functions/zoom/zoom-fields.ts';

describe('a count of Zoom’s', () => {
  it.each([0, 1, 0.5, 1_000_000_000])('is taken as it is: %d', (count) => {
    expect([parse(countOrNull, count), parse(countOrZero, count)]).toEqual([count, count]);
  });

  it.each([undefined, null, -1, 1_000_000_001, 1e300])('says nothing, when it is %s', (count) => {
    expect([parse(countOrNull, count), parse(countOrZero, count)]).toEqual([null, 0]);
  });
});
