import {
  Accordion,
  Alert,
  Button,
  EmptyState,
  Heading,
  Link,
  LoadingSpinner,
  ProgressBar,
  StatisticsItem,
  StatusTag,
  Tooltip,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContactCard } from '../../src/app/extensions/contact-card/ContactCard.tsx';
import { aContactWebinar, aFailure, anUpcomingSession, aSession, someContactWebinars } from './support/builders.ts';
import { renderCard } from './support/card-stage.tsx';
import { captureLog, doubleFunctions, type FunctionsDouble } from './support/functions-double.ts';

let functions: FunctionsDouble;

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  functions = doubleFunctions();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const personalLink = 'https://zoom.example/j/81234567890?tk=personal';
const anUpcomingWebinar = (overrides: Parameters<typeof aContactWebinar>[0] = {}) =>
  aContactWebinar({ sessions: [anUpcomingSession()], joinUrl: personalLink, ...overrides });

describe('while it loads', () => {
  it('says so, and asks once for the contact of the record', () => {
    const card = renderCard(4242);

    expect(card.find(LoadingSpinner).props.label).toBe('Loading webinars');
    expect(functions.calls.map(({ name, parameters }) => ({ name, parameters }))).toEqual([
      { name: 'get_contact_webinars', parameters: { contactId: 4242 } },
    ]);
  });
});

describe('once it is loaded', () => {
  it('needs no other call to be complete', async () => {
    renderCard();

    await functions.lastOf(1).answer(someContactWebinars());

    expect(functions.calls).toHaveLength(1);
  });

  it('sums up registrations, attendance, the average and the last date', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(someContactWebinars());

    expect(card.findAll(StatisticsItem).map(({ props }) => [props.label, props.number])).toEqual([
      ['Registered', '3'],
      ['Attended', '2'],
    ]);
    expect(card.find(ProgressBar).props).toMatchObject({
      title: 'Average attendance',
      value: 81,
      maxValue: 100,
      valueDescription: 'Over 2 attended dates',
    });
    expect(card.find(Link).text).toBe('3 Nov 2026');
  });

  it('shows date, status, minutes and percentage of each date of a webinar', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(
      someContactWebinars({
        summary: { averagePercentage: null, lastAttendedAt: null },
        webinars: [
          aContactWebinar({
            topic: 'Office hours',
            sessions: [
              aSession({ key: 'second', startedAt: '2026-11-10T23:30:00Z', percentage: 99.7, attendedSeconds: 3590 }),
              aSession({ key: 'first', state: 'no-show', attendedSeconds: null, percentage: null }),
            ],
          }),
        ],
      }),
    );

    expect(card.texts().slice(0, 2)).toEqual(['Office hours', 'Series of 2 dates, 1 attended']);
    expect(card.findAll(Link).map((link) => link.text)).toEqual(['11 Nov 2026, 00:30', '3 Nov 2026, 15:00']);
    expect(card.findAll(StatusTag).map((tag) => tag.text)).toEqual(['Attended', 'Did not attend']);
    expect(card.findAll(ProgressBar).map(({ props }) => props)).toEqual([
      {
        value: 99,
        maxValue: 100,
        showPercentage: true,
        valueDescription: '60 of 60 min',
        'aria-label': 'Attended 99% of the webinar',
      },
    ]);
  });

  it('names the time zone of a date to whoever points at it', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(someContactWebinars({ summary: { lastAttendedAt: null } }));

    expect(card.find(Link).props.overlay?.find(Tooltip).text).toContain('15:00:00 CET (Europe/Berlin)');
  });

  it('separates webinars to come from those that are over', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(
      someContactWebinars({
        webinars: [aContactWebinar({ webinarId: '1' }), anUpcomingWebinar({ webinarId: '2', topic: 'Coming soon' })],
      }),
    );

    expect(card.findAll(Heading).map(({ text }) => text)).toEqual(['Upcoming', 'Past']);
    expect(card.texts()[0]).toBe('Coming soon');
  });

  it('shows the first five webinars, and all of them on request', async () => {
    const card = renderCard();
    const webinars = Array.from({ length: 7 }, (_, index) =>
      aContactWebinar({ webinarId: String(index), topic: `Topic ${index}` }),
    );
    const topics = () => card.texts().filter((text) => text?.startsWith('Topic'));

    await functions.lastOf(1).answer(someContactWebinars({ webinars }));
    expect(topics()).toEqual(['Topic 0', 'Topic 1', 'Topic 2', 'Topic 3', 'Topic 4']);
    card.button('Show all 7 webinars').trigger('onClick');

    expect(topics()).toHaveLength(7);
    expect(card.buttons()).toEqual(['Register for a webinar', 'Sync again']);
  });

  it('shows the first three dates of a series, and all of them on request', async () => {
    const card = renderCard();
    const sessions = Array.from({ length: 5 }, (_, index) => anUpcomingSession({ key: String(index) }));

    await functions.lastOf(1).answer(someContactWebinars({ webinars: [aContactWebinar({ sessions })] }));
    expect(card.findAll(StatusTag)).toHaveLength(3);
    card.button('Show all 5 dates').trigger('onClick');

    expect(card.findAll(StatusTag)).toHaveLength(5);
  });
});

describe('the details of a webinar', () => {
  it('wait until they are wanted, and then say when the contact came and went', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(
      someContactWebinars({
        webinars: [aContactWebinar({ sessions: [aSession({ recordingUrl: 'https://zoom.example/rec/1' })] })],
      }),
    );
    const details = card.find(Accordion);

    expect(details.props).toMatchObject({ title: 'Details' });
    expect(details.props.defaultOpen).toBeUndefined();
    expect(details.findAll(Link).map(({ props }) => props.href)).toEqual([
      { url: 'https://zoom.example/rec/1', external: true },
    ]);
    expect(card.texts()).toEqual(expect.arrayContaining(['15:05 to 15:50', '20 Oct 2026, 10:00']));
  });

  it('open and copy the personal link of a webinar to come', async () => {
    const card = renderCard();
    await functions.lastOf(1).answer(someContactWebinars({ webinars: [anUpcomingWebinar()] }));

    expect(card.find(Accordion).find(Link).props.href).toEqual({ url: personalLink, external: true });
    await act(async () => card.button('Copy join link').trigger('onClick'));

    expect(card.mocks.actions.copyTextToClipboard.calls).toEqual([[personalLink]]);
    expect(card.find(Accordion).find(Button).text).toBe('Copied');
  });

  it('show the link when the browser does not let it be copied', async () => {
    const card = renderCard();
    card.mocks.actions.copyTextToClipboard.willCall(() => Promise.reject(new Error('NotAllowedError')));
    await functions.lastOf(1).answer(someContactWebinars({ webinars: [anUpcomingWebinar()] }));

    await act(async () => card.button('Copy join link').trigger('onClick'));

    expect(card.texts()).toContain(`The link could not be copied. Select and copy it here: ${personalLink}`);
  });
});

describe('for a contact without webinars', () => {
  it('explains what will show up here, and offers to register', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(someContactWebinars({ webinars: [] }));

    expect(card.find(EmptyState).props.title).toBe('No Zoom webinars yet');
    expect(card.maybeFind(StatisticsItem)).toBeNull();
    expect(card.maybeFind(LoadingSpinner)).toBeNull();
    expect(card.buttons()).toEqual(['Register for a webinar']);
  });
});

describe('when a Zoom account is not connected any more', () => {
  it('says that its webinars are as old as the last sync, and does not offer to sync them', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(someContactWebinars({ webinars: [aContactWebinar({ connection: null })] }));

    expect(card.texts()).toContain(
      'The Zoom account of this webinar is not connected any more. What you see is from the last sync.',
    );
    expect(card.buttons()).toEqual(['Register for a webinar']);
  });
});

describe('when the webinars could not be read', () => {
  it('says what to do and which number to quote', async () => {
    const log = captureLog();
    const card = renderCard();

    await functions.lastOf(1).answer(aFailure({ correlationId: 'ref-4711' }));

    expect(card.find(Alert).props).toMatchObject({ title: 'Something went wrong in the app', variant: 'danger' });
    expect(card.texts()).toEqual([expect.stringContaining('Try again.'), 'Reference number: ref-4711']);
    expect(log).toEqual([
      {
        msg: 'call.failed',
        functionName: 'get_contact_webinars',
        kind: 'failure',
        operation: 'read the webinars of a contact',
        cause: 'internal',
        correlationId: 'ref-4711',
      },
    ]);
  });

  it('shows no number when there is none', async () => {
    captureLog();
    const card = renderCard();

    await functions.lastOf(1).answer(aFailure({ correlationId: null }));

    expect(card.texts()).toHaveLength(1);
  });

  it('still offers to register', async () => {
    captureLog();
    const card = renderCard();

    await functions.lastOf(1).reject('Task timed out');

    expect(card.buttons()).toContain('Register for a webinar');
  });

  it('loads again on request', async () => {
    captureLog();
    const card = renderCard();
    await functions.lastOf(1).reject('Task timed out');
    expect(card.alerts()).toEqual(['No answer from the Zoom app']);

    card.button('Try again').trigger('onClick');
    expect(card.maybeFind(LoadingSpinner)).not.toBeNull();
    await functions.lastOf(2).answer(someContactWebinars());

    expect(card.find(StatusTag).text).toBe('Attended');
    expect(card.maybeFind(Alert)).toBeNull();
  });
});

describe('an answer of another version', () => {
  it.each([
    ['without webinars', { ok: true }],
    [
      'with a date that is none',
      someContactWebinars({ webinars: [aContactWebinar({ sessions: [aSession({ startedAt: '?' })] })] }),
    ],
  ])('is not shown, and what can be done stays: %s', async (_, answer) => {
    captureLog();
    const card = renderCard();

    await functions.lastOf(1).answer(answer);

    expect(card.alerts()).toEqual(['The Zoom app was updated']);
    expect(card.buttons()).toEqual(['Try again', 'Register for a webinar']);
  });
});

describe('answers that come late', () => {
  it('are dropped when another contact is shown by then', async () => {
    const card = renderCard(1);
    card.mocks.context.crm.objectId = 2;
    card.show(<ContactCard />);

    await functions.lastOf(2).answer(someContactWebinars({ webinars: [aContactWebinar({ topic: 'Of contact 2' })] }));
    await functions.calls[0]?.answer(someContactWebinars({ webinars: [aContactWebinar({ topic: 'Of contact 1' })] }));

    expect(functions.calls.map(({ parameters }) => parameters)).toEqual([{ contactId: 1 }, { contactId: 2 }]);
    expect(card.texts()).toContain('Of contact 2');
    expect(card.texts()).not.toContain('Of contact 1');
  });
});
