import {
  Button,
  Flex,
  Form,
  Input,
  LoadingButton,
  LoadingSpinner,
  Select,
  StatisticsItem,
  StatusTag,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PersonPreview } from '../../../src/app/extensions/contract/sync.ts';
import { toTrialPeople } from '../../../src/app/extensions/settings-page/sync/to-trial-view.ts';
import { anOverview, aReport, aStep, theLastStep } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import { someWebinars } from '../support/home-builders.ts';
import { newestCall, parametersOf, renderSettingsPage } from '../support/settings-page.tsx';
import { words } from '../support/words.ts';

const aPerson = (overrides: Partial<PersonPreview> = {}): PersonPreview => ({
  address: 'ada@example.com',
  name: 'Ada',
  outcome: 'create',
  reason: null,
  properties: ['firstname', 'lastname'],
  entries: [
    { sessionKey: 'a', state: 'register' },
    { sessionKey: 'b', state: 'register' },
    { sessionKey: 'a', state: 'attend' },
  ],
  ...overrides,
});
const aSkipped = aPerson({
  address: null,
  name: '',
  outcome: 'skip',
  reason: 'guest-without-address',
  properties: [],
  entries: [],
});

describe('toTrialPeople', () => {
  it('says what would happen to each person', () => {
    expect(toTrialPeople([aPerson(), aSkipped], null, words)).toEqual([
      {
        key: '0',
        who: 'Ada',
        address: 'ada@example.com',
        outcome: { label: 'Contact is created', variant: 'success' },
        details: ['Registered for 2 sessions', 'Attended 1 session', '2 properties change'],
      },
      {
        key: '1',
        who: 'No name',
        address: null,
        outcome: { label: 'Not synced', variant: 'warning' },
        details: ['Joined as a guest, Zoom gives no email address'],
      },
    ]);
  });

  it('shows only those of one kind on request', () => {
    expect(toTrialPeople([aPerson(), aSkipped], 'skip', words).map(({ who }) => who)).toEqual(['No name']);
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

async function renderHome({ canWrite = true, connections = ['main'] } = {}) {
  const page = renderSettingsPage({ canWrite });
  const [connection] = anOverview().connections;
  await newestCall(functions, 'get_overview').answer(
    anOverview({ connections: connections.map((name) => ({ ...connection, name }) as never) }),
  );
  await newestCall(functions, 'list_webinars').answer(someWebinars({ webinars: [], totalCount: 0 }));
  const type = (webinarId: string) =>
    act(() => page.find(Input, { name: 'webinarId' }).trigger('onInput', webinarId as never));
  return {
    ...page,
    type,
    submit: (webinarId: string) => {
      type(webinarId);
      act(() => page.find(Form).trigger('onSubmit', { targetValue: { webinarId } } as never));
    },
    tryOut: (webinarId: string) => {
      type(webinarId);
      act(() =>
        page
          .find(Form)
          .findAll(Button)
          .find(({ text }) => text === 'Trial run')
          ?.trigger('onClick'),
      );
    },
  };
}

describe('syncing a webinar by its ID', () => {
  it('asks for the ID when it is missing, and calls nothing', async () => {
    const page = await renderHome();

    page.submit('  ');

    expect(page.find(Input, { name: 'webinarId' }).props).toMatchObject({
      error: true,
      validationMessage: 'Enter the ID of a webinar.',
    });
    expect(parametersOf(functions, 'sync_webinar')).toEqual([]);
  });

  it('goes to the end and shows the counts under the topic', async () => {
    const page = await renderHome();

    page.submit(' 812 3456 7890 ');
    expect(page.texts()).toContain('Webinar 812 3456 7890');
    await newestCall(functions, 'sync_webinar').answer(
      aStep({ progress: { phase: 'reading', doneCount: 300, totalCount: null } }),
    );
    expect(page.findAll(LoadingSpinner).map(({ props }) => props.label)).toContain('Reading from Zoom: 300 so far');
    await newestCall(functions, 'sync_webinar').answer(theLastStep());

    expect(page.texts()).toEqual(
      expect.arrayContaining(['Getting started', '120 people: 100 synced, 20 unchanged, 0 not synced']),
    );
    expect(parametersOf(functions, 'sync_webinar')).toEqual([
      { webinarId: '812 3456 7890' },
      { webinarId: '812 3456 7890', runId: 'run-1' },
    ]);
  });

  it('asks for the account when there are several', async () => {
    const page = await renderHome({ connections: ['main', 'Academy'] });

    act(() => page.find(Select, { name: 'connection' }).trigger('onChange', 'Academy' as never));
    page.submit('81234567890');

    expect(parametersOf(functions, 'sync_webinar')).toEqual([{ webinarId: '81234567890', connection: 'Academy' }]);
  });
});

describe('B3: the trial run', () => {
  it('hands on its place, and shows what would be created, changed and skipped, person by person', async () => {
    const page = await renderHome();

    page.tryOut('81234567890');
    await newestCall(functions, 'sync_webinar').answer(aStep({ resume: 'place' }));
    const report = aReport({ isDryRun: true, eligible: 250, skipped: { denied: 130 }, people: [aPerson(), aSkipped] });
    await newestCall(functions, 'sync_webinar').answer(theLastStep(report));

    expect(parametersOf(functions, 'sync_webinar')).toEqual([
      { webinarId: '81234567890', dryRun: true },
      { webinarId: '81234567890', dryRun: true, runId: 'run-1', resume: 'place' },
    ]);
    expect(page.alerts()).toContain('Trial run, nothing was written');
    const trial = page.find(Flex, { testId: 'trial-by-id' });
    expect(trial.findAll(StatisticsItem).map(({ props }) => [props.label, props.number])).toEqual([
      ['Contacts to create', '60'],
      ['Contacts to update', '40'],
      ['Unchanged', '20'],
      ['Not synced', '130'],
    ]);
    expect(trial.findAll(StatusTag).map((tag) => tag.text)).toEqual(['Contact is created', 'Not synced']);
    expect(page.texts()).toContain('The first 2 of 250 people are listed. The numbers above count everybody.');
  });

  it('changes nothing, so neither list nor overview is loaded again', async () => {
    const page = await renderHome();
    page.tryOut('81234567890');

    await newestCall(functions, 'sync_webinar').answer(theLastStep(aReport({ isDryRun: true, people: [] })));

    expect(parametersOf(functions, 'list_webinars')).toHaveLength(1);
    expect(parametersOf(functions, 'get_overview')).toHaveLength(1);
  });

  it('is there for somebody who may not write', async () => {
    const page = await renderHome({ canWrite: false });

    page.tryOut('81234567890');

    expect(parametersOf(functions, 'sync_webinar')).toEqual([{ webinarId: '81234567890', dryRun: true }]);
    expect(page.findAll(LoadingButton).every(({ props }) => props.disabled === true)).toBe(true);
  });

  it('begins anew after a failure, because it keeps nothing', async () => {
    captureLog();
    const page = await renderHome();
    page.tryOut('81234567890');
    await newestCall(functions, 'sync_webinar').answer(aStep({ runId: 'run-7', resume: 'place' }));

    await newestCall(functions, 'sync_webinar').reject('Task timed out after 10.00 seconds');
    page.press('Try again');

    expect(newestCall(functions, 'sync_webinar').parameters).toEqual({ webinarId: '81234567890', dryRun: true });
  });
});
