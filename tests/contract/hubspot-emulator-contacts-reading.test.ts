import { describe, expect, test } from 'vitest';
import { contactsPath, idsOf, onlyResult, startAccount, threeContacts } from './hubspot-emulator-harness.ts';

const byEmail = (...emails: readonly string[]) => ({
  idProperty: 'email',
  properties: ['email', 'hs_additional_emails'],
  propertiesWithHistory: [],
  inputs: emails.map((id) => ({ id })),
});
const byId = (...ids: readonly string[]) => ({ properties: ['email'], inputs: ids.map((id) => ({ id })) });

describe('reading contacts in a batch', () => {
  test('finds e-mails whatever their case and answers them in lower case', async () => {
    const account = await startAccount({ contacts: [{ id: '1', properties: { email: 'Ann@ACME.com' } }] });

    const reply = await account.post(`${contactsPath}/batch/read`, byEmail(' aNN@acme.COM '));

    expect(reply.status).toBe(200);
    expect(onlyResult(reply).properties?.['email']).toBe('ann@acme.com');
  });

  test('finds the owner of a secondary address and shows the primary one', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/read`, byEmail('robert@home.net'));

    expect(onlyResult(reply)).toMatchObject({
      id: '102',
      properties: { email: 'bob@acme.com', hs_additional_emails: 'robert@home.net;bobby@acme.com' },
    });
  });

  test('answers one result when two addresses belong to one contact', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/read`, byEmail('bob@acme.com', 'robert@home.net'));

    expect(idsOf(reply)).toEqual(['102']);
  });

  test('names all missing ids in one error and answers 207', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/read`, byId('101', '9', '8'));

    expect(reply.status).toBe(207);
    expect(idsOf(reply)).toEqual(['101']);
    expect(reply.body).toMatchObject({
      status: 'COMPLETE',
      numErrors: 1,
      errors: [{ status: 'error', category: 'OBJECT_NOT_FOUND', context: { ids: ['9', '8'] } }],
      startedAt: '2026-11-20T09:00:00Z',
      completedAt: '2026-11-20T09:00:00Z',
    });
  });

  test('does not keep the order of the inputs', async () => {
    const contacts = Array.from({ length: 20 }, (_, index) => ({ id: String(index + 1), properties: {} }));
    const account = await startAccount({ contacts });
    const ids = contacts.map(({ id }) => id);

    const reply = await account.post(`${contactsPath}/batch/read`, byId(...ids));

    expect(idsOf(reply)).toEqual(ids);
    expect((reply.body.results ?? []).map(({ id }) => id)).not.toEqual(ids);
  });

  test('refuses the whole request when an id stands twice, also in another case', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(
      `${contactsPath}/batch/read`,
      byEmail('ann@acme.com', 'bob@acme.com', 'ANN@acme.com'),
    );

    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({
      category: 'VALIDATION_ERROR',
      message: 'Duplicate IDs found in batch input: [ann@acme.com]. IDs must be unique',
      context: { ids: ['ann@acme.com'] },
    });
  });

  test.each([
    ['read', 101, byId],
    ['archive', 101, byId],
  ] as const)('refuses more than 100 inputs of %s', async (name, count, make) => {
    const account = await startAccount();
    const ids = Array.from({ length: count }, (_, index) => String(index + 1));

    const tooMany = await account.post(`${contactsPath}/batch/${name}`, make(...ids));
    const enough = await account.post(`${contactsPath}/batch/${name}`, make(...ids.slice(1)));

    expect(tooMany).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
    expect(enough.status).toBeLessThan(300);
  });

  test('refuses an empty batch', async () => {
    const account = await startAccount();

    expect((await account.post(`${contactsPath}/batch/read`, byId())).status).toBe(400);
  });

  test('answers only the requested properties and three more, null without a value', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/read`, {
      properties: ['lastname', 'company', 'not_a_property'],
      inputs: [{ id: '101' }],
    });

    expect(onlyResult(reply).properties).toEqual({
      company: null,
      createdate: '2026-10-21T09:00:00Z',
      hs_object_id: '101',
      lastmodifieddate: '2026-10-21T09:00:00Z',
      lastname: 'Ames',
    });
  });

  test('answers e-mail and names when no property is requested', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const { body } = await account.get(`${contactsPath}/103`);

    expect(Object.keys(body.properties ?? {})).toEqual([
      'createdate',
      'email',
      'firstname',
      'hs_object_id',
      'lastmodifieddate',
      'lastname',
    ]);
  });

  test('shows the history of a property, newest first, for at most 50 inputs', async () => {
    const account = await startAccount({ contacts: threeContacts });
    account.emulator.clock.advance(60_000);
    await account.patch(`${contactsPath}/101`, { properties: { firstname: 'Anna' } });
    const body = { properties: [], propertiesWithHistory: ['firstname'], inputs: [{ id: '101' }] };

    const reply = await account.post(`${contactsPath}/batch/read`, body);
    const tooMany = await account.post(`${contactsPath}/batch/read`, {
      ...body,
      inputs: Array.from({ length: 51 }, (_, index) => ({ id: String(index + 1) })),
    });

    expect(onlyResult(reply)['propertiesWithHistory']).toMatchObject({
      firstname: [{ value: 'Anna', timestamp: '2026-11-20T09:01:00Z', sourceType: 'INTEGRATION' }, { value: 'Ann' }],
    });
    expect(tooMany.status).toBe(400);
  });
});

describe('one contact', () => {
  test('is found by id or by e-mail', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const found = await account.get(`${contactsPath}/${encodeURIComponent('bob@acme.com')}?idProperty=email`);
    const dated = await account.get('/crm/objects/2026-09/0-1/102');

    expect(found.body.id).toBe('102');
    expect(dated.body.id).toBe('102');
  });

  test('that is not there answers 404, in two wordings', async () => {
    const account = await startAccount();

    const numeric = await account.get(`${contactsPath}/5`);
    const word = await account.get(`${contactsPath}/ann@acme.com`);

    expect(numeric).toMatchObject({ status: 404, body: { message: 'resource not found' } });
    expect(word).toMatchObject({
      status: 404,
      body: { category: 'OBJECT_NOT_FOUND', context: { id: ['ann@acme.com'] } },
    });
  });

  test('is listed page by page in order of id, 100 at most', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const first = await account.get(`${contactsPath}?limit=2&properties=email`);
    const after = first.body.paging?.next?.after ?? '';
    const second = await account.get(`${contactsPath}?limit=2&after=${after}`);
    const tooMany = await account.get(`${contactsPath}?limit=101`);

    expect((first.body.results ?? []).map(({ id }) => id)).toEqual(['101', '102']);
    expect((second.body.results ?? []).map(({ id }) => id)).toEqual(['103']);
    expect(second.body.paging).toBeUndefined();
    expect(tooMany.status).toBe(400);
  });
});
