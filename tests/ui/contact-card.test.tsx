import {
  Alert,
  Button,
  EmptyState,
  LoadingSpinner,
  ProgressBar,
  StatisticsItem,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContactCard } from '../../src/app/extensions/contact-card/ContactCard.tsx';
import { aContactWebinar, aFailure, aSession, someContactWebinars } from './support/builders.ts';
import { createStage } from './support/stage.tsx';
import { captureLog, doubleFunctions, type FunctionsDouble } from './support/functions-double.ts';

let functions: FunctionsDouble;

beforeEach(() => {
  functions = doubleFunctions();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function renderCard(contactId = 77) {
  const renderer = createRenderer('crm.record.sidebar');
  renderer.mocks.context.crm.objectId = contactId;
  renderer.mocks.context.user.locale = 'en-GB';
  renderer.mocks.context.portal.timezone = 'Europe/Berlin';
  const { stage, show } = createStage(<ContactCard />);
  act(() => {
    renderer.render(stage);
  });
  return { ...renderer, show, texts: () => renderer.findAll(Text).map((text) => text.text) };
}

describe('while it loads', () => {
  it('says so, and asks once for the contact of the record', () => {
    const card = renderCard(4242);

    expect(card.find(LoadingSpinner).props.label).toBe('Loading webinars');
    expect(functions.calls.map(({ name, parameters }) => ({ name, parameters }))).toEqual([
      { name: 'get_contact_webinars', parameters: { contactId: 4242 } },
    ]);
  });
});

describe('for a contact without webinars', () => {
  it('explains what will show up here', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(someContactWebinars({ webinars: [] }));

    expect(card.find(EmptyState).props.title).toBe('No Zoom webinars yet');
    expect(card.maybeFind(StatisticsItem)).toBeNull();
    expect(card.maybeFind(LoadingSpinner)).toBeNull();
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

  it('loads again on request', async () => {
    captureLog();
    const card = renderCard();
    await functions.lastOf(1).reject('Task timed out');
    expect(card.find(Alert).props.title).toBe('No answer from the Zoom app');

    card.find(Button).trigger('onClick');
    expect(card.maybeFind(LoadingSpinner)).not.toBeNull();
    await functions.lastOf(2).answer(someContactWebinars());

    expect(card.find(StatusTag).text).toBe('Attended');
    expect(card.maybeFind(Alert)).toBeNull();
  });
});

describe('once it is loaded', () => {
  it('sums up registrations, attendance and the average', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(someContactWebinars());

    expect(card.findAll(StatisticsItem).map(({ props }) => [props.label, props.number])).toEqual([
      ['Registered', '3'],
      ['Attended', '2'],
      ['Average attendance', '81%'],
    ]);
    expect(card.texts()).toContain('Last attended on 3 Nov 2026');
  });

  it('shows date, status, minutes and percentage of each date of a webinar', async () => {
    const card = renderCard();

    await functions.lastOf(1).answer(
      someContactWebinars({
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

    expect(card.texts()).toEqual(['Last attended on 3 Nov 2026', 'Office hours', '11 Nov 2026', '3 Nov 2026']);
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

  it('shows the newest five webinars first, and all of them on request', async () => {
    const card = renderCard();
    const webinars = Array.from({ length: 7 }, (_, index) =>
      aContactWebinar({ webinarId: String(index), topic: `Topic ${index}`, sessions: [] }),
    );
    const topics = () => card.texts().filter((text) => text?.startsWith('Topic'));

    await functions.lastOf(1).answer(someContactWebinars({ webinars }));
    expect(topics()).toEqual(['Topic 0', 'Topic 1', 'Topic 2', 'Topic 3', 'Topic 4']);
    expect(card.find(Button).text).toBe('Show all 7 webinars');
    card.find(Button).trigger('onClick');

    expect(topics()).toHaveLength(7);
    expect(card.maybeFind(Button)).toBeNull();
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
