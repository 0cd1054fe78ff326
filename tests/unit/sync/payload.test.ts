import { describe, expect, it } from 'vitest';
import { packItems, packText, payloadCharactersMax, unpackText } from '../../../src/app/app.functions/sync/payload.ts';

/** Text that hardly gets shorter. */
function dense(length: number, seed: number): string {
  let value = seed + 1;
  return Array.from({ length }, () => {
    value = (value * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (value % 90));
  }).join('');
}

const unpackAll = (payloads: readonly string[]): readonly unknown[] =>
  payloads.flatMap((payload) => JSON.parse(unpackText(payload)) as readonly unknown[]);

describe('a packed text', () => {
  it('is itself when it is short', () => {
    expect(packText('{"a":1}')).toBe('{"a":1}');
    expect(unpackText('{"a":1}')).toBe('{"a":1}');
  });

  it('is shorter when it is long, and comes back whole', () => {
    const text = 'Jörg Weiß 🍅 '.repeat(2_000);

    expect(packText(text).length).toBeLessThan(text.length / 10);
    expect(unpackText(packText(text))).toBe(text);
  });

  it('keeps to what is worth it', () => {
    expect(packText('a'.repeat(7_999))).toHaveLength(7_999);
    expect(packText('a'.repeat(8_000)).length).toBeLessThan(100);
  });
});

describe('packed items', () => {
  const pack = (items: readonly unknown[]) => packItems(items, (some) => JSON.stringify(some));

  it('of nothing are nothing', () => {
    expect(pack([])).toEqual([]);
  });

  it('fit one payload if they can', () => {
    expect(pack(['a', 'b'])).toEqual(['["a","b"]']);
  });

  it('are divided into payloads that fit a record, in their order', () => {
    const items = Array.from({ length: 500 }, (_, index) => `${index} ${dense(1_000, index)}`);
    const payloads = pack(items);

    expect(payloads.length).toBeGreaterThan(5);
    expect(payloads.every(({ length }) => length <= payloadCharactersMax)).toBe(true);
    expect(unpackAll(payloads)).toEqual(items);
  });

  it('are divided again where the first division was uneven', () => {
    const items = [
      ...Array.from({ length: 50 }, (_, index) => dense(20_000, index)),
      ...Array.from({ length: 50 }, () => 'x'),
    ];
    const payloads = pack(items);

    expect(payloads.every(({ length }) => length <= payloadCharactersMax)).toBe(true);
    expect(unpackAll(payloads)).toEqual(items);
  });

  it('that are alone are never divided', () => {
    expect(pack([dense(100_000, 0)])).toHaveLength(1);
  });
});
