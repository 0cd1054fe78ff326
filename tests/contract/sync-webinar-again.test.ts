import { describe, expect, it } from 'vitest';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import { toPeopleTable } from '../support/hubspot-view.ts';
import { dayMs, failed, hourMs, noon, openWorld, syncToEnd, type WebinarWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';

const eventId = `zoom-webinar-${webinarId}`;
const acme = (name: string): string => `${name}@acme.example.com`;
const atWebinar = { webinar_id: Number(webinarId) };
const uuid = 'gm8s9L+PTEC+FG3sFbd1Cw==';

/** Ann and Ben came, Cleo and Dee did not; Walt came without registering. */
const openSynced = async (options: Partial<Parameters<typeof openWorld>[0]> = {}): Promise<WebinarWorld> => {
  const world = await openWorld({
    webinars: [
      aHeldWebinar({
        registrants: ['ann', 'ben', 'cleo', 'dee'].map((name) => aRegistrant(acme(name))),
        instances: [
          anInstance([
            aJoin(acme('ann'), 0, 60),
            aJoin(acme('ben'), 0, 30),
            aJoin(acme('walt'), 0, 15, { registrant_id: '', standIn: { isEmailFromHost: true } }),
          ]),
        ],
      }),
    ],
    ...options,
  });
  await world.sync({ webinarId });
  world.time.advance(dayMs);
  return world;
};

/** What reached HubSpot's contacts, marketing events and timelines, not counting the app's own records. */
const writesIn = (operations: readonly string[]): readonly string[] =>
  operations.filter(
    (operation) =>
      !/^custom-objects\.|\.(batch-read|list|get|search|counters)$/.test(operation) && operation !== 'unexpected',
  );

/** When each contact was changed last. */
const changedAt = ({ two }: WebinarWorld): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...contactStore(two.hubspot.world()).live.values()].map(({ id, properties, updatedAt }) => [
      properties['email'] ?? id,
      updatedAt,
    ]),
  );

/** Names of the contacts that something changed between two looks. */
function changedNames(before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>) {
  const emails = Object.keys(after).filter((email) => before[email] !== after[email]);
  return emails.map((email) => email.slice(0, email.indexOf('@'))).toSorted();
}

describe('B13: a second sync without changes', () => {
  it('writes an audit record and nothing else, in at most ten calls', async () => {
    const world = await openSynced();
    const before = { view: world.view(), changedAt: changedAt(world) };

    const { report, hubspotCalls } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'complete',
      eligible: 5,
      synced: 0,
      unchanged: 5,
      sessions: [{ registered: 4, attended: 3, registeredAndAttended: 2, noShow: 2, cancelled: 0 }],
      writes: { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 1 },
    });
    expect(hubspotCalls.length).toBeLessThanOrEqual(10);
    expect(writesIn(hubspotCalls)).toEqual([]);
    expect({ view: world.view(), changedAt: changedAt(world) }).toEqual(before);
  });

  it('writes nobody either when a personal link has become useless in between', async () => {
    const start = noon - 2 * hourMs;
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          start_time: atMinute(0, start),
          registrants: [aRegistrant(acme('ann')), aRegistrant(acme('ben'))],
          instances: [
            anInstance(
              [aJoin(acme('ann'), 0, 60, { join_time: atMinute(0, start), leave_time: atMinute(60, start) })],
              {
                start_time: atMinute(0, start),
                end_time: atMinute(60, start),
              },
            ),
          ],
        }),
      ],
    });
    await world.sync({ webinarId });
    world.time.advance(2 * dayMs);

    const { report, hubspotCalls } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'complete', synced: 0, unchanged: 2 });
    expect(writesIn(hubspotCalls)).toEqual([]);
  });

  it('looks again at those who were skipped, and writes nothing for them either', async () => {
    const world = await openSynced({
      hubspot: {
        contacts: [{ id: '101', properties: { email: acme('prim'), hs_additional_emails: acme('second') } }],
      },
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('ann')), aRegistrant(acme('second')), aRegistrant('karl@gmail,com')],
          instances: [anInstance([aJoin(acme('ann'), 0, 60)])],
        }),
      ],
    });

    const { report, hubspotCalls } = await world.sync({ webinarId });

    expect(report).toMatchObject({ unchanged: 1, skipped: { 'secondary-address': 1, 'invalid-address': 1 } });
    expect(hubspotCalls.length).toBeLessThanOrEqual(10);
    expect(writesIn(hubspotCalls)).toEqual([]);
  });

  it('says how many calls it took, of both kinds', async () => {
    const world = await openSynced();

    const { report, hubspotCalls, zoomCalls } = await world.sync({ webinarId });

    expect(report.calls).toEqual({ zoom: zoomCalls.length, hubspot: hubspotCalls.length });
  });
});

describe('what changes at Zoom afterwards', () => {
  it('a late registration is the only thing written', async () => {
    const world = await openSynced();
    const before = changedAt(world);
    world.atZoom('add-registrant', { ...atWebinar, registrant: aRegistrant(acme('eve')) });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      synced: 1,
      unchanged: 5,
      sessions: [{ registered: 5, noShow: 3 }],
      writes: { contacts: 1, attendance: 1, events: 1, marketingEvents: 0 },
    });
    expect(changedNames(before, changedAt(world))).toEqual(['eve']);
  });

  it('S18: a cancellation by the host becomes one in HubSpot, and counts no longer as registration', async () => {
    const world = await openSynced();
    const before = changedAt(world);
    world.atZoom('change-registrant', { ...atWebinar, email: acme('cleo'), status: 'denied' });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      synced: 1,
      unchanged: 4,
      sessions: [{ registered: 3, noShow: 1, cancelled: 1 }],
      writes: { contacts: 1, attendance: 1, events: 0, marketingEvents: 0 },
    });
    expect(changedNames(before, changedAt(world))).toEqual(['cleo']);
    expect(toPeopleTable(world.view(), eventId)['cleo']).toEqual(['CANCELLED', '0', '0', '0', '']);
  });

  it('B7: registered again after a cancellation, and again, the state is what Zoom says last', async () => {
    const world = await openSynced();
    const states: (string | undefined)[] = [];
    for (const status of ['denied', 'approved', 'denied', 'approved'] as const) {
      world.atZoom('change-registrant', { ...atWebinar, email: acme('cleo'), status });
      await world.sync({ webinarId });
      states.push(toPeopleTable(world.view(), eventId)['cleo']?.slice(0, 2).join(' '));
    }

    expect(states).toEqual(['CANCELLED 0', 'NO_SHOW 1', 'CANCELLED 0', 'NO_SHOW 1']);
  });

  it('where the host approves by hand, a registration that is denied later is cancelled', async () => {
    const world = await openSynced({
      webinars: [
        aHeldWebinar({
          settings: { approval_type: 1 },
          registrants: [
            aRegistrant(acme('ann')),
            aRegistrant(acme('ben')),
            aRegistrant(acme('cleo'), { status: 'denied' }),
          ],
          instances: [anInstance([aJoin(acme('ann'), 0, 60)])],
        }),
      ],
    });
    world.atZoom('change-registrant', { ...atWebinar, email: acme('ben'), status: 'denied' });

    const cancelled = await world.sync({ webinarId });
    const unchanged = await world.sync({ webinarId });

    expect(cancelled.report).toMatchObject({ synced: 1, unchanged: 1, skipped: { denied: 1 } });
    expect(unchanged.report).toMatchObject({ synced: 0, unchanged: 2, skipped: { denied: 1 } });
    expect(toPeopleTable(world.view(), eventId)).toEqual({
      ann: ['ATTENDED 3600', '1', '1', '1', '100'],
      ben: ['CANCELLED', '0', '0', '0', ''],
    });
  });

  it('somebody who cancels by their own link vanishes from Zoom, and is cancelled in HubSpot', async () => {
    const world = await openSynced();
    const before = changedAt(world);
    world.atZoom('self-cancel', { ...atWebinar, email: acme('cleo') });

    const cancelled = await world.sync({ webinarId });
    const changed = changedNames(before, changedAt(world));
    const unchanged = await world.sync({ webinarId });

    expect(cancelled.report).toMatchObject({
      status: 'complete',
      eligible: 5,
      synced: 1,
      unchanged: 4,
      sessions: [{ registered: 3, noShow: 1, cancelled: 1 }],
      writes: { contacts: 1, attendance: 1, events: 0, marketingEvents: 0 },
    });
    expect(changed).toEqual(['cleo']);
    expect(unchanged.report).toMatchObject({ eligible: 5, synced: 0, unchanged: 5, sessions: [{ cancelled: 1 }] });
    expect(toPeopleTable(world.view(), eventId)['cleo']).toEqual(['CANCELLED', '0', '0', '0', '']);
  });

  it('who cancels by their own link and registers again ends as registered', async () => {
    const world = await openSynced();
    world.atZoom('self-cancel', { ...atWebinar, email: acme('cleo') });
    await world.sync({ webinarId });
    world.atZoom('add-registrant', {
      ...atWebinar,
      registrant: aRegistrant(acme('cleo'), { id: 'reg-cleo-2', create_time: atMinute(-60) }),
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1, sessions: [{ registered: 4, noShow: 2, cancelled: 0 }] });
    expect(toPeopleTable(world.view(), eventId)['cleo']).toEqual(['NO_SHOW', '1', '0', '0', '']);
  });

  it('who attended and then cancels by their own link stays an attendee', async () => {
    const world = await openSynced();
    world.atZoom('self-cancel', { ...atWebinar, email: acme('ben') });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(toPeopleTable(world.view(), eventId)['ben']?.[0]).toBe('ATTENDED 1800');
    expect(report.sessions).toMatchObject([{ registered: 3, attended: 3, noShow: 2, cancelled: 0 }]);
    expect(again.report.sessions).toEqual(report.sessions);
  });

  it('an empty list of registrants is not believed: nobody is cancelled because of it', async () => {
    const world = await openSynced();
    for (const name of ['ann', 'ben', 'cleo', 'dee']) {
      world.atZoom('self-cancel', { ...atWebinar, email: acme(name) });
    }
    const before = world.view();

    const { report } = await world.sync({ webinarId });

    expect(report.status).toBe('partial');
    expect(report.warnings).toContainEqual({ cause: 'registrations-vanished', personCount: 4 });
    expect(world.view()).toEqual(before);
  });

  it.each([
    ['longer', aJoin(acme('ben'), 40, 55), '75'],
    ['begun earlier', aJoin(acme('ben'), -5, 0), '50'],
    ['begun earlier and ended later', aJoin(acme('ben'), -5, 45), '75'],
  ])('attendance that Zoom corrects to be %s changes the contact, and is no second visit', async (_, join, average) => {
    const world = await openSynced();
    const before = { changedAt: changedAt(world), timelines: world.view().timelines };
    world.atZoom('add-participants', { uuid, participants: [join] });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1, unchanged: 4, sessions: [{ attended: 3 }] });
    expect(again.report).toMatchObject({ synced: 0, unchanged: 5 });
    expect(changedNames(before.changedAt, changedAt(world))).toEqual(['ben']);
    const view = world.view();
    expect(toPeopleTable(view, eventId)['ben']?.slice(1)).toEqual(['1', '1', '1', average]);
    expect(view.timelines).toEqual(before.timelines);
  });

  it('who attended, was corrected, cancelled and registered again stays an attendee', async () => {
    const world = await openSynced();
    world.atZoom('add-participants', { uuid, participants: [aJoin(acme('ben'), -5, 0)] });
    await world.sync({ webinarId });
    const timeline = world.view().timelines[acme('ben')];
    for (const status of ['denied', 'approved'] as const) {
      world.atZoom('change-registrant', { ...atWebinar, email: acme('ben'), status });
      await world.sync({ webinarId });
    }

    expect(toPeopleTable(world.view(), eventId)['ben']).toEqual(['ATTENDED 1800', '1', '1', '1', '50']);
    expect(world.view().timelines[acme('ben')]).toHaveLength((timeline?.length ?? 0) + 1);
  });

  it('somebody who turns up in the report later is no no-show any more', async () => {
    const world = await openSynced();
    world.atZoom('add-participants', { uuid, participants: [aJoin(acme('dee'), 0, 30)] });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      synced: 1,
      sessions: [{ registered: 4, attended: 4, noShow: 1 }],
      writes: { contacts: 1, attendance: 2, events: 2, marketingEvents: 0 },
    });
    expect(toPeopleTable(world.view(), eventId)['dee']).toEqual(['ATTENDED 1800', '1', '1', '1', '50']);
  });

  it('a new topic is written to the event and the histories, and adds nothing to a timeline', async () => {
    const world = await openSynced();
    const before = world.view();
    world.atZoom('change-webinar', { ...atWebinar, change: { topic: 'Growing cucumbers' } });

    const { report } = await world.sync({ webinarId });

    const view = world.view();
    expect(report).toMatchObject({
      topic: 'Growing cucumbers',
      synced: 5,
      writes: { contacts: 5, marketingEvents: 2 },
    });
    expect(view.events[eventId]).toMatchObject({ name: 'Growing cucumbers', isCompleted: true });
    expect(view.timelines).toEqual(before.timelines);
    expect(view.events[eventId]?.people).toEqual(before.events[eventId]?.people);
  });

  it('a name that a person has changed in HubSpot stays; one that was written by the app follows Zoom', async () => {
    const world = await openSynced();
    world.atHubSpot('edit-contact', {
      contact: { email: acme('ann') },
      properties: { firstname: 'Annabel' },
    });
    for (const name of ['ann', 'ben']) {
      const fields = { first_name: 'Renamed', last_name: 'Featherquill' };
      world.atZoom('change-registrant', { ...atWebinar, email: acme(name), fields });
    }

    await world.sync({ webinarId });

    const { contacts } = world.view();
    expect(contacts[acme('ann')]?.name).toBe('Annabel Featherquill');
    expect(contacts[acme('ben')]?.name).toBe('Renamed Featherquill');
  });

  it('a second instance that was held later belongs to the session that the first one began', async () => {
    const world = await openSynced();
    world.atZoom('add-instance', {
      ...atWebinar,
      instance: anInstance([aJoin(acme('ben'), 65, 80), aJoin(acme('dee'), 65, 95)], {
        uuid: 'resumed==',
        start_time: atMinute(65),
        end_time: atMinute(95),
      }),
    });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions).toMatchObject([{ key: 'main', lengthSeconds: 5400, attended: 4, noShow: 1 }]);
    const people = toPeopleTable(world.view(), eventId);
    expect(people['ann']?.slice(1)).toEqual(['1', '1', '1', '66.7']);
    expect(people['ben']?.slice(1)).toEqual(['1', '1', '1', '50']);
    expect(people['dee']).toEqual(['ATTENDED 1800', '1', '1', '1', '33.3']);
  });
});

it('S23, S24, B17: two webinars of one contact add up, in whatever order they are synced', async () => {
  const [older, newer] = ['81111111111', '82222222222'] as const;
  const webinars = [
    aHeldWebinar({
      id: older,
      registrants: [aRegistrant(acme('ann'), { create_time: atMinute(-9_000) })],
      instances: [anInstance([aJoin(acme('ann'), 0, 30)], { uuid: 'older==' })],
    }),
    aHeldWebinar({
      id: newer,
      registrants: [aRegistrant(acme('ann'), { create_time: atMinute(-5_000) })],
      instances: [anInstance([aJoin(acme('ann'), 0, 60)], { uuid: 'newer==' })],
    }),
  ];
  const [oneWay, otherWay] = [await openWorld({ webinars }), await openWorld({ webinars })];

  for (const id of [older, newer]) await oneWay.sync({ webinarId: id });
  for (const id of [newer, older]) await otherWay.sync({ webinarId: id });

  expect(oneWay.view()).toEqual(otherWay.view());
  expect(oneWay.view().contacts[acme('ann')]).toMatchObject({
    registrations: '2',
    attendedWebinars: '2',
    attendedSessions: '2',
    average: '75',
    lastRegistered: `https://zoom.example.com/webinar/register/${newer}`,
  });
});

it('S9: the webinars of several Zoom accounts add up in one contact, and each run names its account', async () => {
  const academy = {
    name: 'academy',
    accountId: 'acc-academy',
    clientId: 'client-academy',
    clientSecret: 'secret-academy',
  };
  const academyWebinarId = '83333333333';
  const world = await openWorld({
    webinars: [
      aHeldWebinar({ registrants: [aRegistrant(acme('ann'))], instances: [anInstance([aJoin(acme('ann'), 0, 60)])] }),
    ],
    otherAccounts: [
      {
        account_id: academy.accountId,
        client_id: academy.clientId,
        client_secret: academy.clientSecret,
        plan: 'unlimited',
        users: [{ email: 'host@academy.example.com' }],
        webinars: [
          aHeldWebinar({
            id: academyWebinarId,
            registrants: [aRegistrant(acme('ann'), { id: 'reg-ann' })],
            instances: [anInstance([aJoin(acme('ann'), 0, 30)], { uuid: 'academy==' })],
          }),
        ],
      },
    ],
  });
  const [main] = JSON.parse(world.two.environment['ZOOM_CONNECTIONS'] ?? '[]') as readonly object[];
  const process = await world.startProcess({ environment: { ZOOM_CONNECTIONS: JSON.stringify([main, academy]) } });

  const first = await syncToEnd(world, process, { webinarId });
  const second = await syncToEnd(world, process, { webinarId: academyWebinarId, connection: 'academy' });
  const elsewhere = failed(await process.call('sync_webinar', { webinarId: academyWebinarId }));

  expect([first.report.connection, second.report.connection]).toEqual(['main', 'academy']);
  expect(elsewhere.reason).toEqual({ cause: 'webinar-not-found', webinarId: academyWebinarId });
  expect(world.view().contacts[acme('ann')]).toMatchObject({
    registrations: '2',
    attendedWebinars: '2',
    attendedSessions: '2',
    average: '75',
  });
});
