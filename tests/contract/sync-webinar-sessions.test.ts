import { describe, expect, it } from 'vitest';
import { toPeopleTable } from '../support/hubspot-view.ts';
import { dayMs, openWorld } from '../support/webinar-world.ts';
import { aCrowd, aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';

const eventId = `zoom-webinar-${webinarId}`;
const acme = (name: string): string => `${name}@acme.example.com`;
const weekMinutes = 7 * 24 * 60;

describe('B10: a recurring webinar with planned dates', () => {
  const first = '1793800800000';
  const second = '1794405600000';
  const third = '1795615200000';
  const occurrences = [
    { occurrence_id: first, start_time: atMinute(-2 * weekMinutes) },
    { occurrence_id: second, start_time: atMinute(-weekMinutes) },
    { occurrence_id: third, start_time: atMinute(weekMinutes) },
  ];
  const instances = [
    anInstance(
      [
        aJoin(acme('ann'), -2 * weekMinutes, -2 * weekMinutes + 30),
        aJoin(acme('bea'), -2 * weekMinutes, -2 * weekMinutes + 60),
      ],
      { uuid: 'one==', start_time: atMinute(-2 * weekMinutes), end_time: atMinute(-2 * weekMinutes + 60) },
    ),
    anInstance([aJoin(acme('ann'), -weekMinutes + 5, -weekMinutes + 65)], {
      uuid: 'two==',
      // Begun late, and still the second date.
      start_time: atMinute(-weekMinutes + 5),
      end_time: atMinute(-weekMinutes + 65),
    }),
  ];

  it('registered for as a whole: every date knows its own people, and a series counts once (S23, S24, B17)', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          type: 9,
          settings: { approval_type: 0, registration_type: 1 },
          occurrences,
          registrants: [
            aRegistrant(acme('ann'), { create_time: atMinute(-3 * weekMinutes) }),
            aRegistrant(acme('bea'), { create_time: atMinute(-3 * weekMinutes) }),
            // Registered between the dates, so the first one is none of theirs.
            aRegistrant(acme('cleo'), { create_time: atMinute(-weekMinutes - 60) }),
            aRegistrant(acme('dee'), { create_time: atMinute(-3 * weekMinutes), status: 'denied' }),
          ],
          instances,
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions).toMatchObject([
      { key: first, registered: 2, attended: 2, noShow: 0, cancelled: 1 },
      { key: second, startedAt: '2026-11-11T14:05:00.000Z', registered: 3, attended: 1, noShow: 2, cancelled: 1 },
      { key: third, isHeld: false, registered: 3, attended: 0, noShow: 0, cancelled: 1 },
    ]);
    const view = world.view();
    expect(Object.keys(view.events)).toEqual([`${eventId}-${first}`, `${eventId}-${second}`, `${eventId}-${third}`]);
    expect(toPeopleTable(view, `${eventId}-${first}`)).toEqual({
      ann: ['ATTENDED 1800', '1', '1', '2', '75'],
      bea: ['ATTENDED 3600', '1', '1', '1', '100'],
      cleo: ['not there', '1', '0', '0', ''],
      dee: ['CANCELLED', '0', '0', '0', ''],
    });
    expect(toPeopleTable(view, `${eventId}-${second}`)).toMatchObject({
      ann: ['ATTENDED 3600', '1', '1', '2', '75'],
      bea: ['NO_SHOW', '1', '1', '1', '100'],
      cleo: ['NO_SHOW', '1', '0', '0', ''],
    });
  });

  it('registered for date by date: nobody is a no-show of a date that they did not choose', async () => {
    const chosen = (...occurrence_ids: readonly string[]) => ({
      create_time: atMinute(-3 * weekMinutes),
      standIn: { occurrence_ids: [...occurrence_ids] },
    });
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          type: 9,
          settings: { approval_type: 0, registration_type: 2 },
          occurrences,
          registrants: [
            aRegistrant(acme('ann'), chosen(first, second)),
            aRegistrant(acme('bea'), chosen(first)),
            aRegistrant(acme('cleo'), chosen(second)),
            aRegistrant(acme('dee'), chosen(third)),
          ],
          instances,
        }),
      ],
    });
    world.atZoom('change-registrant', {
      webinar_id: Number(webinarId),
      email: acme('ann'),
      occurrence_id: second,
      status: 'denied',
    });

    const { report } = await world.sync({ webinarId });

    expect(report.eligible).toBe(4);
    expect(report.sessions).toMatchObject([
      { key: first, registered: 2, attended: 2, noShow: 0, cancelled: 0 },
      // Cancelled for this date, and there all the same.
      { key: second, registered: 1, attended: 1, registeredAndAttended: 0, noShow: 1, cancelled: 0 },
      { key: third, isHeld: false, registered: 1, attended: 0, noShow: 0, cancelled: 0 },
    ]);
    expect(toPeopleTable(world.view(), `${eventId}-${second}`)).toEqual({
      ann: ['ATTENDED 3600', '1', '1', '2', '75'],
      bea: ['not there', '1', '1', '1', '100'],
      cleo: ['NO_SHOW', '1', '0', '0', ''],
      // Registered for a date to come.
      dee: ['not there', '1', '0', '0', ''],
    });
  });

  it('a date that was still to come at the first sync has its people when it has been held', async () => {
    const chosen = { create_time: atMinute(-3 * weekMinutes), standIn: { occurrence_ids: [third] } };
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          type: 9,
          settings: { approval_type: 0, registration_type: 2 },
          occurrences,
          registrants: [aRegistrant(acme('dee'), chosen), aRegistrant(acme('eva'), chosen)],
          instances,
        }),
      ],
    });
    await world.sync({ webinarId });
    world.time.advance(7 * dayMs);
    world.atZoom('self-cancel', { webinar_id: Number(webinarId), email: acme('eva') });
    world.atZoom('add-instance', {
      webinar_id: Number(webinarId),
      instance: anInstance([aJoin(acme('dee'), weekMinutes, weekMinutes + 30)], {
        uuid: 'three==',
        start_time: atMinute(weekMinutes),
        end_time: atMinute(weekMinutes + 60),
      }),
    });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions).toMatchObject([{}, {}, { key: third, registered: 1, attended: 1, cancelled: 1 }]);
    expect(toPeopleTable(world.view(), `${eventId}-${third}`)).toMatchObject({
      dee: ['ATTENDED 1800', '1', '1', '1', '50'],
      eva: ['CANCELLED', '0', '0', '0', ''],
    });
    expect(world.view().timelines[acme('dee')]).toHaveLength(4);
  });
});

it('a recurring webinar without planned dates has a session for every time it was held', async () => {
  const world = await openWorld({
    webinars: [
      aHeldWebinar({
        type: 6,
        registrants: [aRegistrant(acme('ann'), { create_time: atMinute(-2 * weekMinutes) })],
        instances: [
          anInstance([aJoin(acme('ann'), -weekMinutes, -weekMinutes + 30)], {
            uuid: 'one==',
            start_time: atMinute(-weekMinutes),
            end_time: atMinute(-weekMinutes + 60),
          }),
          anInstance([aJoin(acme('ann'), 0, 60)]),
        ],
      }),
    ],
  });

  const { report } = await world.sync({ webinarId });

  const [earlier, later] = ['1794405600000', '1795010400000'];
  expect(report.sessions).toMatchObject([{ key: earlier }, { key: later }]);
  expect(toPeopleTable(world.view(), `${eventId}-${later}`)).toEqual({
    ann: ['ATTENDED 3600', '1', '1', '2', '75'],
  });
});

it('a rehearsal with hosts and panelists only is no session', async () => {
  const world = await openWorld({
    webinars: [
      aHeldWebinar({
        panelists: [{ id: 'panelist-1', name: 'Pat Quillfeather', email: acme('pat') }],
        registrants: [aRegistrant(acme('ann'))],
        instances: [
          anInstance([aJoin(acme('pat'), -90, -60)], {
            uuid: 'rehearsal==',
            start_time: atMinute(-90),
            end_time: atMinute(-60),
          }),
          anInstance([aJoin(acme('ann'), 0, 60), aJoin(acme('pat'), 0, 60)]),
        ],
      }),
    ],
  });

  const { report } = await world.sync({ webinarId });

  expect(report.sessions).toMatchObject([
    { key: 'main', startedAt: '2026-11-18T14:00:00.000Z', lengthSeconds: 3600, registered: 1, attended: 1 },
  ]);
});

it('a webinar that was never held has no event and no no-shows, and whoever registered is registered', async () => {
  const world = await openWorld({ webinars: [aHeldWebinar({ registrants: [aRegistrant(acme('ann'))] })] });

  const { report } = await world.sync({ webinarId });

  expect(report).toMatchObject({ eligible: 1, synced: 1, sessions: [] });
  expect(world.view().events).toEqual({});
  expect(toPeopleTable(world.view(), eventId)).toEqual({ ann: ['not there', '1', '0', '0', ''] });
});

it('a webinar without registration has attendees and guests, and its public join link', async () => {
  const world = await openWorld({
    webinars: [
      aHeldWebinar({
        settings: { approval_type: 2 },
        instances: [
          anInstance([
            aJoin(acme('walt'), 0, 30, { registrant_id: '', standIn: { isEmailFromHost: true } }),
            aJoin('', 0, 60, { name: 'Gaston Guestling' }),
          ]),
        ],
      }),
    ],
  });

  const { report } = await world.sync({ webinarId });

  expect(report).toMatchObject({
    status: 'complete',
    eligible: 2,
    synced: 1,
    skipped: { 'guest-without-address': 1 },
    sessions: [{ registered: 0, attended: 1, noShow: 0, cancelled: 0 }],
  });
  const view = world.view();
  expect(toPeopleTable(view, eventId)).toEqual({ walt: ['ATTENDED 1800', '0', '1', '1', '50'] });
  expect(view.contacts[acme('walt')]?.lastRegistered).toBe('');
  expect(view.events[eventId]?.url).toBe(`https://zoom.example.com/j/${webinarId}`);
});

describe('any number of people', () => {
  it.each([1, 100, 101, 299, 300, 301, 650])(
    'B12: %i are all synced, and all unchanged the next time',
    async (count) => {
      const { registrants, joins } = aCrowd(count);
      const world = await openWorld({ webinars: [aHeldWebinar({ registrants, instances: [anInstance(joins)] })] });
      const attendedCount = Math.ceil(count / 2);

      const { report } = await world.sync({ webinarId });
      const again = await world.sync({ webinarId });

      expect(report).toMatchObject({
        status: 'complete',
        eligible: count,
        synced: count,
        warnings: [],
        sessions: [{ registered: count, attended: attendedCount, noShow: count - attendedCount }],
        writes: { contacts: count, attendance: count + attendedCount, events: count + attendedCount },
      });
      expect(again.report).toMatchObject({ eligible: count, synced: 0, unchanged: count });
      expect(again.hubspotCalls.length).toBeLessThanOrEqual(10);
    },
  );

  it('a page may hold fewer rows than were asked for', async () => {
    const { registrants, joins } = aCrowd(120);
    const world = await openWorld({
      switches: { heavyPageRows: 7 },
      webinars: [aHeldWebinar({ registrants, instances: [anInstance(joins)] })],
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 120, warnings: [], sessions: [{ attended: 60 }] });
  });

  it('a single guest without an address is counted, and nobody is created', async () => {
    const world = await openWorld({
      webinars: [aHeldWebinar({ instances: [anInstance([aJoin('', 0, 10, { name: 'Gaston Guestling' })])] })],
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ eligible: 1, synced: 0, skipped: { 'guest-without-address': 1 } });
    expect(world.view().contacts).toEqual({});
  });
});
