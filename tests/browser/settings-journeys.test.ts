import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import type { OverviewAnswer } from '../../src/app/extensions/contract/overview.ts';
import type { SettingsAnswer } from '../../src/app/extensions/contract/settings.ts';
import { hourMs, minuteMs } from '../support/builders.ts';
import { expectFocusReturnsTo, pressTabUntil } from './support/keyboard.ts';
import { expectNoViolations, openPage, useBrowser } from './support/pages.ts';
import { cellOf, dialogOf, openAuditLog, openTab, tabPanel, webinarRow } from './support/settings-page.ts';
import { acme, smallWebinars } from './support/small-company.ts';
import {
  callFunction,
  contactAddresses,
  contactIdOf,
  openSyncedWorld,
  saveSettings,
  useLever,
} from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSyncedWorld();
});
afterAll(() => world.close());

/** Somebody signs up on the registration page. */
const register = (name: string, webinarId: string): Promise<void> =>
  useLever(world, 'zoom', 'add-registrant', {
    webinar_id: Number(webinarId),
    registrant: { email: acme(name), first_name: 'New', last_name: 'Quillfeather' },
  });

const goesOn = (part: Page | Locator): Locator =>
  part.getByText(/^(Starting|Reading from Zoom|Writing to HubSpot)/).first();

describe('one webinar', () => {
  const { topic, id } = smallWebinars.planned;

  it('is tried without a trace, then synced while somebody watches', async () => {
    await register('fay', id);
    world.advance(2 * hourMs);
    const page = await openPage(world, '/settings');
    const row = webinarRow(page, topic);
    expect(await cellOf(row, 'registered').innerText()).toBe('2');
    expect(await cellOf(row, 'lastSync').innerText()).toContain('12:00 PM');

    const panel = await openAuditLog(page, topic);
    await expectNoViolations(page);
    await panel.getByRole('button', { name: 'Trial run' }).click();
    await panel.getByText('Trial run, nothing was written').waitFor();
    await panel
      .getByRole('row', { name: acme('fay') })
      .getByText('Contact is created')
      .waitFor();
    await expectNoViolations(page);
    expect(contactAddresses(world)).not.toContain(acme('fay'));

    await page.keyboard.press('Escape');
    await row.getByRole('button', { name: 'Sync now' }).click();
    await goesOn(row).waitFor();
    await tabPanel(page, 'Home').getByText('3 people: 1 synced, 2 unchanged, 0 not synced').waitFor();
    expect(contactAddresses(world)).toContain(acme('fay'));
    await expect.poll(() => cellOf(row, 'registered').innerText()).toBe('3');
    await expect.poll(() => cellOf(row, 'lastSync').innerText()).toMatch(/2:\d\d PM/);
    await expectNoViolations(page);
  });

  it('is tried and synced by keyboard alone', async () => {
    const held = smallWebinars.held;
    const dora = { webinar_id: Number(held.id), email: acme('dora'), status: 'approved' };
    await useLever(world, 'zoom', 'change-registrant', dora);
    const page = await openPage(world, '/settings');
    const row = webinarRow(page, held.topic);
    const syncNow = row.getByRole('button', { name: 'Sync now' });
    const auditLog = row.getByRole('button', { name: 'Audit log' });
    await syncNow.waitFor();

    await pressTabUntil(page, auditLog);
    await page.keyboard.press('Enter');
    const panel = dialogOf(page);
    const trialRun = panel.getByRole('button', { name: 'Trial run' });
    await trialRun.waitFor();
    await pressTabUntil(page, trialRun);
    await page.keyboard.press('Space');
    await panel
      .getByRole('row', { name: acme('dora') })
      .getByText('Contact is updated')
      .waitFor();
    await page.keyboard.press('Escape');
    await expectFocusReturnsTo(auditLog);

    await pressTabUntil(page, syncNow, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await goesOn(row).waitFor();
    await tabPanel(page, 'Home').getByText('5 people: 1 synced, 3 unchanged, 1 not synced').waitFor();
    await expectFocusReturnsTo(syncNow);
    await expect.poll(() => cellOf(row, 'registered').innerText()).toBe('4');
  });
});

describe('a person who is missing', () => {
  it('is found with the reason, and synced once that is mended', async () => {
    await useLever(world, 'hubSpot', 'create-contact', { properties: { email: acme('hal') } });
    const hal = contactIdOf(world, acme('hal'));
    await useLever(world, 'hubSpot', 'archive-contact', { id: hal });
    await register('hal', smallWebinars.planned.id);
    // A deletion is noticed after five minutes at the latest.
    world.advance(6 * minuteMs);
    const page = await openPage(world, '/settings');
    const panel = await openAuditLog(page, smallWebinars.planned.topic);

    await panel.getByRole('button', { name: 'Sync now' }).click();
    await panel.getByText(/^\d people: 0 synced, \d unchanged, 1 not synced$/).waitFor();
    await panel.getByText('1 person', { exact: true }).waitFor();
    await panel.getByRole('searchbox', { name: 'Search people' }).fill('hal');
    const person = panel.getByRole('row', { name: acme('hal') });
    await person.getByText('Contact was deleted in HubSpot').waitFor();
    await expectNoViolations(page);

    await panel.getByRole('button', { name: 'Copy as CSV' }).click();
    await page
      .getByRole('status')
      .getByText(/^1 person is on the clipboard/)
      .waitFor();
    const [heads, ...people] = (await page.evaluate<string>('navigator.clipboard.readText()')).trim().split(/\r?\n/);
    expect(heads).toContain('Email address');
    expect(people).toHaveLength(1);
    expect(people[0]).toContain(`${acme('hal')},New Quillfeather,Contact was deleted in HubSpot`);

    await useLever(world, 'hubSpot', 'restore-contact', { id: hal });
    world.advance(3 * minuteMs);
    await person.getByRole('button', { name: 'Sync again' }).click();
    await person.getByText('Synced', { exact: true }).waitFor();
    expect(contactIdOf(world, acme('hal'))).toBe(hal);
  });
});

describe('the settings of one user', () => {
  it('switch off a single webinar, and Home says why it is off', async () => {
    const { topic } = smallWebinars.earlier;
    const page = await openPage(world, '/settings');
    const users = await openTab(page, 'Users');
    await users.getByRole('row', { name: 'Hanna Host' }).waitFor();
    await expectNoViolations(page);

    await users.getByRole('button', { name: 'Settings of Hanna Host' }).click();
    const panel = dialogOf(page);
    await panel.getByRole('searchbox', { name: 'Find a webinar' }).fill(topic);
    await expect.poll(() => panel.getByRole('switch', { name: /^Sync “/ }).count()).toBe(1);
    await panel.getByRole('switch', { name: `Sync “${topic}”` }).click();
    await panel.getByText('Own switch', { exact: true }).waitFor();
    await panel.getByText('1 change is not saved').waitFor();
    await expectNoViolations(page);

    // Whoever closes too early is asked first.
    await panel.getByRole('button', { name: 'Close' }).last().click();
    await panel.getByText('Your changes are not saved').waitFor();
    await panel.getByRole('button', { name: 'Keep editing' }).click();
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.getByText('1 change is not saved').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await users.getByText('1 single webinar has its own switch').waitFor();

    await openTab(page, 'Home');
    const row = webinarRow(page, topic);
    await cellOf(row, 'status').getByText('Switched off', { exact: true }).waitFor();
    await cellOf(row, 'status').getByText('This webinar is switched off').waitFor();
    expect(await row.getByRole('switch', { name: `Sync ${topic}` }).isChecked()).toBe(false);
    const { users: saved } = (await callFunction<SettingsAnswer>(world, 'get_settings', {})).settings;
    expect(Object.values(saved).map(({ webinars }) => webinars)).toEqual([{ [smallWebinars.earlier.id]: false }]);
  });
});

describe('a user who may only look', () => {
  it('sees everything, can change nothing, and is told why', async () => {
    const page = await openPage(world, '/settings', { permissions: 'read' });
    const calls: string[] = [];
    page.on('request', (request) => {
      const uid = /"serverlessFunction":"(\w+)"/.exec(request.postData() ?? '')?.[1];
      if (uid !== undefined) calls.push(uid);
    });

    const home = tabPanel(page, 'Home');
    await page.getByText('You can look at everything and change nothing').waitFor();
    const row = webinarRow(page, smallWebinars.planned.topic);
    await row.waitFor();
    for (const name of ['Find and sync webinars now', 'Back-fill everything', 'Sync now']) {
      expect(await areAllDisabled(home.getByRole('button', { name })), name).toBe(true);
    }
    expect(await areAllDisabled(home.getByRole('switch'))).toBe(true);
    const panel = await openAuditLog(page, smallWebinars.held.topic);
    expect(await areAllDisabled(panel.getByRole('button', { name: 'Sync now' }))).toBe(true);
    expect(await panel.getByRole('button', { name: 'Sync again' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expectNoViolations(page);

    const settings = await openTab(page, 'Global settings');
    await settings.getByRole('heading', { name: 'Who becomes a contact' }).waitFor();
    for (const role of ['switch', 'radio', 'spinbutton'] as const) {
      expect(await areAllDisabled(settings.getByRole(role)), role).toBe(true);
    }
    expect(await settings.getByRole('button', { name: /^(Save|Add|Discard changes)$/ }).count()).toBe(0);
    await expectNoViolations(page);

    const users = await openTab(page, 'Users');
    await users.getByRole('button', { name: 'View Settings of Hanna Host' }).click();
    await dialogOf(page).getByText(smallWebinars.planned.topic, { exact: true }).waitFor();
    for (const role of ['switch', 'radio'] as const) {
      expect(await areAllDisabled(dialogOf(page).getByRole(role)), role).toBe(true);
    }
    expect(await areAllDisabled(dialogOf(page).getByRole('button', { name: 'Save' }))).toBe(true);
    await page.keyboard.press('Escape');

    const setUp = await openTab(page, 'Set-up');
    await setUp.getByText('You can look at the set-up, and not run it').waitFor();
    await expectNoViolations(page);
    expect(calls).toContain('get_audit_log');
    expect(calls.filter((uid) => /^(save|run|sync)_/.test(uid))).toEqual([]);
  });
});

/** Whether there are any, and none can be used: disabled, or marked as one that only shows its value. */
async function areAllDisabled(controls: Locator): Promise<boolean> {
  const all = await controls.all();
  const states = await Promise.all(
    all.map(async (control) => (await control.isDisabled()) || !(await control.isEditable().catch(() => true))),
  );
  return states.length > 0 && states.every(Boolean);
}

describe('the settings page in German', () => {
  it('stands in nobody’s way', async () => {
    const page = await openPage(world, '/settings', { language: 'de' });
    await page.getByRole('row', { name: smallWebinars.planned.topic }).waitFor();
    await expectNoViolations(page);

    await page
      .getByRole('row', { name: smallWebinars.held.topic })
      .getByRole('button', { name: 'Auditprotokoll' })
      .click();
    await dialogOf(page).getByRole('row', { name: 'A guest' }).waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'Globale Einstellungen' }).click();
    await page.getByRole('switch', { name: 'Webinardaten synchronisieren' }).waitFor();
    await expectNoViolations(page);

    await page.getByRole('tab', { name: 'Benutzer' }).click();
    await page.getByRole('button', { name: 'Hanna Host' }).click();
    await dialogOf(page).getByText(smallWebinars.planned.topic, { exact: true }).waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'Einrichtung' }).click();
    await page.getByText('Alles ist eingerichtet').waitFor();
    await expectNoViolations(page);
  });
});

describe('a back-fill', () => {
  it('is paused, left alone, and resumed where it stopped', async () => {
    await saveSettings(world, { users: {} });
    onTestFinished(() => world.standIns.zoom.faults.clear());
    const page = await openPage(world, '/settings');
    const home = tabPanel(page, 'Home');
    // In the middle Zoom asks for more patience than a function has.
    const patienceSeconds = 12;
    world.standIns.zoom.faults.add([
      {
        operation: 'registrants.list',
        occurrence: { from: 4 },
        fault: {
          kind: 'answer',
          status: 429,
          headers: { 'retry-after': String(patienceSeconds) },
          body: { code: 429, message: 'You have reached the maximum per-second rate limit for this API.' },
        },
      },
    ]);

    await home.getByRole('button', { name: 'Back-fill everything' }).click();
    await home.getByText(/^Continues in \d+ seconds\. Keep this page open\.$/).waitFor();
    await expectNoViolations(page);
    await home.getByRole('button', { name: 'Pause' }).click();
    await home.getByText('Paused', { exact: true }).waitFor();
    world.standIns.zoom.faults.clear();

    // Whoever comes back finds it, and goes on.
    await page.reload();
    await home.getByText('A search for webinars was not finished').waitFor();
    await home.getByRole('button', { name: 'Resume' }).click();
    await home.getByText('Finished', { exact: true }).waitFor();
    const { connections } = await callFunction<OverviewAnswer>(world, 'get_overview', {});
    expect(connections.map(({ memory }) => memory)).toMatchObject([
      { openSweep: null, lastSweep: { syncedCount: 3, failedCount: 0 } },
    ]);
  });
});
