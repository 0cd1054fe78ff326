import type { Page } from 'playwright-core';
import type { PreviewWorld } from '../preview/open-world.ts';
import type { Shot } from './shot.ts';

/** Takes registrations, asks nothing, and is not full; its host approves everybody. */
const openWebinar = { id: 81_234_567_803, topic: 'Getting started with Solarix: weekly onboarding' };
const webinar = 'Partner training: keeping heat pumps running in winter';

/** The address of the first contact with a first name who is not registered for it. @throws Error when all are */
function newGuest({ standIns }: PreviewWorld): string {
  const roster = standIns.zoom.world().webinarsById.get(openWebinar.id)?.roster;
  const contacts = [...(standIns.hubSpot.world().stores.get('0-1')?.live.values() ?? [])];
  const email = contacts
    .filter(({ properties }) => (properties['firstname'] ?? '') !== '')
    .map(({ properties }) => properties['email'] ?? '')
    .find((address) => address !== '' && roster?.byEmail(address) === undefined);
  if (email === undefined) throw new Error('Every contact is registered already.');
  return email;
}

/** What happens while the doors are open changes the company, so these pictures are taken last. */
async function openDoors(page: Page, world: PreviewWorld): Promise<void> {
  await world.openDoors();
  await page.reload();
}

/** Pictures of the pages on which somebody tries a workflow action, and plays the outside world. */
export const doorShots: readonly Shot[] = [
  {
    name: 'workflow-page',
    world: 'demo',
    path: '/workflow',
    isFullPage: true,
    steps: async (page, world) => {
      await openDoors(page, world);
      const list = page.getByRole('combobox', { name: 'Webinar', exact: true });
      const option = list.getByRole('option', { name: openWebinar.topic });
      await option.waitFor({ state: 'attached' });
      await list.selectOption((await option.getAttribute('value')) ?? '');
      const guest = newGuest(world);
      await page.getByRole('searchbox', { name: 'Search contacts' }).fill(guest);
      await page.getByRole('radio', { name: guest }).check();
      await page.getByRole('button', { name: 'Enrol contact' }).click();
      await page.getByRole('article').getByText('the host has still to approve').waitFor();
    },
  },
  {
    name: 'zoom-page',
    world: 'demo',
    path: '/zoom',
    isFullPage: true,
    steps: async (page, world) => {
      await openDoors(page, world);
      await page.getByRole('navigation', { name: 'Webinars' }).getByRole('button', { name: webinar }).click();
      await page.getByRole('button', { name: 'Register', exact: true }).click();
      await page.getByRole('region', { name: 'HubSpot follows' }).getByText('Registered (').waitFor();
      await page.getByRole('row', { name: 'run_zoom_sync' }).first().waitFor();
    },
  },
];
