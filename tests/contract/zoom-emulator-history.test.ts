import { describe, expect, it } from 'vitest';
import {
  aPastWebinar,
  at,
  aWebinar,
  connectZoom,
  dayMs,
  hostEmail,
  hourMs,
  people,
  readAll,
  refusal,
  secondMs,
  webinarId,
  type WebinarInput,
} from './zoom-emulator-kit.ts';

const historyPath = '/report/history_meetings';
const meetingsPath = '/users/host-1';
const userMeetingsPath = `/report${meetingsPath}/meetings`;
const november = { from: '2026-11-01', to: '2026-11-30' };

const ranOn = (id: number, day: string, changes: Partial<WebinarInput> = {}): WebinarInput =>
  aWebinar({
    id,
    topic: `Webinar ${id}`,
    start_time: `${day}T23:30:00Z`,
    registrants: people(2),
    instances: [
      {
        uuid: `run-${id}`,
        start_time: `${day}T23:30:00Z`,
        end_time: new Date(Date.parse(`${day}T23:30:00Z`) + hourMs).toISOString(),
        participants: people(2).map(({ email }) => ({ user_email: email })),
      },
    ],
    ...changes,
  });

describe('GET /report/history_meetings', () => {
  const uuids = async (webinars: WebinarInput[], query: Record<string, string | number>): Promise<string[]> => {
    const zoom = await connectZoom({ webinars });
    const rows = await readAll<{ meeting_uuid: string }>(zoom, historyPath, 'history_meetings', query);
    return rows.map(({ meeting_uuid }) => meeting_uuid);
  };

  it('describes each run that ended', async () => {
    const zoom = await connectZoom({ webinars: [ranOn(7, '2026-11-10')] });

    const { body } = await zoom.get(historyPath, { ...november, meeting_type: 'webinar' });

    expect(body).toEqual({
      next_page_token: '',
      page_size: 30,
      history_meetings: [
        {
          meeting_uuid: 'run-7',
          meeting_id: 7,
          type: 'Webinar',
          host_display_name: 'Hanna Host',
          host_email: hostEmail,
          start_time: '2026-11-10T23:30:00Z',
          end_time: '2026-11-11T00:30:00.000Z',
          topic: 'Webinar 7',
          participants: 3,
          duration: 60,
          total_participant_minutes: 180,
          department: '',
          group: [],
          source: 'Zoom',
          unique_viewers: 2,
          max_concurrent_views: 2,
          create_time: expect.any(String) as unknown,
          custom_fields: [],
          tracking_fields: [],
        },
      ],
    });
  });

  it('covers whole days at both ends, by start or by end', async () => {
    const webinars = [ranOn(1, '2026-11-09'), ranOn(2, '2026-11-10'), ranOn(3, '2026-11-11'), ranOn(4, '2026-11-12')];
    const days = { from: '2026-11-10', to: '2026-11-11' };

    expect(await uuids(webinars, days)).toEqual(['run-3', 'run-2']);
    expect(await uuids(webinars, { ...days, date_type: 'end_time' })).toEqual(['run-2', 'run-1']);
  });

  it('knows webinars only, of every user of the account', async () => {
    const webinars = [ranOn(1, '2026-11-10'), ranOn(2, '2026-11-11', { host_email: 'second@brand.example' })];

    expect(await uuids(webinars, { ...november, meeting_type: 'all' })).toEqual(['run-2', 'run-1']);
    expect(await uuids(webinars, { ...november, meeting_type: 'meeting' })).toEqual([]);
    expect(await uuids(webinars, { ...november, report_type: 'poll' })).toEqual([]);
    expect(await uuids(webinars, { ...november, search_key: 'WEBINAR 2' })).toEqual(['run-2']);
    expect(await uuids(webinars, { ...november, search_key: '1' })).toEqual(['run-1']);
    expect(await uuids(webinars, { ...november, meeting_feature: 'registration' })).toEqual(['run-2', 'run-1']);
    expect(await uuids(webinars, { ...november, meeting_feature: 'poll' })).toEqual([]);
  });

  it('goes over several pages', async () => {
    const webinars = ['10', '11', '12', '13', '14'].map((day) => ranOn(Number(day), `2026-11-${day}`));

    expect(await uuids(webinars, { ...november, page_size: 2 })).toEqual([
      'run-14',
      'run-13',
      'run-12',
      'run-11',
      'run-10',
    ]);
  });

  it('has every run of one webinar', async () => {
    const instances = [-3, -2, -1].map((day) => ({ uuid: `run ${day}`, start_time: at(day * dayMs) }));

    expect(await uuids([aPastWebinar({ type: 6, instances })], november)).toEqual(['run -1', 'run -2', 'run -3']);
  });

  it.each([
    ['without a start', { to: '2026-11-30' }, 'from'],
    ['without an end', { from: '2026-11-01' }, 'to'],
    ['with a time instead of a day', { ...november, from: '2026-11-01T00:00:00Z' }, 'from'],
    ['with a day that does not exist', { ...november, to: '2026-11-31' }, 'to'],
    ['turned round', { from: '2026-11-30', to: '2026-11-01' }, 'to'],
    ['of more than a month', { from: '2026-10-01', to: '2026-11-02' }, 'to'],
  ])('refuses a range %s', async (_case, query, name) => {
    const zoom = await connectZoom();

    expect(await zoom.get(historyPath, query)).toMatchObject(refusal(400, 300, `Invalid parameter: ${name}.`));
  });

  it('takes a month to the day, also one that is shorter', async () => {
    const zoom = await connectZoom();

    expect((await zoom.get(historyPath, { from: '2026-10-01', to: '2026-11-01' })).status).toBe(200);
    expect((await zoom.get(historyPath, { from: '2026-01-31', to: '2026-02-28' })).status).toBe(200);
    expect((await zoom.get(historyPath, { from: '2026-01-31', to: '2026-03-01' })).status).toBe(400);
  });

  it('has no groups', async () => {
    const zoom = await connectZoom();

    expect(await zoom.get(historyPath, { ...november, group_id: 'g1' })).toMatchObject(
      refusal(403, 12703, 'No permission for the group: g1.'),
    );
  });
});

describe('GET /report/users/{userId}/meetings', () => {
  it("lists the user's runs with at least two people", async () => {
    const alone = ranOn(2, '2026-11-11', { instances: [{ uuid: 'alone', start_time: '2026-11-11T10:00:00Z' }] });
    const elsewhere = ranOn(3, '2026-11-12', { host_email: 'second@brand.example' });
    const zoom = await connectZoom({ webinars: [ranOn(1, '2026-11-10'), alone, elsewhere] });

    const { body } = await zoom.get(userMeetingsPath, november);

    expect(body).toMatchObject({
      ...november,
      total_records: 1,
      meetings: [{ uuid: 'run-1', id: 1, type: 5, topic: 'Webinar 1', participants_count: 3, duration: 60 }],
    });
  });

  it('includes those that the user only joined when asked so', async () => {
    const joined = ranOn(3, '2026-11-12', { host_email: 'second@brand.example' });
    const zoom = await connectZoom({ webinars: [joined] });
    await zoom.control('add-participants', { uuid: 'run-3', participants: [{ user_email: hostEmail }] });

    expect((await zoom.get(userMeetingsPath, november)).body).toMatchObject({ total_records: 0 });
    expect((await zoom.get(userMeetingsPath, { ...november, type: 'pastJoined' })).body).toMatchObject({
      total_records: 1,
    });
  });

  it('goes back six months', async () => {
    const zoom = await connectZoom();

    expect((await zoom.get(userMeetingsPath, { from: '2026-05-01', to: '2026-05-20' })).status).toBe(200);
    expect(await zoom.get(userMeetingsPath, { from: '2026-04-20', to: '2026-05-19' })).toMatchObject(
      refusal(400, 300, 'Invalid parameter: from.'),
    );
    expect((await zoom.get(userMeetingsPath, { from: '2026-10-01', to: '2026-11-02' })).status).toBe(400);
  });

  it('refuses a stranger, and a free account', async () => {
    const zoom = await connectZoom();

    expect(await zoom.get('/report/users/nobody/meetings', november)).toMatchObject(
      refusal(404, 1001, 'User nobody not exist or not belong to this account.'),
    );
    await zoom.control('change-account', { account_id: 'account-1', plan: 'free' });
    for (const path of [userMeetingsPath, historyPath, `/report/webinars/${webinarId}`]) {
      zoom.emulator.clock.advance(secondMs);
      expect(await zoom.get(path)).toMatchObject(
        refusal(400, 200, 'Only available for Paid or ZMP account: account-1.'),
      );
    }
  });
});
