import {
  Accordion,
  BarChart,
  Button,
  EmptyState,
  Flex,
  LoadingButton,
  Panel,
  SearchInput,
  Select,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditLogAnswer } from '../../../src/app/extensions/contract/audit-log.ts';
import { aFailure, anOverview, aReport, aStep, theLastStep } from '../support/builders.ts';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import { aNotSyncedPerson, aWebinarRow, someNotSynced, someRuns, someWebinars } from '../support/home-builders.ts';
import { newestCall, parametersOf, renderSettingsPage, stopTyping } from '../support/settings-page.tsx';

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

type Page = Awaited<ReturnType<typeof openAuditLog>>;

async function openAuditLog({ canWrite = true, webinar = aWebinarRow() } = {}) {
  const page = renderSettingsPage({ canWrite });
  await newestCall(functions, 'get_overview').answer(anOverview());
  await newestCall(functions, 'list_webinars').answer(someWebinars({ webinars: [webinar] }));
  page.press('Audit log');
  const panel = () => {
    const opener = page.findAll(Button).find(({ text }) => text === 'Audit log');
    if (opener === undefined) throw new Error('There is no button for the audit log.');
    return opener.props.overlay as unknown as ReturnType<typeof page.getRootNode>;
  };
  return { ...page, panel };
}

const auditCalls = (view: string) =>
  functions.calls.filter(
    ({ name, parameters }) => name === 'get_audit_log' && (parameters as { readonly view?: string }).view === view,
  );

async function answerView(view: 'runs' | 'people' | 'csv', answer: AuditLogAnswer) {
  const call = auditCalls(view).at(-1);
  if (call === undefined) throw new Error(`The view ${view} was not asked for.`);
  await call.answer(answer);
}

const panelTexts = (page: Page) =>
  page
    .panel()
    .findAll(Text)
    .map(({ text }) => text);

describe('S30: the audit log of a webinar', () => {
  it('is a panel that loads nothing before it is opened', async () => {
    const page = renderSettingsPage();
    await newestCall(functions, 'get_overview').answer(anOverview());
    await newestCall(functions, 'list_webinars').answer(someWebinars());
    expect(parametersOf(functions, 'get_audit_log')).toEqual([]);

    page.press('Audit log');

    expect(parametersOf(functions, 'get_audit_log')).toHaveLength(2);
    expect(parametersOf(functions, 'get_audit_log')).toEqual(
      expect.arrayContaining([
        { webinarId: '81234567890', connection: 'main', view: 'runs' },
        { webinarId: '81234567890', connection: 'main', view: 'people', limit: 25 },
      ]),
    );
  });

  it('lists runs newest first, the newest one open', async () => {
    const page = await openAuditLog();

    await answerView('runs', someRuns(aReport({ status: 'partial' }), aReport({ finishedAt: '2026-10-01T10:00:00Z' })));

    const runs = () => page.panel().findAll(Accordion);
    expect(runs().map(({ props }) => props.open)).toEqual([true, false]);
    expect(runs()[0]?.find(StatusTag).text).toBe('Partly synced');
    expect(runs()[1]?.maybeFind(StatusTag)).toBeNull();
    act(() => runs()[1]?.trigger('onClick'));
    expect(runs().map((run) => run.maybeFind(StatusTag)?.text)).toEqual(['Partly synced', 'Complete']);
  });

  it('B12: shows a bar of which the parts add up, and the same in numbers', async () => {
    const page = await openAuditLog();

    await answerView('runs', someRuns(aReport({ eligible: 130, skipped: { denied: 7, 'account-user': 3 } })));

    const { data, axes } = page.panel().find(BarChart).props;
    expect(data).toEqual([
      { whole: 'People', part: 'Synced', people: 100 },
      { whole: 'People', part: 'Unchanged', people: 20 },
      { whole: 'People', part: 'Registration was denied in Zoom', people: 7 },
      { whole: 'People', part: 'User of this HubSpot account', people: 3 },
    ]);
    expect(axes.options).toMatchObject({ stacking: true, groupFieldByColor: 'part' });
    expect(panelTexts(page)).toEqual(expect.arrayContaining(['All people', '130']));
  });

  it('says that there was nobody instead of drawing an empty bar', async () => {
    const page = await openAuditLog();

    await answerView('runs', someRuns(aReport({ eligible: 0, synced: 0, unchanged: 0 })));

    expect(page.panel().maybeFind(BarChart)).toBeNull();
    expect(panelTexts(page)).toContain('There was nobody to sync.');
  });

  it('shows what made a sync fail with what to do and the reference number', async () => {
    const page = await openAuditLog();
    const { failure } = aFailure({ reason: { cause: 'hubspot-token-refused' }, correlationId: 'ref-8' });

    await answerView('runs', someRuns(aReport({ status: 'failed', failure })));

    expect(panelTexts(page)).toContain('Reference number: ref-8');
    expect(page.panel().maybeFind(BarChart)).toBeNull();
  });

  it('leads from a warning to the setting that causes it', async () => {
    const page = await openAuditLog();
    await answerView(
      'runs',
      someRuns(aReport({ warnings: [{ cause: 'addresses-excluded', personCount: 2, domains: [] }] })),
    );
    const family = page.panel().find(Flex, { testId: 'warnings-run-0-S36' });
    expect(family.findAll(Text).map(({ text }) => text)).toContain('Addresses of excluded domains were left out');

    act(() => family.find(Button).trigger('onClick'));

    expect(page.mocks.actions.closeOverlay.calls).toEqual([['audit-log-main:81234567890']]);
    expect(page.selectedTab()).toBe('global-settings');
  });

  it('S32: says which setting keeps the webinar from being synced from now on', async () => {
    const page = await openAuditLog();

    await answerView('runs', { ...someRuns(), decision: { isOn: false, setting: 'host' } } as AuditLogAnswer);

    expect(page.alerts()).toContain('Webinars of Hanna Host are not synced');
  });

  it('tells a webinar without syncs what to do', async () => {
    const page = await openAuditLog();

    await answerView('runs', { ...someRuns(), runs: [], decision: null } as AuditLogAnswer);

    expect(page.panel().find(EmptyState).props.title).toBe('No syncs yet');
  });

  it('loads again on request when it could not be read, while the people are there already', async () => {
    captureLog();
    const page = await openAuditLog();
    await answerView('people', someNotSynced([aNotSyncedPerson()]));
    await auditCalls('runs').at(-1)?.reject('Task timed out after 10.00 seconds');
    expect(page.panel().maybeFind(BarChart)).toBeNull();
    expect(page.findRow('ada@example.com')).toBeDefined();

    page.press('Try again');
    await answerView('runs', someRuns());

    expect(page.panel().maybeFind(BarChart)).not.toBeNull();
  });

  it.each([
    ['an answer to another question', someNotSynced([])],
    ['an answer without runs', { ok: true, view: 'runs' }],
  ])('takes %s for one that it cannot read', async (_what, answer) => {
    const page = await openAuditLog();

    await answerView('runs', answer as AuditLogAnswer);

    expect(page.alerts()).toContain('The Zoom app was updated');
    expect(page.rowsOf('webinars')).toHaveLength(1);
  });

  it('lets the table wait for changes until it is closed', async () => {
    const page = await openAuditLog();
    act(() => page.panel().find(LoadingButton, { testId: 'panel-sync-now' }).trigger('onClick'));
    await newestCall(functions, 'sync_webinar').answer(theLastStep());
    expect(auditCalls('runs')).toHaveLength(2);
    expect(parametersOf(functions, 'list_webinars')).toHaveLength(1);

    act(() => page.panel().find(Panel).trigger('onClose'));

    expect(parametersOf(functions, 'list_webinars')).toHaveLength(2);
  });
});

describe('B18: people not synced', () => {
  const people = [
    aNotSyncedPerson({ reason: 'excluded-domain', detail: 'example.com' }),
    aNotSyncedPerson({ address: null, name: 'Guest', reason: 'guest-without-address' }),
  ];

  async function openPeople(answer = someNotSynced(people), options = {}) {
    const page = await openAuditLog(options);
    await answerView('runs', someRuns(aReport({ skipped: { 'excluded-domain': 1, 'guest-without-address': 4 } })));
    await answerView('people', answer);
    return page;
  }

  it('are listed with their reasons', async () => {
    const page = await openPeople();

    expect(
      page
        .findRow('ada@example.com')
        .findAll(Text)
        .map(({ text }) => text),
    ).toEqual(['Email address of an excluded domain', 'example.com']);
    expect(
      page
        .findRow('No email address')
        .findAll(Text)
        .map(({ text }) => text),
    ).toEqual(['Joined as a guest, Zoom gives no email address', 'Guests without an email address cannot be synced.']);
  });

  it('can be searched, and filtered by reasons with counts', async () => {
    const page = await openPeople();
    const reason = () => page.find(Select, { name: 'not-synced-reason' });
    expect(reason().props.options.map(({ label }) => label)).toEqual([
      'Every reason',
      'Joined as a guest, Zoom gives no email address (4)',
      'Email address of an excluded domain (1)',
    ]);

    act(() => page.find(SearchInput, { name: 'not-synced-search' }).trigger('onInput', 'ada' as never));
    await stopTyping();
    act(() => reason().trigger('onChange', 'excluded-domain' as never));

    expect(auditCalls('people').at(-1)?.parameters).toMatchObject({ query: 'ada', reason: 'excluded-domain' });
    await answerView('people', someNotSynced([], { skippedCount: 5 }));
    expect(panelTexts(page)).toContain('Nobody matches. Try another search or another reason.');
  });

  it('say when there are more than the list holds', async () => {
    const page = await openPeople(someNotSynced(people, { totalCount: 2000, skippedCount: 3500 }));

    expect(panelTexts(page)).toContain(
      'The list holds 2,000 of 3,500 people: a webinar with very many people not synced keeps only the first ones.',
    );
  });

  it('are nobody when everybody was synced', async () => {
    const page = await openPeople(someNotSynced([]));

    expect(page.panel().find(EmptyState).props.title).toBe('Nobody is missing');
  });

  it.each([
    ['failed', aReport({ status: 'failed', failure: aFailure().failure })],
    ['is not one that looks at people', aReport({ status: 'off' })],
  ])('are not known when the newest sync %s', async (_how, report) => {
    const page = await openAuditLog();
    await answerView('runs', someRuns(report));
    await answerView('people', someNotSynced([]));

    expect(panelTexts(page)).toContain('Who is missing is known once a sync has looked at the people.');
  });

  it('are copied as CSV in the words of the user', async () => {
    const page = await openPeople();
    act(() => page.find(LoadingButton, { testId: 'copy-csv' }).trigger('onClick'));
    expect(auditCalls('csv').at(-1)?.parameters).toMatchObject({
      view: 'csv',
      csvWords: {
        header: ['Email address', 'Name', 'Reason', 'Detail'],
        reasons: { denied: 'Registration was denied in Zoom' },
      },
    });

    await answerView('csv', {
      ok: true,
      webinarId: '81234567890',
      connection: 'main',
      view: 'csv',
      fileName: 'people.csv',
      csv: 'Email address,Name',
      personCount: 2,
    });

    expect(page.mocks.actions.copyTextToClipboard.calls).toEqual([['Email address,Name']]);
    expect(page.mocks.actions.addAlert.calls.at(-1)?.[0]).toEqual({
      type: 'success',
      title: 'Copied',
      message: '2 people are on the clipboard. Paste the text into a spreadsheet, or save it as people.csv.',
    });
  });

  it('are not said to be copied when the browser or the function refused', async () => {
    captureLog();
    const page = await openPeople();
    page.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('not allowed')));
    const lastAlert = () => page.mocks.actions.addAlert.calls.at(-1)?.[0].title;
    const copy = () => act(() => page.find(LoadingButton, { testId: 'copy-csv' }).trigger('onClick'));

    copy();
    await answerView('csv', {
      ok: true,
      webinarId: '81234567890',
      connection: 'main',
      view: 'csv',
      fileName: 'people.csv',
      csv: '',
      personCount: 2,
    });
    expect(lastAlert()).toBe('The list was not copied');
    copy();
    await auditCalls('csv').at(-1)?.reject('Task timed out after 10.00 seconds');

    expect(lastAlert()).toBe('No answer from the Zoom app');
    expect(page.find(LoadingButton, { testId: 'copy-csv' }).props.loading).toBe(false);
  });

  describe('B19: somebody is synced again', () => {
    const again = (page: Page) => page.findRow('ada@example.com').find(LoadingButton);
    const tag = (page: Page) => page.findRow('ada@example.com').find(StatusTag).text;
    const person = { address: 'ada@example.com', name: 'Ada', properties: [], entries: [] } as const;
    const aPersonReport = (overrides: Parameters<typeof aReport>[0]) =>
      aReport({ trigger: 'person', eligible: 1, synced: 1, unchanged: 0, skipped: {}, ...overrides });

    it('step by step, and stays in the list with what came of it', async () => {
      const page = await openPeople();

      act(() => again(page).trigger('onClick'));
      expect(again(page).props.loading).toBe(true);
      await newestCall(functions, 'sync_person').answer(aStep({ runId: 'run-5' }));
      await newestCall(functions, 'sync_person').answer(
        theLastStep(aPersonReport({ people: [{ ...person, outcome: 'create', reason: null }] })),
      );

      expect(parametersOf(functions, 'sync_person')).toEqual([
        { webinarId: '81234567890', connection: 'main', address: 'ada@example.com' },
        { webinarId: '81234567890', connection: 'main', address: 'ada@example.com', runId: 'run-5' },
      ]);
      expect(tag(page)).toBe('Synced');
    });

    it('and is told why that did not help', async () => {
      const page = await openPeople();
      act(() => again(page).trigger('onClick'));

      await newestCall(functions, 'sync_person').answer(
        theLastStep(aPersonReport({ synced: 0, people: [{ ...person, outcome: 'skip', reason: 'deleted-contact' }] })),
      );

      expect(tag(page)).toBe('Still not synced');
      expect(
        page
          .findRow('ada@example.com')
          .findAll(Text)
          .map(({ text }) => text),
      ).toContain('Contact was deleted in HubSpot');
      expect(again(page).props.loading).toBe(false);
    });

    it('and may try once more after a failure', async () => {
      captureLog();
      const page = await openPeople();
      act(() => again(page).trigger('onClick'));

      await newestCall(functions, 'sync_person').answer(
        aFailure({ kind: 'not-found', reason: { cause: 'person-not-listed', webinarId: '81234567890' } }),
      );
      expect(page.findRow('ada@example.com').maybeFind(StatusTag)).not.toBeNull();
      act(() => again(page).trigger('onClick'));

      expect(parametersOf(functions, 'sync_person')).toHaveLength(2);
    });

    it('not by somebody who may not write', async () => {
      const page = await openPeople(someNotSynced(people), { canWrite: false });

      expect(again(page).props.disabled).toBe(true);
    });

    it('and the table of webinars knows it when the panel is closed', async () => {
      const page = await openPeople();
      act(() => again(page).trigger('onClick'));
      await newestCall(functions, 'sync_person').answer(theLastStep(aPersonReport({})));
      expect(parametersOf(functions, 'list_webinars')).toHaveLength(1);

      act(() => page.panel().find(Panel).trigger('onClose'));

      expect(parametersOf(functions, 'list_webinars')).toHaveLength(2);
    });
  });
});
