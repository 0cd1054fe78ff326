import { describe, expect, it } from 'vitest';
import type { ContactWebinarsAnswer } from '../../src/app/extensions/contract/contact-webinars.ts';
import type { OverviewAnswer } from '../../src/app/extensions/contract/overview.ts';
import { zoomAccountId, type WebinarSeed } from '../support/two-accounts.ts';
import { failed, openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;

async function callIn<Success extends { readonly ok: true }>(
  world: WebinarWorld,
  uid: string,
  parameters: object,
  environment: Readonly<Record<string, string | undefined>> = {},
) {
  const process = await world.startProcess({ environment });
  const callsBefore = world.two.hubspot.requests.list().length;
  const answer = await process.call<Success>(uid, parameters);
  const calls = world.two.hubspot.requests.list().slice(callsBefore);
  return { answer, hubspotCalls: calls.map(({ operation }) => operation) };
}

describe('S29: get_contact_webinars', () => {
  const seriesId = '82222222222';
  const weekMinutes = 7 * 24 * 60;
  const webinars: readonly WebinarSeed[] = [
    aHeldWebinar({
      registrants: [aRegistrant(acme('ann')), aRegistrant(acme('cid'), { status: 'denied' })],
      instances: [anInstance([aJoin(acme('ann'), 5, 35)])],
    }),
    aHeldWebinar({
      id: seriesId,
      topic: 'Growing cucumbers',
      type: 6,
      registrants: [aRegistrant(acme('ann'), { create_time: atMinute(-3 * weekMinutes) })],
      instances: [
        anInstance(
          [aJoin(acme('bo'), -2 * weekMinutes, -2 * weekMinutes + 60, { standIn: { isEmailFromHost: true } })],
          {
            uuid: 'one==',
            start_time: atMinute(-2 * weekMinutes),
            end_time: atMinute(-2 * weekMinutes + 60),
          },
        ),
        anInstance([aJoin(acme('ann'), -weekMinutes, -weekMinutes + 60)], {
          uuid: 'two==',
          start_time: atMinute(-weekMinutes),
          end_time: atMinute(-weekMinutes + 60),
        }),
      ],
    }),
  ];

  async function openSynced(): Promise<WebinarWorld> {
    const world = await openWorld({
      hubspot: {
        contacts: [
          { id: '101', properties: { email: acme('ann') } },
          { id: '102', properties: {} },
        ],
      },
      webinars,
    });
    for (const id of [webinarId, seriesId]) await world.sync({ webinarId: id });
    return world;
  }

  it('B16: sums up a contact and shows each webinar, newest first, by one call', async () => {
    const world = await openSynced();

    const { answer, hubspotCalls } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', {
      contactId: 101,
    });

    expect(hubspotCalls).toEqual(['contacts.batch-read']);
    expect(answer).toEqual({
      ok: true,
      summary: {
        registrationCount: 2,
        attendedWebinarCount: 2,
        attendedSessionCount: 2,
        averagePercentage: 75,
        lastAttendedAt: '2026-11-18T14:05:00.000Z',
      },
      webinars: [
        {
          webinarId,
          topic: 'Growing tomatoes',
          registeredAt: '2026-11-16T14:00:00.000Z',
          sessions: [
            {
              key: 'main',
              startedAt: '2026-11-18T14:00:00.000Z',
              lengthSeconds: 3600,
              state: 'attended',
              attendedSeconds: 1800,
              percentage: 50,
              joinedAt: '2026-11-18T14:05:00.000Z',
              leftAt: '2026-11-18T14:35:00.000Z',
            },
          ],
        },
        {
          webinarId: seriesId,
          topic: 'Growing cucumbers',
          registeredAt: '2026-10-28T14:00:00.000Z',
          sessions: [
            {
              key: '1794405600000',
              startedAt: '2026-11-11T14:00:00.000Z',
              lengthSeconds: 3600,
              state: 'attended',
              attendedSeconds: 3600,
              percentage: 100,
              joinedAt: '2026-11-11T14:00:00.000Z',
              leftAt: '2026-11-11T15:00:00.000Z',
            },
            {
              key: '1793800800000',
              startedAt: '2026-11-04T14:00:00.000Z',
              lengthSeconds: 3600,
              state: 'no-show',
              attendedSeconds: null,
              percentage: null,
              joinedAt: null,
              leftAt: null,
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['a contact without webinars', {}],
    ['a contact whose history somebody has spoilt', { zwh_history: 'not a history' }],
  ])('%s has none', async (_, properties) => {
    const world = await openSynced();
    world.atHubSpot('edit-contact', { contact: { id: '102' }, properties: { firstname: 'Nobody', ...properties } });

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: '102' });

    expect(answer).toEqual({
      ok: true,
      summary: {
        registrationCount: 0,
        attendedWebinarCount: 0,
        attendedSessionCount: 0,
        averagePercentage: null,
        lastAttendedAt: null,
      },
      webinars: [],
    });
  });

  it('a contact who has only cancelled has no registration, and one webinar', async () => {
    const world = await openSynced();
    const contacts = [...(world.two.hubspot.world().stores.get('0-1')?.live.values() ?? [])];
    const cid = contacts.find(({ properties }) => properties['email'] === acme('cid'));

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: cid?.id });

    expect(succeeded(answer)).toMatchObject({
      summary: { registrationCount: 0 },
      webinars: [{ webinarId, sessions: [{ state: 'cancelled', attendedSeconds: null }] }],
    });
  });

  it.each([
    ['is not there', { contactId: '999' }, { cause: 'contact-not-found', contactId: '999' }],
    ['is named by letters', { contactId: 'ann' }, { cause: 'parameter-invalid', name: 'contactId' }],
    ['is not named', {}, { cause: 'parameter-invalid', name: 'contactId' }],
    ['comes with more', { contactId: '101', email: 'x' }, { cause: 'parameter-unknown', name: 'email' }],
  ])('a contact that %s is refused', async (_, parameters, reason) => {
    const world = await openSynced();

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', parameters);

    expect(failed(answer).reason).toMatchObject(reason);
  });

  it('a contact that was deleted is not found', async () => {
    const world = await openSynced();
    world.atHubSpot('archive-contact', { id: '101' });

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: '101' });

    expect(failed(answer)).toMatchObject({ kind: 'not-found', system: 'hubspot' });
  });

  it('needs nothing of Zoom', async () => {
    const world = await openSynced();

    const { answer } = await callIn(
      world,
      'get_contact_webinars',
      { contactId: '101' },
      { ZOOM_CONNECTIONS: undefined },
    );

    expect(answer.ok).toBe(true);
  });

  it('says that HubSpot is not there', async () => {
    const world = await openSynced();
    world.two.hubspot.faults.add([
      { operation: 'contacts.batch-read', occurrence: 'every', fault: { kind: 'html', status: 503 } },
    ]);

    const { answer } = await callIn<ContactWebinarsAnswer>(world, 'get_contact_webinars', { contactId: '101' });

    expect(failed(answer)).toMatchObject({
      kind: 'unavailable',
      system: 'hubspot',
      reason: { cause: 'vendor-unavailable' },
    });
  });
});

describe('get_overview', () => {
  const aSmallWebinar = (id: string, uuid: string): WebinarSeed =>
    aHeldWebinar({
      id,
      registrants: [aRegistrant(acme('ann'))],
      instances: [anInstance([aJoin(acme('ann'), 0, 60)], { uuid })],
    });

  it('of an account in which nothing was ever written shows the connection, and no runs', async () => {
    const world = await openWorld({ webinars: [aSmallWebinar(webinarId, 'one==')], settings: null });

    const { answer, hubspotCalls } = await callIn<OverviewAnswer>(world, 'get_overview', {});

    expect(answer).toEqual({
      ok: true,
      connections: [{ name: 'main', isPrimary: true, state: 'connected' }],
      lastRuns: null,
    });
    expect(hubspotCalls).toEqual(['schemas.list']);
  });

  it('S30: shows the last ten runs, newest first', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => String(81_000_000_001 + index));
    const world = await openWorld({ webinars: ids.map((id) => aSmallWebinar(id, `uuid${id}==`)) });
    const reports = [];
    for (const id of ids) {
      reports.push((await world.sync({ webinarId: id })).report);
      world.time.advance(10 * secondMs);
    }

    const { answer, hubspotCalls } = await callIn<OverviewAnswer>(world, 'get_overview', {});

    const { lastRuns } = succeeded(answer);
    expect(lastRuns?.map(({ runId }) => runId)).toEqual(
      ids
        .slice(2)
        .reverse()
        .map((id) => `${id}-1`),
    );
    expect({ ...lastRuns?.[0]?.report, elapsedMs: 0 }).toEqual({ ...reports.at(-1), elapsedMs: 0 });
    expect(hubspotCalls).toEqual(['schemas.list', 'custom-objects.search']);
  });

  it('a dry run is not among the runs', async () => {
    const world = await openWorld({ webinars: [aSmallWebinar(webinarId, 'one==')] });
    await world.sync({ webinarId });
    await world.sync({ webinarId, dryRun: true });
    world.time.advance(10 * secondMs);

    const { answer } = await callIn<OverviewAnswer>(world, 'get_overview', {});

    expect(succeeded(answer).lastRuns?.map(({ runId }) => runId)).toEqual([`${webinarId}-1`]);
  });

  it('S9: one Zoom account that fails does not hide the others', async () => {
    const world = await openWorld({ webinars: [aSmallWebinar(webinarId, 'one==')] });
    const main = { name: 'main', accountId: zoomAccountId, clientId: 'client-main', clientSecret: 'secret-main' };
    const academy = { ...main, name: 'academy', clientSecret: 'not-the-secret' };

    const { answer } = await callIn<OverviewAnswer>(
      world,
      'get_overview',
      {},
      {
        ZOOM_CONNECTIONS: JSON.stringify([academy, main]),
      },
    );

    expect(succeeded(answer).connections).toEqual([
      {
        name: 'academy',
        isPrimary: true,
        state: 'failing',
        failure: expect.objectContaining({
          kind: 'unauthorised',
          reason: {
            cause: 'zoom-credentials-refused',
            connection: 'academy',
            vendorReason: 'Invalid client_id or client_secret',
          },
        }),
      },
      { name: 'main', isPrimary: false, state: 'connected' },
    ]);
  });

  it.each([
    ['the connections are missing', {}, { ZOOM_CONNECTIONS: undefined }, { cause: 'connections-missing' }],
    ['HubSpot’s token is refused', {}, { PRIVATE_APP_ACCESS_TOKEN: 'pat-other' }, { cause: 'hubspot-token-refused' }],
    ['it is asked for something', { webinarId }, {}, { cause: 'parameter-unknown', name: 'webinarId' }],
  ])('fails when %s', async (_, parameters, environment, reason) => {
    const world = await openWorld({ webinars: [aSmallWebinar(webinarId, 'one==')] });

    const { answer } = await callIn<OverviewAnswer>(world, 'get_overview', parameters, environment);

    expect(failed(answer).reason).toMatchObject(reason);
  });
});
