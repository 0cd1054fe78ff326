import { describe, expect, it } from 'vitest';
import type { Webinar } from '../../../src/app/app.functions/domain/webinar.ts';
import { toForm } from '../../../src/app/app.functions/registration/form.ts';
import type { FormQuestions } from '../../../src/app/app.functions/registration/ports.ts';
import {
  prepareRegistration,
  type RegistrationWish,
} from '../../../src/app/app.functions/registration/prepare-registration.ts';
import { anOccurrence, aSeries, aWebinar, dayMs, startsAt } from '../../support/builders.ts';

const noQuestions: FormQuestions = { kind: 'questions', isLastNameRequired: false, questions: [] };
const upcoming = { now: startsAt - dayMs, isZoomEvent: false };
const aForm = (webinar: Webinar = aWebinar(), questions: FormQuestions | null = noQuestions, facts = upcoming) =>
  toForm(webinar, questions, facts);
const ada = { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' };
const aWish = (changes: Partial<RegistrationWish> = {}): RegistrationWish => ({
  contact: ada,
  occurrenceId: null,
  answers: {},
  ...changes,
});

describe('a registration', () => {
  it('has what Zoom takes', () => {
    expect(prepareRegistration(aForm(), aWish())).toEqual({
      kind: 'prepared',
      registrant: {
        webinarId: '900100200',
        occurrenceId: null,
        ...ada,
        fields: {},
        customAnswers: [],
        questionNames: [],
      },
    });
  });

  it.each([
    ['blanks around it', '  Ada ', 'Ada'],
    ['more than Zoom takes', 'a'.repeat(70), 'a'.repeat(64)],
    ['a character that would be cut in two', `${'a'.repeat(63)}😀`, 'a'.repeat(63)],
  ])('takes a name with %s', (_, firstName, expected) => {
    expect(prepareRegistration(aForm(), aWish({ contact: { ...ada, firstName } }))).toMatchObject({
      registrant: { firstName: expected },
    });
  });

  it('may do without a last name', () => {
    expect(prepareRegistration(aForm(), aWish({ contact: { ...ada, lastName: ' ' } }))).toMatchObject({
      kind: 'prepared',
      registrant: { lastName: '' },
    });
  });
});

describe('a date', () => {
  const occurrences = [1, 8].map((days) =>
    anOccurrence({ occurrenceId: `in-${days}`, startsAt: startsAt + days * dayMs }),
  );
  const past = anOccurrence({ occurrenceId: 'past', startsAt: startsAt - 8 * dayMs });
  const deleted = anOccurrence({ occurrenceId: 'deleted', startsAt: startsAt + 2 * dayMs, isDeleted: true });
  const dateByDate = aSeries({ registrationScope: 'occurrence', occurrences: [past, deleted, ...occurrences] });

  it.each([
    ['chosen', dateByDate, 'in-8', { registrant: { occurrenceId: 'in-8' } }],
    ['missing where there are several', dateByDate, null, { refusal: { cause: 'occurrence-missing' } }],
    ['unknown when it has passed', dateByDate, 'past', { refusal: { cause: 'occurrence-unknown' } }],
    ['unknown when it was called off', dateByDate, 'deleted', { refusal: { cause: 'occurrence-unknown' } }],
    [
      'needless where only one is left',
      { ...dateByDate, occurrences: [past, ...occurrences.slice(1)] },
      null,
      { registrant: { occurrenceId: 'in-8' } },
    ],
    [
      'needless where one registration is for all',
      { ...dateByDate, registrationScope: 'series' as const },
      'in-8',
      { registrant: { occurrenceId: null } },
    ],
  ])('is %s', (_, webinar, occurrenceId, expected) => {
    expect(prepareRegistration(aForm(webinar), aWish({ occurrenceId }))).toMatchObject(expected);
  });
});

describe('nobody is registered', () => {
  const host = aWebinar({ hostEmail: 'ada@example.com' });
  const lastNameRequired = { ...noQuestions, isLastNameRequired: true };

  it.each([
    ['for a Zoom Event', aForm(aWebinar(), noQuestions, { ...upcoming, isZoomEvent: true }), {}, 'zoom-event'],
    ['where registration is off', aForm(aWebinar(), null), {}, 'registration-off'],
    ['when it is over', aForm(aWebinar(), noQuestions, { ...upcoming, now: startsAt + dayMs }), {}, 'webinar-over'],
    ['as the host', aForm(host), { contact: { ...ada, email: ' ADA@example.com' } }, 'host'],
    ['without a first name', aForm(), { contact: { ...ada, firstName: ' ' } }, 'first-name-missing'],
    [
      'without a last name that is required',
      aForm(aWebinar(), lastNameRequired),
      { contact: { ...ada, lastName: '' } },
      'last-name-missing',
    ],
  ])('%s', (_, form, changes, cause) => {
    expect(prepareRegistration(form, aWish(changes))).toEqual({ kind: 'refused', refusal: { cause } });
  });

  it('but at a webinar without a date, or until its last minute', () => {
    const lastMinute = { ...upcoming, now: startsAt + 3_600_000 - 1 };

    expect(prepareRegistration(aForm(aWebinar({ startsAt: null })), aWish()).kind).toBe('prepared');
    expect(prepareRegistration(aForm(aWebinar(), noQuestions, lastMinute), aWish()).kind).toBe('prepared');
  });
});
