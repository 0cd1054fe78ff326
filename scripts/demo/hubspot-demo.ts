import { createRandom, type Random } from '../../emulators/core/random.ts';
import type { HubSpotSeed } from '../../emulators/hubspot/index.ts';
import { dayMs } from './calendar.ts';
import { allStaff, type StaffMember } from './company.ts';
import { toAscii, type DemoPerson } from './people/person.ts';

type SeedContact = NonNullable<HubSpotSeed['contacts']>[number];

/** What HubSpot knows of somebody before the first sync. */
type Standing =
  | 'unknown'
  | 'contact'
  /** Somebody at the company wrote the name differently. */
  | 'renamed'
  /** A contact under another primary address. */
  | 'secondary'
  /** A contact that another one was merged into. */
  | 'merged'
  | 'archived'
  /** Deleted for privacy: HubSpot refuses the address for good. */
  | 'forgotten';

/** Chances out of a thousand; the rest is unknown to HubSpot. */
const standings: readonly (readonly [Standing, number])[] = [
  ['contact', 350],
  ['renamed', 22],
  ['secondary', 7],
  ['merged', 4],
  ['archived', 8],
  ['forgotten', 2],
];

/** The HubSpot half of the demo world: two in five people are known already, not all of them by the address they use. */
export function createHubSpotDemo(people: readonly DemoPerson[], nowMs: number): HubSpotSeed {
  const random = createRandom(147_000_001);
  const known = people.map((person) => ({ person, standing: drawStanding(random) }));
  const contacts = known.flatMap(({ person, standing }, index) =>
    standing === 'unknown' || standing === 'forgotten' ? [] : [toContact(person, standing, index, nowMs)],
  );
  const employees = allStaff.filter(isHubSpotUser);
  return {
    account: { portalId: 147_000_001, tier: 'enterprise', token: 'pat-demo-token', timeZone: 'Europe/Oslo' },
    contacts: [...contacts, ...employees.slice(0, 3).map(toEmployeeContact)],
    owners: employees.map(({ firstName, lastName, email, hubSpotUserId }) => ({
      id: String(hubSpotUserId + 6_500),
      email,
      firstName,
      lastName,
      userId: hubSpotUserId,
    })),
    users: employees.map(({ firstName, lastName, email, hubSpotUserId }, index) => ({
      id: String(hubSpotUserId),
      email,
      firstName,
      lastName,
      superAdmin: index === 0,
    })),
    emulator: {
      switches: { reservedEmailDomains: 'refuse' },
      blockedEmails: known.flatMap(({ person, standing }) => (standing === 'forgotten' ? [person.email] : [])),
    },
  };
}

function drawStanding(random: Random): Standing {
  let left = random.next() * 1000;
  for (const [standing, chance] of standings) {
    left -= chance;
    if (left < 0) return standing;
  }
  return 'unknown';
}

function toContact(
  person: DemoPerson,
  standing: Exclude<Standing, 'unknown' | 'forgotten'>,
  index: number,
  nowMs: number,
): SeedContact {
  const properties = {
    email: person.email,
    firstname: person.firstName,
    lastname: person.lastName,
    company: person.company,
    jobtitle: person.jobTitle,
    country: person.country,
  };
  const createdAt = nowMs - (40 + (index % 700)) * dayMs;
  const homeAddress = `${toAscii(person.email.split('@')[0] ?? '')}.${index}@home.example.net`;
  switch (standing) {
    case 'contact':
      return { properties, createdAt };
    case 'renamed':
      return { properties: { ...properties, firstname: `Dr. ${person.firstName}` }, createdAt };
    case 'secondary':
      return { properties: { ...properties, email: homeAddress, hs_additional_emails: person.email }, createdAt };
    case 'merged': {
      const ids = { own: String(900_000 + index), former: String(800_000 + index) };
      return {
        id: ids.own,
        properties: {
          ...properties,
          email: homeAddress,
          hs_additional_emails: person.email,
          hs_merged_object_ids: ids.former,
          hs_all_contact_vids: `${ids.own};${ids.former}`,
        },
        createdAt,
      };
    }
    case 'archived':
      return { properties, createdAt, archived: true, archivedAt: nowMs - 35 * dayMs };
  }
}

type HubSpotUser = StaffMember & { readonly hubSpotUserId: number };

const isHubSpotUser = (member: StaffMember): member is HubSpotUser => member.hubSpotUserId !== null;

const toEmployeeContact = ({ firstName, lastName, email }: StaffMember): SeedContact => ({
  properties: { email, firstname: firstName, lastname: lastName, company: 'Solarix' },
});
