import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PreviewWorld } from '../../scripts/preview/open-world.ts';
import { openPage, useBrowser, type OpenPageOptions } from './support/pages.ts';
import { openSmallWorld, replaceBundle, replaceFunction } from './support/worlds.ts';

let world: PreviewWorld;

useBrowser();
beforeAll(async () => {
  world = await openSmallWorld({ limits: { timeLimitMs: 4_000 } });
});
afterAll(() => world.close());

/** Ann is contact 101. Opens her record with another card than the app's. */
async function openCard(code: string, options: OpenPageOptions = {}): Promise<{ page: Page; card: Locator }> {
  replaceBundle(world, 'contact_card', code);
  const page = await openPage(world, '/contacts/101', options);
  return { page, card: page.getByRole('group', { name: 'Zoom webinars' }) };
}

/** A card with a button that runs the code, and shows what comes of it. */
const cardThatRuns = (code: string): string => `
  self.extend_V2((api) => React.createElement(() => {
    const [result, setResult] = React.useState('nothing yet');
    const run = async ({ context, actions }) => { ${code} };
    const onClick = () => run(api).then((value) => setResult('got ' + JSON.stringify(value)), (error) => setResult('failed: ' + error.message));
    return React.createElement(React.Fragment, null,
      React.createElement('Button', { onClick }, 'Run'),
      React.createElement('Text', null, result));
  }));`;

async function resultOf(code: string, options: OpenPageOptions = {}): Promise<{ page: Page; text: string }> {
  const { page, card } = await openCard(cardThatRuns(code), options);
  await card.getByRole('button', { name: 'Run' }).click();
  const result = card.getByText(/^(got|failed)/);
  await result.waitFor();
  return { page, text: await result.innerText() };
}

describe('a card that fails', () => {
  it.each([
    [
      'while it renders',
      `self.extend_V2(() => { throw new Error('torn to pieces'); });`,
      /torn to pieces/,
      [/torn to pieces/],
    ],
    ['while it is evaluated', `throw new Error('dead on arrival');`, /dead on arrival/, []],
    ['by not registering itself', `self.forgotten = true;`, /does not call hubspot\.extend/, []],
  ])('%s is shown as one that couldn’t be loaded', async (_when, code, details, expectedProblems) => {
    const { card } = await openCard(code, { expectedProblems });

    await card.getByRole('alert').getByText('This card couldn’t be loaded').waitFor();
    await card.getByText('Details for developers').click();
    await card.getByText(details).waitFor();
  });

  it.each(['fetch', 'XMLHttpRequest', 'localStorage', 'indexedDB', 'WebSocket', 'location'])(
    'because it uses %s does so in the preview too',
    async (name) => {
      const { card } = await openCard(`self.extend_V2(() => React.createElement('Text', null, typeof ${name}));`);

      await card.getByText('undefined', { exact: true }).waitFor();
    },
  );
});

describe('a function', () => {
  it('answers a card with what it returned', async () => {
    replaceFunction(world, 'get_overview', `exports.main = async ({ parameters }) => ({ echo: parameters });`);

    const { text } = await resultOf(`return self.serverless('get_overview', { parameters: { a: [1, 'zwei'] } });`);

    expect(text).toBe('got {"echo":{"a":[1,"zwei"]}}');
  });

  it('gets the properties of the record that the card sends along', async () => {
    replaceFunction(world, 'get_overview', `exports.main = async ({ propertiesToSend }) => propertiesToSend;`);

    const { text } = await resultOf(
      `return self.serverless('get_overview', { propertiesToSend: ['firstname', 'company', 'phone'] });`,
    );

    expect(text).toBe('got {"firstname":"Ann","company":"Acme","phone":""}');
  });

  it.each([
    ['throws', `exports.main = async () => { throw new Error('out of tomatoes'); };`, /failed: .*out of tomatoes/],
    ['does not end in time', `exports.main = () => new Promise(() => {});`, /failed: .*timed out after 4/],
    ['answers nonsense', `exports.main = async () => { const a = {}; a.a = a; return a; };`, /failed: .*not JSON/],
    ['dies', `exports.main = async () => process.exit(3);`, /failed: .*exit code 3/],
  ])('that %s makes the call fail, and the card lives on', async (_what, code, expected) => {
    replaceFunction(world, 'get_overview', code);

    const { page, text } = await resultOf(`return self.serverless('get_overview');`, {
      expectedProblems: [/answer 400: .*\/action\/function\/1$/],
    });

    expect(text).toMatch(expected);
    await page.getByText('Function calls (1)').click();
    await page
      .getByRole('row', { name: 'get_overview' })
      .getByText(/^failed: /)
      .waitFor();
  });

  it('that is not there is said not to be', async () => {
    const { text } = await resultOf(`return self.serverless('no_such_function');`, {
      expectedProblems: [/answer 400: .*\/action\/function\/1$/],
    });

    expect(text).toMatch(/failed: .*there is no function no_such_function/);
  });
});

describe('what a card may do', () => {
  it('raises alerts that can be dismissed', async () => {
    const { page } = await resultOf(`actions.addAlert({ type: 'success', title: 'Done', message: 'All is synced.' });`);

    await page.getByRole('status').getByText('All is synced.').waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText('All is synced.').waitFor({ state: 'detached' });
  });

  it('copies text', async () => {
    const { page, text } = await resultOf(`await actions.copyTextToClipboard('a link'); return 'copied';`);

    expect(text).toBe('got "copied"');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('a link');
  });

  it('loads the page again, and goes to pages of the app, as the same person', async () => {
    const { page, card } = await openCard(cardThatRuns(`await actions.reloadPage();`), { language: 'de' });

    const loaded = page.waitForEvent('load');
    await card.getByRole('button', { name: 'Run' }).click();
    await loaded;
    replaceBundle(
      world,
      'contact_card',
      cardThatRuns(`await actions.navigateToPage({ to: '/report', params: { of: 'ann' } });`),
    );
    await page.reload();
    await card.getByRole('button', { name: 'Run' }).click();

    await page.getByRole('heading', { name: 'Zoom webinars', level: 1 }).waitFor();
    expect(page.url()).toBe(`${world.url}/app/report?of=ann&language=de`);
  });

  it('reads the record, and follows its changes', async () => {
    const { page, card } = await openCard(`
      self.extend_V2(({ actions }) => React.createElement(() => {
        const [seen, setSeen] = React.useState([]);
        React.useEffect(() => {
          actions.onCrmPropertiesUpdate(['company'], ({ company }) => setSeen((before) => [...before, company]));
        }, []);
        return React.createElement(React.Fragment, null,
          React.createElement('Button', { onClick: () => actions.refreshObjectProperties() }, 'Refresh'),
          React.createElement('Text', null, 'Seen: ' + seen.join(', ')));
      }));`);

    await card.getByText('Seen: Acme', { exact: true }).waitFor();
    await fetch(`${world.standIns.hubSpot.url}/_control/edit-contact`, {
      method: 'POST',
      body: JSON.stringify({ contact: { id: '101' }, properties: { company: 'Acme Gardens' } }),
    });
    await card.getByRole('button', { name: 'Refresh' }).click();

    await card.getByText('Seen: Acme, Acme Gardens', { exact: true }).waitFor();
    await page.locator('.profile-head').getByText('Acme Gardens').waitFor();
  });

  it('reads properties by action and by hook', async () => {
    const { text } = await resultOf(`
      const byAction = await actions.fetchCrmObjectProperties(['firstname', 'phone']);
      const byHook = await (await self.hsWorkerAPI.fetchCrmProperties(['lastname'], () => {})).json();
      return [byAction, byHook.data];`);

    expect(text).toBe('got [{"firstname":"Ann","phone":""},{"lastname":"Quillfeather"}]');
  });

  it.each([
    ['requests to others', `await self.hsFetch('https://api.example.com/x');`, /permittedUrls\.fetch/],
    [
      'pages of others',
      `await actions.openIframeModal({ uri: 'https://x.example.com', width: 1, height: 1 });`,
      /permittedUrls\.iframe/,
    ],
    [
      'associations',
      `throw new Error((await (await self.hsWorkerAPI.fetchAssociations({})).json()).error);`,
      /does not emulate/,
    ],
  ])('does not reach %s, and is told why', async (_what, code, reason) => {
    const { text } = await resultOf(code);

    expect(text).toMatch(/^failed: /);
    expect(text).toMatch(reason);
  });

  it('knows who looks, and learns of a change without being loaded again', async () => {
    const { page, card } = await openCard(
      `const startedAt = Math.random();
       self.extend_V2(({ context: { user, portal, crm, extension } }) => React.createElement('Text', null,
        [user.language, user.locale, user.permissions.length, portal.timezone, crm.objectId, crm.objectTypeId, extension.cardTitle, startedAt].join(' ')));`,
      { language: 'de', permissions: 'read' },
    );

    const before = await card.getByText(/^de de-de 0 Europe\/Berlin 101 0-1 Zoom webinars/).innerText();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('繁體中文');
    const after = await card.getByText(/^zh-tw zh-tw 0 /).innerText();

    expect(after.split(' ').at(-1)).toBe(before.split(' ').at(-1));
  });

  it('is told the time of the accounts, not of the machine', async () => {
    const { text } = await resultOf(`return [new Date().toISOString(), new Date(Date.now()).toISOString()];`);

    expect(text).toMatch(/^got \["2026-11-20T12:\d\d:[\d.]+Z","2026-11-20T12:\d\d:[\d.]+Z"\]$/);
  });

  it('does on the settings page only what there is no record for', async () => {
    replaceBundle(
      world,
      'settings_page',
      `self.extend_V2(({ context, actions }) => React.createElement('Text', null, [context.location, typeof context.crm, ...Object.keys(actions)].join(' ')));`,
    );
    const page = await openPage(world, '/settings');

    await page
      .getByText(
        'settings undefined addAlert closeOverlay copyTextToClipboard navigateToPage openIframeModal reloadPage',
        { exact: true },
      )
      .waitFor();
  });

  it('shows a component that the preview does not know as missing', async () => {
    const { card } = await openCard(`self.extend_V2(() => React.createElement('NoSuchComponent', null, 'inside'));`);

    await card.locator('[data-missing="NoSuchComponent"]').waitFor();
  });
});
