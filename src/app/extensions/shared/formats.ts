import { chooseLanguage, findLanguage } from './words/languages.ts';

/** Numbers and times as this user reads them. Instants are ISO 8601 texts. */
export interface Formats {
  /** BCP 47, of the user's region if Intl knows it. */
  readonly locale: string;
  /** IANA name of the zone that all times are shown in. */
  readonly timeZone: string;
  readonly count: (count: number) => string;
  readonly date: (instant: string) => string;
  readonly dateAndTime: (instant: string) => string;
  readonly time: (instant: string) => string;
  /** With the name of the zone, for whoever wonders which one it is. */
  readonly timeInZone: (instant: string) => string;
  /** The number of minutes, rounded; a stay that is shorter than half a minute still counts as one. */
  readonly wholeMinutes: (seconds: number) => string;
  /** Rounded down, so that 100 % is said only of somebody who stayed to the end. */
  readonly percentage: (percentage: number) => string;
  /** “a, b and c” */
  readonly list: (items: readonly string[]) => string;
}

/** The part of an extension's context that formats depend on. */
export interface Reader {
  readonly user: { readonly locale?: string; readonly language?: string };
  readonly portal: { readonly timezone: string };
}

const fallbackLocale = 'en';
const fallbackTimeZone = 'UTC';

/**
 * Formats for the user's locale, in the user's time zone.
 *
 * @param userTimeZone - of the user's machine; the account's zone stands in for it where it is unknown
 */
export function createFormats(reader: Reader, userTimeZone: string | null = findUserTimeZone()): Formats {
  const locale = chooseLocale(reader.user);
  const timeZone = [userTimeZone, reader.portal.timezone].find(isKnownTimeZone) ?? fallbackTimeZone;
  const counts = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const datesAndTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
  const timesInZone = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone });
  const percentages = new Intl.NumberFormat(locale, { style: 'percent' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    timeZone,
    count: (count) => counts.format(count),
    date: (instant) => dates.format(new Date(instant)),
    dateAndTime: (instant) => datesAndTimes.format(new Date(instant)),
    time: (instant) => times.format(new Date(instant)),
    timeInZone: (instant) => `${timesInZone.format(new Date(instant))} (${timeZone})`,
    wholeMinutes: (seconds) => counts.format(seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0),
    percentage: (percentage) => percentages.format(Math.floor(percentage) / 100),
    list: (items) => lists.format(items),
  };
}

/**
 * The user's own locale where it is one of the language that we speak to the user, else that language itself: a German
 * text with Danish dates would be harder to read than either.
 */
function chooseLocale({ locale, language }: Reader['user']): string {
  const spoken = chooseLanguage([language, locale]);
  const own = [locale, language].find((tag) => findLanguage(tag) === spoken && toKnownLocale(tag) !== null);
  return toKnownLocale(own) ?? toKnownLocale(spoken) ?? fallbackLocale;
}

/** HubSpot writes both `pt-br` and `pt_BR`; Intl throws at the second. */
function toKnownLocale(tag: string | undefined): string | null {
  if (tag === undefined) return null;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** Some runtimes leave it out, whatever the types say. */
function findUserTimeZone(): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions() as { readonly timeZone?: string };
  return timeZone ?? null;
}

function isKnownTimeZone(timeZone: string | null): timeZone is string {
  if (timeZone === null) return false;
  try {
    Intl.DateTimeFormat(fallbackLocale, { timeZone });
    return true;
  } catch {
    return false;
  }
}
