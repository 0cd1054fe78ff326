import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import type { SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import { pressTabUntil } from './support/keyboard.ts';
import { openPage, useBrowser } from './support/pages.ts';
import { dialogOf, tabPanel, webinarRow, type SettingsTabName } from './support/settings-page.ts';
import { acme, smallWebinars } from './support/small-company.ts';
import { callFunction, contactIdOf, openSmallWorld } from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSmallWorld();
});
afterAll(() => world.close());

const settingsOf = async () => (await callFunction<SettingsAnswer>(world, 'get_settings', {})).settings;

const switchesOfWebinars = async (): Promise<readonly boolean[]> =>
  Object.values((await settingsOf()).users).flatMap(({ webinars }) => Object.values(webinars));

/** Gets to something and presses a key on it. */
async function press(page: Page, wanted: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await wanted.waitFor();
  await pressTabUntil(page, wanted);
  await page.keyboard.press(key);
}

/** Tabs are one stop of the keyboard; the arrows lead from one to the next, which opens when the page has heard of it. */
async function goToTab(page: Page, name: SettingsTabName): Promise<Locator> {
  const tabs = page.getByRole('tablist').last();
  const selected = tabs.getByRole('tab', { selected: true });
  await pressTabUntil(page, selected, 'Shift+Tab');
  const tabCount = await tabs.getByRole('tab').count();
  for (let count = 1; count < tabCount; count += 1) {
    const title = (await selected.textContent()) ?? '';
    if (title.startsWith(name)) break;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => selected.textContent(), { timeout: 10_000 }).not.toBe(title);
  }
  const panel = tabPanel(page, name);
  await panel.waitFor();
  return panel;
}

describe('an account in which nothing is set up', () => {
  it('is set up, turned on and synced, and a domain and a webinar are left out, all by keyboard', async () => {
    const page = await openPage(world, '/settings');
    const setUp = tabPanel(page, 'Set-up');
    await press(page, setUp.getByRole('button', { name: 'Open the global settings' }));

    const settings = tabPanel(page, 'Global settings');
    await press(page, settings.getByRole('switch', { name: 'Sync webinar data' }), 'Space');
    await press(page, settings.getByRole('textbox', { name: 'Add domains' }).first(), 'Space');
    await page.keyboard.type('globex.example.org');
    await press(page, settings.getByRole('button', { name: 'Add' }).first());
    await press(page, settings.getByRole('button', { name: 'Save' }).last());
    await page.getByRole('status').getByText('Settings saved').waitFor();
    expect(await settingsOf()).toMatchObject({ isSyncOn: true, contactExclusions: ['globex.example.org'] });

    const home = await goToTab(page, 'Home');
    await press(page, home.getByRole('button', { name: 'Find and sync webinars now' }).first());
    await home.getByText('3 webinars synced', { exact: true }).waitFor();

    const row = webinarRow(page, smallWebinars.held.topic);
    await press(page, row.getByRole('switch'), 'Space');
    await expect.poll(switchesOfWebinars, { timeout: 20_000 }).toEqual([false]);

    const users = await goToTab(page, 'Users');
    await press(page, users.getByRole('button', { name: /^Manage/ }).first());
    await press(page, dialogOf(page).getByRole('button', { name: 'Close' }).last());
    await dialogOf(page).waitFor({ state: 'detached' });
  });

  it('has somebody registered from the contact’s card by keyboard', async () => {
    const page = await openPage(world, `/contacts/${contactIdOf(world, acme('eve'))}`);
    await press(page, page.getByRole('button', { name: 'Register for a webinar' }));
    const panel = dialogOf(page);
    await press(page, panel.getByRole('button', { name: smallWebinars.planned.topic }));
    await press(page, panel.getByRole('button', { name: 'Register contact' }));
    await panel
      .getByText(/registered/i)
      .first()
      .waitFor();

    const { webinarsById } = world.standIns.zoom.world();
    expect(webinarsById.get(Number(smallWebinars.planned.id))?.roster.byEmail(acme('eve'))?.status).toBe('approved');
  });
});
