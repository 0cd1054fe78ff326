import { createAttendanceQueue } from './attendance-queue.ts';
import { toExternalEventId, type WebinarFacts } from './facts.ts';
import type { ItemOutcome } from './outcomes.ts';
import { toBehaviouralEvent } from './plan.ts';
import type { BehaviouralEvent, BehaviouralEventGateway, MarketingEventGateway, PreparedAccount } from './ports.ts';
import type { WorkItem } from './work-list.ts';
import { writeContacts } from './write-contacts.ts';

/** HubSpot's limit for custom events. */
const eventBatchSize = 500;

/**
 * Writes people. A person's entries reach HubSpot in their order: contact first, then registered or cancelled, then
 * attended. Whoever repeats it after a failure writes the same again, which HubSpot ignores.
 */
export interface PeopleWriter {
  /** At most 100 items; what fills no batch of attendance or events waits for `finish`. */
  write(items: readonly WorkItem[]): Promise<readonly ItemOutcome[]>;
  /** Writes what waits. Nothing counts as written before it. */
  finish(): Promise<void>;
  /** The outcome in the light of what HubSpot said of the person's attendance. */
  judge(outcome: ItemOutcome): ItemOutcome;
  itemCount(): number;
  contactCount(): number;
  attendanceCount(): number;
  eventCount(): number;
  /** What HubSpot said of attendance that it refused. */
  attendanceProblems(): readonly string[];
}

export function createPeopleWriter(
  account: Pick<PreparedAccount, 'contacts' | 'marketingEvents' | 'behaviouralEvents'>,
  facts: WebinarFacts,
): PeopleWriter {
  const attendance = createAttendanceRecorder(account.marketingEvents, facts);
  const events = createEventSender(account.behaviouralEvents);
  let itemCount = 0;
  let contactCount = 0;
  return {
    async write(items) {
      const written = await writeContacts(account.contacts, facts, items);
      itemCount += items.length;
      contactCount += written.contactCount;
      for (const { outcome, plan } of written.items) {
        if (outcome.kind !== 'synced' || plan === null) continue;
        attendance.queue.add(outcome.contactId, plan.attendance);
        events.add(plan.events.map((event) => toBehaviouralEvent(event, outcome.contactId)));
      }
      await attendance.queue.sendFull();
      await events.sendFull();
      return written.items.map(({ outcome }) => outcome);
    },
    async finish() {
      await attendance.queue.sendRest();
      await events.sendRest();
    },
    judge: attendance.judge,
    itemCount: () => itemCount,
    contactCount: () => contactCount,
    attendanceCount: attendance.sentCount,
    eventCount: events.sentCount,
    attendanceProblems: attendance.problems,
  };
}

function createAttendanceRecorder(marketingEvents: MarketingEventGateway, facts: WebinarFacts) {
  const problems = new Map<string, string>();
  let sentCount = 0;
  const queue = createAttendanceQueue(async (sessionKey, state, entries) => {
    const eventId = toExternalEventId(facts.webinarId, sessionKey);
    const { refusals } = await marketingEvents.record(eventId, state, entries);
    sentCount += entries.length;
    for (const { contactIds, problem } of refusals)
      for (const contactId of contactIds) problems.set(contactId, problem);
  });
  return {
    queue,
    sentCount: () => sentCount,
    problems: (): readonly string[] => [...new Set(problems.values())].sort(),
    /** A person whose attendance was refused is not synced; the next run tries again. */
    judge(outcome: ItemOutcome): ItemOutcome {
      const problem = outcome.kind === 'synced' ? problems.get(outcome.contactId) : undefined;
      return problem === undefined ? outcome : { kind: 'skipped', reason: 'rejected-by-hubspot', problem };
    },
  };
}

function createEventSender(behaviouralEvents: BehaviouralEventGateway) {
  const waiting: BehaviouralEvent[] = [];
  let sentCount = 0;
  const sendAtLeast = async (least: number): Promise<void> => {
    while (waiting.length >= least) {
      const batch = waiting.splice(0, eventBatchSize);
      await behaviouralEvents.send(batch);
      sentCount += batch.length;
    }
  };
  return {
    add: (events: readonly BehaviouralEvent[]) => void waiting.push(...events),
    sendFull: () => sendAtLeast(eventBatchSize),
    sendRest: () => sendAtLeast(1),
    sentCount: () => sentCount,
  };
}
