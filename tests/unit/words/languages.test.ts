import { describe, expect, it } from 'vitest';
import { chooseLanguage, findLanguage, languages } from '../../../src/app/extensions/shared/words/languages.ts';

describe('the language that a user is spoken to in', () => {
  it.each(languages)('is the user’s own where it is ours: %s', (language) => {
    expect(chooseLanguage([language])).toBe(language);
  });

  it.each([
    ['en-gb', 'en'],
    ['de_AT', 'de'],
    ['no', 'nb'],
    ['nb-no', 'nb'],
    ['nn-NO', 'nb'],
    ['pt', 'pt-BR'],
    ['pt-pt', 'pt-BR'],
    ['pt_BR', 'pt-BR'],
    ['zh', 'zh-TW'],
    ['zh-tw', 'zh-TW'],
    ['zh-Hant-HK', 'zh-TW'],
    ['zh-CN', 'zh-TW'],
    ['DE', 'de'],
  ])('is found for the tag %s', (tag, language) => {
    expect(chooseLanguage([tag])).toBe(language);
  });

  it.each([undefined, '', 'fr', 'nl-NL', 'deutsch', 'toString', 'constructor', '-'])(
    'is English where we do not speak the user’s own: %s',
    (tag) => {
      expect(findLanguage(tag)).toBeNull();
      expect(chooseLanguage([tag])).toBe('en');
    },
  );

  it('is the first one that we speak', () => {
    expect(chooseLanguage(['fr', undefined, 'nb', 'de'])).toBe('nb');
    expect(chooseLanguage([])).toBe('en');
  });
});
