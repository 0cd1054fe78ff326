import type { SkipReason } from '../../extensions/contract/sync.ts';
import { isValidAddress } from '../domain/address.ts';
import type { Person } from '../domain/person.ts';

/** What besides Zoom's data decides who may be synced. Addresses are in lower case. */
export interface PersonRules {
  /** Whether a user of the HubSpot account has the address. */
  isAccountUser(address: string): boolean;
  /** The excluded domain that covers the address; null when none does. */
  excludedDomainOf(address: string): string | null;
}

export interface Exclusion {
  readonly reason: SkipReason;
  /** The excluded domain; null where the reason says it all. */
  readonly detail: string | null;
}

/**
 * Why a person is kept out of HubSpot before anybody looks there.
 *
 * | address | registration | attended | outcome |
 * |---|---|---|---|
 * | none | any | any | guest-without-address |
 * | invalid | any | any | invalid-address |
 * | of a user of the HubSpot account | any | any | account-user |
 * | of an excluded domain | any | any | excluded-domain |
 * | any other | stands or cancelled | any | – |
 * | any other | any | yes | – |
 * | any other | pending | no | awaiting-approval |
 * | any other | denied | no | denied |
 * | any other | none | unusable rows only | by what the rows were worth |
 *
 * @returns null for a person who is to be synced
 */
export function excludePerson(person: Person, rules: PersonRules): Exclusion | null {
  const { email } = person;
  if (email === null) return because('guest-without-address');
  if (!isValidAddress(email)) return because('invalid-address');
  if (rules.isAccountUser(email)) return because('account-user');
  const domain = rules.excludedDomainOf(email);
  if (domain !== null) return { reason: 'excluded-domain', detail: domain };
  if (person.sessions.some(({ attendance }) => attendance !== null)) return null;
  switch (person.registration?.state) {
    case 'registered':
    case 'cancelled':
      return null;
    case 'pending':
      return because('awaiting-approval');
    case 'denied':
      return because('denied');
    case undefined:
      return because(reasonOfRows(person.unusedRows));
  }
}

const because = (reason: SkipReason): Exclusion => ({ reason, detail: null });

function reasonOfRows(unusedRows: Person['unusedRows']): SkipReason {
  if (unusedRows === 'waiting-room') return 'never-admitted';
  return unusedRows === 'not-final' ? 'attendance-not-ready' : 'unusable-times';
}
