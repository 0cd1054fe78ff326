import { describe, expect, it } from 'vitest';
import { createOverlayStateStore } from '../../../src/app/app.functions/hubspot/overlay-state-store.ts';
import type { StateRecord, StateStore, StoredRecord } from '../../../src/app/app.functions/sync/ports.ts';
import { failureOf, noon } from './fake-hubspot.ts';

const aStateRecord = (key: string, changes: Partial<StateRecord> = {}): StateRecord => ({
  key,
  kind: 'rows',
  payload: `payload of ${key}`,
  version: 1,
  status: '',
  occurredAt: noon,
  summary: '',
  ...changes,
});

/** A base that may only be read. */
function aBase(records: readonly StateRecord[]): StateStore & { readonly readKeys: string[] } {
  const stored = new Map<string, StoredRecord>(
    records.map((record) => [record.key, { ...record, recordId: `id-${record.key}` }]),
  );
  const readKeys: string[] = [];
  const refuse = () => Promise.reject(new Error('a dry run wrote'));
  return {
    readKeys,
    async read(keys) {
      readKeys.push(...keys);
      return new Map([...stored].filter(([key]) => keys.includes(key)));
    },
    create: refuse,
    createAll: refuse,
    write: refuse,
    remove: refuse,
    countWriteCalls: () => 1,
    listNewest: async (kind, limit) =>
      [...stored.values()]
        .filter((record) => record.kind === kind)
        .toSorted((one, other) => (other.occurredAt ?? 0) - (one.occurredAt ?? 0))
        .slice(0, limit),
    listOld: async (ages, limit) =>
      [...stored.values()]
        .filter(({ kind, occurredAt }) =>
          ages.some(({ kinds, before }) => kinds.includes(kind) && (occurredAt ?? before) < before),
        )
        .slice(0, limit),
  };
}

describe('the state of a dry run', () => {
  it('reads through to the base and never writes to it', async () => {
    const base = aBase([aStateRecord('a')]);
    const store = createOverlayStateStore(base, undefined);

    await store.write([aStateRecord('b')]);
    await store.create(aStateRecord('c'));
    await store.remove(['id-a']);

    expect([...(await store.createAll([aStateRecord('b'), aStateRecord('e')])).keys()]).toEqual(['e']);
    expect([...(await store.read(['a', 'b', 'c', 'd', 'e'])).keys()]).toEqual(['b', 'c', 'e']);
    expect([...(await base.read(['a'])).keys()]).toEqual(['a']);
  });

  it('prefers its own version of a record, without asking for the other', async () => {
    const base = aBase([aStateRecord('a')]);
    const store = createOverlayStateStore(base, undefined);

    const ids = await store.write([aStateRecord('a', { payload: 'new' })]);

    expect((await store.read(['a'])).get('a')).toMatchObject({ payload: 'new', recordId: ids.get('a') });
    expect(base.readKeys).toEqual([]);
  });

  it('creates a key once, whether the base or it itself holds the key', async () => {
    const store = createOverlayStateStore(aBase([aStateRecord('a')]), undefined);

    expect(await store.create(aStateRecord('a'))).toBeNull();
    expect(await store.create(aStateRecord('b'))).not.toBeNull();
    expect(await store.create(aStateRecord('b'))).toBeNull();
  });

  it('can create a key again after the record was removed', async () => {
    const store = createOverlayStateStore(aBase([aStateRecord('a')]), undefined);

    await store.remove(['id-a']);

    expect(await store.create(aStateRecord('a', { payload: 'again' }))).not.toBeNull();
    expect((await store.read(['a'])).get('a')?.payload).toBe('again');
  });

  it('does not bring a record of the base back to light by removing the one that covers it', async () => {
    const store = createOverlayStateStore(aBase([aStateRecord('a')]), undefined);
    const ids = await store.write([aStateRecord('a', { payload: 'new' })]);

    await store.remove([...ids.values()]);

    expect(await store.read(['a'])).toEqual(new Map());
    expect(await store.listNewest('rows', 10)).toEqual([]);
  });

  it('works before the account has a state object', async () => {
    const store = createOverlayStateStore(null, undefined);
    await store.write([aStateRecord('a')]);

    expect((await store.read(['a', 'b'])).size).toBe(1);
    expect(await store.listNewest('rows', 10)).toHaveLength(1);
  });

  it('lists its own records among those of the base, newest first', async () => {
    const base = aBase([
      aStateRecord('old', { occurredAt: noon - 2 }),
      aStateRecord('covered', { occurredAt: noon + 9 }),
      aStateRecord('gone', { occurredAt: noon + 8 }),
      aStateRecord('other', { kind: 'audit' }),
    ]);
    const store = createOverlayStateStore(base, undefined);
    await store.write([
      aStateRecord('new', { occurredAt: noon + 1 }),
      aStateRecord('covered', { occurredAt: noon - 1 }),
      aStateRecord('undated', { occurredAt: null }),
    ]);
    await store.remove(['id-gone']);

    expect((await store.listNewest('rows', 3)).map(({ key }) => key)).toEqual(['new', 'covered', 'old']);
    expect((await store.listNewest('rows', 9)).map(({ key }) => key)).toEqual(['new', 'covered', 'old', 'undated']);
  });

  it('lists old records of some kinds, its own among those of the base', async () => {
    const base = aBase([
      aStateRecord('old', { occurredAt: noon - 2 }),
      aStateRecord('young', { occurredAt: noon }),
      aStateRecord('gone', { occurredAt: noon - 3 }),
      aStateRecord('other', { kind: 'audit', occurredAt: noon - 4 }),
    ]);
    const store = createOverlayStateStore(base, undefined);
    await store.write([aStateRecord('own', { occurredAt: noon - 5 }), aStateRecord('undated', { occurredAt: null })]);
    await store.remove(['id-gone']);

    const old = await store.listOld(
      [
        { kinds: ['rows', 'outcomes'], before: noon },
        { kinds: ['audit'], before: noon - 4 },
      ],
      9,
    );

    expect(old.map(({ key }) => key)).toEqual(['old', 'own']);
  });

  it('fills the list up with older records of the base when it hides the newest', async () => {
    const hour = 3_600_000;
    const base = aBase([1, 2, 3, 4].map((age) => aStateRecord(`age ${age}`, { occurredAt: noon - age * hour })));
    const store = createOverlayStateStore(base, undefined);
    await store.remove(['id-age 1']);
    await store.write([aStateRecord('age 2', { kind: 'audit' })]);

    expect((await store.listNewest('rows', 2)).map(({ key }) => key)).toEqual(['age 3', 'age 4']);
  });

  it('goes on where the step before stopped', async () => {
    const base = aBase([aStateRecord('a'), aStateRecord('b')]);
    const first = createOverlayStateStore(base, undefined);
    const ids = await first.write([
      aStateRecord('b'),
      aStateRecord('c', { payload: 'ä'.repeat(1_000), occurredAt: null }),
    ]);
    await first.remove(['id-a', ids.get('b') ?? '']);

    const second = createOverlayStateStore(base, first.carry());

    expect([...(await second.read(['a', 'b', 'c'])).values()]).toEqual([
      { ...aStateRecord('c', { payload: 'ä'.repeat(1_000), occurredAt: null }), recordId: ids.get('c') },
    ]);
    expect(second.carry()).toBe(first.carry());
  });

  it('costs no calls to write', () => {
    expect(createOverlayStateStore(aBase([]), undefined).countWriteCalls([aStateRecord('a')])).toBe(0);
  });

  it('packs what it carries', async () => {
    const store = createOverlayStateStore(null, undefined);
    await store.write(
      Array.from({ length: 10 }, (_, index) => aStateRecord(`k${index}`, { payload: 'x'.repeat(60_000) })),
    );

    expect(store.carry().length).toBeLessThan(10_000);
  });

  it.each([
    ['nothing', ''],
    ['anything', 'not what we gave'],
    ['another structure', 'q1YqSS0uUbJSqgUA'],
  ])('refuses to go on from %s', async (_name, carried) => {
    const resume = (async () => createOverlayStateStore(null, carried))();

    expect(await failureOf(resume)).toMatchObject({
      kind: 'rejected',
      system: 'app',
      reason: { cause: 'parameter-invalid', name: 'resume' },
    });
  });
});
