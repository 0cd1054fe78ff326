import { mapUntil } from '../sync/map-until.ts';
import type { Page, PageTokenExpired } from '../sync/ports.ts';

/** A list from its first page to its last. */
export interface WholeList<Row> {
  readonly kind: 'whole';
  readonly rows: readonly Row[];
  readonly quarantinedCount: number;
}

/**
 * Reads a list to its end, in one go; begins again when Zoom has forgotten the place.
 *
 * @param readPage - what it answers instead of a page is answered by this, too
 */
export async function readWhole<Row, Other extends { readonly kind: string } = never>(
  readPage: (pageToken: string | null) => Promise<Page<Row> | PageTokenExpired | Other>,
  shouldStop: () => boolean,
): Promise<WholeList<Row> | { readonly kind: 'stopped' } | Other> {
  let rows: readonly Row[] = [];
  let quarantinedCount = 0;
  let pageToken: string | null = null;
  do {
    if (shouldStop()) return { kind: 'stopped' };
    const page: Page<Row> | PageTokenExpired | Other = await readPage(pageToken);
    if (isExpired(page)) {
      rows = [];
      quarantinedCount = 0;
      pageToken = null;
      continue;
    }
    if (!isPage(page)) return page;
    rows = [...rows, ...page.rows];
    quarantinedCount += page.quarantinedCount;
    if (page.nextPageToken === null) return { kind: 'whole', rows, quarantinedCount };
    pageToken = page.nextPageToken;
  } while (true as boolean);
  return { kind: 'stopped' };
}

type Answer<Row, Other> = Page<Row> | PageTokenExpired | Other;

const isExpired = <Row, Other extends { readonly kind: string }>(
  answer: Answer<Row, Other>,
): answer is PageTokenExpired & Answer<Row, Other> => answer.kind === 'page-token-expired';

const isPage = <Row, Other extends { readonly kind: string }>(
  answer: Answer<Row, Other>,
): answer is Page<Row> & Answer<Row, Other> => answer.kind === 'page';

/**
 * Works through items in their order, several at once, and keeps what was done when something fails or time is up.
 *
 * @returns the number of items, from the first on, that are done; and what failed, else null
 */
export async function workThrough<Item>(
  items: readonly Item[],
  shouldStop: () => boolean,
  work: (item: Item) => Promise<{ readonly isDone: boolean }>,
  atOnce: number,
): Promise<{ readonly doneCount: number; readonly error: unknown }> {
  const isDoneAt: boolean[] = [];
  const numbered = items.map((item, place) => ({ item, place }));
  const error = await mapUntil(
    numbered,
    shouldStop,
    async ({ item, place }) => {
      isDoneAt[place] = (await work(item)).isDone;
    },
    atOnce,
  ).then(
    () => null,
    (failure: unknown) => failure,
  );
  const firstOpen = items.findIndex((_, place) => isDoneAt[place] !== true);
  return { doneCount: firstOpen === -1 ? items.length : firstOpen, error };
}
