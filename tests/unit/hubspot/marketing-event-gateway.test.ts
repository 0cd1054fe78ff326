import { describe, expect, it } from 'vitest';
import { createMarketingEventGateway } from '../../../src/app/app.functions/hubspot/marketing-event-gateway.ts';
import { aProblem, createFakeHubSpot, failureOf, noon, type Reply } from './fake-hubspot.ts';

const hourMs = 3_600_000;
const externalAccountId = 'zoom/account';

const gatewayOf = (reply: (callNumber: number, inputCount: number) => Reply) => {
  const { api, sent } = createFakeHubSpot((request, callNumber) => {
    const { inputs } = (request.json ?? {}) as { readonly inputs?: readonly unknown[] };
    return reply(callNumber, inputs?.length ?? 0);
  });
  return { gateway: createMarketingEventGateway(api, { externalAccountId }), sent };
};

const recorded = (more: object = {}): Reply => ({ status: 200, json: { status: 'COMPLETE', results: [], ...more } });

const anEvent = {
  externalEventId: 'webinar/1',
  name: 'Growing tomatoes',
  organiser: 'Hanna Host',
  description: 'Red ones',
  url: 'https://zoom.test/w/1',
  startsAt: noon,
  endsAt: noon + hourMs,
  isCompleted: false,
};
const anEntry = (contactId: string) => ({ contactId, interactionAt: noon });
const anAttendance = (contactId: string) => ({ ...anEntry(contactId), joinedAt: noon, leftAt: noon + hourMs });

describe('the event', () => {
  it('is put as a whole under its external id', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { eventName: 'Growing tomatoes', id: '1' } }));

    await gateway.upsert(anEvent);

    expect(sent[0]).toMatchObject({
      method: 'PUT',
      target: '/marketing/v3/marketing-events/events/webinar%2F1',
      isIdempotent: true,
    });
    expect(sent[0]?.json).toEqual({
      externalAccountId,
      externalEventId: 'webinar/1',
      eventName: 'Growing tomatoes',
      eventOrganizer: 'Hanna Host',
      eventType: 'WEBINAR',
      eventDescription: 'Red ones',
      eventUrl: 'https://zoom.test/w/1',
      startDateTime: '2026-11-20T12:00:00.000Z',
      endDateTime: '2026-11-20T13:00:00.000Z',
      eventCancelled: false,
      eventCompleted: false,
      customProperties: [],
    });
  });

  it('has no URL when there is none', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { eventName: 'Growing tomatoes' } }));

    await gateway.upsert({ ...anEvent, url: null, isCompleted: true });

    expect(sent[0]?.json).not.toHaveProperty('eventUrl');
    expect(sent[0]?.json).toMatchObject({ eventCompleted: true });
  });

  it('is completed with both dates', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { eventName: 'Growing tomatoes' } }));

    await gateway.complete('webinar/1', noon, noon + hourMs);

    expect(sent[0]).toMatchObject({
      method: 'POST',
      target: '/marketing/v3/marketing-events/events/webinar%2F1/complete?externalAccountId=zoom%2Faccount',
      json: { startDateTime: '2026-11-20T12:00:00.000Z', endDateTime: '2026-11-20T13:00:00.000Z' },
    });
  });

  it('is not taken as stored when the answer is something else', async () => {
    const { gateway } = gatewayOf(() => ({ status: 200, json: {} }));

    expect(await failureOf(gateway.upsert(anEvent))).toMatchObject({ kind: 'unexpected-shape' });
  });
});

describe('attendance', () => {
  it('goes by contact id, with the state in the path and the account in the query', async () => {
    const { gateway, sent } = gatewayOf(() => recorded());

    const { refusals } = await gateway.record('webinar/1', 'register', [anEntry('101')]);

    expect(sent[0]).toMatchObject({
      method: 'POST',
      target: '/marketing/v3/marketing-events/attendance/webinar%2F1/register/create?externalAccountId=zoom%2Faccount',
      isIdempotent: true,
    });
    expect(sent[0]?.json).toEqual({ inputs: [{ vid: 101, interactionDateTime: noon, properties: {} }] });
    expect(refusals).toEqual([]);
  });

  it('says when people joined and left, and only for attendance', async () => {
    const { gateway, sent } = gatewayOf(() => recorded());

    await gateway.record('1', 'attend', [anAttendance('101')]);
    await gateway.record('1', 'cancel', [anAttendance('101')]);

    expect(sent.map(({ json }) => json)).toEqual([
      {
        inputs: [
          {
            vid: 101,
            interactionDateTime: noon,
            properties: { joinedAt: '2026-11-20T12:00:00.000Z', leftAt: '2026-11-20T13:00:00.000Z' },
          },
        ],
      },
      { inputs: [{ vid: 101, interactionDateTime: noon, properties: {} }] },
    ]);
  });

  it('returns what HubSpot refuses inside a 200, with the contacts that it names', async () => {
    const errors = [
      aProblem({ message: 'joinedAt param must be earlier than leftAt', context: { vid: ['102'] } }),
      aProblem({ message: 'Contact 103 was not found, try 999', context: {} }),
    ];
    const { gateway, sent } = gatewayOf(() => recorded({ numErrors: 2, errors }));

    const { refusals } = await gateway.record('1', 'register', ['101', '102', '103'].map(anEntry));

    expect(refusals).toEqual([
      { contactIds: ['102'], problem: 'joinedAt param must be earlier than leftAt' },
      { contactIds: ['103'], problem: 'Contact 103 was not found, try 999' },
    ]);
    expect(sent).toHaveLength(1);
  });

  it.each([
    [
      'an error that names nobody',
      { numErrors: 1, errors: [aProblem({ message: 'Somebody is wrong' })] },
      'Somebody is wrong',
    ],
    ['a count of errors without the errors', { numErrors: 1 }, 'refused, no reason given'],
  ])('finds out who is meant by %s', async (_name, answer, problem) => {
    const { api, sent } = createFakeHubSpot((request) => {
      const { inputs } = request.json as { readonly inputs: readonly { readonly vid: number }[] };
      return inputs.some(({ vid }) => vid === 103) ? recorded(answer) : recorded();
    });
    const gateway = createMarketingEventGateway(api, { externalAccountId });

    const { refusals } = await gateway.record('1', 'register', ['101', '102', '103', '104'].map(anEntry));

    expect(refusals).toEqual([{ contactIds: ['103'], problem }]);
    expect(sent).toHaveLength(5);
  });

  it('does not send an attendance without usable times, which HubSpot would accept and drop', async () => {
    const { gateway, sent } = gatewayOf(() => recorded());
    const { leftAt: _leftAt, ...unended } = anAttendance('102');

    const { refusals } = await gateway.record('1', 'attend', [
      anAttendance('101'),
      unended,
      { ...anAttendance('103'), leftAt: noon },
    ]);

    expect(sent[0]?.json).toMatchObject({ inputs: [{ vid: 101 }] });
    expect(refusals.flatMap(({ contactIds }) => contactIds)).toEqual(['102', '103']);
  });

  it('sends nothing when there is nothing to send', async () => {
    const { gateway, sent } = gatewayOf(() => recorded());

    await gateway.record('1', 'register', []);
    await gateway.record('1', 'attend', [anEntry('101')]);

    expect(sent).toEqual([]);
  });

  it('halves a request that is refused as a whole', async () => {
    const { gateway } = gatewayOf((callNumber) =>
      callNumber === 1 || callNumber === 2 ? { status: 400, json: aProblem({ message: 'Bad row' }) } : recorded(),
    );

    expect(await gateway.record('1', 'register', ['101', '102'].map(anEntry))).toEqual({
      refusals: [{ contactIds: ['101'], problem: 'Bad row' }],
    });
  });

  it('ends with not-found when the event does not exist', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 404, json: aProblem({ category: 'OBJECT_NOT_FOUND' }) }));

    expect(await failureOf(gateway.record('1', 'register', ['101', '102'].map(anEntry)))).toMatchObject({
      kind: 'not-found',
    });
    expect(sent).toHaveLength(1);
  });

  it('refuses more than a hundred entries and contact ids that are no numbers', async () => {
    const { gateway, sent } = gatewayOf(() => recorded());
    const many = Array.from({ length: 101 }, (_, index) => anEntry(String(index + 1)));

    expect(await failureOf(gateway.record('1', 'register', many))).toMatchObject({ kind: 'bug' });
    expect(await failureOf(gateway.record('1', 'register', [anEntry('p1')]))).toMatchObject({ kind: 'bug' });
    expect(sent).toEqual([]);
  });
});

describe('a cancelled event', () => {
  it('is cancelled under its external id, and may be cancelled again', async () => {
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: { eventName: 'Growing tomatoes' } }));

    await gateway.cancel('webinar/1');

    expect(sent[0]).toMatchObject({
      method: 'POST',
      target: '/marketing/v3/marketing-events/events/webinar%2F1/cancel?externalAccountId=zoom%2Faccount',
      isIdempotent: true,
    });
  });

  it('is fine when it does not exist', async () => {
    const { gateway } = gatewayOf(() => ({ status: 404, json: aProblem({ category: 'OBJECT_NOT_FOUND' }) }));

    await expect(gateway.cancel('1')).resolves.toBeUndefined();
  });

  it.each([
    ['a refusal', { status: 400, json: aProblem() }, 'rejected'],
    ['an answer that is no event', { status: 200, json: {} }, 'unexpected-shape'],
  ] as const)('is not taken as cancelled after %s', async (_name, reply, kind) => {
    const { gateway } = gatewayOf(() => reply);

    expect(await failureOf(gateway.cancel('1'))).toMatchObject({ kind });
  });
});

describe('participations', () => {
  it('are counted by current state', async () => {
    const counters = { registered: 4, attended: 3, cancelled: 2, noShows: 1 };
    const { gateway, sent } = gatewayOf(() => ({ status: 200, json: counters }));

    expect(await gateway.readParticipations('webinar/1')).toEqual({
      registered: 4,
      attended: 3,
      cancelled: 2,
      noShow: 1,
    });
    expect(sent[0]).toMatchObject({
      method: 'GET',
      target: '/marketing/v3/marketing-events/participations/zoom%2Faccount/webinar%2F1',
    });
  });

  it('are not zero because a counter is absent', async () => {
    const { gateway } = gatewayOf(() => ({ status: 200, json: { registered: 4, attended: 3, cancelled: 2 } }));

    expect(await failureOf(gateway.readParticipations('1'))).toMatchObject({
      kind: 'unexpected-shape',
      reason: { cause: 'answer-malformed', problem: 'noShows: expected number' },
    });
  });
});
