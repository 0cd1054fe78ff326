import { describe, expect, test } from 'vitest';
import {
  contactsPath,
  idsOf,
  onlyResult,
  startAccount,
  threeContacts,
  type Reply,
  type TestAccount,
} from './hubspot-emulator-harness.ts';

const base = '/marketing/v3/marketing-events';
const eventPath = `${base}/events/web-1`;
const own = 'externalAccountId=zoom-1';

const webinar = {
  externalEventId: 'web-1',
  externalAccountId: 'zoom-1',
  eventName: 'Launch',
  eventOrganizer: 'Zoom',
  eventType: 'WEBINAR',
  customProperties: [],
  startDateTime: '2026-11-21T10:00:00Z',
  endDateTime: '2026-11-21T11:00:00Z',
};
const joined = { joinedAt: '2026-11-21T10:00:00Z', leftAt: '2026-11-21T10:30:00Z' };

const secondApp = { appId: 999, name: 'Rival', token: 'pat-rival' };

async function withWebinar(seed: Parameters<typeof startAccount>[0] = {}): Promise<TestAccount> {
  const account = await startAccount({ contacts: threeContacts, apps: [secondApp], ...seed });
  await account.put(eventPath, webinar);
  return account;
}

const vid = (id: number, interactionDateTime: number, properties: object = {}) => ({
  vid: id,
  interactionDateTime,
  properties,
});
const post = (account: TestAccount, state: string, ...inputs: readonly object[]): Promise<Reply> =>
  account.post(`${base}/attendance/web-1/${state}/create?${own}`, { inputs });
const postEmails = (account: TestAccount, state: string, ...inputs: readonly object[]): Promise<Reply> =>
  account.post(`${base}/attendance/web-1/${state}/email-create?${own}`, { inputs });

const counters = async (account: TestAccount) => (await account.get(`${base}/participations/zoom-1/web-1`)).body;
const breakdown = async (account: TestAccount, query = '') =>
  (await account.get(`${base}/participations/zoom-1/web-1/breakdown?limit=100${query}`)).body.results ?? [];
const statesOf = async (account: TestAccount) =>
  Object.fromEntries(
    (await breakdown(account)).map((row) => [
      (row['associations'] as { contact: { contactId: string } }).contact.contactId,
      row.properties?.['attendanceState'],
    ]),
  );
const timelines = async (account: TestAccount) =>
  (await account.state())['timelines'] as Readonly<Record<string, readonly object[]>>;

describe('a marketing event', () => {
  test('is made by the first PUT and changed by the next, under one object id', async () => {
    const account = await withWebinar();

    const second = await account.put(eventPath, { ...webinar, eventName: 'Relaunch' });

    const read = await account.get(`${eventPath}?${own}`);
    expect(second).toMatchObject({ status: 200, body: { eventName: 'Relaunch', id: read.body['objectId'] } });
    expect(read.body).toMatchObject({
      externalEventId: 'web-1',
      registrants: 0,
      attendees: 0,
      cancellations: 0,
      noShows: 0,
    });
    expect((await account.get(base)).body.results).toHaveLength(1);
  });

  test('keeps custom properties that are defined and drops the others silently', async () => {
    const account = await startAccount({
      properties: {
        marketing_event: [{ name: 'zw_id', label: 'Id', type: 'string', fieldType: 'text', groupName: 'zoom' }],
      },
    });
    const customProperties = [
      { name: 'zw_id', value: '85' },
      { name: 'nobody_knows', value: 'x' },
    ];

    await account.put(eventPath, { ...webinar, customProperties });

    expect((await account.get(`${eventPath}?${own}`)).body['customProperties']).toEqual([
      { name: 'zw_id', value: '85' },
    ]);
  });

  test('without its required fields is refused by their names', async () => {
    const account = await startAccount();

    const { eventName: _name, externalAccountId: _account, ...rest } = webinar;
    const reply = await account.put(eventPath, rest);

    expect(reply.status).toBe(400);
    expect(reply.body.message).toContain('[externalAccountId, eventName]');
  });

  test('of other external ids in path and body is refused', async () => {
    const account = await startAccount();

    expect((await account.put(`${base}/events/web-2`, webinar)).status).toBe(400);
  });

  test('is created by POST once; the second time names the existing one', async () => {
    const account = await startAccount();

    const first = await account.post(`${base}/events`, webinar);
    const second = await account.post(`${base}/events`, webinar);

    expect(first.status).toBe(200);
    expect(second).toMatchObject({
      status: 409,
      body: { errorType: 'UNIQUE_VALUE_CONFLICT', errorTokens: { existingObjectId: [first.body['objectId']] } },
    });
  });

  test('is not made by the batch upsert, which says nothing, unless the switch makes it work', async () => {
    const account = await startAccount();
    const batch = () => account.post(`${base}/events/upsert`, { inputs: [webinar] });

    const silent = await batch();
    const after = await account.get(base);
    await account.pull('switches', { marketingEventBatchUpsert: 'works' });
    const working = await batch();

    expect(silent).toMatchObject({ status: 200, body: { status: 'COMPLETE', results: [] } });
    expect(after.body.results).toEqual([]);
    expect(onlyResult(working)['eventName']).toBe('Launch');
  });

  test('belongs to its app: another app does not find it by external ids, only by object id', async () => {
    const account = await withWebinar();
    const objectId = String((await account.get(`${eventPath}?${own}`)).body['objectId']);
    const asRival = { authorization: 'Bearer pat-rival' };

    const byExternalId = await account.send('GET', `${eventPath}?${own}`, undefined, asRival);
    const attendance = await account.send(
      'POST',
      `${base}/attendance/web-1/register/create?${own}`,
      { inputs: [vid(101, 1)] },
      asRival,
    );
    const byObjectId = await account.send('GET', `${base}/${objectId}`, undefined, asRival);

    expect([byExternalId.status, attendance.status]).toEqual([404, 404]);
    expect(byObjectId.body).toMatchObject({
      objectId,
      eventStatus: 'UPCOMING',
      eventStatusV2: 'upcoming',
      appInfo: { id: '37336308' },
    });
  });

  test('is found by its external id some minutes late: by its own app, and by all', async () => {
    const account = await withWebinar();
    const search = () => account.get(`${base}/events/search?q=web-1`);
    const identifiers = () => account.get(`${base}/web-1/identifiers`);

    const early = [await search(), await identifiers()];
    account.emulator.clock.advance(120_000);
    const late = await identifiers();
    const rival = await account.send('GET', `${base}/events/search?q=web-1`, undefined, {
      authorization: 'Bearer pat-rival',
    });

    expect(early.map(({ status, body }) => [status, body.results])).toEqual([
      [200, []],
      [200, []],
    ]);
    expect(onlyResult(await search())).toMatchObject({ appId: 37_336_308, externalAccountId: 'zoom-1' });
    expect(late.body).toMatchObject({
      total: 1,
      results: [{ marketingEventName: 'Launch', externalEventId: 'web-1' }],
    });
    expect(rival.body.results).toEqual([]);
  });

  test('that is absent answers 200 or 404 to the search by identifier, as the switch says', async () => {
    const account = await startAccount({ emulator: { switches: { identifiersWhenAbsent: 'not-found' } } });

    expect((await account.get(`${base}/web-1/identifiers`)).status).toBe(404);
  });

  test('is completed with both times, and cancelled', async () => {
    const account = await withWebinar();
    const complete = (body: object) => account.post(`${eventPath}/complete?${own}`, body);

    const partly = await complete({ startDateTime: webinar.startDateTime });
    const wholly = await complete({ startDateTime: webinar.startDateTime, endDateTime: '2026-11-21T10:45:00Z' });
    const cancelled = await account.post(`${eventPath}/cancel?${own}`, undefined);

    expect(partly.body.message).toContain('[endDateTime]');
    expect(wholly.body).toMatchObject({ eventCompleted: true, endDateTime: '2026-11-21T10:45:00Z' });
    expect(cancelled.body).toMatchObject({ eventCancelled: true });
  });

  test('keeps its participations when it is cancelled, and is not found when it is unknown', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1), vid(102, 1));
    await post(account, 'attend', vid(101, 2, joined));

    const cancelled = await account.post(`${eventPath}/cancel?${own}`, undefined);
    account.emulator.clock.set(Date.parse('2026-11-22T00:00:00Z'));
    const unknown = await account.post(`${base}/events/web-9/cancel?${own}`, undefined);
    const nameless = await account.post(`${eventPath}/cancel`, undefined);

    expect(cancelled).toMatchObject({ status: 200, body: { eventCancelled: true } });
    expect(await statesOf(account)).toEqual({ '101': 'ATTENDED', '102': 'REGISTERED' });
    expect((await timelines(account))['102']).toHaveLength(1);
    expect([unknown.status, nameless.status]).toEqual([404, 400]);
  });

  test('is cancelled by PUT and PATCH too, and no more when either says so', async () => {
    const account = await withWebinar();

    const put = await account.put(eventPath, { ...webinar, eventCancelled: true });
    const patched = await account.patch(`${eventPath}?${own}`, { eventName: 'Relaunch' });
    const back = await account.patch(`${eventPath}?${own}`, { eventCancelled: false });
    await account.put(eventPath, { ...webinar, eventCancelled: true });
    const omitted = await account.put(eventPath, webinar);

    expect(put.body['eventCancelled']).toBe(true);
    expect(patched.body).toMatchObject({ eventName: 'Relaunch', eventCancelled: true, eventOrganizer: 'Zoom' });
    expect([back.body['eventCancelled'], omitted.body['eventCancelled']]).toEqual([false, false]);
    expect((await account.patch(`${base}/events/web-9?${own}`, { eventName: 'x' })).status).toBe(404);
    expect((await account.patch(eventPath, { eventName: 'x' })).body.message).toBe('externalAccountId is required');
  });

  test('loses its completion by an upsert that does not repeat it, unless the switch keeps it', async () => {
    const account = await withWebinar();
    await account.patch(`${eventPath}?${own}`, { eventCompleted: true });

    const reset = await account.put(eventPath, webinar);
    await account.pull('switches', { upsertOmittedFlags: 'kept' });
    await account.patch(`${eventPath}?${own}`, { eventCompleted: true });
    const kept = await account.put(eventPath, webinar);

    expect([reset.body['eventCompleted'], kept.body['eventCompleted']]).toEqual([false, true]);
  });

  test('is deleted by external ids, by object id, and in batches', async () => {
    const account = await withWebinar();
    const make = async (externalEventId: string) =>
      String(
        (await account.put(`${base}/events/${externalEventId}`, { ...webinar, externalEventId })).body['objectId'],
      );
    const [two, three, four] = [await make('web-2'), await make('web-3'), await make('web-4')];

    const external = await account.del(`${eventPath}?${own}`);
    const byId = await account.del(`${base}/${two}`);
    const batch = await account.post(`${base}/batch/archive`, { inputs: [{ objectId: three }, { objectId: '1' }] });
    const externals = await account.post(`${base}/events/delete`, {
      inputs: [{ appId: 37_336_308, externalAccountId: 'zoom-1', externalEventId: 'web-4' }],
    });

    expect([external.status, byId.status, batch.status, externals.status]).toEqual([204, 204, 207, 204]);
    expect((await account.get(`${eventPath}?${own}`)).status).toBe(404);
    expect((await account.get(`${base}/${four}`)).status).toBe(404);
  });

  test('is changed by object id, one or many', async () => {
    const account = await withWebinar();
    const objectId = String((await account.get(`${eventPath}?${own}`)).body['objectId']);

    const one = await account.patch(`${base}/${objectId}`, { eventName: 'A' });
    const many = await account.post(`${base}/batch/update`, {
      inputs: [{ objectId, eventName: 'B' }, { objectId: '1' }],
    });

    expect(one.body['eventName']).toBe('A');
    expect(many.status).toBe(207);
    expect(onlyResult(many)['eventName']).toBe('B');
  });

  test('has settings that a static token may not touch', async () => {
    const account = await startAccount();

    expect((await account.get(`${base}/37336308/settings`)).status).toBe(401);
    expect((await account.post(`${base}/37336308/settings`, { eventDetailsUrl: 'https://x.com/%s' })).status).toBe(401);
  });
});

describe('recording attendance by contact id', () => {
  test('knows the words register, attend and cancel, not the capital ones', async () => {
    const account = await withWebinar();

    const reply = await post(account, 'REGISTERED', vid(101, 1));

    expect(reply).toMatchObject({
      status: 400,
      body: { message: "Unknown state for 'REGISTERED'. Correct are 'register', 'attend' or 'cancel'." },
    });
  });

  test('demands externalAccountId before it looks at the body', async () => {
    const account = await withWebinar();

    const reply = await account.post(`${base}/attendance/web-1/register/create`, 'not json');

    expect(reply).toMatchObject({ status: 400, body: { message: 'externalAccountId is required' } });
  });

  test('answers 404 for an event that is not there', async () => {
    const account = await withWebinar();

    const reply = await account.post(`${base}/attendance/web-9/register/create?${own}`, { inputs: [vid(101, 1)] });

    expect(reply).toMatchObject({ status: 404, body: { category: 'OBJECT_NOT_FOUND' } });
  });

  test('is once only per contact, state and interaction time; the repeat has empty results', async () => {
    const account = await withWebinar();

    const first = await post(account, 'register', vid(101, 1_000));
    const repeat = await post(account, 'register', vid(101, 1_000), vid(102, 1_000));
    const moved = await post(account, 'register', vid(101, 1_001));

    expect(first.body.results).toEqual([{ vid: 101 }]);
    expect(repeat.body.results).toEqual([{ vid: 102 }]);
    expect(moved.body.results).toEqual([{ vid: 101 }]);
    expect((await timelines(account))['101']).toHaveLength(2);
  });

  test('stores nothing, silently, for an attendance without its times', async () => {
    const account = await withWebinar();

    const none = await post(account, 'attend', vid(101, 1));
    const half = await post(account, 'attend', vid(101, 1, { joinedAt: joined.joinedAt }));

    for (const reply of [none, half])
      expect(reply).toMatchObject({ status: 200, body: { status: 'COMPLETE', results: [] } });
    expect(none.body.errors).toBeUndefined();
    expect(await counters(account)).toMatchObject({ attended: 0 });
  });

  test('answers 200 with an error when leaving is not later than joining, and stores the other rows', async () => {
    const account = await withWebinar();

    const reply = await post(
      account,
      'attend',
      vid(101, 1, { joinedAt: joined.leftAt, leftAt: joined.leftAt }),
      vid(102, 1, joined),
    );

    expect(reply.status).toBe(200);
    expect(reply.body.results).toEqual([{ vid: 102 }]);
    expect(reply.body).toMatchObject({
      numErrors: 1,
      errors: [
        {
          category: 'VALIDATION_ERROR',
          subCategory: 'AttendanceValidationError.JOINED_AT_IS_LATER_THAN_LEFT_AT_FOR_VID',
          message: 'joinedAt param must be earlier than leftAt for `101`',
        },
      ],
    });
  });

  test('answers 200 with an error, or silently, for a contact that is unknown or archived', async () => {
    const account = await withWebinar();
    await account.del(`${contactsPath}/102`);

    const named = await post(account, 'register', vid(102, 1), vid(5, 1), vid(101, 1));
    await account.pull('switches', { attendanceOfUnknownContact: 'left-out' });
    const silent = await post(account, 'register', vid(5, 1));

    expect(named.status).toBe(200);
    expect(named.body.results).toEqual([{ vid: 101 }]);
    expect(named.body.errors).toMatchObject([{ context: { vid: ['102'] } }, { context: { vid: ['5'] } }]);
    expect(silent.body.errors).toBeUndefined();
  });

  test('refuses more than 100 inputs unless the switch allows them', async () => {
    const account = await withWebinar();
    const inputs = Array.from({ length: 101 }, (_, index) => vid(101, index + 1));

    const refused = await post(account, 'register', ...inputs);
    await account.pull('switches', { attendanceInputsOver100: 'accept' });
    const accepted = await post(account, 'register', ...inputs);

    expect(refused.status).toBe(400);
    expect(accepted.body.results).toHaveLength(101);
  });

  test('names the fields that a row lacks', async () => {
    const account = await withWebinar();

    expect((await post(account, 'register', { vid: 101 })).body.message).toContain('[interactionDateTime]');
    expect((await post(account, 'register', { ...vid(101, 1), interactionDateTime: '2026-11-20' })).status).toBe(400);
  });

  test('works by object id too', async () => {
    const account = await withWebinar();
    const objectId = String((await account.get(`${eventPath}?${own}`)).body['objectId']);

    const byId = await account.post(`${base}/${objectId}/attendance/register/create`, { inputs: [vid(101, 1)] });
    const byEmail = await account.post(`${base}/${objectId}/attendance/register/email-create`, {
      inputs: [{ email: 'bob@acme.com', interactionDateTime: 1, properties: {}, contactProperties: {} }],
    });

    expect([byId.status, byEmail.status]).toEqual([200, 200]);
    expect(await counters(account)).toMatchObject({ registered: 2 });
  });
});

describe('recording attendance by e-mail', () => {
  test('creates the contacts that are missing, with their properties, and leaves the others as they are', async () => {
    const account = await withWebinar();

    const reply = await postEmails(
      account,
      'register',
      { email: 'Zoe@acme.com', interactionDateTime: 1, properties: {}, contactProperties: { firstname: 'Zoe' } },
      { email: 'ann@acme.com', interactionDateTime: 1, properties: {}, contactProperties: { firstname: 'Other' } },
    );

    const zoe = await account.get(`${contactsPath}/zoe@acme.com?idProperty=email`);
    expect(zoe.body.properties?.['firstname']).toBe('Zoe');
    expect((await account.get(`${contactsPath}/101`)).body.properties?.['firstname']).toBe('Ann');
    expect(reply.body.results).toEqual([
      { vid: Number(zoe.body.id), email: 'zoe@acme.com' },
      { vid: 101, email: 'ann@acme.com' },
    ]);
  });

  test('names an address that is refused, and times in the wrong order, in errors with 200', async () => {
    const account = await withWebinar();

    const reply = await postEmails(
      account,
      'attend',
      { email: 'nobody', interactionDateTime: 1, properties: joined, contactProperties: {} },
      {
        email: 'ann@acme.com',
        interactionDateTime: 1,
        properties: { joinedAt: joined.leftAt, leftAt: joined.joinedAt },
        contactProperties: {},
      },
    );

    expect(reply.status).toBe(200);
    expect(reply.body.errors).toMatchObject([
      { category: 'VALIDATION_ERROR' },
      { subCategory: 'AttendanceValidationError.JOINED_AT_IS_LATER_THAN_LEFT_AT_FOR_EMAIL' },
    ]);
  });

  test('by the older endpoints creates nobody, puts nothing on the timeline, and answers nothing', async () => {
    const account = await withWebinar();

    const byEmail = await account.post(`${eventPath}/register/email-upsert?${own}`, {
      inputs: [
        { email: 'zoe@acme.com', interactionDateTime: 1, properties: {}, contactProperties: {} },
        { email: 'bob@acme.com', interactionDateTime: 1, properties: {}, contactProperties: {} },
      ],
    });
    const byId = await account.post(`${eventPath}/attend/upsert?${own}`, { inputs: [vid(101, 1, {})] });

    expect([byEmail.status, byId.status]).toEqual([204, 204]);
    expect(idsOf(await account.get(contactsPath))).toEqual(['101', '102', '103']);
    expect(await statesOf(account)).toEqual({ '101': 'ATTENDED', '102': 'REGISTERED' });
    expect(await timelines(account)).toEqual({});
  });
});

describe('participations', () => {
  test('count by current state: who registered and attended counts as attended only', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1), vid(102, 1), vid(103, 1));
    await post(account, 'attend', vid(101, 2, joined));
    await post(account, 'cancel', vid(102, 2));

    expect(await counters(account)).toEqual({ attended: 1, registered: 1, cancelled: 1, noShows: 0 });
    expect((await account.get(`${eventPath}?${own}`)).body).toMatchObject({
      registrants: 3,
      attendees: 1,
      cancellations: 1,
    });
  });

  test('show no-shows only once the event is over', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1), vid(102, 1));
    await post(account, 'attend', vid(101, 2, joined));

    const before = await counters(account);
    account.emulator.clock.set(Date.parse('2026-11-21T11:00:00Z'));
    const atTheEnd = await counters(account);

    expect(before).toMatchObject({ registered: 1, noShows: 0 });
    expect(atTheEnd).toMatchObject({ registered: 0, noShows: 1 });
    expect(await statesOf(account)).toEqual({ '101': 'ATTENDED', '102': 'NO_SHOW' });
  });

  test('show no-shows as soon as the event is completed, never when it was cancelled', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1));

    await account.post(`${eventPath}/complete?${own}`, {
      startDateTime: webinar.startDateTime,
      endDateTime: webinar.endDateTime,
    });
    const completed = await counters(account);
    await account.post(`${eventPath}/cancel?${own}`, undefined);

    expect(completed).toMatchObject({ noShows: 1 });
    expect(await counters(account)).toMatchObject({ noShows: 0, registered: 1 });
  });

  test('never show no-shows without an end, and do with one that has passed, whoever wrote it', async () => {
    const account = await withWebinar();
    const { endDateTime: _none, ...endless } = webinar;
    await account.put(`${base}/events/web-2`, { ...endless, externalEventId: 'web-2', eventCompleted: true });
    const path = `${base}/attendance/web-2/register/create?${own}`;
    await account.post(path, { inputs: [vid(101, 1)] });
    const countersOfSecond = async () => (await account.get(`${base}/participations/zoom-1/web-2`)).body;

    account.emulator.clock.set(Date.parse('2027-01-01T00:00:00Z'));
    const without = await countersOfSecond();
    await account.patch(`${base}/events/web-2?${own}`, { endDateTime: '2026-12-31T00:00:00Z', eventCompleted: false });

    expect(without).toMatchObject({ registered: 1, noShows: 0 });
    expect(await countersOfSecond()).toMatchObject({ registered: 0, noShows: 1 });
  });

  test('show duration and share of the event’s length, the share as text', async () => {
    const account = await withWebinar();
    await post(account, 'attend', vid(101, 2, joined));

    const [fraction] = await breakdown(account);
    await account.pull('switches', { attendancePercentageFormat: 'percent', occurredAtFormat: 'iso' });
    const [percent] = await breakdown(account);

    expect(fraction?.properties).toEqual({
      attendanceState: 'ATTENDED',
      occurredAt: 2,
      attendanceDurationSeconds: 1800,
      attendancePercentage: '0.5',
    });
    expect(percent?.properties).toMatchObject({ attendancePercentage: '50', occurredAt: '1970-01-01T00:00:00.002Z' });
  });

  test('follow the latest interaction, or the latest arrival, as the switch says', async () => {
    const account = await withWebinar();
    await post(account, 'cancel', vid(101, 5_000));
    await post(account, 'register', vid(101, 1_000));

    const byInteraction = await statesOf(account);
    await account.pull('switches', { participationState: 'latest-arrival' });
    const byArrival = await statesOf(account);

    expect(byInteraction).toEqual({ '101': 'CANCELLED' });
    expect(byArrival).toEqual({ '101': 'REGISTERED' });
  });

  test('end as registered when somebody registers again, and ties go to the later arrival', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1_000));
    await post(account, 'cancel', vid(101, 2_000));
    await post(account, 'register', vid(101, 2_000));

    expect(await statesOf(account)).toEqual({ '101': 'REGISTERED' });
  });

  test('are filtered by contact and state and come in pages', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1), vid(102, 1), vid(103, 1));
    await post(account, 'cancel', vid(103, 2));
    const path = `${base}/participations/zoom-1/web-1/breakdown`;

    const first = await account.get(`${path}?limit=2`);
    const second = await account.get(`${path}?limit=2&after=${first.body.paging?.next?.after}`);

    expect(first.body).toMatchObject({ total: 3, results: [{}, {}] });
    expect(second.body.results).toHaveLength(1);
    expect(second.body.paging).toBeUndefined();
    expect(await breakdown(account, '&contactIdentifier=102')).toHaveLength(1);
    expect(await breakdown(account, '&contactIdentifier=Bob@acme.com')).toHaveLength(1);
    expect(await breakdown(account, '&contactIdentifier=9')).toHaveLength(0);
    expect(await breakdown(account, '&state=CANCELLED')).toHaveLength(1);
    expect((await account.get(`${path}?state=GONE`)).status).toBe(400);
    expect((await account.get(`${path}?limit=101`)).status).toBe(400);
  });

  test('are read by object id and by contact', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1));
    const objectId = String((await account.get(`${eventPath}?${own}`)).body['objectId']);

    const byObjectId = await account.get(`${base}/participations/${objectId}`);
    const rows = await account.get(`${base}/participations/${objectId}/breakdown`);
    const ofContact = await account.get(`${base}/participations/contacts/ann@acme.com/breakdown`);
    const ofNobody = await account.get(`${base}/participations/contacts/9/breakdown`);

    expect(byObjectId.body).toMatchObject({ registered: 1 });
    expect(rows.body.total).toBe(1);
    expect(onlyResult(ofContact)['associations']).toMatchObject({ marketingEvent: { externalEventId: 'web-1' } });
    expect(ofNobody.body).toMatchObject({ total: 0 });
    expect((await account.get(`${base}/participations/web-1`)).status).toBe(400);
  });

  test('of one contact come in pages, by state, with every event they are about', async () => {
    const account = await withWebinar();
    for (const name of ['web-2', 'web-3']) {
      await account.put(`${base}/events/${name}`, { ...webinar, externalEventId: name });
      await account.post(`${base}/attendance/${name}/register/create?${own}`, { inputs: [vid(101, 1)] });
    }
    await post(account, 'attend', vid(101, Date.parse('2026-11-21T10:00:00Z'), joined));
    await account.post(`${base}/attendance/web-3/cancel/create?${own}`, { inputs: [vid(101, 2)] });
    const path = `/marketing/marketing-events/2026-09/participations/contacts/101/breakdown`;
    const eventsIn = (reply: Reply) =>
      (reply.body.results ?? []).map(
        (row) =>
          (row['associations'] as { marketingEvent: { externalEventId: string } }).marketingEvent.externalEventId,
      );

    const first = await account.get(`${path}?limit=2`);
    const second = await account.get(`${path}?limit=2&after=${first.body.paging?.next?.after}`);
    const attended = await account.get(`${path}?state=ATTENDED`);
    await account.pull('switches', { occurredAtFormat: 'iso', attendancePercentageFormat: 'percent' });
    const otherFormats = onlyResult(await account.get(`${path}?state=ATTENDED`));

    expect(first.body).toMatchObject({ total: 3, results: [{}, {}] });
    expect([...eventsIn(first), ...eventsIn(second)]).toEqual(['web-1', 'web-2', 'web-3']);
    expect(second.body.paging).toBeUndefined();
    expect(onlyResult(attended)).toMatchObject({
      associations: {
        contact: { contactId: '101', email: 'ann@acme.com', firstname: 'Ann', lastname: 'Ames' },
        marketingEvent: { name: 'Launch', externalAccountId: 'zoom-1', externalEventId: 'web-1' },
      },
      properties: {
        attendanceState: 'ATTENDED',
        occurredAt: Date.parse('2026-11-21T10:00:00Z'),
        attendanceDurationSeconds: 1800,
        attendancePercentage: '0.5',
      },
    });
    expect(otherFormats.properties).toMatchObject({ occurredAt: '2026-11-21T10:00:00Z', attendancePercentage: '50' });
    expect(eventsIn(await account.get(`${path}?state=CANCELLED`))).toEqual(['web-3']);
    expect((await account.get(`${path}?limit=101`)).status).toBe(400);
  });

  test('are as late as the switch says', async () => {
    const account = await withWebinar({ emulator: { switches: { participationLagMs: 3_000 } } });
    await post(account, 'register', vid(101, 1));

    const atOnce = await counters(account);
    account.emulator.clock.advance(3_000);

    expect(atOnce).toMatchObject({ registered: 0 });
    expect(await counters(account)).toMatchObject({ registered: 1 });
  });

  test('move to the survivor of a merge and go with a contact deleted for privacy', async () => {
    const account = await withWebinar();
    await post(account, 'register', vid(101, 1), vid(102, 1));

    await account.pull('merge-contacts', { primary: { id: '103' }, merged: { id: '101' } });
    await account.pull('gdpr-delete-contact', { id: '102' });

    expect(await statesOf(account)).toEqual({ '103': 'REGISTERED' });
  });

  test('of a contact that is merged into another are lost when the switch says so', async () => {
    const account = await withWebinar({ emulator: { switches: { mergedParticipations: 'lost' } } });
    await post(account, 'register', vid(101, 1), vid(102, 1));

    await account.pull('merge-contacts', { primary: { id: '102' }, merged: { id: '101' } });

    expect(await statesOf(account)).toEqual({ '102': 'REGISTERED' });
    expect((await timelines(account))['102']).toHaveLength(1);
    expect((await account.get(`${base}/participations/contacts/101/breakdown`)).body.total).toBe(0);
  });

  test('may be seeded', async () => {
    const account = await startAccount({
      contacts: threeContacts,
      marketingEvents: [
        {
          ...webinar,
          attendance: [{ contactId: '101', state: 'attend', interactionDateTime: '2026-11-21T10:00:00Z', ...joined }],
        },
      ],
    });

    expect(await counters(account)).toMatchObject({ attended: 1 });
  });
});
