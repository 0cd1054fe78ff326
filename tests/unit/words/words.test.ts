import { describe, expect, it } from 'vitest';
import { createFormats } from '../../../src/app/extensions/shared/formats.ts';
import { cardCatalogues } from '../../../src/app/extensions/shared/words/messages/card-catalogues.ts';
import { createTranslate } from '../../../src/app/extensions/shared/words/translate.ts';
import { createWords } from '../../../src/app/extensions/shared/words/words.ts';

const wordsOf = (locale: string) =>
  createWords('en', createFormats({ user: { language: 'en', locale }, portal: { timezone: 'UTC' } }, 'UTC'));

describe('words', () => {
  it('say a message without values', () => {
    expect(wordsOf('en').t('common.try-again')).toBe('Try again');
  });

  it('put values in their places', () => {
    expect(wordsOf('en').t('common.reference', { reference: 'ref-1' })).toBe('Reference number: ref-1');
  });

  it.each([
    [0, '0 webinars'],
    [1, '1 webinar'],
    [2, '2 webinars'],
    [12_345, '12,345 webinars'],
  ])('count %i', (count, expected) => {
    expect(wordsOf('en').t('common.webinars', { count })).toBe(expected);
  });

  it('write numbers as the user’s region does, also in the middle of a sentence', () => {
    expect(wordsOf('en-IN').t('common.webinars', { count: 123_456 })).toBe('1,23,456 webinars');
  });

  it('count as the language does, not as English', () => {
    const t = createTranslate(
      { 'common.webinars': '{count, plural, one {# seminário} other {# seminários}}' },
      'pt-BR',
    );

    expect(t('common.webinars', { count: 0 })).toBe('0 seminário');
  });

  it('choose between whole sentences', () => {
    const { t } = wordsOf('en');

    expect(t('failure.vendor-unavailable.title', { system: 'zoom' })).toBe('Zoom cannot be reached right now');
    expect(t('failure.vendor-unavailable.title', { system: 'app' })).toBe('The app cannot be reached right now');
  });

  it('take what users typed literally', () => {
    const given = "<b>{count, plural, other {#}}</b> it’s 'quoted'";

    expect(wordsOf('en').t('failure.webinar-id-invalid.title', { given })).toBe(`“${given}” is not a webinar ID`);
  });

  it('refuse to say what their page does not carry', () => {
    const t = createTranslate(cardCatalogues.en, 'en');

    expect(t('common.loading')).toBe('Loading');
    expect(() => t('setup.state.ok')).toThrow('no message setup.state.ok');
  });
});
