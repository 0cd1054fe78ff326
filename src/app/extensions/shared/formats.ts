/** Numbers and times as this user reads them. Instants are ISO 8601 texts. */
export interface Formats {
  readonly count: (count: number) => string;
  readonly date: (instant: string) => string;
  readonly dateAndTime: (instant: string) => string;
  /** The number of minutes, rounded; a stay that is shorter than half a minute still counts as one. */
  readonly wholeMinutes: (seconds: number) => string;
  /** Rounded down, so that 100 % is said only of somebody who stayed to the end. */
  readonly percentage: (percentage: number) => string;
}

/** The part of an extension's context that formats depend on. */
export interface Reader {
  readonly user: { readonly locale?: string; readonly language?: string };
  readonly portal: { readonly timezone: string };
}

const fallbackLocale = 'en';
const fallbackTimeZone = 'UTC';

/** Formats for the user's language and the account's time zone. */
export function createFormats(reader: Reader): Formats {
  const locale = firstKnownLocale([reader.user.locale, reader.user.language]);
  const timeZone = isKnownTimeZone(reader.portal.timezone) ? reader.portal.timezone : fallbackTimeZone;
  const counts = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const datesAndTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const percentages = new Intl.NumberFormat(locale, { style: 'percent' });
  return {
    count: (count) => counts.format(count),
    date: (instant) => dates.format(new Date(instant)),
    dateAndTime: (instant) => datesAndTimes.format(new Date(instant)),
    wholeMinutes: (seconds) => counts.format(seconds > 0 ? Math.max(1, Math.round(seconds / 60)) : 0),
    percentage: (percentage) => percentages.format(Math.floor(percentage) / 100),
  };
}

/** HubSpot writes both `pt-br` and `pt_BR`; Intl throws at the second. */
function firstKnownLocale(candidates: readonly (string | undefined)[]): string {
  for (const candidate of candidates) {
    const [locale] = candidate === undefined ? [] : toKnownLocales(candidate.replaceAll('_', '-'));
    if (locale !== undefined) return locale;
  }
  return fallbackLocale;
}

function toKnownLocales(locale: string): readonly string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale);
  } catch {
    return [];
  }
}

function isKnownTimeZone(timeZone: string): boolean {
  try {
    Intl.DateTimeFormat(fallbackLocale, { timeZone });
    return true;
  } catch {
    return false;
  }
}
