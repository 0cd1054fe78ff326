import { describe, expect, it } from 'vitest';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';
import { dayMs, hourMs, noon, openWorld, type WebinarWorld } from '../support/webinar-world.ts';
import { aFan, aPlannedWebinar, inDays, openPlanned, personalLink } from '../support/planned-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const eventId = `zoom-webinar-${webinarId}`;
const numericId = Number(webinarId);

/** What the customer's own e-mails can use, by the name in the address. */
function nextWebinars({ two }: WebinarWorld): Readonly<Record<string, readonly string[]>> {
  const { live } = contactStore(two.hubspot.world());
  return Object.fromEntries(
    [...live.values()].map(({ properties }) => [
      (properties['email'] ?? '').split('@')[0] ?? '',
      ['name', 'starts_at', 'join_url'].map((name) => properties[`zwh_next_webinar_${name}`] ?? ''),
    ]),
  );
}

const nothing = ['', '', ''];
const expectedNext = (name: string, days = 3) => ['Growing tomatoes', inDays(days), personalLink(name)];

describe('S19: a webinar that is still to come', () => {
  it('has its marketing event and its registrations before it is held', async () => {
    const world = await openPlanned();

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'complete',
      eligible: 2,
      synced: 2,
      sessions: [{ key: 'main', isHeld: false, registered: 2, attended: 0, noShow: 0 }],
      warnings: [],
    });
    expect(world.view().events[eventId]).toMatchObject({
      startsAt: new Date(noon + 3 * dayMs).toISOString(),
      endsAt: null,
      isCompleted: false,
      people: { [acme('ann')]: 'REGISTERED', [acme('bea')]: 'REGISTERED' },
    });
  });

  it('B13: unchanged, is not written again', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.time.advance(hourMs);

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      unchanged: 2,
      writes: { contacts: 0, attendance: 0, events: 0, marketingEvents: 0 },
    });
  });

  it('keeps its event when it is held: nobody is registered twice', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.time.advance(5 * dayMs);
    world.atZoom('add-instance', {
      webinar_id: numericId,
      instance: anInstance(
        [aJoin(acme('ann'), 0, 60, { join_time: inDays(3), leave_time: atMinute(30, noon + 3 * dayMs) })],
        { start_time: inDays(3), end_time: atMinute(60, noon + 3 * dayMs) },
      ),
    });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions).toMatchObject([{ key: 'main', isHeld: true, registered: 2, attended: 1, noShow: 1 }]);
    expect(Object.keys(world.view().events)).toEqual([eventId]);
    expect(world.view().events[eventId]).toMatchObject({
      isCompleted: true,
      people: { [acme('ann')]: 'ATTENDED 1800', [acme('bea')]: 'NO_SHOW' },
    });
    expect(world.view().timelines[acme('bea')]).toHaveLength(2);
  });

  it('S18, B7: a registration that is cancelled and made again follows Zoom', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.atZoom('self-cancel', { webinar_id: numericId, email: acme('ann') });
    await world.sync({ webinarId });
    const cancelled = world.view().events[eventId]?.people[acme('ann')];
    world.atZoom('add-registrant', {
      webinar_id: numericId,
      registrant: aFan('ann', { id: 'reg-ann-again', create_time: inDays(0) }),
    });

    await world.sync({ webinarId });

    expect(cancelled).toBe('CANCELLED');
    expect(world.view().events[eventId]?.people[acme('ann')]).toBe('REGISTERED');
  });

  it('that is moved takes its event along', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.atZoom('change-webinar', {
      webinar_id: numericId,
      change: { start_time: inDays(10), topic: 'Growing beans' },
    });

    await world.sync({ webinarId });

    expect(Object.keys(world.view().events)).toEqual([eventId]);
    expect(world.view().events[eventId]).toMatchObject({
      name: 'Growing beans',
      startsAt: new Date(noon + 10 * dayMs).toISOString(),
    });
  });

  it('that is deleted in Zoom is cancelled in HubSpot, and so is everybody’s registration', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.atZoom('delete-webinar', { webinar_id: numericId });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(report).toMatchObject({ warnings: [{ cause: 'webinar-deleted' }], changes: { cancellations: 2 } });
    const [event] = [...world.two.hubspot.world().marketingEvents.values()];
    expect(event?.eventCancelled).toBe(true);
    expect(world.view().events[eventId]?.people).toEqual({ [acme('ann')]: 'CANCELLED', [acme('bea')]: 'CANCELLED' });
    expect(world.view().contacts[acme('ann')]).toMatchObject({ registrations: '0' });
    expect(again.report.writes).toMatchObject({ contacts: 0, attendance: 0, marketingEvents: 0 });
  });

  it('that was deleted before anybody synced it is not found', async () => {
    const world = await openPlanned();
    world.atZoom('delete-webinar', { webinar_id: numericId });

    const answer = await world.step({ webinarId });

    expect(answer).toMatchObject({ ok: false, failure: { reason: { cause: 'webinar-not-found', webinarId } } });
  });

  it('without a date has no event yet, and its registrations are on the contacts', async () => {
    const world = await openWorld({ webinars: [aPlannedWebinar({ type: 6 })] });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 2, sessions: [] });
    expect(world.view().contacts[acme('ann')]).toMatchObject({ registrations: '1' });
  });
});

describe('B10: a series whose dates are still to come', () => {
  const dates = [1, 8, 15].map((days) => ({ start_time: inDays(days), duration: 60, status: 'available' as const }));
  const keys = [1, 8, 15].map((days) => String(noon + days * dayMs));

  it('registered for as a whole has an event for the next date only', async () => {
    const world = await openPlanned({
      type: 9,
      occurrences: dates,
      settings: { approval_type: 0, registration_type: 1 },
    });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions.map(({ key }) => key)).toEqual([keys[0]]);
  });

  it('registered for date by date has an event for each', async () => {
    const chosen = { standIn: { occurrence_ids: [keys[1] ?? ''] } };
    const world = await openPlanned({
      type: 9,
      occurrences: dates,
      settings: { approval_type: 0, registration_type: 2 },
      registrants: [aFan('ann', chosen)],
    });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions.map(({ key, registered }) => [key, registered])).toEqual([
      [keys[0], 0],
      [keys[1], 1],
      [keys[2], 0],
    ]);
    expect(nextWebinars(world)).toEqual({ ann: expectedNext('ann', 8) });
  });

  it('a date that is deleted is cancelled', async () => {
    const world = await openPlanned({
      type: 9,
      occurrences: dates,
      settings: { approval_type: 0, registration_type: 1 },
    });
    await world.sync({ webinarId });
    world.atZoom('change-occurrence', { webinar_id: numericId, occurrence_id: keys[0], change: { status: 'deleted' } });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions.map(({ key }) => key)).toEqual([keys[1]]);
    const events = [...world.two.hubspot.world().marketingEvents.values()];
    expect(events.map(({ externalEventId, eventCancelled }) => [externalEventId, eventCancelled])).toEqual([
      [`${eventId}-${keys[0] ?? ''}`, true],
      [`${eventId}-${keys[1] ?? ''}`, false],
    ]);
    expect(nextWebinars(world)).toMatchObject({ ann: expectedNext('ann', 8) });
  });
});

describe('B15: the next webinar on the contact', () => {
  it('is its name, its start and the personal link', async () => {
    const world = await openPlanned();

    await world.sync({ webinarId });

    expect(nextWebinars(world)).toEqual({ ann: expectedNext('ann'), bea: expectedNext('bea') });
  });

  it('follows the webinar when it moves', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.atZoom('change-webinar', { webinar_id: numericId, change: { start_time: inDays(10) } });

    await world.sync({ webinarId });

    expect(nextWebinars(world)).toEqual({ ann: expectedNext('ann', 10), bea: expectedNext('bea', 10) });
  });

  it('is empty for whoever has cancelled, and when the webinar was deleted', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.atZoom('self-cancel', { webinar_id: numericId, email: acme('ann') });
    await world.sync({ webinarId });
    const afterCancelling = nextWebinars(world);
    world.atZoom('delete-webinar', { webinar_id: numericId });

    await world.sync({ webinarId });

    expect(afterCancelling).toEqual({ ann: nothing, bea: expectedNext('bea') });
    expect(nextWebinars(world)).toEqual({ ann: nothing, bea: nothing });
  });

  it('is empty when its time is over, held or not', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.time.advance(3 * dayMs + 2 * hourMs);

    await world.sync({ webinarId });

    expect(nextWebinars(world)).toEqual({ ann: nothing, bea: nothing });
  });

  it('is the earlier one of two, and then the other', async () => {
    const later = '89999999999';
    const world = await openWorld({
      webinars: [
        aPlannedWebinar({ registrants: [aFan('ann')] }),
        aPlannedWebinar({
          id: later,
          uuid: 'laterLaterLater==',
          topic: 'Growing beans',
          start_time: inDays(6),
          registrants: [aFan('ann', { join_url: 'https://zoom.example.com/w/later' })],
        }),
      ],
    });
    await world.sync({ webinarId: later });
    await world.sync({ webinarId });
    const before = nextWebinars(world);
    world.time.advance(3 * dayMs + 2 * hourMs);

    await world.sync({ webinarId });

    expect(before).toEqual({ ann: expectedNext('ann') });
    expect(nextWebinars(world)).toEqual({
      ann: ['Growing beans', inDays(6), 'https://zoom.example.com/w/later'],
    });
  });
});

describe('a webinar whose number Zoom has given up', () => {
  it('keeps its attendance: its reports are read under the instances that were known', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('ann'))],
          instances: [anInstance([aJoin(acme('ann'), 0, 30)])],
        }),
      ],
    });
    await world.sync({ webinarId });
    world.time.advance(60 * dayMs);

    const { report } = await world.sync({ webinarId });

    expect(report.warnings).toContainEqual({ cause: 'webinar-expired' });
    expect(world.view().events[eventId]?.people).toEqual({ [acme('ann')]: 'ATTENDED 1800' });
    expect(world.view().contacts[acme('ann')]).toMatchObject({ registrations: '1', attendedWebinars: '1' });
  });
});
