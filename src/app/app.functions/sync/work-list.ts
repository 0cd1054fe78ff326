import type { SkipReason } from '../../extensions/contract/sync.ts';
import type { Person } from '../domain/person.ts';
import { excludePerson } from './exclusions.ts';
import type { WebinarFacts } from './facts.ts';
import { hashPersonKey, hashPersonState } from './hashes.ts';
import type { PersonMark } from './people-marks.ts';
import { recallRegistration } from './recall.ts';

/** Something to be written for one person. */
export type WorkItem =
  | {
      readonly kind: 'person';
      readonly person: Person;
      readonly keyHash: string;
      readonly stateHash: string;
      /** Null when the person was not in HubSpot after the run before. */
      readonly mark: PersonMark | null;
    }
  /** Registered when last seen, and no longer listed by Zoom: cancelled by the person's own link. */
  | { readonly kind: 'vanished'; readonly mark: PersonMark };

/** Everybody of the webinar, each in exactly one place. */
export interface WorkList {
  /** The same order whenever it is made from the same data. */
  readonly items: readonly WorkItem[];
  readonly unchanged: readonly { readonly person: Person | null; readonly mark: PersonMark }[];
  readonly excluded: readonly {
    readonly person: Person;
    readonly reason: SkipReason;
    readonly mark: PersonMark | null;
  }[];
  /** People who seem to have vanished although that cannot be believed. */
  readonly doubtfulVanishedCount: number;
}

/** Compares what Zoom says now with what was written last. */
export function buildWorkList(input: {
  readonly persons: readonly Person[];
  readonly facts: WebinarFacts;
  readonly marks: readonly PersonMark[];
}): WorkList {
  const { persons, facts, marks } = input;
  const markByKeyHash = new Map(marks.map((mark) => [mark.keyHash, mark]));
  const seen = new Set<string>();
  const items: WorkItem[] = [];
  const unchanged: { person: Person | null; mark: PersonMark }[] = [];
  const excluded: { person: Person; reason: SkipReason; mark: PersonMark | null }[] = [];

  for (const listed of persons) {
    const keyHash = hashPersonKey(facts.accountId, listed.key);
    const mark = markByKeyHash.get(keyHash) ?? null;
    seen.add(keyHash);
    const person = recallRegistration(listed, mark);
    const reason = excludePerson(person);
    const stateHash = hashPersonState(person, facts);
    if (reason !== null) excluded.push({ person, reason, mark });
    else if (mark?.stateHash === stateHash) unchanged.push({ person, mark });
    else items.push({ kind: 'person', person, keyHash, stateHash, mark });
  }

  const absent = marks.filter(({ keyHash }) => !seen.has(keyHash));
  const vanished = absent.filter(({ standing }) => standing === 'registered');
  const isCredible = facts.mayBelieveAbsence && persons.length > 0;
  for (const mark of absent) {
    if (isCredible && mark.standing === 'registered') items.push({ kind: 'vanished', mark });
    else unchanged.push({ person: null, mark });
  }
  return { items, unchanged, excluded, doubtfulVanishedCount: isCredible ? 0 : vanished.length };
}
