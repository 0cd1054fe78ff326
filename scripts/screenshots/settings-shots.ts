import type { Locator, Page } from 'playwright-core';
import { knownScopes } from '../../emulators/zoom/access.ts';
import type { SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import { demoConnections } from '../demo/company.ts';
import type { PreviewWorld } from '../preview/open-world.ts';
import { useZoomLever } from '../stand-ins/use-lever.ts';
import { sweepWebinars } from '../sync/sweep-webinars.ts';
import { shotLanguages, type Shot } from './shot.ts';
import { waitUntilLoaded } from './wait-until-loaded.ts';

/** With six kinds of people who were not synced, and an open end. */
const richWebinar = 'Heat pumps for apartment buildings: what pays off';

/** Not an answer that Zoom is known to give; the app has to show any that it does not know. */
const refusal = {
  kind: 'answer',
  status: 400,
  body: { code: 300, message: 'The registration list of this webinar cannot be read.' },
} as const;
const roundTable = { id: '81234567813', topic: 'Round table for mayors: heat planning' } as const;

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
  const opened = settings(page).getByRole('tab').nth(tabPlaces[tab]);
  await opened.click();
  // The frame around what has the focus says nothing about the page.
  await opened.blur();
  await waitUntilLoaded(settings(page));
}

const scrollToMiddle = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).scrollIntoView({ block: 'center' })`);

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
  await openLog(page, richWebinar);
  await dialog(page).getByRole('table').first().waitFor();
}

async function openLog(page: Page, topic: string): Promise<void> {
  await settings(page).getByRole('row', { name: topic }).getByRole('button').last().click();
  await dialog(page).waitFor();
  await waitUntilLoaded(dialog(page));
}

async function openUser(page: Page): Promise<void> {
  await openUsers(page);
  await settings(page).getByRole('row', { name: richUser }).getByRole('button').click();
  await dialog(page).getByRole('radio').first().waitFor();
  await dialog(page).getByRole('table').waitFor();
}

async function addDomains(page: Page, domains: string): Promise<void> {
  await settings(page).getByLabel('Add domains').first().fill(domains);
  await settings(page).getByRole('button', { name: 'Add', exact: true }).first().click();
}

/** As another admin would. */
async function saveBackfillDays({ tools }: PreviewWorld, backfillDays: number): Promise<void> {
  const { answer } = await tools.runner.call<SettingsAnswer>('get_settings', {});
  await tools.runner.call('save_settings', {
    settings: { ...answer.settings, backfillDays },
    version: answer.version,
  });
}

/** So slow that what goes on can be seen. */
const slowZoom = ({ standIns }: PreviewWorld, latencyMs: number): void => standIns.zoom.setLatency(latencyMs);

async function letZoomGoOn({ standIns, tools }: PreviewWorld): Promise<void> {
  standIns.zoom.setLatency(0);
  standIns.zoom.faults.clear();
  for (const connection of standIns.connectionNames) await sweepWebinars({ connection, mode: 'due' }, tools);
}

/** A Zoom account whose server-to-server app somebody has switched off. */
const switchAcademy = ({ standIns }: PreviewWorld, isAppActive: boolean): Promise<void> =>
  useZoomLever(standIns, 'change-account', { account_id: demoConnections[1].accountId, isAppActive });

const grantScopes = ({ standIns }: PreviewWorld, scopes: readonly string[]): Promise<void> =>
  useZoomLever(standIns, 'change-account', { account_id: demoConnections[0].accountId, scopes });

/** A function that has run before has a token of Zoom, which keeps what it was given with. */
const forgetTokens = ({ tools }: PreviewWorld, uid: 'get_overview' | 'run_setup'): Promise<unknown> =>
  tools.runner.call(uid, {}, { cold: true });

/** Pictures of the settings page. */
export const settingsShots: readonly Shot[] = [
  { name: 'settings-home', world: 'demo', path: '/settings', languages: shotLanguages, steps: openHome },
  {
    name: 'webinars',
    world: 'demo',
    path: '/settings',
    languages: shotLanguages,
    steps: async (page) => {
      await openHome(page);
      await scrollToMiddle(page, '.settings-content input[type="search"]');
    },
  },
  { name: 'settings-home-read-only', world: 'demo', path: '/settings', permissions: 'read', steps: openHome },
  {
    name: 'settings-home-failing',
    world: 'demo',
    path: '/settings',
    steps: async (page, world) => {
      await switchAcademy(world, false);
      await forgetTokens(world, 'get_overview');
      await page.reload();
      await openTab(page, 'home');
      await shown(page, 'Not working').waitFor();
    },
    undo: (world) => switchAcademy(world, true),
  },
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
      await addDomains(page, 'brightfield-council.example.org, acme');
      await settings(page).getByRole('radio', { name: 'Only update contacts' }).click();
      await waitUntilLoaded(settings(page));
    },
  },
  {
    name: 'global-settings-conflict',
    world: 'demo',
    path: '/settings',
    steps: async (page, world) => {
      await openTab(page, 'globalSettings');
      await addDomains(page, 'brightfield-council.example.org');
      await saveBackfillDays(world, 90);
      await settings(page).getByRole('button', { name: 'Save', exact: true }).first().click();
      await shown(page, 'Somebody else has saved other settings meanwhile').waitFor();
      await waitUntilLoaded(settings(page));
    },
    undo: (world) => saveBackfillDays(world, 60),
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
    name: 'sync-running',
    world: 'demo',
    path: '/settings',
    steps: async (page, world) => {
      await openHome(page);
      slowZoom(world, 2_500);
      await settings(page).getByRole('row', { name: richWebinar }).getByRole('button', { name: 'Sync now' }).click();
      await settings(page)
        .getByText(/^Reading from Zoom/)
        .first()
        .waitFor({ timeout: 60_000 });
      await settings(page).getByRole('heading', { name: 'Webinars', exact: true }).scrollIntoViewIfNeeded();
    },
    undo: letZoomGoOn,
  },
  {
    name: 'audit-log-failed',
    world: 'demo',
    path: '/settings',
    steps: async (page, { standIns, tools }) => {
      standIns.zoom.faults.add([{ operation: 'registrants.list', occurrence: 'every', fault: refusal }]);
      await tools.runner.call('sync_webinar', { webinarId: roundTable.id });
      await page.reload();
      await openHome(page);
      await openLog(page, roundTable.topic);
    },
    undo: async (world) => {
      world.standIns.zoom.faults.clear();
      await world.tools.runner.call('sync_webinar', { webinarId: roundTable.id });
    },
  },
  {
    name: 'sweep-running',
    world: 'demo',
    path: '/settings',
    steps: async (page, world) => {
      await openHome(page);
      slowZoom(world, 700);
      await settings(page).getByRole('button', { name: 'Back-fill everything' }).click();
      await settings(page).getByText('Syncing webinars').waitFor({ timeout: 90_000 });
      await settings(page)
        .getByText(/^[1-9]\d* of \d+$/)
        .first()
        .waitFor({ timeout: 60_000 });
    },
    undo: letZoomGoOn,
  },
  {
    name: 'sweep-done',
    world: 'demo',
    path: '/settings',
    steps: async (page) => {
      await openHome(page);
      await settings(page).getByRole('button', { name: 'Find and sync webinars now' }).click();
      const finished = settings(page).getByText('Finished', { exact: true });
      await finished.nth(demoConnections.length - 1).waitFor({ timeout: 60_000 });
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
    name: 'set-up-missing-scope',
    world: 'fresh',
    path: '/settings',
    steps: async (page, world) => {
      await grantScopes(
        world,
        knownScopes.filter((scope) => !scope.startsWith('report:')),
      );
      await forgetTokens(world, 'run_setup');
      await page.reload();
      await openTab(page, 'setUp');
      await shown(page, '3 permissions are missing').waitFor();
      await waitUntilLoaded(settings(page));
      await scrollToMiddle(page, '[data-test-id="copy-names"]');
    },
    undo: (world) => grantScopes(world, knownScopes),
  },
  {
    name: 'settings-home-empty',
    world: 'fresh',
    path: '/settings',
    steps: (page) => openTab(page, 'home'),
  },
];
