import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import { expectNoViolations, openPage, useBrowser } from './support/pages.ts';
import { openTab, tabPanel, webinarRow } from './support/settings-page.ts';
import { acme, smallWebinars } from './support/small-company.ts';
import { contactAddresses, openSmallWorld } from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSmallWorld();
});
afterAll(() => world.close());

describe('an account in which nothing is set up', () => {
  it('is led from the first visit to synced webinars', async () => {
    const page = await openPage(world, '/settings');

    // The set-up comes first, and creates what is missing.
    const setUp = tabPanel(page, 'Set-up');
    await setUp.getByText('Set up the app before the first sync').waitFor();
    await setUp.getByText('Missing before, and created just now').waitFor();
    await setUp.getByRole('heading', { name: '4 checks passed' }).waitFor();
    expect([...world.standIns.hubSpot.world().schemas.values()].map(({ name }) => name)).toContain(
      'zoom_integration_record',
    );
    await expectNoViolations(page);

    // It leads on to turning the sync on.
    await setUp.getByRole('button', { name: 'Open the global settings' }).click();
    const settings = tabPanel(page, 'Global settings');
    await settings.getByText(/^Nothing has been saved yet/).waitFor();
    await settings.getByRole('switch', { name: 'Sync webinar data' }).click();
    await settings.getByText('No webinars are known yet. The first sync finds them.').waitFor();
    await settings.getByRole('button', { name: 'Save' }).first().click();
    await page.getByRole('status').getByText('Settings saved').waitFor();
    expect(contactAddresses(world)).toEqual([acme('ann')]);

    // What is left is the first sync.
    await openTab(page, 'Set-up');
    await setUp.getByRole('button', { name: 'Open Home' }).click();
    const home = tabPanel(page, 'Home');
    await home.getByText('Find the webinars of your Zoom accounts and sync them now.').waitFor();
    await home.getByRole('button', { name: 'Find and sync webinars now' }).first().click();
    await home.getByText('Running', { exact: true }).waitFor();
    await home.getByText('Keep this page open. If you leave it, you can resume later.').waitFor();
    await home.getByText('Finished', { exact: true }).waitFor();
    await home.getByText('3 webinars synced', { exact: true }).waitFor();

    for (const { topic } of Object.values(smallWebinars)) {
      await webinarRow(page, topic).getByText('Complete', { exact: true }).waitFor();
    }
    expect(contactAddresses(world)).toEqual(['ann', 'ben', 'cid', 'dora', 'eve'].map(acme));
    await expectNoViolations(page);

    await openTab(page, 'Set-up');
    await setUp.getByText('Everything is set up').waitFor();
    await expectNoViolations(page);
  });
});
