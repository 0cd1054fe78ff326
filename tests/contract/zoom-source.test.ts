import { describe, expect, it } from 'vitest';
import type { ZoomSource } from '../../src/app/app.functions/sync/ports.ts';
import { failureOf } from '../unit/http/http-kit.ts';
import {
  aPastWebinar,
  at,
  aWebinar,
  dayMs,
  hostEmail,
  hourMs,
  minuteMs,
  noon,
  people,
  type WebinarInput,
} from './zoom-emulator-kit.ts';
import { connect, id, onlyPage, readAllPages, type Setting } from './zoom-source-kit.ts';

const approved = { webinarId: id, status: 'approved', occurrenceId: null, pageToken: null } as const;
const readAllRegistrants = (source: ZoomSource) =>
  readAllPages((pageToken) => source.readRegistrantPage({ ...approved, pageToken }));
const readAllParticipants = (source: ZoomSource, instanceUuid: string) =>
  readAllPages((pageToken) => source.readParticipantPage({ instanceUuid, pageToken }));

const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';
const instanceWith = (participants: readonly object[], more: object = {}): WebinarInput =>
  aPastWebinar({
    instances: [
      {
        uuid,
        start_time: at(-dayMs),
        end_time: at(-dayMs + 30 * minuteMs),
        participants: participants as never,
        standIn: { hostRow: false },
        ...more,
      },
    ],
  });
const crowd = (count: number) =>
  people(count).map(({ email }, index) => ({
    user_email: email,
    name: `Guest ${index}`,
    join_time: at(-dayMs),
    leave_time: at(-dayMs + 10 * minuteMs),
    duration: 600,
  }));

describe('the token', () => {
  it('is asked for once, however many calls need it at the same time', async () => {
    const { source, calls, meter } = await connect([aWebinar()]);

    await Promise.all([source.readWebinar(id), source.listPanelists(id), source.listInstances(id)]);

    expect(calls()).toMatchObject({ 'oauth.token': 1, 'webinars.get': 1, 'panelists.list': 1 });
    expect(meter.zoomCallCount()).toBe(4);
  });

  it('is replaced once when Zoom no longer takes it', async () => {
    const { source, emulator, calls } = await connect([aWebinar()]);
    await source.readWebinar(id);

    emulator.clock.advance(61 * minuteMs);
    await Promise.all([source.readWebinar(id), source.readWebinar(id)]);

    expect(calls()).toMatchObject({ 'oauth.token': 2, 'webinars.get': 5 });
  });

  it('is not asked for over and over when every token is refused', async () => {
    const { source, emulator, calls } = await connect([aWebinar()]);
    const body = { code: 124, message: 'Invalid access token.' };
    emulator.faults.add([
      { operation: 'webinars.get', occurrence: 'every', fault: { kind: 'answer', status: 401, body } },
    ]);

    expect(await failureOf(source.readWebinar(id))).toMatchObject({
      kind: 'unauthorised',
      vendorCode: '124',
      reason: { cause: 'zoom-credentials-refused', connection: 'Brand', vendorReason: 'Invalid access token.' },
    });
    expect(calls()).toEqual({ 'oauth.token': 2, 'webinars.get': 2 });
  });

  it.each([
    [{ clientSecret: 'wrong' }, 'Invalid client_id or client_secret', 'invalid_client'],
    [{ accountId: 'nobody' }, 'Account does not exist', 'invalid_request'],
  ])('is refused to %j', async (change, vendorReason, vendorCode) => {
    const { source, calls } = await connect([aWebinar()], { connection: change });

    expect(await failureOf(source.readWebinar(id))).toMatchObject({
      kind: 'unauthorised',
      operation: 'request a Zoom token',
      vendorCode,
      reason: { cause: 'zoom-credentials-refused', connection: 'Brand', vendorReason },
    });
    expect(calls()).toEqual({ 'oauth.token': 1 });
  });
});

describe('a webinar', () => {
  it('is read as it is planned', async () => {
    const { source } = await connect([
      aWebinar({
        agenda: 'Soil and sun',
        settings: { approval_type: 1, alternative_hosts: 'Second@Brand.example;third@brand.example' },
      }),
    ]);

    await expect(source.readWebinar(id)).resolves.toMatchObject({
      webinarId: id,
      topic: 'Growing tomatoes',
      description: 'Soil and sun',
      recurrence: 'single',
      hostId: 'host-1',
      hostEmail,
      alternativeHostEmails: ['second@brand.example', 'third@brand.example'],
      startsAt: noon + dayMs,
      lengthMinutes: 60,
      registrationScope: 'series',
      registrationUrl: expect.stringContaining('http') as unknown,
      needsApproval: true,
      occurrences: [],
    });
  });

  it('of a series has past, coming and deleted occurrences', async () => {
    const { source } = await connect([
      aWebinar({
        type: 9,
        start_time: at(-dayMs),
        settings: { approval_type: 0, registration_type: 2 },
        occurrences: [
          { occurrence_id: 'past', start_time: at(-dayMs) },
          { occurrence_id: 'dropped', start_time: at(dayMs), status: 'deleted' },
          { occurrence_id: 'next', start_time: at(2 * dayMs), duration: 45 },
        ],
      }),
    ]);

    const webinar = await source.readWebinar(id);

    expect(webinar).toMatchObject({ recurrence: 'fixed-times', registrationScope: 'occurrence' });
    expect(webinar.occurrences).toEqual([
      { occurrenceId: 'past', startsAt: noon - dayMs, lengthMinutes: 60, isDeleted: false },
      { occurrenceId: 'dropped', startsAt: noon + dayMs, lengthMinutes: 60, isDeleted: true },
      { occurrenceId: 'next', startsAt: noon + 2 * dayMs, lengthMinutes: 45, isDeleted: false },
    ]);
  });

  it('without fixed times and without registration says so', async () => {
    const { source } = await connect([aWebinar({ type: 6, settings: { approval_type: 2 } })]);

    await expect(source.readWebinar(id)).resolves.toMatchObject({
      recurrence: 'no-fixed-times',
      registrationScope: 'none',
      registrationUrl: null,
    });
  });

  it('that does not exist is not found', async () => {
    const { source } = await connect([]);

    expect(await failureOf(source.readWebinar('123456789'))).toMatchObject({
      kind: 'not-found',
      httpStatus: 404,
      vendorCode: '3001',
      reason: { cause: 'webinar-not-found', webinarId: '123456789' },
    });
  });

  it('cannot be asked for by something that is no number', async () => {
    const { source } = await connect([]);

    expect((await failureOf(source.readWebinar('tomatoes'))).reason).toEqual({
      cause: 'webinar-id-invalid',
      given: 'tomatoes',
    });
  });

  it('has its panelists', async () => {
    const { source } = await connect([
      aWebinar({ panelists: [{ id: 'p1', email: 'Panel@Brand.example', name: 'Paula' }] }),
    ]);

    await expect(source.listPanelists(id)).resolves.toEqual([{ email: 'panel@brand.example', userId: 'p1' }]);
  });
});

describe('instances and their reports', () => {
  it.each(['plain+uuid==', '/leading==', 'two//slashes==', 'one/slash=='])(
    'are found under the uuid %s',
    async (instanceUuid) => {
      const instances = [
        { uuid: 'later==', start_time: at(-dayMs), end_time: at(-dayMs + hourMs) },
        { uuid: instanceUuid, start_time: at(-2 * dayMs), end_time: at(-2 * dayMs + hourMs) },
      ];
      const { source } = await connect([aPastWebinar({ instances })]);

      expect((await source.listInstances(id)).map((instance) => instance.uuid)).toEqual([instanceUuid, 'later==']);
      await expect(source.readInstanceReport(instanceUuid)).resolves.toEqual({
        kind: 'report',
        startedAt: noon - 2 * dayMs,
        endedAt: noon - 2 * dayMs + hourMs,
      });
      const page = onlyPage(await source.readParticipantPage({ instanceUuid, pageToken: null }));
      expect(page.rows).toMatchObject([{ instanceUuid, email: hostEmail }]);
    },
  );

  it('are none before the webinar was held', async () => {
    const { source } = await connect([aWebinar()]);

    await expect(source.listInstances(id)).resolves.toEqual([]);
  });

  it('of a webinar that does not exist are not found, rather than none', async () => {
    const { source } = await connect([]);

    expect((await failureOf(source.listInstances(id))).reason).toEqual({ cause: 'webinar-not-found', webinarId: id });
  });

  it('are not ready as long as Zoom has not made the report', async () => {
    const standIn = { hostRow: false, readiness: { notFoundMs: 2 * dayMs } };
    const { source } = await connect([instanceWith(crowd(1), { standIn })]);

    await expect(source.readInstanceReport(uuid)).resolves.toEqual({ kind: 'not-ready' });
    await expect(source.readParticipantPage({ instanceUuid: uuid, pageToken: null })).resolves.toEqual({
      kind: 'not-ready',
    });
  });

  it('have rows without durations while Zoom is still counting', async () => {
    const standIn = { hostRow: false, readiness: { zeroDurationsMs: 2 * dayMs } };
    const { source } = await connect([instanceWith(crowd(1), { standIn })]);

    expect((await readAllParticipants(source, uuid)).rows).toMatchObject([{ durationSeconds: 0 }]);
  });

  it('are gone after a year', async () => {
    const instances = [{ uuid, start_time: at(-400 * dayMs), end_time: at(-400 * dayMs + hourMs) }];
    const { source } = await connect([aPastWebinar({ instances })], { switches: { webinarIdExpiryDays: null } });

    await expect(source.readInstanceReport(uuid)).resolves.toEqual({ kind: 'not-ready' });
  });
});

describe('the list of registrants', () => {
  it.each([
    [0, 1],
    [1, 1],
    [300, 1],
    [301, 2],
    [900, 3],
  ])('with %i people takes %i calls and brings each person once', async (count, pageCount) => {
    const { source, calls } = await connect([aWebinar({ registrants: people(count) })]);

    const read = await readAllRegistrants(source);

    expect(read.pageCount).toBe(pageCount);
    expect(calls()['registrants.list']).toBe(pageCount);
    expect(new Set(read.rows.map(({ email }) => email))).toEqual(new Set(people(count).map(({ email }) => email)));
    expect(read.rows).toHaveLength(count);
  });

  it('is apart for each status', async () => {
    const registrants = (['approved', 'pending', 'denied'] as const).map((status) => ({
      email: ` ${status.toUpperCase()}@guest.example`,
      status,
    }));
    const { source } = await connect([aWebinar({ settings: { approval_type: 1 }, registrants })]);

    for (const status of ['approved', 'pending', 'denied'] as const) {
      const page = onlyPage(await source.readRegistrantPage({ ...approved, status }));
      expect(page.rows).toMatchObject([{ status, email: `${status}@guest.example` }]);
      expect(page.totalCount).toBe(1);
    }
  });

  it('is apart for each occurrence where people register for one', async () => {
    const { source } = await connect([
      aWebinar({
        type: 9,
        settings: { approval_type: 0, registration_type: 2 },
        occurrences: [
          { occurrence_id: '1', start_time: at(dayMs) },
          { occurrence_id: '2', start_time: at(2 * dayMs) },
        ],
        registrants: [
          { email: 'one@guest.example', standIn: { occurrence_ids: ['1'] } },
          { email: 'two@guest.example', standIn: { occurrence_ids: ['2'] } },
        ],
      }),
    ]);

    const page = onlyPage(await source.readRegistrantPage({ ...approved, occurrenceId: '2' }));

    expect(page.rows).toMatchObject([{ email: 'two@guest.example', occurrenceId: '2' }]);
  });

  it('does not exist when the webinar takes no registrations', async () => {
    const { source } = await connect([aWebinar({ settings: { approval_type: 2 } })]);

    await expect(source.readRegistrantPage(approved)).resolves.toEqual({ kind: 'registration-off' });
  });

  it('must be read from its beginning when the page token is older than fifteen minutes', async () => {
    const { source, emulator } = await connect([aWebinar({ registrants: people(301) })]);
    const first = onlyPage(await source.readRegistrantPage(approved));

    emulator.clock.advance(16 * minuteMs);

    await expect(source.readRegistrantPage({ ...approved, pageToken: first.nextPageToken })).resolves.toEqual({
      kind: 'page-token-expired',
    });
  });

  it('of a webinar that does not exist is not found, rather than empty', async () => {
    const { source } = await connect([]);

    expect((await failureOf(source.readRegistrantPage(approved))).reason).toEqual({
      cause: 'webinar-not-found',
      webinarId: id,
    });
  });
});

describe('the list of participants', () => {
  it.each([
    [0, 1],
    [1, 1],
    [300, 1],
    [301, 2],
  ])('with %i joins takes %i calls', async (count, pageCount) => {
    const { source, calls } = await connect([instanceWith(crowd(count))]);

    const { rows } = await readAllParticipants(source, uuid);

    expect(rows).toHaveLength(count);
    expect(new Set(rows.map(({ joinId }) => joinId)).size).toBe(count);
    expect(calls()['report.participants']).toBe(pageCount);
  });

  it('is complete when Zoom gives fewer rows than asked for', async () => {
    const { source, calls } = await connect([instanceWith(crowd(95))], { switches: { heavyPageRows: 30 } });

    expect((await readAllParticipants(source, uuid)).rows).toHaveLength(95);
    expect(calls()['report.participants']).toBe(4);
  });

  it('tells who the people are, where Zoom tells', async () => {
    const webinar = instanceWith([
      {
        user_email: ' Jill@Guest.example ',
        name: 'Jill',
        join_time: at(-dayMs),
        leave_time: at(-dayMs + minuteMs),
        duration: 60,
      },
      { user_email: '', name: 'Somebody', status: 'in_waiting_room', join_time: '', leave_time: '', duration: 0 },
    ]);
    const { source } = await connect([{ ...webinar, registrants: [{ id: 'r1', email: 'jill@guest.example' }] }]);

    const { rows } = await readAllParticipants(source, uuid);

    expect(rows).toMatchObject([
      {
        registrantId: 'r1',
        email: 'jill@guest.example',
        joinedAt: noon - dayMs,
        leftAt: noon - dayMs + minuteMs,
        durationSeconds: 60,
        wasInWaitingRoom: false,
      },
      { registrantId: null, email: null, joinedAt: null, leftAt: null, durationSeconds: 0, wasInWaitingRoom: true },
    ]);
  });

  it('must be read from its beginning when the page token is older than fifteen minutes', async () => {
    const { source, emulator } = await connect([instanceWith(crowd(301))]);
    const { nextPageToken } = onlyPage(await source.readParticipantPage({ instanceUuid: uuid, pageToken: null }));

    emulator.clock.advance(16 * minuteMs);

    await expect(source.readParticipantPage({ instanceUuid: uuid, pageToken: nextPageToken })).resolves.toEqual({
      kind: 'page-token-expired',
    });
  });
});

describe('what the app may not do', () => {
  it('names the missing scopes', async () => {
    const { source, calls } = await connect([aWebinar()], { account: { scopes: ['webinar:read:webinar:admin'] } });

    expect(await failureOf(source.readRegistrantPage(approved))).toMatchObject({
      kind: 'missing-scope',
      httpStatus: 400,
      vendorCode: '4711',
      reason: {
        cause: 'scopes-missing',
        scopes: expect.arrayContaining(['webinar:read:list_registrants:admin']) as unknown,
      },
    });
    expect(calls()).toEqual({ 'oauth.token': 1, 'registrants.list': 1 });
  });

  it('says what the role of its owner lacks', async () => {
    const { source } = await connect([aPastWebinar()], { account: { plan: 'free' } });

    expect(await failureOf(source.readInstanceReport(uuid))).toMatchObject({
      kind: 'missing-scope',
      reason: {
        cause: 'zoom-permission-missing',
        vendorMessage: 'Only available for Paid or ZMP account: account-1.',
      },
    });
  });
});

describe('a bad moment', () => {
  const registrants = people(3);
  const withFault = async (fault: object, setting: Setting = {}) => {
    const connected = await connect([aWebinar({ registrants })], setting);
    connected.emulator.faults.add([{ operation: 'registrants.list', fault }]);
    return connected;
  };

  it.each([
    ['the connection is cut before the call arrives', { kind: 'cut', when: 'before' }],
    ['the answer is lost', { kind: 'cut', when: 'after' }],
    ['the answer breaks off', { kind: 'truncate' }],
    ['a page of the edge comes instead', { kind: 'html', status: 502 }],
    ['Zoom has an inner error', { kind: 'answer', status: 500, body: { code: 500, message: 'Internal error.' } }],
    [
      'the limit of the second is reached',
      { kind: 'answer', status: 429, body: { code: 429, message: 'per-second rate limit' } },
    ],
  ])('passes: %s', async (_what, fault) => {
    const { source, calls } = await withFault(fault);

    expect(onlyPage(await source.readRegistrantPage(approved)).rows).toHaveLength(3);
    expect(calls()['registrants.list']).toBe(2);
  });

  it('is waited for as long as Zoom says', async () => {
    const { source, time } = await withFault({
      kind: 'answer',
      status: 429,
      headers: { 'retry-after': '3' },
      body: { code: 429, message: 'Too many requests.' },
    });

    await source.readRegistrantPage(approved);

    expect(time.sleptMs).toContain(3_000);
  });

  it('that takes too long every time is named', async () => {
    const { source, emulator } = await connect([aWebinar({ registrants })], { callTimeoutMs: 100 });
    emulator.faults.add([{ operation: 'registrants.list', occurrence: 'every', fault: { kind: 'delay', ms: 200 } }]);

    expect(await failureOf(source.readRegistrantPage(approved))).toMatchObject({ kind: 'timeout', httpStatus: null });
  });

  it('that does not pass is named after the third try', async () => {
    const { source, emulator, calls } = await connect([aWebinar()]);
    emulator.faults.add([{ operation: 'webinars.get', occurrence: 'every', fault: { kind: 'html', status: 503 } }]);

    expect(await failureOf(source.readWebinar(id))).toMatchObject({ kind: 'unavailable', httpStatus: 503 });
    expect(calls()['webinars.get']).toBe(3);
  });

  it('that lasts until tomorrow is not waited for', async () => {
    const { source, calls, time } = await withFault({
      kind: 'answer',
      status: 429,
      headers: { 'x-ratelimit-type': 'Daily-limit', 'retry-after': '2026-11-21T00:00:00Z' },
      body: { code: 429, message: 'You have reached the maximum daily rate limit for this API.' },
    });

    expect(await failureOf(source.readRegistrantPage(approved))).toMatchObject({
      kind: 'quota-exhausted',
      reason: { cause: 'limit-reached', limit: 'day' },
      retryAfterSeconds: 43_200,
    });
    expect(calls()['registrants.list']).toBe(1);
    expect(time.sleptMs).toEqual([]);
  });

  it.each([
    ['a page under status 200', { kind: 'html', status: 200 }],
    ['an answer without its list', { kind: 'omit-field', path: 'registrants' }],
    ['a list that is none', { kind: 'set-field', path: 'registrants', value: null }],
  ])('is never taken for an empty list: %s', async (_what, fault) => {
    const { source, calls } = await withFault(fault);

    expect((await failureOf(source.readRegistrantPage(approved))).kind).toBe('unexpected-shape');
    expect(calls()['registrants.list']).toBe(1);
  });

  it('in single rows is counted', async () => {
    const { source } = await withFault({ kind: 'omit-field', path: 'registrants.1.id' });

    expect(await source.readRegistrantPage(approved)).toMatchObject({
      rows: [{ email: 'person1@guest.example' }, { email: 'person3@guest.example' }],
      quarantinedCount: 1,
    });
  });

  it('in fields that are not keys does no harm', async () => {
    const { source } = await withFault({ kind: 'omit-field', path: 'total_records' });

    expect(await source.readRegistrantPage(approved)).toMatchObject({ totalCount: null, quarantinedCount: 0 });
  });
});

it("stays under Zoom's limits by its own pace", async () => {
  const { source, emulator, time } = await connect([instanceWith(crowd(1))], {
    account: { plan: 'pro' },
    plan: 'pro',
  });

  for (let read = 0; read < 30; read += 1) await source.readParticipantPage({ instanceUuid: uuid, pageToken: null });

  expect(emulator.requests.list().filter(({ status }) => status === 429)).toEqual([]);
  expect(time.sleptMs.length).toBeGreaterThan(20);
});

it('holds back everybody when other apps have used up the limit, and is served in the end', async () => {
  const { source, emulator, calls, time } = await connect([aWebinar()]);
  const busy = { kind: 'answer', status: 429, body: { code: 429, message: 'per-second rate limit' } };
  emulator.faults.add([{ operation: 'webinars.get', occurrence: { from: 1, to: 2 }, fault: busy }]);

  await Promise.all([source.readWebinar(id), source.readWebinar(id), source.readWebinar(id)]);

  expect(calls()['webinars.get']).toBe(5);
  expect(time.monotonicMs()).toBeGreaterThanOrEqual(1_000);
});
