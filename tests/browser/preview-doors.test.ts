import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import { expectNoViolations, openPage, useBrowser } from './support/pages.ts';
import { acme, smallWebinars } from './support/small-company.ts';
import { contactIdOf, openSyncedWorld, replaceFunction } from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSyncedWorld();
  await world.openDoors();
});
afterAll(() => world.close());

/** An event takes some ten seconds until its webinar is synced; machines that run tests are busy. */
const soon = { timeout: 80_000 };

describe('the page Workflow', () => {
  it('runs the action for a contact, whose card shows the registration', { timeout: 240_000 }, async () => {
    const page = await openPage(world, '/workflow');

    const webinar = page.getByRole('combobox', { name: 'Webinar', exact: true });
    const option = webinar.getByRole('option', { name: smallWebinars.planned.topic });
    await option.waitFor({ state: 'attached', ...soon });
    await page.getByRole('searchbox', { name: 'Search: Webinar', exact: true }).fill('winter');
    await webinar.selectOption((await option.getAttribute('value')) ?? '');
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('ben');
    await page.getByRole('radio', { name: acme('ben') }).check();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Enrol contact' }).click();

    const entry = page.getByRole('region', { name: 'History of the workflow' }).getByRole('article').first();
    await entry.getByText('Registered for the webinar').waitFor(soon);
    expect(await entry.getByText('Join link').locator('xpath=..').innerText()).toMatch(/https?:\/\//);
    await entry.getByText(/answered 200/).waitFor();
    await page
      .getByRole('region', { name: 'Requests that reached the app' })
      .getByRole('row', { name: 'add_registrant' })
      .first()
      .waitFor();
    await expectNoViolations(page);
    await entry.getByRole('link').click();
    const card = page.getByRole('group', { name: 'Zoom webinars' });
    // A card reads once, and all who are registered within some seconds are written together.
    const countAfterReload = async (): Promise<number> => {
      await page.reload();
      await card.getByText(smallWebinars.held.topic).first().waitFor();
      return card.getByText(smallWebinars.planned.topic).count();
    };
    await expect.poll(countAfterReload, soon).toBeGreaterThan(0);
  });

  it('speaks the language of whoever looks, and shows the sentence of a refusal', async () => {
    const page = await openPage(world, '/workflow', { language: 'de' });

    await page.getByRole('textbox', { name: 'Webinar-ID', exact: true }).fill('12345678901');
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('ann');
    await page.getByRole('radio', { name: acme('ann') }).check();
    await page.getByRole('button', { name: 'Enrol contact' }).click();

    const history = page.getByRole('region', { name: 'History of the workflow' });
    await history.getByText('12345678901').first().waitFor(soon);
    await history.getByText('Refused; the workflow goes on').first().waitFor();
  });

  it('says so when the app gives no list', async () => {
    const restore = replaceFunction(world, 'webinar_options', 'exports.main = async () => ({ statusCode: 503 });');
    try {
      const page = await openPage(world, '/workflow', { expectedProblems: [/answer 422: .*\/options$/] });

      await page.getByRole('alert').getByText('No options came: status 503.').first().waitFor(soon);
    } finally {
      restore();
    }
  });
});

describe('the page Zoom', () => {
  it('lets somebody register, of whom HubSpot knows soon, card included', { timeout: 240_000 }, async () => {
    const page = await openPage(world, '/zoom');

    await page
      .getByRole('navigation', { name: 'Webinars' })
      .getByRole('button', { name: smallWebinars.planned.topic })
      .click();
    await page.getByRole('textbox', { name: 'First name' }).fill('Nina');
    await page.getByRole('textbox', { name: 'Email' }).fill('nina@guest.example.com');
    await page.getByRole('button', { name: 'Register', exact: true }).click();

    await page
      .getByRole('region', { name: 'Events that Zoom sent' })
      .getByRole('row', { name: /webinar\.registration_created delivered/ })
      .waitFor(soon);
    const follows = page.getByRole('region', { name: 'HubSpot follows' });
    await follows.getByText('Registered (').waitFor(soon);
    await expectNoViolations(page);
    await follows.getByRole('link', { name: 'Nina Newcomer' }).click();
    await page
      .getByRole('group', { name: 'Zoom webinars' })
      .getByText(smallWebinars.planned.topic)
      .first()
      .waitFor(soon);
  });

  it('holds a webinar from its start to its recording', { timeout: 240_000 }, async () => {
    const page = await openPage(world, '/zoom');
    const webinars = page.getByRole('navigation', { name: 'Webinars' });
    await webinars.getByRole('button', { name: smallWebinars.planned.topic }).click();
    await page.getByRole('combobox', { name: 'Who' }).selectOption(acme('cid'));
    const pull = async (name: string): Promise<void> => {
      const button = page.getByRole('button', { name, exact: true });
      await expect.poll(() => button.isEnabled(), soon).toBe(true);
      await button.click();
    };

    await pull('Go to its planned start');
    await pull('Start the webinar');
    await pull('Join');
    await pull('Let 15 minutes pass');
    await pull('Leave');
    await pull('End the webinar');
    await pull('A recording appears');
    await pull('Let 15 minutes pass');

    const follows = page.getByRole('region', { name: 'HubSpot follows' });
    await follows.getByText('Attended (').waitFor(soon);
    const events = page.getByRole('region', { name: 'Events that Zoom sent' });
    for (const event of ['webinar.ended', 'webinar.participant_joined', 'recording.completed']) {
      await events
        .getByRole('row', { name: new RegExp(`${event} delivered`) })
        .first()
        .waitFor();
    }
    expect(await follows.getByRole('link').first().getAttribute('href')).toBe(
      `/contacts/${contactIdOf(world, acme('cid'))}`,
    );
  });

  it('repeats what Zoom says to something impossible', async () => {
    const response = await fetch(`${world.url}/preview/outside/zoom/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ act: 'leave', webinarId: smallWebinars.planned.id, email: 'nobody@guest.example.com' }),
    });

    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ message: expect.stringContaining(smallWebinars.planned.id) });
  });
});

describe('the levers of the stand-ins', () => {
  it.each(['zoom/acts', 'enrolments', 'options', 'time'])('are out of reach for foreign pages: %s', async (path) => {
    const response = await fetch(`${world.url}/preview/outside/${path}`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: '{}',
    });

    expect(response.status).toBe(403);
  });

  it.each(['zoom/acts', 'enrolments', 'options', 'time'])('take nothing that is not understood: %s', async (path) => {
    const response = await fetch(`${world.url}/preview/outside/${path}`, { method: 'POST', body: '{"act":"drop"}' });

    expect(response.status).toBe(400);
  });
});
