import { BarChart, ProgressBar, Select, StatisticsItem, StatusTag, Tag, Tile } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionHealth } from '../../../src/app/extensions/contract/overview.ts';
import { toActivityView } from '../../../src/app/extensions/settings-page/home/health/to-activity-view.ts';
import {
  findSweepNotice,
  toAccountView,
  toAttentionView,
} from '../../../src/app/extensions/settings-page/home/health/to-health-view.ts';
import { aConnectionMemory, aFailure, anOverview, noEvents } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import { anActivity, aSweepReport, someWebinars } from '../support/home-builders.ts';
import { newestCall, parametersOf, renderSettingsPage } from '../support/settings-page.tsx';
import { words } from '../support/words.ts';

const nowMs = Date.parse('2026-11-04T12:00:00Z');
const aConnection = (memory = aConnectionMemory()) =>
  ({ name: 'main', isPrimary: true, state: 'connected', memory, events: noEvents }) as const;

describe('the state of an account', () => {
  it('tells what the last sweep did, and how many webinars are complete', () => {
    const memory = aConnectionMemory({
      lastSweep: aSweepReport(),
      webinarCounts: { new: 2, complete: 30, partial: 3, failed: 1, off: 8, 'not-supported': 1 },
    });

    expect(toAccountView(aConnection(memory), nowMs, words)).toEqual({
      name: 'main',
      isPrimary: true,
      problem: null,
      sweep: {
        when: 'Last looked for webinars on 4 Nov 2026, 09:00',
        what: '7 webinars synced, 1 failed, 2 new',
        isStale: false,
      },
      events: 'No event has come from Zoom yet.',
      complete: { value: 30, maxValue: 36, text: '30 of 36 webinars' },
    });
  });

  it('says that nothing was looked for yet, and shows no bar of nothing', () => {
    const view = toAccountView(aConnection(), nowMs, words);

    expect(view.sweep).toEqual({ when: 'No webinars were looked for yet', what: null, isStale: false });
    expect(view.complete).toBeNull();
  });

  it('says when the last event came, also where the function does not know of events yet', () => {
    const connection = { ...aConnection(), events: { lastEventAt: '2026-11-04T11:58:00Z', lastValidationAt: null } };
    const { events: _unknown, ...earlier } = aConnection();

    expect(toAccountView(connection, nowMs, words).events).toBe('Last event from Zoom on 4 Nov 2026, 11:58');
    expect(toAccountView(earlier as ConnectionHealth, nowMs, words).events).toBe('No event has come from Zoom yet.');
  });

  it.each([
    ['2026-11-02T12:00:00Z', false],
    ['2026-11-02T11:59:59Z', true],
  ])('whose last sweep ended at %s is out of date: %s', (finishedAt, isStale) => {
    const memory = aConnectionMemory({ lastSweep: aSweepReport({ finishedAt }) });

    expect(toAccountView(aConnection(memory), nowMs, words).sweep.isStale).toBe(isStale);
  });
});

describe('webinars that need attention', () => {
  it('are those that failed or have open ends, of all accounts', () => {
    const counts = { new: 2, complete: 30, partial: 3, failed: 1, off: 8, 'not-supported': 1 };
    const memory = aConnectionMemory({ webinarCounts: counts });
    const overview = anOverview({ connections: [aConnection(memory), { ...aConnection(memory), name: 'other' }] });

    expect(toAttentionView(overview, words)).toEqual({ webinarCount: 8, failed: '2', partial: '6', refused: null });
  });

  it('and requests from outside that were refused are counted beside them', () => {
    const { refused } = toAttentionView(anOverview({ refusedRequestCount: 12 }), words);

    expect(refused).toBe('12 requests from outside were refused.');
  });
});

describe('the notice about sweeps', () => {
  const stale = aConnectionMemory({ lastSweep: aSweepReport({ finishedAt: '2026-11-01T00:00:00Z' }) });
  const fresh = aConnectionMemory({ lastSweep: aSweepReport() });

  it.each([
    ['never', anOverview()],
    ['stale', anOverview({ connections: [aConnection(fresh), { ...aConnection(stale), name: 'other' }] })],
    [null, anOverview({ connections: [aConnection(fresh)] })],
    [null, anOverview({ isSyncOn: false })],
    [null, anOverview({ isSetUp: false })],
    [null, anOverview({ connections: [] })],
  ])('is %s', (notice, overview) => {
    expect(findSweepNotice(overview, nowMs)).toBe(notice);
  });
});

describe('toActivityView', () => {
  it('has a bar for every day, also for those on which nothing happened', () => {
    const view = toActivityView(anActivity(), words);

    expect(view).toEqual({
      total: '1,234',
      summary: '6 syncs. Most people were synced on 3 Nov: 1,200.',
      bars: [
        { day: '2 Nov', people: 0 },
        { day: '3 Nov', people: 1200 },
        { day: '4 Nov', people: 34 },
      ],
      isComplete: true,
    });
  });

  it('shows nothing of nobody', () => {
    const days = [{ day: '2026-11-02', syncedCount: 0, skippedCount: 4, runCount: 1 }];

    expect(toActivityView(anActivity({ days }), words)).toBeNull();
  });
});

describe('health at a glance', () => {
  let functions: FunctionsDouble;

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: nowMs });
    functions = doubleFunctions();
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  async function renderHome(overview = anOverview()) {
    const page = renderSettingsPage();
    await newestCall(functions, 'list_webinars').answer(someWebinars());
    await newestCall(functions, 'get_overview').answer(overview);
    return page;
  }

  it('lists the accounts with their state, the primary one marked', async () => {
    const page = await renderHome(
      anOverview({ connections: [aConnection(), { ...aConnection(), name: 'Academy', isPrimary: false }] }),
    );
    const tiles = ['main', 'Academy'].map((name) => page.find(Tile, { testId: `account-${name}` }));

    expect(tiles.map((tile) => [tile.find(StatusTag).text, tile.maybeFind(Tag)?.text])).toEqual([
      ['Connected', 'Primary'],
      ['Connected', undefined],
    ]);
  });

  it('says what to do about an account that does not work, and quotes the reference number', async () => {
    const { failure } = aFailure({ system: 'zoom', reason: { cause: 'vendor-unavailable' }, correlationId: 'zoom-77' });

    const page = await renderHome(anOverview({ connections: [{ ...aConnection(), state: 'failing', failure }] }));

    expect(page.find(Tile, { testId: 'account-main' }).find(StatusTag).text).toBe('Not working');
    expect(page.texts()).toContain('Reference number: zoom-77');
  });

  it('shows how far an account is complete as a bar', async () => {
    const counts = { new: 0, complete: 3, partial: 1, failed: 0, off: 0, 'not-supported': 0 };
    const page = await renderHome(
      anOverview({
        connections: [aConnection(aConnectionMemory({ webinarCounts: counts, lastSweep: aSweepReport() }))],
      }),
    );

    expect(page.find(ProgressBar).props).toMatchObject({ value: 3, maxValue: 4, valueDescription: '3 of 4 webinars' });
  });

  it('leads to the webinars that need attention', async () => {
    const counts = { new: 0, complete: 3, partial: 2, failed: 1, off: 0, 'not-supported': 0 };
    const page = await renderHome(
      anOverview({ connections: [aConnection(aConnectionMemory({ webinarCounts: counts }))] }),
    );

    page.press('Show 3 webinars');

    expect(parametersOf(functions, 'list_webinars').at(-1)).toMatchObject({ statuses: ['failed', 'partial'] });
    expect(page.find(Select, { name: 'webinar-status' }).props.value).toBe('attention');
  });

  it('S32: says that the sync is off, and leads to the setting', async () => {
    const page = await renderHome(anOverview({ isSyncOn: false }));
    expect(page.alerts()).toEqual(['“Sync webinar data” is off']);

    page.press('Open global settings');

    expect(page.selectedTab()).toBe('global-settings');
  });

  it('offers to look for webinars when the last time is long ago', async () => {
    const memory = aConnectionMemory({ lastSweep: aSweepReport({ finishedAt: '2026-10-01T00:00:00Z' }) });
    const page = await renderHome(anOverview({ connections: [aConnection(memory)] }));
    expect(page.alerts()).toEqual(['The list of webinars is out of date']);
    expect(
      page
        .find(Tile, { testId: 'account-main' })
        .findAll(Tag)
        .map((tag) => tag.text),
    ).toEqual(['Primary', 'Out of date']);

    page.press('Find and sync webinars now');

    expect(parametersOf(functions, 'run_sweep')).toEqual([{ connection: 'main', mode: 'due' }]);
  });

  it('counts people of the last 30 days in the zone of the user, after the rest is there', async () => {
    const page = renderSettingsPage();
    await newestCall(functions, 'list_webinars').answer(someWebinars());
    expect(parametersOf(functions, 'get_activity')).toEqual([]);

    await newestCall(functions, 'get_overview').answer(anOverview());
    expect(parametersOf(functions, 'get_activity')).toEqual([{ days: 30, timeZone: expect.any(String) }]);
    await newestCall(functions, 'get_activity').answer(anActivity());

    const tile = page.find(Tile, { testId: 'activity' });
    expect(tile.find(BarChart).props.data).toHaveLength(3);
    expect(tile.find(StatisticsItem).props.number).toBe('1,234');
    expect(page.texts()).toContain('6 syncs. Most people were synced on 3 Nov: 1,200.');
  });

  it('says that nobody was synced instead of drawing an empty chart', async () => {
    const page = await renderHome();

    await newestCall(functions, 'get_activity').answer(anActivity({ days: [] }));

    expect(page.texts()).toContain('Nobody was synced in the last 30 days.');
    expect(page.maybeFind(BarChart)).toBeNull();
  });

  it('keeps the page when the activity cannot be read, and loads it again on request', async () => {
    captureLog();
    const page = await renderHome();
    await newestCall(functions, 'get_activity').reject('Task timed out after 10.00 seconds');
    expect(page.alerts()).toContain('No answer from the Zoom app');
    expect(page.rowsOf('webinars')).toHaveLength(1);

    page.press('Try again');
    await newestCall(functions, 'get_activity').answer(anActivity());

    expect(page.find(Tile, { testId: 'activity' }).maybeFind(BarChart)).not.toBeNull();
  });
});
