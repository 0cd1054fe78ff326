import {
  Alert,
  Button,
  EmptyState,
  Form,
  Heading,
  Input,
  LoadingButton,
  LoadingSpinner,
  ProgressBar,
  StatisticsItem,
  StatusTag,
  Tag,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../src/app/extensions/settings-page/SettingsPage.tsx';
import { aFailure, anOverview, aReport, aStep, theLastStep } from './support/builders.ts';
import { createStage } from './support/stage.tsx';
import { captureLog, doubleFunctions, type FunctionsDouble } from './support/functions-double.ts';

let functions: FunctionsDouble;

beforeEach(() => {
  functions = doubleFunctions();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function renderPage() {
  const renderer = createRenderer('settings');
  renderer.mocks.context.user.locale = 'en-GB';
  renderer.mocks.context.portal.timezone = 'Europe/Berlin';
  const { stage, show } = createStage(<SettingsPage />);
  act(() => {
    renderer.render(stage);
  });
  return {
    ...renderer,
    show,
    texts: () => renderer.findAll(Text).map((text) => text.text),
    alerts: () => renderer.findAll(Alert).map(({ props }) => [props.title, props.variant]),
    tags: () => renderer.findAll(StatusTag).map((tag) => tag.text),
    statistics: () => renderer.findAll(StatisticsItem).map(({ props }) => [props.label, props.number]),
    submit: (webinarId: string) => renderer.find(Form).trigger('onSubmit', { targetValue: { webinarId } } as never),
  };
}

async function renderLoadedPage(overview = anOverview()) {
  const page = renderPage();
  await functions.lastOf(1).answer(overview);
  return page;
}

const callsOf = (name: string) => functions.calls.filter((call) => call.name === name);

describe('while the overview loads', () => {
  it('says so, and can already sync', () => {
    const page = renderPage();

    expect(page.find(LoadingSpinner).props.label).toBe('Loading');
    expect(page.find(Input).props.readOnly).toBe(false);
    expect(functions.calls.map(({ name, parameters }) => ({ name, parameters }))).toEqual([
      { name: 'get_overview', parameters: {} },
    ]);
  });
});

describe('when the overview could not be read', () => {
  it('says what to do, quotes the reference number and loads again on request', async () => {
    captureLog();
    const page = renderPage();

    await functions.lastOf(1).answer(aFailure({ reason: { cause: 'connections-missing' }, correlationId: 'ref-9' }));
    expect(page.alerts()).toEqual([['No Zoom account is connected', 'danger']]);
    expect(page.texts()).toContain('Reference number: ref-9');
    expect(page.findAll(Heading).map((heading) => heading.text)).toEqual(['Sync a webinar now']);
    page.find(Button).trigger('onClick');
    await functions.lastOf(2).answer(anOverview());

    expect(page.alerts()).toEqual([]);
    expect(page.tags()).toEqual(['Connected']);
  });
});

describe('the Zoom accounts', () => {
  it('are listed with their state, the primary one marked', async () => {
    const page = await renderLoadedPage(
      anOverview({
        connections: [
          { name: 'Brand A', isPrimary: true, state: 'connected' },
          { name: 'Brand B', isPrimary: false, state: 'connected' },
        ],
      }),
    );

    expect(page.findAll(Heading).map((heading) => heading.text)).toEqual([
      'Zoom accounts',
      'Sync a webinar now',
      'Last syncs',
    ]);
    expect(page.findAll(Tile).map((tile) => [tile.find(Text).text, tile.maybeFind(Tag)?.text])).toEqual([
      ['Brand A', 'Primary'],
      ['Brand B', undefined],
    ]);
    expect(page.tags()).toEqual(['Connected', 'Connected']);
  });

  it('that do not work come with what to do', async () => {
    const { failure } = aFailure({
      kind: 'unauthorised',
      system: 'zoom',
      reason: { cause: 'zoom-credentials-refused', connection: 'Brand B', vendorReason: 'Invalid client_id' },
      correlationId: 'zoom-77',
    });

    const page = await renderLoadedPage(
      anOverview({ connections: [{ name: 'Brand B', isPrimary: true, state: 'failing', failure }] }),
    );

    expect(page.tags()).toEqual(['Not working']);
    expect(page.alerts()).toEqual([['Zoom refuses the credentials of the account “Brand B”', 'danger']]);
    expect(
      page
        .find(Alert)
        .findAll(Text)
        .map((text) => text.text),
    ).toEqual([expect.stringContaining('ZOOM_CONNECTIONS'), 'Reference number: zoom-77']);
    expect(page.maybeFind(Button)).toBeNull();
  });

  it('that do not exist are asked for', async () => {
    const page = await renderLoadedPage(anOverview({ connections: [] }));

    expect(page.alerts()).toEqual([['No Zoom account is connected', 'danger']]);
  });
});

describe('the last syncs', () => {
  it('say how to begin when the app was never used', async () => {
    const page = await renderLoadedPage(anOverview({ lastRuns: null }));

    expect(page.find(EmptyState).props.title).toBe('Nothing has been synced yet');
  });

  it('tell an app that is set up from one that was never used', async () => {
    const page = await renderLoadedPage(anOverview({ lastRuns: [] }));

    expect(page.find(EmptyState).props.title).toBe('No syncs yet');
  });

  it('show topic, time, status, and what became of everybody', async () => {
    const page = await renderLoadedPage(
      anOverview({
        connections: [],
        lastRuns: [
          {
            runId: 'run-2',
            report: aReport({
              topic: 'Office hours',
              status: 'partial',
              eligible: 1005,
              synced: 990,
              unchanged: 5,
              skipped: { 'invalid-address': 2, 'guest-without-address': 8 },
              warnings: [{ cause: 'registrations-unavailable' }],
            }),
          },
          { runId: 'run-1', report: aReport({ topic: 'Getting started' }) },
        ],
      }),
    );
    const [newest, oldest] = page.findAll(Tile);

    expect(newest?.findAll(Text).map((text) => text.text)).toEqual([
      'Office hours',
      '4 Nov 2026, 10:01',
      'Not synced',
      'Joined as a guest, Zoom gives no email address: 8',
      'Email address is not valid: 2',
      'Please note',
      'Registrations are not available',
      expect.stringContaining('only attendance was synced'),
    ]);
    expect(page.tags()).toEqual(['With open ends', 'Complete']);
    expect(newest?.findAll(StatisticsItem).map(({ props }) => [props.label, props.number])).toEqual([
      ['People', '1,005'],
      ['Synced', '990'],
      ['Unchanged', '5'],
      ['Skipped', '10'],
    ]);
    expect(oldest?.findAll(Text).map((text) => text.text)).toEqual(['Getting started', '4 Nov 2026, 10:01']);
  });

  it('mark trial runs', async () => {
    const page = await renderLoadedPage(
      anOverview({ connections: [], lastRuns: [{ runId: 'run-1', report: aReport({ isDryRun: true }) }] }),
    );

    expect(page.find(Tag).text).toBe('Trial run, nothing was written');
  });
});

describe('syncing a webinar now', () => {
  it('asks for the ID when it is missing, and calls nothing', async () => {
    const page = await renderLoadedPage();

    page.submit('  ');

    expect(page.find(Input).props).toMatchObject({ error: true, validationMessage: 'Enter the ID of a webinar.' });
    expect(callsOf('sync_webinar')).toHaveLength(0);
  });

  it('goes step by step to the end, and shows the counts and the new list', async () => {
    const page = await renderLoadedPage(anOverview({ connections: [] }));

    page.submit(' 812 3456 7890 ');
    expect(page.find(LoadingButton).props.loading).toBe(true);
    expect(page.find(Input).props).toMatchObject({ readOnly: true, error: false });
    expect(page.find(LoadingSpinner).props.label).toBe('Starting');

    await functions
      .lastOf(2)
      .answer(aStep({ progress: { phase: 'reading', doneCount: 300, totalCount: null }, runId: 'run-7' }));
    expect(page.find(LoadingSpinner).props.label).toBe('Reading from Zoom: 300 so far');

    await functions.lastOf(3).answer(aStep({ progress: { phase: 'writing', doneCount: 100, totalCount: 1200 } }));
    expect(page.find(ProgressBar).props).toMatchObject({
      title: 'Writing to HubSpot',
      value: 100,
      maxValue: 1200,
      valueDescription: '100 of 1,200',
    });

    await functions.lastOf(4).answer(theLastStep());
    expect(page.alerts()).toContainEqual(['The sync is finished', 'success']);
    expect(page.statistics()).toEqual([
      ['People', '120'],
      ['Synced', '100'],
      ['Unchanged', '20'],
      ['Skipped', '0'],
    ]);
    expect(page.find(LoadingButton).props.loading).toBe(false);
    expect(callsOf('sync_webinar').map(({ parameters }) => parameters)).toEqual([
      { webinarId: '812 3456 7890' },
      { webinarId: '812 3456 7890', runId: 'run-7' },
      { webinarId: '812 3456 7890', runId: 'run-1' },
    ]);

    expect(page.maybeFind(EmptyState)).not.toBeNull();
    await functions
      .lastOf(5)
      .answer(anOverview({ connections: [], lastRuns: [{ runId: 'run-1', report: aReport() }] }));
    expect(callsOf('get_overview')).toHaveLength(2);
    expect(page.maybeFind(EmptyState)).toBeNull();
    expect(page.alerts()).toContainEqual(['The sync is finished', 'success']);
  });

  it('says so when a finished sync has open ends', async () => {
    const page = await renderLoadedPage();
    page.submit('81234567890');

    await functions.lastOf(2).answer(theLastStep(aReport({ status: 'partial' })));

    expect(page.alerts()).toEqual([['The sync is finished, with open ends', 'warning']]);
  });

  it('waits as long as a step asks for, and says so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const page = await renderLoadedPage();
    page.submit('81234567890');

    await functions
      .lastOf(2)
      .answer(aStep({ retryAfterSeconds: 30, progress: { phase: 'waiting', doneCount: 0, totalCount: null } }));
    expect(page.texts()).toContain('Continues in 30 s. Keep this page open.');
    await act(() => vi.advanceTimersByTimeAsync(29_999));
    expect(callsOf('sync_webinar')).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(1));

    expect(callsOf('sync_webinar')).toHaveLength(2);
  });

  it('stops at a failure with what to do, and continues the same run on request', async () => {
    captureLog();
    const page = await renderLoadedPage();
    page.submit('81234567890');
    await functions.lastOf(2).answer(aStep({ runId: 'run-7' }));

    await functions.lastOf(3).answer(
      aFailure({
        kind: 'rate-limited',
        system: 'zoom',
        reason: { cause: 'limit-reached', limit: 'second' },
        retryAfterSeconds: 20,
        correlationId: 'zoom-5',
      }),
    );
    expect(page.alerts()).toEqual([['Zoom is getting too many requests at the moment', 'danger']]);
    expect(page.texts()).toContain('Reference number: zoom-5');
    expect(page.find(LoadingButton).props.loading).toBe(false);
    expect(page.find(Button).text).toBe('Continue');
    page.find(Button).trigger('onClick');

    expect(functions.lastOf(4).parameters).toEqual({ webinarId: '81234567890', runId: 'run-7' });
    expect(page.alerts()).toEqual([]);
  });

  it('starts again on request when it failed before it had begun', async () => {
    captureLog();
    const page = await renderLoadedPage();
    page.submit('81234567890');

    await functions.lastOf(2).reject('Task timed out after 10.00 seconds');
    expect(page.alerts()).toEqual([['No answer from the Zoom app', 'danger']]);
    expect(page.find(Button).text).toBe('Try again');
    page.find(Button).trigger('onClick');

    expect(functions.lastOf(3).parameters).toEqual({ webinarId: '81234567890' });
  });

  it('does not begin twice, and begins again after it has ended', async () => {
    const page = await renderLoadedPage();

    page.submit('81234567890');
    page.submit('81234567890');
    expect(callsOf('sync_webinar')).toHaveLength(1);
    await functions.lastOf(2).answer(theLastStep());
    page.submit('89999999999');

    expect(callsOf('sync_webinar').map(({ parameters }) => parameters)).toEqual([
      { webinarId: '81234567890' },
      { webinarId: '89999999999' },
    ]);
  });

  it('does not go on after the page is gone', async () => {
    const page = await renderLoadedPage();
    page.submit('81234567890');

    page.show(<Text>Another page</Text>);
    await functions.lastOf(2).answer(aStep());

    expect(callsOf('sync_webinar')).toHaveLength(1);
  });
});
