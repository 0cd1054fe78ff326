import type { PreviewWorld } from '../preview/open-world.ts';
import { shotLanguages, type Shot } from './shot.ts';

/** The demo's most faithful guest. */
const guest = 'megan.davies@brightfield-council.example.org';
const guestWebinar = 'Flat roofs: mounting without drilling';

/** Where the record of a contact is. @throws Error when nobody has the address */
function contactPath({ standIns }: PreviewWorld, email: string): string {
  const contacts = [...(standIns.hubSpot.world().stores.get('0-1')?.live.values() ?? [])];
  const contact = contacts.find(({ properties }) => properties['email'] === email);
  if (contact === undefined) throw new Error(`There is no contact ${email} to take a picture of.`);
  return `/contacts/${contact.id}`;
}

/** Every picture of `docs/images`, in the order in which they are taken. */
export const shots: readonly Shot[] = [
  {
    name: 'contact-record',
    world: 'demo',
    path: (world) => contactPath(world, guest),
    steps: async (page) => {
      await page.locator('.timeline').getByText(guestWebinar).first().waitFor();
      await page.locator('.record-card').getByText(guestWebinar).first().waitFor();
    },
  },
  {
    name: 'contact-card',
    world: 'demo',
    path: (world) => contactPath(world, guest),
    languages: shotLanguages,
    clip: '.record-card',
    steps: (page) => page.locator('.record-card').getByText(guestWebinar).first().waitFor(),
  },
  {
    name: 'settings-home',
    world: 'demo',
    path: '/settings',
    languages: shotLanguages,
    steps: (page) => page.locator('.settings-content').getByRole('table').first().waitFor(),
  },
  {
    name: 'marketing-event',
    world: 'demo',
    path: '/marketing-events',
    steps: async (page) => {
      await page.getByRole('link', { name: guestWebinar }).first().click();
      await page.locator('.records tbody tr').first().waitFor();
    },
  },
];
