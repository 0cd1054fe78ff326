import { describe, expect, it } from 'vitest';
import type { RegistrationQuestion } from '../../../src/app/extensions/contract/registration.ts';
import { checkAnswers } from '../../../src/app/app.functions/registration/check-answers.ts';

const aQuestion = (changes: Partial<RegistrationQuestion> = {}): RegistrationQuestion => ({
  name: 'org',
  kind: 'standard',
  isRequired: true,
  answer: 'text',
  options: [],
  ...changes,
});
const aChoice = aQuestion({ name: 'Colour?', kind: 'custom', answer: 'choice', options: ['Red', 'green', 'Green'] });
const choices = aQuestion({ name: 'Colours?', kind: 'custom', answer: 'choices', options: ['Red', 'Green'] });

describe('an answer', () => {
  it.each<[string, RegistrationQuestion, string, string]>([
    ['text is trimmed', aQuestion({ name: 'Q', kind: 'custom' }), '  Soup ', 'Soup'],
    ['a choice is one of the options', aChoice, 'Red', 'Red'],
    ['a choice in its own capitals comes first', aChoice, 'Green', 'Green'],
    ['a choice may come in other capitals', aChoice, 'RED', 'Red'],
    ['several choices are joined, each once', choices, 'Red\r\n green\n\nRed', 'Red,Green'],
    [
      'a custom text has 128 characters at most',
      aQuestion({ name: 'Q', kind: 'custom' }),
      'x'.repeat(128),
      'x'.repeat(128),
    ],
  ])('is usable: %s', (_, question, given, value) => {
    expect(checkAnswers([question], { [question.name]: given })).toEqual({
      kind: 'usable',
      fields: {},
      customAnswers: [{ title: question.name, value }],
    });
  });

  it('to a standard field goes into the field', () => {
    expect(checkAnswers([aQuestion()], { org: 'Acme' })).toEqual({
      kind: 'usable',
      fields: { org: 'Acme' },
      customAnswers: [],
    });
  });

  it.each<[string, RegistrationQuestion, Readonly<Record<string, string>>]>([
    ['is not there', aQuestion(), {}],
    ['is blank', aQuestion(), { org: ' \n ' }],
    ['is no option', aChoice, { 'Colour?': 'Blue' }],
    ['has one that is no option', choices, { 'Colours?': 'Red\nBlue' }],
    ['has no choice', choices, { 'Colours?': '\n' }],
    ['is too long for Zoom', aQuestion({ kind: 'custom' }), { org: 'x'.repeat(129) }],
    ['belongs to another question', aQuestion(), { Org: 'Acme' }],
  ])('is missing when it %s', (_, question, answers) => {
    expect(checkAnswers([question], answers)).toEqual({ kind: 'missing', questions: [question.name] });
  });
});

describe('questions without a required answer', () => {
  it('are left out', () => {
    const questions = [aQuestion({ isRequired: false }), { ...aChoice, isRequired: false }];

    expect(checkAnswers(questions, { org: ' ' })).toEqual({ kind: 'usable', fields: {}, customAnswers: [] });
  });

  it('still need an answer that Zoom takes, if they get one', () => {
    const questions = [aQuestion(), { ...aChoice, isRequired: false }];

    expect(checkAnswers(questions, { org: 'Acme', 'Colour?': 'Blue' })).toEqual({
      kind: 'missing',
      questions: ['Colour?'],
    });
  });
});

it('answers to questions that are not on the form are left out', () => {
  expect(checkAnswers([], { org: 'Acme', constructor: 'x' })).toEqual({
    kind: 'usable',
    fields: {},
    customAnswers: [],
  });
});

it('names that every object has are no answers', () => {
  expect(checkAnswers([aQuestion({ name: 'constructor' })], {})).toEqual({
    kind: 'missing',
    questions: ['constructor'],
  });
});
