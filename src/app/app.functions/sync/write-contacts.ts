import { emptyHistory, type ContactHistory } from '../contact-history/contact-history.ts';
import { parseMergedContactIds, rebuildHistory } from '../contact-history/rebuild-history.ts';
import { parseExternalEventId, type WebinarFacts } from './facts.ts';
import type { KeyLock } from './key-lock.ts';
import { matchContacts } from './match.ts';
import type { ItemOutcome } from './outcomes.ts';
import { planPerson, plannedContactProperties, planVanished, readHistory, type PersonPlan } from './plan.ts';
import type { ContactParticipationGateway } from './account-ports.ts';
import type { ContactGateway, ContactWriteOutcome, StoredContact } from './ports.ts';
import type { WorkItem } from './work-list.ts';
import type { WriteWatch } from './write-periods.ts';

/** What writing contacts leans on. */
export interface ContactWriting {
  readonly contacts: ContactGateway;
  readonly participations: ContactParticipationGateway;
  readonly facts: WebinarFacts;
  readonly mayCreateContacts: boolean;
  /** Which of the addresses, which no contact has, a deleted contact had. */
  findDeleted(addresses: readonly string[]): Promise<ReadonlySet<string>>;
  /** A contact is read, planned and written by one batch at a time, whatever webinar the batch is of. */
  readonly lock: KeyLock;
  readonly writeWatch: WriteWatch;
}

/** One item with its contact written, or with the reason why not. */
export interface WrittenItem {
  readonly item: WorkItem;
  readonly outcome: ItemOutcome;
  /** Null unless synced. */
  readonly plan: PersonPlan | null;
  /** What was written: nothing when the contact was as it should be. */
  readonly change: 'created' | 'updated' | 'none';
}

/**
 * Contacts that somebody of the webinar is known by. Two people may lead to one contact, when somebody has changed its
 * address in HubSpot: whoever has its primary address outweighs the others.
 */
export type ContactClaims = Set<string>;

/**
 * Reads the contacts of at most a hundred people, plans, and writes those contacts that are to change.
 *
 * @param claims - of the people who were written before, or need not be; those of this batch are added
 */
export async function writeContacts(
  writing: ContactWriting,
  batch: readonly WorkItem[],
  claims: ContactClaims = new Set(),
): Promise<readonly WrittenItem[]> {
  return writing.lock.run(batch.flatMap(lockKeys), async () => {
    const endWatch = writing.writeWatch.begin();
    const planned = await planBatch(writing, batch, claims);
    const byAddress = planned.flatMap(({ write }) => (write?.kind === 'address' ? [write.input] : []));
    const byId = planned.flatMap(({ write }) => (write?.kind === 'id' ? [write.input] : []));
    const hasWrites = byAddress.length + byId.length > 0;
    const outcomes = await Promise.all([
      byAddress.length === 0 ? nothingWritten : writing.contacts.upsertByEmail(byAddress),
      byId.length === 0 ? nothingWritten : writing.contacts.updateById(byId),
    ]).finally(hasWrites ? endWatch : undefined);
    const written = planned.map((plannedItem) => settle(plannedItem, outcomes));
    for (const { item, outcome } of written) {
      if (item.kind === 'person' && outcome.kind === 'synced') claims.add(outcome.contactId);
    }
    return written;
  });
}

/** One webinar may know a contact by its address and another one, from which it has vanished, only by its id. */
function lockKeys({ mark, ...item }: WorkItem): readonly string[] {
  const contact = mark === null ? [] : [`contact ${mark.contactId}`];
  return item.kind === 'person' ? [item.person.email ?? item.keyHash, ...contact] : contact;
}

const nothingWritten: ContactWriteOutcome = { written: new Map(), rejected: new Map(), missing: [] };

type Properties = Readonly<Record<string, string>>;

interface PlannedItem {
  readonly item: WorkItem;
  /** Set when the item is settled without a write. */
  readonly outcome: ItemOutcome | null;
  readonly plan: PersonPlan | null;
  readonly isNew: boolean;
  readonly write:
    | {
        readonly kind: 'address';
        readonly input: { readonly key: string; readonly email: string; readonly properties: Properties };
      }
    | {
        readonly kind: 'id';
        readonly input: { readonly key: string; readonly contactId: string; readonly properties: Properties };
      }
    | null;
}

type PersonItem = Extract<WorkItem, { kind: 'person' }>;

async function planBatch(
  writing: ContactWriting,
  batch: readonly WorkItem[],
  claims: ContactClaims,
): Promise<readonly PlannedItem[]> {
  const { contacts, facts } = writing;
  const emails = batch.flatMap((item) =>
    item.kind === 'person' && item.person.email !== null ? [item.person.email] : [],
  );
  const ids = [...new Set(batch.flatMap((item) => (item.kind === 'vanished' ? [item.mark.contactId] : [])))];
  const [byAddress, vanished] = await Promise.all([
    emails.length === 0 ? [] : contacts.readByEmail(emails, plannedContactProperties),
    readByIds(contacts, ids),
  ]);
  const matches = matchContacts(emails, byAddress);
  const strangers = await findStrangers(
    writing,
    batch.filter((item) => item.kind === 'person' && matches.get(item.person.email ?? '')?.kind === 'none'),
  );
  const matched = [...byAddress, ...vanished.values(), ...strangers.known.values()];
  const histories = await readHistories(writing.participations, facts, matched);
  const historyOf = (contact: StoredContact | null): ContactHistory =>
    contact === null ? emptyHistory : (histories.get(contact.contactId) ?? readHistory(contact));
  const taken = new Set(claims);
  for (const match of matches.values()) if (match.kind === 'primary') taken.add(match.contact.contactId);

  return batch.map((item): PlannedItem => {
    if (item.kind === 'vanished') {
      if (taken.has(item.mark.contactId)) return leaveToOther(item);
      const contact = vanished.get(item.mark.contactId);
      return planVanishedItem(item, contact, facts, historyOf(contact ?? null));
    }
    const match = matches.get(item.person.email ?? '') ?? { kind: 'none' };
    if (match.kind === 'primary') return planPersonItem(item, match.contact, facts, historyOf(match.contact));
    if (match.kind === 'secondary') return skip(item, 'secondary-address');
    const known = strangers.known.get(item.keyHash);
    if (known !== undefined) {
      if (taken.has(known.contactId)) return skip(item, 'secondary-address');
      taken.add(known.contactId);
      return planPersonItem(item, known, facts, historyOf(known));
    }
    if (item.mark !== null || strangers.deleted.has(item.person.email ?? '')) return skip(item, 'deleted-contact');
    return writing.mayCreateContacts ? planPersonItem(item, null, facts, emptyHistory) : skip(item, 'contact-unknown');
  });
}

const readByIds = async (
  contacts: ContactGateway,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredContact>> =>
  new Map(
    ids.length === 0
      ? []
      : (await contacts.readById(ids, plannedContactProperties)).map((contact) => [contact.contactId, contact]),
  );

/**
 * Looks after people whose address no contact has: somebody may have given the contact another address, which stays;
 * or the contact was deleted, merged away or erased since, and is not created again.
 */
async function findStrangers(
  { contacts, findDeleted }: ContactWriting,
  items: readonly WorkItem[],
): Promise<{ readonly known: ReadonlyMap<string, StoredContact>; readonly deleted: ReadonlySet<string> }> {
  const persons = items.filter((item): item is PersonItem => item.kind === 'person');
  const marked = persons.flatMap(({ keyHash, mark }) => (mark === null ? [] : [{ keyHash, id: mark.contactId }]));
  const unmarked = persons.flatMap(({ mark, person }) =>
    mark === null && person.email !== null ? [person.email] : [],
  );
  const [byId, deleted] = await Promise.all([
    readByIds(contacts, [...new Set(marked.map(({ id }) => id))]),
    unmarked.length === 0 ? new Set<string>() : findDeleted(unmarked),
  ]);
  const known = marked.flatMap(({ keyHash, id }) => {
    const contact = byId.get(id);
    return contact === undefined ? [] : [[keyHash, contact] as const];
  });
  return { known: new Map(known), deleted };
}

/** Histories of contacts that others have been merged into since they were last written. */
async function readHistories(
  participations: ContactParticipationGateway,
  { accountId }: WebinarFacts,
  contacts: readonly StoredContact[],
): Promise<ReadonlyMap<string, ContactHistory>> {
  const merged = contacts.flatMap((contact) => {
    const history = readHistory(contact);
    const ids = parseMergedContactIds(contact.properties['hs_merged_object_ids']);
    return ids.every((id) => history.mergedContactIds.includes(id)) ? [] : [{ contact, history, ids }];
  });
  const rebuilt = await Promise.all(
    merged.map(async ({ contact, history, ids }) => {
      const listed = await participations.listParticipations(contact.contactId);
      const known = listed.flatMap(({ externalEventId, eventName, ...participation }) => {
        const event = parseExternalEventId(externalEventId);
        return event === null ? [] : [{ ...participation, ...event, accountId, topic: eventName }];
      });
      return [contact.contactId, rebuildHistory(history, known, ids)] as const;
    }),
  );
  return new Map(rebuilt);
}

const skip = (item: WorkItem, reason: Extract<ItemOutcome, { kind: 'skipped' }>['reason']): PlannedItem => ({
  item,
  outcome: { kind: 'skipped', reason, problem: '' },
  plan: null,
  isNew: false,
  write: null,
});

function planPersonItem(
  item: PersonItem,
  contact: StoredContact | null,
  facts: WebinarFacts,
  history: ContactHistory,
): PlannedItem {
  const { keyHash: key, person } = item;
  const plan = planPerson(person, contact, facts, history);
  const { properties } = plan;
  if (contact === null) {
    const input = { key, email: person.email ?? '', properties };
    return { item, plan, outcome: null, isNew: true, write: { kind: 'address', input } };
  }
  const { contactId } = contact;
  if (Object.keys(properties).length === 0) {
    const outcome = toSynced(contactId, plan);
    // Nobody has overwritten anything.
    if (item.isUnchanged === true)
      return { item, plan: null, outcome: { ...outcome, isUnchanged: true }, isNew: false, write: null };
    return { item, plan, outcome, isNew: false, write: null };
  }
  const write =
    contact.email === person.email
      ? ({ kind: 'address', input: { key, email: person.email ?? '', properties } } as const)
      : ({ kind: 'id', input: { key, contactId, properties } } as const);
  return { item, plan, outcome: null, isNew: false, write };
}

/** The contact is somebody else's by now, who registered with its new address. */
const leaveToOther = (item: Extract<WorkItem, { kind: 'vanished' }>): PlannedItem => ({
  item,
  plan: null,
  outcome: toSynced(item.mark.contactId, null),
  isNew: false,
  write: null,
});

/** A contact that is gone needs no cancellation any more. */
function planVanishedItem(
  item: Extract<WorkItem, { kind: 'vanished' }>,
  contact: StoredContact | undefined,
  facts: WebinarFacts,
  history: ContactHistory,
): PlannedItem {
  const { contactId, keyHash } = item.mark;
  const isNew = false;
  if (contact === undefined) return { item, plan: null, outcome: toSynced(contactId, null), isNew, write: null };
  const plan = planVanished(contact, facts, history);
  const hasWrite = Object.keys(plan.properties).length > 0;
  return {
    item,
    plan,
    outcome: hasWrite ? null : toSynced(contactId, plan),
    isNew,
    write: hasWrite ? { kind: 'id', input: { key: keyHash, contactId, properties: plan.properties } } : null,
  };
}

const toSynced = (contactId: string, plan: PersonPlan | null): Extract<ItemOutcome, { kind: 'synced' }> => ({
  kind: 'synced',
  contactId,
  standing: plan?.standing ?? 'cancelled',
  sessions: plan?.sessions ?? [],
});

function settle(planned: PlannedItem, outcomes: readonly ContactWriteOutcome[]): WrittenItem {
  const { item, plan, write, isNew } = planned;
  if (planned.outcome !== null || write === null) {
    const outcome = planned.outcome ?? notConfirmed;
    return { item, outcome, plan: outcome.kind === 'synced' ? plan : null, change: 'none' };
  }
  for (const { written, rejected } of outcomes) {
    const contact = written.get(write.input.key);
    if (contact !== undefined) {
      const change = isNew ? 'created' : 'updated';
      return { item, outcome: toSynced(contact.contactId, plan), plan, change };
    }
    const problem = rejected.get(write.input.key);
    if (problem !== undefined) {
      return { item, outcome: { kind: 'skipped', reason: 'rejected-by-hubspot', problem }, plan: null, change: 'none' };
    }
  }
  return { item, outcome: notConfirmed, plan: null, change: 'none' };
}

const notConfirmed: ItemOutcome = {
  kind: 'skipped',
  reason: 'rejected-by-hubspot',
  problem: 'HubSpot neither confirmed nor refused the contact',
};
