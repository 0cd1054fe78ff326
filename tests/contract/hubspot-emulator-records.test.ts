import { describe, expect, test } from 'vitest';
import {
  contactsPath,
  idsOf,
  onlyResult,
  portalId,
  startAccount,
  threeContacts,
  type TestAccount,
} from './hubspot-emulator-harness.ts';

const schemasPath = '/crm-object-schemas/v3/schemas';

const lockerSchema = {
  name: 'locker',
  labels: { singular: 'Locker', plural: 'Lockers' },
  primaryDisplayProperty: 'locker_key',
  secondaryDisplayProperties: [],
  requiredProperties: ['locker_key'],
  searchableProperties: ['locker_key'],
  associatedObjects: ['CONTACT'],
  properties: [
    { name: 'locker_key', label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true },
    { name: 'contents', label: 'Contents', type: 'string', fieldType: 'textarea' },
  ],
};
const fullyQualifiedName = `p${portalId}_locker`;
const lockersPath = `/crm/v3/objects/${fullyQualifiedName}`;

async function withLockers(seed: Parameters<typeof startAccount>[0] = {}): Promise<TestAccount> {
  return startAccount({ schemas: [lockerSchema], ...seed });
}

const locker = (key: string, contents = '') => ({ properties: { locker_key: key, contents } });

describe('schemas of custom objects', () => {
  test('are created with a type id and a fully qualified name, and found by either or the short name, not by the bare one', async () => {
    const account = await startAccount();

    const created = await account.post(schemasPath, lockerSchema);

    const typeId = String(created.body['objectTypeId']);
    expect(created.status).toBe(201);
    expect(typeId).toMatch(/^2-\d+$/);
    expect(created.body).toMatchObject({ fullyQualifiedName, archived: false, requiredProperties: ['locker_key'] });
    expect((await account.get(`${schemasPath}/${typeId}`)).body['name']).toBe('locker');
    expect((await account.get(`${schemasPath}/${fullyQualifiedName}`)).body['name']).toBe('locker');
    expect((await account.get(`${schemasPath}/p_locker`)).body['name']).toBe('locker');
    expect((await account.get(`${schemasPath}/locker`)).status).toBe(400);
    expect(idsOf(await account.get('/crm-object-schemas/2026-09/schemas'))).toEqual([typeId]);
  });

  test.each([
    ['a name with a dash', { name: 'lock-er' }],
    ['no plural', { labels: { singular: 'Locker' } }],
    ['no primary property', { primaryDisplayProperty: undefined }],
    ['a primary property that does not exist', { primaryDisplayProperty: 'nope' }],
    ['a required property that does not exist', { requiredProperties: ['nope'] }],
    ['a searchable property that does not exist', { searchableProperties: ['nope'] }],
    ['no properties', { properties: [] }],
    ['a property of no known type', { properties: [{ ...lockerSchema.properties[0], type: 'text' }] }],
    ['an associated object that does not exist', { associatedObjects: ['butterflies'] }],
  ])('are refused with %s', async (_what, change) => {
    const account = await startAccount();

    expect((await account.post(schemasPath, { ...lockerSchema, ...change })).status).toBe(400);
    expect((await account.get(schemasPath)).body.results).toEqual([]);
  });

  test('are refused when the name exists, also while the old one waits for its purge', async () => {
    const account = await withLockers();
    const again = () => account.post(schemasPath, lockerSchema);

    const whileLive = await again();
    await account.del(`${schemasPath}/${fullyQualifiedName}`);
    const whileArchived = await again();
    await account.del(`${schemasPath}/${fullyQualifiedName}?archived=true`);
    const afterPurge = await again();

    expect([whileLive.status, whileArchived.status, afterPurge.status]).toEqual([409, 409, 201]);
  });

  test('are not deleted while records exist', async () => {
    const account = await withLockers({ objects: { locker: [locker('a')] } });

    const refused = await account.del(`${schemasPath}/${fullyQualifiedName}`);
    const [record] = (await account.get(lockersPath)).body.results ?? [];
    await account.del(`${lockersPath}/${record?.id}`);
    const removed = await account.del(`${schemasPath}/${fullyQualifiedName}`);

    expect(refused.status).toBe(400);
    expect(removed.status).toBe(204);
    expect((await account.get(lockersPath)).status).toBe(400);
  });

  test('are limited to ten, to Enterprise, and to those who may write them', async () => {
    const account = await startAccount();
    const create = (name: string) => account.post(schemasPath, { ...lockerSchema, name });
    for (let index = 0; index < 10; index += 1) await create(`thing${index}`);
    const professional = await startAccount({ account: { tier: 'professional' } });
    const without = await startAccount({ account: { scopes: ['crm.schemas.custom.read'] } });

    expect((await create('one_more')).status).toBe(400);
    expect((await professional.post(schemasPath, lockerSchema)).status).toBe(403);
    expect((await without.post(schemasPath, lockerSchema)).status).toBe(403);
  });

  test('change which properties are required', async () => {
    const account = await withLockers();

    const changed = await account.patch(`${schemasPath}/${fullyQualifiedName}`, { requiredProperties: ['contents'] });

    expect(changed.status).toBe(200);
    expect((await account.post(lockersPath, { properties: { locker_key: 'a' } })).status).toBe(400);
    expect((await account.post(lockersPath, { properties: { contents: 'x' } })).status).toBe(201);
  });
});

describe('records of a custom object', () => {
  test('need their required properties', async () => {
    const account = await withLockers();

    const reply = await account.post(lockersPath, { properties: { contents: 'x' } });

    expect(reply.status).toBe(400);
    expect(reply.body.message).toContain('Some required properties were not set.');
    expect(reply.body.errors).toMatchObject([{ context: { propertyName: ['locker_key'] } }]);
  });

  test('cannot share a unique value: the second of two who want one lease gets the first one’s id', async () => {
    const account = await withLockers();

    const [first, second] = await Promise.all([
      account.post(lockersPath, locker('lease')),
      account.post(lockersPath, locker('lease')),
    ]);

    const [winner, loser] = first.status === 201 ? [first, second] : [second, first];
    expect(loser.status).toBe(400);
    expect(loser.body.message).toMatch(new RegExp(`on \\d+\\. ${winner.body.id} already has that value\\.$`));
    expect(idsOf(await account.get(lockersPath))).toEqual([winner.body.id]);
  });

  test('give a unique value free when they are archived, or hold it, as the switch says', async () => {
    const account = await withLockers();
    const first = await account.post(lockersPath, locker('lease'));
    await account.del(`${lockersPath}/${first.body.id}`);

    await account.pull('switches', { archivedUniqueValue: 'held' });
    const held = await account.post(lockersPath, locker('lease'));
    await account.pull('switches', { archivedUniqueValue: 'reusable' });
    const reused = await account.post(lockersPath, locker('lease'));

    expect(held.status).toBe(400);
    expect(held.body.message).toContain(`${first.body.id} already has that value.`);
    expect(reused.status).toBe(201);
  });

  test('are upserted and read by their unique property, per input', async () => {
    const account = await withLockers({ objects: { locker: [{ id: '7', ...locker('a', 'old') }] } });

    const written = await account.post(`${lockersPath}/batch/upsert`, {
      inputs: [
        { id: 'a', idProperty: 'locker_key', properties: { contents: 'new' }, objectWriteTraceId: '1' },
        { id: 'b', idProperty: 'locker_key', properties: {}, objectWriteTraceId: '2' },
        { id: '7', properties: { contents: 'by id' }, objectWriteTraceId: '3' },
        { id: '8', properties: {}, objectWriteTraceId: '4' },
      ],
    });
    const read = await account.post(`${lockersPath}/batch/read`, {
      idProperty: 'locker_key',
      properties: ['contents', 'locker_key'],
      inputs: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    });

    expect(written.status).toBe(207);
    expect(written.body.errors).toMatchObject([
      { category: 'OBJECT_NOT_FOUND', context: { objectWriteTraceId: ['4'] } },
    ]);
    expect((written.body.results ?? []).filter((result) => result['new'] === true)).toHaveLength(1);
    expect(read.body.errors).toMatchObject([{ context: { ids: ['c'] } }]);
    expect((read.body.results ?? []).map(({ properties }) => properties?.['contents']).sort()).toEqual(['by id', null]);
  });

  test('are archived in a batch', async () => {
    const account = await withLockers({
      objects: {
        locker: [
          { id: '7', ...locker('a') },
          { id: '8', ...locker('b') },
        ],
      },
    });

    const reply = await account.post(`${lockersPath}/batch/archive`, { inputs: [{ id: '7' }, { id: '99' }] });

    expect(reply.status).toBe(204);
    expect(idsOf(await account.get(lockersPath))).toEqual(['8']);
  });

  test('answer under id, fully qualified and short name and 2026-09 path, not under the bare name', async () => {
    const account = await withLockers({ objects: { locker: [{ id: '7', ...locker('a') }] } });
    const [schema] = (await account.get(schemasPath)).body.results ?? [];

    for (const path of [
      lockersPath,
      '/crm/v3/objects/p_locker',
      `/crm/v3/objects/${String(schema?.['objectTypeId'])}`,
      `/crm/objects/2026-09/${fullyQualifiedName}`,
    ]) {
      expect(idsOf(await account.get(path))).toEqual(['7']);
    }
    const bare = await account.get('/crm/v3/objects/locker');
    expect(bare).toMatchObject({ status: 400, body: { message: 'Unable to infer object type from: locker' } });
    expect(bare.body.category).toBeUndefined();
  });

  test('merge like contacts do', async () => {
    const account = await withLockers({
      objects: {
        locker: [
          { id: '7', ...locker('a') },
          { id: '8', ...locker('b', 'x') },
        ],
      },
    });

    const reply = await account.post(`${lockersPath}/merge`, { primaryObjectId: '7', objectIdToMerge: '8' });

    expect(reply.body).toMatchObject({ id: '7', properties: { hs_merged_object_ids: '8' } });
    expect((await account.get(`${lockersPath}/7?properties=contents`)).body.properties?.['contents']).toBe('x');
    expect((await account.get(`${lockersPath}/8`)).status).toBe(404);
  });

  test('need their own scopes', async () => {
    const account = await withLockers({
      account: { scopes: ['crm.objects.contacts.read', 'crm.objects.custom.read'] },
    });

    const read = await account.get(lockersPath);
    const write = await account.post(lockersPath, locker('a'));

    expect(read.status).toBe(200);
    expect(write).toMatchObject({
      status: 403,
      body: { category: 'MISSING_SCOPES', context: { requiredGranularScopes: ['crm.objects.custom.write'] } },
    });
  });
});

describe('calls', () => {
  const callsPath = '/crm/v3/objects/calls';
  const call = { hs_timestamp: '2026-11-19T10:00:00Z', hs_call_title: 'Webinar', hs_call_duration: 3_600_000 };

  test('need a time', async () => {
    const account = await startAccount();

    const reply = await account.post(callsPath, { properties: { hs_call_title: 'x' } });

    expect(reply.body.message).toBe('Error creating CALL. Some required properties were not set.');
  });

  test('are created with their contacts', async () => {
    const account = await startAccount({ contacts: threeContacts });
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }];

    const created = await account.post(callsPath, { properties: call, associations: [{ to: { id: '101' }, types }] });
    const shown = await account.get(
      `${callsPath}/${created.body.id}?associations=contacts&properties=hs_call_duration`,
    );

    expect(shown.body.properties?.['hs_call_duration']).toBe('3600000');
    expect(shown.body['associations']).toEqual({ contacts: { results: [{ id: '101', type: 'call_to_contact' }] } });
  });

  test.each([
    ['an association type that does not begin at calls', '101', 193],
    ['a contact that does not exist', '9', 194],
  ])('are refused with %s', async (_what, id, associationTypeId) => {
    const account = await startAccount({ contacts: threeContacts });
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }];

    const reply = await account.post(callsPath, { properties: call, associations: [{ to: { id }, types }] });

    expect(reply.status).toBe(400);
    expect((await account.get(callsPath)).body.results).toEqual([]);
  });

  test('take a recording over https only, and one source only', async () => {
    const account = await startAccount();
    const create = (properties: object) => account.post(callsPath, { properties: { ...call, ...properties } });

    const plain = await create({ hs_call_recording_url: 'http://zoom.us/rec/x.mp4' });
    const source = await create({ hs_call_source: 'ZOOM' });
    const good = await create({
      hs_call_recording_url: 'https://zoom.us/rec/x.mp4',
      hs_call_source: 'INTEGRATIONS_PLATFORM',
    });

    expect([plain.status, source.status, good.status]).toEqual([400, 400, 201]);
  });

  test('are upserted by a unique property without their associations', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.post('/crm/v3/properties/calls', {
      name: 'zw_recording_key',
      label: 'Recording key',
      type: 'string',
      fieldType: 'text',
      groupName: 'call',
      hasUniqueValue: true,
    });
    const input = {
      id: 'rec-1',
      idProperty: 'zw_recording_key',
      properties: call,
      associations: [
        { to: { id: '101' }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }] },
      ],
    };

    const first = await account.post(`${callsPath}/batch/upsert`, { inputs: [input] });
    const second = await account.post('/crm/v3/objects/0-48/batch/upsert', { inputs: [input] });

    expect([onlyResult(first)['new'], onlyResult(second)['new']]).toEqual([true, false]);
    expect((await account.state())['associations']).toEqual([]);
  });
});

describe('associations', () => {
  const calls = [{ id: '500', properties: { hs_timestamp: '2026-11-19T10:00:00Z' } }];
  const base = '/crm/v4/associations/calls/contacts/batch';
  const pair = (from: string, to: string) => ({ from: { id: from }, to: { id: to } });
  const typed = (from: string, to: string, associationTypeId = 194) => ({
    ...pair(from, to),
    types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }],
  });

  test('are created, seen from both sides, and created again without effect', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });
    const body = { inputs: [typed('500', '101'), typed('500', '102')] };

    const first = await account.post(`${base}/create`, body);
    await account.post(`${base}/create`, body);

    expect(first.status).toBe(201);
    expect(first.body.results).toContainEqual({
      fromObjectTypeId: '0-48',
      fromObjectId: '500',
      toObjectTypeId: '0-1',
      toObjectId: '101',
      labels: [],
    });
    const there = await account.post(`${base}/read`, { inputs: [{ id: '500' }] });
    const back = await account.post('/crm/v4/associations/contacts/calls/batch/read', { inputs: [{ id: '101' }] });
    expect(onlyResult(there)['to']).toEqual([
      { toObjectId: '101', associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 194, label: null }] },
      { toObjectId: '102', associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 194, label: null }] },
    ]);
    expect(onlyResult(back)['to']).toMatchObject([{ toObjectId: '500', associationTypes: [{ typeId: 193 }] }]);
  });

  test('with a record that does not exist are named, the others are made', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });

    const reply = await account.post(`${base}/create`, { inputs: [typed('500', '101'), typed('500', '9')] });

    expect(reply.status).toBe(207);
    expect(reply.body.errors).toMatchObject([
      {
        category: 'VALIDATION_ERROR',
        subCategory: 'crm.associations.INVALID_IDENTIFIER',
        context: { fromObjectId: ['500'], toObjectId: ['9'] },
      },
    ]);
    expect(reply.body.results).toHaveLength(1);
  });

  test('by default need no type; errors come with 200', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });

    const reply = await account.post('/crm/associations/2026-09/calls/contacts/batch/associate/default', {
      inputs: [pair('500', '101'), pair('501', '101')],
    });

    expect(reply.status).toBe(200);
    expect(reply.body.results).toMatchObject([
      { from: { id: '500' }, to: { id: '101' }, associationSpec: { associationTypeId: 194 } },
      { from: { id: '101' }, to: { id: '500' }, associationSpec: { associationTypeId: 193 } },
    ]);
    expect(reply.body).toMatchObject({
      numErrors: 1,
      errors: [{ subCategory: 'crm.associations.INVALID_IDENTIFIER' }],
    });
  });

  test('of a type that does not exist between the two are refused as a whole', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });

    const reply = await account.post(`${base}/create`, { inputs: [typed('500', '101'), typed('500', '102', 193)] });

    expect(reply.status).toBe(400);
    expect((await account.state())['associations']).toEqual([]);
  });

  test('are read in pages of 500', async () => {
    const contacts = Array.from({ length: 501 }, (_, index) => ({ id: String(1000 + index), properties: {} }));
    const account = await startAccount({ contacts, calls });
    await account.post(`${base}/associate/default`, { inputs: contacts.map(({ id }) => pair('500', id)) });

    const first = onlyResult(await account.post(`${base}/read`, { inputs: [{ id: '500' }] }));
    const second = onlyResult(
      await account.post(`${base}/read`, { inputs: [{ id: '500', after: first.paging?.next?.after }] }),
    );
    const listed = await account.get('/crm/v4/objects/calls/500/associations/contacts');

    expect(first['to']).toHaveLength(500);
    expect(second['to']).toMatchObject([{ toObjectId: '1500' }]);
    expect(second.paging).toBeUndefined();
    expect(listed.body.results).toHaveLength(500);
    expect(listed.body.paging?.next?.after).toBe('500');
  });

  test('that are not there are an error of their own kind', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });

    const reply = await account.post(`${base}/read`, { inputs: [{ id: '500' }] });

    expect(reply).toMatchObject({
      status: 207,
      body: { results: [], errors: [{ subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND' }] },
    });
  });

  test('are removed, and vanish with an archived record', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });
    await account.post(`${base}/associate/default`, { inputs: [pair('500', '101'), pair('500', '102')] });

    const removed = await account.post(`${base}/archive`, { inputs: [{ from: { id: '500' }, to: [{ id: '101' }] }] });
    const left = await account.post(`${base}/read`, { inputs: [{ id: '500' }] });
    await account.del(`${contactsPath}/102`);
    const none = await account.post(`${base}/read`, { inputs: [{ id: '500' }] });

    expect(removed.status).toBe(204);
    expect(onlyResult(left)['to']).toMatchObject([{ toObjectId: '102' }]);
    expect(none.body.results).toEqual([]);
  });

  test('one by one', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });
    const single = '/crm/v4/objects/calls/500/associations';

    const byDefault = await account.put(`${single}/default/contacts/101`, undefined);
    const spec = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }];
    const explicit = await account.put(`${single}/contacts/102`, spec);
    const unknown = await account.put(`${single}/contacts/9`, spec);
    const removed = await account.del(`${single}/contacts/101`);

    expect([byDefault.status, explicit.status, unknown.status, removed.status]).toEqual([200, 201, 404, 204]);
    expect((await account.get(`${single}/contacts`)).body.results).toMatchObject([{ toObjectId: '102' }]);
  });

  test.each([
    ['create', 2_000, () => typed('500', '101')],
    ['read', 1_000, () => ({ id: '500' })],
    ['archive', 100, () => ({ from: { id: '500' }, to: [{ id: '101' }] })],
  ] as const)('take at most so many inputs: %s %i', async (name, cap, make) => {
    const account = await startAccount({ contacts: threeContacts, calls });

    const enough = await account.post(`${base}/${name}`, { inputs: Array.from({ length: cap }, (): object => make()) });
    const tooMany = await account.post(`${base}/${name}`, {
      inputs: Array.from({ length: cap + 1 }, (): object => make()),
    });

    expect(enough.status).toBeLessThan(300);
    expect(tooMany.status).toBe(400);
  });

  test('follow a merge', async () => {
    const account = await startAccount({ contacts: threeContacts, calls });
    await account.post(`${base}/associate/default`, { inputs: [pair('500', '101')] });

    await account.pull('merge-contacts', { primary: { id: '103' }, merged: { id: '101' } });

    expect(onlyResult(await account.post(`${base}/read`, { inputs: [{ id: '500' }] }))['to']).toMatchObject([
      { toObjectId: '103' },
    ]);
  });

  test('connect a custom object with contacts by the types of its schema', async () => {
    const account = await withLockers({ contacts: threeContacts, objects: { locker: [{ id: '7', ...locker('a') }] } });
    const [schema] = (await account.get(schemasPath)).body.results ?? [];
    const [association] = schema?.['associations'] as readonly { readonly id: string }[];

    const reply = await account.post(`/crm/v4/associations/${fullyQualifiedName}/contacts/batch/create`, {
      inputs: [
        {
          ...pair('7', '101'),
          types: [{ associationCategory: 'USER_DEFINED', associationTypeId: Number(association?.id) }],
        },
      ],
    });

    expect(reply.status).toBe(201);
  });
});

describe('transcripts', () => {
  const path = '/crm/v3/extensions/calling/transcripts';
  const utterance = { speaker: { id: 's1', name: 'Ann' }, text: 'Hello', startTimeMillis: 0, endTimeMillis: 900 };

  test('belong to a call that exists; they are created, read and deleted', async () => {
    const account = await startAccount({
      calls: [{ id: '500', properties: { hs_timestamp: '2026-11-19T10:00:00Z' } }],
    });

    const created = await account.post(path, { engagementId: 500, transcriptCreateUtterances: [utterance] });
    const read = await account.get(`${path}/${created.body.id}`);
    const removed = await account.del(`${path}/${created.body.id}`);

    expect(created.status).toBe(200);
    expect(read.body).toMatchObject({
      engagementId: 500,
      transcriptSource: 'INTEGRATOR_GENERATED',
      transcriptUtterances: [utterance],
    });
    expect(removed.status).toBe(204);
    expect((await account.get(`${path}/${created.body.id}`)).status).toBe(404);
  });

  test('without their call, or with a sentence that ends before it starts, are refused', async () => {
    const account = await startAccount({
      calls: [{ id: '500', properties: { hs_timestamp: '2026-11-19T10:00:00Z' } }],
    });
    const create = (engagementId: number, change: object) =>
      account.post(path, { engagementId, transcriptCreateUtterances: [{ ...utterance, ...change }] });

    expect((await create(501, {})).status).toBe(404);
    expect((await create(500, { startTimeMillis: 1_000 })).status).toBe(400);
    expect((await create(500, { text: undefined })).body.message).toContain('[text]');
  });
});
