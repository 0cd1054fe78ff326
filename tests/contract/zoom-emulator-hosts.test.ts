import { describe, expect, it } from 'vitest';
import {
  aPastWebinar,
  at,
  aWebinar,
  connectZoom,
  dayMs,
  hourMs,
  longLivedTokens,
  minuteMs,
  people,
  readAll,
  refusal,
  webinarId,
  type WebinarInput,
  type ZoomUnderTest,
} from './zoom-emulator-kit.ts';

const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';
const path = `/webinars/${webinarId}`;
const occurrenceIdOf = (offsetMs: number): string => String(Date.parse(at(offsetMs)));
const doesNotExist = refusal(404, 3001, `Webinar does not exist: ${webinarId}.`);

const aSeries = (changes: Partial<WebinarInput> = {}): WebinarInput =>
  aWebinar({
    type: 9,
    settings: { approval_type: 0, registration_type: 2 },
    occurrences: [{ start_time: at(dayMs) }, { start_time: at(8 * dayMs) }],
    ...changes,
  });

describe('a host schedules a webinar', () => {
  it('with everything that a seed can hold; it was made just now', async () => {
    const zoom = await connectZoom({}, longLivedTokens);
    zoom.emulator.clock.advance(hourMs);

    await zoom.control('add-webinar', {
      account_id: 'account-1',
      webinar: aWebinar({ registrants: people(2), questions: { questions: [{ field_name: 'org', required: true }] } }),
    });

    expect((await zoom.get('/users/host-1/webinars', { type: 'upcoming' })).body).toMatchObject({
      webinars: [{ id: webinarId, created_at: at(hourMs), start_time: at(dayMs) }],
    });
    expect(await readAll(zoom, `${path}/registrants`, 'registrants')).toHaveLength(2);
  });

  it('or it was made when the body says, or long ago when it is past', async () => {
    const zoom = await connectZoom();
    const add = (webinar: WebinarInput) => zoom.control('add-webinar', { account_id: 'account-1', webinar });

    await add(aWebinar({ created_at: at(-5 * dayMs) }));
    await add(aPastWebinar({ id: 2 }));

    expect((await zoom.get(path)).body['created_at']).toBe(at(-5 * dayMs));
    expect(Date.parse(String((await zoom.get('/webinars/2')).body['created_at']))).toBeLessThan(Date.parse(at(-dayMs)));
  });
});

describe('a host moves', () => {
  it('a webinar: another start, length and topic, the same number', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });
    const before = (await zoom.get(path)).body;

    await zoom.control('change-webinar', {
      webinar_id: webinarId,
      change: { topic: 'Potatoes', start_time: at(3 * dayMs), duration: 90, timezone: 'Europe/Berlin', agenda: 'New' },
    });

    expect((await zoom.get(path)).body).toEqual({
      ...before,
      topic: 'Potatoes',
      start_time: at(3 * dayMs),
      duration: 90,
      timezone: 'Europe/Berlin',
      agenda: 'New',
    });
    expect((await zoom.get('/users/host-1/webinars')).body).toMatchObject({
      webinars: [{ topic: 'Potatoes', start_time: at(3 * dayMs), duration: 90 }],
    });
  });

  it('one date of a series, which stays in order and keeps its id and its people', async () => {
    const first = occurrenceIdOf(dayMs);
    const zoom = await connectZoom({
      webinars: [aSeries({ registrants: [{ email: 'a@b.example', standIn: { occurrence_ids: [first] } }] })],
    });

    await zoom.control('change-occurrence', {
      webinar_id: webinarId,
      occurrence_id: first,
      change: { start_time: at(9 * dayMs), duration: 30 },
    });

    expect((await zoom.get(path)).body['occurrences']).toEqual([
      { occurrence_id: occurrenceIdOf(8 * dayMs), start_time: at(8 * dayMs), duration: 60, status: 'available' },
      { occurrence_id: first, start_time: at(9 * dayMs), duration: 30, status: 'available' },
    ]);
    expect(await readAll(zoom, `${path}/registrants`, 'registrants', { occurrence_id: first })).toHaveLength(1);
  });

  it('one date of a series, which has another id then where the switch says so', async () => {
    const [first, moved] = [occurrenceIdOf(dayMs), occurrenceIdOf(2 * dayMs)];
    const zoom = await connectZoom(
      {
        webinars: [
          aSeries({
            registrants: [
              { email: 'a@b.example', standIn: { occurrence_ids: [first] } },
              { email: 'c@d.example', standIn: { occurrence_ids: [occurrenceIdOf(8 * dayMs)] } },
            ],
          }),
        ],
      },
      { movedOccurrenceId: 'renewed' },
    );
    const change = { start_time: at(2 * dayMs) };

    await zoom.control('change-occurrence', { webinar_id: webinarId, occurrence_id: first, change });
    const again = await zoom.control('change-occurrence', { webinar_id: webinarId, occurrence_id: first, change });
    const onto = await zoom.control('change-occurrence', {
      webinar_id: webinarId,
      occurrence_id: moved,
      change: { start_time: at(8 * dayMs) },
    });

    expect(await readAll(zoom, `${path}/registrants`, 'registrants', { occurrence_id: moved })).toMatchObject([
      { email: 'a@b.example' },
    ]);
    expect(await zoom.get(`${path}/registrants`, { occurrence_id: first })).toMatchObject({ status: 400 });
    expect(again.body['message']).toBe(`Webinar ${webinarId} has no occurrence "${first}".`);
    expect(onto.body['message']).toBe(`Webinar ${webinarId} has an occurrence "${occurrenceIdOf(8 * dayMs)}" already.`);
  });
});

describe('a host deletes', () => {
  it('one date of a series: it stays in the series as deleted, and has no row in the list', async () => {
    const zoom = await connectZoom({ webinars: [aSeries()] });

    await zoom.control('change-occurrence', {
      webinar_id: webinarId,
      occurrence_id: occurrenceIdOf(dayMs),
      change: { status: 'deleted' },
    });

    expect((await zoom.get(path)).body['occurrences']).toMatchObject([{ status: 'deleted' }, { status: 'available' }]);
    expect((await zoom.get('/users/host-1/webinars')).body).toMatchObject({
      total_records: 1,
      webinars: [{ start_time: at(8 * dayMs) }],
    });
  });
});

/** Everything that knows the webinar by its number only. */
const byNumber = [
  path,
  `${path}/registrants`,
  `${path}/registrants/r1`,
  `${path}/registrants/questions`,
  `${path}/panelists`,
  `${path}/tracking_sources`,
  `/past_webinars/${webinarId}/instances`,
] as const;

const aHeldWebinar = aPastWebinar({
  registrants: [{ id: 'r1', email: 'ann@guest.example' }],
  instances: [
    {
      uuid,
      start_time: at(-dayMs),
      end_time: at(-dayMs + 30 * minuteMs),
      participants: [{ user_email: 'ann@guest.example', name: 'Ann' }],
      recording: {},
    },
  ],
});

async function disappears(zoom: ZoomUnderTest): Promise<void> {
  for (const address of byNumber) expect(await zoom.get(address), address).toMatchObject(doesNotExist);
  for (const address of ['/report/webinars/', '/past_webinars/'].map((each) => `${each}${webinarId}/participants`)) {
    expect(await zoom.get(address), address).toMatchObject({ status: 404, body: { code: 3001 } });
  }
  expect((await zoom.get('/users/host-1/webinars')).body).toMatchObject({ webinars: [] });
}

async function goesOn(zoom: ZoomUnderTest, range: { from: string; to: string }): Promise<void> {
  const encoded = encodeURIComponent(uuid);
  expect((await zoom.get(`/report/webinars/${encoded}`)).body).toMatchObject({ uuid, participants_count: 2 });
  for (const folder of ['report/webinars', 'past_webinars']) {
    const rows = await readAll(zoom, `/${folder}/${encoded}/participants`, 'participants');
    expect(rows, folder).toMatchObject([{ name: 'Hanna Host' }, { user_email: 'ann@guest.example' }]);
  }
  expect((await zoom.get(`/meetings/${encoded}/recordings`)).status).toBe(200);
  expect((await zoom.get('/report/history_meetings', range)).body).toMatchObject({
    history_meetings: [{ meeting_uuid: uuid, meeting_id: webinarId, participants: 2, duration: 30 }],
  });
}

describe('a number that works no more', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' };

  it('because its webinar was deleted: only what was held can be read, by its uuid', async () => {
    const zoom = await connectZoom({ webinars: [aHeldWebinar] });

    await zoom.control('delete-webinar', { webinar_id: webinarId });

    await disappears(zoom);
    await goesOn(zoom, november);
  });

  it('because nobody used it for thirty days: the same', async () => {
    const zoom = await connectZoom({ webinars: [aHeldWebinar] }, longLivedTokens);

    zoom.emulator.clock.advance(29 * dayMs);
    const lastDay = await zoom.get(path);
    zoom.emulator.clock.advance(dayMs);

    expect(lastDay.status).toBe(200);
    await disappears(zoom);
    await goesOn(zoom, november);
  });
});

describe('registration', () => {
  it('is switched off, and on again with everybody who was there', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ registrants: people(2) })] });
    const setApproval = (approval_type: number) =>
      zoom.control('change-webinar', { webinar_id: webinarId, change: { settings: { approval_type } } });

    await setApproval(2);
    const off = await zoom.get(`${path}/registrants`);
    const withoutForm = (await zoom.get(path)).body;
    await setApproval(1);

    expect(off).toMatchObject(refusal(400, 3000, `Registration has not been enabled for this webinar: ${webinarId}.`));
    expect(withoutForm).not.toHaveProperty('registration_url');
    expect((await zoom.get(path)).body).toHaveProperty('registration_url');
    expect((await zoom.get(`${path}/registrants`)).body).toMatchObject({ total_records: 2 });
    expect(
      (await zoom.post(`${path}/registrants`, { email: 'new@guest.example', first_name: 'New' })).body,
    ).toMatchObject({ status: 'pending' });
  });

  it('gives a personal link to the approved only, with a key in it', async () => {
    const registrants = (['approved', 'pending', 'denied'] as const).map((status) => ({
      id: status,
      email: `${status}@guest.example`,
      status,
    }));
    const zoom = await connectZoom({ webinars: [aWebinar({ registrants })] });
    const linkOf = async (id: string) => (await zoom.get(`${path}/registrants/${id}`)).body['join_url'];

    const before = [await linkOf('approved'), await linkOf('pending'), await linkOf('denied')];
    await zoom.control('change-registrant', {
      webinar_id: webinarId,
      email: 'pending@guest.example',
      status: 'approved',
    });
    await zoom.control('change-registrant', {
      webinar_id: webinarId,
      email: 'approved@guest.example',
      status: 'denied',
    });

    const key = expect.stringMatching(
      new RegExp(`^https://us02web\\.zoom\\.us/w/${webinarId}\\?tk=[\\w-]{32}$`),
    ) as string;
    expect(before).toEqual([key, undefined, undefined]);
    expect([await linkOf('approved'), await linkOf('pending')]).toEqual([undefined, key]);
  });
});

describe('the webinar of a Zoom Event', () => {
  it('is marked in the list only; who asks directly is answered as for any other', async () => {
    const zoom = await connectZoom({ webinars: [{ ...aHeldWebinar, is_events_webinar: true }] });

    expect((await zoom.get('/users/host-1/webinars')).body).toMatchObject({ webinars: [{ is_events_webinar: true }] });
    expect((await zoom.get('/users/host-1/webinars', { include_events_webinar: 'false' })).body).toMatchObject({
      webinars: [],
    });
    expect((await zoom.get(path)).body).not.toHaveProperty('is_events_webinar');
    expect((await zoom.get(`${path}/registrants`)).body).toMatchObject({ total_records: 1 });
    await goesOn(zoom, { from: '2026-11-01', to: '2026-11-30' });
  });
});

describe('a user', () => {
  it('who loses the webinar plan has no list any more, and gets it back with the plan', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });
    const change = (hasWebinarPlan: boolean) =>
      zoom.control('change-user', { account_id: 'account-1', user: 'host-1', hasWebinarPlan });

    await change(false);
    const without = await zoom.get('/users/host-1/webinars');
    await change(true);

    expect(without).toMatchObject(refusal(400, 200, /^Webinar plan is missing\./));
    expect((await zoom.get('/users/host-1/webinars')).body).toMatchObject({ total_records: 1 });
  });

  it('who is deactivated moves to the list of the inactive', async () => {
    const zoom = await connectZoom();

    await zoom.control('change-user', { account_id: 'account-1', user: 'host-1', status: 'inactive' });

    expect((await zoom.get('/users')).body).toMatchObject({ total_records: 0 });
    expect((await zoom.get('/users', { status: 'inactive' })).body).toMatchObject({
      users: [{ id: 'host-1', status: 'inactive' }],
    });
  });

  it('who is deleted is unknown, the webinars are gone, and the history keeps what was held', async () => {
    const zoom = await connectZoom({ webinars: [aHeldWebinar] });

    await zoom.control('delete-user', { account_id: 'account-1', user: 'host-1' });

    expect(await zoom.get('/users/host-1/webinars')).toMatchObject(refusal(404, 1001, 'User does not exist: host-1.'));
    expect((await zoom.get('/users')).body).toMatchObject({ total_records: 0 });
    expect(await zoom.get(path)).toMatchObject(doesNotExist);
    expect((await zoom.get('/report/history_meetings', { from: '2026-11-01', to: '2026-11-30' })).body).toMatchObject({
      history_meetings: [{ meeting_uuid: uuid }],
    });
    expect(await zoom.control('delete-user', { account_id: 'account-1', user: 'host-1' })).toMatchObject({
      status: 400,
    });
  });
});
