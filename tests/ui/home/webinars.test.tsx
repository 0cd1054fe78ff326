import {
  EmptyState,
  LoadingButton,
  ProgressBar,
  SearchInput,
  Select,
  StatusTag,
  Table,
  TableHeader,
  Toggle,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../src/app/extensions/contract/settings.ts';
import type { WebinarRow } from '../../../src/app/extensions/contract/webinars.ts';
import { toRowView } from '../../../src/app/extensions/settings-page/home/webinars/to-row-view.ts';
import { aFailure, anOverview, aReport, aStep, theLastStep } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import { aWebinarRow, someSettings, someWebinars } from '../support/home-builders.ts';
import { newestCall, parametersOf, renderSettingsPage, stopTyping } from '../support/settings-page.tsx';
import { words } from '../support/words.ts';

describe('toRowView', () => {
  it('shows a webinar in the words and the zone of the user', () => {
    expect(toRowView(aWebinarRow({ registeredCount: 1200, isUpcoming: true }), true, words)).toEqual({
      topic: 'Getting started',
      webinarId: '81234567890',
      date: { day: '3 Nov 2026', time: '14:00' },
      isUpcoming: true,
      host: 'Hanna Host',
      type: 'Single',
      registered: '1,200',
      attended: '80',
      status: { label: 'Complete', variant: 'success', notes: [] },
      lastSync: { day: '4 Nov 2026', time: '09:01' },
      toggle: { isOn: true, lockedBecause: null },
    });
  });

  it('does not take an unknown number for zero, nor a missing date for one', () => {
    const row = aWebinarRow({
      registeredCount: null,
      attendedCount: 0,
      startsAt: null,
      lastSyncAt: null,
      hostName: '',
    });

    expect(toRowView(row, true, words)).toMatchObject({
      registered: '–',
      attended: '0',
      date: { day: 'No date', time: null },
      lastSync: { day: 'Never', time: null },
      host: 'Not known yet',
    });
  });

  it.each<[string, Partial<WebinarRow>, string, readonly string[]]>([
    [
      'is new',
      { status: 'new', nextCheckAt: '2026-11-05T00:00:00Z' },
      'Not synced yet',
      ['Synced when webinars are looked for the next time'],
    ],
    [
      'has open ends',
      { status: 'partial', warningCount: 2, skippedCount: 5 },
      'Partly synced',
      ['2 warnings', '5 people not synced'],
    ],
    ['failed', { status: 'failed', warningCount: 1 }, 'Failed', ['1 warning']],
    [
      'is off for the account',
      { status: 'off', decision: { isOn: false, setting: 'sync' } },
      'Switched off',
      ['“Sync webinar data” is off'],
    ],
    ['belongs to a Zoom Event', { status: 'not-supported' }, 'Not supported', ['Belongs to a Zoom Event']],
  ])('says why the status is what it is, when the webinar %s', (_when, row, label, notes) => {
    expect(toRowView(aWebinarRow(row), true, words).status).toMatchObject({ label, notes });
  });

  it.each<[string, Partial<WebinarRow>, boolean, string | null]>([
    ['its host is off', { decision: { isOn: false, setting: 'host' }, status: 'off' }, true, null],
    ['it is off itself', { decision: { isOn: false, setting: 'webinar' }, status: 'off' }, true, null],
    [
      'no host is known',
      { hostId: '' },
      true,
      'The host is not known yet. Find webinars to switch this one on or off.',
    ],
    ['the user may not write', {}, false, 'You may not change settings.'],
    [
      'the sync is off',
      { decision: { isOn: false, setting: 'sync' }, status: 'off' },
      true,
      '“Sync webinar data” is off',
    ],
  ])('says whether it can be switched when %s', (_when, row, canWrite, lockedBecause) => {
    expect(toRowView(aWebinarRow(row), canWrite, words).toggle.lockedBecause).toBe(lockedBecause);
  });
});

let functions: FunctionsDouble;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  functions = doubleFunctions();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function renderHome(webinars = someWebinars()) {
  const page = renderSettingsPage();
  await newestCall(functions, 'get_overview').answer(anOverview());
  await newestCall(functions, 'list_webinars').answer(webinars);
  return page;
}

const other = aWebinarRow({
  webinarId: '89999999999',
  topic: 'Office hours',
  hostId: 'host-2',
  hostName: 'Olu Okafor',
});
const lastQuery = () => parametersOf(functions, 'list_webinars').at(-1);

describe('the table of webinars', () => {
  it('asks for the newest twenty-five first', async () => {
    await renderHome();

    expect(parametersOf(functions, 'list_webinars')).toEqual([
      { sort: 'startsAt', direction: 'descending', limit: 25 },
    ]);
  });

  it('shows each webinar with its numbers and what can be done', async () => {
    const page = await renderHome();

    const [cells = []] = page.rowsOf('webinars');
    expect(cells[0]).toBe('Getting started; ID 81234567890');
    expect(cells.slice(2, 6)).toEqual(['Hanna Host', 'Single', '120', '80']);
    expect(page.find(Table, { testId: 'webinars' }).find(StatusTag).text).toBe('Complete');
    expect(page.buttons()).toEqual(expect.arrayContaining(['Sync now', 'Audit log']));
  });

  it('says as of when it is', async () => {
    const page = await renderHome();

    expect(page.texts()).toContainEqual(expect.stringMatching(/^As of .*, when webinars were last looked for\.$/));
  });

  it('searches when nobody types any more', async () => {
    const page = await renderHome();

    for (const text of ['o', 'of', 'off']) {
      act(() => page.find(SearchInput, { name: 'webinar-search' }).trigger('onInput', text as never));
    }
    expect(parametersOf(functions, 'list_webinars')).toHaveLength(1);
    await stopTyping();

    expect(parametersOf(functions, 'list_webinars')).toHaveLength(2);
    expect(lastQuery()).toMatchObject({ query: 'off' });
  });

  it('filters by status, time and host', async () => {
    const page = await renderHome(someWebinars({ webinars: [aWebinarRow(), other] }));
    const choose = (name: string, value: string) =>
      act(() => page.find(Select, { name }).trigger('onChange', value as never));
    expect(page.find(Select, { name: 'webinar-host' }).props.options.map(({ label }) => label)).toEqual([
      'Every host',
      'Hanna Host',
      'Olu Okafor',
    ]);

    choose('webinar-status', 'attention');
    choose('webinar-when', 'past');
    choose('webinar-host', 'host-2');

    expect(lastQuery()).toMatchObject({ statuses: ['failed', 'partial'], when: 'past', hostId: 'host-2' });
    page.press('Clear filters');
    expect(lastQuery()).toEqual({ sort: 'startsAt', direction: 'descending', limit: 25 });
  });

  it('finds hosts of whom no webinar was shown yet', async () => {
    const page = await renderHome();
    act(() => page.find(Select, { name: 'webinar-host' }).trigger('onInput', 'zo' as never));
    await stopTyping();

    expect(parametersOf(functions, 'list_zoom_users')).toEqual([{ query: 'zo', limit: 50 }]);
    await newestCall(functions, 'list_zoom_users').answer({
      ok: true,
      connection: 'main',
      accountId: 'account-1',
      users: [{ userId: 'host-9', name: 'Zoe Zander' }],
      totalCount: 1,
      after: null,
    });

    expect(page.find(Select, { name: 'webinar-host' }).props.options).toContainEqual({
      label: 'Zoe Zander',
      value: 'host-9',
    });
  });

  it('sorts by a column, in both directions', async () => {
    const page = await renderHome();
    const header = () =>
      page
        .find(Table, { testId: 'webinars' })
        .findAll(TableHeader)
        .find(({ text }) => text === 'Registered');

    act(() => header()?.trigger('onSortChange' as never, 'ascending' as never));
    expect(lastQuery()).toMatchObject({ sort: 'registeredCount', direction: 'ascending' });
    await newestCall(functions, 'list_webinars').answer(someWebinars());
    expect(header()?.props).toMatchObject({ sortDirection: 'ascending' });
    act(() => header()?.trigger('onSortChange' as never, 'descending' as never));

    expect(lastQuery()).toMatchObject({ sort: 'registeredCount', direction: 'descending' });
  });

  it('turns pages, and begins at the first one when something else is chosen', async () => {
    const page = await renderHome(someWebinars({ totalCount: 60, after: '25' }));
    const table = () => page.find(Table, { testId: 'webinars' });
    expect(table().props).toMatchObject({ paginated: true, page: 1, pageCount: 3 });

    act(() => table().trigger('onPageChange' as never, 3 as never));
    expect(lastQuery()).toMatchObject({ after: '50' });
    act(() => page.find(Select, { name: 'webinar-when' }).trigger('onChange', 'past' as never));

    expect(lastQuery()).not.toHaveProperty('after');
  });

  it('goes to the last page when the list has become shorter', async () => {
    const page = await renderHome(someWebinars({ totalCount: 60, after: '25' }));
    act(() => page.find(Table, { testId: 'webinars' }).trigger('onPageChange' as never, 3 as never));

    await newestCall(functions, 'list_webinars').answer(someWebinars({ webinars: [], totalCount: 30 }));

    expect(lastQuery()).toMatchObject({ after: '25' });
  });

  it('keeps what it shows while something newer is on its way, and drops answers that come too late', async () => {
    const page = await renderHome();
    const choose = (value: string) =>
      act(() => page.find(Select, { name: 'webinar-when' }).trigger('onChange', value as never));

    choose('past');
    const late = newestCall(functions, 'list_webinars');
    expect(page.texts()).toContain('Updating');
    choose('upcoming');
    await newestCall(functions, 'list_webinars').answer(someWebinars({ webinars: [other] }));
    await late.answer(someWebinars());

    expect(page.rowsOf('webinars').map(([topic]) => topic)).toEqual(['Office hours; ID 89999999999']);
  });

  it('tells an account without webinars from a search without a match', async () => {
    const page = await renderHome(someWebinars({ webinars: [], totalCount: 0 }));
    expect(page.find(EmptyState).props.title).toBe('No webinars yet');

    act(() => page.find(Select, { name: 'webinar-when' }).trigger('onChange', 'past' as never));
    await newestCall(functions, 'list_webinars').answer(someWebinars({ webinars: [], totalCount: 0 }));

    expect(page.find(EmptyState).props.title).toBe('No webinar matches');
  });

  it('says what to do when it cannot be loaded, and loads again on request', async () => {
    captureLog();
    const page = renderSettingsPage();
    await newestCall(functions, 'list_webinars').answer(aFailure({ correlationId: 'ref-1' }));
    expect(page.texts()).toContain('Reference number: ref-1');

    page.press('Try again');
    await newestCall(functions, 'list_webinars').answer(someWebinars());

    expect(page.rowsOf('webinars')).toHaveLength(1);
  });
});

describe('S31: Sync now', () => {
  const rowButton = (page: Awaited<ReturnType<typeof renderHome>>, { topic, webinarId }: WebinarRow) =>
    page.findRow(`${topic}; ID ${webinarId}`).find(LoadingButton);

  it('goes step by step while the row shows how far it has come, and loads the list again', async () => {
    const page = await renderHome();

    act(() => rowButton(page, aWebinarRow()).trigger('onClick'));
    expect(rowButton(page, aWebinarRow()).props.loading).toBe(true);
    expect(newestCall(functions, 'sync_webinar').parameters).toEqual({ webinarId: '81234567890', connection: 'main' });
    await newestCall(functions, 'sync_webinar').answer(aStep({ runId: 'run-7' }));
    expect(page.find(Table, { testId: 'webinars' }).find(ProgressBar).props).toMatchObject({
      title: 'Writing to HubSpot',
      valueDescription: '30 of 120',
    });
    expect(newestCall(functions, 'sync_webinar').parameters).toMatchObject({ runId: 'run-7' });
    await newestCall(functions, 'sync_webinar').answer(
      theLastStep(aReport({ status: 'partial', eligible: 130, skipped: { denied: 10 } })),
    );

    expect(page.texts()).toContain('130 people: 100 synced, 20 unchanged, 10 not synced');
    expect(parametersOf(functions, 'list_webinars')).toHaveLength(2);
    expect(parametersOf(functions, 'get_overview')).toHaveLength(2);
  });

  it('runs several one after another, whichever rows the table shows', async () => {
    const page = await renderHome(someWebinars({ webinars: [aWebinarRow(), other] }));

    act(() => rowButton(page, aWebinarRow()).trigger('onClick'));
    act(() => rowButton(page, other).trigger('onClick'));
    act(() => rowButton(page, other).trigger('onClick'));
    expect(parametersOf(functions, 'sync_webinar')).toHaveLength(1);
    expect(page.texts()).toContain('Waits until the other syncs are finished');
    act(() => page.find(Select, { name: 'webinar-when' }).trigger('onChange', 'upcoming' as never));
    await newestCall(functions, 'list_webinars').answer(someWebinars({ webinars: [], totalCount: 0 }));
    await newestCall(functions, 'sync_webinar').answer(theLastStep());
    await newestCall(functions, 'sync_webinar').answer(theLastStep(aReport({ topic: 'Office hours' })));

    expect(parametersOf(functions, 'sync_webinar')).toEqual([
      { webinarId: '81234567890', connection: 'main' },
      { webinarId: '89999999999', connection: 'main' },
    ]);
    expect(page.texts()).toEqual(expect.arrayContaining(['Getting started', 'Office hours']));
  });

  it('stops at a failure with what to do, and continues the same run on request', async () => {
    captureLog();
    const page = await renderHome();
    act(() => rowButton(page, aWebinarRow()).trigger('onClick'));
    await newestCall(functions, 'sync_webinar').answer(aStep({ runId: 'run-7' }));

    await newestCall(functions, 'sync_webinar').answer(
      aFailure({
        kind: 'rate-limited',
        system: 'zoom',
        reason: { cause: 'limit-reached', limit: 'second' },
        retryAfterSeconds: 20,
        correlationId: 'zoom-5',
      }),
    );
    expect(page.texts()).toContain('Reference number: zoom-5');
    page.press('Continue');

    expect(parametersOf(functions, 'sync_webinar')).toHaveLength(3);
    expect(newestCall(functions, 'sync_webinar').parameters).toMatchObject({ runId: 'run-7' });
    expect(page.texts()).not.toContain('Reference number: zoom-5');
  });

  it('starts again on request when it failed before it had begun', async () => {
    captureLog();
    const page = await renderHome();
    act(() => rowButton(page, aWebinarRow()).trigger('onClick'));

    await newestCall(functions, 'sync_webinar').reject('Task timed out after 10.00 seconds');
    page.press('Try again');

    expect(newestCall(functions, 'sync_webinar').parameters).toEqual({ webinarId: '81234567890', connection: 'main' });
  });

  it('waits as long as a step asks for, and says so', async () => {
    const page = await renderHome();
    act(() => rowButton(page, aWebinarRow()).trigger('onClick'));

    await newestCall(functions, 'sync_webinar').answer(
      aStep({ retryAfterSeconds: 30, progress: { phase: 'waiting', doneCount: 0, totalCount: null } }),
    );
    expect(page.texts()).toContain('Continues in 30 seconds. Keep this page open.');
    await act(() => vi.advanceTimersByTimeAsync(29_999));
    expect(parametersOf(functions, 'sync_webinar')).toHaveLength(1);
    await act(() => vi.advanceTimersByTimeAsync(1));

    expect(parametersOf(functions, 'sync_webinar')).toHaveLength(2);
  });

  it('does not go on after the page is gone', async () => {
    const page = await renderHome();
    act(() => rowButton(page, aWebinarRow()).trigger('onClick'));

    page.show('Another page');
    await newestCall(functions, 'sync_webinar').answer(aStep());

    expect(parametersOf(functions, 'sync_webinar')).toHaveLength(1);
  });

  it('can be taken off the list when it is over', async () => {
    const page = await renderHome();
    act(() => rowButton(page, aWebinarRow()).trigger('onClick'));
    await newestCall(functions, 'sync_webinar').answer(theLastStep());

    page.press('Dismiss');

    expect(page.buttons()).not.toContain('Dismiss');
  });
});

describe('the switch of a webinar', () => {
  const flip = (page: Awaited<ReturnType<typeof renderHome>>, isOn: boolean) =>
    act(() => page.find(Toggle).trigger('onChange', isOn as never));

  it('moves at once, saves with the version that was read, and loads the list again', async () => {
    const page = await renderHome();

    flip(page, false);
    expect(page.find(Toggle).props).toMatchObject({ checked: false, readOnly: true });
    await newestCall(functions, 'get_settings').answer(someSettings());
    expect(newestCall(functions, 'save_settings').parameters).toEqual({
      version: 4,
      settings: {
        ...defaultSettings,
        isSyncOn: true,
        users: {
          'account-1:host-1': {
            syncsWebinars: null,
            syncsRecordings: null,
            newWebinarsOffSince: null,
            webinars: { '81234567890': false },
          },
        },
      },
    });
    await newestCall(functions, 'save_settings').answer({
      ...someSettings({ version: 5 }),
      outcome: 'saved',
      notes: [],
    });

    expect(page.find(Toggle).props).toMatchObject({ checked: false, readOnly: false });
    expect(parametersOf(functions, 'list_webinars')).toHaveLength(2);
    expect(page.mocks.actions.addAlert.calls.at(-1)?.[0]).toMatchObject({
      type: 'success',
      title: '“Getting started” is no longer synced',
    });
    await newestCall(functions, 'list_webinars').answer(someWebinars());
    expect(page.find(Toggle).props.checked).toBe(true);
  });

  it('saves on top of what somebody else has saved meanwhile', async () => {
    const page = await renderHome();
    flip(page, false);
    await newestCall(functions, 'get_settings').answer(someSettings());

    await newestCall(functions, 'save_settings').answer({
      ...someSettings({ version: 9, settings: { ...defaultSettings, isSyncOn: true, backfillDays: 7 } }),
      outcome: 'conflict',
    });

    expect(newestCall(functions, 'save_settings').parameters).toMatchObject({
      version: 9,
      settings: { backfillDays: 7, users: { 'account-1:host-1': { webinars: { '81234567890': false } } } },
    });
  });

  it('moves back when it could not be saved, and says what to do', async () => {
    captureLog();
    const page = await renderHome();
    flip(page, false);

    await newestCall(functions, 'get_settings').reject('Task timed out after 10.00 seconds');

    expect(page.find(Toggle).props).toMatchObject({ checked: true, readOnly: false });
    expect(page.mocks.actions.addAlert.calls.at(-1)?.[0]).toMatchObject({
      type: 'danger',
      title: 'No answer from the Zoom app',
    });
    expect(parametersOf(functions, 'list_webinars')).toHaveLength(1);
  });

  it('cannot be moved while the host is not known', async () => {
    const page = await renderHome(someWebinars({ webinars: [aWebinarRow({ hostId: '', hostName: '' })] }));

    expect(page.find(Toggle).props.readOnly).toBe(true);
    expect(page.texts()).toContain('The host is not known yet. Find webinars to switch this one on or off.');
  });
});
