import { describe, expect, it } from 'vitest';
import { knownScopes } from '../../emulators/hubspot/scopes.ts';
import { aHeldWebinar, aJoin, anInstance, aRegistrant, webinarId } from '../support/zoom-webinars.ts';
import { zoomAccountId } from '../support/two-accounts.ts';
import {
  failed,
  hourMs,
  openWorld,
  succeeded,
  type WebinarWorld,
  type WorldOptions,
} from '../support/webinar-world.ts';
import type { AuditLogAnswer } from '../../src/app/extensions/contract/audit-log.ts';
import type { SyncWebinarAnswer } from '../../src/app/extensions/contract/sync.ts';

const acme = (name: string): string => `${name}@acme.example.com`;
const eventId = `zoom-webinar-${webinarId}`;

/** A webinar that these people registered for and attended. */
const openHeld = (emails: readonly string[], options: Partial<WorldOptions> = {}): Promise<WebinarWorld> =>
  openWorld({
    webinars: [
      aHeldWebinar({
        registrants: emails.map((email) => aRegistrant(email)),
        instances: [anInstance(emails.map((email) => aJoin(email, 0, 30)))],
      }),
    ],
    ...options,
  });

const nothingWritten = { contacts: {}, events: {}, timelines: {} };

describe('S2: while Sync webinar data is off', () => {
  it('nothing is written, and the report says which setting to change', async () => {
    const world = await openHeld([acme('ann')], { settings: { isSyncOn: false } });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'off',
      eligible: 0,
      warnings: [{ cause: 'settings-off', setting: 'sync' }],
      writes: { contacts: 0, attendance: 0, events: 0, marketingEvents: 0, audit: 1 },
    });
    expect(world.view()).toEqual(nothingWritten);
    expect(world.records()).toMatchObject({ audit: 1 });
  });

  it('an account that was never set up stays untouched', async () => {
    const world = await openHeld([acme('ann')], { settings: null });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'off', writes: { audit: 0 } });
    expect(world.two.hubspot.world().schemas.size).toBe(0);
  });

  it('a sync that was under way stops at its next step', async () => {
    const world = await openHeld(Array.from({ length: 900 }, (_, index) => acme(`p${index}`)));
    world.time.callsTake(600);
    const first = succeeded(await world.step({ webinarId }));
    await world.save({ isSyncOn: false });
    const before = world.view();

    const { report } = await world.sync({ webinarId, runId: first.runId });

    expect(first.done).toBe(false);
    expect(report.status).toBe('off');
    expect(world.view()).toEqual(before);
    expect(world.records()).not.toHaveProperty('rows');
  });
});

describe('S3, S7: whose webinars', () => {
  const host = 'acc-main:host-1';
  const user = { syncsWebinars: null, syncsRecordings: null, newWebinarsOffSince: null, webinars: {} };

  it.each([
    ['none', {}, 'webinar-users'],
    ['selected', {}, 'host'],
    ['all', { [host]: { ...user, syncsWebinars: false } }, 'host'],
    ['all', { [host]: { ...user, webinars: { [webinarId]: false } } }, 'webinar'],
  ] as const)('%s users with %j: off by %s', async (webinarUsers, users, setting) => {
    const world = await openHeld([acme('ann')], { settings: { webinarUsers, users } });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'off', warnings: [{ cause: 'settings-off', setting }] });
    expect(world.view()).toEqual(nothingWritten);
  });

  it.each([
    ['selected', { [host]: { ...user, syncsWebinars: true } }],
    ['selected', { [host]: { ...user, webinars: { [webinarId]: true } } }],
    ['all', {}],
  ] as const)('%s users with %j: on', async (webinarUsers, users) => {
    const world = await openHeld([acme('ann')], { settings: { webinarUsers, users } });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'complete', synced: 1 });
  });
});

describe('S6: contact exclusions', () => {
  it('keep everybody of a domain and its sub-domains out, in both spellings, and say how many of which', async () => {
    const emails = ['ann@rival.example.com', 'bea@eu.rival.example.com', 'cleo@münchen.example.com', acme('dee')];
    const world = await openHeld(emails, {
      settings: { contactExclusions: ['rival.example.com', 'xn--mnchen-3ya.example.com'] },
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'complete',
      eligible: 4,
      synced: 1,
      skipped: { 'excluded-domain': 3 },
      warnings: [
        {
          cause: 'addresses-excluded',
          personCount: 3,
          domains: [
            { domain: 'rival.example.com', personCount: 2 },
            { domain: 'xn--mnchen-3ya.example.com', personCount: 1 },
          ],
        },
      ],
    });
    expect(Object.keys(world.view().contacts)).toEqual([acme('dee')]);
  });

  it('never touch a contact that exists', async () => {
    const world = await openHeld(['ann@rival.example.com'], {
      settings: { contactExclusions: ['rival.example.com'] },
      hubspot: { contacts: [{ id: '501', properties: { email: 'ann@rival.example.com' } }] },
    });
    const before = world.view();

    await world.sync({ webinarId });

    expect(world.view().contacts).toEqual(before.contacts);
  });

  it('taken back, bring the people in with the next sync', async () => {
    const world = await openHeld([acme('ann')], { settings: { contactExclusions: ['acme.example.com'] } });
    await world.sync({ webinarId });
    await world.save({ contactExclusions: [] });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1, skipped: {}, settings: { contactExclusions: [] } });
  });
});

describe('S13: users of the HubSpot account', () => {
  it('are never created as contacts, whatever the case of their address', async () => {
    const world = await openHeld([acme('ann'), acme('uma')], {
      hubspot: { users: [{ id: '1', email: 'Uma@Acme.Example.com' }] },
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      synced: 1,
      skipped: { 'account-user': 1 },
      warnings: [{ cause: 'account-users', personCount: 1 }],
    });
    expect(Object.keys(world.view().contacts)).toEqual([acme('ann')]);
  });

  it('keep their contact as it is, if they have one', async () => {
    const world = await openHeld([acme('uma')], {
      hubspot: {
        users: [{ id: '1', email: acme('uma') }],
        contacts: [{ id: '501', properties: { email: acme('uma') } }],
      },
    });

    await world.sync({ webinarId });

    expect(world.view().timelines).toEqual({});
    expect(world.view().contacts[acme('uma')]?.registrations).toBe('');
  });

  it('are not known without the scope, so nobody is synced and the scope is named', async () => {
    const scopes = knownScopes.filter((scope) => !scope.endsWith('users.read'));
    const world = await openHeld([acme('ann')], { hubspot: { account: { scopes } } });
    const answer = await world.step({ webinarId });

    expect(answer).toMatchObject({ ok: false, failure: { kind: 'missing-scope', system: 'hubspot' } });
    expect(JSON.stringify(answer)).toContain('settings.users.read');
    expect(world.view()).toMatchObject({ contacts: {}, timelines: {} });
  });

  it('who joined the account an hour ago are known', async () => {
    const world = await openHeld([acme('ann'), acme('uma')]);
    await world.sync({ webinarId });
    world.atHubSpot('add-user', { email: acme('uma') });
    world.time.advance(60 * 60_000);

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ unchanged: 1, skipped: { 'account-user': 1 } });
  });
});

describe('S14: contacts that were deleted', () => {
  it.each(['not-found', 'found', 'refused'] as const)(
    'before the first sync are not created again, where a lookup by address is %s',
    async (archivedLookupByEmail) => {
      const world = await openHeld([acme('ann'), acme('dan')], {
        hubspot: {
          contacts: [{ id: '501', properties: { email: acme('dan') } }],
        },
      });
      world.atHubSpot('switches', { archivedLookupByEmail });
      world.atHubSpot('archive-contact', { email: acme('dan') });

      const { report } = await world.sync({ webinarId });

      expect(report).toMatchObject({
        synced: 1,
        skipped: { 'deleted-contact': 1 },
        warnings: [{ cause: 'contacts-deleted', personCount: 1 }],
      });
      expect(Object.keys(world.view().contacts)).toEqual([acme('ann')]);
    },
  );

  it.each(['not-found', 'found'] as const)(
    'are found among many, where a lookup by address is %s',
    async (archivedLookupByEmail) => {
      const deleted = Array.from({ length: 620 }, (_, index) => `gone${index}@old.example.com`);
      const world = await openHeld([acme('ann'), 'gone7@old.example.com', 'gone611@old.example.com'], {
        hubspot: {
          contacts: deleted.map((email, index) => ({ id: String(5_000 + index), properties: { email } })),
        },
      });
      world.atHubSpot('switches', { archivedLookupByEmail });
      for (const email of deleted) world.atHubSpot('archive-contact', { email });

      const { report } = await world.sync({ webinarId });

      expect(report).toMatchObject({ synced: 1, skipped: { 'deleted-contact': 2 } });
    },
  );

  it('after a sync stay deleted, however the webinar changes', async () => {
    const world = await openHeld([acme('ann'), acme('dan')]);
    await world.sync({ webinarId });
    world.atHubSpot('archive-contact', { email: acme('dan') });
    world.atZoom('change-registrant', {
      webinar_id: Number(webinarId),
      email: acme('dan'),
      fields: { last_name: 'New' },
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ unchanged: 1, skipped: { 'deleted-contact': 1 } });
    expect(Object.keys(world.view().contacts)).toEqual([acme('ann')]);
  });

  it('for privacy after a sync are not created again either', async () => {
    const world = await openHeld([acme('ann'), acme('dan')]);
    await world.sync({ webinarId });
    world.atHubSpot('gdpr-delete-contact', { email: acme('dan') });
    world.atZoom('change-registrant', {
      webinar_id: Number(webinarId),
      email: acme('dan'),
      fields: { last_name: 'New' },
    });

    // HubSpot forgets the participation along with the contact, so its counts differ from what was sent.
    const answer = succeeded(await world.step({ webinarId }));

    expect(answer.report).toMatchObject({ unchanged: 1, skipped: { 'deleted-contact': 1 } });
  });

  it('whose address is blocked are refused by HubSpot, and the others are synced', async () => {
    const world = await openHeld([acme('ann'), acme('dan')]);
    world.atHubSpot('gdpr-delete-contact', { email: acme('dan') });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1, skipped: { 'rejected-by-hubspot': 1 } });
  });
});

describe('S12: contacts that were merged', () => {
  it('the address of the one that is gone is a secondary address, and gets nothing', async () => {
    const world = await openHeld([acme('ann'), acme('bea')], {
      hubspot: {
        contacts: [
          { id: '501', properties: { email: acme('ann') } },
          { id: '502', properties: { email: acme('bea') } },
        ],
      },
    });
    world.atHubSpot('merge-contacts', { primary: { email: acme('ann') }, merged: { email: acme('bea') } });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1, skipped: { 'secondary-address': 1 } });
  });

  it('the survivor takes the webinars of the other one over, from the marketing events', async () => {
    const otherId = '89999999999';
    const world = await openWorld({
      webinars: [
        aHeldWebinar({ registrants: [aRegistrant(acme('ann'))], instances: [anInstance([aJoin(acme('ann'), 0, 60)])] }),
        aHeldWebinar({
          id: otherId,
          uuid: 'otherOtherOther==',
          registrants: [aRegistrant(acme('bea'))],
          instances: [anInstance([aJoin(acme('bea'), 0, 30)], { uuid: 'otherInstance==' })],
        }),
      ],
    });
    await world.sync({ webinarId });
    await world.sync({ webinarId: otherId });
    world.atHubSpot('merge-contacts', { primary: { email: acme('ann') }, merged: { email: acme('bea') } });
    world.atZoom('change-registrant', {
      webinar_id: Number(webinarId),
      email: acme('ann'),
      fields: { last_name: 'New' },
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1 });
    expect(world.view().contacts[acme('ann')]).toMatchObject({
      registrations: '2',
      attendedWebinars: '2',
      average: '75',
    });
  });
});

describe('somebody whose address was changed by hand in HubSpot', () => {
  it('keeps the new address, and is not created a second time', async () => {
    const world = await openHeld([acme('ann')]);
    await world.sync({ webinarId });
    world.atHubSpot('edit-contact', { contact: { email: acme('ann') }, properties: { email: acme('anna') } });
    world.atZoom('change-registrant', {
      webinar_id: Number(webinarId),
      email: acme('ann'),
      fields: { last_name: 'New' },
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1 });
    expect(Object.keys(world.view().contacts)).toEqual([acme('anna')]);
    expect(world.view().contacts[acme('anna')]).toMatchObject({ name: 'Ann New' });
  });
});

describe('somebody who registered again with the address that was typed by hand in HubSpot', () => {
  it.each([0, 150])('is registered, next to %i others: the one who vanished was the same', async (others) => {
    const crowd = Array.from({ length: others }, (_, index) => acme(`crowd${index}`));
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [acme('ann'), ...crowd].map((email) => aRegistrant(email)),
          instances: [anInstance([aJoin(acme('walt'), 0, 30)])],
        }),
      ],
    });
    await world.sync({ webinarId });
    world.atHubSpot('edit-contact', { contact: { email: acme('ann') }, properties: { email: acme('zoe') } });
    world.atZoom('self-cancel', { webinar_id: Number(webinarId), email: acme('ann') });
    for (const email of [acme('zoe'), ...crowd.map((name) => `again-${name}`)]) {
      world.atZoom('add-registrant', { webinar_id: Number(webinarId), registrant: aRegistrant(email) });
    }

    await world.sync({ webinarId });
    const { report } = await world.sync({ webinarId });

    expect(world.view().contacts[acme('zoe')]).toMatchObject({ registrations: '1' });
    expect(world.view().contacts).not.toHaveProperty([acme('ann')]);
    expect(report.writes).toMatchObject({ contacts: 0, attendance: 0 });
  });
});

describe('S10: addresses and people', () => {
  it('one address that several people share is one contact, who was there as long as any of them', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('office'))],
          instances: [
            anInstance([
              aJoin(acme('office'), 0, 30, { name: 'Olga Office' }),
              aJoin(acme('office'), 20, 45, { name: 'Otto Office' }),
            ]),
          ],
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ eligible: 1, synced: 1 });
    expect(world.view().events[eventId]?.people).toEqual({ [acme('office')]: 'ATTENDED 2700' });
    expect(world.view().contacts[acme('office')]).toMatchObject({ registrations: '1', average: '75' });
  });

  it('upper case makes no other person, a plus tag does', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant('Ann@ACME.example.com'), aRegistrant(acme('ann+zoom'))],
          instances: [anInstance([aJoin(acme('ann'), 0, 30), aJoin(acme('ann+zoom'), 0, 60)])],
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ eligible: 2, synced: 2 });
    expect(world.view().events[eventId]?.people).toEqual({
      [acme('ann')]: 'ATTENDED 1800',
      [acme('ann+zoom')]: 'ATTENDED 3600',
    });
  });
});

describe('B2: update-only', () => {
  it('updates the contacts that exist, creates none, and says whom it left out', async () => {
    const world = await openHeld([acme('ann'), acme('bea')], {
      settings: { contactPolicy: 'update-only' },
      hubspot: { contacts: [{ id: '501', properties: { email: acme('ann') } }] },
    });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      eligible: 2,
      synced: 1,
      skipped: { 'contact-unknown': 1 },
      warnings: [{ cause: 'contacts-unknown', personCount: 1 }],
      changes: { contactsCreated: 0, contactsUpdated: 1 },
    });
    expect(Object.keys(world.view().contacts)).toEqual([acme('ann')]);
  });
});

describe('S17: a webinar of a Zoom Event', () => {
  it('is recognised, reported as not supported, and nobody of it is synced', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          is_events_webinar: true,
          registrants: [aRegistrant(acme('ann'))],
          instances: [anInstance([aJoin(acme('ann'), 0, 30)])],
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });
    const again = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'not-supported', eligible: 0, warnings: [{ cause: 'zoom-event' }] });
    expect(again.report.status).toBe('not-supported');
    expect(world.view()).toEqual(nothingWritten);
  });
});

describe('S35, S37: what HubSpot refuses', () => {
  it('a marketing event: contacts are synced all the same, and the warning says what is missing', async () => {
    const world = await openHeld([acme('ann')]);
    world.two.hubspot.faults.add([
      {
        operation: 'marketing-events.upsert',
        fault: {
          kind: 'answer',
          status: 400,
          body: { status: 'error', category: 'VALIDATION_ERROR', message: 'The event name is not allowed.' },
        },
      },
    ]);

    const answer = succeeded(await world.step({ webinarId }));

    expect(answer.report).toMatchObject({
      status: 'partial',
      synced: 1,
      warnings: [{ cause: 'marketing-event-refused', problem: 'The event name is not allowed.' }],
    });
    expect(world.view().contacts[acme('ann')]).toMatchObject({ registrations: '1', attendedWebinars: '1' });
    expect(world.view().events).not.toHaveProperty([eventId]);
  });

  it('a marketing event, and takes it the next time: everybody is in it then', async () => {
    const world = await openHeld([acme('ann')]);
    world.two.hubspot.faults.add([
      { operation: 'marketing-events.upsert', fault: { kind: 'answer', status: 400, body: { message: 'Not now.' } } },
    ]);
    await world.step({ webinarId });

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({ status: 'complete', warnings: [] });
    expect(world.view().events[eventId]?.people).toEqual({ [acme('ann')]: 'ATTENDED 1800' });
  });

  it('timeline events, and takes them the next time: everybody has them then', async () => {
    const world = await openHeld([acme('ann')]);
    world.two.hubspot.faults.add([
      { operation: 'events.send-batch', fault: { kind: 'answer', status: 400, body: { message: 'Not now.' } } },
    ]);
    const before = await world.sync({ webinarId });

    const { report } = await world.sync({ webinarId });

    expect(before.report.status).toBe('partial');
    expect(report).toMatchObject({ status: 'complete', warnings: [] });
    const lines = world.view().timelines[acme('ann')] ?? [];
    expect(lines.filter((line) => line.startsWith('event'))).toHaveLength(2);
  });

  it('timeline events: everything else is synced', async () => {
    const world = await openHeld([acme('ann')]);
    world.two.hubspot.faults.add([
      {
        operation: 'events.send-batch',
        fault: {
          kind: 'answer',
          status: 400,
          body: { status: 'error', category: 'VALIDATION_ERROR', message: 'The event type is archived.' },
        },
      },
    ]);

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      status: 'partial',
      synced: 1,
      warnings: [{ cause: 'timeline-events-refused', problem: 'The event type is archived.' }],
    });
    expect(world.view().events[eventId]?.people).toEqual({ [acme('ann')]: 'ATTENDED 1800' });
  });
});

describe('S34: an instance of which Zoom tracked nobody', () => {
  it('is reported, and makes nobody a no-show', async () => {
    const world = await openWorld({
      webinars: [
        aHeldWebinar({
          registrants: [aRegistrant(acme('ann'))],
          instances: [anInstance([], { standIn: { hostRow: false } })],
        }),
      ],
    });

    const { report } = await world.sync({ webinarId });

    expect(report.warnings).toEqual([{ cause: 'participants-untracked', sessionStartsAt: '2026-11-18T14:00:00.000Z' }]);
    expect(report.sessions).toEqual([]);
  });
});

describe('S31: Sync now', () => {
  it('says at once what it did, and what started it', async () => {
    const world = await openHeld([acme('ann'), acme('bea')]);

    const { report } = await world.sync({ webinarId });

    expect(report).toMatchObject({
      trigger: 'manual',
      status: 'complete',
      synced: 2,
      changes: { contactsCreated: 2, contactsUpdated: 0, registrations: 2, attendances: 2, cancellations: 0 },
    });
  });
});

describe('B19: one person synced again', () => {
  const person = (world: WebinarWorld, parameters: object) => world.syncPerson({ webinarId, ...parameters });

  it('is written although nothing has changed at Zoom, and nobody else is', async () => {
    const world = await openHeld([acme('ann'), acme('bea')]);
    await world.sync({ webinarId });
    world.atHubSpot('edit-contact', { contact: { email: acme('ann') }, properties: { zwh_registration_count: 0 } });
    world.two.hubspot.requests.clear();

    const { report } = await person(world, { address: acme('ann') });

    expect(report).toMatchObject({
      trigger: 'person',
      eligible: 1,
      synced: 1,
      people: [{ address: acme('ann'), outcome: 'update', properties: ['zwh_registration_count'] }],
    });
    expect(world.view().contacts[acme('ann')]?.registrations).toBe('1');
  });

  it('may be named by the contact', async () => {
    const world = await openHeld([acme('ann')]);
    await world.sync({ webinarId });
    const contactId = [...world.two.hubspot.world().attendance.values()][0]?.keys().next().value;

    const { report } = await person(world, { contactId });

    expect(report).toMatchObject({ synced: 1, people: [{ address: acme('ann') }] });
  });

  it('who was skipped is synced when the reason is gone, and the others stay known', async () => {
    const world = await openHeld([acme('ann'), 'bea@rival.example.com'], {
      settings: { contactExclusions: ['rival.example.com'] },
    });
    await world.sync({ webinarId });
    await world.save({ contactExclusions: [] });

    const { report } = await person(world, { address: 'Bea@Rival.example.com ' });
    const all = await world.sync({ webinarId });

    expect(report).toMatchObject({ synced: 1, people: [{ outcome: 'create' }] });
    expect(all.report).toMatchObject({ unchanged: 2, synced: 0 });
  });

  it('leaves the list of those who are not in HubSpot, and the others stay on it', async () => {
    const world = await openHeld([acme('ann'), 'bea@rival.example.com', 'cleo@other.example.com'], {
      settings: { contactExclusions: ['rival.example.com', 'other.example.com'] },
    });
    await world.sync({ webinarId });
    await world.save({ contactExclusions: ['other.example.com'] });

    await person(world, { address: 'bea@rival.example.com' });
    const log = await world.call<AuditLogAnswer>('get_audit_log', { webinarId, view: 'people' });

    expect(log).toMatchObject({ totalCount: 1, people: [{ address: 'cleo@other.example.com' }] });
  });

  it('who is not synced any more is put on that list', async () => {
    const world = await openHeld([acme('ann'), 'bea@rival.example.com']);
    await world.sync({ webinarId });
    await world.save({ contactExclusions: ['rival.example.com'] });

    await person(world, { address: 'bea@rival.example.com' });
    const log = await world.call<AuditLogAnswer>('get_audit_log', { webinarId, view: 'people' });

    expect(log).toMatchObject({ people: [{ address: 'bea@rival.example.com', reason: 'excluded-domain' }] });
  });

  it('is told why not', async () => {
    const world = await openHeld(['bea@rival.example.com'], { settings: { contactExclusions: ['rival.example.com'] } });

    const { report } = await person(world, { address: 'bea@rival.example.com' });

    expect(report).toMatchObject({
      synced: 0,
      skipped: { 'excluded-domain': 1 },
      people: [{ outcome: 'skip', reason: 'excluded-domain' }],
    });
  });

  it('whom nobody knows is not found', async () => {
    const world = await openHeld([acme('ann')]);

    const answer = await world.call<SyncWebinarAnswer>('sync_person', { webinarId, address: acme('nobody') });

    expect(answer).toMatchObject({ ok: false, failure: { reason: { cause: 'person-not-listed', webinarId } } });
  });
});

describe('S30, S37: a sync that fails', () => {
  it('is in the audit log with what went wrong, until one succeeds', async () => {
    const world = await openHeld([acme('ann')]);
    await world.sync({ webinarId });
    world.atZoom('change-account', { account_id: zoomAccountId, scopes: ['webinar:read:list_webinars:admin'] });
    world.time.advance(2 * hourMs);

    const failure = failed(await world.step({ webinarId }));
    const log = await world.call<AuditLogAnswer>('get_audit_log', { webinarId });

    expect(failure.kind).toBe('missing-scope');
    expect(log).toMatchObject({
      runs: [
        { report: { status: 'failed', failure: { kind: 'missing-scope', reason: { cause: 'scopes-missing' } } } },
        { report: { status: 'complete' } },
      ],
    });
  });

  it('of a webinar that nobody has heard of leaves no trace', async () => {
    const world = await openHeld([acme('ann')]);
    const before = world.records();

    failed(await world.step({ webinarId: '81111111111' }));

    expect(world.records()).toEqual(before);
  });
});
