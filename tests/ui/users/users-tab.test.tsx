import {
  Alert,
  Button,
  EmptyState,
  LoadingButton,
  LoadingSpinner,
  Panel,
  SearchInput,
  Select,
  StatusTag,
  Table,
  TableCell,
  TableRow,
  Tag,
  Text,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UsersTab } from '../../../src/app/extensions/settings-page/users/UsersTab.tsx';
import { aFailure } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import {
  aSettingsAnswer,
  aWebinarRow,
  aZoomUser,
  conflictAnswer,
  renderSettings,
  savedAnswer,
  someSettings,
  someUserSettings,
  someWebinars,
  someZoomUsers,
} from '../support/settings.tsx';

let functions: FunctionsDouble;
const onChanged = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  functions = doubleFunctions();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  onChanged.mockReset();
});

const callsOf = (name: string) => functions.calls.filter((call) => call.name === name);
const lastCallOf = (name: string) => {
  const last = callsOf(name).at(-1);
  if (last === undefined) throw new Error(`Nobody has called ${name}.`);
  return last;
};
const letTypingPause = () => act(() => vi.advanceTimersByTimeAsync(300));

function renderTab(canWrite = true) {
  const renderer = renderSettings(<UsersTab canWrite={canWrite} onChanged={onChanged} />);
  return {
    ...renderer,
    texts: () => renderer.findAll(Text).map((text) => text.text),
    alerts: () => renderer.findAll(Alert).map(({ props }) => [props.title, props.variant]),
    search: async (typed: string) => {
      renderer.findByTestId(SearchInput, 'users-query').trigger('onInput', typed as never);
      await letTypingPause();
    },
  };
}

async function renderLoaded({
  settings = someSettings(),
  users = someZoomUsers(),
  canWrite = true,
}: {
  readonly settings?: ReturnType<typeof someSettings>;
  readonly users?: ReturnType<typeof someZoomUsers>;
  readonly canWrite?: boolean;
} = {}) {
  const tab = renderTab(canWrite);
  await lastCallOf('get_settings').answer(aSettingsAnswer(settings));
  await lastCallOf('list_zoom_users').answer(users);
  return tab;
}

type Tab = Awaited<ReturnType<typeof renderLoaded>>;

/** What the open panel shows and does; to be looked up again after each change. */
function openPanel(tab: Tab) {
  const find = () => {
    const { overlay } = tab.findByTestId(Button, 'manage-host-1').props;
    return (overlay as unknown as Tab).find(Panel);
  };
  tab.findByTestId(Button, 'manage-host-1').trigger('onClick');
  return {
    find,
    choose: (field: string, value: string) =>
      find()
        .find(ToggleGroup, { testId: field })
        .trigger('onChange', value as never),
    toggle: (name: string, isOn: boolean) =>
      find()
        .find(Toggle, { testId: name })
        .trigger('onChange', isOn as never),
    click: (testId: string) => find().find(Button, { testId: testId }).trigger('onClick'),
    save: () => find().find(LoadingButton, { testId: 'save-user' }).trigger('onClick'),
    texts: () =>
      find()
        .findAll(Text)
        .map((text) => text.text),
    alerts: () =>
      find()
        .findAll(Alert)
        .map(({ props }) => [props.title, props.variant]),
  };
}

async function renderPanel(options: Parameters<typeof renderLoaded>[0] = {}, webinars = someWebinars()) {
  const tab = await renderLoaded(options);
  const panel = openPanel(tab);
  await lastCallOf('list_webinars').answer(webinars);
  return { tab, panel };
}

describe('the list of users', () => {
  it('says that it is loading', async () => {
    const tab = renderTab();
    expect(tab.find(LoadingSpinner).props.label).toBe('Loading the users of the Zoom account');

    await lastCallOf('get_settings').answer(aSettingsAnswer());

    expect(tab.find(LoadingSpinner).props.label).toBe('Loading the users of the Zoom account');
    expect(lastCallOf('list_zoom_users').parameters).toEqual({ connection: 'main', limit: 25 });
  });

  it('tells of each what is synced, whose setting that is, and whether there is a webinar licence (S7)', async () => {
    const tab = await renderLoaded({
      users: someZoomUsers({
        users: [
          aZoomUser(),
          aZoomUser({ userId: 'host-2', name: 'Host Two', webinarPlan: 'no' }),
          aZoomUser({
            userId: 'host-3',
            name: 'Host Three',
            webinarPlan: 'unknown',
            syncsWebinars: false,
            syncsRecordings: true,
            settings: someUserSettings({
              syncsWebinars: false,
              syncsRecordings: true,
              webinars: { '81234567890': true },
            }),
          }),
        ],
        totalCount: 3,
      }),
    });

    const rows = tab.findByTestId(Table, 'users').findAll(TableRow).slice(1);
    expect(rows.map((row) => row.findAll(StatusTag).map((tag) => tag.text))).toEqual([
      ['Yes', 'Synced', 'Not synced'],
      ['No', 'Nothing to sync', 'Not synced'],
      ['Not known yet', 'Not synced', 'Synced'],
    ]);
    expect(rows.map((row) => row.findAll(Text).map((text) => text.text))).toEqual([
      ['Host One', 'host.one@example.com', 'Follows the account', 'Follows the account'],
      ['Host Two', 'host.one@example.com', 'Follows the account', 'Follows the account'],
      ['Host Three', 'host.one@example.com', 'Own setting', '1 single webinar has its own switch', 'Own setting'],
    ]);
  });

  it('is searched when somebody stops typing, and keeps what it shows until the answer is there', async () => {
    const tab = await renderLoaded();

    tab.findByTestId(SearchInput, 'users-query').trigger('onInput', 't' as never);
    tab.findByTestId(SearchInput, 'users-query').trigger('onInput', 'two' as never);
    expect(callsOf('list_zoom_users')).toHaveLength(1);
    await letTypingPause();
    expect(lastCallOf('list_zoom_users').parameters).toEqual({ connection: 'main', limit: 25, query: 'two' });
    expect(tab.texts()).toContain('Host One');
    expect(tab.find(LoadingSpinner).props.label).toBe('Loading');
    await lastCallOf('list_zoom_users').answer(
      someZoomUsers({ users: [aZoomUser({ userId: 'host-2', name: 'Host Two' })] }),
    );

    expect(callsOf('list_zoom_users')).toHaveLength(2);
    expect(tab.texts()).not.toContain('Host One');
    expect(tab.texts()).toContain('Host Two');
  });

  it('says that nobody matches, and clears the search', async () => {
    const tab = await renderLoaded();

    await tab.search('nobody');
    await lastCallOf('list_zoom_users').answer(someZoomUsers({ users: [], totalCount: 0 }));
    expect(tab.find(EmptyState).props.title).toBe('Nobody matches “nobody”');
    tab.find(EmptyState).find(Button).trigger('onClick');
    await letTypingPause();

    expect(lastCallOf('list_zoom_users').parameters).toEqual({ connection: 'main', limit: 25 });
  });

  it('is read page by page, and begins anew with another search', async () => {
    const tab = await renderLoaded({
      users: someZoomUsers({
        users: Array.from({ length: 25 }, (_, place) => aZoomUser({ userId: `u-${place}` })),
        totalCount: 30,
        after: 'place-25',
      }),
    });
    expect(tab.texts()).toContain('1 to 25 of 30');

    tab.findByTestId(Button, 'users-next').trigger('onClick');
    expect(lastCallOf('list_zoom_users').parameters).toEqual({ connection: 'main', limit: 25, after: 'place-25' });
    await lastCallOf('list_zoom_users').answer(
      someZoomUsers({
        users: Array.from({ length: 5 }, (_, place) => aZoomUser({ userId: `v-${place}` })),
        totalCount: 30,
      }),
    );
    expect(tab.texts()).toContain('26 to 30 of 30');
    expect(tab.findByTestId(Button, 'users-next').props.disabled).toBe(true);
    tab.findByTestId(Button, 'users-previous').trigger('onClick');
    expect(lastCallOf('list_zoom_users').parameters).toEqual({ connection: 'main', limit: 25 });
    await tab.search('two');

    expect(lastCallOf('list_zoom_users').parameters).toEqual({ connection: 'main', limit: 25, query: 'two' });
  });

  it('is of one Zoom account at a time, the primary one first (S9)', async () => {
    const tab = renderTab();
    await lastCallOf('get_settings').answer({
      ...aSettingsAnswer(),
      zoomAccounts: [
        { accountId: 'acc-1', connection: 'Brand A' },
        { accountId: 'acc-2', connection: 'Brand B' },
      ],
    });
    await lastCallOf('list_zoom_users').answer(someZoomUsers({ connection: 'Brand A' }));

    expect(tab.find(Select).props.options.map(({ label }) => label)).toEqual(['Brand A (primary)', 'Brand B']);
    tab.find(Select).trigger('onChange', 'Brand B' as never);
    expect(lastCallOf('list_zoom_users').parameters).toEqual({ connection: 'Brand B', limit: 25 });

    expect(tab.texts()).not.toContain('Host One');
  });

  it('has no choice of accounts where there is one', async () => {
    const tab = await renderLoaded();

    expect(tab.maybeFind(Select)).toBeNull();
  });

  it('says that a Zoom account has no users', async () => {
    const tab = await renderLoaded({ users: someZoomUsers({ users: [], totalCount: 0 }) });

    expect(tab.find(EmptyState).props.title).toBe('This Zoom account has no users');
  });

  it('says that no Zoom account is connected', async () => {
    const tab = renderTab();

    await lastCallOf('get_settings').answer({ ...aSettingsAnswer(), zoomAccounts: [] });

    expect(tab.find(EmptyState).props.title).toBe('No Zoom account is connected');
  });

  it.each([
    ['sync webinar data is off', { isSyncOn: false }, 'Nothing is synced at the moment'],
    ['webinars of no user are synced', { webinarUsers: 'none' }, 'Webinars of no Zoom user are synced at the moment'],
  ] as const)('says that nothing takes effect while %s', async (_when, settings, title) => {
    const tab = await renderLoaded({ settings: someSettings(settings) });

    expect(tab.alerts()).toEqual([[title, 'warning']]);
  });

  it('that cannot be had says what to do, and loads again', async () => {
    captureLog();
    const tab = renderTab();
    await lastCallOf('get_settings').answer(aSettingsAnswer());

    await lastCallOf('list_zoom_users').answer(aFailure({ correlationId: 'ref-3' }));
    expect(tab.texts()).toContain('Reference number: ref-3');
    tab.find(Button).trigger('onClick');
    await lastCallOf('list_zoom_users').answer(someZoomUsers());

    expect(tab.texts()).toContain('Host One');
  });

  it.each([
    ['no users at all', { ok: true }],
    ['users of another form', { ok: true, connection: 'main', accountId: 'acc-1', users: [{}], totalCount: 1 }],
  ])('survives an answer with %s', async (_what, answer) => {
    captureLog();
    const tab = renderTab();
    await lastCallOf('get_settings').answer(aSettingsAnswer());

    await lastCallOf('list_zoom_users').answer(answer);

    expect(tab.alerts()).toEqual([['The Zoom app was updated', 'danger']]);
  });

  it('survives settings that it cannot read', async () => {
    const tab = renderTab();

    await lastCallOf('get_settings').answer({ ok: true });

    expect(tab.alerts()).toEqual([['The Zoom app was updated', 'danger']]);
  });
});

describe('the panel of a user', () => {
  it('loads nothing until it is opened', async () => {
    await renderLoaded();

    expect(callsOf('list_webinars')).toHaveLength(0);
  });

  it('shows what is set, and what the account says of those who follow it (S7)', async () => {
    const settings = someSettings({
      users: {
        'acc-1:host-1': someUserSettings({
          syncsRecordings: true,
          newWebinarsOffSince: '2026-10-01T08:00:00Z',
          webinars: { '81234567890': false },
        }),
      },
    });

    const { panel } = await renderPanel({ settings });

    expect(
      panel
        .find()
        .findAll(ToggleGroup)
        .map(({ props }) => [props.name, props.value, props.options[0]?.description]),
    ).toEqual([
      ['syncsWebinars', 'follow', 'The global settings have it synced.'],
      ['syncsRecordings', 'on', 'The global settings leave it out.'],
    ]);
    expect(panel.find().find(Toggle, { testId: 'newWebinars' }).props.checked).toBe(false);
    expect(panel.find().find(Toggle, { testId: 'webinar-81234567890' }).props.checked).toBe(false);
    expect(panel.texts()).toContain(
      'Webinars that were scheduled after 1 Oct 2026, 08:00 are not synced, unless they are switched on one by one below.',
    );
  });

  it('saves everything together, closes and shows the list anew', async () => {
    const { tab, panel } = await renderPanel();

    panel.choose('syncsWebinars', 'on');
    panel.choose('syncsRecordings', 'off');
    panel.toggle('newWebinars', false);
    panel.toggle('webinar-81234567890', false);
    expect(panel.texts()).toContain('4 changes are not saved');
    panel.save();
    expect(panel.find().find(LoadingButton, { testId: 'save-user' }).props.loading).toBe(true);
    expect(lastCallOf('save_settings').parameters).toEqual({
      version: 3,
      settings: someSettings({
        users: {
          'acc-1:host-1': {
            syncsWebinars: true,
            syncsRecordings: false,
            newWebinarsOffSince: expect.any(String),
            webinars: { '81234567890': false },
          },
        },
      }),
    });
    await lastCallOf('save_settings').answer(savedAnswer(someSettings()));

    expect(tab.mocks.actions.closeOverlay.calls).toEqual([['user-acc-1:host-1']]);
    expect(tab.mocks.actions.addAlert.callCount).toBe(1);
    expect(onChanged).toHaveBeenCalledOnce();
    expect(callsOf('list_zoom_users')).toHaveLength(2);
  });

  it('keeps a webinar’s switch only where it says something else than its host’s settings', async () => {
    const settings = someSettings({
      users: { 'acc-1:host-1': someUserSettings({ webinars: { '81234567890': false } }) },
    });
    const { panel } = await renderPanel({ settings });

    panel.toggle('webinar-81234567890', true);
    panel.save();

    expect(lastCallOf('save_settings').parameters).toMatchObject({
      settings: { users: { 'acc-1:host-1': { webinars: {} } } },
    });
  });

  it('searches and turns the pages of the host’s webinars', async () => {
    const { panel } = await renderPanel({}, someWebinars({ totalCount: 12, after: 'place-10' }));
    expect(lastCallOf('list_webinars').parameters).toEqual({ connection: 'main', hostId: 'host-1', limit: 10 });

    panel.find().find(Button, { testId: 'webinars-next' }).trigger('onClick');
    expect(lastCallOf('list_webinars').parameters).toEqual({
      connection: 'main',
      hostId: 'host-1',
      limit: 10,
      after: 'place-10',
    });
    panel
      .find()
      .find(SearchInput, { testId: 'webinars-query' })
      .trigger('onInput', 'price' as never);
    await letTypingPause();

    expect(lastCallOf('list_webinars').parameters).toEqual({
      connection: 'main',
      hostId: 'host-1',
      limit: 10,
      query: 'price',
    });
  });

  it('says that no webinars are known, or that none match', async () => {
    const { panel } = await renderPanel({}, someWebinars({ webinars: [], totalCount: 0 }));
    expect(panel.texts()).toContain('No webinars of this user are known yet. The sync finds them.');

    panel
      .find()
      .find(SearchInput, { testId: 'webinars-query' })
      .trigger('onInput', 'price' as never);
    await letTypingPause();
    await lastCallOf('list_webinars').answer(someWebinars({ webinars: [], totalCount: 0 }));

    expect(panel.texts()).toContain('No webinar of this user matches “price”.');
  });

  it('shows that the webinars cannot be had, and saves the rest all the same', async () => {
    captureLog();
    const tab = await renderLoaded();
    const panel = openPanel(tab);

    await lastCallOf('list_webinars').answer({ ok: true, webinars: [{ decision: null }], totalCount: 1 });
    expect(panel.alerts()).toEqual([['The Zoom app was updated', 'danger']]);
    panel.choose('syncsWebinars', 'off');
    panel.save();

    expect(callsOf('save_settings')).toHaveLength(1);
  });

  it('has no switch to turn for a webinar that cannot be synced (S17)', async () => {
    const { panel } = await renderPanel({}, someWebinars({ webinars: [aWebinarRow({ status: 'not-supported' })] }));

    expect(panel.find().find(Toggle, { testId: 'webinar-81234567890' }).props).toMatchObject({
      checked: false,
      readOnly: true,
    });
  });

  it('can be looked at and not changed without the permission', async () => {
    const { panel } = await renderPanel({ canWrite: false });

    expect(
      panel
        .find()
        .findAll(Toggle)
        .map(({ props }) => props.readOnly),
    ).toEqual([true, true]);
    expect(
      panel
        .find()
        .findAll(ToggleGroup)
        .flatMap(({ props }) => props.options.map(({ readOnly }) => readOnly)),
    ).toEqual(Array.from({ length: 6 }, () => true));
    expect(panel.find().find(LoadingButton, { testId: 'save-user' }).props.disabled).toBe(true);
  });

  it('closes at once where nothing is changed', async () => {
    const { tab, panel } = await renderPanel();

    panel.click('close-user');

    expect(tab.mocks.actions.closeOverlay.callCount).toBe(1);
  });

  it('warns before changes are lost', async () => {
    const { tab, panel } = await renderPanel();
    panel.choose('syncsWebinars', 'off');

    panel.click('close-user');
    expect(panel.alerts()).toEqual([['Your changes are not saved', 'warning']]);
    expect(tab.mocks.actions.closeOverlay.callCount).toBe(0);
    panel.click('keep-editing');
    expect(panel.find().find(ToggleGroup, { testId: 'syncsWebinars' }).props.value).toBe('off');
    panel.click('close-user');
    panel.click('discard-and-close');

    expect(tab.mocks.actions.closeOverlay.callCount).toBe(1);
    expect(panel.find().find(ToggleGroup, { testId: 'syncsWebinars' }).props.value).toBe('follow');
  });

  it('that is closed from outside keeps the changes, and its row says so', async () => {
    const { tab, panel } = await renderPanel();
    panel.choose('syncsWebinars', 'off');

    panel.find().trigger('onClose');
    expect(tab.find(Tag).text).toBe('Not saved');
    const reopened = openPanel(tab);

    expect(reopened.find().find(ToggleGroup, { testId: 'syncsWebinars' }).props.value).toBe('off');
  });

  it('keeps the changes when the save fails, and saves again', async () => {
    captureLog();
    const { panel } = await renderPanel();
    panel.choose('syncsWebinars', 'off');

    panel.save();
    await lastCallOf('save_settings').reject('timed out');
    expect(panel.alerts()).toEqual([['No answer from the Zoom app', 'danger']]);
    panel.save();

    expect(callsOf('save_settings')).toHaveLength(2);
  });

  it('says how to have fewer choices when there are too many', async () => {
    const { panel } = await renderPanel();
    panel.choose('syncsWebinars', 'off');

    panel.save();
    await lastCallOf('save_settings').answer({
      ok: true,
      outcome: 'invalid',
      problems: [{ field: 'users', problem: 'too-many' }],
    });

    expect(panel.alerts()).toEqual([['Too many choices for single users and webinars', 'danger']]);
  });

  it('saves on top of what somebody else has set for others, without a question', async () => {
    const others = { 'acc-1:host-2': someUserSettings({ syncsWebinars: false }) };
    const { panel } = await renderPanel();
    panel.choose('syncsWebinars', 'off');

    panel.save();
    await lastCallOf('save_settings').answer(conflictAnswer(someSettings({ users: others }), 9));

    expect(lastCallOf('save_settings').parameters).toEqual({
      version: 9,
      settings: someSettings({
        users: { ...others, 'acc-1:host-1': someUserSettings({ syncsWebinars: false }) },
      }),
    });
  });

  describe('when somebody else has changed the same user', () => {
    const theirs = someSettings({
      users: { 'acc-1:host-1': someUserSettings({ syncsWebinars: true, webinars: { '81234567890': false } }) },
    });

    async function renderConflict() {
      const { tab, panel } = await renderPanel();
      panel.choose('syncsWebinars', 'off');
      panel.save();
      await lastCallOf('save_settings').answer(conflictAnswer(theirs, 9));
      return { tab, panel };
    }

    it('compares the two', async () => {
      const { panel } = await renderConflict();

      expect(panel.alerts()).toEqual([['Somebody else has changed this user meanwhile', 'warning']]);
      const rows = panel.find().find(Table, { testId: 'user-conflict' }).findAll(TableRow).slice(1);
      expect(rows.map((row) => row.findAll(TableCell).map((cell) => cell.text))).toEqual([
        ['Sync this user’s webinars', 'Always', 'Never'],
        ['Individual webinars', '0 switched on, 1 switched off', '0 switched on, 0 switched off'],
      ]);
      expect(panel.find().find(LoadingButton, { testId: 'save-user' }).props.disabled).toBe(true);
    });

    it('can take theirs', async () => {
      const { panel } = await renderConflict();

      panel.click('take-theirs');

      expect(panel.find().find(ToggleGroup, { testId: 'syncsWebinars' }).props.value).toBe('on');
      expect(panel.alerts()).toEqual([]);
    });

    it('can put the own changes on top', async () => {
      const { panel } = await renderConflict();

      panel.click('put-mine-on-top');
      panel.save();

      expect(lastCallOf('save_settings').parameters).toEqual({
        version: 9,
        settings: someSettings({
          users: { 'acc-1:host-1': someUserSettings({ syncsWebinars: false, webinars: { '81234567890': false } }) },
        }),
      });
    });
  });
});
