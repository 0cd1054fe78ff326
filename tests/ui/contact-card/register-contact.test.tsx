import {
  Accordion,
  EmptyState,
  Form,
  Input,
  Link,
  LoadingSpinner,
  MultiSelect,
  SearchInput,
  Select,
  StatusTag,
  TextArea,
} from '@hubspot/ui-extensions';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aContactWebinar,
  aFailure,
  anUpcomingSession,
  aQuestion,
  aRegistration,
  aRegistrationForm,
  aReport,
  aStep,
  someContactWebinars,
  theLastStep,
} from '../support/builders.ts';
import { renderCard } from '../support/card-stage.tsx';
import { captureLog, doubleFunctions, type FunctionsDouble } from '../support/functions-double.ts';
import { aWebinarRow, someWebinars } from '../support/home-builders.ts';

let functions: FunctionsDouble;

beforeEach(() => {
  vi.stubEnv('TZ', 'UTC');
  functions = doubleFunctions();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const callsOf = (name: string) => functions.calls.filter((call) => call.name === name);
const lastOf = (name: string) => {
  const last = callsOf(name).at(-1);
  if (last === undefined) throw new Error(`Nobody has called ${name}.`);
  return last;
};

async function renderOpenPanel(webinars = someContactWebinars({ webinars: [] })) {
  const card = renderCard();
  await lastOf('get_contact_webinars').answer(webinars);
  card.inPanel.open();
  return card;
}

async function renderChoices() {
  const card = await renderOpenPanel();
  await lastOf('list_webinars').answer(someWebinars({ webinars: [aWebinarRow()] }));
  return card;
}

/** The form of a webinar that was chosen. */
async function renderForm(form = aRegistrationForm()) {
  const card = await renderChoices();
  card.inPanel.button('Getting started').trigger('onClick');
  await lastOf('get_registration_form').answer(form);
  const submit = () => card.inPanel.panel().find(Form).trigger('onSubmit');
  const field = (label: string) => {
    const fields = [Input, TextArea].flatMap((type) => card.inPanel.panel().findAll(type));
    const found = fields.find(({ props }) => props.label === label);
    if (found === undefined) throw new Error(`There is no field “${label}”.`);
    return found;
  };
  const type = (label: string, text: string) => field(label).trigger('onInput', text as never);
  return { ...card, submit, field, type };
}

async function renderSubmitted(form = aRegistrationForm()) {
  const card = await renderForm(form);
  card.submit();
  return card;
}

describe('the panel', () => {
  it('reads nothing before it is open', async () => {
    renderCard();
    await lastOf('get_contact_webinars').answer(someContactWebinars());

    expect(functions.calls).toHaveLength(1);
  });

  it('shows the webinars to come, next one first, with those that the contact is registered for marked', async () => {
    const card = await renderOpenPanel(
      someContactWebinars({ webinars: [aContactWebinar({ webinarId: '1', sessions: [anUpcomingSession()] })] }),
    );
    expect(card.inPanel.panel().find(LoadingSpinner).props.label).toBe('Looking for webinars');

    await lastOf('list_webinars').answer(
      someWebinars({
        webinars: [
          aWebinarRow({ webinarId: '1', topic: 'First', connection: 'main' }),
          aWebinarRow({ webinarId: '2', topic: 'Second', connection: 'emea' }),
        ],
      }),
    );

    expect(lastOf('list_webinars').parameters).toEqual({
      when: 'upcoming',
      sort: 'startsAt',
      direction: 'ascending',
      limit: 20,
    });
    expect(card.inPanel.buttons()).toEqual(['First', 'Second']);
    expect(card.inPanel.texts()).toEqual(expect.arrayContaining(['Zoom account: main', 'Zoom account: emea']));
    expect(card.inPanel.texts()).toContain('All times are in the time zone UTC.');
    expect(
      card.inPanel
        .panel()
        .findAll(StatusTag)
        .map(({ text }) => text),
    ).toEqual(['Registered already']);
  });

  it('searches when somebody stops typing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const card = await renderChoices();

    card.inPanel
      .panel()
      .find(SearchInput)
      .trigger('onInput', 'tar' as never);
    card.inPanel
      .panel()
      .find(SearchInput)
      .trigger('onInput', ' tariffs ' as never);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(callsOf('list_webinars')).toHaveLength(2);
    expect(lastOf('list_webinars').parameters).toMatchObject({ when: 'upcoming', query: 'tariffs' });
    await lastOf('list_webinars').answer(someWebinars({ webinars: [] }));

    expect(card.inPanel.panel().find(EmptyState).props.title).toBe('No upcoming webinar matches your search');
  });

  it('says so when there is no webinar to come', async () => {
    const card = await renderOpenPanel();

    await lastOf('list_webinars').answer(someWebinars({ webinars: [] }));

    expect(card.inPanel.panel().find(EmptyState).props.title).toBe('No upcoming webinars');
  });

  it('shows more webinars on request, after those that are there', async () => {
    const card = await renderOpenPanel();
    await lastOf('list_webinars').answer(someWebinars({ webinars: [aWebinarRow({ topic: 'First' })], after: '20' }));

    card.inPanel.button('Show more webinars').trigger('onClick');
    expect(lastOf('list_webinars').parameters).toMatchObject({ after: '20' });
    await lastOf('list_webinars').answer(someWebinars({ webinars: [aWebinarRow({ topic: 'Second' })], after: null }));

    expect(card.inPanel.buttons()).toEqual(['First', 'Second']);
  });

  it('says what to do when the webinars cannot be read, and tries again', async () => {
    captureLog();
    const card = await renderOpenPanel();

    await lastOf('list_webinars').reject('Task timed out');
    expect(card.inPanel.alerts()).toEqual(['No answer from the Zoom app']);
    card.inPanel.button('Try again').trigger('onClick');
    await lastOf('list_webinars').answer(someWebinars({ webinars: [aWebinarRow()] }));

    expect(card.inPanel.buttons()).toEqual(['Getting started']);
  });

  it('does not break over a list of another version', async () => {
    captureLog();
    const card = await renderOpenPanel();

    await lastOf('list_webinars').answer({ ok: true });

    expect(card.inPanel.alerts()).toEqual(['The Zoom app was updated']);
  });

  it('begins anew when it is opened again', async () => {
    const card = await renderForm();

    card.inPanel.close();
    card.inPanel.open();

    expect(card.inPanel.panel().maybeFind(SearchInput)).not.toBeNull();
  });
});

describe('the form', () => {
  it('is that of the chosen webinar', async () => {
    const card = await renderChoices();

    card.inPanel.button('Getting started').trigger('onClick');
    expect(lastOf('get_registration_form').parameters).toEqual({ webinarId: '81234567890', connection: 'main' });
    expect(card.inPanel.panel().find(LoadingSpinner).props.label).toBe('Loading the registration form');
    await lastOf('get_registration_form').answer(aRegistrationForm());

    expect(card.inPanel.texts()).toEqual([
      'Getting started',
      '12 Jan 2027, 10:00',
      'Zoom gets the name and email address of this contact from HubSpot.',
    ]);
  });

  it('asks each question in its own way, optional ones apart', async () => {
    const card = await renderForm(
      aRegistrationForm({
        questions: [
          aQuestion({ name: 'org' }),
          aQuestion({ name: 'Budget?', kind: 'custom', answer: 'choice', options: ['Yes', 'No'] }),
          aQuestion({ name: 'Topics?', kind: 'custom', answer: 'choices', options: ['A', 'B'], isRequired: false }),
          aQuestion({ name: 'comments', isRequired: false }),
        ],
      }),
    );
    const panel = card.inPanel.panel();

    expect(panel.find(Input).props).toMatchObject({ label: 'Organization', required: true, error: false });
    expect(panel.find(Select).props).toMatchObject({ label: 'Budget?', required: true });
    const optional = panel.find(Accordion);
    expect(optional.find(MultiSelect).props).toMatchObject({ label: 'Topics?', required: false });
    expect(optional.find(TextArea).props).toMatchObject({ label: 'Questions and comments' });
  });

  it('says what is missing and sends nothing until it is there', async () => {
    const card = await renderForm(
      aRegistrationForm({
        questions: [aQuestion({ name: 'org' })],
        occurrences: [
          { occurrenceId: 'o-1', startsAt: '2027-01-12T10:00:00Z', lengthMinutes: 60 },
          { occurrenceId: 'o-2', startsAt: '2027-01-19T10:00:00Z', lengthMinutes: 60 },
        ],
      }),
    );

    card.submit();
    expect(callsOf('register_contact')).toEqual([]);
    expect(card.inPanel.panel().find(Select).props).toMatchObject({ error: true, validationMessage: 'Choose a date.' });
    expect(card.field('Organization').props.validationMessage).toBe('This question needs an answer.');
    card.type('Organization', 'ACME');
    card.inPanel
      .panel()
      .find(Select)
      .trigger('onChange', 'o-2' as never);
    expect(card.field('Organization').props.error).toBe(false);
    card.submit();

    expect(lastOf('register_contact').parameters).toEqual({
      contactId: 77,
      webinarId: '81234567890',
      connection: 'main',
      occurrenceId: 'o-2',
      answers: { org: 'ACME' },
    });
  });

  it('is replaced by an explanation where nobody can be registered', async () => {
    const card = await renderForm(aRegistrationForm({ obstacle: 'zoom-event' }));

    expect(card.inPanel.alerts()).toEqual(['This webinar belongs to a Zoom Event']);
    expect(card.inPanel.panel().maybeFind(Form)).toBeNull();
    card.inPanel.button('Choose another webinar').trigger('onClick');
    expect(card.inPanel.panel().maybeFind(SearchInput)).not.toBeNull();
  });

  it('says what to do when it cannot be read, and tries again', async () => {
    captureLog();
    const card = await renderChoices();
    card.inPanel.button('Getting started').trigger('onClick');

    await lastOf('get_registration_form').answer(
      aFailure({ system: 'zoom', reason: { cause: 'vendor-unavailable' }, correlationId: 'zoom-1' }),
    );
    expect(card.inPanel.alerts()).toEqual(['Zoom cannot be reached right now']);
    expect(card.inPanel.texts()).toContain('Reference number: zoom-1');
    card.inPanel.button('Try again').trigger('onClick');
    await lastOf('get_registration_form').answer(aRegistrationForm());

    expect(card.inPanel.panel().maybeFind(Form)).not.toBeNull();
  });

  it('does not break over a form of another version', async () => {
    captureLog();
    const card = await renderForm({ ...aRegistrationForm(), questions: undefined } as never);

    expect(card.inPanel.alerts()).toEqual(['The Zoom app was updated']);
  });
});

describe('registering', () => {
  it('is sent once, however often it is submitted', async () => {
    const card = await renderForm();

    card.submit();
    card.submit();

    expect(callsOf('register_contact')).toHaveLength(1);
    expect(card.inPanel.submitButton().props).toMatchObject({ loading: true, disabled: true });
    expect(card.inPanel.submitButton().text).toBe('Registering the contact in Zoom');
    expect(card.inPanel.buttons()).not.toContain('Choose another webinar');
  });

  it('ends with the personal link, and with the webinar on the card', async () => {
    const card = await renderSubmitted();

    await lastOf('register_contact').answer(aRegistration());

    expect(card.inPanel.alerts()).toEqual(['The contact is registered']);
    const link = { url: 'https://zoom.example/j/81234567890?tk=personal', external: true };
    expect(card.inPanel.panel().find(Link).props.href).toEqual(link);
    expect(card.inPanel.buttons()).toEqual(['Copy join link', 'Register for another webinar']);
    expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
    await lastOf('get_contact_webinars').answer(
      someContactWebinars({ webinars: [aContactWebinar({ topic: 'On the card' })] }),
    );
    expect(card.texts()).toContain('On the card');
    expect(card.inPanel.alerts()).toEqual(['The contact is registered']);
  });

  it('says so when the contact was registered already', async () => {
    const card = await renderSubmitted();

    await lastOf('register_contact').answer(aRegistration({ outcome: 'already-registered' }));

    expect(card.inPanel.alerts()).toEqual(['The contact was registered already']);
  });

  it('says so when the host has to approve, and shows no link', async () => {
    const card = await renderSubmitted();

    await lastOf('register_contact').answer(aRegistration({ outcome: 'awaiting-approval', joinUrl: null }));

    expect(card.inPanel.alerts()).toEqual(['The registration awaits approval']);
    expect(card.inPanel.panel().maybeFind(Link)).toBeNull();
  });

  it('says where the link is when Zoom did not give it', async () => {
    const card = await renderSubmitted();

    await lastOf('register_contact').answer(aRegistration({ joinUrl: null }));

    expect(card.inPanel.texts()).toContain(
      'Zoom did not give a join link. It is in the email that Zoom sends to the contact.',
    );
  });

  it('goes on to another webinar', async () => {
    const card = await renderSubmitted();
    await lastOf('register_contact').answer(aRegistration());

    card.inPanel.button('Register for another webinar').trigger('onClick');

    expect(card.inPanel.panel().maybeFind(SearchInput)).not.toBeNull();
  });

  it('is possible again after it has ended', async () => {
    const card = await renderSubmitted();
    await lastOf('register_contact').answer({ ok: true, outcome: 'refused', refusal: { cause: 'address-refused' } });

    card.inPanel.button('Back to the form').trigger('onClick');
    card.submit();

    expect(callsOf('register_contact')).toHaveLength(2);
  });
});

describe('a registration that HubSpot does not show yet', () => {
  const personOf = { webinarId: '81234567890', connection: 'main', contactId: 77 };

  it('is brought there by a sync of this person, and then shown', async () => {
    const card = await renderSubmitted();
    await lastOf('register_contact').answer(aRegistration({ isShownInHubSpot: false }));

    expect(card.inPanel.panel().find(LoadingSpinner).props.label).toBe('Bringing the registration to HubSpot');
    expect(lastOf('sync_person').parameters).toEqual(personOf);
    await lastOf('sync_person').answer(aStep({ runId: 'run-5' }));
    expect(lastOf('sync_person').parameters).toEqual({ ...personOf, runId: 'run-5' });
    expect(callsOf('get_contact_webinars')).toHaveLength(1);
    await lastOf('sync_person').answer(theLastStep(aReport({ eligible: 1, synced: 1, unchanged: 0 })));

    expect(callsOf('get_contact_webinars')).toHaveLength(2);
    expect(card.inPanel.panel().maybeFind(LoadingSpinner)).toBeNull();
    expect(card.inPanel.alerts()).toEqual(['The contact is registered']);
  });

  it('says how long it waits', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const card = await renderSubmitted();
    await lastOf('register_contact').answer(aRegistration({ isShownInHubSpot: false }));

    await lastOf('sync_person').answer(aStep({ retryAfterSeconds: 12 }));
    expect(card.inPanel.texts()).toContain('Continues in 12 seconds. Keep this page open.');
    await act(() => vi.advanceTimersByTimeAsync(12_000));

    expect(callsOf('sync_person')).toHaveLength(2);
  });

  it('stays registered in Zoom when that sync fails', async () => {
    captureLog();
    const card = await renderSubmitted();
    await lastOf('register_contact').answer(aRegistration({ isShownInHubSpot: false }));

    await lastOf('sync_person').answer(aFailure({ correlationId: 'ref-9' }));

    expect(card.inPanel.alerts()).toEqual(['The contact is registered', 'HubSpot does not show the registration yet']);
    expect(card.inPanel.texts()).toEqual(
      expect.arrayContaining(['Reason: Something went wrong in the app.', 'Reference number: ref-9']),
    );
  });

  it('goes on while the panel is closed', async () => {
    const card = await renderSubmitted();
    await lastOf('register_contact').answer(aRegistration({ isShownInHubSpot: false }));

    card.inPanel.close();
    await lastOf('sync_person').answer(theLastStep());
    card.inPanel.open();

    expect(callsOf('get_contact_webinars')).toHaveLength(2);
    expect(card.inPanel.alerts()).toEqual(['The contact is registered']);
  });
});

describe('a registration that was refused', () => {
  const refuse = (refusal: object) => lastOf('register_contact').answer({ ok: true, outcome: 'refused', refusal });

  it('says why and what to do, in the place of the form', async () => {
    const card = await renderSubmitted();

    await refuse({ cause: 'capacity-reached' });

    expect(card.inPanel.alerts()).toEqual(['This webinar is full']);
    expect(card.inPanel.panel().maybeFind(Form)).toBeNull();
    expect(card.inPanel.buttons()).toEqual(['Back to the form', 'Choose another webinar']);
  });

  it('offers no way back where nothing can be changed', async () => {
    const card = await renderSubmitted();

    await refuse({ cause: 'host' });

    expect(card.inPanel.buttons()).toEqual(['Choose another webinar']);
  });

  it('marks the answers that Zoom did not take, on the form as it is now', async () => {
    const form = aRegistrationForm({ questions: [aQuestion({ name: 'org' })] });
    const card = await renderForm(form);
    card.type('Organization', 'ACME');
    card.submit();

    await refuse({ cause: 'answers-missing', questions: ['org', 'phone'] });
    const withPhone = [...form.questions, aQuestion({ name: 'phone' })];
    await lastOf('get_registration_form').answer({ ...form, questions: withPhone });

    expect(card.inPanel.alerts()).toEqual(['Some answers are missing or were not accepted']);
    expect(card.field('Organization').props).toMatchObject({
      defaultValue: 'ACME',
      validationMessage: 'Zoom did not accept this answer. Change it and try again.',
    });
    card.type('Organization', 'ACME Ltd');
    card.type('Phone number', '555 01 00');
    card.submit();

    expect(lastOf('register_contact').parameters).toMatchObject({ answers: { org: 'ACME Ltd', phone: '555 01 00' } });
  });

  it('does not break over a cause of another version', async () => {
    captureLog();
    const card = await renderSubmitted();

    await refuse({ cause: 'made-up' });

    expect(card.inPanel.alerts()).toEqual(['The Zoom app was updated']);
    expect(card.inPanel.buttons()).toContain('Choose another webinar');
  });
});

describe('a registration without an answer', () => {
  it('says that nobody knows its outcome, and that trying again does no harm', async () => {
    captureLog();
    const card = await renderSubmitted();

    await lastOf('register_contact').reject('Task timed out after 10.00 seconds');

    expect(card.inPanel.alerts()).toEqual(['No answer from the Zoom app']);
    expect(card.inPanel.texts()).toContain(
      'The contact may be registered already. You can try again: nobody is registered twice.',
    );
    card.submit();
    expect(callsOf('register_contact')).toHaveLength(2);
  });

  it('says what to do for a contact without an address', async () => {
    captureLog();
    const card = await renderSubmitted();

    await lastOf('register_contact').answer(
      aFailure({ reason: { cause: 'contact-without-address', contactId: '77' } }),
    );

    expect(card.inPanel.alerts()).toEqual(['This contact has no email address']);
    expect(card.inPanel.texts()).toContainEqual(expect.stringContaining('Add the contact’s address in HubSpot'));
  });

  it('takes an outcome of another version for none', async () => {
    captureLog();
    const card = await renderSubmitted();

    await lastOf('register_contact').answer({ ok: true, outcome: 'made-up' });

    expect(card.inPanel.alerts()).toEqual(['The Zoom app was updated']);
  });
});
