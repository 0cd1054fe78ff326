import { describe, expect, it } from 'vitest';
import {
  changeAnswer,
  changeOccurrence,
  type Draft,
  emptyDraft,
  faultOfOccurrence,
  faultOfQuestion,
  isComplete,
  takeRefusal,
  toRegisterParameters,
} from '../../../src/app/extensions/contact-card/register/draft.ts';
import { explainRefusal } from '../../../src/app/extensions/contact-card/register/explain-refusal.ts';
import {
  closedRegistration,
  reduceRegistration,
  type RegistrationAction,
  type RegistrationState,
} from '../../../src/app/extensions/contact-card/register/registration-state.ts';
import { toChoicesView } from '../../../src/app/extensions/contact-card/register/to-choices-view.ts';
import { toFormView } from '../../../src/app/extensions/contact-card/register/to-form-view.ts';
import type { RegistrationRefusal } from '../../../src/app/extensions/contract/registration.ts';
import { aQuestion, aRegistration, aRegistrationForm, aStep } from '../support/builders.ts';
import { aWebinarRow, someWebinars } from '../support/home-builders.ts';
import { words } from '../support/words.ts';

const webinar = { webinarId: '81234567890', connection: 'main', topic: 'Getting started' };
const twoDates = [
  { occurrenceId: 'o-1', startsAt: '2027-01-12T10:00:00Z', lengthMinutes: 60 },
  { occurrenceId: 'o-2', startsAt: '2027-01-19T10:00:00Z', lengthMinutes: 60 },
];
const answered = (answers: Draft['answers']): Draft => ({ ...emptyDraft, answers });

const reduceAll = (...actions: readonly RegistrationAction[]): RegistrationState =>
  actions.reduce(reduceRegistration, closedRegistration);
const filling = [{ kind: 'opened' }, { kind: 'chosen', webinar }] as const;
const refusals: readonly RegistrationRefusal[] = [
  { cause: 'registration-off' },
  { cause: 'registration-closed' },
  { cause: 'webinar-over' },
  { cause: 'zoom-event' },
  { cause: 'external-registration' },
  { cause: 'webinar-not-found' },
  { cause: 'host' },
  { cause: 'panelist' },
  { cause: 'capacity-reached' },
  { cause: 'denied-before' },
  { cause: 'daily-limit', opensAt: '2027-01-02T00:00:00Z' },
  { cause: 'licence-missing' },
  { cause: 'address-refused' },
  { cause: 'last-name-missing' },
  { cause: 'first-name-missing' },
  { cause: 'answers-missing', questions: ['job_title', 'Do you have a budget?'] },
  { cause: 'occurrence-missing' },
  { cause: 'occurrence-unknown' },
  { cause: 'other', problem: 'Registration is paused' },
];

describe('a form that is filled in', () => {
  it('misses nothing before the first try, and every required answer after it', () => {
    const question = aQuestion();

    expect(faultOfQuestion(question, emptyDraft)).toBeNull();
    expect(faultOfQuestion(question, { ...emptyDraft, isChecked: true })).toBe('missing');
    expect(faultOfQuestion(aQuestion({ isRequired: false }), { ...emptyDraft, isChecked: true })).toBeNull();
  });

  it('does not take blanks for an answer', () => {
    const form = aRegistrationForm({ questions: [aQuestion()] });

    expect(isComplete(form, answered({ job_title: ['  '] }))).toBe(false);
    expect(isComplete(form, answered({ job_title: ['Engineer'] }))).toBe(true);
  });

  it('takes a date only if there are several', () => {
    const form = aRegistrationForm({ occurrences: twoDates });

    expect(isComplete(aRegistrationForm(), emptyDraft)).toBe(true);
    expect(isComplete(form, emptyDraft)).toBe(false);
    expect(isComplete(form, changeOccurrence(emptyDraft, 'o-2'))).toBe(true);
    expect(isComplete(form, changeOccurrence(emptyDraft, 'o-gone'))).toBe(false);
  });

  it('says at once when an answer to a custom question is longer than Zoom takes', () => {
    const question = aQuestion({ kind: 'custom', name: 'Why?', isRequired: false });

    expect(faultOfQuestion(question, answered({ 'Why?': ['x'.repeat(128)] }))).toBeNull();
    expect(faultOfQuestion(question, answered({ 'Why?': ['x'.repeat(129)] }))).toBe('too-long');
  });

  it('marks what Zoom did not accept until it is changed', () => {
    const draft = takeRefusal(answered({ job_title: ['?'] }), { cause: 'answers-missing', questions: ['job_title'] });

    expect(faultOfQuestion(aQuestion(), draft)).toBe('refused');
    expect(faultOfQuestion(aQuestion(), changeAnswer(draft, 'job_title', ['Engineer']))).toBeNull();
  });

  it('marks a date that Zoom does not know any more', () => {
    const form = aRegistrationForm({ occurrences: twoDates });
    const draft = takeRefusal(changeOccurrence(emptyDraft, 'o-1'), { cause: 'occurrence-unknown' });

    expect(faultOfOccurrence(form, draft)).toBe('refused');
    expect(faultOfOccurrence(form, changeOccurrence(draft, 'o-2'))).toBeNull();
  });
});

describe('what is sent', () => {
  it('are the answers without surrounding blanks, several choices on lines of their own, and nothing that is empty', () => {
    const form = aRegistrationForm({
      questions: [
        aQuestion(),
        aQuestion({ name: 'Topics', kind: 'custom', answer: 'choices', options: ['A', 'B'] }),
        aQuestion({ name: 'phone', isRequired: false }),
      ],
      occurrences: twoDates,
    });
    const draft = changeOccurrence(answered({ job_title: [' Engineer '], Topics: ['A', 'B'], phone: [''] }), 'o-2');

    expect(toRegisterParameters(77, form, draft)).toEqual({
      contactId: 77,
      webinarId: '81234567890',
      connection: 'main',
      occurrenceId: 'o-2',
      answers: { job_title: 'Engineer', Topics: 'A\nB' },
    });
  });

  it('is the contact and the webinar alone when the form asks for nothing', () => {
    expect(toRegisterParameters(77, aRegistrationForm(), emptyDraft)).toEqual({
      contactId: 77,
      webinarId: '81234567890',
      connection: 'main',
    });
  });
});

describe('the form in words', () => {
  it('puts standard fields into words and leaves the host’s questions as they are, required ones first', () => {
    const form = aRegistrationForm({
      questions: [
        aQuestion({ name: 'comments', isRequired: false }),
        aQuestion({ name: 'org' }),
        aQuestion({ name: 'What brings you here?', kind: 'custom', answer: 'choice', options: ['Work', 'Fun'] }),
      ],
    });
    const view = toFormView(form, emptyDraft, words);

    expect(view.required).toMatchObject([
      { label: 'Organization', control: 'text' },
      { label: 'What brings you here?', control: 'choice', options: [{ label: 'Work', value: 'Work' }, {}] },
    ]);
    expect(view.optional).toMatchObject([{ label: 'Questions and comments', control: 'long-text' }]);
  });

  it.each([
    'phone',
    'job_title',
    'org',
    'industry',
    'country',
    'address',
    'city',
    'state',
    'zip',
    'comments',
    'purchasing_time_frame',
    'role_in_purchase_process',
    'no_of_employees',
  ])('has words for the standard field %s', (name) => {
    const view = toFormView(aRegistrationForm({ questions: [aQuestion({ name })] }), emptyDraft, words);

    expect(view.required[0]?.label).toMatch(/^[A-Z][a-z ]+$/u);
  });

  it('shows a field that only a newer version knows by its name', () => {
    const view = toFormView(aRegistrationForm({ questions: [aQuestion({ name: 'fax' })] }), emptyDraft, words);

    expect(view.required[0]?.label).toBe('fax');
  });

  it.each([
    ['purchasing_time_frame', '1-3 months', '1–3 months'],
    ['role_in_purchase_process', 'Decision Maker', 'Decision maker'],
    ['no_of_employees', '21-50', '21-50'],
    ['country', 'NO', 'Norway'],
    ['country', 'Elsewhere', 'Elsewhere'],
  ])('names the choices of %s, and sends them as Zoom wants them: %s', (name, option, label) => {
    const form = aRegistrationForm({ questions: [aQuestion({ name, answer: 'choice', options: [option] })] });

    expect(toFormView(form, emptyDraft, words).required[0]?.options).toEqual([{ label, value: option }]);
  });

  it('does not translate the choices of a host', () => {
    const question = aQuestion({ name: 'Role', kind: 'custom', answer: 'choice', options: ['Decision Maker'] });

    expect(toFormView(aRegistrationForm({ questions: [question] }), emptyDraft, words).required[0]?.options).toEqual([
      { label: 'Decision Maker', value: 'Decision Maker' },
    ]);
  });

  it('offers the dates, and says what is missing once it was tried', () => {
    const form = aRegistrationForm({ occurrences: twoDates, questions: [aQuestion()] });
    const view = toFormView(form, { ...emptyDraft, isChecked: true }, words);

    expect(view.date).toEqual({
      options: [
        { label: '12 Jan 2027, 10:00', value: 'o-1' },
        { label: '19 Jan 2027, 10:00', value: 'o-2' },
      ],
      value: null,
      error: 'Choose a date.',
    });
    expect(view.required[0]?.error).toBe('This question needs an answer.');
  });

  it('says beforehand when the host has to approve', () => {
    expect(toFormView(aRegistrationForm({ approval: 'manual' }), emptyDraft, words).approval).toContain('approves');
    expect(toFormView(aRegistrationForm(), emptyDraft, words).approval).toBeNull();
  });
});

describe('a refusal in words', () => {
  it('has a title and a next move of its own for every cause', () => {
    const explained = refusals.map((refusal) => explainRefusal(refusal, words));

    expect(new Set(explained.map(({ title }) => title)).size).toBe(refusals.length);
    expect(new Set(explained.map(({ whatToDo }) => whatToDo)).size).toBe(refusals.length);
  });

  it.each([
    [{ cause: 'daily-limit', opensAt: '2027-01-02T00:00:00Z' }, 'Try again after 2 Jan 2027, 00:00.'],
    [
      { cause: 'answers-missing', questions: ['job_title', 'Do you have a budget?'] },
      'Check these questions and try again: “Job title” and “Do you have a budget?”.',
    ],
    [{ cause: 'other', problem: 'Registration is paused' }, 'Zoom gave this reason: Registration is paused.'],
  ] as const)('says what it knows: %o', (refusal, text) => {
    expect(explainRefusal(refusal, words).whatToDo).toContain(text);
  });
});

describe('the webinars to choose from', () => {
  it('are shown with date and host, and marked where the contact is registered', () => {
    const answer = someWebinars({
      webinars: [
        aWebinarRow({ webinarId: '1', startsAt: '2027-01-12T10:00:00Z', hostName: 'Ada Host' }),
        aWebinarRow({ webinarId: '2', startsAt: null, hostName: 'Ada Host' }),
      ],
    });

    expect(toChoicesView(answer, ['1'], words)).toMatchObject([
      { dateAndHost: '12 Jan 2027, 10:00, hosted by Ada Host', account: null, isRegistered: true },
      { dateAndHost: 'Without a fixed date, hosted by Ada Host', account: null, isRegistered: false },
    ]);
  });

  it('name their Zoom account when there are several', () => {
    const answer = someWebinars({
      webinars: [
        aWebinarRow({ webinarId: '1', connection: 'main' }),
        aWebinarRow({ webinarId: '2', connection: 'emea' }),
      ],
    });

    expect(toChoicesView(answer, [], words).map(({ account }) => account)).toEqual([
      'Zoom account: main',
      'Zoom account: emea',
    ]);
  });
});

describe('the way of a registration', () => {
  it('leads from choosing over filling in to being registered', () => {
    const registered = aRegistration();

    expect(reduceAll({ kind: 'opened' })).toEqual({ kind: 'choosing' });
    expect(reduceAll(...filling)).toMatchObject({ kind: 'filling', webinar, submission: { kind: 'none' } });
    expect(reduceAll(...filling, { kind: 'submitted' }, { kind: 'registered', registered })).toEqual({
      kind: 'registered',
      webinar,
      registered,
      hubspotSync: { kind: 'not-needed' },
    });
  });

  it('goes on with a sync when HubSpot does not show the registration yet', () => {
    const registered = aRegistration({ isShownInHubSpot: false });
    const step = { progress: aStep().progress, waitSeconds: 0 };
    const before = [...filling, { kind: 'submitted' }, { kind: 'registered', registered }] as const;

    expect(reduceAll(...before)).toMatchObject({ hubspotSync: { kind: 'running', step: null } });
    expect(reduceAll(...before, { kind: 'sync-progressed', step })).toMatchObject({ hubspotSync: { step } });
    expect(reduceAll(...before, { kind: 'sync-ended', outcome: { kind: 'changed' } })).toMatchObject({
      hubspotSync: { kind: 'ended', outcome: { kind: 'changed' } },
    });
  });

  it('keeps what runs while the panel is closed, and forgets the rest', () => {
    const registered = aRegistration({ isShownInHubSpot: false });

    expect(reduceAll(...filling, { kind: 'submitted' }, { kind: 'closed' })).toMatchObject({ kind: 'filling' });
    expect(
      reduceAll(...filling, { kind: 'submitted' }, { kind: 'registered', registered }, { kind: 'closed' }),
    ).toMatchObject({ kind: 'registered' });
    expect(reduceAll(...filling, { kind: 'closed' })).toEqual(closedRegistration);
  });

  it('does not leave a registration that runs for another webinar', () => {
    const state = reduceAll(...filling, { kind: 'submitted' });

    expect(reduceRegistration(state, { kind: 'restarted' })).toBe(state);
  });

  it.each([
    [{ cause: 'answers-missing', questions: ['job_title'] }, 2],
    [{ cause: 'occurrence-unknown' }, 2],
    [{ cause: 'capacity-reached' }, 1],
  ] as const)('loads the form again only where it has changed: %o', (refusal, formVersion) => {
    expect(reduceAll(...filling, { kind: 'submitted' }, { kind: 'refused', refusal })).toMatchObject({
      kind: 'filling',
      formVersion,
      submission: { kind: 'refused', refusal },
    });
  });

  it('keeps the answers through a refusal', () => {
    const changed = { kind: 'answer-changed', name: 'org', values: ['ACME'] } as const;
    const refused = { kind: 'refused', refusal: { cause: 'capacity-reached' } } as const;

    expect(reduceAll(...filling, changed, { kind: 'submitted' }, refused, { kind: 'resumed' })).toMatchObject({
      draft: { answers: { org: ['ACME'] } },
      submission: { kind: 'none' },
    });
  });

  it('is not changed by what does not belong to it', () => {
    const registered = reduceAll(
      ...filling,
      { kind: 'submitted' },
      { kind: 'registered', registered: aRegistration() },
    );

    for (const action of [
      { kind: 'submitted' },
      { kind: 'chosen', webinar },
      { kind: 'opened' },
      { kind: 'sync-ended', outcome: { kind: 'changed' } },
    ] as const) {
      expect(reduceRegistration(registered, action)).toBe(registered);
    }
  });
});
