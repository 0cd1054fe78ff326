import {
  Alert,
  Button,
  LoadingButton,
  LoadingSpinner,
  NumberInput,
  ProgressBar,
  StatusTag,
  Table,
  TableCell,
  TableRow,
  Text,
  TextArea,
  Toggle,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GlobalSettingsTab } from '../../../src/app/extensions/settings-page/global-settings/GlobalSettingsTab.tsx';
import { aFailure } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import {
  aPreview,
  aSettingsAnswer,
  aWebinarsPreview,
  conflictAnswer,
  renderSettings,
  savedAnswer,
  someSettings,
  someUserSettings,
} from '../support/settings.tsx';

let functions: FunctionsDouble;
const onChanged = vi.fn<() => void>();
const onDirtyChange = vi.fn<(isDirty: boolean) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  functions = doubleFunctions();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  onChanged.mockReset();
  onDirtyChange.mockReset();
});

function renderTab(canWrite = true) {
  const renderer = renderSettings(
    <GlobalSettingsTab canWrite={canWrite} onChanged={onChanged} onDirtyChange={onDirtyChange} />,
  );
  return {
    ...renderer,
    texts: () => renderer.findAll(Text).map((text) => text.text),
    alerts: () => renderer.findAll(Alert).map(({ props }) => [props.title, props.variant]),
    toggleSync: (isOn: boolean) => renderer.findByTestId(Toggle, 'isSyncOn').trigger('onChange', isOn as never),
    choose: (field: string, value: string) =>
      renderer.findByTestId(ToggleGroup, field).trigger('onChange', value as never),
    enter: (field: string, value: number) =>
      renderer.findByTestId(NumberInput, field).trigger('onChange', value as never),
    addDomains: (field: string, typed: string) => {
      renderer.findByTestId(TextArea, `${field}-new`).trigger('onChange', typed as never);
      renderer.findByTestId(Button, `${field}-add`).trigger('onClick');
    },
    save: () => renderer.findByTestId(LoadingButton, 'save-top').trigger('onClick'),
  };
}

async function renderLoaded(settings = someSettings(), canWrite = true) {
  const tab = renderTab(canWrite);
  await functions.lastOf(1).answer(aSettingsAnswer(settings));
  return tab;
}

const callsOf = (name: string) => functions.calls.filter((call) => call.name === name);
const lastCallOf = (name: string) => {
  const last = callsOf(name).at(-1);
  if (last === undefined) throw new Error(`Nobody has called ${name}.`);
  return last;
};
const letTypingPause = () => act(() => vi.advanceTimersByTimeAsync(700));

describe('while the settings load', () => {
  it('says so', () => {
    const tab = renderTab();

    expect(tab.find(LoadingSpinner).props.label).toBe('Loading the settings');
  });
});

describe('when the settings cannot be had', () => {
  it('says what to do, quotes the reference number and loads again on request', async () => {
    captureLog();
    const tab = renderTab();

    await functions.lastOf(1).answer(aFailure({ correlationId: 'ref-9' }));
    expect(tab.texts()).toContain('Reference number: ref-9');
    tab.find(Button).trigger('onClick');
    await functions.lastOf(2).answer(aSettingsAnswer());

    expect(tab.findByTestId(Toggle, 'isSyncOn').props.checked).toBe(true);
  });

  it.each([
    ['nothing that it knows', { ok: true }],
    ['settings without their parts', { ok: true, version: 1, settings: {}, zoomAccounts: [] }],
    ['a text', 'busy'],
  ])('survives a function that answers %s', async (_what, answer) => {
    captureLog();
    const tab = renderTab();

    await functions.lastOf(1).answer(answer);

    expect(tab.alerts()).toEqual([['The Zoom app was updated', 'danger']]);
  });
});

describe('the settings in force', () => {
  it('are all shown (S2, S3, S4, S5, S6, B2, B4, B6)', async () => {
    const tab = await renderLoaded(
      someSettings({
        webinarUsers: 'selected',
        recordingUsers: 'none',
        contactExclusions: ['a.example'],
        recordingExclusions: ['b.example'],
        contactPolicy: 'update-only',
        backfillDays: 60,
        zoomSharePercent: 40,
        users: {
          'acc-1:host-1': someUserSettings({ syncsWebinars: true }),
          'acc-1:host-2': someUserSettings({ syncsWebinars: true }),
        },
      }),
    );

    expect(tab.findByTestId(Toggle, 'isSyncOn').props.checked).toBe(true);
    expect(tab.findAll(ToggleGroup).map(({ props }) => [props.name, props.value])).toEqual([
      ['webinarUsers', 'selected'],
      ['recordingUsers', 'none'],
      ['contactPolicy', 'update-only'],
    ]);
    expect(tab.findAll(StatusTag).map((tag) => tag.text)).toEqual(['a.example', 'b.example']);
    expect(tab.findAll(NumberInput).map(({ props }) => props.value)).toEqual([60, 40]);
    expect(tab.texts()).toEqual(
      expect.arrayContaining([
        'Last saved on 4 Nov 2026, 09:00',
        '2 users are selected in the tab “Users”.',
        'The app uses at most 40% of the calls that Zoom allows.',
      ]),
    );
  });

  it('say that nothing is synced while no user is selected', async () => {
    const tab = await renderLoaded(someSettings({ webinarUsers: 'selected' }));

    expect(tab.texts()).toContain('No user is selected yet, so nothing is synced. Select users in the tab “Users”.');
  });

  it('name how many users are left out where all are synced', async () => {
    const users = { 'acc-1:host-1': someUserSettings({ syncsWebinars: false }) };

    const tab = await renderLoaded(someSettings({ users }));

    expect(tab.texts()).toContain('1 user is left out in the tab “Users”.');
  });

  it('can be looked at and not changed without the permission', async () => {
    const tab = await renderLoaded(someSettings({ contactExclusions: ['a.example'] }), false);

    expect(tab.findByTestId(Toggle, 'isSyncOn').props.readOnly).toBe(true);
    expect(tab.findAll(ToggleGroup).flatMap(({ props }) => props.options.map(({ readOnly }) => readOnly))).toEqual(
      Array.from({ length: 8 }, () => true),
    );
    expect(tab.findAll(NumberInput).map(({ props }) => props.readOnly)).toEqual([true, true]);
    expect(tab.find(StatusTag).props.showRemoveIcon).toBe(false);
    expect(tab.maybeFind(TextArea)).toBeNull();
    expect(tab.maybeFind(LoadingButton)).toBeNull();
  });
});

describe('a change', () => {
  it('is counted, told to the page, and gone when it is discarded', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    tab.enter('backfillDays', 90);
    expect(tab.texts()).toContain('2 settings are changed and not saved');
    expect(onDirtyChange).toHaveBeenLastCalledWith(true);
    tab.findByTestId(Button, 'discard-bottom').trigger('onClick');

    expect(tab.texts()).toContain('Last saved on 4 Nov 2026, 09:00');
    expect(onDirtyChange).toHaveBeenLastCalledWith(false);
  });

  it('is saved with everything else as it was', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    tab.save();
    expect(tab.findByTestId(LoadingButton, 'save-top').props.loading).toBe(true);
    expect(lastCallOf('save_settings').parameters).toEqual({
      settings: someSettings({ contactPolicy: 'update-only' }),
      version: 3,
    });
    await lastCallOf('save_settings').answer(savedAnswer(someSettings({ contactPolicy: 'update-only' })));

    expect(tab.mocks.actions.addAlert.calls).toEqual([
      [{ type: 'success', title: 'Settings saved', message: 'They are in force from the next sync on.' }],
    ]);
    expect(onChanged).toHaveBeenCalledOnce();
    expect(onDirtyChange).toHaveBeenLastCalledWith(false);
  });

  it('is saved once, however often the buttons are clicked', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    const button = tab.findByTestId(LoadingButton, 'save-top');
    button.trigger('onClick');
    button.trigger('onClick');

    expect(callsOf('save_settings')).toHaveLength(1);
  });

  it('says what another contact policy means', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');

    expect(tab.texts()).toContain(
      'From the next sync on, nobody new becomes a contact. Contacts that were created stay in HubSpot.',
    );
  });

  it('stays in the form when the save gets no answer, and can be saved again', async () => {
    captureLog();
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    tab.save();
    await lastCallOf('save_settings').reject('timed out');
    expect(tab.alerts()).toContainEqual(['No answer from the Zoom app', 'danger']);
    expect(tab.findByTestId(ToggleGroup, 'contactPolicy').props.value).toBe('update-only');
    tab.save();
    await lastCallOf('save_settings').answer(savedAnswer(someSettings({ contactPolicy: 'update-only' })));

    expect(callsOf('save_settings')).toHaveLength(2);
    expect(onChanged).toHaveBeenCalledOnce();
  });

  it('survives a save that answers nonsense', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    tab.save();
    await lastCallOf('save_settings').answer({ ok: true, outcome: 'done' });

    expect(tab.alerts()).toContainEqual(['The Zoom app was updated', 'danger']);
    expect(onChanged).not.toHaveBeenCalled();
  });
});

describe('a number', () => {
  it.each([
    ['backfillDays', 181, 'Enter a whole number from 0 to 180.'],
    ['backfillDays', -1, 'Enter a whole number from 0 to 180.'],
    ['backfillDays', Number.NaN, 'Enter a whole number from 0 to 180.'],
    ['zoomSharePercent', 0, 'Enter a whole number from 1 to 100.'],
    ['zoomSharePercent', 101, 'Enter a whole number from 1 to 100.'],
    ['zoomSharePercent', 12.5, 'Enter a whole number from 1 to 100.'],
  ])('of %s that is %s is refused next to the field, before anything is sent', async (field, value, message) => {
    const tab = await renderLoaded();

    tab.enter(field, value);

    expect(tab.findByTestId(NumberInput, field).props).toMatchObject({ error: true, validationMessage: message });
    expect(tab.findByTestId(LoadingButton, 'save-top').props.disabled).toBe(true);
  });

  it.each([
    ['backfillDays', 0],
    ['backfillDays', 180],
    ['zoomSharePercent', 1],
    ['zoomSharePercent', 100],
  ])('of %s may be %s', async (field, value) => {
    const tab = await renderLoaded();

    tab.enter(field, value);

    expect(tab.findByTestId(NumberInput, field).props.error).toBe(false);
    expect(tab.findByTestId(LoadingButton, 'save-top').props.disabled).toBe(false);
  });
});

describe('a list of domains', () => {
  it('takes many at once, each to be removed (S5, S6)', async () => {
    const tab = await renderLoaded(someSettings({ contactExclusions: ['a.example'] }));

    tab.addDomains('contactExclusions', 'b.example, c.example\nA.example');
    tab.findByTestId(StatusTag, 'contactExclusions-b.example').trigger('onRemoveClick');
    tab.save();

    expect(lastCallOf('save_settings').parameters).toMatchObject({
      settings: { contactExclusions: ['a.example', 'c.example'], recordingExclusions: [] },
    });
  });

  it('asks for something to add', async () => {
    const tab = await renderLoaded(someSettings({ contactExclusions: ['a.example'] }));

    tab.addDomains('contactExclusions', ' , ');
    expect(tab.findByTestId(TextArea, 'contactExclusions-new').props.validationMessage).toBe(
      'Type or paste at least one domain.',
    );
    tab.addDomains('contactExclusions', 'a.example');
    expect(tab.findByTestId(TextArea, 'contactExclusions-new').props.validationMessage).toBe(
      'That is on the list already.',
    );
  });

  it('shows the first of many, and all on request', async () => {
    const domains = Array.from({ length: 45 }, (_, place) => `d${place}.example`);
    const tab = await renderLoaded(someSettings({ contactExclusions: domains }));

    expect(tab.findAll(StatusTag)).toHaveLength(40);
    tab
      .findAll(Button)
      .find((button) => button.text === 'Show all 45 domains')
      ?.trigger('onClick');

    expect(tab.findAll(StatusTag)).toHaveLength(45);
  });

  it('marks the entries that the server refuses, until they are gone', async () => {
    const tab = await renderLoaded();

    tab.addDomains('contactExclusions', 'com acme');
    tab.save();
    await lastCallOf('save_settings').answer({
      ok: true,
      outcome: 'invalid',
      problems: [
        { field: 'contactExclusions', given: 'com', problem: 'too-broad' },
        { field: 'contactExclusions', given: 'acme', problem: 'not-a-domain' },
      ],
    });
    expect(tab.alerts()).toContainEqual(['Nothing was saved', 'danger']);
    expect(tab.findAll(StatusTag).map(({ props }) => props.variant)).toEqual(['danger', 'danger']);
    expect(tab.texts()).toEqual(
      expect.arrayContaining([
        '“com” would leave out far more than one organisation. Remove it, and add a domain such as example.com in its place.',
        '“acme” is not a domain. Remove it, and add a domain such as example.com in its place.',
      ]),
    );
    tab.findByTestId(StatusTag, 'contactExclusions-com').trigger('onRemoveClick');
    tab.findByTestId(StatusTag, 'contactExclusions-acme').trigger('onRemoveClick');

    expect(tab.alerts()).toEqual([]);
  });

  it('tells what entries were saved as', async () => {
    const tab = await renderLoaded();

    tab.addDomains('contactExclusions', 'jane@a.example münchen.example');
    tab.save();
    await lastCallOf('save_settings').answer({
      ...savedAnswer(someSettings({ contactExclusions: ['a.example', 'xn--mnchen-3ya.example'] })),
      notes: [
        { field: 'contactExclusions', given: 'jane@a.example', became: 'a.example' },
        { field: 'contactExclusions', given: 'münchen.example', became: 'xn--mnchen-3ya.example' },
      ],
    });

    expect(tab.texts()).toEqual(
      expect.arrayContaining([
        'Of the address jane@a.example, its domain was saved: a.example.',
        'münchen.example was saved as xn--mnchen-3ya.example.',
      ]),
    );
    expect(tab.findAll(StatusTag).map((tag) => tag.text)).toEqual(['a.example', 'xn--mnchen-3ya.example']);
  });
});

describe('the preview of a change', () => {
  it('says what would start, with what was missed, a moment after the last change (S8)', async () => {
    const tab = await renderLoaded(someSettings({ isSyncOn: false }));

    tab.toggleSync(true);
    tab.choose('webinarUsers', 'selected');
    expect(callsOf('preview_settings')).toHaveLength(0);
    await letTypingPause();
    expect(lastCallOf('preview_settings').parameters).toEqual({
      settings: someSettings({ isSyncOn: true, webinarUsers: 'selected' }),
    });
    expect(tab.find(LoadingSpinner).props.label).toBe('Finding out what this would change');
    await lastCallOf('preview_settings').answer(aPreview({ webinars: aWebinarsPreview({ turnedOnCount: 12 }) }));

    expect(callsOf('preview_settings')).toHaveLength(1);
    expect(tab.alerts()).toEqual([['When you save', 'info']]);
    expect(tab.texts()).toEqual(
      expect.arrayContaining([
        '12 webinars that are not synced now will be synced.',
        'What was missed while the sync was off is synced too, as far back as Zoom still has it.',
      ]),
    );
    expect(tab.find(ProgressBar).props).toMatchObject({ value: 40, maxValue: 60, valueDescription: '40 of 60' });
  });

  it('warns of what would end', async () => {
    const tab = await renderLoaded();

    tab.toggleSync(false);
    await letTypingPause();
    await lastCallOf('preview_settings').answer(aPreview({ webinars: aWebinarsPreview({ turnedOffCount: 3 }) }));

    expect(tab.alerts()).toEqual([['When you save', 'warning']]);
  });

  it('counts whom a new exclusion leaves out', async () => {
    const tab = await renderLoaded();

    tab.addDomains('contactExclusions', 'a.example');
    await letTypingPause();
    await lastCallOf('preview_settings').answer(
      aPreview({
        exclusions: [{ field: 'contactExclusions', domain: 'a.example', contactCount: 217 }],
        uncountedDomainCount: 2,
      }),
    );

    expect(tab.texts()).toEqual(
      expect.arrayContaining([
        '217 contacts with webinars have an address at a.example. They stay in HubSpot and are no longer updated.',
        'The contacts of 2 more domains were not counted.',
      ]),
    );
  });

  it('marks entries that could not be saved', async () => {
    const tab = await renderLoaded();

    tab.toggleSync(false);
    tab.addDomains('contactExclusions', 'com');
    await letTypingPause();
    await lastCallOf('preview_settings').answer({
      ok: true,
      outcome: 'invalid',
      problems: [{ field: 'contactExclusions', given: 'com', problem: 'too-broad' }],
    });

    expect(tab.find(StatusTag).props.variant).toBe('danger');
    expect(tab.texts()).toContain('Correct the marked entries to see what your changes would do.');
  });

  it('that belongs to other settings is dropped', async () => {
    const tab = await renderLoaded();

    tab.toggleSync(false);
    await letTypingPause();
    const outdated = lastCallOf('preview_settings');
    tab.choose('webinarUsers', 'none');
    await outdated.answer(aPreview({ webinars: aWebinarsPreview({ turnedOffCount: 3 }) }));

    expect(tab.alerts()).toEqual([]);
    expect(tab.find(LoadingSpinner).props.label).toBe('Finding out what this would change');
  });

  it('is not asked for what it could tell nothing about', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    tab.enter('backfillDays', 90);
    await letTypingPause();

    expect(callsOf('preview_settings')).toHaveLength(0);
  });

  it('that cannot be had is asked for again on request, and keeps nobody from saving', async () => {
    captureLog();
    const tab = await renderLoaded();

    tab.toggleSync(false);
    await letTypingPause();
    await lastCallOf('preview_settings').answer(aFailure({ correlationId: 'ref-5' }));
    expect(tab.alerts()).toEqual([
      ['What this would change is not known at the moment. You can save all the same.', 'info'],
    ]);
    expect(tab.texts()).toContain('Reference number: ref-5');
    expect(tab.findByTestId(LoadingButton, 'save-top').props.disabled).toBe(false);
    tab
      .findAll(Button)
      .find((button) => button.text === 'Find out again')
      ?.trigger('onClick');
    await letTypingPause();

    expect(callsOf('preview_settings')).toHaveLength(2);
  });

  it('that is nonsense keeps nobody from saving either', async () => {
    const tab = await renderLoaded();

    tab.toggleSync(false);
    await letTypingPause();
    await lastCallOf('preview_settings').answer({ ok: true, outcome: 'previewed' });
    tab.save();

    expect(callsOf('save_settings')).toHaveLength(1);
  });
});

describe('when somebody else has saved meanwhile', () => {
  const theirs = someSettings({ backfillDays: 10, contactExclusions: ['theirs.example'] });

  async function renderConflict() {
    const tab = await renderLoaded();
    tab.enter('backfillDays', 90);
    tab.choose('contactPolicy', 'update-only');
    tab.save();
    await lastCallOf('save_settings').answer(conflictAnswer(theirs, 7));
    return tab;
  }

  it('shows what is in force next to what the form holds, setting by setting', async () => {
    const tab = await renderConflict();

    expect(tab.alerts()).toEqual([['Somebody else has saved other settings meanwhile', 'warning'], expect.anything()]);
    const rows = tab.findByTestId(Table, 'conflict').findAll(TableRow).slice(1);
    expect(
      rows.map((row) => [
        row.findAll(Text).map((text) => text.text),
        ...row
          .findAll(TableCell)
          .slice(1)
          .map((cell) => cell.text),
      ]),
    ).toEqual([
      [['Contacts'], 'Create and update contacts', 'Only update contacts'],
      [['Contact exclusions'], 'theirs.example', 'No domains'],
      [['Days to look back for past webinars', 'You have both changed this.'], '10 days', '90 days'],
    ]);
    expect(tab.maybeFind(LoadingButton)).toBeNull();
    expect(tab.findByTestId(Toggle, 'isSyncOn').props.readOnly).toBe(true);
  });

  it('can take theirs', async () => {
    const tab = await renderConflict();

    tab.findByTestId(Button, 'take-theirs').trigger('onClick');

    expect(tab.findByTestId(NumberInput, 'backfillDays').props.value).toBe(10);
    expect(tab.maybeFind(LoadingButton)).toBeNull();
    expect(onDirtyChange).toHaveBeenLastCalledWith(false);
  });

  it('can put the own changes on top, and save both together', async () => {
    const tab = await renderConflict();

    tab.findByTestId(Button, 'put-mine-on-top').trigger('onClick');
    tab.save();

    expect(lastCallOf('save_settings').parameters).toEqual({
      settings: { ...theirs, backfillDays: 90, contactPolicy: 'update-only' },
      version: 7,
    });
  });

  it('asks nothing where they have changed single users only', async () => {
    const users = { 'acc-1:host-1': someUserSettings({ syncsWebinars: false }) };
    const tab = await renderLoaded();

    tab.enter('backfillDays', 90);
    tab.save();
    await lastCallOf('save_settings').answer(conflictAnswer(someSettings({ users }), 7));

    expect(lastCallOf('save_settings').parameters).toEqual({
      settings: someSettings({ users, backfillDays: 90 }),
      version: 7,
    });
    expect(tab.alerts()).toEqual([]);
  });
});

describe('settings that the server refuses as a whole', () => {
  it('because of too many choices say how to have fewer', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    tab.save();
    await lastCallOf('save_settings').answer({
      ok: true,
      outcome: 'invalid',
      problems: [{ field: 'users', problem: 'too-many' }],
    });

    expect(tab.alerts()).toContainEqual(['Too many choices for single users and webinars', 'danger']);
  });

  it('because of anything else say so', async () => {
    const tab = await renderLoaded();

    tab.choose('contactPolicy', 'update-only');
    tab.save();
    await lastCallOf('save_settings').answer({
      ok: true,
      outcome: 'invalid',
      problems: [{ field: 'contactPolicy', problem: 'invalid', must: 'be another one' }],
    });

    expect(tab.alerts()).toContainEqual(['The app did not accept the settings', 'danger']);
  });
});
