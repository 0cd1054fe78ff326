import { expect, it } from 'vitest';
import { toPeopleTable } from '../support/hubspot-view.ts';
import { hostEmail } from '../support/two-accounts.ts';
import { openWorld } from '../support/webinar-world.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';

const eventId = `zoom-webinar-${webinarId}`;
const acme = (name: string): string => `${name}@acme.example.com`;
const shown = { registrant_id: '', standIn: { isEmailFromHost: true } };

it('S10, S15, S16, S18, B7–B9, B11, B12: everybody of a webinar ends up where they belong', async () => {
  const registered = ['ann', 'eve', 'fay', 'ivy', 'kim', 'mo', 'pat'].map((name) => aRegistrant(acme(name)));
  const world = await openWorld({
    hubspot: {
      contacts: [
        { id: '101', properties: { email: acme('prim'), hs_additional_emails: acme('second') } },
        { id: '102', properties: { email: acme('mo'), firstname: 'Maurice', lastname: 'Chosen' } },
      ],
    },
    webinars: [
      aHeldWebinar({
        settings: { approval_type: 0, alternative_hosts: acme('alt') },
        panelists: [{ id: 'panelist-1', name: 'Pat Quillfeather', email: acme('pat') }],
        registrants: [
          ...registered,
          aRegistrant(acme('ben'), { status: 'pending' }),
          aRegistrant(acme('cid'), { status: 'denied' }),
          aRegistrant(acme('second')),
          aRegistrant('Jan@Acme.example.com'),
          aRegistrant('karl.otto@gmail,com'),
        ],
        instances: [
          anInstance([
            aJoin(acme('ann'), 10, 40),
            // Rejoined.
            aJoin(acme('eve'), 0, 10),
            aJoin(acme('eve'), 20, 40),
            // Two devices.
            aJoin(acme('fay'), 0, 30),
            aJoin(acme('fay'), 10, 40),
            // Came early and waited.
            aJoin(acme('ivy'), 0, 15, { status: 'in_waiting_room' }),
            aJoin(acme('ivy'), 15, 60),
            // Never let in, never registered.
            aJoin(acme('hal'), 0, 15, { ...shown, status: 'in_waiting_room' }),
            // Left before they came, as Zoom has it.
            aJoin(acme('kim'), 30, 20),
            aJoin(acme('len'), 30, 20, shown),
            aJoin('JAN@ACME.EXAMPLE.COM', 0, 60, { registrant_id: '' }),
            aJoin('jan@acme.example.com', 50, 60),
            aJoin(acme('walt'), 45, 60, shown),
            // Guests without an address: one who rejoined, and two who share a name.
            aJoin('', 0, 10, { name: 'Gaston Guestling' }),
            aJoin('', 20, 30, { name: 'Gaston Guestling' }),
            aJoin('', 0, 30, { name: 'Twinna Guestling' }),
            aJoin('', 20, 60, { name: 'Twinna Guestling' }),
            aJoin(hostEmail, 0, 60),
            aJoin(acme('alt'), 0, 60, shown),
            aJoin(acme('pat'), 0, 60),
          ]),
        ],
      }),
    ],
  });

  const { report } = await world.sync({ webinarId });

  expect(report).toMatchObject({
    status: 'complete',
    eligible: 17,
    synced: 9,
    unchanged: 0,
    skipped: {
      'awaiting-approval': 1,
      'guest-without-address': 3,
      'invalid-address': 1,
      'never-admitted': 1,
      'secondary-address': 1,
      'unusable-times': 1,
    },
    warnings: [
      { cause: 'guests-without-address', personCount: 3 },
      { cause: 'addresses-invalid', personCount: 1 },
      { cause: 'addresses-secondary', personCount: 1 },
      { cause: 'rows-quarantined', source: 'participants', rowCount: 2 },
    ],
    sessions: [
      {
        key: 'main',
        startedAt: '2026-11-18T14:00:00.000Z',
        endedAt: '2026-11-18T15:00:00.000Z',
        lengthSeconds: 3600,
        registered: 7,
        attended: 6,
        registeredAndAttended: 5,
        noShow: 2,
        cancelled: 1,
      },
    ],
    writes: { contacts: 9, attendance: 14, events: 13, marketingEvents: 2, audit: 1 },
  });
  const view = world.view();
  expect(toPeopleTable(view, eventId)).toEqual({
    ann: ['ATTENDED 1800', '1', '1', '1', '50'],
    cid: ['CANCELLED', '0', '0', '0', ''],
    eve: ['ATTENDED 2400', '1', '1', '1', '50'],
    fay: ['ATTENDED 2400', '1', '1', '1', '66.7'],
    ivy: ['ATTENDED 2700', '1', '1', '1', '75'],
    jan: ['ATTENDED 3600', '1', '1', '1', '100'],
    kim: ['NO_SHOW', '1', '0', '0', ''],
    mo: ['NO_SHOW', '1', '0', '0', ''],
    prim: ['not there', '', '', '', ''],
    walt: ['ATTENDED 900', '0', '1', '1', '25'],
  });
  expect(view.contacts[acme('mo')]?.name).toBe('Maurice Chosen');
  expect(view.contacts[acme('walt')]?.name).toBe('');
  expect(view.contacts[acme('ann')]).toMatchObject({
    name: 'Ann Quillfeather',
    lastRegistered: `https://zoom.example.com/webinar/register/${webinarId}`,
  });
  expect(view.contacts[acme('cid')]?.lastRegistered).toBe('');
  expect(view.timelines[acme('eve')]).toEqual([
    `attend ${eventId} at 2026-11-18T14:00:00Z from 2026-11-18T14:00:00Z to 2026-11-18T14:40:00Z`,
    `event attendance at 2026-11-18T14:00:00Z duration_minutes=30 duration_percentage=50 session_started_at=2026-11-18T14:00:00Z webinar_id=${webinarId} webinar_name=Growing tomatoes`,
    `event registration at 2026-11-16T14:00:00Z registered_at=2026-11-16T14:00:00Z webinar_id=${webinarId} webinar_name=Growing tomatoes`,
    `register ${eventId} at 2026-11-16T14:00:00Z`,
  ]);
  expect(view.timelines[acme('cid')]).toEqual([`cancel ${eventId} at 2026-11-16T14:00:00.001Z`]);
  expect(Object.keys(view.timelines)).toHaveLength(9);
});

it('B7: where the host approves by hand, denied people are no contacts, and neither are those who wait', async () => {
  const world = await openWorld({
    webinars: [
      aHeldWebinar({
        settings: { approval_type: 1 },
        registrants: [
          aRegistrant(acme('ann')),
          aRegistrant(acme('ben'), { status: 'pending' }),
          aRegistrant(acme('cid'), { status: 'denied' }),
          aRegistrant(acme('dan'), { status: 'denied' }),
        ],
        instances: [anInstance([aJoin(acme('ann'), 0, 60), aJoin(acme('dan'), 0, 30)])],
      }),
    ],
  });

  const { report } = await world.sync({ webinarId });

  expect(report).toMatchObject({ eligible: 4, synced: 2, skipped: { 'awaiting-approval': 1, denied: 1 } });
  expect(toPeopleTable(world.view(), eventId)).toEqual({
    ann: ['ATTENDED 3600', '1', '1', '1', '100'],
    // Denied, and there all the same.
    dan: ['ATTENDED 1800', '0', '1', '1', '50'],
  });
});

it('B9: a host drop makes a second instance, which is the same session for everybody', async () => {
  const first = { uuid: '/Drop//One+x==', start_time: atMinute(0), end_time: atMinute(30) };
  const second = { uuid: 'Drop//Two/x==', start_time: atMinute(40), end_time: atMinute(70) };
  const world = await openWorld({
    webinars: [
      aHeldWebinar({
        registrants: ['gus', 'hanna', 'ida'].map((name) => aRegistrant(acme(name))),
        instances: [
          anInstance([aJoin(acme('gus'), 0, 30), aJoin(acme('hanna'), 0, 30)], first),
          anInstance([aJoin(acme('gus'), 40, 55)], second),
        ],
      }),
    ],
  });

  const { report } = await world.sync({ webinarId });

  expect(report.sessions).toMatchObject([
    { key: 'main', lengthSeconds: 3600, registered: 3, attended: 2, noShow: 1, cancelled: 0 },
  ]);
  expect(toPeopleTable(world.view(), eventId)).toEqual({
    gus: ['ATTENDED 3300', '1', '1', '1', '75'],
    hanna: ['ATTENDED 1800', '1', '1', '1', '50'],
    ida: ['NO_SHOW', '1', '0', '0', ''],
  });
});

it('an instance whose uuid holds a slash is read like any other', async () => {
  const uuids = ['/begins+with==', 'has//two==', '/both//ways/=='];
  const world = await openWorld({
    webinars: uuids.map((uuid, index) =>
      aHeldWebinar({
        id: `${webinarId}${index}`,
        registrants: [aRegistrant(acme('ann'))],
        instances: [anInstance([aJoin(acme('ann'), 0, 60)], { uuid })],
      }),
    ),
  });

  for (const [index] of uuids.entries()) await world.sync({ webinarId: `${webinarId}${index}` });

  expect(toPeopleTable(world.view(), `${eventId}2`)).toEqual({ ann: ['ATTENDED 3600', '3', '3', '3', '100'] });
});
