import type { Words } from '../words/words.ts';

/** A vendor's own words, in its own language: closed by a full stop if they end without one. */
export function asSentence(text: string, words: Words): string {
  const trimmed = text.trim();
  if (trimmed === '') return words.t('common.not-stated');
  return /[.!?。！？]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Several of a vendor's reasons, in quotation marks. */
export const asQuotedList = (texts: readonly string[], words: Words): string =>
  words.formats.list(texts.map((text) => words.t('common.quoted', { text })));
