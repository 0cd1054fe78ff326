import { describe, expect, it } from 'vitest';
import {
  claimKeyOf,
  claimRegistration,
  finishClaim,
  readClaim,
  removeOldClaims,
  type AttemptOutcome,
} from '../../../src/app/app.functions/registration/registration-claim.ts';
import type { StateRecord, StateStore, StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';

const secondMs = 1_000;
const dayMs = 86_400_000;
const ada = { accountId: 'acc', webinarId: '81234567890', occurrenceId: null, email: 'ada@example.com' };
const key = claimKeyOf(ada);
const registered: AttemptOutcome = { kind: 'registered', registrantId: 'reg-1', joinUrl: 'https://zoom/w' };

function createMemoryStore(): StateStore & { readonly records: ReadonlyMap<string, StoredRecord> } {
  const records = new Map<string, StoredRecord>();
  const put = (record: StateRecord): string => {
    records.set(record.key, { ...record, recordId: `id of ${record.key}` });
    return `id of ${record.key}`;
  };
  return {
    records,
    read: (keys) =>
      Promise.resolve(new Map(keys.flatMap((each) => [[each, records.get(each)] as const]).filter(isFound))),
    create: (record) => Promise.resolve(records.has(record.key) ? null : put(record)),
    createAll: () => expect.fail('one claim at a time'),
    write: (written) => Promise.resolve(new Map(written.map((record) => [record.key, put(record)]))),
    countWriteCalls: () => 1,
    remove(ids) {
      for (const { key: each, recordId } of [...records.values()]) if (ids.includes(recordId)) records.delete(each);
      return Promise.resolve();
    },
    listNewest: (kind, limit, before = Infinity) =>
      Promise.resolve(
        [...records.values()]
          .filter((record) => record.kind === kind && (record.occurredAt ?? 0) < before)
          .slice(0, limit),
      ),
    listOld: () => expect.fail('claims are of one kind'),
  };
}

const isFound = (entry: readonly [string, StoredRecord | undefined]): entry is readonly [string, StoredRecord] =>
  entry[1] !== undefined;

describe('the key of a claim', () => {
  it('is that of account, webinar, date and address, in whatever capitals, and does not hold the address', () => {
    expect(claimKeyOf({ ...ada, email: 'Ada@Example.com' })).toBe(key);
    expect(key).not.toContain('ada');
    const others = [
      { ...ada, accountId: 'other' },
      { ...ada, webinarId: '81234567891' },
      { ...ada, occurrenceId: '1795176000000' },
      { ...ada, email: 'bob@example.com' },
    ];
    expect(new Set([key, ...others.map(claimKeyOf)]).size).toBe(5);
  });
});

describe('a claim', () => {
  it('is first once', async () => {
    const store = createMemoryStore();

    const claims = await Promise.all(['one', 'two', 'three'].map((id) => claimRegistration(store, key, id, 0)));

    expect(claims.filter(({ kind }) => kind === 'first')).toHaveLength(1);
    expect(claims.filter(({ kind }) => kind === 'busy')).toHaveLength(2);
  });

  it('keeps others waiting as long as its function can live', async () => {
    const store = createMemoryStore();
    await claimRegistration(store, key, 'one', 0);

    expect(await claimRegistration(store, key, 'one', 2 * secondMs)).toEqual({
      kind: 'busy',
      retryAfterMs: 10 * secondMs,
    });
    expect(await claimRegistration(store, key, 'one', 12 * secondMs)).toEqual({ kind: 'again' });
  });

  it('answers the same call with what came of it, and lets another call look again', async () => {
    const store = createMemoryStore();
    await claimRegistration(store, key, 'one', 0);
    await finishClaim(store, key, { callbackId: 'one', claimedAt: 0, outcome: registered });

    expect(await claimRegistration(store, key, 'one', secondMs)).toEqual({ kind: 'answered', outcome: registered });
    expect(await claimRegistration(store, key, 'two', secondMs)).toEqual({ kind: 'again' });
  });

  it('that nobody can read is as good as one that was killed', async () => {
    const store = createMemoryStore();
    await claimRegistration(store, key, 'one', 0);
    const [record] = [...store.records.values()];
    if (record !== undefined) await store.write([{ ...record, payload: 'edited by hand' }]);

    expect(await readClaim(store, key)).toBeNull();
    expect(await claimRegistration(store, key, 'one', secondMs)).toEqual({ kind: 'again' });
  });

  it('is removed when HubSpot cannot repeat its call any more, by about one call in fifty', async () => {
    const store = createMemoryStore();
    const keys = Array.from({ length: 400 }, (_, index) => claimKeyOf({ ...ada, email: `fan${index}@example.com` }));
    for (const [index, each] of keys.entries()) {
      await claimRegistration(store, each, 'cb', index < 50 ? 0 : 3 * dayMs);
    }
    let cleanings = 0;
    const counting: StateStore = {
      ...store,
      listNewest: (...request) => {
        cleanings += 1;
        return store.listNewest(...request);
      },
    };

    for (const each of keys) await removeOldClaims(counting, each, 4 * dayMs + secondMs);

    expect(store.records.size).toBe(350);
    expect(cleanings).toBeGreaterThan(1);
    expect(cleanings).toBeLessThan(20);
  });
});
