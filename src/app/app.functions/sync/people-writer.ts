import { isFailureOfKind } from '../http/integration-error.ts';
import { createAttendanceQueue } from './attendance-queue.ts';
import { toExternalEventId, type WebinarFacts } from './facts.ts';
import type { ItemOutcome } from './outcomes.ts';
import { toBehaviouralEvent } from './plan.ts';
import type { AttendanceState, BehaviouralEvent, BehaviouralEventGateway, MarketingEventGateway } from './ports.ts';
import { describeRefusal } from './refusals.ts';
import type { WorkItem } from './work-list.ts';
import { writeContacts, type ContactClaims, type ContactWriting, type WrittenItem } from './write-contacts.ts';

/** HubSpot's limit for custom events. */
const eventBatchSize = 500;

/** What writing people leans on. */
export interface PeopleWriting extends ContactWriting {
  readonly marketingEvents: MarketingEventGateway;
  readonly behaviouralEvents: BehaviouralEventGateway;
  /** Sessions whose marketing event HubSpot has refused: it can have no entries. */
  readonly refusedSessionKeys: readonly string[];
}

/** How much was written, in people and entries. */
export interface WrittenCounts {
  readonly contactsCreated: number;
  readonly contactsUpdated: number;
  readonly entries: Readonly<Record<AttendanceState, number>>;
  readonly events: number;
}

/**
 * Writes people. A person's entries reach HubSpot in their order: contact first, then registered or cancelled, then
 * attended. Whoever repeats it after a failure writes the same again, which HubSpot ignores.
 */
export interface PeopleWriter {
  /**
   * At most 100 items; what fills no batch of attendance or events waits for `finish`. People who have vanished come
   * after all others of their part.
   */
  write(items: readonly WorkItem[], claims?: ContactClaims): Promise<readonly WrittenItem[]>;
  /** Writes what waits. Nothing counts as written before it. */
  finish(): Promise<void>;
  /** The outcome in the light of what HubSpot said of the person's attendance. */
  judge(outcome: ItemOutcome): ItemOutcome;
  counts(): WrittenCounts;
  /** What HubSpot said of attendance that it refused. */
  attendanceProblems(): readonly string[];
  /** What HubSpot said of timeline events that it refused; null when it refused none. */
  timelineProblem(): string | null;
}

export function createPeopleWriter(writing: PeopleWriting): PeopleWriter {
  const { facts, refusedSessionKeys } = writing;
  const attendance = createAttendanceRecorder(writing.marketingEvents, facts);
  const events = createEventSender(writing.behaviouralEvents);
  const counts = { contactsCreated: 0, contactsUpdated: 0 };
  return {
    async write(items, claims) {
      const written = await writeContacts(writing, items, claims);
      counts.contactsCreated += written.filter(({ change }) => change === 'created').length;
      counts.contactsUpdated += written.filter(({ change }) => change === 'updated').length;
      for (const { outcome, plan } of written) {
        if (outcome.kind !== 'synced' || plan === null) continue;
        const { contactId } = outcome;
        attendance.queue.add(
          contactId,
          plan.attendance.filter(({ sessionKey }) => !refusedSessionKeys.includes(sessionKey)),
        );
        events.add(plan.events.map((event) => toBehaviouralEvent(event, contactId)));
      }
      await attendance.queue.sendFull();
      await events.sendFull();
      return written;
    },
    async finish() {
      await attendance.queue.sendRest();
      await events.sendRest();
    },
    judge: attendance.judge,
    counts: () => ({ ...counts, entries: attendance.counts(), events: events.sentCount() }),
    attendanceProblems: attendance.problems,
    timelineProblem: events.problem,
  };
}

function createAttendanceRecorder(marketingEvents: MarketingEventGateway, facts: WebinarFacts) {
  const problems = new Map<string, string>();
  const counts = { register: 0, attend: 0, cancel: 0 };
  const queue = createAttendanceQueue(async (sessionKey, state, entries) => {
    const eventId = toExternalEventId(facts.webinarId, sessionKey);
    const { refusals } = await marketingEvents.record(eventId, state, entries);
    counts[state] += entries.length;
    for (const { contactIds, problem } of refusals)
      for (const contactId of contactIds) problems.set(contactId, problem);
  });
  return {
    queue,
    counts: () => counts,
    problems: (): readonly string[] => [...new Set(problems.values())].sort(),
    /** A person whose attendance was refused is not synced; the next run tries again. */
    judge(outcome: ItemOutcome): ItemOutcome {
      const problem = outcome.kind === 'synced' ? problems.get(outcome.contactId) : undefined;
      return problem === undefined ? outcome : { kind: 'skipped', reason: 'rejected-by-hubspot', problem };
    },
  };
}

/** Timeline events are worth less than contacts and attendance: where HubSpot refuses them, the rest goes on. */
function createEventSender(behaviouralEvents: BehaviouralEventGateway) {
  const waiting: BehaviouralEvent[] = [];
  let sentCount = 0;
  let problem: string | null = null;
  const send = async (batch: readonly BehaviouralEvent[]): Promise<void> => {
    try {
      await behaviouralEvents.send(batch);
      sentCount += batch.length;
    } catch (error) {
      if (!isFailureOfKind(error, 'rejected')) throw error;
      problem = describeRefusal(error);
    }
  };
  const sendAtLeast = async (least: number): Promise<void> => {
    while (waiting.length >= least) await send(waiting.splice(0, eventBatchSize));
  };
  return {
    add: (events: readonly BehaviouralEvent[]) => void waiting.push(...events),
    sendFull: () => sendAtLeast(eventBatchSize),
    sendRest: () => sendAtLeast(1),
    sentCount: () => sentCount,
    problem: () => problem,
  };
}
