import type { Locator, Page } from 'playwright-core';
import { shotLanguages, type Shot } from './shot.ts';
import { waitUntilLoaded } from './wait-until-loaded.ts';

/** With six kinds of people who were not synced, and an open end. */
const richWebinar = 'Heat pumps for apartment buildings: what pays off';

/** The host of most webinars, one of which has its own switch. */
const richUser = 'Tom Reuter';

/** The app's own tabs, by their places: their names depend on the language. */
const tabPlaces = { home: 0, globalSettings: 1, users: 2, setUp: 3 } as const;

const settings = (page: Page): Locator => page.locator('.settings-content');
const dialog = (page: Page): Locator => page.getByRole('dialog');
const shown = (page: Page, text: string): Locator => settings(page).getByText(text, { exact: true }).first();

async function openTab(page: Page, tab: keyof typeof tabPlaces): Promise<void> {
  await settings(page).getByRole('tab').nth(tabPlaces.setUp).waitFor();
  await waitUntilLoaded(settings(page));
  await settings(page).getByRole('tab').nth(tabPlaces[tab]).click();
  await waitUntilLoaded(settings(page));
}

async function openUsers(page: Page): Promise<void> {
  await openTab(page, 'users');
  await settings(page).getByRole('row', { name: richUser }).waitFor();
}

/** The first step names the secret, in every language. */
async function openSetUp(page: Page): Promise<void> {
  await openTab(page, 'setUp');
  await settings(page).getByText('ZOOM_CONNECTIONS').first().waitFor();
}

async function openHome(page: Page): Promise<void> {
  await settings(page).getByRole('table').first().waitFor();
  await waitUntilLoaded(settings(page));
}

async function openAuditLog(page: Page): Promise<void> {
  await openHome(page);
  await settings(page).getByRole('row', { name: richWebinar }).getByRole('button').last().click();
  await dialog(page).getByRole('table').first().waitFor();
  await waitUntilLoaded(dialog(page));
}

async function openUser(page: Page): Promise<void> {
  await openUsers(page);
  await settings(page).getByRole('row', { name: richUser }).getByRole('button').click();
  await dialog(page).getByRole('radio').first().waitFor();
  await dialog(page).getByRole('table').waitFor();
}

/** Pictures of the settings page. */
export const settingsShots: readonly Shot[] = [
  { name: 'settings-home', world: 'demo', path: '/settings', languages: shotLanguages, steps: openHome },
  { name: 'settings-home-read-only', world: 'demo', path: '/settings', permissions: 'read', steps: openHome },
  { name: 'audit-log', world: 'demo', path: '/settings', languages: shotLanguages, steps: openAuditLog },
  {
    name: 'people-not-synced',
    world: 'demo',
    path: '/settings',
    steps: async (page) => {
      await openAuditLog(page);
      await dialog(page).getByRole('heading', { name: 'People not synced' }).scrollIntoViewIfNeeded();
      await dialog(page).getByRole('table').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'trial-run',
    world: 'demo',
    path: '/settings',
    steps: async (page) => {
      await openAuditLog(page);
      await dialog(page).getByRole('button', { name: 'Trial run' }).click();
      await dialog(page).getByText('Trial run, nothing was written').waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'global-settings',
    world: 'demo',
    path: '/settings',
    languages: shotLanguages,
    clip: '.settings-content',
    steps: (page) => openTab(page, 'globalSettings'),
  },
  {
    name: 'global-settings-unsaved',
    world: 'demo',
    path: '/settings',
    clip: '.settings-content',
    steps: async (page) => {
      await openTab(page, 'globalSettings');
      await settings(page).getByLabel('Add domains').first().fill('brightfield-council.example.org, acme');
      await settings(page).getByRole('button', { name: 'Add', exact: true }).first().click();
      await settings(page).getByRole('radio', { name: 'Only update contacts' }).click();
      await waitUntilLoaded(settings(page));
    },
  },
  {
    name: 'users',
    world: 'demo',
    path: '/settings',
    languages: shotLanguages,
    steps: openUsers,
  },
  { name: 'user-panel', world: 'demo', path: '/settings', languages: shotLanguages, steps: openUser },
  {
    name: 'set-up-done',
    world: 'demo',
    path: '/settings',
    languages: shotLanguages,
    steps: openSetUp,
  },
  {
    name: 'sweep-done',
    world: 'demo',
    path: '/settings',
    steps: async (page) => {
      await openHome(page);
      await settings(page).getByRole('button', { name: 'Find and sync webinars now' }).click();
      await shown(page, 'Finished').waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'function-failed',
    world: 'demo',
    path: '/settings',
    steps: async (page) => {
      await page.route('**/action/function/**', async (route) => {
        const isList = route.request().postData()?.includes('"list_webinars"') === true;
        await (isList
          ? route.fulfill({ status: 400, json: { status: 'error', message: 'Timed out' } })
          : route.continue());
      });
      await page.reload();
      const problem = settings(page).getByText('No answer from the Zoom app');
      await problem.waitFor();
      await waitUntilLoaded(settings(page));
      await problem.scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'set-up',
    world: 'fresh',
    path: '/settings',
    steps: async (page) => {
      await settings(page).getByText('Missing before, and created just now').waitFor();
    },
  },
  {
    name: 'settings-home-empty',
    world: 'fresh',
    path: '/settings',
    steps: (page) => openTab(page, 'home'),
  },
];
