import { describe, expect, test } from 'vitest';
import { contactsPath, startAccount, type Body } from './hubspot-emulator-harness.ts';

const path = '/crm/v3/properties/contacts';

const minutes = {
  name: 'zw_minutes',
  label: 'Minutes',
  type: 'number',
  fieldType: 'number',
  groupName: 'contactinformation',
};
const choice = (...values: readonly string[]) => ({
  ...minutes,
  name: 'zw_choice',
  type: 'enumeration',
  fieldType: 'select',
  options: values.map((value, displayOrder) => ({ label: value, value, displayOrder, hidden: false })),
});

const namesOf = (body: Body): readonly unknown[] => (body.results ?? []).map((property) => property['name']);

describe('properties', () => {
  test('that HubSpot brings along are there from the start, with their types', async () => {
    const account = await startAccount();

    const { body } = await account.get(path);

    const byName = new Map((body.results ?? []).map((property) => [property['name'], property]));
    expect(byName.get('email')).toMatchObject({ type: 'string', hubspotDefined: true, hasUniqueValue: false });
    expect(byName.get('lifecyclestage')).toMatchObject({ type: 'enumeration', fieldType: 'radio' });
    expect(byName.get('createdate')).toMatchObject({ type: 'datetime', modificationMetadata: { readOnlyValue: true } });
  });

  test('are created, read, changed and archived', async () => {
    const account = await startAccount();

    const created = await account.post(path, minutes);
    const changed = await account.patch(`${path}/zw_minutes`, { label: 'Minutes attended', description: 'In all' });
    const removed = await account.del(`${path}/zw_minutes`);

    expect(created).toMatchObject({
      status: 201,
      body: { name: 'zw_minutes', createdAt: '2026-11-20T09:00:00Z', archived: false, calculated: false },
    });
    expect(changed.body).toMatchObject({ label: 'Minutes attended', description: 'In all', type: 'number' });
    expect(removed.status).toBe(204);
    expect(await account.get(`${path}/zw_minutes`)).toMatchObject({
      status: 404,
      body: { category: 'OBJECT_NOT_FOUND' },
    });
    expect((await account.get(`${path}/zw_minutes?archived=true`)).body).toMatchObject({ archived: true });
    expect((await account.post(contactsPath, { properties: { zw_minutes: '5' } })).body.errors).toMatchObject([
      { code: 'PROPERTY_DOESNT_EXIST' },
    ]);
  });

  test('of a name that exists answer 409', async () => {
    const account = await startAccount();

    const reply = await account.post(path, { ...minutes, name: 'email' });

    expect(reply).toMatchObject({
      status: 409,
      body: {
        category: 'OBJECT_ALREADY_EXISTS',
        subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
        message: "A property named 'email' already exists.",
      },
    });
  });

  test('of an archived name come back with the new definition and the old creation time', async () => {
    const account = await startAccount();
    await account.post(path, minutes);
    await account.del(`${path}/zw_minutes`);
    account.emulator.clock.advance(3_600_000);

    const restored = await account.post(path, { ...minutes, label: 'Again' });

    expect(restored).toMatchObject({
      status: 201,
      body: { label: 'Again', createdAt: '2026-11-20T09:00:00Z', archived: false },
    });
  });

  test.each([
    ['a name with capitals', { name: 'zwMinutes' }],
    ['a reserved name', { name: 'hs_minutes' }],
    ['a type that does not exist', { type: 'integer' }],
    ['a field type that does not go with the type', { fieldType: 'text' }],
    ['a group that does not exist', { groupName: 'nowhere' }],
    ['an enumeration without options', { type: 'enumeration', fieldType: 'select' }],
    ['an option that is given twice', { ...choice('a', 'a') }],
    ['unique values of an enumeration', { ...choice('a'), hasUniqueValue: true }],
  ])('with %s are refused', async (_what, change) => {
    const account = await startAccount();

    expect((await account.post(path, { ...minutes, ...change })).status).toBe(400);
  });

  test('with unique values are at most ten', async () => {
    const account = await startAccount();
    const create = (index: number) => account.post(path, { ...minutes, name: `zw_key_${index}`, hasUniqueValue: true });
    for (let index = 0; index < 10; index += 1) expect((await create(index)).status).toBe(201);

    expect((await create(10)).status).toBe(400);
  });

  test('lose the options that a change leaves out', async () => {
    const account = await startAccount();
    await account.post(path, choice('a', 'b'));

    await account.patch(`${path}/zw_choice`, { options: choice('b', 'c').options });

    const write = async (value: string) =>
      (await account.post(contactsPath, { properties: { zw_choice: value } })).status;
    expect([await write('a'), await write('b'), await write('c')]).toEqual([400, 201, 201]);
  });

  test('of yes and no have the options true and false', async () => {
    const account = await startAccount();

    const created = await account.post(path, {
      ...minutes,
      name: 'zw_flag',
      type: 'bool',
      fieldType: 'booleancheckbox',
    });

    expect(created.body['options']).toMatchObject([
      { label: 'True', value: 'true' },
      { label: 'False', value: 'false' },
    ]);
    expect((await account.post(contactsPath, { properties: { zw_flag: true } })).status).toBe(201);
    expect((await account.post(contactsPath, { properties: { zw_flag: 'yes' } })).status).toBe(400);
  });

  test('with several choices take them between semicolons and add with a leading one', async () => {
    const account = await startAccount({ contacts: [{ id: '1', properties: {} }] });
    await account.post(path, { ...choice('a', 'b', 'c'), fieldType: 'checkbox' });
    const write = (value: string) => account.patch(`${contactsPath}/1`, { properties: { zw_choice: value } });

    await write('a;b');
    const added = await write(';c');
    const wrong = await write('a;d');

    expect(added.body.properties?.['zw_choice']).toBe('a;b;c');
    expect(wrong.status).toBe(400);
  });

  test('in use, or HubSpot’s own, are not archived', async () => {
    const account = await startAccount();
    await account.post(path, minutes);
    await account.pull('mark-property', { objectType: 'contacts', property: 'zw_minutes' });

    expect((await account.del(`${path}/zw_minutes`)).body.subCategory).toBe(
      'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
    );
    expect((await account.del(`${path}/email`)).status).toBe(400);
  });

  test('are created in a batch, each by itself', async () => {
    const account = await startAccount();

    const reply = await account.post(`${path}/batch/create`, { inputs: [minutes, { ...minutes, name: 'email' }] });
    const dated = await account.post('/crm/properties/2026-09/contacts/batch/create', { inputs: [choice('a')] });
    const read = await account.post(`${path}/batch/read`, {
      inputs: [{ name: 'zw_minutes' }, { name: 'nope' }],
      archived: false,
    });

    expect(reply.status).toBe(207);
    expect(namesOf(reply.body)).toEqual(['zw_minutes']);
    expect(reply.body.errors).toMatchObject([{ category: 'OBJECT_ALREADY_EXISTS', context: { name: ['email'] } }]);
    expect(dated.status).toBe(200);
    expect(namesOf(read.body)).toEqual(['zw_minutes']);
  });

  test('of marketing events exist under name and id, and are never unique', async () => {
    const account = await startAccount();
    const group = await account.post('/crm/v3/properties/marketing_event/groups', { name: 'zoom', label: 'Zoom' });

    const created = await account.post('/crm/v3/properties/0-54', { ...minutes, groupName: 'zoom' });
    const unique = await account.post('/crm/v3/properties/marketing_event', {
      ...minutes,
      name: 'zw_key',
      groupName: 'zoom',
      hasUniqueValue: true,
    });

    expect([group.status, created.status, unique.status]).toEqual([201, 201, 400]);
  });

  test('of an object that does not exist answer 400', async () => {
    const account = await startAccount();

    expect(await account.get('/crm/v3/properties/butterflies')).toMatchObject({
      status: 400,
      body: { message: 'Unable to infer object type from: butterflies' },
    });
  });

  test('need the scopes of their object', async () => {
    const account = await startAccount({ account: { scopes: ['crm.objects.contacts.write'] } });

    expect((await account.get(path)).status).toBe(200);
    expect((await account.post(path, minutes)).body.context).toEqual({
      requiredGranularScopes: ['crm.schemas.contacts.write'],
    });
    expect((await account.get('/crm/v3/properties/marketing_event')).status).toBe(403);
  });
});

describe('property groups', () => {
  test('are created once, changed, and archived only when empty', async () => {
    const account = await startAccount();
    const zoom = { name: 'zoom', label: 'Zoom', displayOrder: 3 };

    const created = await account.post(`${path}/groups`, zoom);
    const again = await account.post(`${path}/groups`, zoom);
    await account.post(path, { ...minutes, groupName: 'zoom' });
    const refused = await account.del(`${path}/groups/zoom`);
    await account.del(`${path}/zw_minutes`);
    const removed = await account.del(`${path}/groups/zoom`);

    expect(created).toMatchObject({ status: 201, body: { ...zoom, archived: false } });
    expect(again.status).toBe(409);
    expect(refused).toMatchObject({
      status: 400,
      body: { subCategory: 'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES' },
    });
    expect(removed.status).toBe(204);
    expect((await account.get(`${path}/groups/zoom`)).status).toBe(404);
    expect(namesOf((await account.get(`${path}/groups`)).body)).toEqual(['contactinformation']);
  });
});
