import type { MarkPart, RunCheckpoint } from './checkpoint.ts';
import type { ItemOutcome } from './outcomes.ts';
import { payloadCharactersMax } from './payload.ts';
import { formatMarks } from './people-marks.ts';
import { addTallies, tallyPeople } from './people-tally.ts';
import { factsOf, type PartitionPlan } from './plan-partition.ts';
import type { StateRecord } from './ports.ts';
import type { Step } from './step.ts';
import { toNewMarks } from './to-new-marks.ts';
import { workingRecord } from './working-record.ts';

/** A part of the people with what became of its items. */
export interface WrittenPart {
  readonly plan: PartitionPlan;
  /** In the order of the items. */
  readonly outcomes: ItemOutcome[];
  readonly recordIds: {
    readonly rows: readonly string[];
    readonly marks: readonly string[];
    readonly outcomes: readonly string[];
  };
}

/** Counts parts that are done, and makes their marks. */
export interface Settlement {
  /** Every item of the part must have its outcome. */
  add(partition: number, part: WrittenPart): void;
  markRecords(): readonly StateRecord[];
  changes(): Pick<RunCheckpoint, 'people' | 'newMarks' | 'uselessRecordIds'>;
}

export function createSettlement(step: Step, begun: RunCheckpoint): Settlement {
  const { parts, keys, state } = step;
  const facts = factsOf(begun, parts.accountId);
  const markRecords: StateRecord[] = [];
  const newMarks: MarkPart[] = [...begun.newMarks];
  const uselessRecordIds = new Set(begun.uselessRecordIds);
  let { people } = begun;

  const giveUp = (recordIds: readonly string[]): void => {
    for (const recordId of recordIds) uselessRecordIds.add(recordId);
  };

  return {
    add(partition, { plan, outcomes, recordIds }) {
      const marks = toNewMarks(plan.work, outcomes);
      people = addTallies(people, tallyPeople(facts, plan.work, outcomes, marks, plan.unusableRowCount));
      giveUp([...recordIds.rows, ...recordIds.outcomes]);
      const known = state.marks.length === begun.partitionCount ? state.marks[partition] : undefined;
      if (plan.work.items.length === 0 && known !== undefined) {
        newMarks[partition] = known;
        return;
      }
      giveUp(recordIds.marks);
      const payloads = formatMarks(marks, payloadCharactersMax);
      newMarks[partition] = { runNumber: state.runNumber, recordCount: payloads.length };
      for (const [index, payload] of payloads.entries()) {
        markRecords.push(workingRecord(keys.marks(state.runNumber, partition, index), 'people', payload, parts.now()));
      }
    },
    markRecords: () => markRecords,
    changes: () => ({ people, newMarks, uselessRecordIds: [...uselessRecordIds] }),
  };
}
