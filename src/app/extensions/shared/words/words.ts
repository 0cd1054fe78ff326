import type { Formats } from '../formats.ts';
import type { Language } from './languages.ts';
import { catalogues } from './messages/catalogues.ts';
import { createTranslate, type Translate } from './translate.ts';

export type { MessageKey, MessageValues } from './translate.ts';

/** What a view needs to speak to its user: texts, numbers and times in the user's language. */
export interface Words {
  readonly language: Language;
  readonly formats: Formats;
  readonly t: Translate;
}

/**
 * Words with every text. A page gets them from its `WordsProvider`, with the texts that it needs.
 *
 * @param formats - of the user's locale, which may be a regional one of the language
 */
export const createWords = (language: Language, formats: Formats): Words => ({
  language,
  formats,
  t: createTranslate(catalogues[language], formats.locale),
});
