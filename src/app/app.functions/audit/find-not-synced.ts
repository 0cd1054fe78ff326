import type { NotSyncedPerson } from '../../extensions/contract/audit-log.ts';
import type { SkipReason } from '../../extensions/contract/sync.ts';
import { compareNotSynced } from './not-synced-list.ts';

/** What a reader looks for; null where it does not matter. */
export interface NotSyncedQuery {
  /** Part of an address or a name, in any case. */
  readonly text: string | null;
  readonly reason: SkipReason | null;
}

/** Those who match, by address, guests last. */
export function findNotSynced(
  people: readonly NotSyncedPerson[],
  { text, reason }: NotSyncedQuery,
): readonly NotSyncedPerson[] {
  const wanted = fold(text ?? '');
  return people
    .filter((person) => reason === null || person.reason === reason)
    .filter(({ address, name }) => wanted === '' || fold(address ?? '').includes(wanted) || fold(name).includes(wanted))
    .toSorted(compareNotSynced);
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
