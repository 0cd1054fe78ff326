import { findViewLanguage, type ViewLanguage } from './languages.ts';

/** As whom the pages are looked at. It stands in the query of the address, so that a link shows the same. */
export interface ViewAs {
  readonly language: ViewLanguage;
  readonly mayWrite: boolean;
  /** Null: the account's own. */
  readonly timeZone: string | null;
}

const names = { language: 'language', permissions: 'permissions', timeZone: 'timeZone' } as const;

export function readViewAs(query: URLSearchParams): ViewAs {
  const timeZone = query.get(names.timeZone);
  return {
    language: findViewLanguage(query.get(names.language)),
    mayWrite: query.get(names.permissions) !== 'read',
    timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
  };
}

/** The address with one of the choices changed; what is usual is left out of it. */
export function changeViewAs(href: string, name: keyof typeof names, value: string | null): string {
  const url = new URL(href, location.origin);
  if (value === null) url.searchParams.delete(names[name]);
  else url.searchParams.set(names[name], value);
  return `${url.pathname}${url.search}`;
}

/** The address of another page, with the choices of this one. */
export function keepViewAs(href: string, query: URLSearchParams): string {
  const url = new URL(href, location.origin);
  for (const name of Object.values(names)) {
    const value = query.get(name);
    if (value !== null && !url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return `${url.pathname}${url.search}`;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
