import { describe, expect, it } from 'vitest';
import {
  anAccount,
  aPastWebinar,
  at,
  aWebinar,
  connectZoom,
  dayMs,
  hostEmail,
  hourMs,
  minuteMs,
  people,
  readAll,
  refusal,
  secondMs,
  webinarId,
  type WebinarInput,
} from './zoom-emulator-kit.ts';

const listPath = '/users/host-1/webinars';
const planMissing =
  'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.';

/** Weekly at noon: last week, tomorrow (deleted), in eight days, in fifteen days. */
const aSeries = (changes: Partial<WebinarInput> = {}): WebinarInput =>
  aWebinar({
    type: 9,
    start_time: at(-7 * dayMs),
    occurrences: [
      { start_time: at(-7 * dayMs), duration: 45 },
      { start_time: at(dayMs), status: 'deleted' },
      { start_time: at(8 * dayMs) },
      { start_time: at(15 * dayMs) },
    ],
    ...changes,
  });

interface Row {
  readonly id: number;
  readonly topic: string;
  readonly start_time?: string;
}
const idsOf = (rows: readonly Row[]): number[] => rows.map(({ id }) => id);

describe('GET /users', () => {
  const users = [
    {
      id: 'host-1',
      email: hostEmail,
      role_id: '0',
      host_key: '123456',
      custom_attributes: [{ key: 'k', name: 'A', value: '1' }],
    },
    { email: 'idle@brand.example', status: 'inactive' as const },
    { id: 'new-1', email: 'new@brand.example', status: 'pending' as const },
    { email: 'basic@brand.example', type: 1 as const },
  ];

  it('shows the active users unless asked for others', async () => {
    const zoom = await connectZoom({ users });

    const emails = async (query = {}) =>
      (await readAll<{ email: string }>(zoom, '/users', 'users', query)).map(({ email }) => email);

    expect(await emails()).toEqual([hostEmail, 'basic@brand.example']);
    expect(await emails({ status: 'inactive' })).toEqual(['idle@brand.example']);
    expect(await emails({ role_id: '0' })).toEqual([hostEmail]);
  });

  it('does not say who has a webinar plan, nor the id of somebody who has not accepted yet', async () => {
    const zoom = await connectZoom({ users });

    const { body } = await zoom.get<{ users: object[] }>('/users', { status: 'pending' });

    expect(body.users).toHaveLength(1);
    expect(body.users[0]).not.toHaveProperty('id');
    expect(JSON.stringify((await zoom.get('/users')).body)).not.toMatch(/standIn|hasWebinarPlan/);
  });

  it('shows host keys and custom attributes only on request', async () => {
    const zoom = await connectZoom({ users });

    const plain = (await zoom.get<{ users: object[] }>('/users')).body.users[0];
    const withKey = (await zoom.get<{ users: object[] }>('/users', { include_fields: 'host_key' })).body.users[0];

    expect(plain).not.toHaveProperty('host_key');
    expect(plain).not.toHaveProperty('custom_attributes');
    expect(withKey).toMatchObject({ host_key: '123456' });
    expect(withKey).not.toHaveProperty('custom_attributes');
  });

  it('gives up to 2000 a page and refuses more', async () => {
    const zoom = await connectZoom({ users });

    expect((await zoom.get('/users', { page_size: 2000 })).status).toBe(200);
    expect((await zoom.get('/users', { page_size: 2001 })).status).toBe(400);
    expect((await zoom.get('/users', { status: 'gone' })).status).toBe(400);
  });
});

describe('GET /users/{userId}', () => {
  it('finds a user by id and by e-mail', async () => {
    const zoom = await connectZoom();

    expect((await zoom.get('/users/host-1')).body).toMatchObject({ id: 'host-1', email: hostEmail });
    expect((await zoom.get(`/users/${hostEmail.toUpperCase()}`)).body).toMatchObject({ id: 'host-1' });
  });

  it('refuses a stranger', async () => {
    const zoom = await connectZoom();

    expect(await zoom.get('/users/nobody')).toMatchObject(refusal(404, 1001, 'User does not exist: nobody.'));
  });
});

describe('GET /users/{userId}/webinars', () => {
  it('shows what was, is and will be as scheduled, and what is not over as upcoming', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({ id: 1, start_time: at(-dayMs) }),
        aWebinar({ id: 2, start_time: at(-30 * minuteMs) }),
        aWebinar({ id: 3, start_time: at(dayMs) }),
        aWebinar({ id: 4, type: 6 }),
      ],
    });

    const scheduled = await readAll<Row>(zoom, listPath, 'webinars');
    const upcoming = await readAll<Row>(zoom, listPath, 'webinars', { type: 'upcoming' });

    expect(idsOf(scheduled)).toEqual([1, 2, 3, 4]);
    expect(idsOf(upcoming)).toEqual([2, 3, 4]);
    expect(scheduled.at(-1)).not.toHaveProperty('start_time');
  });

  it('counts a webinar that runs over its time as live, hence upcoming', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({ start_time: at(-2 * hourMs), instances: [{ start_time: at(-2 * hourMs), end_time: at(hourMs) }] }),
      ],
    });

    const { body } = await zoom.get<{ webinars: Row[] }>(listPath, { type: 'upcoming' });

    expect(idsOf(body.webinars)).toEqual([webinarId]);
  });

  it('has no list of past webinars', async () => {
    const zoom = await connectZoom();

    expect(await zoom.get(listPath, { type: 'past' })).toMatchObject({ status: 400, body: { code: 300 } });
  });

  it('has a row for each occurrence of a series, without the deleted ones', async () => {
    const zoom = await connectZoom({ webinars: [aSeries()] });

    const scheduled = await readAll<Row>(zoom, listPath, 'webinars');
    const upcoming = await readAll<Row>(zoom, listPath, 'webinars', { type: 'upcoming' });

    expect(scheduled.map((row) => row.start_time)).toEqual([at(-7 * dayMs), at(8 * dayMs), at(15 * dayMs)]);
    expect(upcoming.map((row) => row.start_time)).toEqual([at(8 * dayMs), at(15 * dayMs)]);
    expect(new Set(idsOf(scheduled)).size).toBe(1);
  });

  it('has one row for a series where the switch says so', async () => {
    const zoom = await connectZoom({ webinars: [aSeries()] }, { listOneRowPerOccurrence: false });

    expect(await readAll(zoom, listPath, 'webinars')).toHaveLength(1);
  });

  it('includes webinars of Zoom Events unless told not to, and marks them', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ is_events_webinar: true })] });

    const { body } = await zoom.get(listPath);
    const without = await zoom.get(listPath, { include_events_webinar: 'false' });

    expect(body).toMatchObject({ webinars: [{ is_events_webinar: true }] });
    expect(without.body).toMatchObject({ total_records: 0, webinars: [] });
    expect((await zoom.get(`/webinars/${webinarId}`)).body).not.toHaveProperty('is_events_webinar');
  });

  it('cuts the agenda after 250 characters', async () => {
    const agenda = 'x'.repeat(300);
    const zoom = await connectZoom({ webinars: [aWebinar({ agenda })] });

    expect((await zoom.get(listPath)).body).toMatchObject({ webinars: [{ agenda: 'x'.repeat(250) }] });
    expect((await zoom.get(`/webinars/${webinarId}`)).body).toMatchObject({ agenda });
  });

  it('refuses a user without a webinar plan, and one that is unknown', async () => {
    const zoom = await connectZoom({
      users: [
        { email: 'unlicensed@brand.example', standIn: { hasWebinarPlan: false } },
        { email: 'basic@brand.example', type: 1 },
      ],
    });

    expect(await zoom.get('/users/unlicensed@brand.example/webinars')).toMatchObject(refusal(400, 200, planMissing));
    expect(await zoom.get('/users/basic@brand.example/webinars')).toMatchObject(refusal(400, 200, planMissing));
    expect(await zoom.get('/users/nobody/webinars')).toMatchObject(refusal(404, 1001, 'User does not exist: nobody.'));
  });

  it('refuses everybody on a free account', async () => {
    const zoom = await connectZoom({ plan: 'free' });

    expect(await zoom.get(listPath)).toMatchObject(refusal(400, 200, planMissing));
  });

  it('goes over several pages', async () => {
    const webinars = Array.from({ length: 7 }, (_, index) => aWebinar({ id: index + 1 }));
    const zoom = await connectZoom({ webinars });

    expect(idsOf(await readAll<Row>(zoom, listPath, 'webinars', { page_size: 3 }))).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('GET /webinars/{webinarId}', () => {
  it('describes a webinar with its host and settings', async () => {
    const zoom = await connectZoom({
      webinars: [aWebinar({ settings: { approval_type: 1, auto_recording: 'cloud' } })],
    });

    const { status, body } = await zoom.get(`/webinars/${webinarId}`);

    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: webinarId,
      host_id: 'host-1',
      host_email: hostEmail,
      type: 5,
      topic: 'Growing tomatoes',
      start_time: at(dayMs),
      duration: 60,
      settings: { approval_type: 1, auto_recording: 'cloud' },
    });
    expect(body).not.toHaveProperty('occurrences');
    expect(body).not.toHaveProperty('registrants');
  });

  it('has a registration address only where there is registration', async () => {
    const zoom = await connectZoom({
      webinars: [aWebinar({ id: 1 }), aWebinar({ id: 2, settings: { approval_type: 2 } })],
    });

    expect((await zoom.get('/webinars/1')).body['registration_url']).toMatch(/^https:\/\/.*\/webinar\/register\//);
    expect((await zoom.get('/webinars/2')).body).not.toHaveProperty('registration_url');
  });

  it('shows the occurrences to come, deleted ones included, and all of them on request', async () => {
    const zoom = await connectZoom({ webinars: [aSeries()] });

    const { body } = await zoom.get(`/webinars/${webinarId}`);
    const { body: withPrevious } = await zoom.get(`/webinars/${webinarId}`, { show_previous_occurrences: 'true' });

    expect(body['occurrences']).toEqual([
      { occurrence_id: String(Date.parse(at(dayMs))), start_time: at(dayMs), duration: 60, status: 'deleted' },
      {
        occurrence_id: String(Date.parse(at(8 * dayMs))),
        start_time: at(8 * dayMs),
        duration: 60,
        status: 'available',
      },
      {
        occurrence_id: String(Date.parse(at(15 * dayMs))),
        start_time: at(15 * dayMs),
        duration: 60,
        status: 'available',
      },
    ]);
    expect(withPrevious['occurrences']).toHaveLength(4);
  });

  it('never lists more than fifty occurrences', async () => {
    const occurrences = Array.from({ length: 60 }, (_, index) => ({ start_time: at((index + 1) * dayMs) }));
    const zoom = await connectZoom({ webinars: [aSeries({ occurrences })] });

    expect((await zoom.get<{ occurrences: unknown[] }>(`/webinars/${webinarId}`)).body.occurrences).toHaveLength(50);
  });

  it('describes one occurrence on request, and refuses one that is not there', async () => {
    const zoom = await connectZoom({ webinars: [aSeries()] });
    const occurrenceId = String(Date.parse(at(-7 * dayMs)));

    const { body } = await zoom.get(`/webinars/${webinarId}`, { occurrence_id: occurrenceId });
    const refused = await zoom.get(`/webinars/${webinarId}`, { occurrence_id: '123' });

    expect(body).toMatchObject({ start_time: at(-7 * dayMs), duration: 45 });
    expect(refused).toMatchObject(refusal(400, 300, /invalid occurrence ID: 123\.$/));
  });

  it('has neither time nor occurrences for a series without fixed times', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ type: 6 })] });

    const { body } = await zoom.get(`/webinars/${webinarId}`);

    expect(body).toMatchObject({ type: 6 });
    expect(body).not.toHaveProperty('start_time');
    expect(body).not.toHaveProperty('occurrences');
  });

  it('shows the uuid of the run that is live, else that of the next', async () => {
    const instance = { uuid: 'live4AAAAAAAAAAAAAAAAA==', start_time: at(10 * minuteMs), end_time: at(20 * minuteMs) };
    const zoom = await connectZoom({
      webinars: [aWebinar({ uuid: 'next4AAAAAAAAAAAAAAAAA==', instances: [instance] })],
    });
    const uuid = async () => (await zoom.get(`/webinars/${webinarId}`)).body['uuid'];

    const before = await uuid();
    zoom.emulator.clock.advance(10 * minuteMs);
    const during = await uuid();
    zoom.emulator.clock.advance(10 * minuteMs);

    expect([before, during, await uuid()]).toEqual([
      'next4AAAAAAAAAAAAAAAAA==',
      'live4AAAAAAAAAAAAAAAAA==',
      'next4AAAAAAAAAAAAAAAAA==',
    ]);
  });

  it('is found by the uuid of a run too', async () => {
    const zoom = await connectZoom({ webinars: [aPastWebinar()] });

    const { body } = await zoom.get(`/webinars/${encodeURIComponent('gm8s9L+PTEC+FG3sFbd1Cw==')}`);

    expect(body).toMatchObject({ id: webinarId });
  });

  it.each([
    ['one that does not exist', '12345678901', 404, 3001, 'Webinar does not exist: 12345678901.'],
    ['text', 'tomatoes', 400, 300, 'Invalid webinar ID.'],
    ['an id with blanks', '978%207106%200099', 400, 300, 'Invalid webinar ID.'],
    ['an id with dashes', '978-7106-0099', 400, 300, 'Invalid webinar ID.'],
  ])('refuses %s', async (_case, id, status, code, message) => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });

    expect(await zoom.get(`/webinars/${id}`)).toMatchObject(refusal(status, code, message));
  });

  it('refuses a webinar whose host lost the plan, naming the host', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });

    await zoom.control('change-user', { account_id: 'account-1', user: hostEmail, hasWebinarPlan: false });

    expect(await zoom.get(`/webinars/${webinarId}`)).toMatchObject(
      refusal(400, 200, /enable webinars for user host-1 to/),
    );
    expect(await zoom.get(`/webinars/${webinarId}/registrants`)).toMatchObject(refusal(400, 200, planMissing));
  });
});

describe('a webinar number', () => {
  const numbered = [
    '',
    '/registrants',
    '/registrants/someone',
    '/registrants/questions',
    '/panelists',
    '/tracking_sources',
  ];

  it('stops working thirty days after the last use, while the uuid of a run goes on', async () => {
    const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';
    const zoom = await connectZoom({ webinars: [aPastWebinar()] });
    const { clock } = zoom.emulator;

    clock.set(Date.parse(at(-dayMs + hourMs)) + 30 * dayMs);
    const still = await (await zoom.as('account-1', 'client-1', 'secret-1')).get(`/webinars/${webinarId}`);
    clock.advance(secondMs);
    const later = await zoom.as('account-1', 'client-1', 'secret-1');

    expect(still.status).toBe(200);
    for (const path of numbered) {
      expect(await later.get(`/webinars/${webinarId}${path}`)).toMatchObject({ status: 404, body: { code: 3001 } });
    }
    expect((await later.get(`/past_webinars/${webinarId}/instances`)).status).toBe(404);
    expect((await later.get(`/report/webinars/${webinarId}`)).status).toBe(404);
    expect((await later.get(listPath)).body).toMatchObject({ webinars: [] });
    expect((await later.get(`/report/webinars/${encodeURIComponent(uuid)}`)).body).toMatchObject({ uuid });
  });

  it('goes on working while it is used, planned or live', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({ id: 1, start_time: at(-90 * dayMs), instances: [{ start_time: at(-10 * dayMs) }] }),
        aSeries({ id: 2, start_time: at(-90 * dayMs) }),
        aWebinar({ id: 3, type: 6, created_at: at(-29 * dayMs) }),
        aWebinar({ id: 4, start_time: at(-40 * dayMs) }),
      ],
    });

    const statuses = await Promise.all([1, 2, 3, 4].map(async (id) => (await zoom.get(`/webinars/${id}`)).status));

    expect(statuses).toEqual([200, 200, 200, 404]);
  });

  it('works for ever where the switch says so', async () => {
    const zoom = await connectZoom(
      { webinars: [aWebinar({ start_time: at(-400 * dayMs) })] },
      { webinarIdExpiryDays: null },
    );

    expect((await zoom.get(`/webinars/${webinarId}`)).status).toBe(200);
  });

  it('is gone when the host deletes the webinar, while reports stay', async () => {
    const zoom = await connectZoom({ webinars: [aPastWebinar()] });

    await zoom.control('delete-webinar', { webinar_id: webinarId });

    expect((await zoom.get(`/webinars/${webinarId}`)).status).toBe(404);
    expect((await zoom.get(listPath)).body).toMatchObject({ webinars: [] });
    expect((await zoom.get(`/report/webinars/${encodeURIComponent('gm8s9L+PTEC+FG3sFbd1Cw==')}`)).status).toBe(200);
  });
});

describe('GET /past_webinars/{webinarId}/instances', () => {
  it('lists the runs that have ended, and no others', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({
          type: 6,
          instances: [
            { uuid: 'practice', start_time: at(-2 * dayMs), end_time: at(-2 * dayMs + hourMs) },
            { uuid: 'live', start_time: at(-hourMs), end_time: at(hourMs) },
            { uuid: 'tomorrow', start_time: at(dayMs) },
          ],
        }),
      ],
    });
    const uuids = async () =>
      (await zoom.get<{ webinars: { uuid: string }[] }>(`/past_webinars/${webinarId}/instances`)).body.webinars.map(
        ({ uuid }) => uuid,
      );

    const now = await uuids();
    zoom.emulator.clock.advance(hourMs - secondMs);
    const aMomentBefore = await uuids();
    await zoom.control('end-webinar', { webinar_id: webinarId });

    expect(now).toEqual(['practice']);
    expect(aMomentBefore).toEqual(['practice']);
    expect(await uuids()).toEqual(['practice', 'live']);
  });

  it('is empty before the first run', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });

    expect((await zoom.get(`/past_webinars/${webinarId}/instances`)).body).toEqual({ webinars: [] });
  });

  it('takes numbers only', async () => {
    const zoom = await connectZoom({ webinars: [aPastWebinar()] });

    expect(await zoom.get(`/past_webinars/${encodeURIComponent('gm8s9L+PTEC+FG3sFbd1Cw==')}/instances`)).toMatchObject(
      refusal(400, 300, 'Invalid webinar ID.'),
    );
  });
});

describe('the people and sources around a webinar', () => {
  it('panelists are listed whole, without pages', async () => {
    const panelists = people(40).map(({ email, first_name }) => ({ email, name: first_name }));
    const zoom = await connectZoom({ webinars: [aWebinar({ panelists })] });

    const { body } = await zoom.get<{ panelists: object[] }>(`/webinars/${webinarId}/panelists`);

    expect(body).toMatchObject({ total_records: 40 });
    expect(body.panelists).toHaveLength(40);
    expect(body.panelists[0]).toMatchObject({ name: 'P1', email: 'person1@guest.example' });
  });

  it('tracking sources count the registrations that came from them', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({
          tracking_sources: [{ id: 'newsletter', source_name: 'Newsletter', visitor_count: 9 }],
          registrants: [
            { email: 'a@guest.example', standIn: { tracking_source_id: 'newsletter' } },
            { email: 'b@guest.example' },
          ],
        }),
      ],
    });

    expect((await zoom.get(`/webinars/${webinarId}/tracking_sources`)).body).toMatchObject({
      total_records: 1,
      tracking_sources: [{ id: 'newsletter', registration_count: 1, visitor_count: 9 }],
    });
  });

  it('another account sees none of them', async () => {
    const other = anAccount({ account_id: 'account-2', client_id: 'client-2', client_secret: 'secret-2' });
    const zoom = await connectZoom({ webinars: [aPastWebinar()] }, {}, [other]);
    const zoomOfOther = await zoom.as('account-2', 'client-2', 'secret-2');

    expect((await zoomOfOther.get(`/webinars/${webinarId}/panelists`)).status).toBe(404);
    expect(await zoomOfOther.get(`/report/webinars/${encodeURIComponent('gm8s9L+PTEC+FG3sFbd1Cw==')}`)).toMatchObject(
      refusal(400, 1010, 'User does not belong to this account: account-2.'),
    );
  });
});
