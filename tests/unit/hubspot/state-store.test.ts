import { describe, expect, it } from 'vitest';
import { stateRequestBytesMax } from '../../../src/app/app.functions/hubspot/hubspot-limits.ts';
import { createStateStore } from '../../../src/app/app.functions/hubspot/state-store.ts';
import type { StateRecord } from '../../../src/app/app.functions/sync/ports.ts';
import {
  aProblem,
  aRecord,
  batch,
  createFakeHubSpot,
  failureOf,
  inputsOf,
  lost,
  noon,
  type BatchInput,
  type Reply,
  type SentRequest,
} from './fake-hubspot.ts';

const objectTypeId = '2-123';
const base = '/crm/v3/objects/2-123';

const aStateRecord = (changes: Partial<StateRecord> = {}): StateRecord => ({
  key: 'webinar:1',
  kind: 'webinar',
  payload: '{"a":1}',
  version: 3,
  status: 'done',
  occurredAt: noon,
  summary: 'A webinar',
  ...changes,
});

const stored = (key: string, changes: Readonly<Record<string, string | null>> = {}) =>
  aRecord(`id-${key}`, {
    record_key: key,
    kind: 'webinar',
    payload: '{"a":1}',
    version: '3',
    status: 'done',
    occurred_at: '2026-11-20T12:00:00Z',
    summary: 'A webinar',
    ...changes,
  });

const storeOf = (reply: (request: SentRequest, callNumber: number) => Reply) => {
  const { api, sent } = createFakeHubSpot(reply);
  return { store: createStateStore(api, objectTypeId), sent };
};
const targetsOf = (sent: readonly SentRequest[]) => sent.map(({ target }) => target.slice(base.length));

const heldElsewhere = {
  status: 400,
  json: aProblem({
    message:
      'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=ObjectTypeId{objectTypeId=2-123}, propertyName=record_key, value=webinar:1} on 11. 22 already has that value.',
  }),
};

describe('reading records', () => {
  it('asks by unique key for a hundred keys a call, each once', async () => {
    const { store, sent } = storeOf((request) => batch(inputsOf(request).map(({ id }) => stored(id))));
    const keys = Array.from({ length: 201 }, (_, index) => `webinar:${index}`);

    const records = await store.read([...keys, ...keys]);

    expect(records.size).toBe(201);
    expect(sent.map((request) => inputsOf(request).length)).toEqual([100, 100, 1]);
    expect(sent[0]).toMatchObject({
      target: `${base}/batch/read`,
      isIdempotent: true,
      json: {
        idProperty: 'record_key',
        properties: ['record_key', 'kind', 'payload', 'version', 'status', 'occurred_at', 'summary'],
      },
    });
  });

  it('gives the records by key, not by position, and leaves absent keys out', async () => {
    const absent = aProblem({ category: 'OBJECT_NOT_FOUND', context: { ids: ['b'] } });
    const { store } = storeOf(() => batch([stored('c', { occurred_at: null, payload: '' }), stored('a')], [absent]));

    const records = await store.read(['a', 'b', 'c']);

    expect([...records.keys()].sort()).toEqual(['a', 'c']);
    expect(records.get('a')).toEqual({ ...aStateRecord(), key: 'a', recordId: 'id-a' });
    expect(records.get('c')).toMatchObject({ occurredAt: null, payload: '' });
  });

  it.each([
    ['another error than absence', batch([], [aProblem()]), 'rejected'],
    ['a kind that somebody has changed', batch([stored('a', { kind: 'mine' })]), 'unexpected-shape'],
    ['a record without its key', batch([stored('a', { record_key: null })]), 'unexpected-shape'],
    ['an answer without results', { status: 200, json: {} }, 'unexpected-shape'],
  ])('does not take %s for absence', async (_name, reply, kind) => {
    const { store } = storeOf(() => reply);

    expect(await failureOf(store.read(['a']))).toMatchObject({ kind });
  });

  it('sends nothing for no keys', async () => {
    const { store, sent } = storeOf(() => batch([]));

    expect(await store.read([])).toEqual(new Map());
    expect(sent).toEqual([]);
  });
});

describe('creating a record', () => {
  const created: Reply = { status: 201, json: aRecord('77', {}) };

  it('writes everything in one call that is never repeated blindly', async () => {
    const { store, sent } = storeOf(() => created);

    expect(await store.create(aStateRecord({ occurredAt: null }))).toBe('77');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'POST', target: base, isIdempotent: false });
    expect(sent[0]?.json).toMatchObject({
      properties: {
        record_key: 'webinar:1',
        kind: 'webinar',
        payload: '{"a":1}',
        version: '3',
        status: 'done',
        occurred_at: '',
        summary: 'A webinar',
      },
    });
  });

  it.each([
    ['a validation error', heldElsewhere],
    ['a conflict', { status: 409, json: aProblem({ category: 'CONFLICT' }) }],
  ])('has lost when the key is taken, which HubSpot says as %s', async (_name, reply) => {
    const { store, sent } = storeOf(() => reply);

    expect(await store.create(aStateRecord())).toBeNull();
    expect(sent).toHaveLength(1);
  });

  const doubtful = [
    ['a lost answer', lost()],
    ['a time-out', lost('timeout')],
    ['a bad gateway', { status: 502, text: '<html></html>' }],
    ['a page instead of an answer', { status: 201, text: '"?"' }],
  ] as const satisfies readonly (readonly [string, Reply])[];

  it.each(doubtful)('has won after %s when the record holds its payload', async (_name, reply) => {
    const { store, sent } = storeOf((_request, callNumber) =>
      callNumber === 1 ? reply : batch([stored('webinar:1')]),
    );

    expect(await store.create(aStateRecord())).toBe('id-webinar:1');
    expect(targetsOf(sent)).toEqual(['', '/batch/read']);
  });

  it.each(doubtful)('has lost after %s when the record holds another payload', async (_name, reply) => {
    const { store } = storeOf((_request, callNumber) =>
      callNumber === 1 ? reply : batch([stored('webinar:1', { payload: '{"a":2}' })]),
    );

    expect(await store.create(aStateRecord())).toBeNull();
  });

  it('creates once more when the first try left nothing behind', async () => {
    const { store, sent } = storeOf((_request, callNumber) => [lost(), batch([])][callNumber - 1] ?? created);

    expect(await store.create(aStateRecord())).toBe('77');
    expect(targetsOf(sent)).toEqual(['', '/batch/read', '']);
  });

  it('recognises its own first try that arrives late', async () => {
    const { store } = storeOf(
      (_request, callNumber) => [lost(), batch([]), heldElsewhere][callNumber - 1] ?? batch([stored('webinar:1')]),
    );

    expect(await store.create(aStateRecord())).toBe('id-webinar:1');
  });

  it('recognises somebody else who came in between', async () => {
    const other = batch([stored('webinar:1', { payload: 'other' })]);
    const { store } = storeOf((_request, callNumber) => [lost(), batch([]), heldElsewhere][callNumber - 1] ?? other);

    expect(await store.create(aStateRecord())).toBeNull();
  });

  it('ends with the failure when two tries are lost and nothing is there', async () => {
    const { store, sent } = storeOf(({ target }) => (target === base ? lost() : batch([])));

    expect(await failureOf(store.create(aStateRecord()))).toMatchObject({ kind: 'answer-lost' });
    expect(targetsOf(sent)).toEqual(['', '/batch/read', '', '/batch/read']);
  });

  it.each([
    ['a refusal', { status: 400, json: aProblem() }, 'rejected'],
    ['a missing scope', { status: 403, json: aProblem({ category: 'MISSING_SCOPES' }) }, 'missing-scope'],
    ['a request that was not sent', lost('unavailable'), 'unavailable'],
    ['the end of the time', lost('deadline'), 'deadline'],
  ] as const)('ends with the failure at once after %s', async (_name, reply, kind) => {
    const { store, sent } = storeOf(() => reply);

    expect(await failureOf(store.create(aStateRecord()))).toMatchObject({ kind });
    expect(sent).toHaveLength(1);
  });

  it('refuses a payload that no property can hold', async () => {
    const { store, sent } = storeOf(() => created);

    expect(await failureOf(store.create(aStateRecord({ payload: 'x'.repeat(65_001) })))).toMatchObject({ kind: 'bug' });
    expect(sent).toEqual([]);
  });
});

describe('writing records', () => {
  const written = (request: SentRequest) =>
    batch(
      inputsOf(request)
        .map(({ id }) => stored(id))
        .reverse(),
    );
  const records = (count: number, changes: Partial<StateRecord> = {}) =>
    Array.from({ length: count }, (_, index) => aStateRecord({ key: `rows:${index}`, kind: 'rows', ...changes }));

  it('upserts by key and answers with the ids', async () => {
    const { store, sent } = storeOf(written);

    const ids = await store.write([aStateRecord()]);

    expect([...ids]).toEqual([['webinar:1', 'id-webinar:1']]);
    expect(sent[0]).toMatchObject({ target: `${base}/batch/upsert`, isIdempotent: true });
    expect(inputsOf(sent[0] as SentRequest)).toEqual([
      {
        id: 'webinar:1',
        idProperty: 'record_key',
        objectWriteTraceId: 'record-0',
        properties: {
          kind: 'webinar',
          payload: '{"a":1}',
          version: '3',
          status: 'done',
          occurred_at: '2026-11-20T12:00:00.000Z',
          summary: 'A webinar',
        },
      },
    ]);
  });

  it('takes one call per hundred small records', async () => {
    const { store, sent } = storeOf(written);

    expect((await store.write(records(250))).size).toBe(250);
    expect(store.countWriteCalls(records(250))).toBe(3);
    expect(sent.map((request) => inputsOf(request).length)).toEqual([100, 100, 50]);
  });

  it('bounds the body of a call', async () => {
    const { store, sent } = storeOf(written);

    const large = records(60, { payload: 'ä'.repeat(30_000) });

    expect((await store.write(large)).size).toBe(60);
    expect(sent.length).toBeGreaterThan(1);
    expect(store.countWriteCalls(large)).toBe(sent.length);
    for (const { body } of sent) expect(Buffer.byteLength(body ?? '')).toBeLessThan(stateRequestBytesMax * 1.05);
  });

  it('writes the later of two versions of a record, in the place of the first', async () => {
    const { store, sent } = storeOf(written);

    await store.write([aStateRecord({ version: 1 }), aStateRecord({ version: 2 })]);

    expect(inputsOf(sent[0] as SentRequest).map(({ properties }) => properties.version)).toEqual(['2']);
  });

  it('sends nothing for nothing', async () => {
    const { store, sent } = storeOf(written);

    expect(await store.write([])).toEqual(new Map());
    expect(sent).toEqual([]);
  });

  const rowConflict = ({ objectWriteTraceId }: BatchInput) =>
    aProblem({ category: 'CONFLICT', context: { objectWriteTraceId: [objectWriteTraceId] } });

  it('updates a record that somebody else created at the same moment', async () => {
    const { store, sent } = storeOf((request, callNumber) => {
      const [first, ...others] = inputsOf(request);
      if (first === undefined || callNumber > 1) return written(request);
      return batch(
        others.map(({ id }) => stored(id)),
        [rowConflict(first)],
      );
    });

    const ids = await store.write(records(3));

    expect([...ids.keys()].sort()).toEqual(['rows:0', 'rows:1', 'rows:2']);
    expect(sent.map((request) => inputsOf(request).map(({ id }) => id))).toEqual([
      ['rows:0', 'rows:1', 'rows:2'],
      ['rows:0'],
    ]);
  });

  it('does the same when the whole request is refused for it', async () => {
    const { store, sent } = storeOf((request, callNumber) => (callNumber === 1 ? heldElsewhere : written(request)));

    expect((await store.write(records(2))).size).toBe(2);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['confirmed nor refused', () => batch([])],
    ['free of conflicts', (request: SentRequest) => batch([], inputsOf(request).map(rowConflict))],
  ])('ends with a failure when a record is still not %s the second time', async (_name, reply) => {
    const { store, sent } = storeOf(reply);

    expect(await failureOf(store.write(records(2)))).toMatchObject({
      kind: 'rejected',
      reason: { cause: 'vendor-refused', problem: '2 of 2 records were not written' },
    });
    expect(sent).toHaveLength(2);
  });

  it('ends with a failure at once when HubSpot refuses a record for good', async () => {
    const { store, sent } = storeOf((request) => {
      const [first, ...others] = inputsOf(request);
      const problem = aProblem({ message: 'Too long', context: { objectWriteTraceId: [first?.objectWriteTraceId] } });
      return batch(
        others.map(({ id }) => stored(id)),
        [problem],
      );
    });

    expect(await failureOf(store.write(records(3)))).toMatchObject({
      kind: 'rejected',
      reason: { cause: 'vendor-refused', problem: 'Too long' },
    });
    expect(sent).toHaveLength(1);
  });

  it('refuses a payload that no property can hold before it sends anything', async () => {
    const { store, sent } = storeOf(written);

    expect(await failureOf(store.write([aStateRecord(), aStateRecord({ payload: 'x'.repeat(65_001) })]))).toMatchObject(
      {
        kind: 'bug',
      },
    );
    expect(sent).toEqual([]);
  });
});

describe('removing records', () => {
  it('takes one call per hundred ids, each once, and none for none', async () => {
    const { store, sent } = storeOf(() => ({ status: 204 }));
    const ids = Array.from({ length: 101 }, (_, index) => String(index));

    await store.remove([]);
    await store.remove([...ids, ...ids]);

    expect(sent.map(({ target }) => target)).toEqual([`${base}/batch/archive`, `${base}/batch/archive`]);
    expect(sent.map((request) => inputsOf(request).length)).toEqual([100, 1]);
  });
});

describe('listing the newest records', () => {
  const page = (keys: readonly string[], after?: string): Reply => ({
    status: 200,
    json: {
      total: 500,
      results: keys.map((key) => stored(key, { kind: 'audit' })),
      ...(after === undefined ? {} : { paging: { next: { after } } }),
    },
  });

  it('searches by kind, newest first, within the limit of searches', async () => {
    const { store, sent } = storeOf(() => page(['a', 'b']));

    expect((await store.listNewest('audit', 25)).map(({ key }) => key)).toEqual(['a', 'b']);
    expect(sent[0]).toMatchObject({
      target: `${base}/search`,
      rateClass: 'hubspot.search',
      json: {
        filterGroups: [{ filters: [{ propertyName: 'kind', operator: 'IN', values: ['audit'] }] }],
        sorts: ['-occurred_at'],
        limit: 25,
        after: '0',
      },
    });
  });

  it('reads on until it has enough', async () => {
    const keys = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
    const { store, sent } = storeOf((_request, callNumber) =>
      page(keys(`p${callNumber}-`, 200), String(callNumber * 200)),
    );

    expect(await store.listNewest('audit', 250)).toHaveLength(250);
    expect(sent.map(({ json }) => json)).toMatchObject([
      { limit: 200, after: '0' },
      { limit: 50, after: '200' },
    ]);
  });

  it('ends at an empty page, whatever its paging says', async () => {
    const { store, sent } = storeOf(() => page([], '200'));

    expect(await store.listNewest('audit', 250)).toEqual([]);
    expect(sent).toHaveLength(1);
  });
});
