import { describe, expect, test } from 'vitest';
import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import { idsOf, onlyResult, portalId, startAccount, type TestAccount } from './hubspot-emulator-harness.ts';

const schema = {
  name: 'locker',
  labels: { singular: 'Locker', plural: 'Lockers' },
  primaryDisplayProperty: 'locker_key',
  requiredProperties: ['locker_key'],
  properties: [
    { name: 'locker_key', label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true },
    { name: 'contents', label: 'Contents', type: 'string', fieldType: 'text' },
  ],
} satisfies NonNullable<HubSpotSeed['schemas']>[number];
const path = `/crm/objects/2026-09/p${portalId}_locker`;

const withLocker = (switches: NonNullable<NonNullable<HubSpotSeed['emulator']>['switches']> = {}) =>
  startAccount({
    schemas: [schema],
    objects: { locker: [{ id: '7', properties: { locker_key: 'taken', contents: 'old' } }] },
    emulator: { switches },
  });
const row = (key: string, objectWriteTraceId?: string) => ({
  properties: { locker_key: key, contents: 'new' },
  associations: [],
  ...(objectWriteTraceId === undefined ? {} : { objectWriteTraceId }),
});
const create = (account: TestAccount, ...inputs: readonly object[]) => account.post(`${path}/batch/create`, { inputs });
const keysOf = async (account: TestAccount) =>
  ((await account.get(`${path}?properties=locker_key&limit=100`)).body.results ?? []).map(
    ({ properties }) => properties?.['locker_key'],
  );

describe('creating many records with a unique property', () => {
  test('writes the good rows and names the taken one, whose text holds two ids, the second being the holder’s', async () => {
    const account = await withLocker();

    const reply = await create(account, row('taken', 'a'), row('free', 'b'));

    expect(reply.status).toBe(207);
    expect(onlyResult(reply)).toMatchObject({ objectWriteTraceId: 'b', properties: { locker_key: 'free' } });
    expect(reply.body.errors).toMatchObject([
      {
        category: 'VALIDATION_ERROR',
        message: expect.stringMatching(/on \d+\. 7 already has that value\.$/) as string,
        context: { objectWriteTraceId: ['a'] },
      },
    ]);
    expect(await keysOf(account)).toEqual(['taken', 'free']);
  });

  test('names the holder in the context of a conflict when the switch says so', async () => {
    const account = await withLocker({ uniqueValueConflict: 'existing-id' });

    const reply = await create(account, row('taken', 'a'), row('free', 'b'));
    const single = await account.post(path, row('taken'));
    const update = await account.patch(`${path}/${onlyResult(reply).id}`, { properties: { locker_key: 'taken' } });

    expect(reply.status).toBe(207);
    expect(reply.body.errors).toMatchObject([
      { category: 'CONFLICT', context: { existingId: ['7'], objectWriteTraceId: ['a'] } },
    ]);
    expect(single).toMatchObject({ status: 409, body: { category: 'CONFLICT' } });
    expect(single.body.message).toContain('Existing ID: 7');
    // A change of a record that exists is another matter.
    expect(update).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  test.each([
    ['two-ids', 400],
    ['existing-id', 409],
  ] as const)('without trace ids writes nothing when one is taken: %s is %i', async (uniqueValueConflict, status) => {
    const account = await withLocker({ uniqueValueConflict });

    const reply = await create(account, row('free'), row('taken'));

    expect(reply.status).toBe(status);
    expect(reply.body.context).toBeUndefined();
    expect(await keysOf(account)).toEqual(['taken']);
  });

  test('refuses a request that has a key twice, or only the second of the two, as the switch says', async () => {
    const account = await withLocker();

    const refused = await create(account, row('twin', 'a'), row('free', 'b'), row('twin', 'c'));
    const keysAfterRefusal = await keysOf(account);
    await account.pull('switches', { duplicatesInBatchCreate: 'refuse-row' });
    const perRow = await create(account, row('twin', 'a'), row('free', 'b'), row('twin', 'c'));

    expect(refused).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR', context: { ids: ['twin'] } } });
    expect(keysAfterRefusal).toEqual(['taken']);
    expect(perRow.status).toBe(207);
    expect(perRow.body.errors).toMatchObject([{ context: { objectWriteTraceId: ['c'] } }]);
    expect(await keysOf(account)).toEqual(['taken', 'twin', 'free']);
  });

  test('gives each key to exactly one of many requests at the same moment', async () => {
    const account = await withLocker();
    const keys = Array.from({ length: 5 }, (_, index) => `k${index}`);

    const replies = await Promise.all(
      Array.from({ length: 8 }, () => create(account, ...keys.map((key) => row(key, key)))),
    );

    const winners = replies.flatMap((reply) =>
      (reply.body.results ?? []).map((result) => result['objectWriteTraceId']),
    );
    const losers = replies.flatMap((reply) =>
      (reply.body.errors ?? []).flatMap((error) => error.context?.['objectWriteTraceId'] ?? []),
    );
    expect(winners.sort()).toEqual(keys);
    expect(losers).toHaveLength(7 * keys.length);
    expect((await keysOf(account)).sort()).toEqual([...keys, 'taken']);
  });

  test('tells everybody the same holder', async () => {
    const account = await withLocker({ uniqueValueConflict: 'existing-id' });

    const replies = await Promise.all(Array.from({ length: 4 }, () => create(account, row('lease', 'a'))));

    const [winner] = replies.filter(({ status }) => status === 201).flatMap(idsOf);
    const named = replies.flatMap((reply) => (reply.body.errors ?? []).map((error) => error.context?.['existingId']));
    expect(named).toEqual([[winner], [winner], [winner]]);
  });
});
