import { beforeEach, expect, it } from 'vitest';
import { countRefusal, takeRefusalCounts } from '../../../src/app/app.functions/access/refusal-count.ts';

beforeEach(() => {
  takeRefusalCounts();
});

it('counts refusals by their cause until somebody takes the counts', () => {
  countRefusal('wrong-token');
  countRefusal('no-proof');
  countRefusal('wrong-token');

  expect(takeRefusalCounts()).toEqual({ 'wrong-token': 2, 'no-proof': 1 });
  expect(takeRefusalCounts()).toEqual({});
});
