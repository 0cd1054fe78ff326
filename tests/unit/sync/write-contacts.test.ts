import { describe, expect, it } from 'vitest';
import { formatHistory, parseHistory } from '../../../src/app/app.functions/contact-history/history-text.ts';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import type { ContactParticipation } from '../../../src/app/app.functions/sync/account-ports.ts';
import { createKeyLock } from '../../../src/app/app.functions/sync/key-lock.ts';
import type { PersonMark } from '../../../src/app/app.functions/sync/people-marks.ts';
import { planPerson } from '../../../src/app/app.functions/sync/plan.ts';
import type { WorkItem } from '../../../src/app/app.functions/sync/work-list.ts';
import { writeContacts } from '../../../src/app/app.functions/sync/write-contacts.ts';
import { appliedContact } from '../../support/applied-contact.ts';
import {
  aHistory,
  aHistoryWebinar,
  aMark,
  aPerson,
  aStoredContact,
  dayMs,
  someFacts,
  startsAt,
} from '../../support/builders.ts';
import { aWriting, createMemoryAccount } from '../../support/memory-account.ts';

const anItem = (person: Person = aPerson(), mark: PersonMark | null = null): WorkItem => ({
  kind: 'person',
  person,
  keyHash: `hash of ${person.key}`,
  stateHash: 'ssssssss',
  mark,
});
const vanished: WorkItem = { kind: 'vanished', mark: aMark() };

/** Jill as HubSpot holds her after an earlier run. */
const known = appliedContact(null, planPerson(aPerson(), null, someFacts()));

describe('writing contacts', () => {
  it('S10: creates who is not there, and says where', async () => {
    const account = createMemoryAccount();

    const items = await writeContacts(aWriting(account), [anItem()]);

    expect(account.contact('jill@example.com')?.properties).toMatchObject({ firstname: 'Jill' });
    expect(items).toMatchObject([
      {
        outcome: {
          kind: 'synced',
          contactId: '1001',
          standing: 'registered',
          sessions: [{ key: 'main', registration: 'registered', hasAttended: false }],
        },
        plan: { attendance: [{ state: 'register' }] },
      },
    ]);
    expect(items.map(({ change }) => change)).toEqual(['created']);
  });

  it('S10: updates who is there', async () => {
    const account = createMemoryAccount({ contacts: [aStoredContact()] });

    await writeContacts(aWriting(account), [anItem()]);

    expect(account.contactCount()).toBe(1);
    expect(account.contact('jill@example.com')).toMatchObject({
      contactId: '101',
      properties: { zwh_registration_count: '1' },
    });
  });

  it('B13: writes no contact that is as it should be', async () => {
    const account = createMemoryAccount({ contacts: [known] });

    const items = await writeContacts(aWriting(account), [anItem()]);

    expect(account.calls).toEqual([['read by address', 1]]);
    expect(items).toMatchObject([
      { outcome: { kind: 'synced', contactId: '101' }, plan: { properties: {} }, change: 'none' },
    ]);
  });

  it('S12: writes nothing for a secondary address, and makes no second contact', async () => {
    const account = createMemoryAccount({
      contacts: [aStoredContact({ additionalEmails: ['jill@example.org'] })],
    });

    const items = await writeContacts(aWriting(account), [anItem(aPerson({ email: 'jill@example.org' }))]);

    expect(account.calls).toEqual([['read by address', 1]]);
    expect(items).toMatchObject([{ outcome: { kind: 'skipped', reason: 'secondary-address' }, plan: null }]);
  });

  it('S18: cancels by id for somebody who vanished', async () => {
    const account = createMemoryAccount({ contacts: [known] });

    const items = await writeContacts(aWriting(account), [vanished]);

    expect(account.calls).toEqual([
      ['read by id', 1],
      ['update', 1],
    ]);
    expect(account.contact('jill@example.com')?.properties).toMatchObject({ zwh_registration_count: '0' });
    expect(items).toMatchObject([
      {
        outcome: { kind: 'synced', contactId: '101', standing: 'cancelled' },
        plan: { attendance: [{ state: 'cancel' }] },
      },
    ]);
  });

  it('does not write again for somebody who vanished and was written before', async () => {
    const account = createMemoryAccount({ contacts: [known] });
    await writeContacts(aWriting(account), [vanished]);

    const items = await writeContacts(aWriting(account), [vanished]);

    expect(items).toMatchObject([
      { change: 'none', outcome: { kind: 'synced' }, plan: { attendance: [{ state: 'cancel' }] } },
    ]);
  });

  it('S14: has nothing to do for somebody who vanished from HubSpot, too', async () => {
    const account = createMemoryAccount();

    const items = await writeContacts(aWriting(account), [vanished]);

    expect(account.contactCount()).toBe(0);
    expect(items).toMatchObject([
      { outcome: { kind: 'synced', contactId: '101', standing: 'cancelled', sessions: [] }, plan: null },
    ]);
  });

  it('passes on what HubSpot refused, for that person only', async () => {
    const account = createMemoryAccount({
      judgeContact: (email) => (email === 'jack@example.com' ? 'last name too long' : null),
    });

    const items = await writeContacts(aWriting(account), [anItem(), anItem(aPerson({ email: 'jack@example.com' }))]);

    expect(items.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'synced' },
      { kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'last name too long' },
    ]);
    expect(items[1]?.plan).toBeNull();
    expect(items.map(({ change }) => change)).toEqual(['created', 'none']);
  });

  it('S18: does not call somebody cancelled whom HubSpot refused to change', async () => {
    const account = createMemoryAccount({ contacts: [known], judgeContact: () => 'contact is locked' });

    const items = await writeContacts(aWriting(account), [vanished]);

    expect(items).toMatchObject([{ outcome: { kind: 'skipped', problem: 'contact is locked' }, plan: null }]);
  });

  it('does not call somebody synced of whom HubSpot said nothing', async () => {
    const account = createMemoryAccount({ judgeContact: () => 'missing' });

    const items = await writeContacts(aWriting(account), [anItem()]);

    expect(items).toMatchObject([
      {
        outcome: { kind: 'skipped', reason: 'rejected-by-hubspot', problem: expect.stringContaining('neither') },
        plan: null,
      },
    ]);
  });

  it('reads and writes a batch of both kinds with one call each, and answers in its order', async () => {
    const gone = aStoredContact({ contactId: '202', email: 'gone@example.com', properties: known.properties });
    const account = createMemoryAccount({ contacts: [aStoredContact(), gone] });
    const batch: readonly WorkItem[] = [
      { kind: 'vanished', mark: aMark({ keyHash: 'gonegonegone', contactId: '202' }) },
      anItem(aPerson({ email: 'jack@example.com' })),
      anItem(),
    ];

    const items = await writeContacts(aWriting(account), batch);

    expect(account.calls).toEqual([
      ['read by address', 2],
      ['read by id', 1],
      ['find deleted', 1],
      ['upsert', 2],
      ['update', 1],
    ]);
    expect(items.map(({ outcome }) => outcome)).toMatchObject([
      { contactId: '202', standing: 'cancelled' },
      { contactId: '1001' },
      { contactId: '101' },
    ]);
  });

  it('has nothing to do for nobody', async () => {
    const account = createMemoryAccount();

    expect(await writeContacts(aWriting(account), [])).toEqual([]);
    expect(account.calls).toEqual([]);
  });
});

describe('B2: update-only', () => {
  const updateOnly = { mayCreateContacts: false };

  it('creates nobody, and says why', async () => {
    const account = createMemoryAccount();

    const items = await writeContacts(aWriting(account, updateOnly), [anItem()]);

    expect(account.contactCount()).toBe(0);
    expect(items).toMatchObject([
      { outcome: { kind: 'skipped', reason: 'contact-unknown', problem: '' }, plan: null, change: 'none' },
    ]);
  });

  it('updates who is there, as ever', async () => {
    const account = createMemoryAccount({ contacts: [aStoredContact()] });

    const items = await writeContacts(aWriting(account, updateOnly), [anItem()]);

    expect(items).toMatchObject([{ outcome: { kind: 'synced', contactId: '101' }, change: 'updated' }]);
  });

  it('S14: calls a deleted contact deleted all the same', async () => {
    const account = createMemoryAccount({ deletedAddresses: ['jill@example.com'] });

    const items = await writeContacts(aWriting(account, updateOnly), [anItem()]);

    expect(items).toMatchObject([{ outcome: { reason: 'deleted-contact' } }]);
  });
});

describe('S14: somebody whose contact was deleted', () => {
  it('before the first sync is not created again', async () => {
    const account = createMemoryAccount({ deletedAddresses: ['jill@example.com'] });

    const items = await writeContacts(aWriting(account), [anItem(), anItem(aPerson({ email: 'jack@example.com' }))]);

    expect(account.contact('jill@example.com')).toBeUndefined();
    expect(items).toMatchObject([
      { outcome: { kind: 'skipped', reason: 'deleted-contact' }, plan: null, change: 'none' },
      { outcome: { kind: 'synced' }, change: 'created' },
    ]);
  });

  it('since an earlier sync is not created again, also when HubSpot has forgotten them', async () => {
    const account = createMemoryAccount();

    const items = await writeContacts(aWriting(account), [anItem(aPerson(), aMark())]);

    expect(account.contactCount()).toBe(0);
    expect(items).toMatchObject([{ outcome: { kind: 'skipped', reason: 'deleted-contact' }, plan: null }]);
  });

  it('is asked for only where no contact has the address and nothing is remembered', async () => {
    const account = createMemoryAccount({ contacts: [aStoredContact()] });

    await writeContacts(aWriting(account), [anItem(), anItem(aPerson({ email: 'jack@example.com' }), aMark())]);

    expect(account.calls.map(([name]) => name)).not.toContain('find deleted');
  });

  it('is written when a contact with the address is there again', async () => {
    const account = createMemoryAccount({
      contacts: [aStoredContact({ contactId: '202' })],
      deletedAddresses: ['jill@example.com'],
    });

    const items = await writeContacts(aWriting(account), [anItem(aPerson(), aMark())]);

    expect(items).toMatchObject([{ outcome: { kind: 'synced', contactId: '202' }, change: 'updated' }]);
  });
});

describe('somebody whose address was changed by hand in HubSpot', () => {
  const renamed = aStoredContact({ email: 'jill@new.example.com' });

  it('is updated by id and keeps the new address', async () => {
    const account = createMemoryAccount({ contacts: [renamed] });

    const items = await writeContacts(aWriting(account), [anItem(aPerson(), aMark())]);

    expect(account.calls).toEqual([
      ['read by address', 1],
      ['read by id', 1],
      ['update', 1],
    ]);
    expect(account.contactCount()).toBe(1);
    expect(account.contact('jill@new.example.com')?.properties).toMatchObject({
      email: 'jill@new.example.com',
      zwh_registration_count: '1',
    });
    expect(items).toMatchObject([{ outcome: { kind: 'synced', contactId: '101' }, change: 'updated' }]);
  });

  it('is found by id also where contacts are only updated', async () => {
    const account = createMemoryAccount({ contacts: [renamed] });

    const items = await writeContacts(aWriting(account, { mayCreateContacts: false }), [anItem(aPerson(), aMark())]);

    expect(items).toMatchObject([{ outcome: { kind: 'synced', contactId: '101' } }]);
  });

  it('B13: is not written again when nothing has changed', async () => {
    const account = createMemoryAccount({ contacts: [renamed] });
    await writeContacts(aWriting(account), [anItem(aPerson(), aMark())]);

    const items = await writeContacts(aWriting(account), [anItem(aPerson(), aMark())]);

    expect(items).toMatchObject([{ outcome: { kind: 'synced' }, change: 'none' }]);
  });
});

describe('a contact that others were merged into', () => {
  const attendedOther: ContactParticipation = {
    externalEventId: 'zoom-webinar-111',
    eventName: 'Growing pumpkins',
    state: 'attended',
    occurredAt: startsAt - 30 * dayMs,
    attendedSeconds: 1_800,
    percentage: 50,
  };
  const foreign: ContactParticipation = { ...attendedOther, externalEventId: 'somebody-elses-event' };
  const ownHistory = formatHistory(aHistory({ webinars: [aHistoryWebinar({ webinarId: '222' })] }));
  const survivor = aStoredContact({
    properties: { email: 'jill@example.com', hs_merged_object_ids: '303;404', zwh_history: ownHistory },
  });
  const accountWith = (contact = survivor) =>
    createMemoryAccount({ contacts: [contact], participations: { '101': [attendedOther, foreign] } });
  const historyOf = (account: ReturnType<typeof accountWith>) =>
    parseHistory(account.contact('jill@example.com')?.properties['zwh_history']);

  it('S24: gets the webinars of the merged contacts from what the marketing events know', async () => {
    const account = accountWith();

    await writeContacts(aWriting(account), [anItem()]);

    expect(historyOf(account)?.webinars.map(({ webinarId }) => webinarId)).toEqual(['222', '900100200', '111']);
    expect(historyOf(account)?.mergedContactIds).toEqual(['303', '404']);
    expect(account.contact('jill@example.com')?.properties).toMatchObject({
      zwh_registration_count: '3',
      zwh_attended_webinar_count: '1',
      zwh_average_attendance_percentage: '50',
    });
  });

  it('is looked up once: one listing, whoever is written later', async () => {
    const account = accountWith();
    await writeContacts(aWriting(account), [anItem()]);

    await writeContacts(aWriting(account), [anItem(aPerson({ firstName: 'Jillian' }))]);
    await writeContacts(aWriting(account, { facts: someFacts({ webinarId: '333' }) }), [anItem()]);

    expect(account.calls.filter(([name]) => name === 'list participations')).toHaveLength(1);
    expect(historyOf(account)?.webinars).toHaveLength(4);
  });

  it('is looked up again after another merge', async () => {
    const account = accountWith();
    await writeContacts(aWriting(account), [anItem()]);
    const written = account.contact('jill@example.com') ?? survivor;
    const again = accountWith({
      ...written,
      properties: { ...written.properties, hs_merged_object_ids: '303;404;505' },
    });

    await writeContacts(aWriting(again), [anItem()]);

    expect(again.calls).toContainEqual(['list participations', 1]);
    expect(historyOf(again)?.mergedContactIds).toEqual(['303', '404', '505']);
  });

  it('is looked up when the person has vanished from Zoom, too', async () => {
    const account = accountWith(
      appliedContact(survivor, planPerson(aPerson(), { ...survivor, properties: {} }, someFacts())),
    );

    const items = await writeContacts(aWriting(account), [vanished]);

    expect(items).toMatchObject([{ outcome: { kind: 'synced', standing: 'cancelled' }, change: 'updated' }]);
    expect(historyOf(account)?.webinars.map(({ webinarId }) => webinarId)).toEqual(['900100200', '111']);
  });

  it('of several in a batch has one listing each, and nobody else has any', async () => {
    const other = aStoredContact({
      contactId: '202',
      email: 'jack@example.com',
      properties: { email: 'jack@example.com', hs_merged_object_ids: '505' },
    });
    const plain = aStoredContact({ contactId: '203', email: 'joe@example.com' });
    const account = createMemoryAccount({ contacts: [survivor, other, plain] });

    await writeContacts(
      aWriting(account),
      ['jill', 'jack', 'joe'].map((name) => anItem(aPerson({ email: `${name}@example.com` }))),
    );

    expect(account.calls.filter(([name]) => name === 'list participations')).toHaveLength(2);
  });
});

describe('contacts that two webinars write at the same time', () => {
  it('get both: one batch reads what the other has written', async () => {
    const account = createMemoryAccount({ contacts: [aStoredContact()] });
    const lock = createKeyLock();
    const sync = (webinarId: string) =>
      writeContacts(aWriting(account, { lock, facts: someFacts({ webinarId }) }), [anItem()]);

    await Promise.all([sync('111'), sync('222'), sync('333')]);

    expect(account.contact('jill@example.com')?.properties).toMatchObject({ zwh_registration_count: '3' });
  });
});
