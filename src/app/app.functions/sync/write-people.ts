import type { PersonPreview } from '../../extensions/contract/sync.ts';
import type { RunCheckpoint, Tally, WebinarState } from './checkpoint.ts';
import type { ReadResult } from './continue-reading.ts';
import { mapUntilFailure } from './map-until.ts';
import { cancelMarketingEvents, completeMarketingEvents, writeMarketingEvents } from './marketing-events.ts';
import { unpackOutcomes, type ItemOutcome } from './outcomes.ts';
import { createPeopleWriter, type WrittenCounts } from './people-writer.ts';
import { previewItem, previewsMax } from './preview-people.ts';
import { recordsMissing } from './records-missing.ts';
import { createSettlement, type WrittenPart } from './settle-parts.ts';
import { factsOf, planPartition } from './plan-partition.ts';
import type { StateRecord, StoredRecord } from './ports.ts';
import { shouldStopLooking, shouldStopWriting, type RunRules, type Step } from './step.ts';
import type { WorkItem } from './work-list.ts';
import type { ContactClaims } from './write-contacts.ts';

/** Marks that an admin has removed for good must not stop a webinar for ever: after so long its people count as new. */
const marksAwaitedMs = 10 * 60_000;
/** HubSpot's batch size for contacts. */
const batchSize = 100;
/** Parts in which somebody changed stay in memory until the end of the step, with all of their people. */
const peopleHeldMax = 12_000;
/** The rate gate sets the pace; this only has to be enough to keep up with it at HubSpot's usual latency. */
const batchesAtOnce = 5;

export interface WriteResult {
  readonly run: RunCheckpoint;
  readonly state: WebinarState;
  /** Marks of the parts that were completed, and the lists of their people who are not in HubSpot. */
  readonly records: readonly StateRecord[];
  /** Of the first items of the part that was not completed; null when they are as they were. */
  readonly openOutcomes: readonly ItemOutcome[] | null;
  /** False when time was up first. */
  readonly isComplete: boolean;
}

/**
 * Writes marketing events, then people part by part, then marks the events as over and cancels those that nobody will
 * hold, as far as time allows.
 *
 * @param whileCompleting - begun when everybody is written, if anything was; nothing depends on events being marked first
 */
export async function writePeople(
  step: Step,
  begun: RunCheckpoint,
  read: ReadResult,
  rules: RunRules,
  whileCompleting: (run: RunCheckpoint) => Promise<unknown>,
): Promise<WriteResult> {
  const { marketingEvents } = step.prepared;
  const facts = factsOf(begun, step.parts.accountId);
  const shouldStop = (): boolean => shouldStopWriting(step);

  if (!shouldStop()) read.loader.readAhead(begun.position.partition);
  const events = await writeMarketingEvents(
    marketingEvents,
    begun.webinar,
    facts,
    step.state.marketingEvents,
    shouldStop,
  );
  const run = { ...begun, refusedEvents: { ...begun.refusedEvents, ...events.refused } };
  const parts = events.isComplete ? await writeParts(step, run, read, rules) : untouched(run);
  const arePeopleDone = events.isComplete && parts.run.position.partition >= read.rows.partitionCount;
  const [completed] = await Promise.all([
    completeMarketingEvents(marketingEvents, facts, events.states, () => !arePeopleDone || shouldStop()),
    arePeopleDone && countWritten(parts.run) > 0 ? whileCompleting(parts.run) : undefined,
  ]);
  const isOver = arePeopleDone && completed.isComplete;
  const cancelled = isOver ? await cancelMarketingEvents(marketingEvents, facts, completed.states) : completed;
  const cancelledCount = isOver ? cancelled.writtenCount : 0;
  const { tally } = parts.run;
  const marketingEventCount = tally.marketingEvents + events.writtenCount + completed.writtenCount + cancelledCount;
  const hasWritten = countWritten(parts.run) > countWritten(begun);
  return {
    ...parts,
    state: {
      ...step.state,
      marketingEvents: cancelled.states,
      isAudienceDue: step.state.isAudienceDue || hasWritten,
    },
    run: { ...parts.run, tally: { ...tally, marketingEvents: marketingEventCount } },
    isComplete: isOver,
  };
}

/** People who were looked up in vain are looked up in every run; nothing comes of it. */
export const countWritten = ({ tally }: Pick<RunCheckpoint, 'tally'>): number =>
  tally.contacts + tally.attendance + tally.events;

type PartsResult = Pick<WriteResult, 'run' | 'records' | 'openOutcomes'>;

const untouched = (run: RunCheckpoint): PartsResult => ({ run, records: [], openOutcomes: null });

/** Items of one part that are written together, and maybe together with those of others. */
interface Piece {
  readonly partition: number;
  readonly index: number;
  readonly items: readonly WorkItem[];
}

interface Batch {
  readonly pieces: readonly Piece[];
  /** Of the pieces' parts. */
  readonly claims: ContactClaims;
  /** The earlier batches of these parts: whoever has vanished comes after everybody who is there. */
  readonly before: readonly Promise<unknown>[];
}

async function writeParts(step: Step, begun: RunCheckpoint, read: ReadResult, rules: RunRules): Promise<PartsResult> {
  const facts = factsOf(begun, step.parts.accountId);
  const writer = createPeopleWriter({
    ...step.prepared,
    facts,
    mayCreateContacts: rules.mayCreateContacts,
    findDeleted: rules.findDeleted,
    lock: step.parts.contactLock,
    writeWatch: step.writeWatch,
    refusedSessionKeys: Object.keys(begun.refusedEvents),
  });
  const previews: PersonPreview[] = [];
  const isPreviewed = step.parts.isDryRun || begun.onlyKeyHash !== null;
  // Parts without work are settled at once, or everybody of a large unchanged webinar would be in memory together.
  const settled = createSettlement(step, begun);
  const parts = new Map<number, WrittenPart>();
  const pending = new Map<number, Promise<unknown>[]>();
  let { position } = begun;

  const openPart = async (partition: number): Promise<WrittenPart> => {
    const { rows, marks, outcomes: outcomeRecords, areRowsWhole, areMarksWhole } = await read.loader.load(partition);
    const batches = await read.rows.load(partition);
    const resumedIndex = partition === begun.position.partition ? begun.position.index : 0;
    const outcomes = outcomeRecords.flatMap(({ payload }) => unpackOutcomes(payload));
    const areMarksAwaited = !areMarksWhole && step.parts.now() - begun.readAt < marksAwaitedMs;
    if (!areRowsWhole || areMarksAwaited || outcomes.length < resumedIndex) throw recordsMissing();
    const markPayloads = marks.map(({ payload }) => payload);
    return {
      plan: planPartition({ run: begun, facts, partition, batches, markPayloads, rules }),
      outcomes,
      mustRepeat: false,
      recordIds: { rows: rows.map(toRecordId), marks: marks.map(toRecordId), outcomes: outcomeRecords.map(toRecordId) },
    };
  };

  /** Few of a part may have changed, so that what does not fill a batch waits for the next part. */
  async function* batches(): AsyncGenerator<Batch> {
    let pieces: Piece[] = [];
    let claims: ContactClaims = new Set();
    let heldCount = 0;
    const takeBatch = (): Batch => {
      const batch = { pieces, claims, before: pieces.flatMap(({ partition }) => pending.get(partition) ?? []) };
      pieces = [];
      return batch;
    };
    while (position.partition < read.rows.partitionCount && heldCount < peopleHeldMax) {
      if (pieces.length > 0 && shouldStopWriting(step)) yield takeBatch();
      if (shouldStopLooking(step)) return;
      const { partition } = position;
      const part = await openPart(partition);
      const { items, unchanged } = part.plan.work;
      if (items.length === 0) settled.add(partition, part);
      else {
        heldCount += items.length + unchanged.length;
        // Parts that share a batch share their claims.
        if (pieces.length === 0) claims = new Set();
        for (const contactId of claimsOf(part)) claims.add(contactId);
        parts.set(partition, isPreviewed ? part : withoutUnchangedPeople(part));
      }
      pending.set(partition, []);
      while (position.index < items.length) {
        if (shouldStopWriting(step)) {
          if (pieces.length > 0) yield takeBatch();
          return;
        }
        const { index } = position;
        const piece = { partition, index, items: items.slice(index, index + batchSize - countItems(pieces)) };
        position = { partition, index: index + piece.items.length };
        pieces.push(piece);
        if (countItems(pieces) === batchSize) yield takeBatch();
      }
      position = { partition: partition + 1, index: 0 };
    }
    if (pieces.length > 0) yield takeBatch();
  }

  const writeBatch = async ({ pieces, claims, before }: Batch): Promise<void> => {
    const items = pieces.flatMap((piece) => piece.items);
    if (items.some(({ kind }) => kind === 'vanished')) await Promise.allSettled(before);
    const writing = writer.write(items, claims);
    for (const { partition } of pieces) pending.get(partition)?.push(writing);
    const written = await writing;
    previews.push(...written.map(previewItem));
    const outcomes = written.map(({ outcome }) => outcome);
    for (const { partition, index, items: own } of pieces) {
      const ownOutcomes = outcomes.splice(0, own.length);
      const part = parts.get(partition);
      for (const [offset, outcome] of ownOutcomes.entries())
        if (part !== undefined) part.outcomes[index + offset] = outcome;
    }
  };
  await mapUntilFailure(batches(), writeBatch, batchesAtOnce);
  await writer.finish();

  const refusedTimeline = writer.timelineProblem() ?? begun.refusedTimeline;
  const mustRepeat = Object.keys(begun.refusedEvents).length > 0 || refusedTimeline !== null;
  let openOutcomes: readonly ItemOutcome[] | null = null;
  for (const [partition, { outcomes, ...part }] of parts) {
    const judged = outcomes.map(writer.judge);
    if (partition < position.partition) settled.add(partition, { ...part, outcomes: judged, mustRepeat });
    else openOutcomes = judged;
  }
  const { tally, attendanceProblems } = begun;
  const counts = writer.counts();
  const newPreviews = isPreviewed ? [...previews, ...settled.previews()] : [];
  return {
    records: settled.records(),
    openOutcomes,
    run: {
      ...begun,
      ...settled.changes(),
      position,
      attendanceProblems: [...new Set([...attendanceProblems, ...writer.attendanceProblems()])].slice(0, 20),
      refusedTimeline,
      previews: [...begun.previews, ...newPreviews].slice(0, previewsMax),
      tally: addCounts(tally, counts),
    },
  };
}

const addCounts = (tally: Tally, { contactsCreated, contactsUpdated, entries, events }: WrittenCounts): Tally => ({
  ...tally,
  contacts: tally.contacts + contactsCreated + contactsUpdated,
  contactsCreated: tally.contactsCreated + contactsCreated,
  contactsUpdated: tally.contactsUpdated + contactsUpdated,
  attendance: tally.attendance + entries.register + entries.attend + entries.cancel,
  registrations: tally.registrations + entries.register,
  attendances: tally.attendances + entries.attend,
  cancellations: tally.cancellations + entries.cancel,
  events: tally.events + events,
});

/** Whom the contacts belong to that nobody of the part has to be written for any more. */
function claimsOf({ plan, outcomes }: WrittenPart): ContactClaims {
  const written = outcomes.filter((outcome, index) => plan.work.items[index]?.kind === 'person');
  return new Set([
    ...plan.work.unchanged.flatMap(({ person, mark }) => (person === null ? [] : [mark.contactId])),
    ...written.flatMap((outcome) => (outcome.kind === 'synced' ? [outcome.contactId] : [])),
  ]);
}

/** Nobody needs more of them than their marks; a part with few changes would be held for many. */
const withoutUnchangedPeople = ({ plan, ...part }: WrittenPart): WrittenPart => ({
  ...part,
  plan: {
    ...plan,
    work: { ...plan.work, unchanged: plan.work.unchanged.map(({ mark }) => ({ person: null, mark })) },
  },
});

const countItems = (pieces: readonly Piece[]): number => pieces.reduce((sum, { items }) => sum + items.length, 0);

const toRecordId = ({ recordId }: StoredRecord): string => recordId;
