import { describe, expect, it } from 'vitest';
import { mapUntil, mapUntilFailure } from '../../../src/app/app.functions/sync/map-until.ts';

const never = (): boolean => false;

/** Ends pieces of work by hand. */
function createGate() {
  const begun: number[] = [];
  const endings = new Map<number, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  return {
    begun,
    work: (item: number) =>
      new Promise<string>((resolve, reject) => {
        begun.push(item);
        endings.set(item, { resolve, reject });
      }),
    end: async (item: number, value = `done ${item}`) => {
      endings.get(item)?.resolve(value);
      await settle();
    },
    fail: async (item: number, error: Error) => {
      endings.get(item)?.reject(error);
      await settle();
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('work on a list', () => {
  it('gives the results in the order of the items', async () => {
    const gate = createGate();
    const results = mapUntil([1, 2, 3], never, gate.work, 3);
    await settle();
    await gate.end(3);
    await gate.end(1);
    await gate.end(2);

    expect(await results).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('does only so many at once', async () => {
    const gate = createGate();
    const results = mapUntil([1, 2, 3], never, gate.work, 2);
    await settle();
    expect(gate.begun).toEqual([1, 2]);

    await gate.end(1);
    expect(gate.begun).toEqual([1, 2, 3]);

    await gate.end(2);
    await gate.end(3);
    expect(await results).toHaveLength(3);
  });

  it('begins nothing when told to stop before it begins', async () => {
    const gate = createGate();

    expect(await mapUntil([1, 2], () => true, gate.work, 2)).toEqual([]);
    expect(gate.begun).toEqual([]);
  });

  it('ends what it has begun when told to stop', async () => {
    const gate = createGate();
    const results = mapUntil([1, 2, 3, 4], () => gate.begun.length >= 2, gate.work, 2);
    await settle();
    await gate.end(1);
    await gate.end(2);

    expect(await results).toEqual(['done 1', 'done 2']);
    expect(gate.begun).toEqual([1, 2]);
  });

  it('has nothing to do with an empty list', async () => {
    expect(await mapUntil([], never, createGate().work, 2)).toEqual([]);
  });

  it('begins nothing after a failure, ends what it has begun, and then fails with the first error', async () => {
    const gate = createGate();
    const [first, second] = [new Error('first'), new Error('second')];
    const results = mapUntil([1, 2, 3, 4], never, gate.work, 2);
    const failed = expect(results).rejects.toBe(first);
    await settle();
    await gate.fail(2, first);
    expect(gate.begun).toEqual([1, 2]);

    await gate.fail(1, second);
    await failed;
    expect(gate.begun).toEqual([1, 2]);
  });
});

describe('work on what comes along', () => {
  it('takes results that are lists as one result each', async () => {
    async function* items() {
      yield 1;
      await settle();
      yield 2;
    }

    expect(await mapUntilFailure(items(), async (item) => [item], 2)).toEqual([[1], [2]]);
  });

  it('fails when the items cannot be had', async () => {
    const failure = new Error('no more');
    async function* items() {
      yield 1;
      throw failure;
    }

    await expect(mapUntilFailure(items(), async (item) => item, 1)).rejects.toBe(failure);
  });
});
