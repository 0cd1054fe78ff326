import type { Page } from 'playwright-core';
import type { PreviewWorld } from '../preview/open-world.ts';
import type { Shot } from './shot.ts';

const guest = 'megan.davies@brightfield-council.example.org';
const webinar = 'Partner training: keeping heat pumps running in winter';

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
      const option = list.getByRole('option', { name: webinar });
      await option.waitFor({ state: 'attached' });
      await list.selectOption((await option.getAttribute('value')) ?? '');
      await page.getByRole('searchbox', { name: 'Search contacts' }).fill(guest);
      await page.getByRole('radio', { name: guest }).check();
      await page.getByRole('button', { name: 'Enrol contact' }).click();
      await page.getByRole('article').getByText('Registered for the webinar').waitFor();
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
