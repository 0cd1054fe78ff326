import type { SkipReason } from '../../extensions/contract/sync.ts';
import { isValidAddress } from '../domain/address.ts';
import type { Person } from '../domain/person.ts';

/**
 * Why Zoom's data alone keeps a person out of HubSpot.
 *
 * | address | registration | attended | outcome |
 * |---|---|---|---|
 * | none | any | any | guest-without-address |
 * | invalid | any | any | invalid-address |
 * | valid | stands or cancelled | any | – |
 * | valid | any | yes | – |
 * | valid | pending | no | awaiting-approval |
 * | valid | denied | no | denied |
 * | valid | none | unusable rows only | by what the rows were worth |
 *
 * @returns null for a person who is to be synced
 */
export function excludePerson(person: Person): SkipReason | null {
  if (person.email === null) return 'guest-without-address';
  if (!isValidAddress(person.email)) return 'invalid-address';
  if (person.sessions.some(({ attendance }) => attendance !== null)) return null;
  switch (person.registration?.state) {
    case 'registered':
    case 'cancelled':
      return null;
    case 'pending':
      return 'awaiting-approval';
    case 'denied':
      return 'denied';
    case undefined:
      return reasonOfRows(person.unusedRows);
  }
}

function reasonOfRows(unusedRows: Person['unusedRows']): SkipReason {
  if (unusedRows === 'waiting-room') return 'never-admitted';
  return unusedRows === 'not-final' ? 'attendance-not-ready' : 'unusable-times';
}
