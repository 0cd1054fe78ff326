import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/app/app.functions/domain/person.ts';
import { createPeopleWriter } from '../../src/app/app.functions/sync/people-writer.ts';
import type { WorkItem } from '../../src/app/app.functions/sync/work-list.ts';
import { personIn, settings } from '../support/arbitraries.ts';
import { aHeldSession, aMark, aStoredContact } from '../support/builders.ts';
import { aWriting, createMemoryAccount } from '../support/memory-account.ts';

const names = ['a', 'b', 'c', 'd', 'e'] as const;
const addressOf = (name: string): string => `${name}@example.com`;
const contactIdOf = (name: string): string => String(100 + names.findIndex((known) => known === name));

interface Somebody {
  readonly person: Person;
  /** What HubSpot has of the person. */
  readonly place: 'contact' | 'renamed contact' | 'secondary address' | 'deleted' | 'nowhere';
  readonly wasSynced: boolean;
}

/** Five people, of whom some are in HubSpot in one way or another. */
const world: fc.Arbitrary<readonly Somebody[]> = fc.tuple(
  ...names.map((name) =>
    fc.record({
      person: personIn([aHeldSession()], fc.constant(addressOf(name))),
      place: fc.constantFrom('contact', 'renamed contact', 'secondary address', 'deleted', 'nowhere'),
      wasSynced: fc.boolean(),
    }),
  ),
);

const nameOf = ({ person }: Somebody): string => person.key.slice(0, 1);

const toItem = (somebody: Somebody): WorkItem => ({
  kind: 'person',
  person: somebody.person,
  keyHash: `hash of ${somebody.person.key}`,
  stateHash: 'ssssssss',
  mark: somebody.wasSynced ? aMark({ contactId: contactIdOf(nameOf(somebody)) }) : null,
});

function accountOf(people: readonly Somebody[]) {
  const contacts = people.flatMap((somebody) => {
    const [name, contactId] = [nameOf(somebody), contactIdOf(nameOf(somebody))];
    if (somebody.place === 'contact') return [aStoredContact({ contactId, email: addressOf(name) })];
    if (somebody.place === 'renamed contact') return [aStoredContact({ contactId, email: `new-${addressOf(name)}` })];
    if (somebody.place !== 'secondary address') return [];
    return [aStoredContact({ contactId, email: `main-${addressOf(name)}`, additionalEmails: [addressOf(name)] })];
  });
  const deletedAddresses = people.filter(({ place }) => place === 'deleted').map(({ person }) => person.email ?? '');
  return createMemoryAccount({ contacts, deletedAddresses });
}

async function write(people: readonly Somebody[], mayCreateContacts: boolean) {
  const account = accountOf(people);
  const before = account.contactCount();
  const writer = createPeopleWriter(aWriting(account, { mayCreateContacts }));
  const written = await writer.write(people.map(toItem));
  await writer.finish();
  return {
    account,
    written,
    createdCount: account.contactCount() - before,
    counts: writer.counts(),
    updated: written.filter(({ change }) => change === 'updated').map(({ item, plan }) => ({ item, plan })),
  };
}

describe('B2: update-only', () => {
  it('writes what create-and-update writes, without the creations: the same updates, and nothing more', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (people) => {
        const [whole, narrow] = await Promise.all([write(people, true), write(people, false)]);

        expect(narrow.createdCount).toBe(0);
        expect(narrow.counts.contactsCreated).toBe(0);
        expect(narrow.updated).toEqual(whole.updated);
        for (const [index, { outcome, change }] of narrow.written.entries()) {
          const other = whole.written[index];
          const expected =
            other?.change === 'created' ? { kind: 'skipped', reason: 'contact-unknown', problem: '' } : other?.outcome;

          expect(outcome).toEqual(expected);
          expect(change).not.toBe('created');
        }
      }),
      settings,
    );
  });

  it('leaves the same on every contact that there was, and entries of nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (people) => {
        const [whole, narrow] = await Promise.all([write(people, true), write(people, false)]);

        for (const name of names) {
          for (const email of [`new-${addressOf(name)}`, `main-${addressOf(name)}`]) {
            expect(narrow.account.contact(email)).toEqual(whole.account.contact(email));
          }
          expect(narrow.account.timeline(contactIdOf(name))).toEqual(whole.account.timeline(contactIdOf(name)));
        }
        for (const { item, change } of whole.written) {
          const email = item.kind === 'person' ? (item.person.email ?? '') : '';
          const expected = change === 'created' ? undefined : whole.account.contact(email);
          expect(narrow.account.contact(email)).toEqual(expected);
        }
        expect(narrow.counts.events).toBeLessThanOrEqual(whole.counts.events);
      }),
      settings,
    );
  });

  it('S14: neither policy creates a contact that was deleted or synced before', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (people) => {
        const { written } = await write(people, true);

        for (const [index, { change }] of written.entries()) {
          const somebody = people[index];
          const isCreated = somebody?.place === 'nowhere' || somebody?.place === 'renamed contact';
          expect(change === 'created').toBe(isCreated && !somebody.wasSynced);
        }
      }),
      settings,
    );
  });
});
