import {
  Accordion,
  Alert,
  Button,
  LoadingSpinner,
  StatusTag,
  StepIndicator,
  Tag,
  Text,
  Tile,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OverviewAnswer } from '../../../src/app/extensions/contract/overview.ts';
import { SetUpTab } from '../../../src/app/extensions/settings-page/set-up/SetUpTab.tsx';
import type { OpenTab } from '../../../src/app/extensions/settings-page/settings-tab.ts';
import type { Load } from '../../../src/app/extensions/shared/load.ts';
import { aFailure, anOverview } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import { renderSettings } from '../support/settings.tsx';
import { passedChecks, setupAnswer, withCheck } from './setup-checks.ts';

let functions: FunctionsDouble;
const onReady = vi.fn<() => void>();
const onOpenTab = vi.fn<OpenTab>();
const reloadOverview = vi.fn<() => void>();

beforeEach(() => {
  functions = doubleFunctions();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  onReady.mockReset();
  onOpenTab.mockReset();
  reloadOverview.mockReset();
});

const loaded = (overview: Partial<OverviewAnswer> = {}): Load<OverviewAnswer> => ({
  kind: 'loaded',
  answer: anOverview(overview),
});

function renderTab(load = loaded({ isSetUp: false, isSyncOn: false }), canWrite = true) {
  const renderer = renderSettings(
    <SetUpTab
      canWrite={canWrite}
      overview={{ load, reload: reloadOverview }}
      onReady={onReady}
      onOpenTab={onOpenTab}
    />,
  );
  return {
    ...renderer,
    texts: () => renderer.findAll(Text).map((text) => text.text),
    alerts: () => renderer.findAll(Alert).map(({ props }) => [props.title, props.variant]),
    stepTags: () => renderer.findAll(Tile).map((tile) => tile.find(StatusTag).text),
  };
}

const missingScopes = withCheck({
  check: 'zoom-scopes',
  connection: 'main',
  state: 'to-do',
  names: ['webinar:read:list:admin', 'report:read:webinar:admin'],
});

describe('the set-up (B1)', () => {
  it('runs when it is opened, and says that it does', () => {
    const tab = renderTab();

    expect(functions.calls.map(({ name, parameters }) => ({ name, parameters }))).toEqual([
      { name: 'run_setup', parameters: {} },
    ]);
    expect(tab.find(LoadingSpinner).props.label).toBe('Checking Zoom and HubSpot. This takes some seconds.');
    expect(tab.find(StepIndicator).props.stepNames).toEqual([
      'Connect Zoom',
      'HubSpot permissions',
      'Properties and events',
      'Turn the sync on',
      'First sync',
    ]);
  });

  it('shows each step, and leads to turning the sync on', async () => {
    const tab = renderTab();

    await functions.lastOf(1).answer(setupAnswer(passedChecks, true));
    expect(tab.stepTags()).toEqual(['Done', 'Done', 'Done', 'To do', 'Later']);
    expect(tab.find(StepIndicator).props.currentStep).toBe(3);
    expect(onReady).toHaveBeenCalledOnce();
    tab.findByTestId(Button, 'open-global-settings').trigger('onClick');

    expect(onOpenTab.mock.calls).toEqual([['global-settings']]);
    expect(tab.maybeFindByTestId(Button, 'open-home')).toBeNull();
  });

  it('leads to the first sync when the sync is on', async () => {
    const tab = renderTab(loaded({ isSyncOn: true }));

    await functions.lastOf(1).answer(setupAnswer(passedChecks, true));
    tab.findByTestId(Button, 'open-home').trigger('onClick');

    expect(onOpenTab.mock.calls).toEqual([['home']]);
  });

  it('folds up what is in order', async () => {
    const tab = renderTab();

    await functions.lastOf(1).answer(setupAnswer(missingScopes, false));

    expect(tab.findAll(Accordion).map(({ props }) => props.title)).toEqual(['2 checks passed', '1 check passed']);
  });

  it('names what was created just now', async () => {
    const tab = renderTab();

    await functions
      .lastOf(1)
      .answer(
        setupAnswer(
          withCheck({ check: 'hubspot-definitions', state: 'fixed', names: ['zwh_history', 'zwh_key'] }),
          true,
        ),
      );

    expect(tab.findAll(Tag).map((tag) => tag.text)).toEqual(['zwh_history', 'zwh_key']);
    expect(tab.texts()).toContain('Missing before, and created just now');
    expect(tab.maybeFindByTestId(Button, 'copy-names')).toBeNull();
  });

  it('names every missing permission, says what to do, and copies the names', async () => {
    const tab = renderTab();

    await functions.lastOf(1).answer(setupAnswer(missingScopes, false));
    expect(tab.alerts()).toEqual([['2 permissions are missing', 'warning']]);
    expect(tab.findAll(Tag).map((tag) => tag.text)).toEqual(['webinar:read:list:admin', 'report:read:webinar:admin']);
    expect(onReady).not.toHaveBeenCalled();
    await act(async () => tab.findByTestId(Button, 'copy-names').trigger('onClick'));

    expect(tab.mocks.actions.copyTextToClipboard.calls).toEqual([
      ['webinar:read:list:admin\nreport:read:webinar:admin'],
    ]);
    expect(tab.mocks.actions.addAlert.calls).toEqual([[{ type: 'success', message: '2 names copied' }]]);
  });

  it('says so when the names cannot be copied', async () => {
    const tab = renderTab();
    tab.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('not allowed')));

    await functions.lastOf(1).answer(setupAnswer(missingScopes, false));
    await act(async () => tab.findByTestId(Button, 'copy-names').trigger('onClick'));

    expect(tab.mocks.actions.addAlert.calls).toEqual([
      [{ type: 'danger', message: 'The names could not be copied. Select them and copy them by hand.' }],
    ]);
  });

  it('quotes the reference number of what could not be checked', async () => {
    const { failure } = aFailure({ correlationId: 'ref-8' });
    const tab = renderTab();

    await functions
      .lastOf(1)
      .answer(setupAnswer(withCheck({ check: 'zoom-credentials', state: 'unknown', failure }), false));

    expect(tab.texts()).toContain('Reference number: ref-8');
    expect(tab.stepTags()[0]).toBe('Not known');
  });

  it('checks again on request, and keeps what it shows meanwhile', async () => {
    const tab = renderTab();
    await functions.lastOf(1).answer(setupAnswer(missingScopes, false));

    tab.findByTestId(Button, 'check-again').trigger('onClick');
    expect(tab.find(LoadingSpinner).props.label).toBe('Checking again. What you see is from the last time.');
    expect(tab.stepTags()[0]).toBe('To do');
    expect(reloadOverview).toHaveBeenCalledOnce();
    await functions.lastOf(2).answer(setupAnswer(passedChecks, true));

    expect(tab.stepTags()[0]).toBe('Done');
    expect(tab.maybeFind(LoadingSpinner)).toBeNull();
  });

  it('that fails says what to do, and runs again', async () => {
    captureLog();
    const tab = renderTab();

    await functions.lastOf(1).answer(aFailure({ correlationId: 'ref-2' }));
    expect(tab.texts()).toContain('Reference number: ref-2');
    tab.find(Button).trigger('onClick');
    await functions.lastOf(2).answer(setupAnswer(passedChecks, true));

    expect(tab.alerts()).toEqual([]);
  });

  it.each([
    ['no checks', { ok: true, isReady: true }],
    ['checks of another form', { ok: true, isReady: false, checks: [null] }],
  ])('survives an answer with %s', async (_what, answer) => {
    captureLog();
    const tab = renderTab();

    await functions.lastOf(1).answer(answer);

    expect(tab.alerts()).toEqual([['The Zoom app was updated', 'danger']]);
    expect(onReady).not.toHaveBeenCalled();
  });

  it('does without the overview where it cannot be had', async () => {
    const tab = renderTab({ kind: 'failed', problem: { kind: 'no-answer' } });

    await functions.lastOf(1).answer(setupAnswer(passedChecks, true));

    expect(tab.stepTags()).toEqual(['Done', 'Done', 'Done', 'To do', 'Not known']);
  });
});

describe('the set-up without the permission to run it', () => {
  it('creates nothing, says who can, and shows what is known', () => {
    const tab = renderTab(loaded({ isSetUp: true, isSyncOn: false }), false);

    expect(functions.calls).toEqual([]);
    expect(tab.alerts()).toEqual([['You can look at the set-up, and not run it', 'info']]);
    expect(tab.stepTags()).toEqual(['Done', 'Done', 'Done', 'To do', 'Later']);
    expect(tab.maybeFindByTestId(Button, 'check-again')).toBeNull();
  });

  it('waits for what is known', () => {
    const tab = renderTab({ kind: 'loading' }, false);

    expect(tab.find(LoadingSpinner).props.label).toBe('Loading');
  });

  it('asks again for what could not be had', () => {
    const tab = renderTab({ kind: 'failed', problem: { kind: 'no-answer' } }, false);

    tab.find(Button).trigger('onClick');

    expect(reloadOverview).toHaveBeenCalledOnce();
  });

  it('survives an overview that it cannot read', () => {
    captureLog();
    const tab = renderTab(loaded({ connections: undefined as never }), false);

    expect(tab.alerts()).toContainEqual(['The Zoom app was updated', 'danger']);
  });
});
