import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { galleryContactId, openGallery } from './gallery/open-gallery.ts';
import { expectNoViolations, openPage, useBrowser, type OpenPageOptions } from './support/pages.ts';

useBrowser();

let gallery: Awaited<ReturnType<typeof openGallery>>;

beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(async () => {
  await gallery.close();
});

type GalleryPart =
  | 'Everything'
  | 'Words'
  | 'Buttons'
  | 'Overlays'
  | 'Fields'
  | 'Choices'
  | 'Tables'
  | 'Sections'
  | 'States'
  | 'Charts'
  | 'Pages'
  | 'Missing';

async function openSettings(part: GalleryPart, options: OpenPageOptions = {}): Promise<Page> {
  const page = await openPage(gallery, '/settings', options);
  // What is focused after a click does not show its tooltip.
  await text(page, `show-${part}`).press('Enter');
  await text(page, 'last-word').waitFor();
  return page;
}

/** Machines that run tests are busy. */
const poll = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 20_000 });

const text = (page: Page, testId: string): Locator => page.locator(`[data-test-id="${testId}"]`);

/** Waits until the extension's own state says it. */
const expectText = (page: Page, testId: string, expected: string): Promise<void> =>
  poll(() => text(page, testId).textContent()).toBe(expected);

const expectFocus = (locator: Locator): Promise<void> =>
  poll(() => locator.and(locator.page().locator(':focus')).count()).toBe(1);

/** The texts that assistive technology reads after an input's name. */
async function describedBy(input: Locator): Promise<(string | null)[]> {
  const ids = (await input.getAttribute('aria-describedby'))?.split(' ') ?? [];
  return Promise.all(ids.map((id) => input.page().locator(`[id="${id}"]`).textContent()));
}

describe('the gallery', () => {
  it('shows every component without a grave obstacle for anybody', async () => {
    const page = await openSettings('Everything');
    await expectNoViolations(page);
  });

  it('has no obstacles in a list that is open either', async () => {
    const page = await openSettings('Choices');
    await page.getByRole('combobox', { name: 'Host' }).click();
    await page.getByRole('combobox', { name: 'Search Host' }).waitFor();
    await expectNoViolations(page);
  });

  it('has no obstacles in what opens over it, nor over that', async () => {
    const page = await openSettings('Overlays');
    await page.getByRole('button', { name: 'Open the panel', exact: true }).click();
    await page.getByRole('combobox', { name: 'Day' }).click();
    await page.getByRole('listbox').waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Ask from inside' }).click();
    await page.getByRole('dialog', { name: 'Turn sync off?' }).waitFor();
    await expectNoViolations(page);
  });

  it('says which elements it cannot draw, and draws what is around them', async () => {
    const page = await openSettings('Everything');
    const missing = page.locator('[data-missing]');
    expect(await missing.allTextContents()).toEqual([
      'The preview has no component “CrmReport”.',
      'The preview has no component “b”.Raw HTML',
    ]);
    expect(await missing.last().getAttribute('data-missing')).toBe('b');
  });

  it('fits into a sidebar, whatever stands in it', async () => {
    const page = await openPage(gallery, `/contacts/${galleryContactId}`);
    await page.getByRole('link', { name: 'Open the record' }).waitFor();
    await expectNoViolations(page);
    for (const element of ["document.querySelector('.canvas')", 'document.documentElement']) {
      expect(await page.evaluate(`${element}.scrollWidth - ${element}.clientWidth`)).toBe(0);
    }
  });

  it('speaks the language of the user in its own words', async () => {
    const page = await openSettings('Everything', { language: 'de' });
    await page.getByRole('button', { name: 'Weiter' }).first().waitFor();
    await page.getByRole('button', { name: 'Open the modal' }).click();
    await page.getByRole('button', { name: 'Schließen' }).waitFor();
  });
});

describe('a text field', () => {
  it('tells every key stroke as input, and a change only when it is left', async () => {
    const page = await openSettings('Fields');
    await page.getByRole('textbox', { name: 'Name' }).click();
    await page.keyboard.type('Bo');
    await expectText(page, 'events', 'focus , input B, input Bo');
    await page.keyboard.press('Tab');
    await expectText(page, 'events', 'focus , input B, input Bo, change Bo, blur Bo');
  });

  it('commits with Enter, and only once', async () => {
    const page = await openSettings('Fields');
    await page.getByRole('textbox', { name: 'Name' }).click();
    await page.keyboard.type('A');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expectText(page, 'events', 'focus , input A, change A, blur A');
  });

  it('keeps what is typed while the extension echoes older values', async () => {
    const page = await openSettings('Fields');
    const echo = page.getByRole('textbox', { name: 'Echo' });
    const typed = 'The quick brown fox jumps over the lazy dog';
    await echo.click();
    await page.keyboard.type(typed);
    expect(await echo.inputValue()).toBe(typed);
    await expectText(page, 'echoed', typed);
    expect(await echo.inputValue()).toBe(typed);
    await page.getByRole('button', { name: 'Empty the echo' }).click();
    await poll(() => echo.inputValue()).toBe('');
  });

  it('names its description and its error to assistive technology', async () => {
    const page = await openSettings('Fields');
    const name = page.getByRole('textbox', { name: 'Name' });
    expect(await describedBy(name)).toEqual(['Shown to everybody']);
    expect(await name.getAttribute('aria-required')).toBe('true');
    await name.fill('wrong');
    await name.press('Enter');
    await poll(() => name.getAttribute('aria-invalid')).toBe('true');
    expect(await describedBy(name)).toEqual(['Shown to everybody', 'That name is taken']);
  });

  it('explains itself to the keyboard', async () => {
    const page = await openSettings('Fields');
    await page.getByRole('button', { name: 'About Name' }).focus();
    await page.getByRole('tooltip', { name: 'As it stands in Zoom' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tooltip').waitFor({ state: 'detached' });
  });

  it('is emptied by the button of a search', async () => {
    const page = await openSettings('Fields');
    const search = page.getByRole('searchbox', { name: 'Find a webinar' });
    await search.fill('roses');
    await expectText(page, 'searched', 'roses');
    await text(page, 'Fields').getByRole('button', { name: 'Clear', exact: true }).click();
    await expectText(page, 'searched', '');
    expect(await search.inputValue()).toBe('');
    await expectFocus(search);
  });
});

describe('a form', () => {
  const submitted = async (page: Page): Promise<Record<string, unknown>> => {
    await poll(() => text(page, 'submitted').textContent()).toContain('submit ');
    return JSON.parse((await text(page, 'submitted').textContent())?.replace('submit ', '') ?? '') as Record<
      string,
      unknown
    >;
  };

  it('submits the values of all its fields with Enter', async () => {
    const page = await openSettings('Fields');
    await page.getByRole('textbox', { name: 'Agenda' }).fill('Two\nlines');
    await page.getByRole('spinbutton', { name: 'Ratio' }).fill('0.125');
    await page.getByRole('button', { name: 'Increase Days' }).click();
    await page.getByRole('textbox', { name: 'Price' }).fill('99.9');
    await page.getByLabel('Day', { exact: true }).fill('2026-11-20');
    await page.getByLabel('Time', { exact: true }).fill('17:45');
    await page.getByRole('textbox', { name: 'Topic' }).fill('Roses');
    await page.keyboard.press('Enter');
    expect(await submitted(page)).toEqual({
      topic: 'Roses',
      passcode: '',
      agenda: 'Two\nlines',
      threshold: 50,
      ratio: 0.13,
      days: 3,
      price: 99.9,
      day: { year: 2026, month: 10, date: 20, formattedDate: '2026-11-20' },
      time: { hours: 17, minutes: 45 },
      fixed: 'Cannot be changed',
    });
  });

  it('goes back to its first values', async () => {
    const page = await openSettings('Fields');
    const topic = page.getByRole('textbox', { name: 'Topic' });
    await topic.fill('Roses');
    await page.getByRole('button', { name: 'Start over' }).click();
    await poll(() => topic.inputValue()).toBe('Kick-off');
  });

  it('says why a day is refused, and leaves it out', async () => {
    const page = await openSettings('Fields');
    const day = page.getByLabel('Day', { exact: true });
    await day.fill('2025-12-31');
    await poll(() => describedBy(day)).toEqual(['Not before 2026']);
    await text(page, 'Fields').getByRole('button', { name: 'Clear', exact: true }).click();
    await poll(() => day.getAttribute('aria-invalid')).toBe(null);
  });

  it('shows money in the manner of its currency, and plainly while it is edited', async () => {
    const page = await openSettings('Fields');
    const price = page.getByRole('textbox', { name: 'Price' });
    expect(await price.inputValue()).toBe('1,234.50');
    await price.focus();
    await poll(() => price.inputValue()).toBe('1234.5');
  });

  it('stops a stepper at its limit and says so', async () => {
    const page = await openSettings('Fields');
    const more = page.getByRole('button', { name: 'Increase Days' });
    await more.click();
    await poll(() => more.getAttribute('aria-disabled')).toBe('true');
    await more.click({ force: true });
    expect(await page.getByRole('spinbutton', { name: 'Days' }).inputValue()).toBe('3');
    await page.getByRole('spinbutton', { name: 'Days' }).hover();
    await more.hover();
    await page.getByRole('tooltip', { name: 'Three days at most' }).waitFor();
  });
});

describe('a select', () => {
  it('is worked with the keyboard alone', async () => {
    const page = await openSettings('Choices');
    const kind = page.getByRole('combobox', { name: 'Kind' });
    await kind.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Webinar', selected: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectText(page, 'kind', 'meeting');
    await expectFocus(kind);
    await poll(() => kind.textContent()).toBe('Meeting');
    await page.keyboard.press('Enter');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.type('bo');
    await page.keyboard.press('Enter');
    await expectText(page, 'kind', 'both');
  });

  it('searches many options, and keeps the type of their values', async () => {
    const page = await openSettings('Choices');
    const host = page.getByRole('combobox', { name: 'Host', exact: true });
    expect(await describedBy(host)).toEqual(['Who runs it', 'Choose a host']);
    await host.click();
    await page.keyboard.type('da');
    await expectText(page, 'choices-said', 'search da');
    await poll(() => page.getByRole('listbox').getByRole('option').allTextContents()).toEqual(['Ada', 'Dana', 'Edda']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectText(page, 'host', '4');
    await poll(() => host.textContent()).toBe('Dana');
  });

  it('says when nothing is found, and closes without a choice', async () => {
    const page = await openSettings('Choices');
    const host = page.getByRole('combobox', { name: 'Host', exact: true });
    await host.click();
    await page.keyboard.type('zzz');
    await page.getByText('No results').waitFor();
    await page.keyboard.press('Escape');
    await expectFocus(host);
    await expectText(page, 'host', 'null');
  });

  it('goes back when the extension does not take the choice', async () => {
    const page = await openSettings('Choices');
    const refused = page.getByRole('combobox', { name: 'Refused' });
    await refused.click();
    await page.getByRole('listbox').getByRole('option', { name: 'B' }).click();
    await expectText(page, 'choices-said', 'refused b');
    await poll(() => refused.textContent()).toBe('A');
  });

  it('holds several values as tags that can be taken away', async () => {
    const page = await openSettings('Choices');
    const people = page.getByRole('combobox', { name: 'People' });
    await people.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('cleo');
    await page.keyboard.press('Enter');
    await expectText(page, 'people', '[2,3]');
    await page.getByRole('option', { name: 'Cleo', selected: true }).waitFor();
    await page.keyboard.press('Escape');
    await expectFocus(people);
    await page.getByRole('button', { name: 'Remove Ben' }).click();
    await expectText(page, 'people', '[3]');
    await expectFocus(people);
    await page.keyboard.press('Backspace');
    await expectText(page, 'people', '[]');
  });
});

describe('boxes and switches', () => {
  it('tell the extension what was chosen', async () => {
    const page = await openSettings('Choices');
    await page.getByRole('checkbox', { name: 'I agree' }).press(' ');
    await expectText(page, 'choices-said', 'agree true ""');
    await page.getByRole('radio', { name: 'Small' }).press('ArrowRight');
    await expectText(page, 'choices-said', 'radio true big');
    await page.getByRole('switch', { name: 'Sync' }).press(' ');
    await expectText(page, 'choices-said', 'sync false');
    await page.getByRole('checkbox', { name: 'Attended' }).check();
    await expectText(page, 'choices-said', 'states registered+attended');
    await page.getByRole('radio', { name: 'Oldest first' }).check();
    await expectText(page, 'choices-said', 'order old');
  });

  it('are submitted with their form', async () => {
    const page = await openSettings('Choices');
    await page.getByRole('radio', { name: 'Newest first' }).check();
    await page.getByRole('button', { name: 'Send the choices' }).click();
    await expectText(
      page,
      'choices-submitted',
      JSON.stringify({ agree: false, weekly: 'yes', size: 'small', sync: true, states: ['registered'], order: 'new' }),
    );
  });

  it('stay as the extension has them', async () => {
    const page = await openSettings('Choices');
    const small = page.getByRole('switch', { name: 'Small', exact: true });
    await small.press(' ');
    await poll(() => small.isChecked()).toBe(false);
    expect(await page.getByRole('switch', { name: 'Locked' }).isDisabled()).toBe(true);
  });
});

describe('a table', () => {
  const topics = (page: Page): Promise<string[]> =>
    text(page, 'webinars').locator('tbody tr td:first-child').allTextContents();

  it('is sorted by its headers, with the keyboard as well', async () => {
    const page = await openSettings('Tables');
    const header = text(page, 'webinars').getByRole('columnheader', { name: 'Attended' });
    expect(await header.getAttribute('aria-sort')).toBe('none');
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expectText(page, 'sorted', 'ascending');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    await poll(() => topics(page)).toEqual(['Questions and answers', expect.stringContaining('A very long')]);
    await page.keyboard.press('Enter');
    await expectText(page, 'sorted', 'descending');
    await poll(() => topics(page)).toEqual(['Product tour', 'Kick-off']);
    expect(await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').isDisabled()).toBe(true);
  });

  it('turns its pages, and keeps the focus at the last one', async () => {
    const page = await openSettings('Tables');
    const pages = text(page, 'webinars').getByRole('navigation', { name: 'Pagination' });
    expect(await pages.getByRole('button').allTextContents()).toEqual(['First', 'Prev', '1', '2', 'Next', 'Last']);
    const next = pages.getByRole('button', { name: 'Next' });
    await next.focus();
    await page.keyboard.press('Enter');
    await poll(() => topics(page)).toEqual(['Questions and answers', expect.stringContaining('A very long')]);
    expect(await pages.getByRole('button', { name: 'Page 2' }).getAttribute('aria-current')).toBe('page');
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await expectFocus(next);
    await page.keyboard.press('Enter');
    await pages.getByRole('button', { name: 'First' }).click();
    await poll(() => topics(page)).toEqual(['Kick-off', 'Product tour']);
  });

  it('keeps its own page when the extension does not', async () => {
    const page = await openSettings('Tables');
    const pages = page.getByRole('navigation', { name: 'Pagination' }).last();
    await pages.getByRole('button', { name: 'Page 5' }).click();
    await poll(() => pages.getByRole('button', { name: 'Page' }).allTextContents()).toEqual(['3', '4', '5', '6', '7']);
    await pages.getByRole('button', { name: 'Next' }).click();
    await poll(() => pages.locator('[aria-current]').textContent()).toBe('6');
  });
});

describe('sections', () => {
  it('are turned like tabs, past those that are switched off', async () => {
    const page = await openSettings('Sections');
    await page.getByRole('tab', { name: 'Home' }).focus();
    await page.keyboard.press('ArrowRight');
    await expectText(page, 'tab', 'global');
    await page.getByRole('textbox', { name: 'Domain' }).fill('acme.example.com');
    await page.getByRole('tab', { name: 'Users' }).click();
    await expectText(page, 'tab', 'users');
    await page.keyboard.press('ArrowRight');
    await expectText(page, 'tab', 'home');
    await page.getByRole('tab', { name: 'Global settings' }).click();
    expect(await page.getByRole('textbox', { name: 'Domain' }).inputValue()).toBe('acme.example.com');
    expect(await page.getByRole('tab', { name: 'Two' }).getAttribute('aria-selected')).toBe('true');
  });

  it('open as an accordion, by themselves or by the extension', async () => {
    const page = await openSettings('Sections');
    const own = page.getByRole('button', { name: 'Open at first' });
    expect(await own.getAttribute('aria-expanded')).toBe('true');
    await own.press('Enter');
    await expectText(page, 'sections-said', 'accordion');
    await poll(() => page.getByText('What is inside.').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Open from outside' }).click();
    await page.getByText('The page opened this.').waitFor();
    await page.getByRole('button', { name: 'Opened by the page' }).click();
    await page.getByText('The page opened this.').waitFor({ state: 'hidden' });
    const stubborn = page.getByRole('button', { name: 'Stays as it is' });
    await stubborn.click();
    await expectText(page, 'sections-said', 'stubborn');
    await poll(() => stubborn.getAttribute('aria-expanded')).toBe('false');
  });

  it('are steps that say which is the current one', async () => {
    const page = await openSettings('Sections');
    await page.getByRole('button', { name: 'Choose webinars' }).click();
    await expectText(page, 'step', '2');
    await poll(() => page.locator('li[aria-current="step"]').first().textContent()).toBe('Choose webinars');
    await page.getByRole('button', { name: 'Done: Connect HubSpot' }).waitFor();
  });
});

describe('an overlay', () => {
  it('takes the focus, closes with Escape and gives the focus back', async () => {
    const page = await openSettings('Overlays');
    const opener = page.getByRole('button', { name: 'Open the modal' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const modal = page.getByRole('dialog', { name: 'Turn sync off?' });
    await modal.waitFor();
    expect(await modal.getAttribute('aria-modal')).toBe('true');
    await expectFocus(modal.getByRole('button', { name: 'Close' }));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await opener.and(page.locator(':focus')).count()).toBe(0);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await expectFocus(opener);
    await expectText(page, 'overlays-said', 'modal open, modal closed');
  });

  it('is closed by the extension, by its reactions and by its actions', async () => {
    const page = await openSettings('Overlays');
    const opener = page.getByRole('button', { name: 'Open the modal' });
    for (const [name, said] of [
      ['Turn sync off', 'modal open, turned off, modal closed'],
      ['Keep it on', 'modal open, turned off, modal closed, modal open, modal closed'],
    ] as const) {
      await opener.click();
      await page.getByRole('dialog').getByRole('button', { name }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expectText(page, 'overlays-said', said);
      await expectFocus(opener);
    }
  });

  it('may stand on its own and be opened by its id', async () => {
    const page = await openSettings('Overlays');
    const opener = page.getByRole('button', { name: 'Open by its id' });
    await opener.click();
    await page.getByRole('dialog', { name: 'A modal without a title' }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectFocus(opener);
  });

  it('opens over another one, with lists and forms inside', async () => {
    const page = await openSettings('Overlays');
    const opener = page.getByRole('button', { name: 'Open the panel', exact: true });
    await opener.click();
    const panel = page.getByRole('dialog', { name: 'Audit log' });
    const day = panel.getByRole('combobox', { name: 'Day' });
    await day.click();
    await page.keyboard.type('fri');
    await page.keyboard.press('Enter');
    await poll(() => day.textContent()).toBe('Friday');
    await panel.getByRole('textbox', { name: 'Note' }).fill('seen');
    await page.keyboard.press('Enter');
    await expectText(page, 'overlays-said', 'panel open, panel form {"note":"seen"}');
    await panel.getByRole('button', { name: 'Ask from inside' }).click();
    const modal = page.getByRole('dialog', { name: 'Turn sync off?' });
    await modal.waitFor();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    await expectFocus(panel.getByRole('button', { name: 'Ask from inside' }));
    await panel.getByRole('button', { name: 'Done' }).click();
    await panel.waitFor({ state: 'detached' });
    await expectFocus(opener);
  });

  it('leaves the page usable when it is a panel beside it', async () => {
    const page = await openSettings('Everything');
    await page.getByRole('button', { name: 'Open the panel beside the page' }).click();
    const panel = page.getByRole('dialog', { name: 'Beside the page' });
    await panel.waitFor();
    await page.getByRole('button', { name: 'Secondary' }).click();
    await expectText(page, 'buttons-said', 'secondary');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('waits for a button that is still loading', async () => {
    const page = await openSettings('Overlays');
    await page.getByRole('button', { name: 'Open afterwards' }).click();
    await page.getByRole('dialog', { name: 'Done' }).getByText('It took a moment.').waitFor();
  });
});

describe('a button', () => {
  it('sends an event with what HubSpot puts into it', async () => {
    const page = await openSettings('Buttons');
    await page.getByRole('button', { name: 'Primary' }).press('Enter');
    await expectText(page, 'buttons-said', 'primary type bubbles timeStamp id');
  });

  it('does nothing while it is disabled, and can still be explained', async () => {
    const page = await openSettings('Buttons');
    expect(await text(page, 'Buttons').getByRole('button', { name: 'Disabled', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Disabled, explained' }).focus();
    await page.getByRole('tooltip', { name: 'You may only look' }).waitFor();
    await page.keyboard.press('Enter');
    await expectText(page, 'buttons-said', 'nothing');
  });

  it('keeps the focus while it loads, and shows the result', async () => {
    const page = await openSettings('Buttons');
    const sync = page.getByRole('button', { name: 'Sync now' }).first();
    await sync.focus();
    await page.keyboard.press('Enter');
    await poll(() => sync.getAttribute('aria-busy')).toBe('true');
    await expectFocus(sync);
    await page.getByRole('button', { name: 'Finish' }).click();
    await sync.locator('[data-icon="success"]').waitFor();
    await sync.locator('[data-icon="success"]').waitFor({ state: 'detached' });
  });

  it('opens a menu that the keyboard works', async () => {
    const page = await openSettings('Buttons');
    const actions = page.getByRole('button', { name: 'Actions', exact: true });
    await actions.focus();
    await page.keyboard.press('Enter');
    // Nobody presses a key before the one before has moved the focus.
    await expectFocus(page.getByRole('menuitem', { name: 'Edit' }));
    await page.keyboard.press('ArrowDown');
    await expectFocus(page.getByRole('menuitem', { name: 'Rename' }));
    await page.keyboard.press('ArrowDown');
    await expectFocus(page.getByRole('menuitem', { name: 'Remove' }));
    await page.keyboard.press('Enter');
    await expectText(page, 'buttons-said', 'remove');
    await expectFocus(actions);
  });

  it('gets the focus back from what its menu opened', async () => {
    const page = await openSettings('Buttons');
    const actions = page.getByRole('button', { name: 'Actions', exact: true });
    await actions.click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await expectText(page, 'buttons-said', 'rename');
    await page.getByRole('dialog', { name: 'Rename' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectFocus(actions);
  });

  it('goes behind a menu when its row is too narrow', async () => {
    const page = await openSettings('Buttons');
    await page.setViewportSize({ width: 700, height: 900 });
    const row = text(page, 'narrow-row');
    const more = row.getByRole('button', { name: 'More actions' });
    await more.click();
    await row.getByRole('button', { name: 'Forget' }).click();
    await expectText(page, 'buttons-said', 'Forget');
    await poll(() => more.getAttribute('aria-expanded')).toBe('false');
    await page.setViewportSize({ width: 1440, height: 900 });
    await more.waitFor({ state: 'detached' });
  });
});

describe('words', () => {
  it('that are cut off are shown whole to the keyboard', async () => {
    const page = await openSettings('Words');
    const cut = text(page, 'cut').locator('[tabindex="0"]');
    await cut.focus();
    await page.getByRole('tooltip', { name: /^How to run a webinar .* two slides$/ }).waitFor();
  });

  it('that lead out of HubSpot open a new tab and say so', async () => {
    const page = await openSettings('Words');
    const outside = page.getByRole('link', { name: 'the guide (opens in a new tab)' });
    expect(await outside.getAttribute('target')).toBe('_blank');
    expect(await page.getByRole('link', { name: 'Inside' }).getAttribute('target')).toBe(null);
    await page.getByRole('link', { name: 'Stays here (opens in a new tab)' }).click();
    await expectText(page, 'words-said', 'link');
    expect(page.context().pages()).toHaveLength(1);
  });

  it('that can be pressed are buttons', async () => {
    const page = await openSettings('Words');
    await page.getByRole('button', { name: 'Press me' }).click();
    await expectText(page, 'words-said', 'tag');
    await text(page, 'Words').getByRole('button', { name: 'Remove removable' }).click();
    await expectText(page, 'words-said', 'status removed');
    // From here on with the keyboard: who works with the mouse points at what is to be explained.
    await page.keyboard.press('Shift+Tab');
    await page.getByText('With tooltip').focus();
    await page.getByRole('tooltip', { name: 'What a tag says' }).waitFor();
  });
});

describe('numbers', () => {
  it('of a chart are there for those who do not see it', async () => {
    const page = await openSettings('Charts');
    const chart = page.getByRole('figure', { name: 'People synced' });
    expect(await chart.getByRole('row').allTextContents()).toEqual([
      'DayAttendedMissed',
      'Nov 16124',
      'Nov 17309',
      'Nov 182115',
    ]);
    expect(await chart.locator('.recharts-bar-rectangle').count()).toBe(6);
  });

  it('of a progress bar are said as the extension words them', async () => {
    const page = await openSettings('States');
    const bar = page.getByRole('progressbar', { name: 'Syncing people' });
    expect(await bar.getAttribute('aria-valuetext')).toBe('150 of 250');
    expect(await bar.getAttribute('aria-valuenow')).toBe('150');
  });
});

describe('actions of a record', () => {
  it('lead to the record, or say what HubSpot would open', async () => {
    const page = await openPage(gallery, `/contacts/${galleryContactId}`);
    const record = page.getByRole('link', { name: 'Open the record' });
    await record.waitFor();
    expect(await record.getAttribute('href')).toBe('/contacts/101');
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.getByRole('dialog').getByText('the note editor').waitFor();
  });
});
