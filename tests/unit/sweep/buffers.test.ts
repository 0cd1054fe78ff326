import { describe, expect, it } from 'vitest';
import { IntegrationError, toFailure } from '../../../src/app/app.functions/http/integration-error.ts';
import { createOverlayStateStore } from '../../../src/app/app.functions/hubspot/overlay-state-store.ts';
import { createBufferedEvents } from '../../../src/app/app.functions/sweep/buffered-events.ts';
import { createBufferedStore } from '../../../src/app/app.functions/sweep/buffered-store.ts';
import { readWhole } from '../../../src/app/app.functions/sweep/read-whole.ts';
import type { BehaviouralEvent, Page, StateRecord, StateStore } from '../../../src/app/app.functions/sync/ports.ts';
import { noon } from './entries.ts';

const aRecord = (key: string, payload = key): StateRecord => ({
  key,
  kind: 'webinar',
  payload,
  version: 1,
  status: 'idle',
  occurredAt: noon,
  summary: '',
});

/** A store that tells what it was asked. */
function aStore() {
  const base = createOverlayStateStore(null, undefined);
  const calls: string[] = [];
  const told: StateStore = {
    ...base,
    async read(keys) {
      calls.push(`read ${keys.join(' ')}`);
      return base.read(keys);
    },
    async create(record) {
      calls.push(`create ${record.key}`);
      return base.create(record);
    },
    async createAll(records) {
      calls.push(`create all ${records.map(({ key }) => key).join(' ')}`);
      return base.createAll(records);
    },
    async write(records) {
      calls.push(`write ${records.map(({ key }) => key).join(' ')}`);
      return base.write(records);
    },
    async remove(ids) {
      calls.push(`remove ${ids.length}`);
      return base.remove(ids);
    },
  };
  return { base, calls, store: createBufferedStore(told) };
}

describe('a buffered store', () => {
  it('reads what was read ahead without a call, also what is not there', async () => {
    const { base, calls, store } = aStore();
    await base.write([aRecord('webinar:a:1')]);
    await store.prefetch(['webinar:a:1', 'webinar:a:2']);

    const found = await store.read(['webinar:a:1', 'webinar:a:2']);

    expect([...found.keys()]).toEqual(['webinar:a:1']);
    expect(calls).toEqual(['read webinar:a:1 webinar:a:2']);
  });

  it('reads what belongs to the account once, and what belongs to a webinar each time', async () => {
    const { calls, store } = aStore();
    for (let times = 0; times < 2; times += 1) await store.read(['settings', 'setup', 'facts', 'rows:a:1:1']);

    expect(calls).toEqual(['read settings setup facts rows:a:1:1', 'read rows:a:1:1']);
  });

  it('never answers a lease from memory', async () => {
    const { calls, store } = aStore();
    for (let times = 0; times < 2; times += 1) await store.read(['lease:a:1:1']);

    expect(calls).toHaveLength(2);
  });

  it('shows what was written before it is, and writes it with everything else in one call', async () => {
    const { base, calls, store } = aStore();
    await store.write([aRecord('webinar:a:1', 'first')]);
    await store.write([aRecord('webinar:a:1', 'second'), aRecord('audit:a:1:1')]);

    const seen = (await store.read(['webinar:a:1'])).get('webinar:a:1')?.payload;
    await store.flush([aRecord('sweep:a')]);

    expect(seen).toBe('second');
    expect(calls).toEqual(['write webinar:a:1 audit:a:1:1 sweep:a']);
    expect((await base.read(['webinar:a:1'])).get('webinar:a:1')?.payload).toBe('second');
  });

  it('hides what was removed, removes it after everything is written, and forgets held records', async () => {
    const { base, calls, store } = aStore();
    await base.write([aRecord('rows:a:1:1')]);
    const [record] = (await store.read(['rows:a:1:1'])).values();
    const held = (await store.write([aRecord('rows:a:1:2')])).get('rows:a:1:2');
    await store.write([aRecord('webinar:a:1')]);
    await store.remove([record?.recordId ?? '', held ?? '']);

    const seen = await store.read(['rows:a:1:1', 'rows:a:1:2']);
    await store.flush([]);

    expect(seen.size).toBe(0);
    expect(calls.slice(-2)).toEqual(['write webinar:a:1', 'remove 1']);
  });

  it('creates leases ahead, says who got them, and gives back those that nobody used', async () => {
    const { base, calls, store } = aStore();
    await base.write([aRecord('lease:a:2:1')]);
    await store.primeCreate([aRecord('lease:a:1:1'), aRecord('lease:a:2:1'), aRecord('lease:a:3:1')]);

    const got = [await store.create(aRecord('lease:a:1:1')), await store.create(aRecord('lease:a:2:1'))];
    await store.flush([]);

    expect(got).toEqual([expect.any(String), null]);
    expect(calls).toEqual(['create all lease:a:1:1 lease:a:2:1 lease:a:3:1', 'remove 1']);
    expect([...(await base.read(['lease:a:1:1', 'lease:a:2:1', 'lease:a:3:1'])).keys()]).toEqual([
      'lease:a:1:1',
      'lease:a:2:1',
    ]);
  });

  it('dropped, leaves nothing behind that others would wait for', async () => {
    const { base, store } = aStore();
    await store.primeCreate([aRecord('lease:a:1:1'), aRecord('lease:a:2:1')]);
    await store.create(aRecord('lease:a:1:1'));
    await store.create(aRecord('lease:a:9:1'));
    await store.write([aRecord('webinar:a:1')]);

    await store.drop();
    await store.flush([]);

    const keys = ['lease:a:1:1', 'lease:a:2:1', 'lease:a:9:1', 'webinar:a:1'];
    expect((await base.read(keys)).size).toBe(0);
  });
});

const events = (count: number): readonly BehaviouralEvent[] =>
  Array.from({ length: count }, (_, number) => ({
    kind: 'registration',
    contactId: String(number),
    occurredAt: noon,
    uuid: `uuid-${number}`,
    properties: {},
  }));

describe('buffered events', () => {
  it('are sent in full batches, and the rest with the flush', async () => {
    const sent: number[] = [];
    const buffered = createBufferedEvents({ send: async (batch) => void sent.push(batch.length) });
    for (const count of [300, 300, 450, 10]) await buffered.gateway.send(events(count));
    const before = [...sent];
    await buffered.flush();
    await buffered.flush();

    expect(before).toEqual([500, 500]);
    expect(sent).toEqual([500, 500, 60]);
  });

  it('tell of a failure with the flush, whichever batch it was, and hold nothing afterwards', async () => {
    const failure = new IntegrationError(
      toFailure({ system: 'hubspot', operation: 'send' }, 'rejected', { cause: 'vendor-refused', problem: 'no' }),
    );
    let sentCount = 0;
    const buffered = createBufferedEvents({
      async send() {
        sentCount += 1;
        throw failure;
      },
    });

    await buffered.gateway.send(events(1_100));

    await expect(buffered.flush()).rejects.toBe(failure);
    await expect(buffered.flush()).resolves.toBeUndefined();
    expect(sentCount).toBe(1);
  });
});

describe('readWhole', () => {
  const aPage = (rows: readonly number[], nextPageToken: string | null): Page<number> => ({
    kind: 'page',
    rows,
    quarantinedCount: 1,
    nextPageToken,
    totalCount: null,
  });
  const never = (): boolean => false;

  it('reads all pages', async () => {
    const list = await readWhole<number>(
      async (token) => (token === null ? aPage([1], 'two') : aPage([2], null)),
      never,
    );

    expect(list).toEqual({ kind: 'whole', rows: [1, 2], quarantinedCount: 2 });
  });

  it('begins again when the place is forgotten', async () => {
    let expiredCount = 0;
    const list = await readWhole<number>(async (token) => {
      if (token === null) return aPage([1], 'two');
      expiredCount += 1;
      return expiredCount === 1 ? { kind: 'page-token-expired' } : aPage([2], null);
    }, never);

    expect(list).toEqual({ kind: 'whole', rows: [1, 2], quarantinedCount: 2 });
  });

  it('answers what is no page, and that it was stopped', async () => {
    const gone = { kind: 'no-such-user' } as const;

    expect(await readWhole<number, typeof gone>(async () => gone, never)).toBe(gone);
    expect(
      await readWhole<number>(
        async () => aPage([1], null),
        () => true,
      ),
    ).toEqual({ kind: 'stopped' });
  });
});
