import type { ListWebinarsParameters, WebinarRow } from '../../extensions/contract/webinars.ts';

type Filters = Pick<ListWebinarsParameters, 'query' | 'statuses' | 'when' | 'hostId' | 'direction'>;

/** `undefined` counts as absent. */
export type PageRequest = { readonly [Name in keyof Filters]?: Filters[Name] | undefined } & {
  readonly sort: NonNullable<ListWebinarsParameters['sort']>;
  /** How many rows come before. */
  readonly offset: number;
  readonly limit: number;
};

export interface WebinarPage {
  readonly webinars: readonly WebinarRow[];
  /** Of those that match. */
  readonly totalCount: number;
  /** Null at the end. */
  readonly after: string | null;
}

/** The rows that match, in the order that was asked for; where it does not decide, by ID. */
export function toWebinarPage(rows: readonly WebinarRow[], request: PageRequest): WebinarPage {
  const { sort, offset, limit } = request;
  const direction = request.direction ?? (sort === 'topic' ? 'ascending' : 'descending');
  const matching = rows.filter(createFilter(request)).sort(createOrder(sort, direction));
  const end = offset + limit;
  return {
    webinars: matching.slice(offset, end),
    totalCount: matching.length,
    after: end < matching.length ? String(end) : null,
  };
}

function createFilter({ query = '', statuses, when, hostId }: PageRequest): (row: WebinarRow) => boolean {
  const wanted = fold(query.trim());
  const digits = query.replaceAll(/[\s\u00a0-]/g, '');
  const isNumber = /^\d+$/.test(digits);
  return (row) =>
    (wanted === '' ||
      fold(row.topic).includes(wanted) ||
      fold(row.hostName).includes(wanted) ||
      (isNumber && row.webinarId.includes(digits))) &&
    (statuses === undefined || statuses.includes(row.status)) &&
    (when === undefined || row.isUpcoming === (when === 'upcoming')) &&
    (hostId === undefined || row.hostId === hostId);
}

/** Accents and capitals do not matter. */
const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const byLetters = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** What has no date comes last in either direction. */
function createOrder(sort: PageRequest['sort'], direction: 'ascending' | 'descending') {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = (one: WebinarRow, other: WebinarRow): number => {
    if (sort === 'topic') return sign * byLetters.compare(one.topic, other.topic);
    const [a, b] = [one[sort], other[sort]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    // ISO 8601 in UTC sorts as text.
    return sign * (a < b ? -1 : a > b ? 1 : 0);
  };
  return (one: WebinarRow, other: WebinarRow): number =>
    compare(one, other) || (one.webinarId < other.webinarId ? -1 : 1);
}
