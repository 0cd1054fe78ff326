import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/app/app.functions/domain/person.ts';
import { planPerson } from '../../../src/app/app.functions/sync/plan.ts';
import type { WorkItem } from '../../../src/app/app.functions/sync/work-list.ts';
import { writeContacts } from '../../../src/app/app.functions/sync/write-contacts.ts';
import { appliedContact } from '../../support/applied-contact.ts';
import { aMark, aPerson, aStoredContact, someFacts } from '../../support/builders.ts';
import { createMemoryAccount } from '../../support/memory-account.ts';

const anItem = (person: Person = aPerson()): WorkItem => ({
  kind: 'person',
  person,
  keyHash: `hash of ${person.key}`,
  stateHash: 'ssssssss',
  mark: null,
});
const vanished: WorkItem = { kind: 'vanished', mark: aMark() };

/** Jill as HubSpot holds her after an earlier run. */
const known = appliedContact(null, planPerson(aPerson(), null, someFacts()));

describe('writing contacts', () => {
  it('S10: creates who is not there, and says where', async () => {
    const account = createMemoryAccount();

    const { items, contactCount } = await writeContacts(account.contacts, someFacts(), [anItem()]);

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
    expect(contactCount).toBe(1);
  });

  it('S10: updates who is there', async () => {
    const account = createMemoryAccount({ contacts: [aStoredContact()] });

    await writeContacts(account.contacts, someFacts(), [anItem()]);

    expect(account.contactCount()).toBe(1);
    expect(account.contact('jill@example.com')).toMatchObject({
      contactId: '101',
      properties: { zwh_registration_count: '1' },
    });
  });

  it('B13: writes no contact that is as it should be', async () => {
    const account = createMemoryAccount({ contacts: [known] });

    const { items, contactCount } = await writeContacts(account.contacts, someFacts(), [anItem()]);

    expect(account.calls).toEqual([['read by address', 1]]);
    expect(items).toMatchObject([{ outcome: { kind: 'synced', contactId: '101' }, plan: { properties: {} } }]);
    expect(contactCount).toBe(0);
  });

  it('S12: writes nothing for a secondary address, and makes no second contact', async () => {
    const account = createMemoryAccount({
      contacts: [aStoredContact({ additionalEmails: ['jill@example.org'] })],
    });

    const { items } = await writeContacts(account.contacts, someFacts(), [
      anItem(aPerson({ email: 'jill@example.org' })),
    ]);

    expect(account.calls).toEqual([['read by address', 1]]);
    expect(items).toMatchObject([{ outcome: { kind: 'skipped', reason: 'secondary-address' }, plan: null }]);
  });

  it('S18: cancels by id for somebody who vanished', async () => {
    const account = createMemoryAccount({ contacts: [known] });

    const { items } = await writeContacts(account.contacts, someFacts(), [vanished]);

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
    await writeContacts(account.contacts, someFacts(), [vanished]);

    const { items, contactCount } = await writeContacts(account.contacts, someFacts(), [vanished]);

    expect(contactCount).toBe(0);
    expect(items).toMatchObject([{ outcome: { kind: 'synced' }, plan: { attendance: [{ state: 'cancel' }] } }]);
  });

  it('S14: has nothing to do for somebody who vanished from HubSpot, too', async () => {
    const account = createMemoryAccount();

    const { items } = await writeContacts(account.contacts, someFacts(), [vanished]);

    expect(account.contactCount()).toBe(0);
    expect(items).toMatchObject([
      { outcome: { kind: 'synced', contactId: '101', standing: 'cancelled', sessions: [] }, plan: null },
    ]);
  });

  it('passes on what HubSpot refused, for that person only', async () => {
    const account = createMemoryAccount({
      judgeContact: (email) => (email === 'jack@example.com' ? 'last name too long' : null),
    });

    const { items, contactCount } = await writeContacts(account.contacts, someFacts(), [
      anItem(),
      anItem(aPerson({ email: 'jack@example.com' })),
    ]);

    expect(items.map(({ outcome }) => outcome)).toMatchObject([
      { kind: 'synced' },
      { kind: 'skipped', reason: 'rejected-by-hubspot', problem: 'last name too long' },
    ]);
    expect(items[1]?.plan).toBeNull();
    expect(contactCount).toBe(1);
  });

  it('S18: does not call somebody cancelled whom HubSpot refused to change', async () => {
    const account = createMemoryAccount({ contacts: [known], judgeContact: () => 'contact is locked' });

    const { items } = await writeContacts(account.contacts, someFacts(), [vanished]);

    expect(items).toMatchObject([{ outcome: { kind: 'skipped', problem: 'contact is locked' }, plan: null }]);
  });

  it('does not call somebody synced of whom HubSpot said nothing', async () => {
    const account = createMemoryAccount({ judgeContact: () => 'missing' });

    const { items } = await writeContacts(account.contacts, someFacts(), [anItem()]);

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

    const { items } = await writeContacts(account.contacts, someFacts(), batch);

    expect(account.calls).toEqual([
      ['read by address', 2],
      ['read by id', 1],
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

    expect(await writeContacts(account.contacts, someFacts(), [])).toEqual({ items: [], contactCount: 0 });
    expect(account.calls).toEqual([]);
  });
});
