import type { Person } from '../domain/person.ts';
import type { ItemOutcome } from './outcomes.ts';
import { staleStateHash, type PersonMark, type SessionStanding } from './people-marks.ts';
import type { WorkList } from './work-list.ts';

interface NewMarksTerms {
  readonly mayListAgain?: boolean;
  readonly mustRepeat?: boolean;
  readonly absentStateHash?: (sessions: readonly SessionStanding[]) => string;
}

/**
 * Who is in HubSpot after the run. Whoever was skipped is looked at again by the next run; what HubSpot knew of them
 * before is not forgotten.
 *
 * @param outcomes - one per item of the work list, in its order
 * @param terms.mayListAgain - whether Zoom can be asked for registrants the next time
 * @param terms.mustRepeat - HubSpot refused something that belongs to these people
 * @param terms.absentStateHash - of somebody who stands so and whom Zoom does not list
 */
export function toNewMarks(
  work: WorkList,
  outcomes: readonly ItemOutcome[],
  { mayListAgain = true, mustRepeat = false, absentStateHash = () => staleStateHash }: NewMarksTerms = {},
): readonly PersonMark[] {
  const excluded = work.excluded.flatMap(({ mark }) => toStale(mark));
  const written = work.items.flatMap((item, index): readonly PersonMark[] => {
    const outcome = outcomes[index];
    if (outcome?.kind !== 'synced') return toStale(item.mark);
    const { contactId, standing, sessions } = outcome;
    if (item.kind === 'vanished') {
      const { keyHash } = item.mark;
      const stateHash = mustRepeat ? staleStateHash : absentStateHash(sessions);
      return [{ keyHash, stateHash, contactId, standing, sessions }];
    }
    const { keyHash, person } = item;
    const isOpen = mustRepeat || (mayListAgain && isInDoubt(person, sessions));
    const stateHash = isOpen ? staleStateHash : item.stateHash;
    return [{ keyHash, stateHash, contactId, standing, sessions }];
  });
  return [...work.kept, ...work.unchanged.map(({ mark }) => mark), ...excluded, ...written];
}

const toStale = (mark: PersonMark | null): readonly PersonMark[] =>
  mark === null ? [] : [{ ...mark, stateHash: staleStateHash }];

/** A registration that Zoom did not list was left standing, because the lists were not read whole. */
const isInDoubt = (person: Person, sessions: readonly SessionStanding[]): boolean =>
  sessions.some(({ key, registration }) => {
    const listed = person.sessions.find(({ sessionKey }) => sessionKey === key)?.registration;
    return registration === 'registered' && listed?.state !== 'registered';
  });
