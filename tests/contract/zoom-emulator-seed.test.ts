import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../emulators/core/random.ts';
import { createClock } from '../../emulators/core/clock.ts';
import type { ZoomSeed, ZoomWorld } from '../../emulators/zoom/index.ts';
import { zoomEmulator } from '../../emulators/zoom/index.ts';
import {
  anAccount,
  aPastWebinar,
  at,
  aWebinar,
  connectZoom,
  control,
  dayMs,
  hourMs,
  noon,
  people,
  readAll,
  startZoom,
  webinarId,
  type WebinarInput,
} from './zoom-emulator-kit.ts';

function makeWorld(seed: ZoomSeed, randomSeed = 1): ZoomWorld {
  const clock = createClock(noon);
  clock.freeze();
  const tools = {
    clock,
    random: createRandom(randomSeed),
    publicUrl: () => 'http://zoom.test',
    storageUrl: () => 'http://storage.test',
  };
  return zoomEmulator.createWorld(tools, seed);
}

const withWebinar = (webinar: WebinarInput): ZoomSeed => ({ accounts: [anAccount({ webinars: [webinar] })] });

describe('a seed', () => {
  it('may be empty: then nobody can sign in', async () => {
    const emulator = await startZoom({});

    expect(emulator.world().accountsById.size).toBe(0);
  });

  it('gives the same world each time, ids and links included, and another with another random', () => {
    const seed = withWebinar({
      host_email: 'new-host@brand.example',
      registrants: people(3),
      instances: [{ start_time: at(-dayMs) }],
    });
    const describeWorld = (randomSeed: number) =>
      JSON.stringify(zoomEmulator.describeState(makeWorld(seed, randomSeed)));

    expect(describeWorld(1)).toBe(describeWorld(1));
    expect(describeWorld(1)).not.toBe(describeWorld(2));
  });

  it('can be copied from the README', () => {
    const readme = readFileSync(new URL('../../emulators/zoom/README.md', import.meta.url), 'utf8');
    const example = /```jsonc\n([^`]*(?:`[^`]+`[^`]*)*?)```/.exec(readme)?.[1] ?? '';
    const withoutComments = example.replace(/^\s*\/\/.*$/gm, '').replace(/,(\s*[\]}])/g, '$1');

    const world = makeWorld(JSON.parse(withoutComments) as ZoomSeed);

    expect(world.webinarsById.get(webinarId)).toMatchObject({ type: 9, topic: 'Growing tomatoes' });
    expect(world.instancesByUuid.get('gm8s9L+PTEC+FG3sFbd1Cw==')?.participants).toHaveLength(3);
  });

  it('needs little: the rest is made up', async () => {
    const zoom = await connectZoom({
      users: [],
      webinars: [{ host_email: 'host@brand.example', registrants: people(1) }],
    });

    const { body } = await zoom.get<{ webinars: { id: number }[] }>('/users/host@brand.example/webinars');
    const id = body.webinars[0]?.id ?? 0;

    expect(String(id)).toMatch(/^\d{11}$/);
    expect((await zoom.get(`/webinars/${id}`)).body).toMatchObject({
      type: 5,
      topic: 'Webinar',
      start_time: at(7 * dayMs),
      settings: { approval_type: 0 },
    });
    expect((await zoom.get(`/webinars/${id}/registrants`)).body).toMatchObject({
      registrants: [{ id: expect.stringMatching(/^[\w-]{22}$/) as unknown, last_name: '', custom_questions: [] }],
    });
  });

  it("takes the vendor's own answers, and hands fields on that it does not know", async () => {
    const zoom = await connectZoom({
      webinars: [
        {
          uuid: 'm3WqMkvuRXyYqH+eKWhk9w==',
          id: webinarId,
          host_id: '30R7kT7bTIKSNUFEuH_Qlg',
          host_email: 'jchill@brand.example',
          topic: 'My webinar',
          type: 9,
          duration: 60,
          timezone: 'America/Los_Angeles',
          created_at: '2026-03-26T07:18:32Z',
          join_url: 'https://example.com/j/11111',
          registration_url: 'https://example.com/webinar/register/1',
          occurrences: [
            { duration: 60, occurrence_id: '1795456800000', start_time: '2026-11-23T18:00:00Z', status: 'available' },
          ],
          recurrence: { type: 2, repeat_interval: 1, weekly_days: '2', end_times: 1 },
          settings: {
            approval_type: 0,
            registration_type: 1,
            alternative_hosts: 'co@brand.example',
            practice_session: true,
          },
          tracking_fields: [{ field: 'team', value: 'North', visible: true }],
          capacity: 500,
        },
      ],
    });

    const { body } = await zoom.get(`/webinars/${webinarId}`);

    expect(body).toMatchObject({
      host_id: '30R7kT7bTIKSNUFEuH_Qlg',
      join_url: 'https://example.com/j/11111',
      recurrence: { weekly_days: '2' },
      settings: { alternative_hosts: 'co@brand.example', practice_session: true },
      tracking_fields: [{ field: 'team', value: 'North', visible: true }],
      capacity: 500,
    });
    expect((await zoom.get('/users/30R7kT7bTIKSNUFEuH_Qlg')).body).toMatchObject({ email: 'jchill@brand.example' });
  });

  it.each<[string, unknown, RegExp]>([
    ['a name that it does not know at the top', { acounts: [] }, /Unrecognized key: "acounts"/],
    ['an account without a secret', { accounts: [{ account_id: 'a', client_id: 'c' }] }, /client_secret/],
    ['a plan that does not exist', { accounts: [{ ...anAccount(), plan: 'gold' }] }, /accounts\[0\]\.plan/],
    [
      'a knob that does not exist',
      withWebinar({ standIn: { isPaid: true } } as WebinarInput),
      /Unrecognized key: "isPaid"/,
    ],
    ['a switch that does not exist', { switches: { fast: true } }, /Unrecognized key: "fast"/],
    ['a time that is none', withWebinar({ start_time: 'tomorrow' }), /start_time/],
    [
      'an account twice',
      { accounts: [anAccount(), anAccount({ client_id: 'c2' })] },
      /^Account account-1 is there twice\.$/,
    ],
    [
      'a client twice',
      { accounts: [anAccount(), anAccount({ account_id: 'a2' })] },
      /^Client client-1 is there twice\.$/,
    ],
    [
      'a user twice',
      { accounts: [anAccount({ users: [{ email: 'a@b.example' }, { email: 'A@b.example' }] })] },
      /is there twice/,
    ],
    [
      'a webinar twice',
      { accounts: [anAccount({ webinars: [aWebinar(), aWebinar()] })] },
      /^Webinar 97871060099 is there twice\.$/,
    ],
    [
      'a run twice',
      withWebinar(
        aPastWebinar({
          instances: [
            { uuid: 'u', start_time: at(0) },
            { uuid: 'u', start_time: at(0) },
          ],
        }),
      ),
      /^Instance u is there twice\.$/,
    ],
    [
      'a run that ends before it starts',
      withWebinar(aPastWebinar({ instances: [{ start_time: at(0), end_time: at(-1000) }] })),
      /ends before it starts/,
    ],
    [
      'a person registered twice',
      withWebinar(aWebinar({ registrants: [{ email: 'a@b.example' }, { email: 'A@b.example' }] })),
      /A@b\.example is registered twice/,
    ],
    ['a series without occurrences', withWebinar(aWebinar({ type: 9 })), /write its "occurrences"/],
    [
      'occurrences of something that is no series',
      withWebinar(aWebinar({ type: 5, occurrences: [{ start_time: at(0) }] })),
      /only type 9 has them/,
    ],
    [
      'an unknown occurrence',
      withWebinar(aWebinar({ registrants: [{ email: 'a@b.example', standIn: { occurrence_ids: ['7'] } }] })),
      /unknown occurrence "7"/,
    ],
    ['a host whom nobody knows', withWebinar({ host_id: 'nobody' }), /no user of the account has the id "nobody"/],
    ['a webinar without anybody to host it', { accounts: [anAccount({ users: [], webinars: [{}] })] }, /has no host/],
    [
      'a host with two identities',
      {
        accounts: [
          anAccount({
            users: [
              { id: 'a', email: 'a@b.example' },
              { id: 'b', email: 'b@b.example' },
            ],
            webinars: [{ host_id: 'a', host_email: 'b@b.example' }],
          }),
        ],
      },
      /two different users/,
    ],
  ])('that has %s is refused with a sentence', (_case, seed, message) => {
    expect(() => makeWorld(seed as ZoomSeed)).toThrow(message);
  });

  it('with a hundred thousand registrants is no burden', async () => {
    const path = `/webinars/${webinarId}/registrants`;
    const zoom = await connectZoom({ webinars: [aWebinar({ registrants: people(100_000) })] });
    const roster = zoom.emulator.world().webinarsById.get(webinarId)?.roster;

    const { body } = await zoom.get<{ total_records: number; registrants: { email: string }[] }>(path, {
      page_size: 300,
      page_number: 334,
    });
    await zoom.control('self-cancel', { webinar_id: webinarId, email: 'person50000@guest.example' });
    const shifted = await zoom.get<{ total_records: number; registrants: { email: string }[] }>(path, {
      page_size: 300,
      page_number: 334,
    });

    expect(body.total_records).toBe(100_000);
    expect(body.registrants.at(0)?.email).toBe('person99901@guest.example');
    expect(shifted.body.registrants.at(0)?.email).toBe('person99902@guest.example');
    expect(roster?.size()).toBe(99_999);
    // The list is kept, not made for the request.
    const everybody = { status: 'approved', occurrenceId: null, trackingSourceId: null } as const;
    expect(roster?.list(everybody)).toBe(roster?.list(everybody));
  });
});

describe('levers', () => {
  it('refuse what they do not understand, with a sentence', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });

    const answers = await Promise.all([
      zoom.control('self-cancel', { webinar_id: 1, email: 'a@b.example' }),
      zoom.control('self-cancel', { webinar_id: webinarId, email: 'a@b.example' }),
      zoom.control('self-cancel', { webinar: webinarId }),
      zoom.control('switches', { fast: true }),
      zoom.control('end-webinar', { webinar_id: webinarId }),
      zoom.control('change-account', { account_id: 'nowhere' }),
      zoom.control('add-participants', { uuid: 'nowhere', participants: [] }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    expect(answers.map(({ body }) => body['message'])).toEqual([
      'There is no webinar 1.',
      `Webinar ${webinarId} has no registrant "a@b.example".`,
      expect.stringContaining('webinar_id') as unknown,
      expect.stringContaining('"fast"') as unknown,
      expect.stringContaining('is not live and was not due yet') as unknown,
      'There is no account "nowhere".',
      'There is no instance "nowhere".',
    ]);
  });

  it('change one switch and leave the others', async () => {
    const emulator = await startZoom({ switches: { heavyPageRows: 3 } });

    await control(emulator, 'switches', { enforceRequiredQuestions: false });

    expect(emulator.world().switches).toMatchObject({
      heavyPageRows: 3,
      enforceRequiredQuestions: false,
      webinarIdExpiryDays: 30,
    });
  });

  it('let somebody register on the page, past the limits of the API', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ start_time: at(-hourMs) })] });

    const { body } = await zoom.control('add-registrant', {
      webinar_id: webinarId,
      registrant: { email: 'a@b.example' },
    });

    expect((await zoom.get(`/webinars/${webinarId}/registrants/${String(body['registrant_id'])}`)).body).toMatchObject({
      email: 'a@b.example',
      create_time: at(0),
    });
  });

  it('let the host change a registrant', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ registrants: [{ id: 'r1', email: 'a@b.example' }] })] });

    await zoom.control('change-registrant', {
      webinar_id: webinarId,
      email: 'a@b.example',
      status: 'denied',
      fields: { org: 'New' },
    });

    expect((await zoom.get(`/webinars/${webinarId}/registrants/r1`)).body).toMatchObject({
      status: 'denied',
      org: 'New',
    });
  });

  it('run and end webinars', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ start_time: at(-hourMs), duration: 30 })] });
    const path = `/past_webinars/${webinarId}/instances`;

    const added = await zoom.control('add-instance', {
      webinar_id: webinarId,
      instance: { start_time: at(-10_000), end_time: at(hourMs) },
    });
    const whileLive = (await zoom.get(path)).body['webinars'];
    const ended = await zoom.control('end-webinar', { webinar_id: webinarId, participants: [{ name: 'Ann' }] });
    const planned = await zoom.control('end-webinar', { webinar_id: webinarId });

    expect(whileLive).toEqual([]);
    expect(ended.body['uuid']).toBe(added.body['uuid']);
    expect((await zoom.get(path)).body['webinars']).toEqual([
      { uuid: added.body['uuid'], start_time: at(-10_000) },
      { uuid: planned.body['uuid'], start_time: at(-hourMs) },
    ]);
    const rows = await readAll(
      zoom,
      `/report/webinars/${encodeURIComponent(encodeURIComponent(String(ended.body['uuid'])))}/participants`,
      'participants',
    );
    expect(rows).toMatchObject([{ name: 'Hanna Host' }, { name: 'Ann' }]);
  });

  it('let the host plan, change and delete webinars', async () => {
    const zoom = await connectZoom();
    const webinar = aWebinar({
      settings: { approval_type: 0, auto_recording: 'cloud', registrants_restrict_number: 5 },
    });

    await zoom.control('add-webinar', { account_id: 'account-1', webinar });
    await zoom.control('change-webinar', {
      webinar_id: webinarId,
      change: { topic: 'Potatoes', start_time: at(2 * dayMs), settings: { approval_type: 1 } },
    });

    expect((await zoom.get(`/webinars/${webinarId}`)).body).toMatchObject({
      topic: 'Potatoes',
      start_time: at(2 * dayMs),
      duration: 60,
      settings: { approval_type: 1, auto_recording: 'cloud', registrants_restrict_number: 5 },
    });
  });

  it('move a whole series', async () => {
    const zoom = await connectZoom({ webinars: [aWebinar({ type: 9, occurrences: [{ start_time: at(dayMs) }] })] });

    await zoom.control('change-webinar', {
      webinar_id: webinarId,
      change: {
        duration: 30,
        occurrences: [{ start_time: at(3 * dayMs) }, { start_time: at(2 * dayMs), status: 'deleted' }],
      },
    });

    expect((await zoom.get(`/webinars/${webinarId}`)).body['occurrences']).toMatchObject([
      { start_time: at(2 * dayMs), duration: 30, status: 'deleted' },
      { start_time: at(3 * dayMs), status: 'available' },
    ]);
  });

  it('add users and change what an account may do', async () => {
    const zoom = await connectZoom();

    await zoom.control('add-user', { account_id: 'account-1', user: { email: 'new@brand.example' } });
    await zoom.control('change-account', { account_id: 'account-1', scopes: ['user:read:list_users:admin'] });

    expect((await zoom.get('/users')).body).toMatchObject({ total_records: 2 });
    expect((await zoom.get('/users/new@brand.example/webinars')).body).toMatchObject({ code: 4711 });
  });

  it('are all described in the README', () => {
    const readme = readFileSync(new URL('../../emulators/zoom/README.md', import.meta.url), 'utf8');

    expect(Object.keys(zoomEmulator.levers ?? {}).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('the state', () => {
  it('shows everything but secrets and tokens', async () => {
    const zoom = await connectZoom({ webinars: [aPastWebinar({ registrants: people(2) })] });
    const [token] = zoom.emulator.world().tokens.keys();

    const response = await fetch(`${zoom.emulator.url}/_control/state`);
    const text = await response.text();

    expect(JSON.parse(text)).toMatchObject({
      accounts: [
        {
          account_id: 'account-1',
          webinars: [{ id: webinarId, registrants: [{}, {}], instances: [{ participants: [{}] }] }],
        },
      ],
    });
    expect(text).not.toContain('secret-1');
    expect(text).not.toContain(String(token));
  });
});
