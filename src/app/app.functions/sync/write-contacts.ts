import type { WebinarFacts } from './facts.ts';
import { matchContacts } from './match.ts';
import type { ItemOutcome } from './outcomes.ts';
import { planPerson, plannedContactProperties, planVanished, type PersonPlan } from './plan.ts';
import type { ContactGateway, ContactWriteOutcome, StoredContact } from './ports.ts';
import type { WorkItem } from './work-list.ts';

/** One item with its contact written, or with the reason why not. */
export interface WrittenItem {
  readonly item: WorkItem;
  readonly outcome: ItemOutcome;
  /** Null unless synced. */
  readonly plan: PersonPlan | null;
}

export interface WrittenBatch {
  /** In the order of the batch. */
  readonly items: readonly WrittenItem[];
  readonly contactCount: number;
}

/** Reads the contacts of at most a hundred people, plans, and writes those contacts that are to change. */
export async function writeContacts(
  contacts: ContactGateway,
  facts: WebinarFacts,
  batch: readonly WorkItem[],
): Promise<WrittenBatch> {
  const planned = await planBatch(contacts, facts, batch);
  const byAddress = planned.flatMap(({ write }) => (write?.kind === 'address' ? [write.input] : []));
  const byId = planned.flatMap(({ write }) => (write?.kind === 'id' ? [write.input] : []));
  const outcomes = await Promise.all([
    byAddress.length === 0 ? nothingWritten : contacts.upsertByEmail(byAddress),
    byId.length === 0 ? nothingWritten : contacts.updateById(byId),
  ]);
  return {
    items: planned.map((plannedItem) => settle(plannedItem, outcomes)),
    contactCount: outcomes.reduce((sum, { written }) => sum + written.size, 0),
  };
}

const nothingWritten: ContactWriteOutcome = { written: new Map(), rejected: new Map(), missing: [] };

type Properties = Readonly<Record<string, string>>;

interface PlannedItem {
  readonly item: WorkItem;
  /** Set when the item is settled without a write. */
  readonly outcome: ItemOutcome | null;
  readonly plan: PersonPlan | null;
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

async function planBatch(
  contacts: ContactGateway,
  facts: WebinarFacts,
  batch: readonly WorkItem[],
): Promise<readonly PlannedItem[]> {
  const emails = batch.flatMap((item) =>
    item.kind === 'person' && item.person.email !== null ? [item.person.email] : [],
  );
  const ids = [...new Set(batch.flatMap((item) => (item.kind === 'vanished' ? [item.mark.contactId] : [])))];
  const [byAddress, byId] = await Promise.all([
    emails.length === 0 ? [] : contacts.readByEmail(emails, plannedContactProperties),
    ids.length === 0 ? [] : contacts.readById(ids, plannedContactProperties),
  ]);
  const matches = matchContacts(emails, byAddress);
  const contactById = new Map(byId.map((contact) => [contact.contactId, contact]));
  return batch.map((item): PlannedItem => {
    if (item.kind === 'vanished') return planVanishedItem(item, contactById.get(item.mark.contactId), facts);
    const match = matches.get(item.person.email ?? '') ?? { kind: 'none' };
    if (match.kind === 'secondary') {
      const outcome: ItemOutcome = { kind: 'skipped', reason: 'secondary-address', problem: '' };
      return { item, outcome, plan: null, write: null };
    }
    return planPersonItem(item, match.kind === 'primary' ? match.contact : null, facts);
  });
}

function planPersonItem(
  item: Extract<WorkItem, { kind: 'person' }>,
  contact: StoredContact | null,
  facts: WebinarFacts,
): PlannedItem {
  const plan = planPerson(item.person, contact, facts);
  const isAsItShouldBe = contact !== null && Object.keys(plan.properties).length === 0;
  return {
    item,
    plan,
    outcome: isAsItShouldBe ? toSynced(contact.contactId, plan) : null,
    write: isAsItShouldBe
      ? null
      : {
          kind: 'address',
          input: { key: item.keyHash, email: item.person.email ?? '', properties: plan.properties },
        },
  };
}

/** A contact that is gone needs no cancellation any more. */
function planVanishedItem(
  item: Extract<WorkItem, { kind: 'vanished' }>,
  contact: StoredContact | undefined,
  facts: WebinarFacts,
): PlannedItem {
  const { contactId, keyHash } = item.mark;
  if (contact === undefined) return { item, plan: null, outcome: toSynced(contactId, null), write: null };
  const plan = planVanished(contact, facts);
  const hasWrite = Object.keys(plan.properties).length > 0;
  return {
    item,
    plan,
    outcome: hasWrite ? null : toSynced(contactId, plan),
    write: hasWrite ? { kind: 'id', input: { key: keyHash, contactId, properties: plan.properties } } : null,
  };
}

const toSynced = (contactId: string, plan: PersonPlan | null): ItemOutcome => ({
  kind: 'synced',
  contactId,
  standing: plan?.standing ?? 'cancelled',
  sessions: plan?.sessions ?? [],
});

function settle(planned: PlannedItem, outcomes: readonly ContactWriteOutcome[]): WrittenItem {
  const { item, plan, write } = planned;
  if (planned.outcome !== null || write === null) {
    const outcome = planned.outcome ?? notConfirmed;
    return { item, outcome, plan: outcome.kind === 'synced' ? plan : null };
  }
  for (const { written, rejected } of outcomes) {
    const contact = written.get(write.input.key);
    if (contact !== undefined) return { item, outcome: toSynced(contact.contactId, plan), plan };
    const problem = rejected.get(write.input.key);
    if (problem !== undefined) {
      return { item, outcome: { kind: 'skipped', reason: 'rejected-by-hubspot', problem }, plan: null };
    }
  }
  return { item, outcome: notConfirmed, plan: null };
}

const notConfirmed: ItemOutcome = {
  kind: 'skipped',
  reason: 'rejected-by-hubspot',
  problem: 'HubSpot neither confirmed nor refused the contact',
};
