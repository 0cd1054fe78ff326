import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import { expectNoViolations, openPage, useBrowser } from './support/pages.ts';
import { acme, smallWebinars } from './support/small-company.ts';
import { contactIdOf, openSyncedWorld } from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSyncedWorld();
});
afterAll(() => world.close());

describe('a contact’s record', () => {
  it('shows properties, activities and the card with the same webinars', async () => {
    const page = await openPage(world, `/contacts/${contactIdOf(world, acme('ann'))}`);

    await page.getByRole('heading', { name: 'Ann Quillfeather' }).waitFor();
    const activities = page.getByRole('region', { name: 'Activities' });
    await activities.getByRole('link', { name: smallWebinars.held.topic }).waitFor();
    const card = page.getByRole('group', { name: 'Zoom webinars' });
    await card.getByText(smallWebinars.held.topic).first().waitFor();
    await card.getByText(smallWebinars.planned.topic).first().waitFor();
    expect(await page.getByText('Total number of Zoom webinars attended').locator('xpath=..').innerText()).toContain(
      '2',
    );
    await expectNoViolations(page);
  });

  it('is found by search, and is reached by keyboard alone', async () => {
    const page = await openPage(world, '/contacts');

    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('quillf ann');
    const link = page.getByRole('link', { name: 'Ann Quillfeather' });
    await expect.poll(() => page.getByRole('table').getByRole('link').count()).toBe(1);
    await link.focus();
    await page.keyboard.press('Enter');

    await page.getByRole('group', { name: 'Zoom webinars' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/contacts/${contactIdOf(world, acme('ann'))}`);
  });

  it('that does not exist is said not to', async () => {
    const page = await openPage(world, '/contacts/404404', {
      expectedProblems: [/answer 404: .*\/preview\/contacts\/404404$/],
    });

    await page.getByRole('alert').getByText('This contact can’t be shown').waitFor();
  });
});

describe('the app’s settings', () => {
  it('show the settings page of the app on synced data', async () => {
    const page = await openPage(world, '/settings');

    await page.getByRole('heading', { name: 'Zoom webinars', level: 1 }).waitFor();
    await page.getByRole('tabpanel', { name: 'Settings' }).getByText(smallWebinars.held.topic).first().waitFor();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByText('Brings Zoom webinars into HubSpot').waitFor();
  });
});

describe('a marketing event', () => {
  it('shows its counts and who took part for how long', async () => {
    const page = await openPage(world, '/marketing-events');

    await page.getByRole('link', { name: smallWebinars.held.topic }).click();
    const participants = page.getByRole('region', { name: /^Participants/ });
    await participants.getByRole('row', { name: 'Ann Quillfeather' }).waitFor();

    const counts = await page.locator('.counts').innerText();
    expect(counts.split(/\s+/)).toEqual(['Registered', '0', 'Attended', '2', 'No-show', '1', 'Cancelled', '1']);
    expect(await participants.getByRole('row', { name: 'Ann Quillfeather' }).getByRole('cell').allInnerTexts()).toEqual(
      [`Ann Quillfeather\n${acme('ann')}`, 'Attended', '15:00', '15:58', '58', '97 %'],
    );
    await participants.getByRole('combobox', { name: 'State' }).selectOption('No-show');
    await participants.getByRole('heading', { name: 'Participants (1)' }).waitFor();
    await expectNoViolations(page);
  });
});

describe('the tools of the preview', () => {
  it('count function calls with their time and size', async () => {
    const page = await openPage(world, `/contacts/${contactIdOf(world, acme('ann'))}`);

    await page.getByText('Function calls (1)').click();

    const row = page.getByRole('row', { name: 'get_contact_webinars' });
    await row.getByText('answered').waitFor();
    expect(await row.innerText()).toMatch(/get_contact_webinars\s+answered\s+\d+ ms\s+\d+\.\d kB/);
    await expectNoViolations(page);
  });

  it('keep language, rights and time zone in the address, from page to page', async () => {
    const page = await openPage(world, '/marketing-events');
    const viewAs = page.getByRole('group', { name: 'View as' });

    await viewAs.getByRole('combobox', { name: 'Language' }).selectOption('Português (Brasil)');
    await viewAs.getByRole('combobox', { name: 'Permissions' }).selectOption('May only look');
    await viewAs.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Taipei');
    await page.getByRole('row', { name: smallWebinars.held.topic }).getByText('18 Nov 2026, 22:00').waitFor();
    await page.getByRole('link', { name: 'Contacts' }).click();

    expect(new URL(page.url()).search).toBe('?language=pt-br&permissions=read&timeZone=Asia%2FTaipei');
    expect(await page.locator('html').getAttribute('lang')).toBe('pt-BR');
  });
});

describe('the preview’s server', () => {
  const functionPath = '/api/crm-extensibility/execution/internal/v3/action/function/1';

  /** With headers that a browser would not let a page choose. */
  const statusOf = (path: string, method: string, headers: Readonly<Record<string, string>>): Promise<number> =>
    new Promise((resolve, reject) => {
      const call = request(new URL(path, world.url), { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      call.on('error', reject);
      call.end();
    });

  it('refuses pages of others, and names that were pointed at this machine', async () => {
    const { host } = new URL(world.url);

    expect(await statusOf('/preview/app', 'GET', { host })).toBe(200);
    expect(await statusOf('/preview/app', 'GET', { host: `localhost:${new URL(world.url).port}` })).toBe(200);
    expect(await statusOf('/preview/app', 'GET', { host: 'rebound.example.com' })).toBe(403);
    expect(await statusOf('/preview/app', 'GET', { host: '127.0.0.1:1' })).toBe(403);
    expect(await statusOf(functionPath, 'POST', { host, origin: 'https://evil.example.com' })).toBe(403);
    expect(await statusOf(functionPath, 'POST', { host, origin: 'null' })).toBe(403);
    expect(await statusOf(functionPath, 'POST', { host, origin: world.url })).toBe(400);
  });

  it('listens on this machine only', () => {
    expect(new URL(world.url).hostname).toBe('127.0.0.1');
  });
});
