import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  formatSealed,
  packItems,
  packText,
  payloadCharactersMax,
  readSealed,
  readSealedOrOlder,
  unpackText,
} from '../../../src/app/app.functions/sync/payload.ts';

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
    expect(packText(text)).toMatch(/^deflated:[\w+/=]+$/);
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

    const total = packText(JSON.stringify(items)).length;
    expect(payloads).toHaveLength(Math.ceil((total * 1.05) / payloadCharactersMax));
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

describe('a sealed value', () => {
  const value = { name: 'Jörg "Weiß" 🍅', list: [1, 2, { seal: 'x', value: null }], lines: 'a\nb' };

  it.each([
    ['short', value],
    ['long', Array.from({ length: 500 }, () => value)],
    ['a list', [value]],
  ])('comes back as it was: %s', (_, sealed) => {
    const payload = packText(formatSealed(sealed));

    expect(readSealed(payload)).toEqual(sealed);
    expect(readSealedOrOlder(payload)).toEqual(sealed);
  });

  const sealed = formatSealed(value);
  const deflated = (text: string): string => `deflated:${deflateRawSync(text).toString('base64')}`;
  it.each([
    ['a word of it was changed', sealed.replace('Weiß', 'Weiss')],
    ['its seal was changed', sealed.replace(/"seal":"./, '"seal":"~')],
    ['it has the seal of another', sealed.replace(/"value":.*/s, '"value":{}}')],
    ['it was cut', sealed.slice(0, -5)],
    ['it was cut when it was compressed', packText(formatSealed('x'.repeat(9_000))).slice(0, -6)],
    ['it was changed when it was compressed', deflated(sealed.replace('Weiß', 'Weiss'))],
    ['something stands before it', ` ${sealed}`],
    ['something stands behind it', `${sealed}1`],
    ['there is nothing', ''],
  ])('is nothing when %s', (_, payload) => {
    expect(readSealed(payload)).toBeUndefined();
  });

  it('of an earlier version had no seal; only who says so reads it', () => {
    expect(readSealed('{"v":1}')).toBeUndefined();
    expect(readSealedOrOlder('{"v":1}')).toEqual({ v: 1 });
    expect(readSealedOrOlder(sealed.replace('Weiß', 'Weiss'))).toBeUndefined();
    expect(readSealedOrOlder('{"v":')).toBeUndefined();
  });

  it('is nothing when it would unpack to more than a record can hold', () => {
    expect(readSealedOrOlder(deflated(`"${'x'.repeat(33 * 1024 * 1024)}"`))).toBeUndefined();
    expect(readSealedOrOlder(deflated(`"${'x'.repeat(1024)}"`))).toBe('x'.repeat(1024));
  });
});
