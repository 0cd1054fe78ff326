/** How numbers and instants are written; a subset of the pages' formats. */
export interface SyncFormats {
  readonly count: (count: number) => string;
  /** @param instant - ISO 8601 */
  readonly dateAndTime: (instant: string) => string;
}

export const toPeople = (personCount: number, { count }: SyncFormats): string =>
  `${count(personCount)} ${personCount === 1 ? 'person' : 'people'}`;

/** A vendor's words, closed by a full stop if they end without one. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return 'none given.';
  return /[.!?]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}

export const asQuotedList = (texts: readonly string[]): string => texts.map((text) => `“${text}”`).join(', ');
