import type { DemoPerson } from './people/person.ts';

/** The demo company's two brands, each with a Zoom account and the credentials that the stand-in accepts. */
export const demoConnections = [
  { name: 'Solarix', accountId: 'demo-solarix', clientId: 'demo-solarix-client', clientSecret: 'demo-solarix-secret' },
  {
    name: 'Solarix Academy',
    accountId: 'demo-academy',
    clientId: 'demo-academy-client',
    clientSecret: 'demo-academy-secret',
  },
] as const;

/** Somebody who works at the company. */
export interface StaffMember {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly brand: 'solarix' | 'academy';
  /** Only who has a webinar licence can host. */
  readonly isHost: boolean;
  /** Number in HubSpot; null for those who do not work there. */
  readonly hubSpotUserId: number | null;
}

const member = (
  firstName: string,
  lastName: string,
  address: string,
  brand: StaffMember['brand'],
  isHost: boolean,
  hubSpotUserId: number | null,
): StaffMember => ({
  firstName,
  lastName,
  email: `${address}@${brand === 'academy' ? 'academy.' : ''}solarix.example.com`,
  brand,
  isHost,
  hubSpotUserId,
});

export const staff = {
  marit: member('Marit', 'Solberg', 'marit.solberg', 'solarix', true, 501),
  tom: member('Tom', 'Reuter', 'tom.reuter', 'solarix', true, 502),
  yuki: member('由紀', '森', 'yuki.mori', 'solarix', true, 503),
  ines: member('Inés', 'Cabrera', 'ines.cabrera', 'solarix', true, null),
  lucia: member('Lucía', 'Prado', 'lucia.prado', 'academy', true, 504),
  henk: member('Henk', 'van der Velde', 'henk.vandervelde', 'academy', true, null),
  /** Trains the company's own people; the settings leave her webinars out. */
  ragnhild: member('Ragnhild', 'Moe', 'ragnhild.moe', 'solarix', true, null),
  joana: member('Joana', 'Freitas', 'joana.freitas', 'solarix', false, 505),
  olav: member('Olav', 'Brekke', 'olav.brekke', 'solarix', false, null),
  sabine: member('Sabine', 'Groß', 'sabine.gross', 'solarix', false, 506),
  piotr: member('Piotr', 'Wróbel', 'piotr.wrobel', 'academy', false, null),
} as const;

export const allStaff: readonly StaffMember[] = Object.values(staff);

/** One of the company's own people, or a speaker, as somebody who fills in a registration form. */
export const toPerson = (
  someone: Pick<DemoPerson, 'firstName' | 'lastName' | 'email'>,
  company = 'Solarix',
): DemoPerson => ({
  firstName: someone.firstName,
  lastName: someone.lastName,
  displayName: `${someone.firstName} ${someone.lastName}`,
  email: someone.email,
  company,
  jobTitle: '',
  country: 'NO',
});

/** Experts from outside who speak at webinars. */
export const speakers = {
  ida: { name: 'Ida Holm', firstName: 'Ida', lastName: 'Holm', email: 'ida.holm@brightfield-housing.example.org' },
  kenji: { name: 'Prof. Kenji Mori', firstName: 'Kenji', lastName: 'Mori', email: 'k.mori@university.example.org' },
  amara: { name: 'Amara Diallo', firstName: 'Amara', lastName: 'Diallo', email: 'amara.diallo@grid-lab.example.net' },
} as const;
