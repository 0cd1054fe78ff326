import { describe, expect, it } from 'vitest';
import { contactStore } from '../../emulators/hubspot/object-types.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';
import type { RunSweepAnswer } from '../../src/app/extensions/contract/sweep.ts';
import { aCrowd, aHeldWebinar, aJoin, anInstance, aRegistrant, atMinute, webinarId } from '../support/zoom-webinars.ts';
import {
  dayMs,
  failed,
  hourMs,
  minuteMs,
  noon,
  openWorld,
  succeeded,
  type WebinarWorld,
} from '../support/webinar-world.ts';
import { aFan, aPlannedWebinar, inDays, openPlanned, personalLink } from '../support/planned-webinars.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const eventId = `zoom-webinar-${webinarId}`;
const numericId = Number(webinarId);

/** Joins and instances in days from the beginning of the tests. */
const heldOn = (day: number, emails: readonly string[], uuid: string) =>
  anInstance(
    emails.map((email) => aJoin(email, 0, 0, { join_time: inDays(day), leave_time: atMinute(30, noon + day * dayMs) })),
    { uuid, start_time: inDays(day), end_time: atMinute(60, noon + day * dayMs) },
  );

function propertyOf({ two }: WebinarWorld, email: string, name: string): string {
  const { live } = contactStore(two.hubspot.world());
  return [...live.values()].find(({ properties }) => properties['email'] === email)?.properties[name] ?? '';
}

async function sweep(world: WebinarWorld): Promise<void> {
  let parameters = {};
  for (let steps = 0; steps < 60; steps += 1) {
    const answer = succeeded(await world.call<RunSweepAnswer>('run_sweep', parameters));
    if (answer.done) return;
    if (answer.retryAfterSeconds > 0) await world.time.sleep(answer.retryAfterSeconds * 1000);
    parameters = { sweepId: answer.sweepId };
  }
  throw new Error('the sweep does not end');
}

describe('a webinar that Zoom does not list any more', () => {
  it('held since the last sync: nobody is cancelled, and the sweep knows who came', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.time.advance(3 * dayMs + 2 * hourMs);
    world.atZoom('add-instance', { webinar_id: numericId, instance: heldOn(3, [acme('ann')], 'heldHeld==') });
    world.atZoom('delete-webinar', { webinar_id: numericId });

    await sweep(world);

    expect(world.view().events[eventId]?.people).toEqual({ [acme('ann')]: 'ATTENDED 1800', [acme('bea')]: 'NO_SHOW' });
    expect(propertyOf(world, acme('bea'), 'zwh_next_webinar_join_url')).toBe('');
  });

  it('held since the last sync: Sync now cancels nobody', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.time.advance(3 * dayMs + 2 * hourMs);
    world.atZoom('add-instance', { webinar_id: numericId, instance: heldOn(3, [acme('ann')], 'heldHeld==') });
    world.atZoom('delete-webinar', { webinar_id: numericId });

    const { report } = await world.sync({ webinarId });

    expect(report.changes.cancellations).toBe(0);
    expect(world.view().contacts[acme('bea')]).toMatchObject({ registrations: '1' });
  });

  it('never held, its number expired: registrations stand', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.time.advance(50 * dayMs);

    const { report } = await world.sync({ webinarId });

    expect(report.warnings).toContainEqual({ cause: 'webinar-expired' });
    expect(world.view().contacts[acme('bea')]).toMatchObject({ registrations: '1' });
  });

  it('is not believed to be deleted because of a single answer', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    const body = { code: 3001, message: `Webinar does not exist: ${webinarId}.` };
    world.two.zoom.faults.add([
      { operation: 'webinars.get', occurrence: 1, fault: { kind: 'answer', status: 404, body } },
    ]);

    const answer = await world.step({ webinarId });

    expect(answer.ok).toBe(false);
    expect(world.view().events[eventId]?.people).toEqual({ [acme('ann')]: 'REGISTERED', [acme('bea')]: 'REGISTERED' });
  });

  it('a series that was deleted: what was held stays, what was to come is cancelled', async () => {
    const dates = [-2, 5].map((days) => ({ start_time: inDays(days), duration: 60, status: 'available' as const }));
    const keys = [-2, 5].map((days) => String(noon + days * dayMs));
    const world = await openPlanned({
      type: 9,
      start_time: inDays(-2),
      occurrences: dates,
      settings: { approval_type: 0, registration_type: 1 },
      registrants: [aFan('ann', { create_time: inDays(-3) }), aFan('bea', { create_time: inDays(-3) })],
      instances: [heldOn(-2, [acme('ann')], 'heldHeld==')],
    });
    await world.sync({ webinarId });
    const before = propertyOf(world, acme('bea'), 'zwh_next_webinar_join_url');
    world.atZoom('delete-webinar', { webinar_id: numericId });

    await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(before).toBe(personalLink('bea'));
    const events = [...world.two.hubspot.world().marketingEvents.values()];
    expect(events.map(({ externalEventId, eventCancelled }) => [externalEventId, eventCancelled])).toEqual([
      [`${eventId}-${keys[0] ?? ''}`, false],
      [`${eventId}-${keys[1] ?? ''}`, true],
    ]);
    expect(world.view().events[`${eventId}-${keys[0] ?? ''}`]?.people).toEqual({
      [acme('ann')]: 'ATTENDED 1800',
      [acme('bea')]: 'NO_SHOW',
    });
    expect(propertyOf(world, acme('ann'), 'zwh_next_webinar_join_url')).toBe('');
    expect(propertyOf(world, acme('bea'), 'zwh_next_webinar_join_url')).toBe('');
    expect(again.report.writes).toMatchObject({ contacts: 0, attendance: 0, marketingEvents: 0 });
  });
});

describe('a rehearsal on the days before', () => {
  const rehearsal = (participants: Parameters<typeof anInstance>[0] = []) =>
    anInstance(participants, {
      uuid: 'rehearsalRehearsal==',
      start_time: atMinute(-60, noon),
      end_time: atMinute(-30, noon),
    });

  it('leaves the planned date alone while Zoom still works on its report', async () => {
    const world = await openWorld({
      webinars: [aPlannedWebinar()],
      switches: { reportReadiness: { notFoundMs: 2 * hourMs } },
    });
    await world.sync({ webinarId });
    const before = world.view();
    world.atZoom('add-instance', { webinar_id: numericId, instance: rehearsal() });

    await world.sync({ webinarId });

    expect(world.view()).toEqual(before);
    expect(propertyOf(world, acme('ann'), 'zwh_next_webinar_join_url')).toBe(personalLink('ann'));
  });

  it('with an early attendee makes nobody a no-show of a webinar that is still to come', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.atZoom('add-instance', {
      webinar_id: numericId,
      instance: rehearsal([
        aJoin(acme('tester'), 0, 0, { join_time: atMinute(-60, noon), leave_time: atMinute(-40, noon) }),
      ]),
    });
    world.time.advance(2 * hourMs);

    await world.sync({ webinarId });

    expect(propertyOf(world, acme('ann'), 'zwh_next_webinar_join_url')).toBe(personalLink('ann'));
  });
});

describe('a single webinar that was held and is moved to another day', () => {
  const openMoved = async (): Promise<WebinarWorld> => {
    const world = await openWorld({
      webinars: [aHeldWebinar({ registrants: [aFan('ann')], instances: [anInstance([aJoin(acme('ann'), 0, 30)])] })],
    });
    await world.sync({ webinarId });
    world.atZoom('change-webinar', { webinar_id: numericId, change: { start_time: inDays(3) } });
    world.atZoom('add-registrant', {
      webinar_id: numericId,
      registrant: aFan('bea', { create_time: inDays(0) }),
    });
    return world;
  };
  const newDate = String(noon + 3 * dayMs);

  it('B8: makes nobody a no-show who has registered for the new day', async () => {
    const world = await openMoved();

    const { report } = await world.sync({ webinarId });

    expect(report.sessions).toMatchObject([
      { key: 'main', isHeld: true, registered: 1, attended: 1, noShow: 0 },
      { key: newDate, isHeld: false, registered: 2 },
    ]);
    expect(propertyOf(world, acme('bea'), 'zwh_next_webinar_join_url')).toBe(personalLink('bea'));
  });

  it('S19: is held under the event that was planned for the new day', async () => {
    const world = await openMoved();
    await world.sync({ webinarId });
    world.time.advance(5 * dayMs);
    world.atZoom('add-instance', { webinar_id: numericId, instance: heldOn(3.01, [acme('bea')], 'secondSecond==') });
    await world.sync({ webinarId });
    world.atZoom('change-webinar', { webinar_id: numericId, change: { start_time: inDays(30) } });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions.map(({ key, isHeld }) => [key, isHeld])).toEqual([
      ['main', true],
      [newDate, true],
      [String(noon + 30 * dayMs), false],
    ]);
    expect(world.view().contacts[acme('bea')]).toMatchObject({ attendedSessions: '1', attendedWebinars: '1' });
  });
});

describe('a webinar that is turned from a single one into a series', () => {
  it('keeps the session that was held under its name', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({ registrants: [aRegistrant(acme('ann'))], instances: [anInstance([aJoin(acme('ann'), 0, 30)])] }),
      ],
    });
    await world.sync({ webinarId });
    Object.assign(world.two.zoom.world().webinarsById.get(numericId) ?? {}, { type: 9 });
    world.atZoom('change-webinar', {
      webinar_id: numericId,
      change: { occurrences: [{ start_time: inDays(7), duration: 60, status: 'available' }] },
    });

    const { report } = await world.sync({ webinarId });

    expect(report.sessions.map(({ key, isHeld }) => [key, isHeld])).toEqual([
      ['main', true],
      [String(noon + 7 * dayMs), false],
    ]);
    expect(world.view().contacts[acme('ann')]).toMatchObject({ attendedSessions: '1' });
  });
});

describe('B19: one person, next to everybody', () => {
  it('is written even when somebody else has ended the run that was open', async () => {
    const { registrants, joins } = aCrowd(900);
    const world = await openWorld({ webinars: [aHeldWebinar({ registrants, instances: [anInstance(joins)] })] });
    world.time.callsTake(600);
    const all = succeeded(await world.step({ webinarId }));
    const address = registrants[0]?.email ?? '';
    const one = succeeded(await world.call<SyncWebinarAnswer>('sync_person', { webinarId, address }));
    await world.sync({ webinarId, runId: all.runId });

    const { report } = await world.syncPerson({ webinarId, address, runId: one.runId });

    expect(one.done).toBe(false);
    expect(report).toMatchObject({ trigger: 'person', eligible: 1 });
  });
});

describe('B3: a dry run next to a run that was left in the middle', () => {
  it('shows everybody', async () => {
    const { registrants, joins } = aCrowd(900);
    const world = await openWorld({ webinars: [aHeldWebinar({ registrants, instances: [anInstance(joins)] })] });
    world.time.callsTake(600);
    let answer = succeeded(await world.step({ webinarId }));
    while (answer.progress.phase !== 'writing' || answer.progress.doneCount < 200) {
      answer = succeeded(await world.step({ webinarId, runId: answer.runId }));
    }
    world.time.callsTake(1);

    const { report } = await world.sync({ webinarId, dryRun: true });

    expect(report).toMatchObject({ isDryRun: true, eligible: 900 });
    expect(report.people).toHaveLength(200);
    expect(report.steps).toBe(1);
  });
});

describe('S14: marks that HubSpot does not give back', () => {
  const loseMarks = (world: WebinarWorld): void =>
    world.two.hubspot.faults.add([
      {
        operation: 'custom-objects.batch-read',
        occurrence: 2,
        fault: { kind: 'set-field', path: 'results', value: [] },
      },
    ]);
  const openSynced = async (): Promise<WebinarWorld> => {
    const registrants = ['ann', 'bea', 'cid'].map((name) => aRegistrant(acme(name)));
    const world = await openWorld({ webinars: [aHeldWebinar({ registrants })] });
    await world.sync({ webinarId });
    world.time.advance(hourMs);
    world.atZoom('self-cancel', { webinar_id: numericId, email: acme('bea') });
    return world;
  };

  it('are waited for: who has vanished from Zoom meanwhile is cancelled all the same', async () => {
    const world = await openSynced();
    loseMarks(world);

    const refused = failed(await world.step({ webinarId }));
    const { report } = await world.sync({ webinarId });

    expect(refused).toMatchObject({ kind: 'unavailable', operation: 'read state records' });
    expect(report).toMatchObject({ eligible: 3, unchanged: 2, changes: { cancellations: 0 } });
    expect(world.view().contacts[acme('bea')]).toMatchObject({ registrations: '0' });
  });

  it('for ten minutes are not waited for any longer', async () => {
    const world = await openSynced();
    const type = [...world.two.hubspot.world().schemas.values()][0]?.objectTypeId ?? '';
    const records = [...(world.two.hubspot.world().stores.get(type)?.live.values() ?? [])];
    const marks = records.find(({ properties }) => properties['kind'] === 'people');
    world.atHubSpot('archive-record', { objectType: type, id: marks?.id ?? '' });

    const refused = failed(await world.step({ webinarId }));
    world.time.advance(11 * minuteMs);
    const { report } = await world.sync({ webinarId });

    expect(refused.kind).toBe('unavailable');
    expect(report).toMatchObject({ eligible: 2, synced: 2 });
  });
});

describe('registration that was switched off before the webinar was held', () => {
  it('leaves everybody registered, and follows the webinar for them', async () => {
    const world = await openPlanned();
    await world.sync({ webinarId });
    world.atZoom('change-webinar', { webinar_id: numericId, change: { settings: { approval_type: 2 } } });
    world.time.advance(5 * dayMs);
    world.atZoom('add-instance', { webinar_id: numericId, instance: heldOn(3, [acme('ann')], 'heldHeld==') });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(report).toMatchObject({
      changes: { cancellations: 0 },
      sessions: [{ registered: 2, attended: 1, noShow: 1 }],
    });
    expect(world.view().contacts[acme('bea')]).toMatchObject({ registrations: '1' });
    expect(propertyOf(world, acme('bea'), 'zwh_next_webinar_join_url')).toBe('');
    expect(again.report.writes).toMatchObject({ contacts: 0, marketingEvents: 0 });
  });
});
