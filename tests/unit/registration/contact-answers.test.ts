import { describe, expect, it } from 'vitest';
import { answerFromContact } from '../../../src/app/app.functions/registration/contact-answers.ts';
import { toFormQuestions } from '../../../src/app/app.functions/zoom/registration-fields.ts';

function ask(field: string, properties: Readonly<Record<string, string | null>>): string | undefined {
  const { questions } = toFormQuestions({ questions: [{ field_name: field, required: true }], custom_questions: null });
  return new Map(Object.entries(answerFromContact(questions, properties))).get(field);
}

describe('answers from a contact', () => {
  it.each([
    ['NO', { country: 'no' }],
    ['NO', { country: 'Norway' }],
    ['NO', { country: ' norge ' }],
    ['DE', { country: 'Deutschland' }],
    ['BR', { country: 'Brasil' }],
    ['TW', { country: '台灣' }],
    ['AT', { country: 'Österreich' }],
    ['AT', { country: 'Osterreich' }],
    ['SE', { hs_country_region_code: 'SE', country: 'Norway' }],
    ['NO', { hs_country_region_code: '', country: 'Norway' }],
    [undefined, { country: 'Atlantis' }],
    [undefined, { country: null }],
  ])('name the country %s of %j', (code, properties) => {
    expect(ask('country', properties)).toBe(code);
  });

  it.each([
    ['1-20', '1-5'],
    ['21-50', '25-50'],
    ['51-100', '50-100'],
    ['101-500', '100-500'],
    ['500-1,000', '500-1000'],
    ['More than 10,000', 'More than 10,000'],
    // HubSpot's step lies in two of Zoom's.
    [undefined, '5-25'],
    [undefined, '1000+'],
  ])('say %s for %s employees', (answer, numemployees) => {
    expect(ask('no_of_employees', { numemployees })).toBe(answer);
  });

  it('take the first property that is filled in', () => {
    expect(ask('phone', { phone: ' ', mobilephone: '0170' })).toBe('0170');
    expect(ask('phone', { phone: '030', mobilephone: '0170' })).toBe('030');
  });

  it('leave out what no property tells', () => {
    expect(ask('comments', { comments: 'Hello' })).toBeUndefined();
    expect(ask('constructor', {})).toBeUndefined();
  });

  it('leave custom questions alone, whatever they are called', () => {
    const { questions } = toFormQuestions({
      questions: [],
      custom_questions: [{ title: 'city', type: 'short', required: true }],
    });

    expect(answerFromContact(questions, { city: 'Oslo' })).toEqual({});
  });
});
