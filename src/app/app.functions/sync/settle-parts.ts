import type { NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import { emptyNotSynced, formatNotSynced } from '../audit/not-synced-list.ts';
import type { MarkPart, RunCheckpoint, SkippedPart } from './checkpoint.ts';
import { hashAbsentState, hashJson } from './hashes.ts';
import type { ItemOutcome } from './outcomes.ts';
import { payloadCharactersMax } from './payload.ts';
import { formatMarks, type SessionStanding } from './people-marks.ts';
import { addTallies, tallyPeople } from './people-tally.ts';
import { factsOf, type PartitionPlan } from './plan-partition.ts';
import type { StateRecord } from './ports.ts';
import { listNotSynced, previewExcluded, previewsMax } from './preview-people.ts';
import type { Step } from './step.ts';
import { toNewMarks } from './to-new-marks.ts';
import { workingRecord } from './working-record.ts';

/** A part of the people with what became of its items. */
export interface WrittenPart {
  readonly plan: PartitionPlan;
  /** In the order of the items. */
  readonly outcomes: ItemOutcome[];
  /** HubSpot refused something that belongs to these people: the next run writes them again. */
  readonly mustRepeat: boolean;
  readonly recordIds: {
    readonly rows: readonly string[];
    readonly marks: readonly string[];
    readonly outcomes: readonly string[];
  };
}

/** Counts parts that are done, makes their marks, and lists who is not in HubSpot. */
export interface Settlement {
  /** Every item of the part must have its outcome. */
  add(partition: number, part: WrittenPart): void;
  /** Marks and lists. */
  records(): readonly StateRecord[];
  changes(): Pick<RunCheckpoint, 'people' | 'newMarks' | 'newSkipped' | 'uselessRecordIds'>;
  /** Of the people whom nobody had to look for in HubSpot: the first ones, as many as are shown. */
  previews(): RunCheckpoint['previews'];
}

export function createSettlement(step: Step, begun: RunCheckpoint): Settlement {
  const { parts, keys, state } = step;
  const facts = factsOf(begun, parts.accountId);
  const records: StateRecord[] = [];
  const newMarks: MarkPart[] = [...begun.newMarks];
  const newSkipped: SkippedPart[] = [...begun.newSkipped];
  const uselessRecordIds = new Set(begun.uselessRecordIds);
  const previews: RunCheckpoint['previews'][number][] = [];
  let { people } = begun;

  const giveUp = (recordIds: readonly string[]): void => {
    for (const recordId of recordIds) uselessRecordIds.add(recordId);
  };

  const addSkipped = (partition: number, skipped: readonly NotSyncedPerson[]): void => {
    const texts = formatNotSynced(skipped, payloadCharactersMax);
    const hash = hashJson(texts);
    const known = state.skippedParts[partition];
    if (known?.hash === hash) {
      newSkipped[partition] = known;
      return;
    }
    newSkipped[partition] = { recordCount: texts.length, hash };
    // What the list before needed more keeps nobody's address.
    const surplusCount = Math.max(0, (known?.recordCount ?? 0) - texts.length);
    const payloads = [...texts, ...Array.from({ length: surplusCount }, () => emptyNotSynced)];
    for (const [index, payload] of payloads.entries()) {
      records.push(workingRecord(keys.skipped(partition, index), 'skipped', payload, parts.now()));
    }
  };

  return {
    add(partition, { plan, outcomes, recordIds, mustRepeat }) {
      const { work } = plan;
      const mayListAgain = begun.listing === 'listed';
      const absentStateHash = (sessions: readonly SessionStanding[]): string => hashAbsentState(sessions, facts);
      const marks = toNewMarks(work, outcomes, { mayListAgain, mustRepeat, absentStateHash });
      people = addTallies(people, tallyPeople(facts, work, outcomes, marks, plan.unusableRowCount));
      // A run about one person knows nothing of the others who are not in HubSpot: their list stays.
      if (begun.onlyKeyHash === null) addSkipped(partition, listNotSynced(work, outcomes));
      // Most people of a large webinar are unchanged: all of them would be held to the end.
      if (previews.length < previewsMax)
        previews.push(...previewExcluded(work).slice(0, previewsMax - previews.length));
      giveUp([...recordIds.rows, ...recordIds.outcomes]);
      const known = state.marks.length === begun.partitionCount ? state.marks[partition] : undefined;
      if (work.items.length === 0 && known !== undefined) {
        newMarks[partition] = known;
        return;
      }
      giveUp(recordIds.marks);
      const payloads = formatMarks(marks, payloadCharactersMax);
      newMarks[partition] = { runNumber: state.runNumber, recordCount: payloads.length };
      for (const [index, payload] of payloads.entries()) {
        records.push(workingRecord(keys.marks(state.runNumber, partition, index), 'people', payload, parts.now()));
      }
    },
    records: () => records,
    changes: () => ({ people, newMarks, newSkipped, uselessRecordIds: [...uselessRecordIds] }),
    previews: () => previews,
  };
}
