import { useSyncExternalStore } from 'react';

const changed = 'preview:location';

const subscribe = (listener: () => void): (() => void) => {
  addEventListener('popstate', listener);
  addEventListener(changed, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(changed, listener);
  };
};

/** Path and query of the page, as one text; changes when somebody goes elsewhere. */
export const useHref = (): string => useSyncExternalStore(subscribe, () => `${location.pathname}${location.search}`);

/** Goes to a page without loading anything anew. */
export function goTo(href: string, { replaces = false } = {}): void {
  if (replaces) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  dispatchEvent(new Event(changed));
}

const pageOf = (href: string): URL => new URL(href, location.origin);
export const pathOf = (href: string): string => pageOf(href).pathname;
export const queryOf = (href: string): URLSearchParams => pageOf(href).searchParams;
