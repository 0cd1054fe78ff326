import type { SkipReason } from '../../src/app/extensions/contract/sync.ts';

/** Somebody who may turn up at any webinar of a world. */
export interface CastMember {
  /** As typed into Zoom's form; empty for somebody whom Zoom knows by name only. */
  readonly address: string;
  readonly name: string;
  /** Why this person can never be in HubSpot, whatever happens. */
  readonly neverBecause?: SkipReason;
}

const acme = (name: string): string => `${name}@acme.example.com`;

export const hostAddress = 'host@acme.example.com';
export const excludedDomain = 'rival.example.net';

/** What HubSpot holds before anything happens. */
export const contactsBefore = [
  { id: '101', properties: { email: acme('prim'), hs_additional_emails: acme('second') } },
  { id: '102', properties: { email: acme('mo'), firstname: 'Maurice', lastname: 'Chosen' } },
  { id: '103', properties: { email: acme('gone') }, archived: true },
] as const;
export const accountUsers = [{ id: '11', email: 'fay@team.example.com' }] as const;

export const cast: readonly CastMember[] = [
  { address: acme('ann'), name: 'Ann' },
  { address: acme('ben'), name: 'Ben' },
  { address: 'Cora.Case@Acme.example.com', name: 'Cora' },
  { address: acme('dan+news'), name: 'Dan' },
  { address: acme('mo'), name: 'Moritz' },
  { address: acme('prim'), name: 'Prim' },
  { address: acme('second'), name: 'Secunda', neverBecause: 'secondary-address' },
  { address: acme('gone'), name: 'Gonzo', neverBecause: 'deleted-contact' },
  { address: 'fay@team.example.com', name: 'Fay', neverBecause: 'account-user' },
  { address: `eve@mail.${excludedDomain}`, name: 'Evelyn' },
  { address: 'karl@gmail,com', name: 'Karl', neverBecause: 'invalid-address' },
  { address: '', name: 'Gaston', neverBecause: 'guest-without-address' },
  { address: hostAddress, name: 'Hanna' },
];

export const memberAt = (who: number): CastMember => cast[who % cast.length] as CastMember;

/** Addresses are compared in lower case. */
export const fold = (address: string): string => address.trim().toLowerCase();
