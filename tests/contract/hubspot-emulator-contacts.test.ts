import { describe, expect, test } from 'vitest';
import { contactsPath, idsOf, onlyResult, startAccount, startAt, threeContacts } from './hubspot-emulator-harness.ts';

const byEmail = (...emails: readonly string[]) => ({
  idProperty: 'email',
  properties: ['email', 'hs_additional_emails'],
  propertiesWithHistory: [],
  inputs: emails.map((id) => ({ id })),
});
const byId = (...ids: readonly string[]) => ({ properties: ['email'], inputs: ids.map((id) => ({ id })) });
const upsert = (email: string, properties: Record<string, unknown>, objectWriteTraceId?: string) => ({
  id: email,
  idProperty: 'email',
  properties,
  ...(objectWriteTraceId === undefined ? {} : { objectWriteTraceId }),
});

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

describe('creating a contact', () => {
  test('answers 201 with what was written and what HubSpot adds', async () => {
    const account = await startAccount();

    const reply = await account.post(contactsPath, { properties: { email: 'New@Acme.com', firstname: 'Nia' } });

    expect(reply.status).toBe(201);
    expect(reply.body).toMatchObject({
      properties: {
        email: 'new@acme.com',
        firstname: 'Nia',
        hs_email_domain: 'acme.com',
        createdate: '2026-11-20T09:00:00Z',
      },
      createdAt: '2026-11-20T09:00:00Z',
      archived: false,
    });
    expect(Number(reply.body.id)).toBeGreaterThan(2 ** 31);
  });

  test('answers 409 with the existing id when the e-mail exists', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(contactsPath, { properties: { email: 'ANN@acme.com' } });

    expect(reply).toMatchObject({
      status: 409,
      body: { category: 'CONFLICT', message: 'Contact already exists. Existing ID: 101' },
    });
  });

  test('answers 400 with two ids when the e-mail is somebody’s secondary address, the second id being the owner', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const { status, body } = await account.post(contactsPath, { properties: { email: 'robert@home.net' } });

    expect(status).toBe(400);
    expect(body.category).toBe('VALIDATION_ERROR');
    expect(body.message).toMatch(/propertyName=email, value=robert@home\.net} on \d+\. 102 already has that value\.$/);
  });

  test.each([
    ['a property that does not exist', { shoe_size: '44' }, 'PROPERTY_DOESNT_EXIST'],
    ['an address that is none', { email: 'nobody' }, 'INVALID_EMAIL'],
    ['an address below a reserved top-level domain', { email: 'ann@acme.example' }, 'INVALID_EMAIL'],
    ['an address with quotation marks', { email: '"ann b"@acme.com' }, 'INVALID_EMAIL'],
    ['a number that is none', { annualrevenue: '1,000' }, 'INVALID_NUMBER'],
    ['an option that is none', { lifecyclestage: 'Lead' }, 'INVALID_OPTION'],
    ['an owner that is none', { hubspot_owner_id: '1' }, 'INVALID_OWNER_ID'],
    ['a value around which there are blanks', { annualrevenue: ' 5' }, 'LEADING_TRAILING_WHITESPACE'],
    ['a property that HubSpot calculates', { createdate: '2026-01-01' }, 'READ_ONLY_VALUE'],
    ['a text that is too long', { message: 'x'.repeat(65_537) }, 'VALUE_TOO_LONG'],
    ['a value that is no text', { message: ['x'] }, 'INVALID_VALUE'],
  ])('refuses %s', async (_what, properties, code) => {
    const account = await startAccount();
    const [name] = Object.keys(properties);

    const { status, body } = await account.post(contactsPath, { properties });

    expect(status).toBe(400);
    expect(body).toMatchObject({ category: 'VALIDATION_ERROR', errors: [{ code, context: { propertyName: [name] } }] });
    const embedded = JSON.parse((body.message ?? '').replace('Property values were not valid: ', '')) as object;
    expect(embedded).toMatchObject([{ isValid: false, error: code, name }]);
  });

  test('takes a text of exactly 65,536 characters', async () => {
    const account = await startAccount();

    const reply = await account.post(contactsPath, { properties: { message: 'x'.repeat(65_536) } });

    expect(reply.status).toBe(201);
  });

  test('takes times in digits and in ISO form and answers the latter', async () => {
    const account = await startAccount({
      properties: {
        contacts: [
          { name: 'seen_at', label: 'Seen', type: 'datetime', fieldType: 'date', groupName: 'contactinformation' },
          { name: 'born_on', label: 'Born', type: 'date', fieldType: 'date', groupName: 'contactinformation' },
        ],
      },
    });

    const digits = await account.post(contactsPath, { properties: { seen_at: startAt, born_on: '1990-02-03' } });
    const iso = await account.post(contactsPath, { properties: { seen_at: '2026-11-20T10:00:00.250+01:00' } });
    const wrong = await account.post(contactsPath, { properties: { seen_at: 'yesterday' } });
    const notMidnight = await account.post(contactsPath, { properties: { born_on: String(startAt) } });

    expect(digits.body.properties).toMatchObject({ seen_at: '2026-11-20T09:00:00Z', born_on: '1990-02-03' });
    expect(iso.body.properties).toMatchObject({ seen_at: '2026-11-20T09:00:00.250Z' });
    expect(wrong.body.errors).toMatchObject([{ code: 'INVALID_LONG' }]);
    expect(notMidnight.body.errors).toMatchObject([{ code: 'INVALID_DATE' }]);
  });

  test('lists the fields that the body lacks', async () => {
    const account = await startAccount();

    const { status, body } = await account.post(contactsPath, {});

    expect(status).toBe(400);
    expect(body.message).toContain('Some required fields were not set: [properties]');
  });

  test('on 2026-09 paths refuses to leave out what an admin made required, on v3 paths not', async () => {
    const account = await startAccount({ emulator: { requiredOnCreate: { contacts: ['company'] } } });

    const dated = await account.post('/crm/objects/2026-09/contacts', { properties: { email: 'a@acme.com' } });
    const v3 = await account.post(contactsPath, { properties: { email: 'a@acme.com' } });

    expect(dated).toMatchObject({ status: 400, body: { errors: [{ code: 'MISSING_REQUIRED_PROPERTY' }] } });
    expect(v3.status).toBe(201);
  });
});

describe('writing contacts in a batch', () => {
  test('creates and updates by e-mail and says which is which', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/upsert`, {
      inputs: [upsert('Ann@acme.com', { firstname: 'Anna' }, 'a'), upsert('new@acme.com', {}, 'b')],
    });

    const byTrace = new Map((reply.body.results ?? []).map((result) => [result['objectWriteTraceId'], result]));
    expect(reply.status).toBe(200);
    expect(byTrace.get('a')).toMatchObject({
      id: '101',
      new: false,
      properties: { email: 'ann@acme.com', firstname: 'Anna' },
    });
    expect(byTrace.get('b')).toMatchObject({ new: true, properties: { email: 'new@acme.com' } });
  });

  test('rejects everything for one bad row when the inputs carry no trace ids', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/upsert`, {
      inputs: [upsert('ann@acme.com', { firstname: 'Anna' }), upsert('bob@acme.com', { shoe_size: '44' })],
    });

    expect(reply).toMatchObject({
      status: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] },
    });
    expect((await account.get(`${contactsPath}/101`)).body.properties?.['firstname']).toBe('Ann');
  });

  test.each(['create', 'update', 'upsert'] as const)(
    'writes the good rows of a traced %s and names the bad ones',
    async (name) => {
      const account = await startAccount({ contacts: threeContacts });
      const rows = {
        create: [{ properties: { email: 'n@acme.com' } }, { properties: { shoe_size: '1' } }],
        update: [
          { id: '101', properties: { firstname: 'N' } },
          { id: '103', properties: { shoe_size: '1' } },
        ],
        upsert: [upsert('n@acme.com', {}), upsert('m@acme.com', { shoe_size: '1' })],
      };

      const reply = await account.post(`${contactsPath}/batch/${name}`, {
        inputs: rows[name].map((row, index) => ({ ...row, objectWriteTraceId: `row-${index}` })),
      });

      expect(reply.status).toBe(207);
      expect(onlyResult(reply)['objectWriteTraceId']).toBe('row-0');
      expect(reply.body).toMatchObject({
        numErrors: 1,
        errors: [{ status: 'error', category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['row-1'] } }],
      });
    },
  );

  test('treats trace ids that are not unique as none', async () => {
    const account = await startAccount();

    const reply = await account.post(`${contactsPath}/batch/upsert`, {
      inputs: [upsert('n@acme.com', {}, 'same'), upsert('m@acme.com', { shoe_size: '1' }, 'same')],
    });

    expect(reply.status).toBe(400);
    expect((await account.state())['contacts']).toEqual([]);
  });

  test('puts rows refused for the same reason into one error', async () => {
    const account = await startAccount();
    const bad = { shoe_size: '1' };

    const reply = await account.post(`${contactsPath}/batch/create`, {
      inputs: [
        { properties: bad, objectWriteTraceId: 'a' },
        { properties: bad, objectWriteTraceId: 'b' },
        { properties: { email: 'no' }, objectWriteTraceId: 'c' },
      ],
    });

    expect(reply.body.numErrors).toBe(2);
    expect(reply.body.errors).toMatchObject([
      { context: { objectWriteTraceId: ['a', 'b'] } },
      { context: { objectWriteTraceId: ['c'] } },
    ]);
  });

  test('says which contact exists only to inputs with trace ids', async () => {
    const account = await startAccount({ contacts: threeContacts });
    const properties = { email: 'ann@acme.com' };

    const traced = await account.post(`${contactsPath}/batch/create`, {
      inputs: [{ properties, objectWriteTraceId: 'a' }],
    });
    const plain = await account.post(`${contactsPath}/batch/create`, { inputs: [{ properties }] });

    expect(traced.status).toBe(207);
    expect(traced.body.errors).toMatchObject([
      { category: 'CONFLICT', message: 'Contact already exists', context: { existingId: ['101'] } },
    ]);
    expect(plain).toMatchObject({ status: 409, body: { message: 'Contact already exists' } });
    expect(plain.body.context).toBeUndefined();
  });

  test('notices that two rows of one request want the same new e-mail', async () => {
    const account = await startAccount();
    const properties = { email: 'twin@acme.com' };

    const reply = await account.post(`${contactsPath}/batch/create`, {
      inputs: [
        { properties, objectWriteTraceId: 'a' },
        { properties, objectWriteTraceId: 'b' },
      ],
    });

    expect(reply.status).toBe(207);
    expect(onlyResult(reply)['objectWriteTraceId']).toBe('a');
    expect(reply.body.errors).toMatchObject([{ category: 'CONFLICT' }]);
  });

  test('leaves ids that are unknown or archived out of the results of an update, without a word', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('archive-contact', { id: '102' });

    const reply = await account.post(`${contactsPath}/batch/update`, {
      inputs: ['101', '102', '9'].map((id) => ({ id, properties: { firstname: 'X' } })),
    });

    expect(reply.status).toBe(200);
    expect(idsOf(reply)).toEqual(['101']);
    expect(reply.body.errors).toBeUndefined();
  });

  test('does not update by e-mail', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/update`, {
      inputs: [upsert('ann@acme.com', { firstname: 'X' })],
    });

    expect(reply.status).toBe(400);
    expect(reply.body.message).toContain('Unable to perform update/upsert by non-unique 0-1 property');
  });

  test('upserts by no property that is not unique', async () => {
    const account = await startAccount();

    const reply = await account.post(`${contactsPath}/batch/upsert`, {
      inputs: [{ id: 'Ann', idProperty: 'firstname', properties: {} }],
    });

    expect(reply.status).toBe(400);
  });

  test('upserts by a unique property of the account, and tells who holds a value that is taken', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.post('/crm/v3/properties/contacts', {
      name: 'badge',
      label: 'Badge',
      type: 'string',
      fieldType: 'text',
      groupName: 'contactinformation',
      hasUniqueValue: true,
    });
    const byBadge = { idProperty: 'badge', id: 'B-1' };

    const first = await account.post(`${contactsPath}/batch/upsert`, {
      inputs: [{ ...byBadge, properties: { firstname: 'Q' } }],
    });
    const second = await account.post(`${contactsPath}/batch/upsert`, {
      inputs: [{ ...byBadge, properties: { firstname: 'R' } }],
    });
    const taken = await account.patch(`${contactsPath}/101`, { properties: { badge: 'B-1' } });
    const read = await account.post(`${contactsPath}/batch/read`, {
      idProperty: 'badge',
      inputs: [{ id: 'B-1' }],
      properties: ['firstname'],
    });

    expect(onlyResult(first)).toMatchObject({ new: true, properties: { badge: 'B-1' } });
    expect(onlyResult(second)).toMatchObject({ new: false, id: onlyResult(first).id });
    expect(taken.status).toBe(400);
    expect(taken.body.message).toMatch(new RegExp(`on 101\\. ${onlyResult(first).id} already has that value\\.$`));
    expect(onlyResult(read).properties?.['firstname']).toBe('R');
  });

  test('by a secondary address updates its owner, or refuses, as the switch says', async () => {
    const account = await startAccount({ contacts: threeContacts });
    const inputs = [upsert('robert@home.net', { company: 'Wrong' }, 'a')];

    const updated = await account.post(`${contactsPath}/batch/upsert`, { inputs });
    await account.pull('switches', { upsertBySecondaryEmail: 'refused' });
    const refused = await account.post(`${contactsPath}/batch/upsert`, { inputs });

    expect(onlyResult(updated)).toMatchObject({ id: '102', new: false });
    expect(refused.status).toBe(207);
    expect(refused.body.errors?.[0]?.message).toContain('102 already has that value.');
  });

  test('that makes a secondary address the primary one trades the two', async () => {
    const account = await startAccount({ contacts: threeContacts });

    await account.patch(`${contactsPath}/102`, { properties: { email: 'robert@home.net' } });

    const { body } = await account.get(`${contactsPath}/102?properties=email,hs_additional_emails`);
    expect(body.properties).toMatchObject({
      email: 'robert@home.net',
      hs_additional_emails: 'bobby@acme.com;bob@acme.com',
    });
  });

  test('a change without properties is refused', async () => {
    const account = await startAccount({ contacts: threeContacts });

    expect((await account.patch(`${contactsPath}/101`, { properties: {} })).status).toBe(400);
  });

  test('an empty text clears a value; the switch says how that reads', async () => {
    const account = await startAccount({ contacts: threeContacts });

    await account.patch(`${contactsPath}/101`, { properties: { firstname: '' } });
    const asEmpty = await account.get(`${contactsPath}/101`);
    await account.pull('switches', { clearedValue: 'null' });
    const asNull = await account.get(`${contactsPath}/101`);

    expect(asEmpty.body.properties?.['firstname']).toBe('');
    expect(asNull.body.properties?.['firstname']).toBeNull();
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

describe('archived contacts', () => {
  test('are invisible to live reads and visible with archived=true', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const removed = await account.del(`${contactsPath}/102`);

    expect(removed.status).toBe(204);
    expect((await account.get(`${contactsPath}/102`)).status).toBe(404);
    expect(idsOf(await account.get(contactsPath))).toEqual(['101', '103']);
    expect(
      (await account.post(`${contactsPath}/batch/read`, byEmail('bob@acme.com', 'robert@home.net'))).body.results,
    ).toEqual([]);
    expect((await account.get(`${contactsPath}/102?archived=true`)).body).toMatchObject({
      archived: true,
      archivedAt: '2026-11-20T09:00:00Z',
    });
    expect(idsOf(await account.get(`${contactsPath}?archived=true`))).toEqual(['102']);
    expect(idsOf(await account.post(`${contactsPath}/batch/read?archived=true`, byId('101', '102')))).toEqual(['102']);
  });

  test('give their e-mail free for a new contact', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.del(`${contactsPath}/102`);

    const reply = await account.post(`${contactsPath}/batch/upsert`, { inputs: [upsert('bob@acme.com', {})] });

    expect(onlyResult(reply)['new']).toBe(true);
    expect(onlyResult(reply).id).not.toBe('102');
  });

  test('are found by e-mail only if the switch says so', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.del(`${contactsPath}/102`);
    const read = () => account.post(`${contactsPath}/batch/read?archived=true`, byEmail('bob@acme.com'));

    const unknown = await read();
    await account.pull('switches', { archivedLookupByEmail: 'found' });
    const found = await read();

    expect(unknown.body.results).toEqual([]);
    expect(idsOf(found)).toEqual(['102']);
  });

  test('go in batches without a word about ids that are not there', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/batch/archive`, byId('101', '9'));

    expect(reply.status).toBe(204);
    expect(idsOf(await account.get(contactsPath))).toEqual(['102', '103']);
  });

  test('come back with the lever unless their address is taken', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('archive-contact', { email: 'ann@acme.com' });
    await account.pull('archive-contact', { email: 'bob@acme.com' });
    await account.pull('create-contact', { properties: { email: 'bob@acme.com' } });

    await account.pull('restore-contact', { id: '101' });

    expect((await account.get(`${contactsPath}/101`)).status).toBe(200);
    await expect(account.pull('restore-contact', { id: '102' })).rejects.toThrow('Another contact has the address');
  });
});

describe('deletion for privacy', () => {
  test('of an unknown address blocks it', async () => {
    const account = await startAccount();

    const removed = await account.post(`${contactsPath}/gdpr-delete`, {
      objectId: 'Gone@acme.com',
      idProperty: 'email',
    });
    const created = await account.post(contactsPath, { properties: { email: 'gone@acme.com' } });

    expect(removed.status).toBe(204);
    expect(created).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
  });

  test('of a contact leaves no trace of it, not even among the archived', async () => {
    const account = await startAccount({ contacts: threeContacts });

    await account.post(`${contactsPath}/gdpr-delete`, { objectId: '102' });

    expect((await account.get(`${contactsPath}/102`)).status).toBe(404);
    expect((await account.get(`${contactsPath}/102?archived=true`)).status).toBe(404);
    expect((await account.post(contactsPath, { properties: { email: 'bobby@acme.com' } })).status).toBe(400);
  });

  test('leaves the address reusable when the switch says so', async () => {
    const account = await startAccount({
      contacts: threeContacts,
      emulator: { switches: { gdprDeletedEmail: 'reusable' } },
    });

    await account.pull('gdpr-delete-contact', { id: '102' });

    expect((await account.post(contactsPath, { properties: { email: 'bob@acme.com' } })).status).toBe(201);
  });
});

describe('merged contacts', () => {
  test('live on in the survivor, which lists the id and the addresses', async () => {
    const account = await startAccount({ contacts: threeContacts });

    const reply = await account.post(`${contactsPath}/merge`, { primaryObjectId: '103', objectIdToMerge: '102' });

    expect(reply).toMatchObject({ status: 200, body: { id: '103' } });
    const survivor = await account.get(
      `${contactsPath}/103?properties=email,firstname,hs_additional_emails,hs_merged_object_ids,hs_all_contact_vids`,
    );
    expect(survivor.body.properties).toMatchObject({
      email: 'cyd@acme.com',
      firstname: 'Bob',
      hs_additional_emails: 'robert@home.net;bobby@acme.com;bob@acme.com',
      hs_merged_object_ids: '102',
      hs_all_contact_vids: '103;102',
    });
  });

  test('are gone under the old id: not live, not archived, left out of updates', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('merge-contacts', { primary: { id: '103' }, merged: { email: 'bob@acme.com' } });

    const live = await account.post(`${contactsPath}/batch/read`, byId('102', '103'));
    const archived = await account.post(`${contactsPath}/batch/read?archived=true`, byId('102'));
    const update = await account.post(`${contactsPath}/batch/update`, {
      inputs: [{ id: '102', properties: { company: 'X' } }],
    });
    const byAddress = await account.post(`${contactsPath}/batch/read`, byEmail('bob@acme.com'));

    expect(idsOf(live)).toEqual(['103']);
    expect(live.body.errors).toMatchObject([{ context: { ids: ['102'] } }]);
    expect(archived.body.results).toEqual([]);
    expect(update).toMatchObject({ status: 200, body: { results: [] } });
    expect(idsOf(byAddress)).toEqual(['103']);
  });

  test('read as the survivor under its own id when the switch says so', async () => {
    const account = await startAccount({
      contacts: threeContacts,
      emulator: { switches: { readMergedId: 'survivor' } },
    });
    await account.pull('merge-contacts', { primary: { id: '103' }, merged: { id: '102' } });
    await account.pull('merge-contacts', { primary: { id: '101' }, merged: { id: '103' } });

    expect((await account.get(`${contactsPath}/102`)).body.id).toBe('101');
  });
});

describe('what people do meanwhile', () => {
  test('edits a contact and adds a secondary address', async () => {
    const account = await startAccount({ contacts: threeContacts });

    await account.pull('edit-contact', { contact: { id: '101' }, properties: { firstname: 'Annabel' } });
    await account.pull('add-secondary-email', { contact: { email: 'ann@acme.com' }, address: 'Ann@Home.net' });

    const { body } = await account.get(
      `${contactsPath}/101?properties=firstname,hs_additional_emails&propertiesWithHistory=firstname`,
    );
    expect(body.properties).toMatchObject({ firstname: 'Annabel', hs_additional_emails: 'ann@home.net' });
    expect(body['propertiesWithHistory']).toMatchObject({
      firstname: [{ value: 'Annabel', sourceType: 'CRM_UI' }, { value: 'Ann' }],
    });
  });

  test('cannot give one address to two contacts', async () => {
    const account = await startAccount({ contacts: threeContacts });

    await expect(
      account.pull('add-secondary-email', { contact: { id: '101' }, address: 'bob@acme.com' }),
    ).rejects.toThrow('102');
    await expect(
      account.pull('edit-contact', { contact: { id: '101' }, properties: { email: 'robert@home.net' } }),
    ).rejects.toThrow('102');
  });
});
