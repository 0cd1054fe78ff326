import { describe, expect, it } from 'vitest';
import {
  at,
  aWebinar,
  connectZoom,
  dayMs,
  readAll,
  refusal,
  webinarId,
  type WebinarInput,
} from './zoom-emulator-kit.ts';

const path = `/webinars/${webinarId}/registrants`;
const registrationOff = refusal(400, 3000, `Registration has not been enabled for this webinar: ${webinarId}.`);
const first = String(Date.parse(at(dayMs)));
const second = String(Date.parse(at(8 * dayMs)));

const aSeries = (registrationType: 1 | 2 | 3, registrants: WebinarInput['registrants'] = []): WebinarInput =>
  aWebinar({
    type: 9,
    settings: { approval_type: 0, registration_type: registrationType },
    occurrences: [{ start_time: at(dayMs) }, { start_time: at(8 * dayMs) }],
    registrants,
  });

interface Row {
  readonly email: string;
  readonly status: string;
}
const emailsOf = (rows: readonly Row[]): string[] => rows.map(({ email }) => email);

describe('GET /webinars/{webinarId}/registrants', () => {
  const registrants = [
    { email: 'in@guest.example' },
    { email: 'waiting@guest.example', status: 'pending' as const },
    { email: 'out@guest.example', status: 'denied' as const },
  ];

  it('shows the approved ones unless asked for others', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ registrants })] });
    const list = async (query = {}) => emailsOf(await readAll<Row>(zoom, path, 'registrants', query));

    expect(await list()).toEqual(['in@guest.example']);
    expect(await list({ status: 'pending' })).toEqual(['waiting@guest.example']);
    expect(await list({ status: 'denied' })).toEqual(['out@guest.example']);
    expect((await zoom.get(path, { status: 'cancelled' })).status).toBe(400);
  });

  it('gives every answer of the form, empty ones too, and the personal link to those who may come', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({
          registrants: [
            {
              id: '9tboDiHUQAeOnbmudzWa5g',
              email: 'Jill@Guest.example',
              first_name: 'Jill',
              org: 'Cooking',
              custom_questions: [{ title: 'Why?', value: 'To learn' }],
              create_time: '2026-11-01T05:59:09Z',
            },
            { email: 'waiting@guest.example', status: 'pending' },
          ],
        }),
      ],
    });

    const { body } = await zoom.get<{ registrants: Record<string, unknown>[] }>(path);
    const { body: pending } = await zoom.get<{ registrants: object[] }>(path, { status: 'pending' });

    expect(body.registrants[0]).toEqual({
      id: '9tboDiHUQAeOnbmudzWa5g',
      email: 'Jill@Guest.example',
      first_name: 'Jill',
      last_name: '',
      address: '',
      city: '',
      country: '',
      zip: '',
      state: '',
      phone: '',
      industry: '',
      org: 'Cooking',
      job_title: '',
      purchasing_time_frame: '',
      role_in_purchase_process: '',
      no_of_employees: '',
      comments: '',
      custom_questions: [{ title: 'Why?', value: 'To learn' }],
      status: 'approved',
      create_time: '2026-11-01T05:59:09Z',
      join_url: expect.stringContaining(`/w/${webinarId}?tk=`) as unknown,
    });
    expect(pending.registrants[0]).not.toHaveProperty('join_url');
  });

  it('leaves host and panelists out', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ panelists: [{ email: 'expert@guest.example' }] })] });

    expect((await zoom.get(path)).body).toMatchObject({ total_records: 0, registrants: [] });
  });

  it('narrows to one source', async () => {
    const zoom = await connectZoom({
      webinars: [
        aWebinar({
          registrants: [
            { email: 'a@guest.example', standIn: { tracking_source_id: 'ad' } },
            { email: 'b@guest.example' },
          ],
        }),
      ],
    });

    expect(emailsOf(await readAll<Row>(zoom, path, 'registrants', { tracking_source_id: 'ad' }))).toEqual([
      'a@guest.example',
    ]);
    expect(await readAll(zoom, path, 'registrants', { tracking_source_id: 'none' })).toEqual([]);
  });

  it.each([2, 3] as const)(
    'narrows to one occurrence where each is registered for apart (registration_type %i)',
    async (type) => {
      const zoom = await connectZoom({
        webinars: [
          aSeries(type, [
            { email: 'first@guest.example', standIn: { occurrence_ids: [first] } },
            { email: 'both@guest.example' },
          ]),
        ],
      });
      const list = async (query = {}) => emailsOf(await readAll<Row>(zoom, path, 'registrants', query));

      expect(await list()).toEqual(['first@guest.example', 'both@guest.example']);
      expect(await list({ occurrence_id: first })).toEqual(['first@guest.example', 'both@guest.example']);
      expect(await list({ occurrence_id: second })).toEqual(['both@guest.example']);
    },
  );

  it('shows everybody for any occurrence where one registration covers all', async () => {
    const zoom = await connectZoom({ webinars: [aSeries(1, [{ email: 'all@guest.example' }])] });

    expect(emailsOf(await readAll<Row>(zoom, path, 'registrants', { occurrence_id: second }))).toEqual([
      'all@guest.example',
    ]);
    expect(await zoom.get(path, { occurrence_id: '1' })).toMatchObject(
      refusal(400, 300, /invalid occurrence ID: 1\.$/),
    );
  });

  it('refuses a webinar without registration, and an id that is no number', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ settings: { approval_type: 2 } })] });

    expect(await zoom.get(path)).toMatchObject(registrationOff);
    expect(await zoom.get('/webinars/gm8s9L/registrants')).toMatchObject(refusal(400, 300, 'Invalid webinar ID.'));
  });
});

describe('GET /webinars/{webinarId}/registrants/{registrantId}', () => {
  it('adds the language and the address to share', async () => {
    const zoom = await connectZoom({
      webinars: [aWebinar({ registrants: [{ id: 'r1', email: 'a@guest.example', language: 'de-DE' }] })],
    });

    expect((await zoom.get(`${path}/r1`)).body).toMatchObject({
      id: 'r1',
      status: 'approved',
      language: 'de-DE',
      share_url: expect.stringContaining('https://') as unknown,
    });
  });

  it('has no address to share on an account of before September 2026', async () => {
    const zoom = await connectZoom(
      { webinars: [aWebinar({ registrants: [{ id: 'r1', email: 'a@guest.example' }] })] },
      { sendRegistrationStatus: false },
    );

    expect((await zoom.get(`${path}/r1`)).body).not.toHaveProperty('share_url');
  });

  it('refuses somebody who is not there', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });

    expect(await zoom.get(`${path}/r9`)).toMatchObject(refusal(400, 3079, 'This registrant does not exist: r9.'));
  });

  it('refuses somebody who is not registered for that occurrence', async () => {
    const zoom = await connectZoom({
      webinars: [aSeries(2, [{ id: 'r1', email: 'a@guest.example', standIn: { occurrence_ids: [first] } }])],
    });

    expect((await zoom.get(`${path}/r1`, { occurrence_id: first })).status).toBe(200);
    expect((await zoom.get(`${path}/r1`, { occurrence_id: second })).body).toMatchObject({ code: 3079 });
  });
});

describe('GET /webinars/{webinarId}/registrants/questions', () => {
  it('shows what the form asks', async () => {
    const questions = {
      questions: [{ field_name: 'last_name', required: true }],
      custom_questions: [
        { title: 'How are you?', type: 'single_radio' as const, required: false, answers: ['Good', 'Bad'] },
      ],
    };
    const zoom = await connectZoom({ webinars: [aWebinar({ questions })] });

    expect((await zoom.get(`${path}/questions`)).body).toEqual(questions);
  });

  it('refuses a webinar without registration', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ settings: { approval_type: 2 } })] });

    expect(await zoom.get(`${path}/questions`)).toMatchObject(registrationOff);
  });
});
