import { describe, expect, it } from 'vitest';
import { takeFitting } from '../../../src/app/app.functions/runtime/answer-size.ts';

describe('takeFitting', () => {
  it('takes the first ones, as many as fit in the bytes that they have in an answer', () => {
    const items = ['ä', 'b', 'c'];
    const bytes = Buffer.byteLength(JSON.stringify(items));

    expect(takeFitting(items, bytes)).toEqual(items);
    expect(takeFitting(items, 9)).toEqual(['ä', 'b']);
    expect(takeFitting(items, 8)).toEqual(['ä']);
    expect(takeFitting(items, 0)).toEqual([]);
  });
});
