import { describe, expect, it } from 'vitest';
import { createStateStore } from '../../../src/app/app.functions/hubspot/state-store.ts';
import type { StateRecord } from '../../../src/app/app.functions/sync/ports.ts';
import {
  aProblem,
  aRecord,
  batch,
  createFakeHubSpot,
  failureOf,
  lost,
  noon,
  type Reply,
  type SentRequest,
} from './fake-hubspot.ts';

const base = '/crm/v3/objects/2-123';

const aLease = (key: string, payload = `holder of ${key}`): StateRecord => ({
  key,
  kind: 'lease',
  payload,
  version: 1,
  status: 'running',
  occurredAt: noon,
  summary: 'A lease',
});
const leases = (...keys: readonly string[]) => keys.map((key) => aLease(key));

interface CreateInput {
  readonly objectWriteTraceId: string;
  readonly properties: Readonly<Record<string, string>>;
}
const createInputsOf = ({ json }: SentRequest) => (json as { readonly inputs: readonly CreateInput[] }).inputs;
const keyOf = ({ properties }: CreateInput): string => properties.record_key ?? '';
const created = (input: CreateInput) =>
  aRecord(`id-${keyOf(input)}`, input.properties, { objectWriteTraceId: input.objectWriteTraceId });

const twoIds = (key: string) =>
  `Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=ObjectTypeId{objectTypeId=2-123}, propertyName=record_key, value=${key}} on 11. 22 already has that value.`;

/** HubSpot with some keys taken; `judge` may answer creations otherwise. */
function aStore(
  taken: ReadonlyMap<string, string>,
  judge: (request: SentRequest, creationNumber: number) => Reply | undefined = () => undefined,
) {
  const records = new Map(taken);
  let creationCount = 0;
  const { api, sent } = createFakeHubSpot((request) => {
    if (request.target === `${base}/batch/read`) {
      const { inputs } = request.json as { readonly inputs: readonly { readonly id: string }[] };
      return batch(
        inputs.flatMap(({ id }) => {
          const payload = records.get(id);
          return payload === undefined
            ? []
            : [aRecord(`id-${id}`, { record_key: id, kind: 'lease', payload, version: '1' })];
        }),
      );
    }
    creationCount += 1;
    return judge(request, creationCount) ?? batch(createInputsOf(request).map(created).reverse());
  });
  const creations = () =>
    sent.filter(({ target }) => target === `${base}/batch/create`).map((request) => createInputsOf(request).map(keyOf));
  return { store: createStateStore(api, '2-123'), sent, records, creations };
}

const nobody = new Map<string, string>();

describe('creating many records', () => {
  it('takes one call that is never repeated blindly, and answers by key', async () => {
    const { store, sent } = aStore(nobody);

    const ids = await store.createAll(leases('a', 'b', 'c'));

    expect(ids).toEqual(
      new Map([
        ['a', 'id-a'],
        ['b', 'id-b'],
        ['c', 'id-c'],
      ]),
    );
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method: 'POST', target: `${base}/batch/create`, isIdempotent: false });
    expect(sent[0]?.json).toMatchObject({
      inputs: [
        {
          objectWriteTraceId: 'record-0',
          properties: {
            record_key: 'a',
            kind: 'lease',
            payload: 'holder of a',
            occurred_at: '2026-11-20T12:00:00.000Z',
          },
        },
        { objectWriteTraceId: 'record-1', properties: { record_key: 'b' } },
        { objectWriteTraceId: 'record-2', properties: { record_key: 'c' } },
      ],
    });
  });

  it('sends nothing for nothing', async () => {
    const { store, sent } = aStore(nobody);

    expect(await store.createAll([])).toEqual(new Map());
    expect(sent).toEqual([]);
  });

  it.each([
    ['more than a hundred records', Array.from({ length: 101 }, (_, index) => aLease(String(index)))],
    ['one key twice', leases('a', 'a')],
    ['a payload that no property can hold', [aLease('a', 'x'.repeat(65_001))]],
  ])('refuses %s', async (_name, records) => {
    const { store, sent } = aStore(nobody);

    expect(await failureOf(store.createAll(records))).toMatchObject({ kind: 'bug' });
    expect(sent).toEqual([]);
  });

  it('bounds the body of a call', async () => {
    const { store, creations } = aStore(nobody);
    const large = Array.from({ length: 60 }, (_, index) => aLease(String(index), 'ä'.repeat(30_000)));

    expect((await store.createAll(large)).size).toBe(60);
    expect(creations().length).toBeGreaterThan(1);
  });
});

describe('keys that are taken', () => {
  it.each([
    ['two ids in a validation error', { message: twoIds('b') }],
    ['a conflict', { category: 'CONFLICT', message: 'It is there. Existing ID: 22' }],
    ['an object that exists', { category: 'OBJECT_ALREADY_EXISTS' }],
    ['a code of a unique value', { errors: [{ message: 'no', code: 'UNIQUE_VALUE_CONFLICT' }] }],
  ])('are absent in the answer when their row says so as %s', async (_name, problem) => {
    const { store, creations } = aStore(nobody, (request) =>
      batch(
        createInputsOf(request)
          .filter((input) => keyOf(input) !== 'b')
          .map(created),
        [aProblem({ ...problem, context: { objectWriteTraceId: ['record-1'] } })],
      ),
    );

    expect([...(await store.createAll(leases('a', 'b', 'c'))).keys()].sort()).toEqual(['a', 'c']);
    expect(creations()).toHaveLength(1);
  });

  it('are looked up when the problem names no row', async () => {
    const { store } = aStore(new Map([['b', 'somebody else']]), (request) =>
      batch(
        createInputsOf(request)
          .filter((input) => keyOf(input) !== 'b')
          .map(created),
        [aProblem({ category: 'CONFLICT' })],
      ),
    );

    expect([...(await store.createAll(leases('a', 'b', 'c'))).keys()].sort()).toEqual(['a', 'c']);
  });

  it.each([
    ['400', { status: 400, json: aProblem({ message: twoIds('b') }) }],
    ['409', { status: 409, json: aProblem({ category: 'CONFLICT' }) }],
  ])('do not cost the others their place when the whole request is refused with %s', async (_name, refused) => {
    const { store, creations } = aStore(new Map([['b', 'holder of b']]), (_request, creationNumber) =>
      creationNumber === 1 ? refused : undefined,
    );

    expect([...(await store.createAll(leases('a', 'b', 'c'))).keys()].sort()).toEqual(['a', 'c']);
    expect(creations()).toEqual([
      ['a', 'b', 'c'],
      ['a', 'c'],
    ]);
  });

  it('are found by halving when no record shows them', async () => {
    const { store } = aStore(nobody, (request) =>
      createInputsOf(request).some((input) => keyOf(input) === 'c')
        ? { status: 400, json: aProblem({ message: twoIds('c') }) }
        : undefined,
    );

    expect([...(await store.createAll(leases('a', 'b', 'c', 'd'))).keys()].sort()).toEqual(['a', 'b', 'd']);
  });

  it('may be all of them', async () => {
    const { store } = aStore(
      new Map([
        ['a', 'somebody'],
        ['b', 'else'],
      ]),
      () => ({ status: 409, json: aProblem({ category: 'CONFLICT' }) }),
    );

    expect(await store.createAll(leases('a', 'b'))).toEqual(new Map());
  });
});

describe('an answer that is lost', () => {
  const ways = [
    ['a lost answer', lost()],
    ['a time-out', lost('timeout')],
    ['a bad gateway', { status: 502, text: '<html></html>' }],
    ['a page instead of an answer', { status: 201, text: '"?"' }],
  ] as const satisfies readonly (readonly [string, Reply])[];

  it.each(ways)(
    'is settled by what is stored: ours, theirs, and what is missing is sent again (%s)',
    async (_n, reply) => {
      const { store, records, creations } = aStore(
        new Map([['theirs', 'somebody else']]),
        (_request, creationNumber) => {
          if (creationNumber > 1) return undefined;
          records.set('ours', 'holder of ours');
          return reply;
        },
      );

      const ids = await store.createAll(leases('ours', 'theirs', 'open'));

      expect([...ids].sort()).toEqual([
        ['open', 'id-open'],
        ['ours', 'id-ours'],
      ]);
      expect(creations()).toEqual([['ours', 'theirs', 'open'], ['open']]);
    },
  );

  it('may arrive late: the second try meets the first', async () => {
    const { store, records } = aStore(nobody, (request, creationNumber) => {
      if (creationNumber === 1) return lost();
      records.set('a', 'holder of a').set('b', 'somebody who came in between');
      return batch([], [aProblem({ category: 'CONFLICT', context: { objectWriteTraceId: ['record-0', 'record-1'] } })]);
    });

    expect([...(await store.createAll(leases('a', 'b')))]).toEqual([['a', 'id-a']]);
  });

  it('ends with the failure when the second is lost as well and nothing is there', async () => {
    const { store, creations } = aStore(nobody, () => lost());

    expect(await failureOf(store.createAll(leases('a', 'b')))).toMatchObject({ kind: 'answer-lost' });
    expect(creations()).toHaveLength(2);
  });

  it('is not what a row is that HubSpot passes over: that is sent again, and passed over again it is a failure', async () => {
    const { store, creations } = aStore(nobody, (request) =>
      batch(
        createInputsOf(request)
          .filter((input) => keyOf(input) !== 'b')
          .map(created),
      ),
    );

    expect(await failureOf(store.createAll(leases('a', 'b', 'c')))).toMatchObject({
      kind: 'rejected',
      reason: { problem: '1 of 1 records were neither created nor refused' },
    });
    expect(creations()).toEqual([['a', 'b', 'c'], ['b']]);
  });
});

describe('a failure that is no conflict', () => {
  it.each([
    ['a refused row', batch([], [aProblem({ message: 'Too long', context: { objectWriteTraceId: ['record-0'] } })])],
    ['a refused request', { status: 400, json: aProblem({ message: 'Too long' }) }],
  ])('ends it at once: %s', async (_name, reply) => {
    const { store, sent } = aStore(nobody, () => reply);

    expect(await failureOf(store.createAll(leases('a')))).toMatchObject({
      kind: 'rejected',
      reason: { cause: 'vendor-refused', problem: 'Too long' },
    });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a missing scope', { status: 403, json: aProblem({ category: 'MISSING_SCOPES' }) }, 'missing-scope'],
    ['a request that was not sent', lost('unavailable'), 'unavailable'],
    ['the end of the time', lost('deadline'), 'deadline'],
  ] as const)('ends it at once: %s', async (_name, reply, kind) => {
    const { store, sent } = aStore(nobody, () => reply);

    expect(await failureOf(store.createAll(leases('a')))).toMatchObject({ kind });
    expect(sent).toHaveLength(1);
  });
});
