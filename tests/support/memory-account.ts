import type {
  ContactParticipation,
  ContactParticipationGateway,
} from '../../src/app/app.functions/sync/account-ports.ts';
import type { WebinarFacts } from '../../src/app/app.functions/sync/facts.ts';
import { createKeyLock } from '../../src/app/app.functions/sync/key-lock.ts';
import { createWriteWatch } from '../../src/app/app.functions/sync/write-periods.ts';
import type { PeopleWriting } from '../../src/app/app.functions/sync/people-writer.ts';
import type {
  AttendanceEntry,
  AttendanceState,
  BehaviouralEvent,
  ContactWriteOutcome,
  PreparedAccount,
  StoredContact,
} from '../../src/app/app.functions/sync/ports.ts';
import { someFacts } from './builders.ts';

export interface RecordedEntry extends AttendanceEntry {
  readonly eventId: string;
  readonly state: AttendanceState;
}

type Writers = Pick<PreparedAccount, 'contacts' | 'marketingEvents' | 'behaviouralEvents'>;

/** The ports that people are written through, kept in memory with HubSpot's own rules of what is a repeat. */
export interface MemoryAccount extends Writers {
  readonly participations: ContactParticipationGateway;
  /** Which of the addresses are among those of deleted contacts. */
  findDeleted(addresses: readonly string[]): Promise<ReadonlySet<string>>;
  contact(email: string): StoredContact | undefined;
  contactCount(): number;
  /** Distinct entries of one contact by their times: what HubSpot shows on the timeline. */
  timeline(contactId: string): readonly RecordedEntry[];
  /** Distinct custom events. */
  eventCount(): number;
  /** Every call in its order, with its number of rows. */
  readonly calls: readonly (readonly [name: string, rowCount: number])[];
}

export interface MemoryAccountOptions {
  readonly contacts?: readonly StoredContact[];
  /** What HubSpot says of a contact write; null accepts it, 'missing' says nothing. */
  readonly judgeContact?: (email: string) => string | null;
  /** What HubSpot says of an entry; null accepts it. */
  readonly judgeEntry?: (entry: RecordedEntry) => string | null;
  /** Thrown when timeline events are sent. */
  readonly eventsError?: Error;
  /** Addresses of deleted contacts. */
  readonly deletedAddresses?: readonly string[];
  /** By contact id: what marketing events know. */
  readonly participations?: Readonly<Record<string, readonly ContactParticipation[]>>;
}

export function createMemoryAccount(options: MemoryAccountOptions = {}): MemoryAccount {
  const { judgeContact = () => null, judgeEntry = () => null, eventsError, deletedAddresses = [] } = options;
  const contacts = new Map((options.contacts ?? []).map((contact) => [contact.contactId, contact]));
  const entries = new Map<string, RecordedEntry>();
  const events = new Map<string, BehaviouralEvent>();
  const calls: (readonly [string, number])[] = [];
  let nextId = 1_001;

  const byPrimary = (email: string): StoredContact | undefined =>
    [...contacts.values()].find((contact) => contact.email === email);

  interface Row {
    readonly key: string;
    readonly contact: StoredContact;
    readonly isNew: boolean;
    readonly properties: Readonly<Record<string, string>>;
  }

  function write(rows: readonly Row[]): ContactWriteOutcome {
    const written = new Map<string, { contactId: string; isNew: boolean }>();
    const rejected = new Map<string, string>();
    const missing: string[] = [];
    for (const { key, contact, isNew, properties } of rows) {
      const problem = judgeContact(contact.email ?? '');
      if (problem === 'missing') missing.push(key);
      else if (problem !== null) rejected.set(key, problem);
      else {
        contacts.set(contact.contactId, { ...contact, properties: { ...contact.properties, ...properties } });
        written.set(key, { contactId: contact.contactId, isNew });
      }
    }
    return { written, rejected, missing };
  }

  return {
    calls,
    contact: byPrimary,
    contactCount: () => contacts.size,
    timeline: (contactId) =>
      [...entries.values()]
        .filter((entry) => entry.contactId === contactId)
        .sort((a, b) => a.interactionAt - b.interactionAt),
    eventCount: () => events.size,
    async findDeleted(addresses) {
      calls.push(['find deleted', addresses.length]);
      return new Set(addresses.filter((address) => deletedAddresses.includes(address)));
    },
    participations: {
      async listParticipations(contactId) {
        calls.push(['list participations', 1]);
        return options.participations?.[contactId] ?? [];
      },
    },
    contacts: {
      async readByEmail(emails) {
        calls.push(['read by address', emails.length]);
        return [...contacts.values()].filter(({ email, additionalEmails }) =>
          [email, ...additionalEmails].some((address) => address !== null && emails.includes(address)),
        );
      },
      async readById(contactIds) {
        calls.push(['read by id', contactIds.length]);
        return [...contacts.values()].filter(({ contactId }) => contactIds.includes(contactId));
      },
      async upsertByEmail(inputs) {
        calls.push(['upsert', inputs.length]);
        return write(
          inputs.map(({ key, email, properties }) => {
            const known = byPrimary(email);
            const contact = known ?? {
              contactId: String(nextId++),
              email,
              additionalEmails: [],
              properties: { email },
            };
            return { key, contact, isNew: known === undefined, properties };
          }),
        );
      },
      async updateById(inputs) {
        calls.push(['update', inputs.length]);
        return write(
          inputs.flatMap(({ key, contactId, properties }) => {
            const contact = contacts.get(contactId);
            return contact === undefined ? [] : [{ key, contact, isNew: false, properties }];
          }),
        );
      },
    },
    marketingEvents: {
      upsert: () => Promise.reject(new Error('nobody should have asked')),
      complete: () => Promise.reject(new Error('nobody should have asked')),
      cancel: () => Promise.reject(new Error('nobody should have asked')),
      readParticipations: () => Promise.reject(new Error('nobody should have asked')),
      async record(eventId, state, rows) {
        calls.push([`record ${state}`, rows.length]);
        const refusals: { contactIds: readonly string[]; problem: string }[] = [];
        for (const row of rows) {
          const entry = { ...row, eventId, state };
          const problem = judgeEntry(entry);
          if (problem !== null) refusals.push({ contactIds: [row.contactId], problem });
          else {
            const identity = [eventId, row.contactId, state, row.interactionAt].join(' ');
            if (!entries.has(identity)) entries.set(identity, entry);
          }
        }
        return { refusals };
      },
    },
    behaviouralEvents: {
      async send(rows) {
        calls.push(['send', rows.length]);
        if (eventsError !== undefined) throw eventsError;
        for (const row of rows) if (!events.has(row.uuid)) events.set(row.uuid, row);
      },
    },
  };
}

/** Writing to a memory account, with contacts created where there are none. */
export const aWriting = (
  account: MemoryAccount,
  changes: Partial<Omit<PeopleWriting, 'facts'>> & { readonly facts?: WebinarFacts } = {},
): PeopleWriting => ({
  contacts: account.contacts,
  participations: account.participations,
  marketingEvents: account.marketingEvents,
  behaviouralEvents: account.behaviouralEvents,
  findDeleted: account.findDeleted,
  facts: someFacts(),
  mayCreateContacts: true,
  lock: createKeyLock(),
  writeWatch: createWriteWatch(() => 0),
  refusedSessionKeys: [],
  ...changes,
});
