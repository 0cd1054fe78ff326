import { describe, expect, it } from 'vitest';
import { toSetupRecord } from '../../src/app/app.functions/setup/setup-record.ts';
import type { OverviewAnswer } from '../../src/app/extensions/contract/overview.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import { dayMs, failed, noon, openWorld, secondMs, succeeded, type WebinarWorld } from '../support/webinar-world.ts';
import { writeRecords } from '../support/write-records.ts';
import { anEvent, doorEnvironment, sendEvent } from '../support/zoom-doors.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { openSweepWorld, usersOf } from './sweep-kit.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const zoomIso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

const held = aHeldWebinar({
  registrants: [aRegistrant(acme('ann'))],
  instances: [anInstance([aJoin(acme('ann'), 0, 60)])],
});
const planned = (id: string, days: number, more: object = {}) =>
  aHeldWebinar({ id, start_time: zoomIso(noon + days * dayMs), instances: [], ...more });
const webinars = [
  held,
  planned('82222222222', 3),
  planned('83333333333', 1, { is_events_webinar: true }),
  planned('84444444444', 2),
];

const noWebinars = { new: 0, complete: 0, partial: 0, failed: 0, off: 0, 'not-supported': 0 };
const noEvents = { lastEventAt: null, lastValidationAt: null };
const noMemory = { lastSweep: null, openSweep: null, webinarCounts: noWebinars };

async function callIn(world: WebinarWorld, environment: Readonly<Record<string, string | undefined>> = {}) {
  const process = await world.startProcess({ environment });
  const callsBefore = world.two.hubspot.requests.list().length;
  const answer = await process.call<OverviewAnswer>('get_overview', {});
  const calls = world.two.hubspot.requests.list().slice(callsBefore);
  return { answer, process, hubspotCalls: calls.map(({ operation }) => operation) };
}

const connection = (name: string) => ({
  name,
  accountId: `acc-${name}`,
  clientId: `client-${name}`,
  clientSecret: `secret-${name}`,
});

describe('get_overview', () => {
  it('S9: of an account in which nothing was ever written shows the connection, and that nothing is set up', async () => {
    const world = await openWorld({ webinars, settings: null });

    const { answer, hubspotCalls } = await callIn(world);

    expect(answer).toEqual({
      ok: true,
      connections: [{ name: 'main', isPrimary: true, state: 'connected', memory: noMemory, events: noEvents }],
      isSetUp: false,
      isSyncOn: false,
      refusedRequestCount: 0,
    });
    expect(hubspotCalls).toEqual(['schemas.list']);
  });

  it('of an account that was set up and never swept knows that the sync is on', async () => {
    const world = await openWorld({ webinars });

    const { answer } = await callIn(world);

    expect(answer).toMatchObject({ connections: [{ memory: noMemory }], isSetUp: true, isSyncOn: true });
  });

  it('of an account whose set-up was made by other definitions knows that it is not complete', async () => {
    const world = await openWorld({ webinars });
    const eventNames = { registration: 'pe1_one', attendance: 'pe1_two', recording: 'pe1_three' };
    const payload = JSON.stringify({ definitionsVersion: 'of before', eventNames });
    await writeRecords(world, [{ ...toSetupRecord(eventNames, noon), payload }]);

    const { answer } = await callIn(world);

    expect(answer).toMatchObject({ isSetUp: false, isSyncOn: true });
  });

  it('S30: shows the report of the last sweep, and every known webinar once, by its status', async () => {
    const world = await openSweepWorld({
      webinars,
      settings: { users: usersOf({ 'host-1': { webinars: { '84444444444': false } } }) },
    });
    const { report } = await world.sweep();

    const { answer, process, hubspotCalls } = await callIn(world);
    const before = world.two.hubspot.requests.list().length;
    await process.call<OverviewAnswer>('get_overview', {});

    expect(succeeded(answer).connections[0]?.memory).toEqual({
      lastSweep: report,
      openSweep: null,
      webinarCounts: { ...noWebinars, complete: 2, off: 1, 'not-supported': 1 },
    });
    expect(hubspotCalls).toEqual(['schemas.list', 'custom-objects.batch-read']);
    expect(world.two.hubspot.requests.list().length - before).toBe(1);
  });

  it('counts webinars with the settings in force, not with those of the sweep', async () => {
    const world = await openSweepWorld({ webinars });
    await world.sweep();
    await world.save({ isSyncOn: false });

    const { answer } = await callIn(world);

    expect(answer).toMatchObject({
      isSyncOn: false,
      connections: [{ memory: { webinarCounts: { ...noWebinars, off: 4 } } }],
    });
  });

  it('S31: shows how far a sweep is that has begun and not ended', async () => {
    const world = await openSweepWorld({ webinars });
    await world.sweep();
    world.time.callsTake(secondMs);
    const step = succeeded(await world.sweepStep({ mode: 'all' }));
    world.time.callsTake(0);

    const { answer } = await callIn(world);

    expect(step.done).toBe(false);
    expect(succeeded(answer).connections[0]?.memory).toMatchObject({
      lastSweep: { webinarCount: 4 },
      openSweep: { sweepId: step.sweepId, mode: 'all', progress: step.progress },
    });
  });

  it('S9: one Zoom account that fails does not hide the others, and what is known of it is shown all the same', async () => {
    const world = await openSweepWorld({ webinars });
    const { report } = await world.sweep();
    const main = { ...connection('main'), accountId: zoomAccountId };
    const broken = { ...main, name: 'broken', clientSecret: 'not-the-secret' };

    const { answer } = await callIn(world, {
      ZOOM_CONNECTIONS: JSON.stringify([connection('academy'), broken, main]),
    });

    const memory = { lastSweep: report, openSweep: null, webinarCounts: expect.anything() as unknown };
    expect(succeeded(answer).connections).toMatchObject([
      { name: 'academy', isPrimary: true, state: 'failing', memory: noMemory, failure: expect.anything() as unknown },
      {
        name: 'broken',
        isPrimary: false,
        state: 'failing',
        memory,
        failure: expect.objectContaining({
          kind: 'unauthorised',
          reason: {
            cause: 'zoom-credentials-refused',
            connection: 'broken',
            vendorReason: 'Invalid client_id or client_secret',
          },
        }) as unknown,
      },
      { name: 'main', isPrimary: false, state: 'connected', memory },
    ]);
  });

  it.each([
    ['the connections are missing', {}, { ZOOM_CONNECTIONS: undefined }, { cause: 'connections-missing' }],
    ['the connections are malformed', {}, { ZOOM_CONNECTIONS: '[{]' }, { cause: 'connections-malformed' }],
    ['HubSpot’s token is refused', {}, { PRIVATE_APP_ACCESS_TOKEN: 'pat-other' }, { cause: 'hubspot-token-refused' }],
    ['it is asked for something', { webinarId }, {}, { cause: 'parameter-unknown', name: 'webinarId' }],
  ])('fails when %s', async (_, parameters, environment, reason) => {
    const world = await openWorld({ webinars });
    const process = await world.startProcess({ environment });

    const answer = await process.call<OverviewAnswer>('get_overview', parameters);

    expect(failed(answer).reason).toMatchObject(reason);
  });

  it('B25: tells when the last event came from Zoom, and how many requests were refused, with no call more', async () => {
    const world = await openWorld({ webinars });
    const { hubspotCalls: before } = await callIn(world);
    const process = await world.startProcess({ environment: doorEnvironment() });
    await process.request('zoom_events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    await sendEvent(process, anEvent('webinar.updated', { id: Number(webinarId) }), world.time.now());

    const { answer, hubspotCalls } = await callIn(world);

    expect(answer).toMatchObject({
      connections: [{ events: { lastEventAt: new Date(noon).toISOString(), lastValidationAt: null } }],
      refusedRequestCount: 1,
    });
    expect(hubspotCalls).toEqual(before);
  });
});
