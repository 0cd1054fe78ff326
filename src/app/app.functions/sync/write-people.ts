import { addTallies, tallyPeople } from './people-tally.ts';
import type { MarkPart, RunCheckpoint, WebinarState } from './checkpoint.ts';
import type { ReadResult } from './continue-reading.ts';
import { mapUntilFailure } from './map-until.ts';
import { completeMarketingEvents, writeMarketingEvents } from './marketing-events.ts';
import { unpackOutcomes, type ItemOutcome } from './outcomes.ts';
import { payloadCharactersMax } from './payload.ts';
import { formatMarks } from './people-marks.ts';
import { createPeopleWriter, type PeopleWriter } from './people-writer.ts';
import { factsOf, planPartition, type PartitionPlan } from './plan-partition.ts';
import type { StateRecord, StoredRecord } from './ports.ts';
import { shouldStopWriting, type Step } from './step.ts';
import { toNewMarks } from './to-new-marks.ts';
import type { WorkItem } from './work-list.ts';
import { workingRecord } from './working-record.ts';

/** HubSpot's batch size for contacts. */
const batchSize = 100;
/** The rate gate sets the pace; this only has to be enough to keep up with it at HubSpot's usual latency. */
const batchesAtOnce = 5;

export interface WriteResult {
  readonly run: RunCheckpoint;
  readonly state: WebinarState;
  /** Marks of the parts that were completed. */
  readonly markRecords: readonly StateRecord[];
  /** Of the first items of the part that was not completed; null when they are as they were. */
  readonly openOutcomes: readonly ItemOutcome[] | null;
  /** False when time was up first. */
  readonly isComplete: boolean;
}

/** Writes marketing events, then people part by part, then marks the events as over, as far as time allows. */
export async function writePeople(step: Step, begun: RunCheckpoint, read: ReadResult): Promise<WriteResult> {
  const { marketingEvents } = step.prepared;
  const facts = factsOf(begun, step.parts.accountId);
  const shouldStop = (): boolean => shouldStopWriting(step);

  const events = await writeMarketingEvents(
    marketingEvents,
    begun.webinar,
    facts,
    step.state.marketingEvents,
    shouldStop,
  );
  const parts = events.isComplete
    ? await writeParts(step, begun, read, createPeopleWriter(step.prepared, facts))
    : untouched(begun);
  const arePeopleDone = events.isComplete && parts.run.position.partition >= read.rows.partitionCount;
  const completed = await completeMarketingEvents(
    marketingEvents,
    facts,
    events.states,
    () => !arePeopleDone || shouldStop(),
  );
  const { tally } = parts.run;
  const marketingEventCount = tally.marketingEvents + events.writtenCount + completed.writtenCount;
  return {
    ...parts,
    state: { ...step.state, marketingEvents: completed.states },
    run: { ...parts.run, tally: { ...tally, marketingEvents: marketingEventCount } },
    isComplete: arePeopleDone && completed.isComplete,
  };
}

type PartsResult = Pick<WriteResult, 'run' | 'markRecords' | 'openOutcomes'>;

const untouched = (run: RunCheckpoint): PartsResult => ({ run, markRecords: [], openOutcomes: null });

interface Batch {
  readonly partition: number;
  readonly index: number;
  readonly items: readonly WorkItem[];
}

interface OpenPart {
  readonly plan: PartitionPlan;
  readonly outcomes: ItemOutcome[];
  readonly recordIds: {
    readonly rows: readonly string[];
    readonly marks: readonly string[];
    readonly outcomes: readonly string[];
  };
}

async function writeParts(
  step: Step,
  begun: RunCheckpoint,
  read: ReadResult,
  writer: PeopleWriter,
): Promise<PartsResult> {
  const facts = factsOf(begun, step.parts.accountId);
  const parts = new Map<number, OpenPart>();
  let { position } = begun;

  const openPart = async (partition: number): Promise<OpenPart> => {
    const [batches, { rows, marks }] = [await read.rows.load(partition), await read.loader.load(partition)];
    const isResumed = partition === begun.position.partition && begun.position.index > 0;
    const outcomes = isResumed ? await loadOutcomes(step, begun) : [];
    const markPayloads = marks.map(({ payload }) => payload);
    return {
      plan: planPartition({ run: begun, facts, partition, batches, markPayloads }),
      outcomes: outcomes.flatMap(({ payload }) => unpackOutcomes(payload)),
      recordIds: { rows: rows.map(toRecordId), marks: marks.map(toRecordId), outcomes: outcomes.map(toRecordId) },
    };
  };

  async function* batches(): AsyncGenerator<Batch> {
    while (position.partition < read.rows.partitionCount) {
      if (shouldStopWriting(step)) return;
      const { partition } = position;
      const part = await openPart(partition);
      parts.set(partition, part);
      while (position.index < part.plan.work.items.length) {
        if (shouldStopWriting(step)) return;
        const { index } = position;
        const items = part.plan.work.items.slice(index, index + batchSize);
        position = { partition, index: index + items.length };
        yield { partition, index, items };
      }
      position = { partition: partition + 1, index: 0 };
    }
  }

  const writeBatch = async ({ partition, index, items }: Batch): Promise<void> => {
    const outcomes = await writer.write(items);
    const part = parts.get(partition);
    for (const [offset, outcome] of outcomes.entries()) if (part !== undefined) part.outcomes[index + offset] = outcome;
  };
  await mapUntilFailure(batches(), writeBatch, batchesAtOnce);
  await writer.finish();

  return settleParts(step, begun, { parts, position, writer });
}

const toRecordId = ({ recordId }: StoredRecord): string => recordId;

async function loadOutcomes({ prepared, keys, state }: Step, run: RunCheckpoint): Promise<readonly StoredRecord[]> {
  const { partition } = run.position;
  const wanted = Array.from({ length: run.outcomeRecordCount }, (_, index) =>
    keys.outcomes(state.runNumber, partition, index),
  );
  if (wanted.length === 0) return [];
  const records = await prepared.store.read(wanted);
  return wanted.flatMap((key) => records.get(key) ?? []);
}

/** Counts the parts that are done and makes their marks; keeps the outcomes of the one that is not. */
function settleParts(
  step: Step,
  begun: RunCheckpoint,
  written: {
    readonly parts: ReadonlyMap<number, OpenPart>;
    readonly position: RunCheckpoint['position'];
    readonly writer: PeopleWriter;
  },
): PartsResult {
  const { parts, keys, state } = step;
  const { position, writer } = written;
  const facts = factsOf(begun, parts.accountId);
  const markRecords: StateRecord[] = [];
  const newMarks: MarkPart[] = [...begun.newMarks];
  const uselessRecordIds: string[] = [...begun.uselessRecordIds];
  let people = begun.people;
  let openOutcomes: readonly ItemOutcome[] | null = written.parts.size === 0 ? null : [];
  let writtenItemCount = begun.writtenItemCount;

  for (const [partition, { plan, outcomes, recordIds }] of written.parts) {
    const judged = outcomes.map(writer.judge);
    writtenItemCount += judged.length - (partition === begun.position.partition ? begun.position.index : 0);
    if (partition >= position.partition) {
      openOutcomes = judged;
      continue;
    }
    people = addTallies(people, tallyPeople(facts, plan.work, judged, plan.unusableRowCount));
    uselessRecordIds.push(...recordIds.rows, ...recordIds.outcomes);
    const known = state.marks.length === begun.partitionCount ? state.marks[partition] : undefined;
    if (plan.work.items.length === 0 && known !== undefined) {
      newMarks[partition] = known;
      continue;
    }
    const payloads = formatMarks(toNewMarks(plan.work, judged), payloadCharactersMax);
    newMarks[partition] = { runNumber: state.runNumber, recordCount: payloads.length };
    uselessRecordIds.push(...recordIds.marks);
    for (const [index, payload] of payloads.entries()) {
      markRecords.push(workingRecord(keys.marks(state.runNumber, partition, index), 'people', payload, parts.now()));
    }
  }

  const { tally } = begun;
  return {
    markRecords,
    openOutcomes,
    run: {
      ...begun,
      position,
      people,
      newMarks,
      writtenItemCount,
      uselessRecordIds: [...new Set(uselessRecordIds)],
      attendanceProblems: [...new Set([...begun.attendanceProblems, ...writer.attendanceProblems()])].slice(0, 20),
      tally: {
        ...tally,
        contacts: tally.contacts + writer.contactCount(),
        attendance: tally.attendance + writer.attendanceCount(),
        events: tally.events + writer.eventCount(),
      },
    },
  };
}
