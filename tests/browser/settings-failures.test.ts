import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import { expectNoViolations, openPage, useBrowser } from './support/pages.ts';
import { openTab, tabPanel, webinarRow } from './support/settings-page.ts';
import { smallWebinars } from './support/small-company.ts';
import { openSyncedWorld, replaceFunction } from './support/worlds.ts';

let world: PreviewWorld;
let restore = (): void => {};

useBrowser();
beforeAll(async () => {
  world = await openSyncedWorld();
});
afterEach(() => {
  restore();
  world.standIns.hubSpot.faults.clear();
});
afterAll(() => world.close());

/** As HubSpot answers for a function that gave none. */
const noAnswer = { expectedProblems: [/answer 400: .*\/action\/function\/1$/] };

describe('a function of the settings page', () => {
  it.each([
    ['throws', `exports.main = async () => { throw new Error('out of tomatoes'); };`],
    ['dies', `exports.main = async () => process.exit(3);`],
    ['does not answer in time', `exports.main = () => new Promise(() => {});`],
  ])('that %s leaves the rest usable, and can be tried again', async (_what, code) => {
    restore = replaceFunction(world, 'list_webinars', code);
    const page = await openPage(world, '/settings', noAnswer);
    const home = tabPanel(page, 'Home');

    await home.getByText('Completely synced').first().waitFor();
    const alert = home.getByRole('alert');
    await alert.getByText('No answer from the Zoom app').waitFor();
    await alert.getByText(/Try again in a minute\./).waitFor();
    expect(await home.getByRole('button', { name: 'Back-fill everything' }).isEnabled()).toBe(true);
    await expectNoViolations(page);
    const settings = await openTab(page, 'Global settings');
    await settings.getByRole('switch', { name: 'Sync webinar data' }).waitFor();

    restore();
    await openTab(page, 'Home');
    await home.getByRole('button', { name: 'Try again' }).click();
    await webinarRow(page, smallWebinars.held.topic).waitFor();
    expect(await alert.count()).toBe(0);
  });

  it.each([
    ['nothing', 'null', []],
    ['a text', `'<html>'`, []],
    ['another version’s answer', '{ ok: true, rows: 7 }', []],
    [
      'holes where rows should be',
      '{ ok: true, webinars: [null], totalCount: 1, lastSweepAt: null, after: null }',
      // React says of what it could not draw that it could not.
      [/^console: TypeError: Cannot destructure/],
    ],
  ])('that answers %s leaves the rest usable, and is told apart', async (_what, answer, expectedProblems) => {
    restore = replaceFunction(world, 'list_webinars', `exports.main = async () => (${answer});`);
    const page = await openPage(world, '/settings', { expectedProblems });
    const home = tabPanel(page, 'Home');

    await home.getByText('Completely synced').first().waitFor();
    await home.getByRole('alert').getByText('The Zoom app was updated').waitFor();
    await home
      .getByRole('alert')
      .getByText(/^This page and the app are from different versions\. Reload the page\./)
      .waitFor();
    const users = await openTab(page, 'Users');
    await users.getByRole('row', { name: 'Hanna Host' }).waitFor();

    restore();
    await page.reload();
    await webinarRow(page, smallWebinars.held.topic).waitFor();
  });

  it('that HubSpot turns away says what to do, with a number to quote', async () => {
    const correlationId = '0d3f1c52-7a1e-4c56-9d0e-5f9b4f0a7c11';
    const body = {
      status: 'error',
      message: 'The token is not valid.',
      correlationId,
      category: 'INVALID_AUTHENTICATION',
    };
    world.standIns.hubSpot.faults.add(
      ['schemas.list', 'custom-objects.batch-read'].map((operation) => ({
        operation,
        occurrence: 'every',
        fault: { kind: 'answer', status: 401, body },
      })),
    );
    const page = await openPage(world, '/settings');

    // Without access the set-up comes first, and says what is missing.
    const setUp = tabPanel(page, 'Set-up');
    await setUp.getByText('Something keeps the app from working').waitFor();
    const home = await openTab(page, 'Home');
    const alert = home.getByRole('alert').first();
    await alert.getByText('HubSpot refuses the app’s access token').waitFor();
    await alert.getByText(/^In HubSpot, check that the app is still installed/).waitFor();
    await alert.getByText(`Reference number: ${correlationId}`).waitFor();
    await expectNoViolations(page);

    world.standIns.hubSpot.faults.clear();
    await home.getByRole('button', { name: 'Try again' }).first().click();
    await home.getByText('Completely synced').first().waitFor();
  });
});

describe('a sync that gets no answer', () => {
  it('says so where it was asked for, and goes on when it is asked again', async () => {
    restore = replaceFunction(
      world,
      'sync_webinar',
      `exports.main = async () => { throw new Error('out of tomatoes'); };`,
    );
    const page = await openPage(world, '/settings', noAnswer);
    const home = tabPanel(page, 'Home');
    const { topic } = smallWebinars.held;

    await webinarRow(page, topic).getByRole('button', { name: 'Sync now' }).click();
    await home.getByRole('alert').getByText('No answer from the Zoom app').waitFor();
    restore();
    await home.getByRole('button', { name: 'Try again' }).click();

    await home.getByText(/^5 people: 0 synced, 4 unchanged, 1 not synced$/).waitFor();
    expect(await home.getByRole('alert').count()).toBe(0);
  });
});
