import { describe, expect, test } from 'vitest';
import { contactsPath, idsOf, onlyResult, startAccount, threeContacts } from './hubspot-emulator-harness.ts';

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

  test('answer 400 to a reading by e-mail if the switch says so, and 207 or 200 by id as ever', async () => {
    const account = await startAccount({
      contacts: threeContacts,
      emulator: { switches: { archivedLookupByEmail: 'refused' } },
    });
    await account.del(`${contactsPath}/102`);

    const inBatch = await account.post(`${contactsPath}/batch/read?archived=true`, byEmail('bob@acme.com'));
    const single = await account.get(`${contactsPath}/bob@acme.com?idProperty=email&archived=true`);
    const live = await account.post(`${contactsPath}/batch/read`, byEmail('ann@acme.com'));

    expect([inBatch.status, single.status, live.status]).toEqual([400, 400, 200]);
    expect(inBatch.body.category).toBe('VALIDATION_ERROR');
    expect(idsOf(await account.post(`${contactsPath}/batch/read?archived=true`, byId('102')))).toEqual(['102']);
  });

  test('are never found by a secondary address', async () => {
    const account = await startAccount({
      contacts: threeContacts,
      emulator: { switches: { archivedLookupByEmail: 'found' } },
    });
    await account.del(`${contactsPath}/102`);

    const reply = await account.post(
      `${contactsPath}/batch/read?archived=true`,
      byEmail('bob@acme.com', 'robert@home.net'),
    );

    expect(idsOf(reply)).toEqual(['102']);
    expect(reply.body.errors).toMatchObject([{ context: { ids: ['robert@home.net'] } }]);
  });

  test('are listed a hundred a page, with primary and secondary addresses', async () => {
    const contacts = Array.from({ length: 101 }, (_, index) => ({
      id: String(1000 + index),
      properties: { email: `p${index}@acme.com`, hs_additional_emails: `q${index}@acme.com` },
      archived: true,
    }));
    const account = await startAccount({ contacts: [...threeContacts, ...contacts] });
    const path = `${contactsPath}?archived=true&limit=100&properties=email,hs_additional_emails`;

    const first = await account.get(path);
    const second = await account.get(`${path}&after=${first.body.paging?.next?.after}`);

    expect(first.body.results).toHaveLength(100);
    expect(first.body.results?.[0]).toMatchObject({
      id: '1000',
      archived: true,
      properties: { email: 'p0@acme.com', hs_additional_emails: 'q0@acme.com' },
    });
    expect(idsOf(second)).toEqual(['1100']);
    expect(second.body.paging).toBeUndefined();
    expect((await account.get(`${contactsPath}?archived=true&limit=101`)).status).toBe(400);
  });

  test('are gone for good after ninety days, unless the switch keeps them', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('archive-contact', { id: '101' });
    const dayMs = 86_400_000;

    account.emulator.clock.advance(90 * dayMs);
    const onTheLastDay = await account.get(`${contactsPath}?archived=true`);
    account.emulator.clock.advance(1);
    const afterwards = await account.get(`${contactsPath}?archived=true`);
    await account.pull('archive-contact', { id: '102' });
    await account.pull('switches', { archivedKeptDays: null });
    account.emulator.clock.advance(365 * dayMs);

    expect(idsOf(onTheLastDay)).toEqual(['101']);
    expect(idsOf(afterwards)).toEqual([]);
    expect((await account.get(`${contactsPath}/101?archived=true`)).status).toBe(404);
    await expect(account.pull('restore-contact', { id: '101' })).rejects.toThrow('101');
    expect(idsOf(await account.get(`${contactsPath}?archived=true`))).toEqual(['102']);
  });

  test('cannot be read by id after ninety days either', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('archive-contact', { id: '101' });

    account.emulator.clock.advance(90 * 86_400_000 + 1);

    expect((await account.get(`${contactsPath}/101?archived=true`)).status).toBe(404);
  });

  test('leave the list when somebody restores them', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('archive-contact', { id: '102' });

    await account.pull('restore-contact', { id: '102' });

    expect(idsOf(await account.get(`${contactsPath}?archived=true`))).toEqual([]);
    expect(idsOf(await account.post(`${contactsPath}/batch/read`, byEmail('robert@home.net')))).toEqual(['102']);
  });

  test('do not come back when a secondary address is taken', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('archive-contact', { id: '102' });
    await account.pull('create-contact', { properties: { email: 'bobby@acme.com' } });

    await expect(account.pull('restore-contact', { id: '102' })).rejects.toThrow('bobby@acme.com');
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

  test('refuses its address row by row in an upsert with trace ids, and the whole of one without', async () => {
    const account = await startAccount({ emulator: { blockedEmails: ['Gone@acme.com'] } });
    const path = `${contactsPath}/batch/upsert`;

    const traced = await account.post(path, {
      inputs: [upsert('gone@acme.com', {}, 'a'), upsert('here@acme.com', {}, 'b')],
    });
    const plain = await account.post(path, { inputs: [upsert('gone@acme.com', {}), upsert('there@acme.com', {})] });

    expect(traced.status).toBe(207);
    expect(onlyResult(traced)['objectWriteTraceId']).toBe('b');
    expect(traced.body.errors).toMatchObject([
      { category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['a'] } },
    ]);
    expect(plain.status).toBe(400);
    expect((await account.get(contactsPath)).body.results).toHaveLength(1);
  });

  test('keeps people from using the address, too', async () => {
    const account = await startAccount({ contacts: threeContacts });
    await account.pull('gdpr-delete-contact', { email: 'bob@acme.com' });

    await expect(account.pull('create-contact', { properties: { email: 'bob@acme.com' } })).rejects.toThrow('blocked');
    await expect(
      account.pull('edit-contact', { contact: { id: '101' }, properties: { email: 'bobby@acme.com' } }),
    ).rejects.toThrow('blocked');
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

  test('leave their custom values to a survivor that has none, also unique ones', async () => {
    const property = { label: 'x', type: 'string', fieldType: 'text', groupName: 'contactinformation' };
    const account = await startAccount({
      properties: {
        contacts: [
          { ...property, name: 'zw_note' },
          { ...property, name: 'zw_colour' },
          { ...property, name: 'zw_key', hasUniqueValue: true },
        ],
      },
      contacts: [
        { id: '1', properties: { email: 'a@acme.com', zw_note: 'own' } },
        { id: '2', properties: { email: 'b@acme.com', zw_note: 'other', zw_colour: 'green', zw_key: 'k' } },
      ],
    });

    await account.pull('merge-contacts', { primary: { id: '1' }, merged: { id: '2' } });

    const survivor = await account.get(`${contactsPath}/k?idProperty=zw_key&properties=zw_note,zw_colour`);
    expect(survivor.body).toMatchObject({ id: '1', properties: { zw_note: 'own', zw_colour: 'green' } });
  });

  test('may be seeded as what a survivor lists', async () => {
    const account = await startAccount({
      contacts: [{ id: '1', properties: { email: 'a@acme.com', hs_merged_object_ids: '8;9' } }],
      emulator: { switches: { readMergedId: 'survivor' } },
    });

    expect(idsOf(await account.post(`${contactsPath}/batch/read`, byId('8', '9')))).toEqual(['1']);
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
