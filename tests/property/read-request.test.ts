import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../src/app/app.functions/access/read-request.ts';
import { settings } from '../support/arbitraries.ts';

const forbidden = ['__proto__', 'constructor', 'prototype'];

/** JSON as a text, so that `__proto__` is a name like any other. */
const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string; object: string }>((tie) => ({
  object: fc
    .array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom(...forbidden)), tie('value')), { maxLength: 4 })
    .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`),
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.string(), fc.double(), fc.constant(null)).map((value) => JSON.stringify(value)),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
  ),
})).object;

/** Written the other way: by recursion. */
function holdsForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    (!Array.isArray(value) && Object.keys(value).some((name) => forbidden.includes(name))) ||
    Object.values(value).some(holdsForbiddenName)
  );
}

describe('reading a request from outside', () => {
  it('never throws, whatever the gateway hands over', () => {
    const member = fc.oneof(fc.jsonValue(), fc.string(), fc.constant(undefined));
    const texts = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.oneof(fc.string(), fc.integer()))));
    const context = fc.record(
      {
        method: fc.oneof(fc.constantFrom('POST', 'post', 'GET'), member),
        params: fc.oneof(texts, member),
        headers: fc.oneof(texts, member),
        body: member,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(context, (given) => {
        const read = readRequest(given);
        if (read.kind === 'refused') expect([400, 405, 413, 415]).toContain(read.status);
        else expect(read.request.method).toBe('POST');
      }),
      { ...settings, numRuns: 2_000 },
    );
  });

  it('lets no name through that reaches into prototypes, as bytes or parsed', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const parsed: unknown = JSON.parse(text);
        const expected = holdsForbiddenName(parsed) ? 'refused' : 'request';

        expect(readRequest({ body: text }).kind).toBe(expected);
        expect(readRequest({ body: parsed }).kind).toBe(expected);
      }),
      { ...settings, numRuns: 2_000 },
    );
  });

  it('refuses millions of parts without making something for each of them', () => {
    const millions = { list: new Array<number>(2_000_000).fill(0) };
    const before = process.memoryUsage().heapUsed;

    expect(readRequest({ body: millions })).toMatchObject({ cause: 'body-too-complex' });
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20_000_000);
  });
});
