import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import type { SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import { expectNoViolations, openPage, useBrowser } from './support/pages.ts';
import { dialogOf, openAuditLog, openTab, tabPanel, webinarRow } from './support/settings-page.ts';
import { acme, smallWebinars } from './support/small-company.ts';
import { callFunction, openSyncedWorld, saveSettings } from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSyncedWorld();
});
afterAll(() => world.close());

describe('a domain', () => {
  it('is excluded, and its people are skipped and say why', async () => {
    const page = await openPage(world, '/settings');
    const settings = await openTab(page, 'Global settings');
    const newDomains = settings.getByRole('textbox', { name: 'Add domains' }).first();

    // Several at once, one of which is none.
    await newDomains.fill('acme.example.com, globex.example.org\nno!body.com');
    await settings.getByRole('button', { name: 'Add' }).first().click();
    await settings.getByText('“no!body.com” is not a domain.').waitFor();
    await expectNoViolations(page);

    await settings.getByRole('button', { name: 'Remove no!body.com' }).click();
    await settings
      .getByText(
        '5 contacts with webinars have an address at acme.example.com. They stay in HubSpot and are no longer updated.',
      )
      .waitFor();

    // What is typed outlives a look at another tab.
    await openTab(page, 'Users');
    await page.getByRole('tab', { name: 'Global settings (unsaved changes)' }).click();
    await settings.getByText('1 setting is changed and not saved').first().waitFor();
    await expectNoViolations(page);

    // Somebody else was faster.
    await saveSettings(world, { backfillDays: 45 });
    await settings.getByRole('button', { name: 'Save' }).first().click();
    await settings.getByText('Somebody else has saved other settings meanwhile').waitFor();
    const mine = settings.getByRole('row', { name: 'Contact exclusions' });
    await mine.getByRole('cell').nth(2).getByText('acme.example.com').waitFor();
    await expectNoViolations(page);
    await settings.getByRole('button', { name: 'Put my changes on top' }).click();
    await settings.getByRole('button', { name: 'Save' }).first().click();
    await page.getByRole('status').getByText('Settings saved').waitFor();
    const { settings: saved } = await callFunction<SettingsAnswer>(world, 'get_settings', {});
    expect(saved).toMatchObject({
      backfillDays: 45,
      contactExclusions: ['acme.example.com', 'globex.example.org'],
    });

    await openTab(page, 'Home');
    await webinarRow(page, smallWebinars.planned.topic).getByRole('button', { name: 'Sync now' }).click();
    await tabPanel(page, 'Home').getByText('2 people: 0 synced, 0 unchanged, 2 not synced').waitFor();
    const panel = await openAuditLog(page, smallWebinars.planned.topic);
    for (const name of ['ann', 'cid']) {
      await panel
        .getByRole('row', { name: acme(name) })
        .getByText('Email address of an excluded domain')
        .waitFor();
    }
    await page.keyboard.press('Escape');
    await dialogOf(page).waitFor({ state: 'detached' });
  });
});
