import { describe, expect, it } from 'vitest';
import {
  at,
  aWebinar,
  connectZoom,
  dayMs,
  hostEmail,
  hourMs,
  people,
  readAll,
  refusal,
  webinarId,
  type SwitchesInput,
  type WebinarInput,
  type ZoomUnderTest,
} from './zoom-emulator-kit.ts';

const path = `/webinars/${webinarId}/registrants`;
const statusPath = `${path}/status`;
const jill = { email: 'jill@guest.example', first_name: 'Jill', last_name: 'Chill' };
const first = String(Date.parse(at(dayMs)));
const second = String(Date.parse(at(8 * dayMs)));

const connectWith = (webinar: Partial<WebinarInput> = {}, switches: SwitchesInput = {}): Promise<ZoomUnderTest> =>
  connectZoom({ webinars: [aWebinar(webinar)] }, switches);

const statusOf = async (zoom: ZoomUnderTest, registrantId: unknown): Promise<unknown> =>
  (await zoom.get(`${path}/${String(registrantId)}`)).body['status'];

async function emails(zoom: ZoomUnderTest, query = {}): Promise<string[]> {
  return (await readAll<{ email: string }>(zoom, path, 'registrants', query)).map(({ email }) => email);
}

const invalid = (...fields: string[]) => ({
  status: 400,
  body: {
    code: 300,
    message: 'Validation Failed.',
    errors: fields.map((field) => ({ field, message: 'Invalid field.' })),
  },
});

describe('adding a registrant', () => {
  it('approves at once and gives the personal link', async () => {
    const zoom = await connectWith();

    const { status, body } = await zoom.post(path, { ...jill, org: 'Cooking', language: 'de-DE' });

    expect(status).toBe(201);
    expect(body).toEqual({
      id: webinarId,
      registrant_id: expect.any(String) as unknown,
      join_url: expect.stringContaining(`/w/${webinarId}?tk=`) as unknown,
      start_time: at(dayMs),
      topic: 'Growing tomatoes',
      status: 'approved',
      share_url: expect.any(String) as unknown,
    });
    expect((await zoom.get(`${path}/${String(body['registrant_id'])}`)).body).toMatchObject({
      ...jill,
      org: 'Cooking',
      language: 'de-DE',
      create_time: at(0),
    });
  });

  it('waits for the host where the host approves by hand, without a link', async () => {
    const zoom = await connectWith({ settings: { approval_type: 1 } });

    const { status, body } = await zoom.post(path, jill);

    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'pending' });
    expect(body).not.toHaveProperty('join_url');
    expect(await emails(zoom)).toEqual([]);
    expect(await emails(zoom, { status: 'pending' })).toEqual([jill.email]);
  });

  it('leaves status and share address out on an account of before September 2026', async () => {
    const zoom = await connectWith({}, { sendRegistrationStatus: false });

    const { body } = await zoom.post(path, jill);

    expect(body).not.toHaveProperty('status');
    expect(body).not.toHaveProperty('share_url');
  });

  it('gives the same registrant again for the same address, however it is written', async () => {
    const zoom = await connectWith();

    const once = await zoom.post(path, jill);
    const again = await zoom.post(path, { ...jill, email: 'JILL@guest.example', first_name: 'Other' });

    expect(again.status).toBe(201);
    expect(again.body).toEqual(once.body);
    expect(await emails(zoom)).toEqual([jill.email]);
  });

  it('keeps what the form knows and drops the rest', async () => {
    const zoom = await connectWith();

    const { body } = await zoom.post(path, { ...jill, favourite_tomato: 'Green Zebra', job_title: 'Chef' });
    const { body: stored } = await zoom.get(`${path}/${String(body['registrant_id'])}`);

    expect(stored).toMatchObject({ job_title: 'Chef' });
    expect(stored).not.toHaveProperty('favourite_tomato');
  });

  it('remembers the source', async () => {
    const zoom = await connectWith();

    await zoom.post(path, { ...jill, source_id: '4816766181770' });

    expect(await emails(zoom, { tracking_source_id: '4816766181770' })).toEqual([jill.email]);
  });
});

describe('adding a registrant is refused', () => {
  it.each([
    [
      'without registration',
      { settings: { approval_type: 2 as const } },
      jill,
      3000,
      `This webinar does not have registration as required: ${webinarId}.`,
    ],
    [
      'of a Zoom Event',
      { is_events_webinar: true },
      jill,
      3000,
      `This webinar does not have registration as required: ${webinarId}.`,
    ],
    ['for the host', {}, { ...jill, email: hostEmail.toUpperCase() }, 3027, 'Host cannot register.'],
    [
      'for a panelist',
      { panelists: [{ email: jill.email }] },
      jill,
      3000,
      'You have been invited as a panelist for the webinar, please check your email to find more information about this webinar.',
    ],
    [
      'for a private address where a work address is needed',
      { standIn: { allowedEmailDomains: ['work.example'] } },
      jill,
      3034,
      'If you have been invited, please input your work email address.',
    ],
    [
      'after the end',
      { start_time: at(-hourMs) },
      jill,
      3038,
      'Webinar is over, you cannot register now. If you have any questions, contact the webinar host.',
    ],
    [
      'where it costs money',
      { standIn: { isPaidRegistration: true } },
      jill,
      3000,
      'The Zoom REST API does not support paid registration.',
    ],
    [
      'when the host restricted the number',
      { settings: { approval_type: 0 as const, registrants_restrict_number: 2 }, registrants: people(2) },
      jill,
      3000,
      'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
    ],
    [
      'when the licence is full',
      { standIn: { attendeeCapacity: 1 }, registrants: people(1) },
      jill,
      3000,
      'You have reached the limit for the number of attendees you can add. Contact Zoom Support for more information.',
    ],
  ])('%s', async (_case, webinar, body, code, message) => {
    const zoom = await connectWith(webinar);

    expect(await zoom.post(path, body)).toMatchObject(refusal(400, code, message));
  });

  it.each([
    ['no e-mail', { first_name: 'Jill' }, ['email']],
    ['no first name', { email: jill.email }, ['first_name']],
    ['an empty first name', { ...jill, first_name: '' }, ['first_name']],
    ['something that is no e-mail', { ...jill, email: 'jill' }, ['email']],
    ['an address with letters beyond ASCII', { ...jill, email: 'jill@gärten.example' }, ['email']],
    [
      'an address of more than 128 characters',
      { ...jill, email: `${'j'.repeat(60)}@${'g'.repeat(60)}.example.com` },
      ['email'],
    ],
    [
      'names of more than 64 characters',
      { email: jill.email, first_name: 'J'.repeat(65), last_name: 'C'.repeat(65) },
      ['first_name', 'last_name'],
    ],
    ['a number of employees as answers write it', { ...jill, no_of_employees: '101-250' }, ['no_of_employees']],
    ['a language code that Zoom does not use', { ...jill, language: 'ja-JP' }, ['language']],
    [
      'an answer of more than 128 characters',
      { ...jill, custom_questions: [{ title: 'Why?', value: 'x'.repeat(129) }] },
      ['custom_questions.0.value'],
    ],
  ])('for %s', async (_case, body, fields) => {
    const zoom = await connectWith();

    expect(await zoom.post(path, body)).toMatchObject(invalid(...fields));
  });

  it('for another content type', async () => {
    const zoom = await connectWith();
    const [token] = zoom.emulator.world().tokens.keys();

    const response = await fetch(`${zoom.emulator.url}/v2${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${String(token)}`, 'content-type': 'text/plain' },
      body: JSON.stringify(jill),
    });

    expect([response.status, await response.json()]).toEqual([400, { code: 300, message: 'Unsupported Content Type' }]);
  });

  it('for an unknown webinar, or an id that is no number', async () => {
    const zoom = await connectWith();

    expect(await zoom.post('/webinars/1/registrants', jill)).toMatchObject(
      refusal(404, 3001, 'Webinar does not exist: 1.'),
    );
    expect(await zoom.post('/webinars/x/registrants', jill)).toMatchObject(refusal(400, 300, 'Invalid webinar ID.'));
  });
});

describe('required questions', () => {
  const questions: WebinarInput['questions'] = {
    questions: [
      { field_name: 'last_name', required: true },
      { field_name: 'org', required: false },
    ],
    custom_questions: [
      { title: 'Why?', required: true },
      { title: 'Colour', type: 'single_radio', answers: ['Red', 'Green'] },
      { title: 'Topics', type: 'multiple', answers: ['Soil', 'Seeds', 'Water'] },
    ],
  };
  const goodAnswers = [
    { title: 'Why?', value: 'To learn' },
    { title: 'Colour', value: 'Red' },
    { title: 'Topics', value: 'Soil, Water' },
  ];

  it('are all answered: registered', async () => {
    const zoom = await connectWith({ questions });

    expect((await zoom.post(path, { ...jill, custom_questions: goodAnswers })).status).toBe(201);
  });

  it.each([
    ['are missing', { email: jill.email, first_name: 'Jill' }, ['last_name', 'Why?']],
    [
      'have blank answers',
      { ...jill, last_name: ' ', custom_questions: [{ title: 'Why?', value: '' }] },
      ['last_name', 'Why?'],
    ],
    ['have another title', { ...jill, custom_questions: [{ title: 'why?', value: 'To learn' }] }, ['Why?', 'why?']],
    [
      'have an answer that was not offered',
      {
        ...jill,
        custom_questions: [
          ...goodAnswers.slice(0, 1),
          { title: 'Colour', value: 'Blue' },
          { title: 'Topics', value: 'Soil,Cats' },
        ],
      },
      ['Colour', 'Topics'],
    ],
  ])('%s: refused with their names', async (_case, body, fields) => {
    const zoom = await connectWith({ questions });

    expect(await zoom.post(path, body)).toMatchObject(invalid(...fields));
  });

  it('are ignored where the switch says so', async () => {
    const zoom = await connectWith({ questions }, { enforceRequiredQuestions: false });

    expect((await zoom.post(path, { email: jill.email, first_name: 'Jill' })).status).toBe(201);
  });
});

describe('three registrations a day', () => {
  const tooOften = refusal(
    429,
    429,
    `You have exceeded the daily rate limit of (3) for Add a webinar registrant API requests for the registrant (${jill.email}). You can resume these API requests at GMT 00:00:00.`,
  );

  it('per address, whatever came of them, until midnight UTC', async () => {
    const zoom = await connectWith();

    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await zoom.post(path, jill)).status);
    const fourth = await zoom.post(path, jill);
    const somebodyElse = await zoom.post(path, { ...jill, email: 'jack@guest.example' });
    zoom.emulator.clock.set(Date.parse('2026-11-21T00:00:00Z'));
    const tomorrow = await zoom.as('account-1', 'client-1', 'secret-1');

    expect(statuses).toEqual([201, 201, 201]);
    expect(fourth).toMatchObject(tooOften);
    expect(somebodyElse.status).toBe(201);
    expect((await tomorrow.post(path, jill)).status).toBe(201);
  });

  it('count refused ones too, but not those with a body that nobody read', async () => {
    const zoom = await connectWith({ settings: { approval_type: 2 } });

    for (let time = 0; time < 5; time += 1) await zoom.post(path, { email: jill.email });
    for (let time = 0; time < 3; time += 1) expect((await zoom.post(path, jill)).status).toBe(400);

    expect(await zoom.post(path, jill)).toMatchObject(tooOften);
  });

  it.each([
    ['webinar', 201],
    ['account', 429],
  ] as const)('are counted per %s as the switch says', async (scope, expected) => {
    const zoom = await connectZoom(
      { webinars: [aWebinar(), aWebinar({ id: 95_000_000_002 })] },
      { registrationLimitScope: scope },
    );

    for (let time = 0; time < 3; time += 1) await zoom.post(path, jill);
    const elsewhere = await zoom.post('/webinars/95000000002/registrants', jill);

    expect(elsewhere.status).toBe(expected);
  });
});

describe('occurrences of a series', () => {
  const series = (registration_type: 1 | 2 | 3, more: Partial<WebinarInput> = {}): Partial<WebinarInput> => ({
    type: 9,
    settings: { approval_type: 0, registration_type },
    occurrences: [
      { start_time: at(-6 * dayMs) },
      { start_time: at(dayMs) },
      { start_time: at(8 * dayMs) },
      { start_time: at(15 * dayMs), status: 'deleted' },
    ],
    ...more,
  });
  const idsIn = (body: Record<string, unknown>): unknown =>
    (body['occurrences'] as { occurrence_id: string }[]).map(({ occurrence_id }) => occurrence_id);

  it('all belong to one registration (registration_type 1)', async () => {
    const zoom = await connectWith(series(1));

    const { body } = await zoom.post(path, jill);

    expect(idsIn(body)).toEqual([first, second]);
  });

  it('are registered for one by one (registration_type 2), as one registrant', async () => {
    const zoom = await connectWith(series(2));

    const one = await zoom.post(path, jill, { occurrence_ids: second });
    const onlyThatOne = await emails(zoom, { occurrence_id: first });
    const other = await zoom.post(path, jill, { occurrence_ids: first });

    expect(idsIn(one.body)).toEqual([second]);
    expect(onlyThatOne).toEqual([]);
    expect(other.body['registrant_id']).toBe(one.body['registrant_id']);
    expect(await emails(zoom, { occurrence_id: first })).toEqual([jill.email]);
  });

  it('default to the next one (registration_type 2)', async () => {
    const zoom = await connectWith(series(2));

    expect(idsIn((await zoom.post(path, jill)).body)).toEqual([first]);
  });

  it('are chosen freely (registration_type 3)', async () => {
    const zoom = await connectWith(series(3));

    const both = await zoom.post(path, jill, { occurrence_ids: `${first},${second}` });

    expect(idsIn(both.body)).toEqual([first, second]);
  });

  it('cannot be several where each is registered for apart', async () => {
    const zoom = await connectWith(series(2));

    expect(await zoom.post(path, jill, { occurrence_ids: `${first},${second}` })).toMatchObject(
      refusal(400, 300, /invalid occurrence ID/),
    );
  });

  it('that are over, deleted or unknown are refused', async () => {
    const zoom = await connectWith(series(3));
    const add = (occurrence_ids: number, email: string) => zoom.post(path, { ...jill, email }, { occurrence_ids });

    expect((await add(Date.parse(at(-6 * dayMs)), 'a@guest.example')).body).toMatchObject({ code: 3038 });
    expect((await add(Date.parse(at(15 * dayMs)), 'b@guest.example')).body).toMatchObject({ code: 300 });
    expect((await add(1, 'c@guest.example')).body).toMatchObject({ code: 300 });
  });

  it('can be cancelled one by one', async () => {
    const zoom = await connectWith(series(2, { registrants: [{ id: 'r1', email: jill.email }] }));

    const change = { action: 'cancel', registrants: [{ id: 'r1' }] };
    expect((await zoom.put(statusPath, change, { occurrence_id: first })).status).toBe(204);

    expect(await emails(zoom, { occurrence_id: first })).toEqual([]);
    expect(await emails(zoom, { occurrence_id: first, status: 'denied' })).toEqual([jill.email]);
    expect(await emails(zoom, { occurrence_id: second })).toEqual([jill.email]);
    expect(await zoom.post(path, jill, { occurrence_ids: first })).toMatchObject({ status: 400 });
  });

  it('can be left one by one', async () => {
    const zoom = await connectWith(
      series(2, { registrants: [{ id: 'r1', email: jill.email, standIn: { occurrence_ids: [first, second] } }] }),
    );

    await zoom.delete(`${path}/r1`, { occurrence_id: first });
    const afterOne = [await emails(zoom, { occurrence_id: first }), await emails(zoom, { occurrence_id: second })];
    await zoom.delete(`${path}/r1`, { occurrence_id: second });

    expect(afterOne).toEqual([[], [jill.email]]);
    expect((await zoom.get(`${path}/r1`)).body).toMatchObject({ code: 3079 });
  });
});

describe('changing a status', () => {
  const connectWithJill = (status: 'approved' | 'pending' | 'denied', webinar: Partial<WebinarInput> = {}) =>
    connectWith({ registrants: [{ id: 'r1', email: jill.email, status }], ...webinar });

  it.each([
    ['pending', 'approve', 'approved'],
    ['denied', 'approve', 'approved'],
    ['pending', 'deny', 'denied'],
    ['approved', 'deny', 'denied'],
    ['approved', 'cancel', 'denied'],
  ] as const)('%s + %s = %s', async (before, action, after) => {
    const zoom = await connectWithJill(before);

    const { status, body } = await zoom.put(statusPath, { action, registrants: [{ id: 'r1' }] });

    expect([status, body]).toEqual([204, undefined]);
    expect(await statusOf(zoom, 'r1')).toBe(after);
  });

  it('finds people by e-mail too', async () => {
    const zoom = await connectWithJill('pending');

    await zoom.put(statusPath, { action: 'approve', registrants: [{ email: jill.email }] });

    expect(await statusOf(zoom, 'r1')).toBe('approved');
  });

  it('keeps whoever was cancelled from registering again, until approved', async () => {
    const zoom = await connectWithJill('approved');

    await zoom.put(statusPath, { action: 'cancel', registrants: [{ id: 'r1' }] });
    const again = await zoom.post(path, jill);
    await zoom.put(statusPath, { action: 'approve', registrants: [{ id: 'r1' }] });

    expect(again).toMatchObject({ status: 400, body: { code: 3000 } });
    expect((await zoom.post(path, jill)).body).toMatchObject({ registrant_id: 'r1', status: 'approved' });
  });

  it('keeps people in their place in the list', async () => {
    const zoom = await connectWith({ registrants: people(3).map((person, index) => ({ ...person, id: `r${index}` })) });

    await zoom.put(statusPath, { action: 'cancel', registrants: [{ id: 'r1' }] });
    await zoom.put(statusPath, { action: 'approve', registrants: [{ id: 'r1' }] });

    expect(await emails(zoom)).toEqual(people(3).map(({ email }) => email));
  });

  it('takes up to thirty people a call', async () => {
    const registrants = people(31).map((person, index) => ({ ...person, id: `r${index}` }));
    const zoom = await connectWith({ registrants });
    const change = (count: number) => ({
      action: 'deny',
      registrants: registrants.slice(0, count).map(({ id }) => ({ id })),
    });

    expect((await zoom.put(statusPath, change(30))).status).toBe(204);
    expect(await zoom.put(statusPath, change(31))).toMatchObject(invalid('registrants'));
  });

  it.each([
    ['another action', { action: 'remove', registrants: [{ id: 'r1' }] }, 300],
    ['nobody', { action: 'approve', registrants: [] }, 300],
    ['a stranger', { action: 'approve', registrants: [{ id: 'r1' }, { id: 'r9' }] }, 3079],
  ])('refuses %s, and changes nothing', async (_case, change, code) => {
    const zoom = await connectWithJill('pending');

    expect(await zoom.put(statusPath, change)).toMatchObject({ status: 400, body: { code } });
    expect(await statusOf(zoom, 'r1')).toBe('pending');
  });

  it('refuses to approve more than there is room for', async () => {
    const zoom = await connectWithJill('pending', { standIn: { attendeeCapacity: 1 } });
    await zoom.post(path, { ...jill, email: 'jack@guest.example' });

    expect(await zoom.put(statusPath, { action: 'approve', registrants: [{ id: 'r1' }] })).toMatchObject(
      refusal(400, 3035, 'Webinar has reached maximum attendee capacity.'),
    );
  });

  it('refuses a webinar without registration', async () => {
    const zoom = await connectWith({ settings: { approval_type: 2 } });

    expect(await zoom.put(statusPath, { action: 'approve', registrants: [{ id: 'r1' }] })).toMatchObject(
      refusal(400, 300, `Registration has not been enabled for this meeting: ${webinarId}.`),
    );
  });

  it.each([
    ['registrant', 204],
    ['webinar', 429],
  ] as const)('allows ten changes a day per %s', async (scope, forAnother) => {
    const zoom = await connectWith(
      {
        registrants: [
          { id: 'r1', email: jill.email },
          { id: 'r2', email: 'jack@guest.example' },
        ],
      },
      { statusLimitScope: scope },
    );
    const deny = (id: string) => zoom.put(statusPath, { action: 'deny', registrants: [{ id }] });

    for (let time = 0; time < 10; time += 1) expect((await deny('r1')).status).toBe(204);
    const eleventh = await deny('r1');

    expect(eleventh).toMatchObject(refusal(429, 429, /^You have exceeded the daily rate limit of \(10\) for webinar/));
    expect((await deny('r2')).status).toBe(forAnother);
  });
});

describe('leaving', () => {
  it('by the API removes the row', async () => {
    const zoom = await connectWith({ registrants: [{ id: 'r1', email: jill.email }] });

    expect((await zoom.delete(`${path}/r1`)).status).toBe(204);
    expect((await zoom.get(`${path}/r1`)).body).toMatchObject({ code: 3079 });
    expect(await zoom.delete(`${path}/r1`)).toMatchObject(refusal(400, 3000, 'Registrant r1 was not found.'));
  });

  it('by the link in the mail removes the row, and the person may register again', async () => {
    const zoom = await connectWith({ registrants: [{ id: 'r1', email: jill.email }] });

    const { status } = await zoom.control('self-cancel', { webinar_id: webinarId, registrant_id: 'r1' });
    const gone = await zoom.get(`${path}/r1`);
    const denied = await emails(zoom, { status: 'denied' });
    const again = await zoom.post(path, jill);

    expect(status).toBe(200);
    expect(gone).toMatchObject(refusal(400, 3079, 'This registrant does not exist: r1.'));
    expect(denied).toEqual([]);
    expect(again.status).toBe(201);
    expect(again.body['registrant_id']).not.toBe('r1');
  });
});
