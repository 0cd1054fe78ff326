import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import { expectFocusReturnsTo, pressTabUntil } from './support/keyboard.ts';
import { expectNoViolations, openPage, type OpenPageOptions, useBrowser } from './support/pages.ts';
import { dialogOf } from './support/settings-page.ts';
import { acme, smallWebinars } from './support/small-company.ts';
import { contactIdOf, openSyncedWorld, replaceFunction } from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSyncedWorld();
});
afterAll(() => world.close());

const openContact = (name: string, options: OpenPageOptions = {}): Promise<Page> =>
  openPage(world, `/contacts/${contactIdOf(world, acme(name))}`, options);

const cardOf = (page: Page): Locator => page.getByRole('group', { name: 'Zoom webinars' });

/** Addresses that Zoom holds as registered for a webinar, each as often as it is. */
const registeredInZoom = (webinarId: string): readonly string[] => {
  const registrants = world.standIns.zoom.world().webinarsById.get(Number(webinarId))?.roster.all() ?? [];
  return [...registrants].map(({ email }) => email);
};

describe('the contact card', () => {
  it('tells a contact’s history at a glance, and more on demand', async () => {
    const page = await openContact('ann');
    const card = cardOf(page);

    await card.getByText('Over 2 attended dates').waitFor();
    const text = await card.innerText();
    const order = [smallWebinars.planned, smallWebinars.held, smallWebinars.earlier].map(({ topic }) =>
      text.indexOf(topic),
    );
    expect(order.every((place) => place >= 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    await card.getByText('58 of 60 min').waitFor();
    await card.getByRole('button', { name: 'Details' }).nth(1).click();

    await card.getByText('Joined and left').first().waitFor();
    await expectNoViolations(page);
  });

  it('registers a contact for an upcoming webinar, once, and shows it', async () => {
    const page = await openContact('ben');
    const card = cardOf(page);

    await card.getByRole('button', { name: 'Register for a webinar' }).click();
    const panel = dialogOf(page);
    await panel.getByRole('button', { name: smallWebinars.planned.topic }).click();
    await panel.getByRole('button', { name: 'Register contact' }).dblclick();
    await panel.getByText('The contact is registered').waitFor();
    await panel.getByRole('button', { name: 'Copy join link' }).click();
    await panel.getByText('Copied').first().waitFor();

    expect(registeredInZoom(smallWebinars.planned.id).filter((email) => email === acme('ben'))).toHaveLength(1);
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toMatch(/^https:\/\//);
    await expectNoViolations(page);
    await panel.getByRole('button', { name: 'Close' }).first().click();
    await card.getByText(smallWebinars.planned.topic).first().waitFor();
  });

  it('syncs all webinars of the contact again', async () => {
    const page = await openContact('cid');
    const card = cardOf(page);

    await card.getByRole('button', { name: 'Sync again' }).click();

    await card.getByText('This contact is up to date').waitFor();
    await card.getByText(/\d+ webinars? changed, \d+ unchanged\./).waitFor();
  });

  it('can be worked without a mouse', async () => {
    const page = await openContact('eve');
    const opener = cardOf(page).getByRole('button', { name: 'Register for a webinar' });
    await opener.waitFor();

    await page.getByRole('heading', { name: 'Activities' }).click();
    await pressTabUntil(page, opener);
    await page.keyboard.press('Enter');
    await dialogOf(page).getByText(smallWebinars.planned.topic).first().waitFor();
    await page.keyboard.press('Escape');

    await expectFocusReturnsTo(opener);
  });

  it('has nothing in the way of anybody in another language either', async () => {
    const page = await openContact('ann', { language: 'de' });
    await cardOf(page).getByRole('button', { name: 'Für Webinar registrieren' }).click();
    await dialogOf(page).getByText(smallWebinars.planned.topic).first().waitFor();

    await expectNoViolations(page);
  });
});

describe('a card whose function does not work', () => {
  it('says what to do, and works again when the function does', async () => {
    const copy = await openSyncedWorld();
    // Of what is to happen at the end, the last one said is done first: the page is closed before what it asks is.
    onTestFinished(() => copy.close());
    const works = readFileSync(join(copy.functionsDir, 'get_contact_webinars.js'), 'utf8');
    replaceFunction(copy, 'get_contact_webinars', 'exports.main = async () => "nonsense";');
    const page = await openPage(copy, `/contacts/${contactIdOf(copy, acme('ann'))}`);
    const card = cardOf(page);
    await card.getByText('The Zoom app was updated').waitFor();
    await expectNoViolations(page);
    replaceFunction(copy, 'get_contact_webinars', works);
    await card.getByRole('button', { name: 'Try again' }).click();
    await card.getByText('Over 2 attended dates').waitFor();
  });
});
