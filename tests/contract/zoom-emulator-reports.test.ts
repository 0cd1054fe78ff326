import { describe, expect, it } from 'vitest';
import {
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
  type AccountInput,
  type SwitchesInput,
  type WebinarInput,
  type ZoomUnderTest,
} from './zoom-emulator-kit.ts';

const reportPath = `/report/webinars/${webinarId}`;
const peoplePath = `${reportPath}/participants`;
const pastPath = `/past_webinars/${webinarId}/participants`;
const absenteesPath = `/past_webinars/${webinarId}/absentees`;
type InstanceInput = NonNullable<WebinarInput['instances']>[number];
type ParticipantInput = NonNullable<InstanceInput['participants']>[number];

/** One run of half an hour, yesterday at noon, without the host's own row. */
const aRun = (changes: Partial<InstanceInput> = {}): InstanceInput => ({
  uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==',
  start_time: at(-dayMs),
  end_time: at(-dayMs + 30 * minuteMs),
  standIn: { hostRow: false },
  ...changes,
});

const connectWithRun = (
  participants: readonly ParticipantInput[],
  webinar: Partial<WebinarInput> = {},
  account: Partial<AccountInput> = {},
): Promise<ZoomUnderTest> =>
  connectZoom({
    webinars: [aPastWebinar({ instances: [aRun({ participants: [...participants] })], ...webinar })],
    ...account,
  });

interface Row {
  readonly user_id: string;
  readonly user_email: string;
  readonly duration: number;
  readonly registrant_id?: string;
}
const readRows = (zoom: ZoomUnderTest, path = peoplePath, query = {}): Promise<Row[]> =>
  readAll<Row>(zoom, path, 'participants', query);
const emailsOf = (rows: readonly Row[]): string[] => rows.map(({ user_email }) => user_email);

describe('GET /report/webinars/{id}', () => {
  it('sums up the run: minutes begun, people, and minutes of them all', async () => {
    const zoom = await connectWithRun(
      [
        { user_email: 'a@guest.example', duration: 600 },
        { user_email: 'a@guest.example', duration: 61 },
        { user_email: 'b@guest.example', duration: 30 },
        { user_email: 'c@guest.example', duration: 900, status: 'in_waiting_room' },
      ],
      { registrants: [{ email: 'a@guest.example' }] },
    );

    expect((await zoom.get(reportPath)).body).toEqual({
      uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==',
      id: webinarId,
      type: 5,
      topic: 'Growing tomatoes',
      user_name: 'Hanna Host',
      user_email: hostEmail,
      start_time: at(-dayMs),
      end_time: at(-dayMs + 30 * minuteMs),
      duration: 30,
      total_minutes: 12,
      participants_count: 2,
      dept: '',
      tracking_fields: [],
      custom_keys: [],
    });
  });

  it('rounds the length up', async () => {
    const zoom = await connectZoom({
      webinars: [aPastWebinar({ instances: [aRun({ start_time: at(-96 * secondMs), end_time: at(0) })] })],
    });

    expect((await zoom.get(reportPath)).body).toMatchObject({ duration: 2 });
  });

  it('is not there before the webinar ran, nor while it runs', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({ id: 1 }),
        aWebinar({
          id: 2,
          start_time: at(-hourMs),
          instances: [{ uuid: 'live', start_time: at(-hourMs), end_time: at(hourMs) }],
        }),
      ],
    });

    expect(await zoom.get('/report/webinars/1')).toMatchObject(
      refusal(404, 3001, 'Meeting 1 not found or has expired.'),
    );
    expect(await zoom.get('/report/webinars/2')).toMatchObject(
      refusal(404, 3001, 'Meeting 2 not found or has expired.'),
    );
    expect(await zoom.get('/report/webinars/live')).toMatchObject({ status: 404, body: { code: 3001 } });
    expect(await zoom.get('/report/webinars/1/participants')).toMatchObject(
      refusal(404, 3001, 'Webinar "1" not found or has expired'),
    );
    expect(await zoom.get('/past_webinars/1/participants')).toMatchObject(
      refusal(404, 3001, 'Webinar does not exist.'),
    );
    expect(await zoom.get('/past_webinars/1/absentees')).toMatchObject(
      refusal(404, 3001, 'Webinar 1 not found or expired.'),
    );
  });

  it('is about the latest run when asked by number, about any when asked by uuid', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({
          type: 6,
          instances: [
            aRun({ uuid: 'second', start_time: at(-2 * dayMs), end_time: at(-2 * dayMs + hourMs) }),
            aRun({ uuid: 'first', start_time: at(-3 * dayMs), end_time: at(-3 * dayMs + hourMs) }),
          ],
        }),
      ],
    });

    expect((await zoom.get(reportPath)).body).toMatchObject({ uuid: 'second' });
    expect((await zoom.get('/report/webinars/first')).body).toMatchObject({ uuid: 'first' });
  });

  it.each([
    ['report', reportPath],
    ['participants', peoplePath],
  ])('and its %s are refused after a year, while past participants go on', async (_case, path) => {
    const start = '2025-11-20T11:59:59Z';
    const zoom = await connectZoom(
      { webinars: [aPastWebinar({ instances: [aRun({ start_time: start, end_time: '2025-11-20T13:00:00Z' })] })] },
      { webinarIdExpiryDays: null },
    );

    expect(await zoom.get(path)).toMatchObject(refusal(400, 12702, 'Can not access a webinar a year ago.'));
    expect((await zoom.get(pastPath)).status).toBe(200);
  });

  it('needs a paid account', async () => {
    const zoom = await connectWithRun([], {}, { plan: 'free' });

    expect(await zoom.get(reportPath)).toMatchObject(
      refusal(400, 200, 'Only available for Paid or ZMP account: account-1.'),
    );
  });
});

describe('the uuid in a path', () => {
  const once = encodeURIComponent;
  const twice = (uuid: string): string => once(once(uuid));
  const statusesFor = async (uuid: string): Promise<number[]> => {
    const zoom = await connectZoom({ webinars: [aPastWebinar({ instances: [aRun({ uuid })] })] });
    const ask = async (segment: string) =>
      Promise.all(
        [
          `/report/webinars/${segment}`,
          `/report/webinars/${segment}/participants`,
          `/past_webinars/${segment}/absentees`,
        ].map(async (path) => (await zoom.get(path)).status),
      );
    return [...(await ask(once(uuid))), ...(await ask(twice(uuid)))];
  };

  it.each(['gm8s9L+PTEC+FG3sFbd1Cw==', 'Bznyg8KZTdCVbQxvS/oZ7w==', '4444AAAiAAAAAiAiAiiAii=='])(
    '%s may be encoded once or twice',
    async (uuid) => {
      expect(await statusesFor(uuid)).toEqual([200, 200, 200, 200, 200, 200]);
    },
  );

  it.each(['/ajXp112QmuoKj4854875==', 'ajXp//QmuoKj4854875aaA==', '//jXp112QmuoKj485487+w=='])(
    '%s must be encoded twice',
    async (uuid) => {
      expect(await statusesFor(uuid)).toEqual([404, 404, 404, 200, 200, 200]);
    },
  );

  it('that is not encoded at all leads nowhere', async () => {
    const zoom = await connectZoom({
      webinars: [aPastWebinar({ instances: [aRun({ uuid: 'Bznyg8KZTdCVbQxvS/oZ7w==' })] })],
    });

    expect((await zoom.get('/report/webinars/Bznyg8KZTdCVbQxvS/oZ7w==')).body).toMatchObject({ code: 2300 });
  });
});

describe('GET /report/webinars/{id}/participants', () => {
  it('has a row for every join, with a user_id of its own', async () => {
    const zoom = await connectWithRun(
      [
        { user_email: 'a@guest.example', join_time: at(-dayMs), leave_time: at(-dayMs + 5 * minuteMs) },
        { user_email: 'a@guest.example', join_time: at(-dayMs + 10 * minuteMs) },
      ],
      { registrants: [{ id: 'r1', email: 'a@guest.example' }] },
    );

    const rows = await readRows(zoom, peoplePath, { include_fields: 'registrant_id' });

    expect(rows.map(({ duration }) => duration)).toEqual([300, 1200]);
    expect(rows.map(({ registrant_id }) => registrant_id)).toEqual(['r1', 'r1']);
    expect(new Set(rows.map(({ user_id }) => user_id)).size).toBe(2);
  });

  it('gives the times as Zoom has them, fractions included, and durations in whole seconds', async () => {
    const zoom = await connectWithRun([
      { join_time: '2026-11-19T12:00:12.66Z', leave_time: '2026-11-19T12:20:12.16Z' },
    ]);

    expect(await readRows(zoom)).toMatchObject([
      { join_time: '2026-11-19T12:00:12.66Z', leave_time: '2026-11-19T12:20:12.16Z', duration: 1199 },
    ]);
  });

  it('names the registrant only when asked to', async () => {
    const zoom = await connectWithRun([{ user_email: 'a@guest.example' }, { name: 'Phone' }], {
      registrants: [{ id: 'r1', email: 'A@guest.example' }],
    });

    const ids = async (path: string, query = {}) =>
      (await readRows(zoom, path, query)).map(({ registrant_id }) => registrant_id);

    expect(await ids(peoplePath)).toEqual([undefined, undefined]);
    expect(await ids(pastPath)).toEqual([undefined, undefined]);
    expect(await ids(peoplePath, { include_fields: 'registrant_id' })).toEqual(['r1', '']);
    expect(await ids(pastPath, { include_fields: 'registrant_id' })).toEqual(['r1', '']);
    expect((await zoom.get(peoplePath, { include_fields: 'everything' })).status).toBe(400);
  });

  it('counts host and panelists in, and people in the waiting room too', async () => {
    const zoom = await connectZoom({
      webinars: [
        aPastWebinar({
          panelists: [{ email: 'expert@guest.example' }],
          instances: [
            aRun({
              standIn: { hostRow: true },
              participants: [
                { user_email: 'expert@guest.example' },
                { user_email: 'a@guest.example', status: 'in_waiting_room', duration: 20 },
              ],
            }),
          ],
          registrants: [{ email: 'a@guest.example' }],
        }),
      ],
    });

    const rows = await readRows(zoom);

    expect(rows).toMatchObject([
      {
        user_email: hostEmail,
        participant_user_id: 'host-1',
        id: 'host-1',
        name: 'Hanna Host',
        status: 'in_meeting',
        duration: 1800,
      },
      { user_email: 'expert@guest.example', status: 'in_meeting' },
      { user_email: 'a@guest.example', status: 'in_waiting_room', participant_user_id: '', id: '' },
    ]);
  });

  it('does not add the host twice', async () => {
    const zoom = await connectZoom({
      webinars: [
        aPastWebinar({ instances: [aRun({ standIn: { hostRow: true }, participants: [{ user_email: hostEmail }] })] }),
      ],
    });

    expect(await readRows(zoom)).toHaveLength(1);
  });

  it('takes rows that turn up late', async () => {
    const zoom = await connectWithRun([]);

    await zoom.control('add-participants', { uuid: 'gm8s9L+PTEC+FG3sFbd1Cw==', participants: [{ name: 'Late' }] });

    expect(await readRows(zoom)).toMatchObject([{ name: 'Late', duration: 1800 }]);
    expect((await zoom.get(reportPath)).body).toMatchObject({ participants_count: 1 });
  });
});

describe('the address of a participant', () => {
  const guest = { user_email: 'guest@guest.example', name: 'Guest' };

  it.each([
    ['is blank for a guest', [guest], {}, ['']],
    [
      'shows when the guest registered with it',
      [guest],
      { registrants: [{ email: 'guest@guest.example' }] },
      ['guest@guest.example'],
    ],
    ['shows for a panelist', [guest], { panelists: [{ email: 'guest@guest.example' }] }, ['guest@guest.example']],
    [
      'shows when the host handed it over',
      [{ ...guest, standIn: { isEmailFromHost: true } }],
      {},
      ['guest@guest.example'],
    ],
    ['shows for the own account', [{ user_email: 'colleague@brand.example' }], {}, ['colleague@brand.example']],
    [
      'is blank even for a registered guest where the webinar keeps addresses out of its reports',
      [guest, { user_email: 'colleague@brand.example' }],
      {
        registrants: [{ email: 'guest@guest.example' }],
        settings: { approval_type: 0 as const, email_in_attendee_report: false },
      },
      ['', 'colleague@brand.example'],
    ],
  ])('%s', async (_case, participants, webinar, expected) => {
    const users = [
      { id: 'host-1', email: hostEmail },
      { id: 'colleague-1', email: 'colleague@brand.example' },
    ];
    const zoom = await connectWithRun(participants, webinar, { users });

    expect(emailsOf(await readRows(zoom))).toEqual(expected);
    expect(emailsOf(await readRows(zoom, pastPath))).toEqual(expected);
  });

  it('is blank for everybody in a health-care account, as are the names', async () => {
    const zoom = await connectWithRun(
      [guest, { user_email: hostEmail, name: 'Hanna' }],
      {},
      { standIn: { isBaa: true } },
    );

    expect(await readRows(zoom)).toMatchObject([
      { name: '', user_email: '' },
      { name: '', user_email: '' },
    ]);
  });

  it('comes with a mark for own people in the past list only', async () => {
    const zoom = await connectWithRun([guest, { user_email: hostEmail }]);

    expect(await readRows(zoom, pastPath)).toMatchObject([{ internal_user: false }, { internal_user: true }]);
    expect((await readRows(zoom))[0]).not.toHaveProperty('internal_user');
  });
});

describe('after the end, attendance comes in stages', () => {
  const readiness = { notFoundMs: 5 * minuteMs, emptyMs: 5 * minuteMs, zeroDurationsMs: 10 * minuteMs };
  const connectAtEnd = (run: Partial<InstanceInput>, switches: SwitchesInput = {}) =>
    connectZoom(
      {
        webinars: [
          aPastWebinar({
            start_time: at(-hourMs),
            registrants: people(3),
            instances: [
              aRun({
                start_time: at(-hourMs),
                end_time: at(0),
                participants: people(2).map(({ email }) => ({ user_email: email })),
                ...run,
              }),
            ],
          }),
        ],
      },
      switches,
    );

  async function look(zoom: ZoomUnderTest): Promise<unknown[]> {
    const { status, body } = await zoom.get<{ participants?: Row[] }>(peoplePath);
    const past = await zoom.get<{ participants?: Row[] }>(pastPath);
    expect(past.body.participants?.length).toBe(body.participants?.length);
    return [status, body.participants?.map(({ duration }) => duration)];
  }

  it.each([
    ['of its own', { standIn: { hostRow: false, readiness } }, {}],
    ['of the switch', {}, { reportReadiness: readiness }],
  ])('with the delays %s: nothing, nobody, no durations, all', async (_case, run, switches) => {
    const zoom = await connectAtEnd(run, switches);
    const { clock } = zoom.emulator;

    const seen = [await look(zoom)];
    for (const step of [5 * minuteMs, 5 * minuteMs, 10 * minuteMs]) {
      clock.advance(step);
      seen.push(await look(zoom));
    }

    expect(seen).toEqual([
      [404, undefined],
      [200, []],
      [200, [0, 0]],
      [200, [3600, 3600]],
    ]);
  });

  it('which every report follows', async () => {
    const zoom = await connectAtEnd({ standIn: { hostRow: false, readiness } });
    const { clock } = zoom.emulator;
    const summary = async () => {
      const { status, body } = await zoom.get(reportPath);
      const history = await zoom.get<{ history_meetings: object[] }>('/report/history_meetings', {
        from: '2026-11-20',
        to: '2026-11-20',
      });
      const absent = (await zoom.get(absenteesPath)).body['total_records'];
      return [status, body['participants_count'], body['total_minutes'], history.body.history_meetings.length, absent];
    };

    const seen = [await summary()];
    for (const step of [5 * minuteMs, 5 * minuteMs, 10 * minuteMs]) {
      clock.advance(step);
      seen.push(await summary());
    }

    expect(seen).toEqual([
      [404, undefined, undefined, 0, undefined],
      [200, 0, 0, 1, 3],
      [200, 2, 0, 1, 1],
      [200, 2, 120, 1, 1],
    ]);
  });

  it('unless it is ready at once, which is the default', async () => {
    const zoom = await connectAtEnd({});

    expect(await look(zoom)).toEqual([200, [3600, 3600]]);
  });
});

describe('GET /past_webinars/{id}/absentees', () => {
  it('gives the approved registrants who have no row, as registrants', async () => {
    const zoom = await connectWithRun(
      [
        { user_email: 'came@guest.example' },
        { registrant_id: 'r2', name: 'Other address' },
        { user_email: 'Unlinked@guest.example', registrant_id: '' },
        { user_email: 'waited@guest.example', status: 'in_waiting_room' },
      ],
      {
        registrants: [
          { email: 'came@guest.example' },
          { id: 'r2', email: 'came-with-another@guest.example' },
          { email: 'unlinked@guest.example' },
          { email: 'stayed-away@guest.example', first_name: 'Ann' },
          { email: 'waited@guest.example' },
          { email: 'denied@guest.example', status: 'denied' },
          { email: 'pending@guest.example', status: 'pending' },
          { email: 'later@guest.example', create_time: at(-hourMs) },
        ],
      },
    );

    const rows = await readAll(zoom, absenteesPath, 'registrants');

    expect(rows).toMatchObject([
      { email: 'stayed-away@guest.example', first_name: 'Ann', status: 'approved' },
      { email: 'waited@guest.example' },
    ]);
  });

  it('follows changes of the list', async () => {
    const zoom = await connectWithRun([], { registrants: people(2) });
    const count = async () => (await zoom.get(absenteesPath)).body['total_records'];

    const before = await count();
    await zoom.control('self-cancel', { webinar_id: webinarId, email: 'person1@guest.example' });

    expect([before, await count()]).toEqual([2, 1]);
  });

  it('narrows to one occurrence', async () => {
    const first = String(Date.parse(at(-dayMs)));
    const zoom = await connectWithRun([], {
      type: 9,
      settings: { approval_type: 0, registration_type: 2 },
      occurrences: [{ start_time: at(-dayMs) }, { start_time: at(6 * dayMs) }],
      registrants: [
        { email: 'first@guest.example', standIn: { occurrence_ids: [first] } },
        { email: 'second@guest.example', standIn: { occurrence_ids: [String(Date.parse(at(6 * dayMs)))] } },
      ],
    });

    const rows = await readAll<{ email: string }>(zoom, absenteesPath, 'registrants', { occurrence_id: first });

    expect(rows.map(({ email }) => email)).toEqual(['first@guest.example']);
    expect((await zoom.get(absenteesPath, { occurrence_id: '7' })).body).toMatchObject({ code: 300 });
  });

  it('refuses a webinar without registration', async () => {
    const zoom = await connectWithRun([], { settings: { approval_type: 2 } });

    expect(await zoom.get(absenteesPath)).toMatchObject(
      refusal(400, 3000, "This webinar doesn't have registration required: gm8s9L+PTEC+FG3sFbd1Cw==."),
    );
  });
});
