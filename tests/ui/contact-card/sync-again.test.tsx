import { ProgressBar } from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aContactWebinar,
  aFailure,
  aPersonReport,
  anUpcomingSession,
  aReport,
  aStep,
  someContactWebinars,
  theLastStep,
} from '../support/builders.ts';
import { renderCard } from '../support/card-stage.tsx';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';

let functions: FunctionsDouble;

beforeEach(() => {
  functions = doubleFunctions();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const changed = theLastStep(aPersonReport({ contactsUpdated: 1 }));
const unchanged = theLastStep(aPersonReport({ contactsUpdated: 0 }));

async function renderSyncing() {
  const card = renderCard();
  await functions.lastOf(1).answer(
    someContactWebinars({
      webinars: [
        aContactWebinar({ webinarId: 'past', topic: 'Past webinar' }),
        aContactWebinar({ webinarId: 'gone', topic: 'Disconnected', connection: null }),
        aContactWebinar({
          webinarId: 'next',
          topic: 'Next webinar',
          connection: 'emea',
          sessions: [anUpcomingSession()],
        }),
      ],
    }),
  );
  card.button('Sync again').trigger('onClick');
  const bar = () => card.findAll(ProgressBar).find(({ props }) => props.title?.startsWith('Syncing'))?.props;
  return { ...card, bar };
}

describe('sync again', () => {
  it('syncs the contact of each webinar whose account is connected, one after the other', async () => {
    const card = await renderSyncing();

    expect(functions.lastOf(2)).toMatchObject({
      name: 'sync_person',
      parameters: { webinarId: 'next', connection: 'emea', contactId: 77 },
    });
    expect(card.bar()).toMatchObject({ title: 'Syncing webinar 1 of 2', value: 0, maxValue: 2 });
    await functions.lastOf(2).answer(aStep({ runId: 'run-1' }));
    expect(card.bar()).toMatchObject({ valueDescription: 'Next webinar: Writing to HubSpot' });
    expect(functions.lastOf(3).parameters).toMatchObject({ webinarId: 'next', runId: 'run-1' });
    await functions.lastOf(3).answer(changed);

    expect(functions.lastOf(4).parameters).toEqual({ webinarId: 'past', connection: 'main', contactId: 77 });
    expect(card.bar()).toMatchObject({ title: 'Syncing webinar 2 of 2', value: 1 });
    await functions.lastOf(4).answer(unchanged);

    expect(card.alerts()).toEqual(['This contact is up to date']);
    expect(card.texts()).toContain('1 webinar changed, 1 unchanged.');
  });

  it('shows the contact as it is afterwards, and lets it be synced again', async () => {
    const card = await renderSyncing();
    await functions.lastOf(2).answer(changed);
    await functions.lastOf(3).answer(changed);

    expect(functions.lastOf(4).name).toBe('get_contact_webinars');
    expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
    await functions
      .lastOf(4)
      .answer(someContactWebinars({ webinars: [aContactWebinar({ topic: 'As it is afterwards' })] }));

    expect(card.texts()).toContain('As it is afterwards');
    expect(card.buttons()).toContain('Sync again');
  });

  it('is not started twice', async () => {
    const card = renderCard();
    await functions.lastOf(1).answer(someContactWebinars());
    const button = card.button('Sync again');

    button.trigger('onClick');
    button.trigger('onClick');

    expect(functions.calls).toHaveLength(2);
    expect(card.buttons()).not.toContain('Sync again');
  });

  it('says which webinars could not be synced and why', async () => {
    captureLog();
    const card = await renderSyncing();

    await functions.lastOf(2).answer(aFailure({ correlationId: 'ref-3' }));
    await functions.lastOf(3).answer(theLastStep(aReport({ synced: 0, unchanged: 0, skipped: { 'account-user': 1 } })));

    expect(card.alerts()).toEqual(['2 webinars could not be synced']);
    expect(card.texts()).toEqual(
      expect.arrayContaining([
        'Not synced: Something went wrong in the app.',
        'Reference number: ref-3',
        'Not synced: User of this HubSpot account.',
      ]),
    );
  });

  it('does not ask for every webinar what a contact without an address cannot have', async () => {
    captureLog();
    const card = await renderSyncing();

    await functions.lastOf(2).answer(aFailure({ reason: { cause: 'contact-without-address', contactId: '77' } }));

    expect(functions.calls.filter(({ name }) => name === 'sync_person')).toHaveLength(1);
    expect(card.texts()).toEqual(
      expect.arrayContaining(['Not synced: This contact has no email address.', '1 webinar was not synced.']),
    );
  });

  it('waits as long as a step asks for, and says so', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const card = await renderSyncing();

    await functions.lastOf(2).answer(aStep({ retryAfterSeconds: 30 }));
    expect(card.texts()).toContain('Continues in 30 seconds. Keep this page open.');
    await act(() => vi.advanceTimersByTimeAsync(29_999));
    expect(functions.calls).toHaveLength(2);
    await act(() => vi.advanceTimersByTimeAsync(1));

    expect(functions.calls).toHaveLength(3);
  });

  it('can be stopped, and says what is left', async () => {
    const card = await renderSyncing();
    await functions.lastOf(2).answer(changed);

    card.button('Stop').trigger('onClick');
    await functions.calls[2]?.answer(aStep());

    expect(card.alerts()).toEqual(['The sync was stopped']);
    expect(card.texts()).toContain('1 webinar was not synced.');
    expect(functions.lastOf(4).name).toBe('get_contact_webinars');
  });

  it('ends when another contact is shown', async () => {
    const card = await renderSyncing();

    card.show(null);
    await functions.lastOf(2).answer(aStep());

    expect(functions.calls).toHaveLength(2);
  });

  it('keeps what is on the card when it cannot be read again', async () => {
    captureLog();
    const card = await renderSyncing();
    await functions.lastOf(2).answer(changed);
    await functions.lastOf(3).answer(changed);

    await functions.lastOf(4).reject('Task timed out');

    expect(card.alerts()).toEqual(['No answer from the Zoom app', 'This contact is up to date']);
    expect(card.texts()).toEqual(expect.arrayContaining(['The webinars below may be out of date.', 'Next webinar']));
  });
});
