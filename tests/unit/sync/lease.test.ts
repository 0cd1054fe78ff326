import { describe, expect, it } from 'vitest';
import { recordKeysOf } from '../../../src/app/app.functions/sync/checkpoint.ts';
import { leaseMs, takeLease } from '../../../src/app/app.functions/sync/lease.ts';
import type { StateRecord, StateStore, StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';
import { at } from '../../support/builders.ts';

const keys = recordKeysOf('acc-1', '900100200');
const now = at('12:00');

type LeaseStore = Pick<StateStore, 'create' | 'read'>;

/** Records of leases only; keys are unique. */
function aStore(options: { readonly isBlind?: boolean } = {}) {
  const records = new Map<string, StoredRecord>();
  let readCount = 0;
  const used: LeaseStore = {
    async create(record: StateRecord) {
      if (records.has(record.key)) return null;
      records.set(record.key, { ...record, recordId: `id-${record.key}` });
      return `id-${record.key}`;
    },
    async read(wanted) {
      readCount += 1;
      return new Map(options.isBlind === true ? [] : [...records].filter(([key]) => wanted.includes(key)));
    },
  };
  return { store: used as StateStore, records, readCount: () => readCount };
}

const take = (store: StateStore, lastNumber = 0, at_ = now) => takeLease(store, keys, lastNumber, 'me', () => at_);

async function leave(store: StateStore, numbers: readonly number[], takenAt: number): Promise<void> {
  for (const number of numbers) await take(store, number - 1, takenAt);
}

describe('a lease', () => {
  it('is held by whoever creates the next number, without reading', async () => {
    const { store, records, readCount } = aStore();

    expect(await take(store, 6)).toEqual({
      kind: 'held',
      number: 7,
      recordId: `id-${keys.lease(7)}`,
      passedOver: [],
    });
    expect(JSON.parse(records.get(keys.lease(7))?.payload ?? '')).toEqual({ holder: 'me', expiresAt: now + leaseMs });
    expect(readCount()).toBe(0);
  });

  it('is held by one of two', async () => {
    const { store } = aStore();

    const leases = await Promise.all([take(store), take(store)]);

    expect(leases.map(({ kind }) => kind).sort()).toEqual(['busy', 'held']);
  });

  it('says when to ask again, and does not make anybody wait for its end', async () => {
    const { store } = aStore();
    await leave(store, [1], now);

    expect(await take(store, 0, now)).toEqual({ kind: 'busy', retryAfterSeconds: 2 });
    expect(await take(store, 0, now + leaseMs - 1_500)).toEqual({ kind: 'busy', retryAfterSeconds: 2 });
    expect(await take(store, 0, now + leaseMs - 1)).toEqual({ kind: 'busy', retryAfterSeconds: 1 });
  });

  it('that ran out is passed over', async () => {
    const { store } = aStore();
    await leave(store, [1], now);

    expect(await take(store, 0, now + leaseMs)).toEqual({
      kind: 'held',
      number: 2,
      recordId: `id-${keys.lease(2)}`,
      passedOver: [{ recordId: `id-${keys.lease(1)}`, expiredAt: now + leaseMs }],
    });
  });

  it('is free again however many steps were killed', async () => {
    const { store } = aStore();
    const numbers = Array.from({ length: 205 }, (_, index) => index + 1);
    await leave(store, numbers, now - leaseMs);

    expect(await take(store)).toMatchObject({ kind: 'held', number: 206, passedOver: { length: 205 } });
  });

  it('is busy when only the newest of several has not run out', async () => {
    const { store } = aStore();
    await leave(store, [1], now - leaseMs);
    await leave(store, [2], now - 1_000);

    expect(await take(store)).toMatchObject({ kind: 'busy' });
  });

  it('is busy when HubSpot refuses the number and does not show who has it', async () => {
    const { store } = aStore({ isBlind: true });
    await leave(store, [1], now);

    expect(await take(store)).toEqual({ kind: 'busy', retryAfterSeconds: 2 });
  });

  it.each(['', 'nonsense', '{"holder":"me"}', '{"expiresAt":"soon"}'])(
    'that cannot be read has run out ("%s")',
    async (payload) => {
      const { store, records } = aStore();
      await leave(store, [1], now);
      const record = records.get(keys.lease(1));
      if (record !== undefined) records.set(keys.lease(1), { ...record, payload });

      expect(await take(store)).toMatchObject({ kind: 'held', number: 2 });
    },
  );

  it('of another webinar is another one', async () => {
    const { store } = aStore();
    await leave(store, [1], now);

    expect(await takeLease(store, recordKeysOf('acc-1', '1'), 0, 'me', () => now)).toMatchObject({ kind: 'held' });
    expect(await takeLease(store, recordKeysOf('acc-2', '900100200'), 0, 'me', () => now)).toMatchObject({
      kind: 'held',
    });
  });
});
