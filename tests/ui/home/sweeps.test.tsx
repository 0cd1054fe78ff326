import { LoadingButton, ProgressBar, StatisticsItem, StatusTag, StepIndicator, Tile } from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aConnectionMemory, aFailure, anOverview, aReport, noEvents } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import { aSweepReport, aSweepStep, someSettings, someWebinars, theLastSweepStep } from '../support/home-builders.ts';
import { newestCall, parametersOf, renderSettingsPage } from '../support/settings-page.tsx';

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

const swept = aConnectionMemory({ lastSweep: aSweepReport({ finishedAt: new Date().toISOString() }) });
const main = { name: 'main', isPrimary: true, state: 'connected', memory: swept, events: noEvents } as const;
const academy = { ...main, name: 'Academy', isPrimary: false };

async function renderHome(overview = anOverview({ connections: [main] }), { canWrite = true } = {}) {
  const page = renderSettingsPage({ canWrite });
  await newestCall(functions, 'list_webinars').answer(someWebinars());
  await newestCall(functions, 'get_overview').answer(overview);
  return {
    ...page,
    tags: () =>
      page
        .find(Tile, { testId: 'sweep-progress' })
        .findAll(StatusTag)
        .map((tag) => tag.text),
  };
}

const answerStep = (value: unknown) => newestCall(functions, 'run_sweep').answer(value);
const sweeps = () => parametersOf(functions, 'run_sweep');

describe('finding and syncing webinars', () => {
  it('goes step by step and shows the phase and how far it has come', async () => {
    const page = await renderHome();
    page.press('Find and sync webinars now');
    expect(page.find(LoadingButton, { testId: 'find-and-sync' }).props.loading).toBe(true);

    await answerStep(aSweepStep());
    expect(page.find(StepIndicator).props).toMatchObject({
      stepNames: ['Users', 'Webinars', 'Past webinars', 'Sync'],
      currentStep: 1,
    });
    expect(page.find(ProgressBar, { title: 'Looking for the webinars of each user' }).props).toMatchObject({
      value: 3,
      maxValue: 12,
      valueDescription: '3 of 12',
    });
    await answerStep(aSweepStep({ progress: { phase: 'syncing', doneCount: 2, totalCount: 7 } }));

    expect(page.find(StepIndicator).props.currentStep).toBe(3);
    expect(page.find(ProgressBar, { title: 'Syncing webinars' }).props.valueDescription).toBe('2 of 7');
    expect(sweeps()).toEqual([
      { connection: 'main', mode: 'due' },
      { connection: 'main', mode: 'due', sweepId: 'sweep-1' },
      { connection: 'main', mode: 'due', sweepId: 'sweep-1' },
    ]);
  });

  it('lists webinars as their syncs end, newest first, and those that failed with what to do', async () => {
    const page = await renderHome();
    page.press('Find and sync webinars now');
    const { failure } = aFailure({ reason: { cause: 'vendor-unavailable' }, system: 'zoom' });

    await answerStep(aSweepStep({ finished: [aReport({ topic: 'First' }), aReport({ topic: 'Second' })] }));
    await answerStep(
      aSweepStep({
        finished: [aReport({ topic: 'Third', status: 'partial' })],
        failed: [{ webinarId: '1', topic: 'Fourth', failure }],
      }),
    );

    const topics = page.texts().filter((text) => ['First', 'Second', 'Third'].includes(text ?? ''));
    expect(topics).toEqual(['Third', 'Second', 'First']);
    expect(page.texts()).toContain('3 webinars synced');
    expect(page.alerts()).toContain('“Fourth” was not synced');
  });

  it('sums up at the end, and loads webinars and overview again', async () => {
    const page = await renderHome();
    page.press('Find and sync webinars now');

    await answerStep(theLastSweepStep());

    expect(page.tags()).toEqual(['Finished']);
    expect(
      page
        .find(Tile, { testId: 'sweep-progress' })
        .findAll(StatisticsItem)
        .map(({ props }) => [props.label, props.number]),
    ).toEqual([
      ['Synced', '7'],
      ['Failed', '1'],
      ['Switched off', '4'],
      ['Not supported', '1'],
      ['Nothing to do', '32'],
    ]);
    expect(page.texts()).toContain(
      '45 webinars are known, 2 of them new. 12 users were looked at, 3 of them without a webinar licence.',
    );
    expect(parametersOf(functions, 'list_webinars')).toHaveLength(2);
    expect(parametersOf(functions, 'get_overview')).toHaveLength(2);
  });

  it('names users whose webinars could not be listed', async () => {
    const page = await renderHome();
    page.press('Find and sync webinars now');
    const { failure } = aFailure({ reason: { cause: 'vendor-unavailable' }, system: 'zoom' });

    await answerStep(theLastSweepStep(aSweepReport({ failedHosts: [{ userId: 'u', name: 'Hanna Host', failure }] })));

    expect(page.alerts()).toContain('The webinars of Hanna Host could not be listed');
  });

  it('goes from one account to the next, also when one fails, and can continue that one', async () => {
    captureLog();
    const page = await renderHome(anOverview({ connections: [main, academy] }));
    page.press('Find and sync webinars now');
    expect(page.tags()).toEqual(['Running', 'Waiting']);
    await answerStep(aSweepStep({ sweepId: 'sweep-7' }));

    await answerStep(
      aFailure({ kind: 'unauthorised', reason: { cause: 'hubspot-token-refused' }, correlationId: 'ref-3' }),
    );
    expect(page.texts()).toContain('Reference number: ref-3');
    expect(sweeps().at(-1)).toEqual({ connection: 'Academy', mode: 'due' });
    await answerStep(theLastSweepStep());
    expect(page.tags()).toEqual(['Stopped', 'Finished']);
    page.press('Continue');

    expect(sweeps().at(-1)).toEqual({ connection: 'main', mode: 'due', sweepId: 'sweep-7' });
    expect(page.tags()).toEqual(['Running', 'Finished']);
  });

  it('tries a step again that passes by itself, and gives up after the third time', async () => {
    captureLog();
    const page = await renderHome();
    page.press('Find and sync webinars now');

    await newestCall(functions, 'run_sweep').reject('Task timed out after 10.00 seconds');
    expect(page.texts()).toContain('No answer from the Zoom app');
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(sweeps()).toHaveLength(2);
    await newestCall(functions, 'run_sweep').reject('Task timed out after 10.00 seconds');
    await act(() => vi.advanceTimersByTimeAsync(4000));
    await newestCall(functions, 'run_sweep').reject('Task timed out after 10.00 seconds');

    expect(sweeps()).toHaveLength(3);
    expect(page.tags()).toEqual(['Stopped']);
    expect(page.alerts()).toContain('No answer from the Zoom app');
  });

  it('does not go on after the page is gone', async () => {
    const page = await renderHome();
    page.press('Find and sync webinars now');

    page.show('Another page');
    await answerStep(aSweepStep());

    expect(sweeps()).toHaveLength(1);
  });

  it('says that nothing was synced when the sync was turned off meanwhile', async () => {
    const page = await renderHome();
    page.press('Find and sync webinars now');

    await answerStep(theLastSweepStep(aSweepReport({ isSyncOn: false })));

    expect(page.alerts()).toContain('Nothing was synced, because “Sync webinar data” is off');
  });

  it.each([
    ['the sync is off', anOverview({ connections: [main], isSyncOn: false }), true],
    ['the user may not write', anOverview({ connections: [main] }), false],
    ['no account is connected', anOverview({ connections: [] }), true],
  ])('is not possible while %s', async (_when, overview, canWrite) => {
    const page = await renderHome(overview, { canWrite });

    expect(page.find(LoadingButton, { testId: 'find-and-sync' }).props.disabled).toBe(true);
    expect(page.findButton('Back-fill everything').props.disabled).toBe(true);
  });
});

describe('B4: the back-fill', () => {
  it('syncs everything of the period of the settings, and leads to that setting', async () => {
    const page = await renderHome();
    await newestCall(functions, 'get_settings').answer(someSettings());
    expect(page.texts()).toContain('Past webinars are looked for 30 days back.');

    page.press('Back-fill everything');
    expect(sweeps()).toEqual([{ connection: 'main', mode: 'all' }]);
    page.press('Change the period');

    expect(page.selectedTab()).toBe('global-settings');
  });

  it('pauses after the step that is at work, and resumes the same sweep', async () => {
    const page = await renderHome(anOverview({ connections: [main, academy] }));
    page.press('Back-fill everything');
    await answerStep(aSweepStep({ sweepId: 'sweep-7' }));

    page.press('Pause');
    expect(page.texts()).toContain('Stops after this step.');
    await answerStep(aSweepStep({ sweepId: 'sweep-7', finished: [aReport({ topic: 'First' })] }));
    expect(sweeps()).toHaveLength(2);
    expect(page.tags()).toEqual(['Paused', 'Waiting', 'Complete']);
    page.press('Resume');

    expect(sweeps().at(-1)).toEqual({ connection: 'main', mode: 'all', sweepId: 'sweep-7' });
    expect(page.tags()).toEqual(['Running', 'Waiting', 'Complete']);
  });

  it('stops waiting when it is paused', async () => {
    const page = await renderHome();
    page.press('Back-fill everything');
    await answerStep(
      aSweepStep({ retryAfterSeconds: 60, progress: { phase: 'waiting', doneCount: 0, totalCount: null } }),
    );
    expect(page.texts()).toContain('Continues in 60 seconds. Keep this page open.');

    const timerCount = vi.getTimerCount();

    await act(async () => page.findButton('Pause').trigger('onClick'));

    expect(page.buttons()).toContain('Resume');
    expect(vi.getTimerCount()).toBe(timerCount - 1);
  });

  it('offers to go on with what an earlier visit has left', async () => {
    const openSweep = {
      sweepId: 'sweep-9',
      mode: 'all',
      startedAt: '2026-11-04T09:00:00Z',
      progress: { phase: 'syncing', doneCount: 5, totalCount: 40 },
    } as const;
    const page = await renderHome(anOverview({ connections: [{ ...main, memory: { ...swept, openSweep } }, academy] }));
    expect(page.alerts()).toEqual(['A search for webinars was not finished']);

    page.press('Resume');

    expect(sweeps()).toEqual([{ connection: 'main', mode: 'all', sweepId: 'sweep-9' }]);
  });
});
