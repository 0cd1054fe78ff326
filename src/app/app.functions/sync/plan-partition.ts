import type { Person } from '../domain/person.ts';
import type { RunCheckpoint } from './checkpoint.ts';
import type { PersonRules } from './exclusions.ts';
import { toWebinarFacts, type WebinarFacts } from './facts.ts';
import { normalisePeople } from './normalise.ts';
import { partitionOfKeyHash } from './partitions.ts';
import { parseMarks } from './people-marks.ts';
import { selectRows } from './select-rows.ts';
import type { RowBatch } from './source-rows.ts';
import { buildWorkList, type WorkList } from './work-list.ts';

/** Who of one part of the people is to be written. */
export interface PartitionPlan {
  readonly work: WorkList;
  readonly unusableRowCount: number;
}

export const factsOf = (run: RunCheckpoint, accountId: string): WebinarFacts =>
  toWebinarFacts(run.webinar, {
    accountId,
    sessions: run.sessions,
    mayBelieveAbsence: mayBelieveAbsence(run),
    isWebinarDeleted: run.listing === 'deleted',
    now: run.readAt,
  });

/** The same in every step of a run, because it comes from the same records. */
export function planPartition(input: {
  readonly run: RunCheckpoint;
  readonly facts: WebinarFacts;
  readonly partition: number;
  readonly batches: readonly RowBatch[];
  /** Payloads with the marks of this part, and perhaps of others. */
  readonly markPayloads: readonly string[];
  readonly rules: PersonRules;
}): PartitionPlan {
  const { run, facts, partition } = input;
  const rows = selectRows(input.batches, run.lists);
  const { persons: people, unusableRowCount } = normalisePeople(run, rows, run.sessions);
  const marks = input.markPayloads
    .flatMap((payload) => parseMarks(payload) ?? [])
    .filter(({ keyHash }) => partitionOfKeyHash(keyHash, run.partitionCount ?? 1) === partition);
  const persons = people.map((person) => withoutUselessLink(person, facts));
  const { onlyKeyHash, looksAgain } = run;
  const work = buildWorkList({ persons, facts, marks, rules: input.rules, onlyKeyHash, looksAgain });
  return { work, unusableRowCount };
}

/**
 * Nobody writes a link to a session that is over, so it must not make a difference either: Zoom's rows lose it at some
 * moment after the end, and everybody would be written again.
 */
function withoutUselessLink(person: Person, { sessions }: WebinarFacts): Person {
  const mayJoin = person.sessions.some(
    ({ sessionKey, registration }) =>
      registration?.state === 'registered' && sessions.some(({ key, isFinal }) => key === sessionKey && !isFinal),
  );
  return mayJoin ? person : { ...person, joinUrl: null };
}

function mayBelieveAbsence(run: RunCheckpoint): boolean {
  if (run.listing === 'deleted') return true;
  const registrantLists = run.lists.filter(({ list }) => list.kind === 'registrants');
  return (
    registrantLists.some(({ rowCount }) => rowCount > 0) &&
    registrantLists.every(({ isUnavailable, quarantinedCount }) => !isUnavailable && quarantinedCount === 0) &&
    !run.unstable.includes('registrants')
  );
}
