import { describe, expect, test } from 'vitest';
import { contactsPath, idsOf, onlyResult, startAccount, startAt, threeContacts } from './hubspot-emulator-harness.ts';

const upsert = (email: string, properties: Record<string, unknown>, objectWriteTraceId?: string) => ({
  id: email,
  idProperty: 'email',
  properties,
  ...(objectWriteTraceId === undefined ? {} : { objectWriteTraceId }),
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
    ['accept', 201],
    ['refuse', 400],
  ] as const)('has a switch for addresses below a reserved top-level domain: %s', async (answer, expected) => {
    const account = await startAccount({ emulator: { switches: { reservedEmailDomains: answer } } });

    const { status } = await account.post(contactsPath, { properties: { email: 'ann@acme.example' } });

    expect(status).toBe(expected);
  });

  test.each([
    ['a property that does not exist', { shoe_size: '44' }, 'PROPERTY_DOESNT_EXIST'],
    ['an address that is none', { email: 'nobody' }, 'INVALID_EMAIL'],
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

describe('what an admin requires of new contacts', () => {
  const path = '/crm/objects/2026-09/contacts/batch/upsert';
  const inputs = [
    upsert('new@acme.com', { firstname: 'New' }, 'a'),
    upsert('other@acme.com', { company: 'Acme' }, 'b'),
    upsert('ann@acme.com', { firstname: 'Anna' }, 'c'),
  ];

  test('is demanded of each new row of an upsert on 2026-09 paths, not of the contacts that exist', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('require-property', { objectType: 'contacts', property: 'company' });

    const reply = await account.post(path, { inputs });

    expect(reply.status).toBe(207);
    expect((reply.body.results ?? []).map((row) => row['objectWriteTraceId']).sort()).toEqual(['b', 'c']);
    expect(reply.body.errors).toMatchObject([
      {
        category: 'VALIDATION_ERROR',
        errors: [{ code: 'MISSING_REQUIRED_PROPERTY', context: { propertyName: ['company'] } }],
        context: { objectWriteTraceId: ['a'] },
      },
    ]);
  });

  test('refuses the whole request without trace ids', async () => {
    const account = await startAccount({ emulator: { requiredOnCreate: { contacts: ['company'] } } });

    const reply = await account.post(path, { inputs: [upsert('new@acme.com', {}), upsert('b@acme.com', {})] });

    expect(reply).toMatchObject({ status: 400, body: { errors: [{ code: 'MISSING_REQUIRED_PROPERTY' }] } });
    expect((await account.get(contactsPath)).body.results).toEqual([]);
  });

  test('is nothing to v3 paths, and ends with the rule', async () => {
    const account = await startAccount();
    await account.pull('require-property', { objectType: 'contacts', property: 'company' });

    const v3 = await account.post(`${contactsPath}/batch/upsert`, { inputs: [upsert('new@acme.com', {}, 'a')] });
    await account.pull('require-property', { objectType: 'contacts', property: 'company', required: false });
    const dated = await account.post(path, { inputs: [upsert('other@acme.com', {}, 'a')] });

    expect([v3.status, dated.status]).toEqual([200, 200]);
    await expect(account.pull('require-property', { objectType: 'contacts', property: 'shoe_size' })).rejects.toThrow(
      'shoe_size',
    );
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

  test('notices that two rows of one request want the same new e-mail: refuses all, or the second, as the switch says', async () => {
    const account = await startAccount();
    const create = () =>
      account.post(`${contactsPath}/batch/create`, {
        inputs: [
          { properties: { email: 'twin@acme.com' }, objectWriteTraceId: 'a' },
          { properties: { email: 'TWIN@acme.com' }, objectWriteTraceId: 'b' },
        ],
      });

    const refused = await create();
    await account.pull('switches', { duplicatesInBatchCreate: 'refuse-row' });
    const reply = await create();

    expect(refused).toMatchObject({ status: 400, body: { context: { ids: ['twin@acme.com'] } } });
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

  test('to an e-mail that another contact has is refused like a creation', async () => {
    const account = await startAccount({ contacts: threeContacts });
    const change = (email: string) => account.patch(`${contactsPath}/101`, { properties: { email } });

    const primary = await change('Bob@acme.com');
    const secondary = await change('robert@home.net');
    const own = await change('ANN@acme.com');

    expect(primary).toMatchObject({ status: 409, body: { message: 'Contact already exists. Existing ID: 102' } });
    expect(secondary.body.message).toMatch(/on 101\. 102 already has that value\.$/);
    expect(own.status).toBe(200);
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
