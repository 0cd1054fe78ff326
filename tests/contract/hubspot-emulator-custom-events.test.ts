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

const definitionsPath = '/events/v3/event-definitions';
const eventName = `pe${portalId}_zoom_attendance`;

const definition = {
  label: 'Zoom: webinar attendance',
  name: 'zoom_attendance',
  primaryObject: 'CONTACT' as const,
  includeDefaultProperties: false,
  propertyDefinitions: [
    { name: 'webinar_id', label: 'Webinar', type: 'string' as const },
    { name: 'minutes', label: 'Minutes', type: 'number' as const },
  ],
};

const withDefinition = (): Promise<TestAccount> =>
  startAccount({ contacts: threeContacts, eventDefinitions: [definition] });

const event = (change: object = {}) => ({ eventName, objectId: '101', properties: { webinar_id: '85' }, ...change });

async function eventsOf(account: TestAccount, contactId = '101'): Promise<readonly object[]> {
  account.emulator.clock.advance(10_000);
  const { body } = await account.get(
    `/events/v3/events?objectType=contact&objectId=${contactId}&eventType=${eventName}`,
  );
  return body.results ?? [];
}

describe('event definitions', () => {
  test('get a fully qualified name and are found by either name', async () => {
    const account = await startAccount();

    const created = await account.post(definitionsPath, definition);

    expect(created).toMatchObject({
      status: 201,
      body: { fullyQualifiedName: eventName, archived: false, labels: { singular: definition.label } },
    });
    expect((await account.get(`${definitionsPath}/zoom_attendance`)).status).toBe(200);
    expect(
      (await account.get(`/events/custom/2026-09/event-definitions/${eventName}`)).body['properties'],
    ).toMatchObject([
      { name: 'webinar_id', type: 'string' },
      { name: 'minutes', type: 'number' },
    ]);
    expect((await account.get(`${definitionsPath}/nothing`)).status).toBe(404);
  });

  test('are unique', async () => {
    const account = await withDefinition();

    expect(await account.post(definitionsPath, definition)).toMatchObject({
      status: 409,
      body: { category: 'OBJECT_ALREADY_EXISTS' },
    });
  });

  test('without a name get one from the label', async () => {
    const account = await startAccount();

    const created = await account.post(definitionsPath, { ...definition, name: undefined });

    expect(created.body['name']).toBe('zoom_webinar_attendance');
  });

  test.each([
    ['a name with capitals', { name: 'zoomAttendance' }],
    ['a name that begins with a digit', { name: '1zoom' }],
    ['a name that is too long', { name: 'z'.repeat(51) }],
    ['a property of no known type', { propertyDefinitions: [{ name: 'a', label: 'A', type: 'bool' }] }],
    ['an enumeration without options', { propertyDefinitions: [{ name: 'a', label: 'A', type: 'enumeration' }] }],
    [
      '51 properties',
      {
        propertyDefinitions: Array.from({ length: 51 }, (_, index) => ({
          name: `p${index}`,
          label: 'P',
          type: 'string',
        })),
      },
    ],
  ])('with %s are refused', async (_what, change) => {
    const account = await startAccount();

    expect((await account.post(definitionsPath, { ...definition, ...change })).status).toBe(400);
  });

  test('are listed, changed and deleted, and gain and lose properties', async () => {
    const account = await withDefinition();

    const changed = await account.patch(`${definitionsPath}/zoom_attendance`, { label: 'Attended' });
    const property = await account.post(`${definitionsPath}/zoom_attendance/property`, {
      name: 'topic',
      label: 'Topic',
      type: 'string',
    });
    const twice = await account.post(`${definitionsPath}/zoom_attendance/property`, {
      name: 'topic',
      label: 'Topic',
      type: 'string',
    });
    const relabelled = await account.patch(`${definitionsPath}/zoom_attendance/property/topic`, { label: 'Subject' });
    const removedProperty = await account.del(`${definitionsPath}/zoom_attendance/property/topic`);
    const listed = await account.get(`${definitionsPath}?searchString=zoom`);
    const removed = await account.del(`${definitionsPath}/zoom_attendance`);

    expect([changed.status, property.status, twice.status, relabelled.status]).toEqual([201, 201, 409, 201]);
    expect([removedProperty.status, removed.status]).toEqual([204, 204]);
    expect(listed.body).toMatchObject({ total: 1, results: [{ labels: { singular: 'Attended' } }] });
    expect((await account.get(definitionsPath)).body).toMatchObject({ total: 0 });
  });

  test('and sends are for Enterprise', async () => {
    const account = await startAccount({ account: { tier: 'professional' }, contacts: threeContacts });

    expect((await account.post(definitionsPath, definition)).status).toBe(403);
    expect((await account.post('/events/v3/send', event())).status).toBe(403);
  });
});

describe('sending events', () => {
  test('answers 204 and shows them later', async () => {
    const account = await withDefinition();

    const sent = await account.post('/events/v3/send', event({ occurredAt: '2026-11-19T10:00:00Z', uuid: 'u-1' }));
    const atOnce = await account.get(`/events/v3/events?objectType=contact&objectId=101`);

    expect(sent.status).toBe(204);
    expect(atOnce.body.results).toEqual([]);
    expect(await eventsOf(account)).toEqual([
      {
        objectType: 'CONTACT',
        objectId: '101',
        eventType: eventName,
        occurredAt: '2026-11-19T10:00:00Z',
        id: 'u-1',
        properties: { webinar_id: '85' },
      },
    ]);
  });

  test('with a uuid that was used keeps the first, silently, for a year', async () => {
    const account = await withDefinition();
    const inputs = [event({ uuid: 'u-1' }), event({ uuid: 'u-1', properties: { webinar_id: '99' } })];

    const sent = await account.post('/events/v3/send/batch', { inputs });
    const firstYear = await eventsOf(account);
    account.emulator.clock.advance(365 * 86_400_000);
    await account.post('/events/v3/send', event({ uuid: 'u-1' }));

    expect(sent.status).toBe(204);
    expect(firstYear).toMatchObject([{ properties: { webinar_id: '85' } }]);
    expect(await eventsOf(account)).toHaveLength(2);
    expect((await account.state())['droppedEvents']).toMatchObject([
      { uuid: 'u-1', reason: 'the uuid was used before' },
    ]);
  });

  test('without a uuid twice shows it twice on the timeline', async () => {
    const account = await withDefinition();

    await account.post('/events/v3/send/batch', { inputs: [event(), event()] });

    const timelines = (await account.state())['timelines'] as Readonly<Record<string, readonly object[]>>;
    expect(timelines['101']).toHaveLength(2);
  });

  test.each([
    ['an event that nobody defined', { eventName: `pe${portalId}_nothing` }],
    ['a contact that does not exist', { objectId: '9' }],
    ['a property that nobody defined', { properties: { shoe_size: '44' } }],
    ['a number that is none', { properties: { minutes: 'many' } }],
    ['a value that is too long', { properties: { webinar_id: 'x'.repeat(257) } }],
    ['a visitor nobody knows', { objectId: undefined, utk: 'abc' }],
  ])('of %s answers 204 and drops it', async (_what, change) => {
    const account = await withDefinition();

    const sent = await account.post('/events/v3/send', event(change));

    expect(sent.status).toBe(204);
    expect((await account.state())['droppedEvents']).toHaveLength(1);
    expect((await account.state())['timelines']).toEqual({});
  });

  test.each([
    ['without this account’s prefix', { eventName: 'pe1_zoom_attendance' }],
    ['for nobody', { objectId: undefined }],
    ['at a time that is none', { occurredAt: 'yesterday' }],
  ])('%s is refused', async (_what, change) => {
    const account = await withDefinition();

    expect((await account.post('/events/v3/send', event(change))).status).toBe(400);
  });

  test('takes 500 at most', async () => {
    const account = await withDefinition();
    const send = (length: number) =>
      account.post('/events/v3/send/batch', { inputs: Array.from({ length }, () => event()) });

    expect((await send(500)).status).toBe(204);
    expect((await send(501)).status).toBe(400);
    expect((await send(0)).status).toBe(400);
  });

  test('by an unknown e-mail makes a contact, or drops the event, as the switch says', async () => {
    const account = await withDefinition();
    const byEmail = (email: string) => account.post('/events/v3/send', event({ objectId: undefined, email }));

    await byEmail('zoe@acme.com');
    await account.pull('switches', { eventForUnknownEmail: 'dropped' });
    await byEmail('yan@acme.com');
    await byEmail('ROBERT@home.net');

    const contacts = await account.post(`${contactsPath}/batch/read`, {
      idProperty: 'email',
      properties: [],
      inputs: [{ id: 'zoe@acme.com' }, { id: 'yan@acme.com' }],
    });
    expect(onlyResult(contacts).id).toBeDefined();
    expect(await eventsOf(account, '102')).toHaveLength(1);
  });
});

describe('an event of a recording', () => {
  const recordingName = `pe${portalId}_zoom_recording`;
  const recordingDefinition = {
    label: 'Zoom: recording available',
    name: 'zoom_recording',
    primaryObject: 'CONTACT' as const,
    includeDefaultProperties: false,
    propertyDefinitions: [
      { name: 'topic', label: 'Topic', type: 'string' as const },
      { name: 'started_at', label: 'Start', type: 'datetime' as const },
      { name: 'recording_url', label: 'Recording', type: 'string' as const },
    ],
  };
  const attendance = { ...definition, label: 'Zoom: registration', name: 'zoom_registration' };
  const start = () =>
    startAccount({ contacts: threeContacts, eventDefinitions: [definition, attendance, recordingDefinition] });
  const recording = (properties: object, more: object = {}) => ({
    eventName: recordingName,
    objectId: '101',
    properties: {
      topic: 'Launch',
      started_at: '2026-11-19T10:00:00Z',
      recording_url: 'https://zoom.us/rec/a',
      ...properties,
    },
    ...more,
  });
  const timelineOf = async (account: TestAccount) =>
    ((await account.state())['timelines'] as Readonly<Record<string, readonly { properties: object }[]>>)['101'] ?? [];
  const reasons = async (account: TestAccount) =>
    ((await account.state())['droppedEvents'] as readonly { reason: string }[]).map(({ reason }) => reason);

  test('holds a text, a time and a URL; times are taken in ISO form and in milliseconds', async () => {
    const account = await start();

    await account.post('/events/custom/2026-09/send', recording({}));
    await account.post(
      '/events/custom/2026-09/send',
      recording({ started_at: String(Date.parse('2026-11-19T10:00:00Z')) }),
    );

    const shown = { topic: 'Launch', started_at: '2026-11-19T10:00:00Z', recording_url: 'https://zoom.us/rec/a' };
    expect(await timelineOf(account)).toMatchObject([{ properties: shown }, { properties: shown }]);
  });

  test.each([
    ['a time that is none', { started_at: 'tomorrow' }, 'valid long'],
    ['a topic of 257 characters', { topic: 'x'.repeat(257) }, 'the value of topic is too long'],
    ['a property of another event', { webinar_id: '85' }, 'does not exist'],
  ])('with %s is dropped alone, the others of its batch are kept', async (_what, wrong, reason) => {
    const account = await start();

    const sent = await account.post('/events/custom/2026-09/send/batch', {
      inputs: [recording({}, { uuid: 'a' }), recording(wrong, { uuid: 'b' }), recording({}, { uuid: 'c' })],
    });

    expect(sent.status).toBe(204);
    expect(await timelineOf(account)).toMatchObject([{ uuid: 'a' }, { uuid: 'c' }]);
    expect(await reasons(account)).toEqual([expect.stringContaining(reason)]);
  });

  test('takes a topic of exactly 256 characters, and a longer URL only if the switch says so', async () => {
    const account = await start();
    const url = (length: number) => `https://zoom.us/rec/${'x'.repeat(length - 20)}`;

    await account.post('/events/v3/send', recording({ topic: 'x'.repeat(256), recording_url: url(256) }));
    await account.post('/events/v3/send', recording({ recording_url: url(257) }));
    await account.pull('switches', { longEventUrls: 'accepted' });
    await account.post('/events/v3/send', recording({ recording_url: url(1024) }));
    await account.post('/events/v3/send', recording({ recording_url: url(1025) }));
    await account.post('/events/v3/send', recording({ topic: 'x'.repeat(257) }));

    expect(await timelineOf(account)).toHaveLength(2);
    expect(await reasons(account)).toEqual([
      'the value of recording_url is too long',
      'the value of recording_url is too long',
      'the value of topic is too long',
    ]);
  });
});

describe('reading events', () => {
  test('filters by contact, type and time and comes in pages, latest first', async () => {
    const account = await withDefinition();
    await account.post('/events/v3/send/batch', {
      inputs: [1, 2, 3].map((day) => event({ occurredAt: `2026-11-0${day}T00:00:00Z`, uuid: `u-${day}` })),
    });
    await account.post('/events/v3/send', event({ objectId: '102' }));
    account.emulator.clock.advance(10_000);
    const path = '/events/v3/events?objectType=contact&objectId=101';

    const first = await account.get(`${path}&limit=2`);
    const second = await account.get(`${path}&limit=2&after=${first.body.paging?.next?.after}`);
    const between = await account.get(`${path}&occurredAfter=2026-11-02T00:00:00Z&occurredBefore=2026-11-03T00:00:00Z`);
    const byEmail = await account.get('/events/v3/events?objectType=contact&objectProperty.email=bob@acme.com');

    expect((first.body.results ?? []).map(({ id }) => id)).toEqual(['u-3', 'u-2']);
    expect((second.body.results ?? []).map(({ id }) => id)).toEqual(['u-1']);
    expect((between.body.results ?? []).map(({ id }) => id)).toEqual(['u-2']);
    expect(idsOf(byEmail)).toHaveLength(1);
    expect((await account.get('/events/v3/events/event-types')).body).toEqual({ eventTypes: [eventName] });
  });
});
