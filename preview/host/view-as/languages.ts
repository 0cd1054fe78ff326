/** A language as HubSpot writes it into the context of an extension. */
export interface ViewLanguage {
  readonly language: string;
  readonly locale: string;
  /** For `<html lang>`. */
  readonly tag: string;
  readonly name: string;
}

const english: ViewLanguage = { language: 'en', locale: 'en-us', tag: 'en', name: 'English' };

/** The languages that the app speaks. */
export const viewLanguages: readonly ViewLanguage[] = [
  english,
  { language: 'de', locale: 'de-de', tag: 'de', name: 'Deutsch' },
  { language: 'nb', locale: 'nb-no', tag: 'nb', name: 'Norsk bokmål' },
  { language: 'pt-br', locale: 'pt-br', tag: 'pt-BR', name: 'Português (Brasil)' },
  { language: 'zh-tw', locale: 'zh-tw', tag: 'zh-Hant-TW', name: '繁體中文' },
];

export const findViewLanguage = (wanted: string | null): ViewLanguage =>
  viewLanguages.find(({ language }) => language === wanted) ?? english;
