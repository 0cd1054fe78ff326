import type { Locator, Page } from 'playwright-core';
import type { PreviewWorld } from '../preview/open-world.ts';
import { shotLanguages, type Shot } from './shot.ts';
import { waitUntilLoaded } from './wait-until-loaded.ts';

/** The demo's most faithful guest. */
const guest = 'megan.davies@brightfield-council.example.org';
const guestWebinar = 'Flat roofs: mounting without drilling';

/** With required extra questions. */
const askingWebinar = 'Dynamic tariffs explained';

const card = (page: Page): Locator => page.locator('.record-card');
const dialog = (page: Page): Locator => page.getByRole('dialog');

/** Where the record of the first contact is that fits. @throws Error when none does */
function contactPath(
  { standIns }: PreviewWorld,
  fits: (properties: Readonly<Record<string, unknown>>) => boolean,
): string {
  const contacts = [...(standIns.hubSpot.world().stores.get('0-1')?.live.values() ?? [])];
  const contact = contacts.find(({ properties }) => fits(properties));
  if (contact === undefined) throw new Error('There is no such contact to take a picture of.');
  return `/contacts/${contact.id}`;
}

const guestPath = (world: PreviewWorld): string => contactPath(world, ({ email }) => email === guest);

const waitForCard = (page: Page): Promise<void> => card(page).getByText(guestWebinar).first().waitFor();

async function openRegistration(page: Page): Promise<void> {
  await waitForCard(page);
  await card(page).locator('.canvas-button').first().click();
  await dialog(page).getByText(askingWebinar).first().waitFor();
  await waitUntilLoaded(dialog(page));
}

/** Pictures of the contact card, and of the records around it. */
export const cardShots: readonly Shot[] = [
  {
    name: 'contact-record',
    world: 'demo',
    path: guestPath,
    steps: async (page) => {
      await page.locator('.timeline').getByText(guestWebinar).first().waitFor();
      await waitForCard(page);
    },
  },
  {
    name: 'contact-card',
    world: 'demo',
    path: guestPath,
    languages: shotLanguages,
    clip: '.record-card',
    steps: waitForCard,
  },
  {
    name: 'contact-card-details',
    world: 'demo',
    path: guestPath,
    clip: '.record-card',
    steps: async (page) => {
      await waitForCard(page);
      for (const details of await card(page).getByRole('button', { name: 'Details' }).all()) await details.click();
    },
  },
  {
    name: 'contact-card-empty',
    world: 'demo',
    path: (world) => contactPath(world, (properties) => (properties['zwh_history'] ?? '') === ''),
    clip: '.record-card',
    steps: (page) => card(page).getByText('No Zoom webinars yet').waitFor(),
  },
  {
    name: 'contact-card-failed',
    world: 'demo',
    path: guestPath,
    clip: '.record-card',
    steps: async (page) => {
      await page.route('**/action/function/**', (route) =>
        route.fulfill({ status: 400, json: { status: 'error', message: 'Timed out' } }),
      );
      await page.reload();
      await card(page).getByText('No answer from the Zoom app').waitFor();
    },
  },
  { name: 'card-register', world: 'demo', path: guestPath, languages: shotLanguages, steps: openRegistration },
  {
    name: 'card-register-form',
    world: 'demo',
    path: guestPath,
    steps: async (page) => {
      await openRegistration(page);
      await dialog(page).getByRole('button', { name: askingWebinar }).click();
      await dialog(page).getByRole('button', { name: 'Register contact' }).click();
      await dialog(page).getByText('This question needs an answer.').first().waitFor();
    },
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
