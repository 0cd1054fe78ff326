import { useState } from 'react';

/** Where somebody is in a list that is read page by page, each page telling where the next one begins. */
export interface Cursor {
  /** Undefined on the first page. */
  readonly after: string | undefined;
  /** From 1. */
  readonly page: number;
  readonly next: (after: string) => void;
  readonly previous: () => void;
}

/** @param list - names the list, with its search; another one begins with its first page */
export function useCursor(list: string): Cursor {
  const [place, setPlace] = useState<{ readonly list: string; readonly afters: readonly string[] }>({
    list,
    afters: [],
  });
  const afters = place.list === list ? place.afters : [];
  return {
    after: afters.at(-1),
    page: afters.length + 1,
    next: (after) => setPlace({ list, afters: [...afters, after] }),
    previous: () => setPlace({ list, afters: afters.slice(0, -1) }),
  };
}
