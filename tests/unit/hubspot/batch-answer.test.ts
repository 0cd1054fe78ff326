import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settleBatch, type HubSpotObject } from '../../../src/app/app.functions/hubspot/batch-answer.ts';

const anInput = (index: number) => ({ traceId: `row-${index}`, identity: `p${index}@x.test` });
const aResult = (index: number, more: Partial<HubSpotObject> = {}): HubSpotObject => ({
  id: String(1_000 + index),
  properties: { email: `p${index}@x.test` },
  ...more,
});
const byEmail = ({ properties }: HubSpotObject) => [properties.email ?? ''];
const anError = (context: Record<string, unknown>) => ({
  message: 'refused',
  category: 'VALIDATION_ERROR',
  subCategory: undefined,
  correlationId: undefined,
  errorType: undefined,
  policyName: undefined,
  context,
  errors: undefined,
});

describe('settling a batch', () => {
  it('prefers the trace id to what the record looks like', () => {
    const inputs = [anInput(1), anInput(2)];
    const result = aResult(1, { objectWriteTraceId: 'row-2' });

    const { written, missing } = settleBatch(inputs, { results: [result] }, byEmail);

    expect([...written]).toEqual([[inputs[1], result]]);
    expect(missing).toEqual([inputs[0]]);
  });

  it('spreads one error over all the rows that it names, by trace id or by identity', () => {
    const inputs = [anInput(1), anInput(2), anInput(3), anInput(4)];
    const errors = [anError({ objectWriteTraceId: ['row-1', 'row-3'] }), anError({ ids: [' P2@X.test'] })];

    const { rejected, missing, unattributed } = settleBatch(inputs, { results: [], errors }, byEmail);

    expect([...rejected.keys()]).toEqual([inputs[0], inputs[2], inputs[1]]);
    expect(missing).toEqual([inputs[3]]);
    expect(unattributed).toEqual([]);
  });

  it('keeps errors that name nobody apart', () => {
    const inputs = [anInput(1)];
    const errors = [anError({}), anError({ objectWriteTraceId: ['somebody-else'] })];

    const { rejected, missing, unattributed } = settleBatch(inputs, { results: [], errors }, byEmail);

    expect(rejected.size).toBe(0);
    expect(missing).toEqual(inputs);
    expect(unattributed).toEqual(errors);
  });

  it('counts a row that was written and complained about as written', () => {
    const inputs = [anInput(1)];
    const errors = [anError({ objectWriteTraceId: ['row-1'] })];

    const { written, rejected } = settleBatch(inputs, { results: [aResult(1)], errors }, byEmail);

    expect(written.size).toBe(1);
    expect(rejected.size).toBe(0);
  });

  it('puts every input into exactly one of written, rejected and missing, whatever the order of the answer', () => {
    const fate = fc.constantFrom('written', 'written-untraced', 'rejected', 'missing');
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 100 }), fc.infiniteStream(fc.nat()), (fates, order) => {
        const inputs = fates.map((_, index) => anInput(index));
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, rank: order.next().value ?? 0 }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ item }) => item);
        const indexes = shuffled(fates.map((_, index) => index));
        const results = indexes
          .filter((index) => fates[index]?.startsWith('written'))
          .map((index) => aResult(index, fates[index] === 'written' ? { objectWriteTraceId: `row-${index}` } : {}));
        const errors = indexes
          .filter((index) => fates[index] === 'rejected')
          .map((index) => anError({ objectWriteTraceId: [`row-${index}`] }));

        const { written, rejected, missing } = settleBatch(inputs, { results, errors }, byEmail);

        inputs.forEach((input, index) => {
          expect([written.has(input), rejected.has(input), missing.includes(input)]).toEqual([
            fates[index]?.startsWith('written'),
            fates[index] === 'rejected',
            fates[index] === 'missing',
          ]);
        });
        for (const [input, record] of written) expect(record.properties.email).toBe(input.identity);
      }),
      { seed: 20_261_120 },
    );
  });
});
