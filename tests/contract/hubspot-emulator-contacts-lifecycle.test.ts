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
