import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  nextWebhookAt,
  runDueWebhooks,
  runWebhooksUntil,
  webhookEvents,
  type WebhookEvent,
  type ZoomWorld,
} from '../../emulators/zoom/index.ts';
import { levers } from '../../emulators/zoom/levers.ts';
import { encryptToken, signEvent, toRawBody } from '../../emulators/zoom/webhooks/signature.ts';
import {
  NoConnection,
  type Deliver,
  type OutgoingAnswer,
  type OutgoingRequest,
} from '../../emulators/core/delivery.ts';
import {
  anAccount,
  at,
  aWebinar,
  connectZoom,
  dayMs,
  hourMs,
  minuteMs,
  noon,
  people,
  secondMs,
  webinarId,
  type AccountInput,
  type WebinarInput,
  type ZoomUnderTest,
} from './zoom-emulator-kit.ts';
import { hasWebhookSpec, judgeEvent } from './zoom-emulator-webhook-spec.ts';

const secretToken = '4fv1RkqGQUq5sWbEz6hA5A';
const url = 'https://147975758.hs-sites.com/hs/serverless/zoom-events?t=token';

interface EventBody {
  readonly event: WebhookEvent | 'endpoint.url_validation';
  readonly event_ts: number;
  readonly download_token?: string;
  readonly payload: {
    readonly account_id?: string;
    readonly plainToken?: string;
    readonly operator?: string;
    readonly operation?: string;
    readonly scope?: string;
    readonly old_object?: Readonly<Record<string, unknown>>;
    readonly object: Readonly<Record<string, unknown>> & {
      readonly id: string | number;
      readonly registrant?: Readonly<Record<string, unknown>>;
      readonly participant?: Readonly<Record<string, unknown>>;
      readonly recording_files?: readonly Readonly<Record<string, unknown>>[];
    };
  };
}

const bodyOf = ({ body }: OutgoingRequest) => JSON.parse(body) as EventBody;

interface Receiver {
  readonly requests: OutgoingRequest[];
  readonly deliver: Deliver;
  /** The events that came, without validations. */
  events(): EventBody[];
  names(): string[];
  /** What it answers to events from now on. */
  answer: OutgoingAnswer | 'broken';
  /** Whether it proves that it knows the secret. */
  provesItself: boolean;
}

/** A receiver that proves itself and takes every event; each event is also judged by the vendor's schema, if that is there. */
function openReceiver(): Receiver {
  const receiver: Receiver = {
    requests: [],
    answer: { status: 200, body: '' },
    provesItself: true,
    async deliver(request) {
      receiver.requests.push(request);
      const body = bodyOf(request);
      const { plainToken } = body.payload;
      if (plainToken !== undefined) {
        const encryptedToken = encryptToken(receiver.provesItself ? secretToken : 'another', plainToken);
        return Promise.resolve({ status: 200, body: JSON.stringify({ plainToken, encryptedToken }) });
      }
      expect(judgeEvent(body), "the vendor's schema agrees").toEqual([]);
      if (receiver.answer === 'broken') throw new NoConnection();
      return receiver.answer;
    },
    events: () => receiver.requests.map(bodyOf).filter(({ event }) => event !== 'endpoint.url_validation'),
    names: () => receiver.events().map(({ event }) => event),
  };
  return receiver;
}

interface Stage extends Receiver {
  readonly zoom: ZoomUnderTest;
  readonly world: ZoomWorld;
  run(): Promise<number>;
  runUntil(offsetMs: number): Promise<number>;
  /** Pulls a lever, which has to move. */
  pull(lever: string, body: unknown): Promise<Readonly<Record<string, unknown>>>;
}

async function open(
  webinars: readonly WebinarInput[] = [aWebinar()],
  account: Partial<AccountInput> = {},
  others: readonly AccountInput[] = [],
): Promise<Stage> {
  const receiver = openReceiver();
  const zoom = await connectZoom(
    { webinars: [...webinars], standIn: { webhooks: [{ url, secret_token: secretToken }] }, ...account },
    {},
    others,
  );
  const world = zoom.emulator.world();
  await runDueWebhooks(world, receiver.deliver);
  return Object.assign(receiver, {
    zoom,
    world,
    run: () => runDueWebhooks(world, receiver.deliver),
    runUntil: (offsetMs: number) => runWebhooksUntil(world, noon + offsetMs, receiver.deliver),
    pull: async (lever: string, body: unknown) => {
      const answer = await zoom.control(lever, body);
      expect(answer, lever).toMatchObject({ status: 200 });
      return answer.body;
    },
  });
}

const onWebinar = { webinar_id: webinarId };
const jill = { email: 'jill@guest.example', first_name: 'Jill', last_name: 'Chill' };

if (!hasWebhookSpec) {
  describe("the vendor's schemas of events", () => {
    it.skip('are not at ../shared/specs: no event of the stand-in was checked against them', () => {});
  });
}

describe.skipIf(!hasWebhookSpec)("the vendor's schemas of events", () => {
  const started = {
    event: 'webinar.started',
    event_ts: 1,
    payload: {
      account_id: 'a',
      object: {
        id: '1',
        uuid: 'u',
        host_id: 'h',
        host_email: 'h@b.example',
        topic: '',
        type: 5,
        start_time: at(0),
        timezone: 'UTC',
        duration: 1,
      },
    },
  };

  it('approve of a good event and object to others', () => {
    expect(judgeEvent(started)).toEqual([]);
    expect(
      judgeEvent({ ...started, payload: { ...started.payload, object: { ...started.payload.object, id: 1 } } }),
    ).not.toEqual([]);
    expect(judgeEvent({ ...started, event_ts: 'now' })).not.toEqual([]);
  });
});

describe('the signature of an event', () => {
  it('agrees with a request that somebody captured', () => {
    const raw =
      '{"payload":{"plainToken":"xys8n8PGS7mAU0m5-YJjRA"},"event_ts":1720705455858,"event":"endpoint.url_validation"}';

    expect(toRawBody(JSON.parse(raw))).toBe(raw);
    expect(signEvent(secretToken, '1720705455', raw)).toBe(
      'v0=93a1a675965ceb9c5a50c5dfb31f20e50f763be37a54ef74cd2d16a1a8e5c0d6',
    );
    expect(encryptToken(secretToken, 'xys8n8PGS7mAU0m5-YJjRA')).toBe(
      '2fffc6a967dde4f68024025a5bd991c5ae1e5313b4e6365be4883e3e81d479b3',
    );
  });

  it('is made over bytes in which characters beyond the basic plane are escaped in upper case, and others are not', () => {
    const raw = String.raw`{"event":"meeting.started","payload":{"account_id":"VjZoEArIT5y-HlWxkV-tVA","object":{"duration":60,"start_time":"2024-07-11T14:12:55Z","timezone":"America/New_York","topic":"Test \uD83D\uDE92\uD83D\uDE92 ? - ’ - – \uD83D\uDE97 HOLA","id":"85393847045","type":2,"uuid":"jUh5o3dKQIytvcsfTtKBlg==","host_id":"8lzIwvZTSOqjndWPbPqzuA"}},"event_ts":1720707175904}`;

    expect(toRawBody(JSON.parse(raw))).toBe(raw);
    expect(signEvent(secretToken, '1720707175', raw)).toBe(
      'v0=1a14e79349318fa1bead50ebbd3c185ae078e182d3bbd30ab8010fcb7f4357c7',
    );
  });

  it('comes with the seconds of the moment of sending', async () => {
    const stage = await open([aWebinar({ topic: 'Größe 🍅' })]);
    stage.zoom.emulator.clock.advance(1_999);
    await stage.pull('add-registrant', { ...onWebinar, registrant: jill });

    await stage.run();

    const request = stage.requests.at(-1);
    expect(request?.url).toBe(url);
    expect(request?.body).toContain(String.raw`"Größe \uD83C\uDF45"`);
    expect(request?.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-zm-request-timestamp': String(noon / secondMs + 1),
      'x-zm-signature': `v0=${createHmac('sha256', secretToken)
        .update(`v0:${noon / secondMs + 1}:${request?.body ?? ''}`)
        .digest('hex')}`,
      'x-zm-trackingid': expect.stringMatching(/^WEB_[0-9a-f]{32}$/) as unknown,
    });
    expect(stage.events()[0]?.event_ts).toBe(noon + 1_999);
  });
});

describe('a subscription', () => {
  it('hears nothing before its address has proved itself, and nothing of the past', async () => {
    const receiver = openReceiver();
    const past = {
      start_time: at(-2 * hourMs),
      end_time: at(-hourMs),
      participants: [{ user_email: '' }],
      recording: {},
    };
    const zoom = await connectZoom({ webinars: [aWebinar({ instances: [past] })] });
    const world = zoom.emulator.world();
    await zoom.control('subscribe', { account_id: 'account-1', url, secret_token: secretToken });
    await zoom.control('add-registrant', { ...onWebinar, registrant: jill });

    await runDueWebhooks(world, receiver.deliver);
    expect(receiver.requests.map(bodyOf)).toEqual([
      { event: 'endpoint.url_validation', event_ts: noon, payload: { plainToken: expect.any(String) as unknown } },
    ]);
    expect(receiver.requests[0]?.headers['x-zm-signature']).toMatch(/^v0=/);
    await zoom.control('add-registrant', { ...onWebinar, registrant: { ...jill, email: 'jack@guest.example' } });
    await runDueWebhooks(world, receiver.deliver);

    expect(receiver.names()).toEqual(['webinar.registration_created']);
  });

  it.each<[string, Deliver]>([
    ['the wrong proof', () => Promise.resolve({ status: 200, body: '{"plainToken":"x","encryptedToken":"y"}' })],
    ['no JSON', () => Promise.resolve({ status: 200, body: 'ok' })],
    ['another status', () => Promise.resolve({ status: 204, body: '' })],
    ['no answer', () => Promise.reject(new NoConnection())],
  ])('is refused by an address that gives %s, until it is saved again', async (_case, deliver) => {
    const zoom = await connectZoom({ webinars: [aWebinar()] });
    const world = zoom.emulator.world();
    const { body } = await zoom.control('subscribe', { account_id: 'account-1', url, secret_token: secretToken });
    const subscription = world.webhooks.subscriptions.get(String(body['id']));

    await runWebhooksUntil(world, noon + 30 * dayMs, deliver);
    expect(subscription).toMatchObject({ state: 'refused', failuresInARow: 1, validateAt: null });
    await zoom.control('save-subscription', { id: body['id'] });
    await runDueWebhooks(world, openReceiver().deliver);

    expect(subscription?.state).toBe('active');
  });

  it('is refused by an address that takes more than three seconds', async () => {
    const zoom = await connectZoom({});
    const world = zoom.emulator.world();
    await zoom.control('subscribe', { account_id: 'account-1', url, secret_token: secretToken });
    const { deliver } = openReceiver();

    await runDueWebhooks(world, async (request) => ({ ...(await deliver(request)), durationMs: 3_001 }));

    expect([...world.webhooks.subscriptions.values()]).toMatchObject([{ state: 'refused' }]);
  });

  it('proves itself every 72 hours, and is switched off after six failures in a row', async () => {
    const stage = await open();
    const [subscription] = stage.world.webhooks.subscriptions.values();

    await stage.runUntil(3 * dayMs);
    expect(stage.requests).toHaveLength(2);
    stage.provesItself = false;
    await stage.runUntil(5 * 3 * dayMs + 3 * dayMs);
    expect(subscription).toMatchObject({ state: 'active', failuresInARow: 5 });
    await stage.runUntil(7 * 3 * dayMs);
    expect(subscription).toMatchObject({ state: 'disabled', failuresInARow: 6, validateAt: null });
    await stage.pull('add-registrant', { ...onWebinar, registrant: jill });
    await stage.run();

    expect(stage.events()).toEqual([]);
  });

  it('forgets failures once it has proved itself', async () => {
    const stage = await open();
    const [subscription] = stage.world.webhooks.subscriptions.values();
    stage.provesItself = false;
    await stage.runUntil(15 * dayMs);
    stage.provesItself = true;
    await stage.runUntil(18 * dayMs);

    expect(subscription).toMatchObject({ state: 'active', failuresInARow: 0 });
  });

  it('hears its own account, and the events it asked for', async () => {
    const other = anAccount({
      account_id: 'account-2',
      client_id: 'client-2',
      client_secret: 'secret-2',
      users: [{ email: 'host@two.example' }],
      webinars: [aWebinar({ id: 2, host_email: 'host@two.example' })],
      standIn: { webhooks: [{ url, secret_token: secretToken, events: ['webinar.deleted'] }] },
    });
    const stage = await open([aWebinar()], {}, [other]);
    await stage.pull('add-registrant', { ...onWebinar, registrant: jill });
    await stage.pull('add-registrant', { webinar_id: 2, registrant: jill });
    await stage.pull('delete-webinar', { webinar_id: 2 });

    await stage.run();

    expect(stage.events().map(({ event, payload }) => [event, payload.account_id])).toEqual([
      ['webinar.registration_created', 'account-1'],
      ['webinar.deleted', 'account-2'],
    ]);
  });
});

describe('what happens to registrations', () => {
  it('is told, whoever does it', async () => {
    const stage = await open([
      aWebinar({ settings: { approval_type: 1 }, tracking_sources: [{ id: 'ad', source_name: 'Ad' }] }),
    ]);
    const path = `/webinars/${webinarId}/registrants`;
    const added = await stage.zoom.post(path, { ...jill, source_id: 'ad' });
    const registrants = [{ id: String(added.body['registrant_id']) }];
    await stage.zoom.put(`${path}/status`, { action: 'approve', registrants });
    await stage.zoom.put(`${path}/status`, { action: 'approve', registrants });
    await stage.zoom.put(`${path}/status`, { action: 'cancel', registrants });
    await stage.pull('change-registrant', { ...onWebinar, email: jill.email, status: 'approved' });
    await stage.zoom.put(`${path}/status`, { action: 'deny', registrants });
    await stage.pull('add-registrant', { ...onWebinar, registrant: { ...jill, email: 'jack@guest.example' } });
    await stage.pull('host-cancel', { ...onWebinar, email: 'jack@guest.example' });
    await stage.pull('self-cancel', { ...onWebinar, email: 'jack@guest.example' });
    await stage.zoom.delete(`${path}/${String(added.body['registrant_id'])}`);

    await stage.run();

    expect(
      stage
        .events()
        .map(({ event, payload }) => [
          event.replace('webinar.registration_', ''),
          payload.object.registrant?.['email'],
          payload.object.registrant?.['status'],
          'join_url' in (payload.object.registrant ?? {}),
          payload.operator,
        ]),
    ).toEqual([
      ['created', jill.email, 'pending', true, undefined],
      ['approved', jill.email, undefined, true, 'host@brand.example'],
      ['cancelled', jill.email, undefined, false, 'host@brand.example'],
      ['approved', jill.email, undefined, true, 'host@brand.example'],
      ['denied', jill.email, undefined, false, 'host@brand.example'],
      ['created', 'jack@guest.example', 'approved', true, undefined],
      ['cancelled', 'jack@guest.example', undefined, false, 'host@brand.example'],
      ['cancelled', 'jack@guest.example', undefined, false, 'jack@guest.example'],
      ['cancelled', jill.email, undefined, false, 'host@brand.example'],
    ]);
    expect(stage.events()[0]?.payload.object).toMatchObject({
      id: webinarId,
      registrant: { tracking_source: { id: 'ad', source_name: 'Ad' } },
    });
  });

  it('names the occurrences', async () => {
    const occurrences = [at(dayMs), at(2 * dayMs)].map((start_time) => ({ start_time }));
    const stage = await open([
      aWebinar({ type: 9, settings: { approval_type: 0, registration_type: 3 }, occurrences }),
    ]);
    const [first, second] = [at(dayMs), at(2 * dayMs)].map((time) => String(Date.parse(time)));
    const path = `/webinars/${webinarId}/registrants`;
    await stage.zoom.post(path, jill, { occurrence_ids: first ?? '' });
    await stage.zoom.post(path, jill, { occurrence_ids: first ?? '' });
    await stage.zoom.post(path, jill, { occurrence_ids: second ?? '' });
    await stage.pull('self-cancel', { ...onWebinar, email: jill.email, occurrence_id: first });

    await stage.run();

    expect(stage.events().map(({ event, payload }) => [event, payload.object['occurrences']])).toEqual([
      ['webinar.registration_created', [{ occurrence_id: first, start_time: at(dayMs) }]],
      ['webinar.registration_created', [{ occurrence_id: second, start_time: at(2 * dayMs) }]],
      ['webinar.registration_cancelled', [{ occurrence_id: first, start_time: at(dayMs) }]],
    ]);
  });
});

describe('what happens to webinars', () => {
  it('is told, of changes only what has changed', async () => {
    const stage = await open([]);
    const webinar = aWebinar({ type: 9, occurrences: [{ start_time: at(dayMs) }, { start_time: at(2 * dayMs) }] });
    await stage.pull('add-webinar', { account_id: 'account-1', webinar });
    await stage.pull('change-webinar', { ...onWebinar, change: { topic: 'Peeling', settings: { approval_type: 2 } } });
    await stage.pull('change-webinar', { ...onWebinar, change: { topic: 'Peeling' } });
    const [first, second] = [at(dayMs), at(2 * dayMs)].map((time) => String(Date.parse(time)));
    await stage.pull('change-occurrence', { ...onWebinar, occurrence_id: first, change: { duration: 30 } });
    await stage.pull('change-occurrence', { ...onWebinar, occurrence_id: second, change: { status: 'deleted' } });
    await stage.pull('delete-webinar', onWebinar);
    await stage.pull('delete-webinar', onWebinar);

    await stage.run();

    const [created, updated, moved, deletedOne, deleted, ...more] = stage.events();
    expect(more).toEqual([]);
    expect(created).toMatchObject({
      event: 'webinar.created',
      payload: {
        operation: 'all',
        operator: 'host@brand.example',
        object: { id: webinarId, creation_source: 'web_portal' },
      },
    });
    expect(updated?.payload).toEqual({
      account_id: 'account-1',
      operator: 'host@brand.example',
      operator_id: 'host-1',
      scope: 'all',
      object: { id: webinarId, topic: 'Peeling', settings: { approval_type: 2 } },
      old_object: {
        id: webinarId,
        topic: 'Growing tomatoes',
        registration_url: expect.stringContaining('/webinar/register/') as unknown,
        settings: { approval_type: 0 },
      },
      time_stamp: noon,
    });
    expect(moved).toMatchObject({
      event: 'webinar.updated',
      payload: { scope: 'single', object: { occurrences: [{ duration: 30 }, { duration: 60 }] } },
    });
    expect(deletedOne).toMatchObject({
      event: 'webinar.deleted',
      payload: { operation: 'single', object: { occurrences: [{ occurrence_id: second }] } },
    });
    expect(deleted).toMatchObject({ event: 'webinar.deleted', payload: { operation: 'all' } });
  });

  it('is told when the host of a webinar leaves', async () => {
    const stage = await open();
    await stage.pull('delete-user', { account_id: 'account-1', user: 'host-1' });

    await stage.run();

    expect(stage.names()).toEqual(['webinar.deleted']);
  });
});

describe('a webinar that a person plays', () => {
  const play = async (stage: Stage) => {
    const { clock } = stage.zoom.emulator;
    const started = await stage.pull('start-webinar', onWebinar);
    clock.advance(minuteMs);
    const first = await stage.pull('join', { ...onWebinar, participant: { name: 'Jill', user_email: jill.email } });
    await stage.pull('join', { ...onWebinar, participant: { name: 'A guest', user_email: '' } });
    await stage.run();
    clock.advance(10 * minuteMs);
    await stage.pull('leave', { ...onWebinar, user_id: first['user_id'] });
    clock.advance(5 * minuteMs);
    await stage.pull('join', { ...onWebinar, participant: { name: 'Jill', user_email: jill.email } });
    clock.advance(15 * minuteMs);
    await stage.pull('end-webinar', onWebinar);
    await stage.run();
    return String(started['uuid']);
  };

  it('tells of the start, every join and leave, and the end, in their order, numbers as texts', async () => {
    const stage = await open([aWebinar({ registrants: [{ id: 'r-jill', ...jill }] })]);

    const uuid = await play(stage);

    expect(
      stage
        .events()
        .map(({ event, event_ts, payload }) => [
          event.replace('webinar.', ''),
          (event_ts - noon) / minuteMs,
          payload.object.participant?.['email'],
          payload.object.participant?.['registrant_id'],
        ]),
    ).toEqual([
      ['started', 0, undefined, undefined],
      ['participant_joined', 0, 'host@brand.example', undefined],
      ['participant_joined', 1, jill.email, 'r-jill'],
      ['participant_joined', 1, '', undefined],
      ['participant_left', 11, jill.email, 'r-jill'],
      ['participant_joined', 16, jill.email, 'r-jill'],
      ['participant_left', 31, 'host@brand.example', undefined],
      ['participant_left', 31, '', undefined],
      ['participant_left', 31, jill.email, 'r-jill'],
      ['ended', 31, undefined, undefined],
    ]);
    expect(new Set(stage.events().map(({ payload }) => payload.object.id))).toEqual(new Set([String(webinarId)]));
    expect(stage.events().at(-1)?.payload.object).toMatchObject({
      uuid,
      end_time: at(31 * minuteMs),
      practice_session: false,
    });
    expect(stage.events().at(-2)?.payload.object.participant).toMatchObject({
      leave_reason: expect.stringContaining('Host ended') as unknown,
    });
  });

  it('is in the report afterwards as it was played', async () => {
    const stage = await open([aWebinar({ registrants: [{ id: 'r-jill', ...jill }] })]);

    const uuid = await play(stage);

    const { body } = await stage.zoom.get<{ participants: Record<string, unknown>[] }>(
      `/report/webinars/${encodeURIComponent(encodeURIComponent(uuid))}/participants`,
      { include_fields: 'registrant_id' },
    );
    expect(
      body.participants.map(({ name, join_time, leave_time, duration, registrant_id }) => [
        name,
        join_time,
        leave_time,
        duration,
        registrant_id,
      ]),
    ).toEqual([
      ['Hanna Host', at(0), at(31 * minuteMs), 31 * 60, ''],
      ['Jill', at(minuteMs), at(11 * minuteMs), 600, 'r-jill'],
      ['A guest', at(minuteMs), at(31 * minuteMs), 30 * 60, ''],
      ['Jill', at(16 * minuteMs), at(31 * minuteMs), 15 * 60, 'r-jill'],
    ]);
  });

  it('may be a practice session, and is over after thirty hours at the latest', async () => {
    const stage = await open();
    await stage.pull('start-webinar', { ...onWebinar, practice_session: true });

    await stage.runUntil(31 * hourMs);

    expect(stage.names()).toEqual([
      'webinar.started',
      'webinar.participant_joined',
      'webinar.participant_left',
      'webinar.ended',
    ]);
    expect(stage.events().at(-1)?.payload.object).toMatchObject({ practice_session: true, end_time: at(30 * hourMs) });
  });

  it.each<[string, string, object, RegExp]>([
    ['starts', 'start-webinar', onWebinar, /live already/],
    ['leaves who is not inside', 'leave', { ...onWebinar, email: 'nobody@guest.example' }, /Nobody like that/],
  ])('refuses when somebody %s', async (_case, lever, body, message) => {
    const stage = await open();
    await stage.pull('start-webinar', onWebinar);

    expect((await stage.zoom.control(lever, body)).body['message']).toMatch(message);
  });

  it('lets nobody in before it starts', async () => {
    const stage = await open();

    const { status, body } = await stage.zoom.control('join', { ...onWebinar, participant: { name: 'Early' } });

    expect([status, body['message']]).toEqual([400, `Webinar ${webinarId} is not live.`]);
  });

  it('tells nothing of rows that only the report brings late', async () => {
    const stage = await open();
    const { uuid } = await stage.pull('start-webinar', onWebinar);
    await stage.pull('end-webinar', onWebinar);
    await stage.pull('add-participants', { uuid, participants: [{ name: 'Late row' }] });

    await stage.run();

    expect(stage.events().map(({ payload }) => payload.object.participant?.['user_name'])).not.toContain('Late row');
  });
});

describe('what is planned', () => {
  const run = {
    uuid: '/run//1==',
    start_time: at(hourMs),
    end_time: at(2 * hourMs),
    participants: people(1).map(({ email }) => ({ user_email: email })),
  };

  it('is told when the clock gets there, recording and transcript one after the other', async () => {
    const stage = await open([
      aWebinar({
        instances: [
          {
            ...run,
            recording: { password: 'pw', standIn: { processingMs: 20 * minuteMs } },
            transcript: { source: 'recording', availableAfterMs: 50 * minuteMs },
          },
        ],
      }),
    ]);

    expect(nextWebhookAt(stage.world)).toBe(noon + hourMs);
    await stage.runUntil(dayMs);

    expect(stage.events().map(({ event, event_ts }) => [event, (event_ts - noon) / minuteMs])).toEqual([
      ['webinar.started', 60],
      ['webinar.participant_joined', 60],
      ['webinar.participant_joined', 60],
      ['webinar.participant_left', 120],
      ['webinar.participant_left', 120],
      ['webinar.ended', 120],
      ['recording.completed', 140],
      ['recording.transcript_completed', 170],
    ]);
    const [recorded, transcribed] = stage.events().slice(-2);
    expect(recorded?.payload.object.recording_files?.map((file) => file['file_type'])).toEqual(['MP4', 'M4A']);
    expect(transcribed?.payload.object.recording_files?.map((file) => file['file_type'])).toEqual(['TRANSCRIPT']);
    expect(typeof recorded?.payload.object.id).toBe('number');
  });

  it('has links in it that open with the token of the event only', async () => {
    const stage = await open([aWebinar({ instances: [{ ...run, recording: {} }] })]);
    await stage.runUntil(3 * hourMs);
    const event = stage.events().find((each) => each.event === 'recording.completed');
    const link = String(event?.payload.object.recording_files?.[0]?.['download_url']);
    const fetchWith = async (token: string) =>
      (await fetch(link, { redirect: 'manual', headers: { authorization: `Bearer ${token}` } })).status;
    const [accessToken] = stage.world.tokens.keys();

    expect(link).toContain('/rec/webhook_download/');
    expect(await fetchWith(event?.download_token ?? '')).toBe(302);
    // A refusal is a page with status 200.
    expect(await fetchWith(accessToken ?? '')).toBe(200);
    stage.zoom.emulator.clock.advance(dayMs);
    expect(await fetchWith(event?.download_token ?? '')).toBe(200);
  });

  it('is told of recordings that move to the trash, back, and away for good', async () => {
    const stage = await open([aWebinar({ instances: [{ ...run, start_time: at(-hourMs), end_time: at(-minuteMs) }] })]);
    const uuid = run.uuid;
    await stage.pull('add-recording', { uuid, recording: {} });
    await stage.run();
    for (const lever of [
      'trash-recording',
      'trash-recording',
      'recover-recording',
      'trash-recording',
      'delete-recording',
    ]) {
      await stage.pull(lever, { uuid });
    }

    await stage.run();

    expect(stage.names()).toEqual([
      'recording.completed',
      'recording.trashed',
      'recording.recovered',
      'recording.trashed',
      'recording.deleted',
    ]);
    expect(stage.events().map(({ payload }) => payload.object.recording_files?.length)).toEqual([2, 2, 2, 2, 2]);
  });
});

describe('the way of an event', () => {
  const cancelled = async (stage: Stage) => {
    await stage.pull('add-registrant', { ...onWebinar, registrant: jill });
    await stage.run();
    return stage.world.webhooks.deliveries[0];
  };

  it.each<[string, OutgoingAnswer | 'broken', string]>([
    ['5xx', { status: 503, body: '' }, 'answered'],
    ['a broken connection', 'broken', 'broken'],
    ['more than three seconds', { status: 200, body: '', durationMs: 3_001 }, 'timeout'],
  ])('is tried again 5, 20 and 60 minutes later after %s, and then no more', async (_case, answer, outcome) => {
    const stage = await open();
    stage.answer = answer;
    const delivery = await cancelled(stage);

    await stage.runUntil(2 * dayMs);

    expect(delivery?.attempts.map((attempt) => [(attempt.at - noon) / minuteMs, attempt.outcome])).toEqual(
      [0, 5, 25, 85].map((minutes) => [minutes, outcome]),
    );
    expect(delivery?.state).toBe('dropped');
    const sent = stage.requests.slice(-4);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(new Set(sent.map(({ headers }) => headers['x-zm-trackingid'])).size).toBe(4);
    expect(sent.map(({ headers }) => Number(headers['x-zm-request-timestamp']) - noon / secondMs)).toEqual(
      [0, 5, 25, 85].map((minutes) => minutes * 60),
    );
  });

  it('may lead to retries that are signed as before', async () => {
    const stage = await open();
    await stage.pull('webhook-weather', { signsRetriesAnew: false });
    stage.answer = 'broken';
    await cancelled(stage);

    await stage.runUntil(hourMs);

    expect(new Set(stage.requests.slice(1).map(({ headers }) => headers['x-zm-signature'])).size).toBe(1);
  });

  it.each([301, 400, 401, 404, 429, 201])('ends for good at status %s', async (status) => {
    const stage = await open();
    stage.answer = { status, body: '' };
    const delivery = await cancelled(stage);

    await stage.runUntil(2 * hourMs);

    expect(delivery).toMatchObject({ state: 'refused', attempts: [{ status }] });
  });

  it('ends well at 204, also at the second try', async () => {
    const stage = await open();
    stage.answer = { status: 500, body: '' };
    const delivery = await cancelled(stage);
    stage.answer = { status: 204, body: '' };

    await stage.runUntil(2 * hourMs);

    expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ status: 500 }, { status: 204 }] });
  });

  it('ends nowhere during an outage that lasts longer than the retries', async () => {
    const stage = await open();
    await stage.pull('webhook-weather', { outageUntil: noon + hourMs });
    const first = await cancelled(stage);
    await stage.runUntil(2 * hourMs);
    expect(first?.attempts.map(({ outcome }) => outcome)).toEqual(['broken', 'broken', 'broken', 'answered']);

    await stage.pull('webhook-weather', { outageUntil: noon + 10 * hourMs });
    await stage.pull('self-cancel', { ...onWebinar, email: jill.email });
    await stage.runUntil(11 * hourMs);

    expect(stage.world.webhooks.deliveries.at(-1)).toMatchObject({ state: 'dropped' });
    expect(stage.names()).toEqual(['webinar.registration_created']);
  });

  it('loses, doubles, delays and re-orders shares of the events, the same ones every time', async () => {
    const runOnce = async (seed: number) => {
      const stage = await open();
      await stage.pull('webhook-weather', {
        randomSeed: seed,
        lose: 0.3,
        double: 0.2,
        delay: { share: 0.1, upToMs: hourMs },
        reorder: 0.5,
      });
      for (const registrant of people(500)) levers['add-registrant']?.(stage.world, { ...onWebinar, registrant });
      await stage.run();
      const onTime = stage.events().length;
      await stage.runUntil(2 * hourMs);
      return { onTime, came: stage.events().map(({ payload }) => String(payload.object.registrant?.['email'])) };
    };

    const { onTime, came } = await runOnce(1);

    const different = new Set(came).size;
    expect(different).toBeGreaterThan(310);
    expect(different).toBeLessThan(390);
    expect(came.length - different).toBeGreaterThan(40);
    expect(came.length - different).toBeLessThan(110);
    expect(came.length - onTime).toBeGreaterThan(15);
    expect(came.length - onTime).toBeLessThan(80);
    const numbers = came.slice(0, onTime).map((email) => Number(/\d+/.exec(email)?.[0]));
    expect(numbers.filter((number, index) => number < (numbers[index - 1] ?? 0)).length).toBeGreaterThan(50);
    expect(await runOnce(1)).toEqual({ onTime, came });
    expect((await runOnce(2)).came).not.toEqual(came);
  });

  it('is shown without secrets, bodies and queries of addresses', async () => {
    const stage = await open();
    await cancelled(stage);

    const state = await (await fetch(`${stage.zoom.emulator.url}/_control/state`)).text();
    const { subscriptions, webhookDeliveries } = JSON.parse(state) as Record<string, object[]>;

    expect(subscriptions).toMatchObject([{ state: 'active', url: url.split('?')[0] }]);
    expect(webhookDeliveries).toMatchObject([{ event: 'webinar.registration_created', state: 'delivered' }]);
    expect(state).not.toContain(secretToken);
    expect(JSON.stringify(subscriptions)).not.toContain('token');
  });

  it('leads over HTTP to this machine when a person pulls the lever', async () => {
    const stage = await open();
    await stage.pull('add-registrant', { ...onWebinar, registrant: jill });

    // The stand-in itself answers 400 there, which ends the matter.
    const shown = await stage.pull('run-webhooks', { origin: stage.zoom.emulator.url });

    expect(shown).toMatchObject({ tries: 1, webhookDeliveries: [{ state: 'refused', attempts: [{ status: 400 }] }] });
    await stage.pull('unsubscribe', { id: 'subscription-1' });
    expect(stage.world.webhooks.subscriptions.size).toBe(0);
  });
});

it('the stand-in tells of everything that can be subscribed to', async () => {
  const stage = await open([aWebinar({ settings: { approval_type: 1 } })]);
  await stage.pull('add-webinar', { account_id: 'account-1', webinar: aWebinar({ id: 3 }) });
  await stage.pull('change-webinar', { webinar_id: 3, change: { topic: 'Another' } });
  await stage.pull('delete-webinar', { webinar_id: 3 });
  await stage.pull('add-registrant', { ...onWebinar, registrant: { ...jill, status: 'pending' } });
  for (const status of ['approved', 'denied'])
    await stage.pull('change-registrant', { ...onWebinar, email: jill.email, status });
  await stage.pull('host-cancel', { ...onWebinar, email: jill.email });
  const { uuid } = await stage.pull('start-webinar', onWebinar);
  stage.zoom.emulator.clock.advance(minuteMs);
  await stage.pull('end-webinar', onWebinar);
  await stage.pull('add-recording', { uuid, recording: {} });
  await stage.pull('add-transcript', { uuid });
  await stage.run();
  for (const lever of ['trash-recording', 'recover-recording', 'delete-recording']) await stage.pull(lever, { uuid });
  await stage.run();

  expect(new Set(stage.names())).toEqual(new Set(webhookEvents));
});
