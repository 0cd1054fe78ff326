import { describe, expect, it } from 'vitest';
import { createContactParticipationGateway } from '../../../src/app/app.functions/hubspot/contact-participation-gateway.ts';
import { aProblem, createFakeHubSpot, failureOf, noon, type Reply } from './fake-hubspot.ts';

const gatewayOf = (reply: (callNumber: number) => Reply) => {
  const { api, sent } = createFakeHubSpot((_request, callNumber) => reply(callNumber));
  return { gateway: createContactParticipationGateway(api, { externalAccountId: 'acct' }), sent };
};

const aRow = (properties: object = {}, marketingEvent: object = {}) => ({
  id: '900',
  createdAt: '2026-11-01T00:00:00Z',
  associations: {
    contact: { contactId: '101', email: 'ada@example.com' },
    marketingEvent: {
      marketingEventId: '900',
      name: 'Growing tomatoes',
      externalAccountId: 'acct',
      externalEventId: 'zoom-webinar-1',
      ...marketingEvent,
    },
  },
  properties: { attendanceState: 'REGISTERED', occurredAt: noon, ...properties },
});
const page = (results: readonly unknown[], after?: string): Reply => ({
  status: 200,
  json: { total: results.length, results, ...(after === undefined ? {} : { paging: { next: { after } } }) },
});
const attended = (attendancePercentage: unknown, attendanceDurationSeconds: unknown = 1_800) =>
  aRow({ attendanceState: 'ATTENDED', attendancePercentage, attendanceDurationSeconds });

describe('participations of a contact', () => {
  it('are read a hundred a call to the end of the list', async () => {
    const { gateway, sent } = gatewayOf((callNumber) =>
      callNumber === 1 ? page([aRow()], '100') : page([aRow({}, { externalEventId: 'zoom-webinar-2' })]),
    );

    const found = await gateway.listParticipations('101');

    expect(found).toEqual([
      {
        externalEventId: 'zoom-webinar-1',
        eventName: 'Growing tomatoes',
        state: 'registered',
        occurredAt: noon,
        attendedSeconds: null,
        percentage: null,
      },
      expect.objectContaining({ externalEventId: 'zoom-webinar-2' }),
    ]);
    const path = '/marketing/v3/marketing-events/participations/contacts/101/breakdown';
    expect(sent.map(({ target }) => target)).toEqual([`${path}?limit=100`, `${path}?limit=100&after=100`]);
  });

  it.each([
    ['REGISTERED', 'registered'],
    ['CANCELLED', 'cancelled'],
    ['ATTENDED', 'attended'],
    ['NO_SHOW', 'no-show'],
  ])('have the state %s as %s', async (attendanceState, state) => {
    const { gateway } = gatewayOf(() => page([aRow({ attendanceState })]));

    expect(await gateway.listParticipations('101')).toMatchObject([{ state }]);
  });

  it.each([
    ['states that say nothing', aRow({ attendanceState: 'EMPTY' })],
    ['states that nobody knows yet', aRow({ attendanceState: 'WAITING' })],
    ["another Zoom account's events", aRow({}, { externalAccountId: 'other' })],
    ['events that were made by hand', aRow({}, { externalAccountId: undefined, externalEventId: undefined })],
  ])('leave out %s', async (_name, row) => {
    const { gateway } = gatewayOf(() => page([row]));

    expect(await gateway.listParticipations('101')).toEqual([]);
  });

  it.each([
    ['milliseconds', noon],
    ['milliseconds as a text', String(noon)],
    ['a time in words', '2026-11-20T12:00:00Z'],
  ])('happened at an instant, which comes as %s', async (_name, occurredAt) => {
    const { gateway } = gatewayOf(() => page([aRow({ occurredAt })]));

    expect(await gateway.listParticipations('101')).toMatchObject([{ occurredAt: noon }]);
  });

  it.each([
    ['a fraction', ['0.5'], [50]],
    ['the whole as a fraction', ['1'], [100]],
    ['a percentage', ['50'], [50]],
    ['a percentage next to one of a hundredth', ['0.5', '50'], [1, 50]],
    ['more than the whole', ['120'], [100]],
    ['a number', [0.25], [25]],
    ['nothing', [undefined], [null]],
    ['null', [null], [null]],
    ['an empty text', [''], [null]],
    ['no number', ['half'], [null]],
  ])('lasted for a share, which comes as %s', async (_name, shares, percentages) => {
    const { gateway } = gatewayOf(() => page(shares.map((share) => attended(share))));

    const found = await gateway.listParticipations('101');

    expect(found.map(({ percentage }) => percentage)).toEqual(percentages);
    expect(found.map(({ attendedSeconds }) => attendedSeconds)).toEqual(shares.map(() => 1_800));
  });

  it('lasted for a time that is not known when HubSpot does not say', async () => {
    const { gateway } = gatewayOf(() => page([attended('0.5', null)]));

    expect(await gateway.listParticipations('101')).toMatchObject([{ attendedSeconds: null, percentage: 50 }]);
  });

  it('are none for a contact that HubSpot does not know', async () => {
    const { gateway } = gatewayOf(() => ({ status: 404, json: aProblem({ category: 'OBJECT_NOT_FOUND' }) }));

    expect(await gateway.listParticipations('101')).toEqual([]);
  });

  it.each([
    ['has no list', { status: 200, json: {} }],
    ['happened at no point in time', page([aRow({ occurredAt: 'yesterday' })])],
    ['has no state', page([aRow({ attendanceState: undefined })])],
  ])('are unknown, not none, when an answer %s', async (_name, reply) => {
    const { gateway } = gatewayOf(() => reply);

    expect(await failureOf(gateway.listParticipations('101'))).toMatchObject({ kind: 'unexpected-shape' });
  });

  it('are not read for ever when a page points to itself', async () => {
    const { gateway, sent } = gatewayOf(() => page([], '100'));

    expect(await failureOf(gateway.listParticipations('101'))).toMatchObject({ kind: 'unexpected-shape' });
    expect(sent).toHaveLength(2);
  });
});
