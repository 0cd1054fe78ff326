import type { Random } from '../../../emulators/core/random.ts';
import type { Calendar } from '../calendar.ts';
import type { Audience } from '../people/audience.ts';
import { crowds } from '../people/regions.ts';
import { toAscii, type DemoPerson } from '../people/person.ts';

/** What every webinar of the demo is made from. Webinars that are made later find more people who know the company. */
export interface Stage {
  readonly calendar: Calendar;
  readonly audience: Audience;
  readonly random: Random;
}

const devices = ['iPhone von', 'iPad de', 'Galaxy S24 –', 'Laptop'] as const;

/** The names that guests without address give themselves. */
export const drawGuestNames = ({ audience, random }: Stage, count: number): readonly string[] =>
  audience
    .gather({ count, returningShare: 1, shares: crowds.international })
    .map(({ firstName, displayName }) =>
      random.next() < 0.4 ? `${random.pick(devices)} ${firstName}` : random.next() < 0.3 ? firstName : displayName,
    );

/** Three ways to mistype an address: no domain, a comma, two signs. */
export function withTypo(person: DemoPerson, kind: number): DemoPerson {
  const [local = '', domain = ''] = person.email.split('@');
  const wrong = [
    `${local}@${domain.split('.')[0] ?? ''}`,
    `${local}@${domain.replace('.', ',')}`,
    `${local}@@${domain}`,
  ];
  return { ...person, email: wrong[kind % wrong.length] ?? local };
}

/** An address below a domain that nobody can have: it looks right, and HubSpot refuses it. */
export const atTestDomain = (person: DemoPerson): DemoPerson => ({
  ...person,
  email: `${toAscii(person.company)}@intern.test`,
});
