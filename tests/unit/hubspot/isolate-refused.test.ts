import { describe, expect, it } from 'vitest';
import { IntegrationError, toFailure, type Failure } from '../../../src/app/app.functions/http/integration-error.ts';
import { isolateRefused } from '../../../src/app/app.functions/hubspot/isolate-refused.ts';

const rows = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

const failure = (kind: Failure['kind'], problem = 'bad row') =>
  new IntegrationError(
    toFailure(
      { system: 'hubspot', operation: 'test' },
      kind,
      { cause: 'vendor-refused', problem },
      { httpStatus: 400 },
    ),
  );

/** HubSpot that refuses every request with a bad row in it. */
function refusingWholeRequests(badRows: readonly number[], kind: Failure['kind'] = 'rejected') {
  const written = new Set<number>();
  let callCount = 0;
  return {
    written,
    callCount: () => callCount,
    async attempt(group: readonly number[]) {
      callCount += 1;
      if (group.some((row) => badRows.includes(row))) throw failure(kind);
      for (const row of group) written.add(row);
      return { open: [], problem: '' };
    },
  };
}

describe('isolating refused rows', () => {
  it('takes one call when nothing is refused', async () => {
    const hubspot = refusingWholeRequests([]);

    const { refused, untried } = await isolateRefused(rows(100), hubspot.attempt);

    expect(hubspot.callCount()).toBe(1);
    expect(refused.size + untried.length).toBe(0);
  });

  it.each(['rejected', 'conflict'] as const)('finds one bad row of a hundred in 15 calls (%s)', async (kind) => {
    const hubspot = refusingWholeRequests([63], kind);

    const { refused } = await isolateRefused(rows(100), hubspot.attempt);

    expect([...refused]).toEqual([[63, 'bad row']]);
    expect(hubspot.written.size).toBe(99);
    expect(hubspot.callCount()).toBeLessThanOrEqual(15);
  });

  it('writes all the others when three rows are bad', async () => {
    const hubspot = refusingWholeRequests([0, 50, 99]);

    const { refused } = await isolateRefused(rows(100), hubspot.attempt);

    expect([...refused.keys()].sort((a, b) => a - b)).toEqual([0, 50, 99]);
    expect(hubspot.written.size).toBe(97);
  });

  it('stops halving after 36 calls and counts what is left as refused', async () => {
    const hubspot = refusingWholeRequests(rows(100));

    const { refused } = await isolateRefused(rows(100), hubspot.attempt);

    expect(hubspot.callCount()).toBe(36);
    expect(refused.size).toBe(100);
  });

  it('tries rows again that an answer left open, until each has an answer of its own', async () => {
    const seen: number[][] = [];
    const { refused } = await isolateRefused([1, 2, 3], async (group) => {
      seen.push([...group]);
      return { open: group.filter((row) => row === 2), problem: 'somebody was refused' };
    });

    expect(seen).toEqual([[1, 2, 3], [2]]);
    expect([...refused]).toEqual([[2, 'somebody was refused']]);
  });

  it.each(['missing-scope', 'not-found', 'answer-lost', 'deadline', 'unexpected-shape'] as const)(
    'does not take %s for the fault of a row',
    async (kind) => {
      let callCount = 0;
      const isolation = isolateRefused(rows(4), async () => {
        callCount += 1;
        throw failure(kind);
      });

      await expect(isolation).rejects.toMatchObject({ failure: { kind } });
      expect(callCount).toBe(1);
    },
  );

  it('keeps what it knows when time runs out while it is halving', async () => {
    let callCount = 0;
    const { refused, untried } = await isolateRefused(rows(8), async (group) => {
      callCount += 1;
      if (callCount === 3) throw failure('deadline');
      if (group.includes(7)) throw failure('rejected');
      return { open: [], problem: '' };
    });

    expect(untried).toEqual([4, 5, 6, 7]);
    expect(refused.size).toBe(0);
  });

  it('passes other failures on even while it is halving', async () => {
    let callCount = 0;
    const isolation = isolateRefused(rows(8), async () => {
      callCount += 1;
      throw failure(callCount === 1 ? 'rejected' : 'quota-exhausted');
    });

    await expect(isolation).rejects.toMatchObject({ failure: { kind: 'quota-exhausted' } });
  });
});
