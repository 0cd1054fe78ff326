/** The languages that pages, card and audit log speak, as BCP 47 tags. */
export const languages = ['en', 'de', 'nb', 'pt-BR', 'zh-TW'] as const;

export type Language = (typeof languages)[number];

/** By the language part of a tag. Whoever reads one of the two Norwegians or of the two scripts reads ours. */
const languageByPrefix: ReadonlyMap<string, Language> = new Map([
  ['en', 'en'],
  ['de', 'de'],
  ['nb', 'nb'],
  ['nn', 'nb'],
  ['no', 'nb'],
  ['pt', 'pt-BR'],
  ['zh', 'zh-TW'],
]);

/**
 * The language of ours that a user of that tag reads; null where we have none.
 *
 * @param tag - as HubSpot writes it: `pt-br`, `pt_BR`, `de`
 */
export function findLanguage(tag: string | undefined): Language | null {
  const [prefix = ''] = (tag ?? '').toLowerCase().split(/[-_]/u);
  return languageByPrefix.get(prefix) ?? null;
}

/** The first of a user's languages that we speak, else English. */
export function chooseLanguage(tags: readonly (string | undefined)[]): Language {
  return tags.map(findLanguage).find((language) => language !== null) ?? 'en';
}
