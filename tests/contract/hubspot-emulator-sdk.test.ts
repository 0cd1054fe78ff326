import { Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/calls/models/AssociationSpec.js';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/contacts/models/Filter.js';
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js';
import { ObjectTypePropertyCreateTypeEnum } from '@hubspot/api-client/lib/codegen/crm/schemas/models/ObjectTypePropertyCreate.js';
import { describe, expect, test } from 'vitest';
import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import { defaultToken, portalId, startAccount, threeContacts } from './hubspot-emulator-harness.ts';

async function connect(seed: HubSpotSeed = {}) {
  const account = await startAccount(seed);
  return { account, client: new Client({ accessToken: defaultToken, basePath: account.emulator.url }) };
}

const schema = {
  name: 'locker',
  labels: { singular: 'Locker', plural: 'Lockers' },
  primaryDisplayProperty: 'locker_key',
  secondaryDisplayProperties: [],
  requiredProperties: ['locker_key'],
  searchableProperties: [],
  associatedObjects: ['CONTACT'],
  properties: [
    {
      name: 'locker_key',
      label: 'Key',
      type: ObjectTypePropertyCreateTypeEnum.String,
      fieldType: 'text',
      hasUniqueValue: true,
    },
  ],
};
const lockerType = `p${portalId}_locker`;

const webinar = {
  externalEventId: 'web-1',
  externalAccountId: 'zoom-1',
  eventName: 'Launch',
  eventOrganizer: 'Zoom',
  customProperties: [],
  startDateTime: new Date('2026-11-20T07:00:00Z'),
  endDateTime: new Date('2026-11-20T08:00:00Z'),
};

describe('HubSpot’s own client', () => {
  test('reads, upserts and searches contacts, and gets 207 as a value', async () => {
    const { client } = await connect({ contacts: threeContacts, emulator: { switches: { searchIndexLagMs: 0 } } });
    const { batchApi, searchApi, basicApi } = client.crm.contacts;

    const read = await batchApi.read({
      idProperty: 'email',
      inputs: [{ id: 'ROBERT@home.net' }, { id: 'zoe@acme.com' }],
      properties: ['email'],
      propertiesWithHistory: [],
    });
    const written = await batchApi.upsert({
      inputs: [{ id: 'zoe@acme.com', idProperty: 'email', properties: { firstname: 'Zoe' }, objectWriteTraceId: 'a' }],
    });
    const found = await searchApi.doSearch({
      filterGroups: [{ filters: [{ propertyName: 'firstname', operator: FilterOperatorEnum.Eq, value: 'zoe' }] }],
      properties: ['email'],
      sorts: [],
      limit: 10,
      after: '0',
    });
    const page = await basicApi.getPage(2);

    expect(read.results.map(({ id }) => id)).toEqual(['102']);
    expect(read).toMatchObject({ numErrors: 1, errors: [{ category: 'OBJECT_NOT_FOUND' }] });
    expect(written.results).toMatchObject([
      { _new: true, objectWriteTraceId: 'a', properties: { email: 'zoe@acme.com' } },
    ]);
    expect(written.results[0]?.createdAt).toBeInstanceOf(Date);
    expect(found.total).toBe(1);
    expect(page.paging?.next?.after).toBe('103');
  });

  test('throws HubSpot’s error with its body parsed', async () => {
    const { client } = await connect({ contacts: threeContacts });

    const create = client.crm.contacts.basicApi.create({ properties: { email: 'ann@acme.com' }, associations: [] });

    await expect(create).rejects.toMatchObject({
      code: 409,
      body: { category: 'CONFLICT', message: 'Contact already exists. Existing ID: 101' },
    });
  });

  test('merges and deletes for privacy', async () => {
    const { client } = await connect({ contacts: threeContacts });

    const survivor = await client.crm.contacts.basicApi.merge({ primaryObjectId: '101', objectIdToMerge: '102' });
    await client.crm.contacts.basicApi.purge({ objectId: 'ann@acme.com', idProperty: 'email' });

    expect(survivor.id).toBe('101');
    await expect(client.crm.contacts.basicApi.getById('101')).rejects.toMatchObject({ code: 404 });
  });

  test('defines a custom object and keeps records of it', async () => {
    const { client } = await connect();

    const created = await client.crm.schemas.coreApi.create(schema);
    const listed = await client.crm.schemas.coreApi.getAll(false);
    const record = await client.crm.objects.basicApi.create(lockerType, {
      properties: { locker_key: 'a' },
      associations: [],
    });
    const upserted = await client.crm.objects.batchApi.upsert(lockerType, {
      inputs: [{ id: 'a', idProperty: 'locker_key', properties: { locker_key: 'a' } }],
    });
    await client.crm.objects.batchApi.archive(lockerType, { inputs: [{ id: record.id }] });
    const left = await client.crm.objects.basicApi.getPage(lockerType);

    expect(created.fullyQualifiedName).toBe(lockerType);
    expect(listed.results.map(({ name }) => name)).toEqual(['locker']);
    expect(upserted.results).toMatchObject([{ id: record.id, _new: false }]);
    expect(left.results).toEqual([]);
  });

  test('creates properties and groups', async () => {
    const { client } = await connect();
    const { groupsApi, coreApi, batchApi } = client.crm.properties;

    await groupsApi.create('contacts', { name: 'zoom', label: 'Zoom', displayOrder: 1 });
    const property = await coreApi.create('contacts', {
      name: 'zw_minutes',
      label: 'Minutes',
      type: PropertyCreateTypeEnum.Number,
      fieldType: PropertyCreateFieldTypeEnum.Number,
      groupName: 'zoom',
    });
    const again = batchApi.create('contacts', {
      inputs: [
        {
          name: 'zw_minutes',
          label: 'M',
          type: PropertyCreateTypeEnum.Number,
          fieldType: PropertyCreateFieldTypeEnum.Number,
          groupName: 'zoom',
        },
      ],
    });
    const all = await coreApi.getAll('contacts');

    expect(property.createdAt).toBeInstanceOf(Date);
    expect(await again).toMatchObject({
      numErrors: 1,
      errors: [{ subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS' }],
    });
    expect(all.results.some(({ name }) => name === 'zw_minutes')).toBe(true);
  });

  test('keeps a marketing event with its attendance', async () => {
    const { client } = await connect({ contacts: threeContacts });
    const { basicApi, addEventAttendeesApi, changePropertyApi, retrieveParticipantStateApi } = client.marketing.events;

    const event = await basicApi.upsert('web-1', webinar);
    const registered = await addEventAttendeesApi.recordByContactIds(
      'web-1',
      'register',
      { inputs: [101, 102].map((vid) => ({ vid, interactionDateTime: 1, properties: {} })) },
      'zoom-1',
    );
    const attended = await addEventAttendeesApi.recordByContactIds(
      'web-1',
      'attend',
      {
        inputs: [
          {
            vid: 101,
            interactionDateTime: 2,
            properties: { joinedAt: '2026-11-20T07:00:00Z', leftAt: '2026-11-20T07:30:00Z' },
          },
        ],
      },
      'zoom-1',
    );
    await changePropertyApi.complete('web-1', 'zoom-1', {
      startDateTime: webinar.startDateTime,
      endDateTime: webinar.endDateTime,
    });
    const counters = await retrieveParticipantStateApi.getParticipationsCountersByEventExternalId('zoom-1', 'web-1');
    const rows = await retrieveParticipantStateApi.getParticipationsBreakdownByExternalEventId(
      'zoom-1',
      'web-1',
      '101',
    );

    expect(event.objectId).toMatch(/^\d+$/);
    expect([registered.results.length, attended.results.length]).toEqual([2, 1]);
    expect(counters).toMatchObject({ attended: 1, noShows: 1, registered: 0, cancelled: 0 });
    expect(rows.results).toMatchObject([
      { properties: { attendanceState: 'ATTENDED', attendanceDurationSeconds: 1800 } },
    ]);
  });

  test('sends custom events and reads them back', async () => {
    const { account, client } = await connect({
      contacts: threeContacts,
      eventDefinitions: [
        { label: 'Zoom', name: 'zoom', propertyDefinitions: [{ name: 'webinar_id', label: 'W', type: 'string' }] },
      ],
    });
    const eventName = `pe${portalId}_zoom`;

    await client.events.send.batchApi.send({
      inputs: [{ eventName, objectId: '101', properties: { webinar_id: '85' }, uuid: 'u-1' }],
    });
    await client.events.send.basicApi.send({
      eventName,
      objectId: '101',
      properties: { webinar_id: '86' },
      uuid: 'u-2',
    });
    account.emulator.clock.advance(10_000);
    const page = await client.events.eventsApi.getPage(
      'contact',
      eventName,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      101,
    );

    expect(page.results.map(({ objectId }) => objectId)).toEqual(['101', '101']);
  });

  test('lists owners, users, and associates calls with contacts', async () => {
    const { client } = await connect({
      contacts: threeContacts,
      owners: [{ id: '1', email: 'rep@acme.com' }],
      users: [{ id: '11', email: 'rep@acme.com' }],
    });
    const types = [
      { associationCategory: AssociationSpecAssociationCategoryEnum.HubspotDefined, associationTypeId: 194 },
    ];

    const owners = await client.crm.owners.ownersApi.getPage();
    const users = await client.settings.users.usersApi.getPage();
    const call = await client.crm.objects.calls.basicApi.create({
      properties: { hs_timestamp: '2026-11-19T10:00:00Z' },
      associations: [{ to: { id: '101' }, types }],
    });
    await client.crm.associations.v4.batchApi.createDefault('calls', 'contacts', {
      inputs: [{ _from: { id: call.id }, to: { id: '102' } }],
    });
    const associated = await client.crm.associations.v4.batchApi.getPage('calls', 'contacts', {
      inputs: [{ id: call.id }],
    });

    expect(owners.results.map(({ email }) => email)).toEqual(['rep@acme.com']);
    expect(users.results.map(({ email }) => email)).toEqual(['rep@acme.com']);
    expect(associated.results[0]?.to.map(({ toObjectId }) => toObjectId)).toEqual(['101', '102']);
  });

  test('asks for what it has no method for by apiRequest', async () => {
    const { client } = await connect();

    const details = await client.apiRequest({ method: 'GET', path: '/account-info/v3/details' });
    const missing = await client.apiRequest({ method: 'GET', path: '/events/v3/event-definitions/nothing' });

    expect(await details.json()).toMatchObject({ portalId });
    expect(missing.status).toBe(404);
  });
});
