import type { Person } from '../domain/person.ts';
import type { ItemOutcome } from './outcomes.ts';
import type { PersonMark } from './people-marks.ts';
import type { WorkList } from './work-list.ts';

/**
 * Who is in HubSpot after the run. Whoever was skipped has no mark, and so is looked at again by the next run.
 *
 * @param outcomes - one per item of the work list, in its order
 */
export function toNewMarks(work: WorkList, outcomes: readonly ItemOutcome[]): readonly PersonMark[] {
  const written = work.items.flatMap((item, index): readonly PersonMark[] => {
    const outcome = outcomes[index];
    if (outcome?.kind !== 'synced') return item.kind === 'vanished' ? [item.mark] : [];
    const { contactId } = outcome;
    if (item.kind === 'vanished') {
      return [{ ...item.mark, contactId, standing: 'cancelled', vanishedFrom: outcome.vanishedFrom ?? [] }];
    }
    const { keyHash, stateHash, person } = item;
    return [{ keyHash, stateHash, contactId, standing: toStanding(person), vanishedFrom: null }];
  });
  return [...work.unchanged.map(({ mark }) => mark), ...written];
}

function toStanding({ registration }: Person): PersonMark['standing'] {
  if (registration?.state === 'registered') return 'registered';
  return registration?.state === 'cancelled' ? 'cancelled' : 'attended';
}
