import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import { portalId, type Reply } from './hubspot-emulator-harness.ts';

export type Ask = (method: string, path: string, body?: unknown) => Promise<Reply>;
export type Version = 'v3' | '2026-09';

/** What the walk needs to be there already. */
export const walkSeed: HubSpotSeed = {
  account: { tier: 'unlimited' },
  contacts: Array.from({ length: 12 }, (_, index) => ({
    id: String(101 + index),
    properties: { email: `p${index}@acme.com`, firstname: `P${index}`, lastname: 'Acme' },
  })),
  owners: [
    {
      id: '1',
      email: 'rep@acme.com',
      firstName: 'Rep',
      userId: 11,
      teams: [{ id: '1', name: 'Sales', primary: true }],
    },
    { id: '2', email: 'gone@acme.com', archived: true },
    { id: '3', email: 'two@acme.com' },
  ],
  users: [
    { id: '11', email: 'rep@acme.com', firstName: 'Rep', lastName: 'R', superAdmin: true, roleId: '3' },
    { id: '12', email: 'two@acme.com' },
  ],
  emulator: {
    switches: {
      marketingEventSearchLagMs: 0,
      searchIndexLagMs: 0,
      eventProcessingLagMs: 0,
      marketingEventBatchUpsert: 'works',
    },
  },
};

const paths = {
  v3: {
    objects: '/crm/v3/objects',
    properties: '/crm/v3/properties',
    schemas: '/crm-object-schemas/v3/schemas',
    associations: '/crm/v4/associations',
    pairs: '/crm/v4/objects',
    marketing: '/marketing/v3/marketing-events',
    definitions: '/events/v3/event-definitions',
    send: '/events/v3/send',
    occurrences: '/events/v3/events',
    owners: '/crm/v3/owners',
    users: '/settings/v3/users',
    account: '/account-info/v3',
    transcripts: '/crm/v3/extensions/calling/transcripts',
    callback: '/automation/v4/actions/callbacks/ap-1/complete',
    callbacks: '/automation/v4/actions/callbacks/complete',
  },
  '2026-09': {
    objects: '/crm/objects/2026-09',
    properties: '/crm/properties/2026-09',
    schemas: '/crm-object-schemas/2026-09/schemas',
    associations: '/crm/associations/2026-09',
    pairs: '/crm/objects/2026-09',
    marketing: '/marketing/marketing-events/2026-09',
    definitions: '/events/custom/2026-09/event-definitions',
    send: '/events/custom/2026-09/send',
    occurrences: '/events/event-occurrences/2026-09',
    owners: '/crm/owners/2026-09',
    // No specification of 2026-09 has the users of the account; the older address goes on.
    users: '/settings/v3/users',
    account: '/account-info/2026-09',
    transcripts: '/crm/extensions/calling/2026-09/transcripts',
    callback: '/automation/actions/callbacks/2026-09/ap-1/complete',
    callbacks: '/automation/actions/callbacks/2026-09/complete',
  },
} as const;

const search = (propertyName: string, operator: string, more: object = {}) => ({
  filterGroups: [{ filters: [{ propertyName, operator, ...more }] }],
  properties: ['hs_object_id'],
  sorts: [],
  limit: 5,
  after: '0',
});
const byIds = (...ids: readonly string[]) => ({
  inputs: ids.map((id) => ({ id })),
  properties: ['hs_object_id'],
  propertiesWithHistory: [],
});

/** Calls every endpoint at least once, with bodies as the specification wants them, answered well and answered badly. */
export async function walkEverything(ask: Ask, version: Version): Promise<void> {
  await walkDefinitions(ask, version);
  await walkRecords(ask, version);
  await walkAssociations(ask, version);
  await walkMarketingEvents(ask, version);
  await walkCustomEvents(ask, version);
  await walkDirectory(ask, version);
}

const suffix = (version: Version): string => (version === 'v3' ? 'old' : 'new');

async function walkDefinitions(ask: Ask, version: Version): Promise<void> {
  const { properties, schemas } = paths[version];
  const name = `zw_${suffix(version)}`;
  const group = { name: `zoom_${suffix(version)}`, label: `Zoom ${suffix(version)}`, displayOrder: 1 };
  const text = { name, label: name, type: 'string', fieldType: 'text', groupName: group.name };
  const choice = {
    ...text,
    name: `${name}_choice`,
    type: 'enumeration',
    fieldType: 'select',
    options: [{ label: 'A', value: 'a', displayOrder: 0, hidden: false }],
  };
  const base = `${properties}/contacts`;
  await ask('POST', `${base}/groups`, group);
  await ask('POST', `${base}/groups`, group);
  await ask('GET', `${base}/groups`);
  await ask('GET', `${base}/groups/${group.name}`);
  await ask('PATCH', `${base}/groups/${group.name}`, { label: 'Zoom webinars' });
  await ask('POST', base, text);
  await ask('POST', base, text);
  await ask('POST', `${base}/batch/create`, { inputs: [choice] });
  await ask('POST', `${base}/batch/read`, {
    inputs: [{ name }],
    archived: false,
    dataSensitivity: 'non_sensitive',
  });
  await ask('GET', base);
  await ask('GET', `${base}/${name}`);
  await ask('GET', `${base}/nothing_like_it`);
  await ask('PATCH', `${base}/${name}`, { label: 'New' });
  await ask('DELETE', `${base}/${name}`);
  await ask('GET', `${base}?archived=true`);
  await ask('POST', `${base}/batch/archive`, { inputs: [{ name: choice.name }] });
  await ask('DELETE', `${base}/groups/${group.name}`);
  const marketing = { name: 'zoom', label: 'Zoom', displayOrder: -1 };
  await ask('POST', `${properties}/marketing_event/groups`, marketing);
  await ask('POST', `${properties}/0-54`, { ...text, name: 'zw_id', groupName: 'zoom' });

  const schema = {
    name: `locker_${suffix(version)}`,
    labels: { singular: 'Locker', plural: 'Lockers' },
    primaryDisplayProperty: 'locker_key',
    secondaryDisplayProperties: [],
    requiredProperties: ['locker_key'],
    searchableProperties: ['locker_key'],
    associatedObjects: ['CONTACT'],
    allowsSensitiveProperties: false,
    properties: [{ name: 'locker_key', label: 'Key', type: 'string', fieldType: 'text', hasUniqueValue: true }],
  };
  await ask('POST', schemas, schema);
  await ask('POST', schemas, schema);
  await ask('GET', schemas);
  const fullName = `p${portalId}_${schema.name}`;
  const found = await ask('GET', `${schemas}/${fullName}`);
  await ask('GET', `${schemas}/nothing_like_it`);
  const change = { labels: { singular: 'Box', plural: 'Boxes' }, clearDescription: false };
  await ask('PATCH', `${schemas}/${fullName}`, change);
  await ask('POST', `${schemas}/${fullName}/associations`, {
    fromObjectTypeId: found.body['objectTypeId'],
    toObjectTypeId: '0-48',
    name: 'locker_to_call',
  });
  const passing = { ...schema, name: `passing_${suffix(version)}` };
  await ask('POST', schemas, passing);
  await ask('DELETE', `${schemas}/p${portalId}_${passing.name}`);
}

async function walkRecords(ask: Ask, version: Version): Promise<void> {
  const { objects, transcripts, callback, callbacks } = paths[version];
  const email = (name: string): string => `${name}.${suffix(version)}@acme.com`;
  const contacts = `${objects}/contacts`;
  const write = (properties: object, more: object = {}) => ({ properties, associations: [], ...more });

  const created = await ask('POST', contacts, write({ email: email('one'), firstname: 'One' }));
  await ask('POST', contacts, write({ email: email('one') }));
  await ask('POST', contacts, write({ shoe_size: '1' }));
  await ask('GET', `${contacts}?limit=2&properties=email&archived=false`);
  await ask('GET', `${contacts}/${created.body.id}?properties=email&propertiesWithHistory=email`);
  await ask('GET', `${contacts}/9`);
  await ask('PATCH', `${contacts}/${created.body.id}`, { properties: { firstname: 'Uno' } });
  await ask('POST', `${contacts}/batch/read`, byIds('101', '102'));
  await ask('POST', `${contacts}/batch/read?archived=false`, byIds('101', '9'));
  await ask('POST', `${contacts}/batch/create`, { inputs: [write({ email: email('two') })] });
  await ask('POST', `${contacts}/batch/update`, {
    inputs: [{ id: '101', properties: { company: 'Acme' }, objectWriteTraceId: 'a' }],
  });
  await ask('POST', `${contacts}/batch/upsert`, {
    inputs: [
      { id: email('three'), idProperty: 'email', properties: { firstname: 'T' }, objectWriteTraceId: 'a' },
      { id: '102', properties: { firstname: 'X' }, objectWriteTraceId: 'b' },
    ],
  });
  await ask('POST', `${contacts}/batch/upsert`, {
    inputs: [
      { id: email('four'), idProperty: 'email', properties: {}, objectWriteTraceId: 'a' },
      { id: email('five'), idProperty: 'email', properties: { shoe_size: '1' }, objectWriteTraceId: 'b' },
    ],
  });
  await ask('POST', `${contacts}/search`, search('email', 'EQ', { value: email('one') }));
  await ask('POST', `${contacts}/search`, search('shoe_size', 'HAS_PROPERTY'));
  await ask('POST', `${contacts}/merge`, { primaryObjectId: '101', objectIdToMerge: version === 'v3' ? '111' : '112' });
  await ask('POST', `${contacts}/gdpr-delete`, { objectId: email('gone'), idProperty: 'email' });
  await ask('DELETE', `${contacts}/${created.body.id}`);
  await ask('GET', `${contacts}/${created.body.id}?archived=true`);
  await ask('GET', `${contacts}?archived=true`);
  await ask('POST', `${contacts}/batch/archive`, { inputs: [{ id: '9' }] });

  const callProperties = { hs_timestamp: '2026-11-19T10:00:00Z', hs_call_title: 'Webinar' };
  const calls = `${objects}/calls`;
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }];
  const call = await ask('POST', calls, { properties: callProperties, associations: [{ to: { id: '101' }, types }] });
  const callId = call.body.id ?? '';
  await ask('POST', calls, write({}));
  await ask('GET', `${calls}?limit=1`);
  await ask('GET', `${calls}/${callId}?associations=contacts`);
  await ask('PATCH', `${calls}/${callId}`, { properties: { hs_call_title: 'New' } });
  await ask('POST', `${calls}/batch/read`, byIds(callId));
  await ask('POST', `${calls}/batch/create`, { inputs: [write(callProperties)] });
  await ask('POST', `${calls}/batch/update`, { inputs: [{ id: callId, properties: { hs_call_title: 'Newer' } }] });
  await ask('POST', `${calls}/batch/upsert`, { inputs: [{ id: callId, properties: { hs_call_title: 'Newest' } }] });
  await ask('POST', `${calls}/search`, search('hs_call_title', 'EQ', { value: 'newest' }));
  await ask('POST', `${calls}/batch/archive`, { inputs: [{ id: '9' }] });

  const utterance = { speaker: { id: 's', name: 'Ann' }, text: 'Hi', startTimeMillis: 0, endTimeMillis: 5 };
  const request = { engagementId: Number(callId), transcriptCreateUtterances: [utterance] };
  const transcript = await ask('POST', transcripts, request);
  await ask('GET', `${transcripts}/${transcript.body.id}`);
  await ask('DELETE', `${transcripts}/${transcript.body.id}`);
  await ask('DELETE', `${calls}/${callId}`);

  const lockers = `${objects}/p${portalId}_locker_${suffix(version)}`;
  const locker = await ask('POST', lockers, write({ locker_key: 'a' }));
  await ask('POST', lockers, write({ locker_key: 'a' }));
  const other = await ask('POST', lockers, write({ locker_key: 'b' }));
  const lockerId = locker.body.id ?? '';
  await ask('GET', `${lockers}?limit=1`);
  await ask('GET', `${lockers}/${lockerId}`);
  await ask('PATCH', `${lockers}/${lockerId}`, { properties: { locker_key: 'c' } });
  await ask('POST', `${lockers}/batch/read`, { ...byIds('c'), idProperty: 'locker_key' });
  await ask('POST', `${lockers}/batch/create`, { inputs: [write({ locker_key: 'd' })] });
  await ask('POST', `${lockers}/batch/update`, { inputs: [{ id: lockerId, properties: { locker_key: 'e' } }] });
  await ask('POST', `${lockers}/batch/upsert`, {
    inputs: [{ id: 'f', idProperty: 'locker_key', properties: {} }],
  });
  await ask('POST', `${lockers}/search`, search('locker_key', 'EQ', { value: 'e' }));
  await ask('POST', `${lockers}/merge`, { primaryObjectId: lockerId, objectIdToMerge: other.body.id });
  await ask('POST', `${lockers}/batch/archive`, { inputs: [{ id: '9' }] });
  await ask('DELETE', `${lockers}/${lockerId}`);

  const users = await ask('GET', `${objects}/users`);
  const [user] = users.body.results ?? [];
  await ask('GET', `${objects}/users/${user?.id}`);
  await ask('POST', `${objects}/users/batch/read`, byIds(user?.id ?? ''));
  await ask('POST', `${objects}/users/search`, search('hs_email', 'HAS_PROPERTY'));

  const outputFields = { hs_execution_state: 'SUCCESS' };
  const completion = { outputFields, typedOutputs: {} };
  await ask('POST', callback, completion);
  await ask('POST', callbacks, { inputs: [{ callbackId: 'ap-1', ...completion }] });
}

async function walkAssociations(ask: Ask, version: Version): Promise<void> {
  const { objects, associations, pairs } = paths[version];
  const properties = { hs_timestamp: '2026-11-19T10:00:00Z' };
  const call = await ask('POST', `${objects}/calls`, { properties, associations: [] });
  const from = { id: call.body.id };
  const batch = `${associations}/calls/contacts/batch`;
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 194 }];
  await ask('POST', `${batch}/create`, { inputs: [{ from, to: { id: '101' }, types }] });
  await ask('POST', `${batch}/associate/default`, {
    inputs: [
      { from, to: { id: '102' } },
      { from, to: { id: '9' } },
    ],
  });
  await ask('POST', `${batch}/read`, { inputs: [from] });
  if (version === 'v3') {
    await ask('POST', `${batch}/create`, { inputs: [{ from, to: { id: '9' }, types }] });
    await ask('POST', `${batch}/read`, { inputs: [{ id: '9' }] });
    await ask('GET', `${pairs}/calls/${from.id}/associations/contacts?limit=1`);
  }
  await ask('PUT', `${pairs}/calls/${from.id}/associations/default/contacts/103`);
  await ask('PUT', `${pairs}/calls/${from.id}/associations/contacts/104`, types);
  await ask('DELETE', `${pairs}/calls/${from.id}/associations/contacts/104`);
  await ask('POST', `${batch}/archive`, { inputs: [{ from, to: [{ id: '101' }] }] });
}

async function walkMarketingEvents(ask: Ask, version: Version): Promise<void> {
  const { marketing } = paths[version];
  const own = `externalAccountId=zoom-${version}`;
  const event = (externalEventId: string) => ({
    externalEventId,
    externalAccountId: `zoom-${version}`,
    eventName: 'Launch',
    eventOrganizer: 'Zoom',
    eventType: 'WEBINAR',
    eventUrl: 'https://zoom.us/j/85',
    eventDescription: 'All about it',
    customProperties: [],
    startDateTime: '2026-11-20T07:00:00Z',
    endDateTime: '2026-11-20T08:00:00Z',
  });
  const path = `${marketing}/events/web-1`;
  const put = await ask('PUT', path, event('web-1'));
  const objectId = String(put.body['objectId']);
  await ask('PUT', path, event('web-1'));
  await ask('POST', `${marketing}/events`, event('web-2'));
  await ask('POST', `${marketing}/events`, event('web-2'));
  await ask('POST', `${marketing}/events/upsert`, { inputs: [event('web-3')] });
  await ask('GET', `${path}?${own}`);
  await ask('GET', `${marketing}/events/web-9?${own}`);
  await ask('PATCH', `${path}?${own}`, { eventName: 'Relaunch', customProperties: [] });
  await ask('GET', `${marketing}/events/search?q=web-1`);
  await ask('GET', `${marketing}/web-1/identifiers`);
  await ask('GET', version === 'v3' ? '/marketing/marketing-events/v3?limit=1' : `${marketing}?limit=1`);
  await ask('GET', `${marketing}/${objectId}`);
  await ask('PATCH', `${marketing}/${objectId}`, { eventName: 'Again', customProperties: [] });

  const row = (contact: number, at: number, properties: object = {}) => ({
    vid: contact,
    interactionDateTime: at,
    properties,
  });
  const emailRow = (email: string) => ({ email, interactionDateTime: 5, properties: {}, contactProperties: {} });
  const times = { joinedAt: '2026-11-20T07:00:00Z', leftAt: '2026-11-20T07:45:00Z' };
  const attendance = `${marketing}/attendance/web-1`;
  await ask('POST', `${attendance}/register/create?${own}`, { inputs: [row(101, 1), row(102, 1), row(9, 1)] });
  await ask('POST', `${attendance}/attend/create?${own}`, { inputs: [row(101, 2, times)] });
  await ask('POST', `${attendance}/REGISTERED/create?${own}`, { inputs: [row(101, 1)] });
  await ask('POST', `${attendance}/register/create`, { inputs: [row(101, 1)] });
  await ask('POST', `${attendance}/register/email-create?${own}`, { inputs: [emailRow('p2@acme.com')] });
  await ask('POST', `${marketing}/${objectId}/attendance/cancel/create`, { inputs: [row(103, 1)] });
  await ask('POST', `${marketing}/${objectId}/attendance/register/email-create`, { inputs: [emailRow('p4@acme.com')] });
  await ask('POST', `${path}/register/upsert?${own}`, { inputs: [row(106, 1)] });
  await ask('POST', `${path}/register/email-upsert?${own}`, { inputs: [emailRow('p6@acme.com')] });
  await ask('POST', `${path}/complete?${own}`, {
    startDateTime: '2026-11-20T07:00:00Z',
    endDateTime: '2026-11-20T08:00:00Z',
  });
  await ask('GET', `${marketing}/participations/zoom-${version}/web-1`);
  await ask('GET', `${marketing}/participations/zoom-${version}/web-1/breakdown?limit=2`);
  await ask('GET', `${marketing}/participations/${objectId}`);
  await ask('GET', `${marketing}/participations/${objectId}/breakdown?state=ATTENDED&contactIdentifier=101`);
  await ask('GET', `${marketing}/participations/contacts/101/breakdown`);
  await ask('POST', `${marketing}/events/web-2/cancel?${own}`);
  await ask('POST', `${marketing}/batch/update`, { inputs: [{ objectId, eventName: 'B', customProperties: [] }] });
  await ask('GET', `${marketing}/37336308/settings`);
  await ask('POST', `${marketing}/37336308/settings`, { eventDetailsUrl: 'https://x.com/%s' });
  await ask('POST', `${marketing}/events/delete`, {
    inputs: [{ appId: 37_336_308, externalAccountId: `zoom-${version}`, externalEventId: 'web-3' }],
  });
  await ask('DELETE', `${marketing}/events/web-2?${own}`);
  const last = await ask('PUT', `${marketing}/events/web-4`, event('web-4'));
  await ask('POST', `${marketing}/batch/archive`, { inputs: [{ objectId: String(last.body['objectId']) }] });
  await ask('DELETE', `${marketing}/${objectId}`);
}

async function walkCustomEvents(ask: Ask, version: Version): Promise<void> {
  const { definitions, send, occurrences } = paths[version];
  const name = `zoom_${suffix(version)}`;
  const definition = {
    label: `Zoom ${suffix(version)}`,
    name,
    primaryObject: 'CONTACT',
    includeDefaultProperties: false,
    propertyDefinitions: [{ name: 'webinar_id', label: 'Webinar', type: 'string' }],
  };
  const eventName = `pe${portalId}_${name}`;
  await ask('POST', definitions, definition);
  await ask('POST', definitions, definition);
  await ask('GET', `${definitions}?limit=1&includeProperties=true`);
  await ask('GET', `${definitions}/${eventName}`);
  await ask('PATCH', `${definitions}/${eventName}`, {
    label: 'Zoom',
    ...(version === 'v3' ? { propertyOrder: [] } : {}),
  });
  await ask('POST', `${definitions}/${eventName}/property`, { name: 'topic', label: 'Topic', type: 'string' });
  await ask('PATCH', `${definitions}/${eventName}/property/topic`, { label: 'Subject' });
  await ask('DELETE', `${definitions}/${eventName}/property/topic`);
  const event = {
    eventName,
    objectId: '101',
    properties: { webinar_id: '85' },
    uuid: 'u',
    occurredAt: '2026-11-19T10:00:00Z',
  };
  await ask('POST', send, event);
  await ask('POST', send, { ...event, eventName: 'pe1_x' });
  await ask('POST', `${send}/batch`, { inputs: [{ ...event, uuid: 'v' }] });
  await ask('GET', `${occurrences}?objectType=contact&objectId=101`);
  await ask('GET', `${occurrences}/event-types`);
  await ask('DELETE', `${definitions}/${eventName}`);
}

async function walkDirectory(ask: Ask, version: Version): Promise<void> {
  const { owners, users, account } = paths[version];
  await ask('GET', `${owners}?limit=1`);
  await ask('GET', `${owners}?archived=true&email=gone@acme.com`);
  await ask('GET', `${owners}/1?idProperty=id`);
  await ask('GET', `${owners}/99`);
  await ask('GET', '/settings/users/v3?limit=1');
  await ask('GET', `${users}/11?idProperty=USER_ID`);
  await ask('GET', `${account}/details`);
  await ask('GET', `${account}/api-usage/daily/private-apps`);
}
