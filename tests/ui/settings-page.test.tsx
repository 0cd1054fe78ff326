import { LoadingSpinner, Tab, Toggle } from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aConnectionMemory, aFailure, anOverview, noEvents } from './support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from './support/functions-double.ts';
import { someSettings, someWebinars } from './support/home-builders.ts';
import { newestCall, renderSettingsPage } from './support/settings-page.tsx';

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

const titlesOf = (page: ReturnType<typeof renderSettingsPage>) => page.findAll(Tab).map(({ props }) => props.title);

describe('S1: the settings page', () => {
  it('has a Home tab and a Global settings tab, and shows Home first', async () => {
    const page = renderSettingsPage();
    await newestCall(functions, 'get_overview').answer(anOverview());

    expect(titlesOf(page)).toEqual(['Home', 'Global settings', 'Users', 'Set-up']);
    expect(page.selectedTab()).toBe('home');
  });

  it('asks for the overview and the webinars at the same time, and for nothing else before they are there', () => {
    const page = renderSettingsPage();

    expect(functions.calls.map(({ name }) => name).toSorted()).toEqual(['get_overview', 'list_webinars']);
    expect(page.findAll(LoadingSpinner).map(({ props }) => props.label)).toEqual([
      'Checking the Zoom accounts',
      'Loading webinars',
    ]);
  });

  it('shows the webinars while the overview is still on its way', async () => {
    const page = renderSettingsPage();

    await newestCall(functions, 'list_webinars').answer(someWebinars());

    expect(page.rowsOf('webinars')).toHaveLength(1);
    expect(page.findAll(LoadingSpinner).map(({ props }) => props.label)).toEqual(['Checking the Zoom accounts']);
  });

  it('loads another tab when somebody looks at it for the first time, and keeps it from then on', async () => {
    const page = renderSettingsPage();
    await newestCall(functions, 'get_overview').answer(anOverview());
    await newestCall(functions, 'list_webinars').answer(someWebinars());
    const callCountBefore = functions.calls.length;

    page.openTab('users');
    const callCount = functions.calls.length;
    page.openTab('home');
    page.openTab('users');

    expect(callCount).toBeGreaterThan(callCountBefore);
    expect(functions.calls).toHaveLength(callCount);
    expect(page.rowsOf('webinars')).toHaveLength(1);
  });

  it('stays usable where one function answers nonsense', async () => {
    const page = renderSettingsPage();

    await newestCall(functions, 'get_overview').answer({ ok: true });
    await newestCall(functions, 'list_webinars').answer(someWebinars());

    expect(page.alerts()).toContain('The Zoom app was updated');
    expect(page.rowsOf('webinars')).toHaveLength(1);
  });
});

describe('the set-up', () => {
  it('comes first, with a notice, where the app was never set up', async () => {
    const page = renderSettingsPage();

    await newestCall(functions, 'get_overview').answer(anOverview({ isSetUp: false }));

    expect(page.selectedTab()).toBe('set-up');
    expect(page.alerts()).toContain('Set up the app before the first sync');
    expect(titlesOf(page)).toContain('Set-up (to do)');
  });

  it.each([
    { cause: 'connections-missing' } as const,
    { cause: 'hubspot-token-refused' } as const,
    { cause: 'scopes-missing', scopes: ['crm.objects.contacts.write'] } as const,
  ])('comes first when the overview fails with $cause', async (reason) => {
    captureLog();
    const page = renderSettingsPage();

    await newestCall(functions, 'get_overview').answer(aFailure({ reason }));

    expect(page.selectedTab()).toBe('set-up');
    expect(page.alerts()).toContain('Something keeps the app from working');
  });

  it('comes first when a Zoom account refuses its credentials', async () => {
    const page = renderSettingsPage();
    const { failure } = aFailure({
      reason: { cause: 'zoom-credentials-refused', connection: 'main', vendorReason: 'Invalid client' },
    });
    const connection = {
      name: 'main',
      isPrimary: true,
      memory: aConnectionMemory(),
      events: noEvents,
      state: 'failing',
      failure,
    } as const;

    await newestCall(functions, 'get_overview').answer(anOverview({ connections: [connection] }));

    expect(page.selectedTab()).toBe('set-up');
  });

  it('does not come first for something that passes by itself', async () => {
    captureLog();
    const page = renderSettingsPage();

    await newestCall(functions, 'get_overview').reject('Task timed out after 10.00 seconds');

    expect(page.selectedTab()).toBe('home');
    expect(page.alerts()).toEqual(['No answer from the Zoom app']);
  });

  it('does not take somebody away from a tab that they have chosen', async () => {
    const page = renderSettingsPage();
    page.openTab('users');

    await newestCall(functions, 'get_overview').answer(anOverview({ isSetUp: false }));

    expect(page.selectedTab()).toBe('users');
  });
});

describe('unsaved settings', () => {
  it('show in the title of their tab and survive a look at another tab', async () => {
    const page = renderSettingsPage();
    await newestCall(functions, 'get_overview').answer(anOverview());
    page.openTab('global-settings');
    await newestCall(functions, 'get_settings').answer(someSettings());
    const findSwitch = () => page.find(Tab, { tabId: 'global-settings' }).find(Toggle);
    expect(findSwitch().props.checked).toBe(true);

    act(() => findSwitch().trigger('onChange', false as never));
    page.openTab('home');

    expect(titlesOf(page)).toContain('Global settings (unsaved changes)');
    page.openTab('global-settings');
    expect(findSwitch().props.checked).toBe(false);
  });
});

describe('somebody without the permission to manage integrations', () => {
  it('is told why nothing can be changed, and sees everything', async () => {
    const page = renderSettingsPage({ canWrite: false });
    await newestCall(functions, 'get_overview').answer(anOverview());
    await newestCall(functions, 'list_webinars').answer(someWebinars());

    expect(page.alerts()).toContain('You can look at everything and change nothing');
    expect(page.rowsOf('webinars')).toHaveLength(1);
    expect(page.findButton('Sync now').props.disabled).toBe(true);
    expect(page.findButton('Find and sync webinars now').props.disabled).toBe(true);
    expect(page.findButton('Audit log').props.disabled).not.toBe(true);
  });

  it('does not see that notice with the permission', async () => {
    const page = renderSettingsPage();
    await newestCall(functions, 'get_overview').answer(anOverview());

    expect(page.alerts()).toEqual(['No webinars were looked for yet']);
  });
});
