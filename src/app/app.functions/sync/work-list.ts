import type { Person } from '../domain/person.ts';
import { excludePerson, type Exclusion, type PersonRules } from './exclusions.ts';
import type { WebinarFacts } from './facts.ts';
import { hashAbsentState, hashPersonKey, hashPersonState } from './hashes.ts';
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
      /** As it was when last written: it is only looked whether somebody has overwritten anything. */
      readonly isUnchanged?: boolean;
    }
  /**
   * Registered when last seen, and no longer listed by Zoom: cancelled by the person's own link, if the list can be
   * believed; else still registered for sessions of which something has changed.
   */
  | { readonly kind: 'vanished'; readonly mark: PersonMark };

/** Everybody of the webinar (or the one person that a run is about), each in exactly one place. */
export interface WorkList {
  /** The same order whenever it is made from the same data. */
  readonly items: readonly WorkItem[];
  readonly unchanged: readonly { readonly person: Person | null; readonly mark: PersonMark }[];
  readonly excluded: readonly ExcludedPerson[];
  /** People whom a run about somebody else leaves alone. */
  readonly kept: readonly PersonMark[];
  /** People who seem to have vanished although that cannot be believed. */
  readonly doubtfulVanishedCount: number;
}

export interface ExcludedPerson extends Exclusion {
  readonly person: Person;
  readonly mark: PersonMark | null;
}

/**
 * Compares what Zoom says now with what was written last.
 *
 * @param input.onlyKeyHash - the one person to be written, changed or not; null for everybody
 * @param input.looksAgain - whether the contacts of people who have not changed are looked at, too
 */
export function buildWorkList(input: {
  readonly persons: readonly Person[];
  readonly facts: WebinarFacts;
  readonly marks: readonly PersonMark[];
  readonly rules: PersonRules;
  readonly onlyKeyHash: string | null;
  readonly looksAgain?: boolean | undefined;
}): WorkList {
  const { persons, facts, marks, rules, onlyKeyHash, looksAgain } = input;
  const isWanted = (keyHash: string): boolean => onlyKeyHash === null || keyHash === onlyKeyHash;
  const markByKeyHash = new Map(marks.map((mark) => [mark.keyHash, mark]));
  const seen = new Set<string>();
  const items: WorkItem[] = [];
  const unchanged: { person: Person | null; mark: PersonMark }[] = [];
  const excluded: ExcludedPerson[] = [];

  for (const listed of persons) {
    const keyHash = hashPersonKey(facts.accountId, listed.key);
    const mark = markByKeyHash.get(keyHash) ?? null;
    seen.add(keyHash);
    if (!isWanted(keyHash)) continue;
    const person = recallRegistration(listed, mark);
    const exclusion = excludePerson(person, rules);
    const stateHash = hashPersonState(person, facts);
    if (exclusion !== null) {
      excluded.push({ ...exclusion, person, mark });
      continue;
    }
    const isUnchanged = mark?.stateHash === stateHash && onlyKeyHash === null;
    if (isUnchanged && looksAgain !== true) unchanged.push({ person, mark });
    else items.push({ kind: 'person', person, keyHash, stateHash, mark, ...(isUnchanged && { isUnchanged }) });
  }

  const absent = marks.filter(({ keyHash }) => !seen.has(keyHash) && isWanted(keyHash));
  const vanished = absent.filter(({ standing }) => standing === 'registered');
  const isCredible = facts.isWebinarDeleted || (facts.mayBelieveAbsence && persons.length > 0);
  const mustFollow = ({ stateHash, sessions }: PersonMark): boolean =>
    !facts.mayBelieveAbsence && stateHash !== hashAbsentState(sessions, facts);
  for (const mark of absent) {
    if (mark.standing === 'registered' && (isCredible || mustFollow(mark))) items.push({ kind: 'vanished', mark });
    else unchanged.push({ person: null, mark });
  }
  const kept = marks.filter(({ keyHash }) => !isWanted(keyHash));
  return { items, unchanged, excluded, kept, doubtfulVanishedCount: isCredible ? 0 : vanished.length };
}
