import type { ListWebinarsParameters, WebinarSort, WebinarStatus } from '../../../contract/webinars.ts';
import { toAfter } from '../../paging.ts';

/** A status, or those in which somebody should look. */
export type StatusChoice = WebinarStatus | 'attention' | null;

/** What the list of webinars shows. */
export interface WebinarsQuery {
  readonly text: string;
  readonly status: StatusChoice;
  readonly when: 'upcoming' | 'past' | null;
  readonly connection: string | null;
  readonly hostId: string | null;
  readonly sort: WebinarSort;
  readonly direction: 'ascending' | 'descending';
  /** The first one is 1. */
  readonly page: number;
}

export const firstWebinarsQuery: WebinarsQuery = {
  text: '',
  status: null,
  when: null,
  connection: null,
  hostId: null,
  sort: 'startsAt',
  direction: 'descending',
  page: 1,
};

export const webinarsPerPage = 25;

export const attentionStatuses = ['failed', 'partial'] as const satisfies readonly WebinarStatus[];

/** Whatever chooses other rows, or puts them in another order, begins at the first page. */
export const changeQuery = (query: WebinarsQuery, change: Partial<WebinarsQuery>): WebinarsQuery => ({
  ...query,
  page: 1,
  ...change,
});

export const isFiltered = ({ text, status, when, connection, hostId }: WebinarsQuery): boolean =>
  text.trim() !== '' || status !== null || when !== null || connection !== null || hostId !== null;

/** Keeps the order of the rows. */
export const clearFilters = ({ sort, direction }: WebinarsQuery): WebinarsQuery => ({
  ...firstWebinarsQuery,
  sort,
  direction,
});

export function toListParameters(query: WebinarsQuery): ListWebinarsParameters {
  const { status, when, connection, hostId, sort, direction, page } = query;
  const text = query.text.trim();
  return {
    ...(text === '' ? {} : { query: text }),
    ...(status === null ? {} : { statuses: status === 'attention' ? attentionStatuses : [status] }),
    ...(when === null ? {} : { when }),
    ...(connection === null ? {} : { connection }),
    ...(hostId === null ? {} : { hostId }),
    sort,
    direction,
    ...toAfter(page, webinarsPerPage),
    limit: webinarsPerPage,
  };
}
