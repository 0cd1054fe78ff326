import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import type { DemoPerson } from './people.ts';

/**
 * The HubSpot half of the demo world: every fourth person is a contact already. Among them are one who is listed under another
 * primary address, one who was deleted, and a few with a name that the marketing team wrote itself.
 */
export function createHubSpotDemo(people: readonly DemoPerson[]): HubSpotSeed {
  const known = people.filter((_, index) => index % 4 === 0);
  return {
    account: { portalId: 147_000_001, tier: 'enterprise', token: 'pat-demo-token', timeZone: 'Europe/Oslo' },
    contacts: known.map((person, index) => toContact(person, index)),
    owners: [
      { id: '7001', email: 'marit.solberg@solarix.example.com', firstName: 'Marit', lastName: 'Solberg', userId: 501 },
      { id: '7002', email: 'tom.reuter@solarix.example.com', firstName: 'Tom', lastName: 'Reuter', userId: 502 },
    ],
    users: [
      {
        id: '501',
        email: 'marit.solberg@solarix.example.com',
        firstName: 'Marit',
        lastName: 'Solberg',
        superAdmin: true,
      },
      { id: '502', email: 'tom.reuter@solarix.example.com', firstName: 'Tom', lastName: 'Reuter' },
    ],
  };
}

function toContact(person: DemoPerson, index: number): NonNullable<HubSpotSeed['contacts']>[number] {
  const properties = {
    email: person.email,
    firstname: index % 9 === 3 ? `Dr. ${person.firstName}` : person.firstName,
    lastname: person.lastName,
    company: person.company,
    jobtitle: person.jobTitle,
  };
  if (index === 2) {
    const [name] = person.email.split('@');
    return { properties: { ...properties, email: `${name}@mail.example.com`, hs_additional_emails: person.email } };
  }
  return index === 5 ? { properties, archived: true } : { properties };
}
