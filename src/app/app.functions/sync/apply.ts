import { createAttendanceQueue } from './attendance-queue.ts';
import { toExternalEventId, type WebinarFacts } from './facts.ts';
import { mapUntil } from './map-until.ts';
import type { IndexedOutcome, ItemOutcome } from './outcomes.ts';
import { toBehaviouralEvent } from './plan.ts';
import type { BehaviouralEvent, BehaviouralEventGateway, MarketingEventGateway, PreparedAccount } from './ports.ts';
import type { WorkItem } from './work-list.ts';
import { writeContacts } from './write-contacts.ts';

/** HubSpot's batch size for contacts. */
const batchSize = 100;
/** HubSpot's limit for custom events. */
const eventBatchSize = 500;
/** The rate gate sets the pace; this only has to be enough to keep up with it at HubSpot's usual latency. */
const batchesAtOnce = 5;

export type Gateways = Pick<PreparedAccount, 'contacts' | 'marketingEvents' | 'behaviouralEvents'>;

export interface Applied {
  /** Everything before it is written, or has an outcome that says why not. */
  readonly nextIndex: number;
  readonly outcomes: readonly IndexedOutcome[];
  readonly contactCount: number;
  readonly attendanceCount: number;
  readonly eventCount: number;
  /** What HubSpot said of attendance that it refused. */
  readonly attendanceProblems: readonly string[];
}

/**
 * Writes items of the work list from `startIndex` on, a hundred at a time, until all are written or time is up.
 *
 * A person's entries reach HubSpot in their order: contact first, then registered or cancelled, then attended. Whatever
 * was begun is ended before this returns, so an index is never passed by a half-written person; whoever repeats it after
 * a failure writes the same again, which HubSpot ignores.
 */
export async function applyWork(
  gateways: Gateways,
  facts: WebinarFacts,
  items: readonly WorkItem[],
  startIndex: number,
  shouldStop: () => boolean,
): Promise<Applied> {
  const outcomes = new Map<number, ItemOutcome>();
  const attendance = createAttendanceRecorder(gateways.marketingEvents, facts);
  const events = createEventSender(gateways.behaviouralEvents);
  let contactCount = 0;

  const writeBatch = async (start: number): Promise<number> => {
    const batch = items.slice(start, start + batchSize);
    const written = await writeContacts(gateways.contacts, facts, batch);
    contactCount += written.contactCount;
    for (const [offset, { outcome, plan }] of written.items.entries()) {
      outcomes.set(start + offset, outcome);
      if (outcome.kind !== 'synced' || plan === null) continue;
      attendance.queue.add(outcome.contactId, plan.attendance);
      events.add(plan.events.map((event) => toBehaviouralEvent(event, outcome.contactId)));
    }
    await attendance.queue.sendFull();
    await events.sendFull();
    return start + batch.length;
  };

  const starts = Array.from(
    { length: Math.ceil((items.length - startIndex) / batchSize) },
    (_, index) => startIndex + index * batchSize,
  );
  const ends = await mapUntil(starts, shouldStop, writeBatch, batchesAtOnce);
  await attendance.queue.sendRest();
  await events.sendRest();

  return {
    nextIndex: ends.at(-1) ?? startIndex,
    outcomes: [...outcomes].map(([index, outcome]): IndexedOutcome => [index, attendance.judge(outcome)]),
    contactCount,
    attendanceCount: attendance.sentCount(),
    eventCount: events.sentCount(),
    attendanceProblems: attendance.problems(),
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
