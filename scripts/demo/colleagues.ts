import type { StaffMember } from './company.ts';
import { toAscii } from './people/person.ts';

/** Those of the company who have a Zoom user and no webinar licence, as most people anywhere. */
const names: readonly (readonly [firstName: string, lastName: string])[] = [
  ['Anders', 'Lie'],
  ['Beatriz', 'Moura'],
  ['Camilla', 'Storm'],
  ['Dorota', 'Nowak'],
  ['Emil', 'Sandvik'],
  ['Frauke', 'Petersen'],
  ['Gustavo', 'Ramos'],
  ['Håkon', 'Dahl'],
  ['Ilse', 'Brandt'],
  ['Jonas', 'Weber'],
  ['Karolina', 'Zając'],
  ['Lars', 'Nygård'],
  ['Mette', 'Holt'],
  ['Nuno', 'Teixeira'],
  ['Oda', 'Berg'],
  ['Paulo', 'Nogueira'],
  ['Rieke', 'Janssen'],
  ['Stefan', 'Köhler'],
  ['Tuva', 'Lunde'],
  ['Ulrike', 'Vogt'],
  ['Vidar', 'Aas'],
  ['Wanda', 'Kowalska'],
];

export const colleagues: readonly StaffMember[] = names.map(([firstName, lastName]) => ({
  firstName,
  lastName,
  email: `${toAscii(firstName)}.${toAscii(lastName)}@solarix.example.com`,
  brand: 'solarix',
  isHost: false,
  hubSpotUserId: null,
}));
