import type { ListWebinarsParameters, WebinarRow, WebinarStatus } from '../../extensions/contract/webinars.ts';

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

const directions: Readonly<Record<PageRequest['sort'], 'ascending' | 'descending'>> = {
  startsAt: 'descending',
  topic: 'ascending',
  hostName: 'ascending',
  status: 'ascending',
  registeredCount: 'descending',
  attendedCount: 'descending',
  lastSyncAt: 'descending',
};

/** The rows that match, in the order that was asked for; where it does not decide, the newest first, then by ID. */
export function toWebinarPage(rows: readonly WebinarRow[], request: PageRequest): WebinarPage {
  const { sort, offset, limit } = request;
  const direction = request.direction ?? directions[sort];
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

let collator: Intl.Collator | undefined;
/** Made when it is first needed: it takes a good part of a cold start. */
const byLetters = (): Intl.Collator => (collator ??= new Intl.Collator('en', { sensitivity: 'base', numeric: true }));

/** What somebody should look at first. */
const ranks: Readonly<Record<WebinarStatus, number>> = {
  failed: 0,
  partial: 1,
  new: 2,
  complete: 3,
  off: 4,
  'not-supported': 5,
};

type Value = string | number | null;

/** What rows are sorted by; null for what is not known. */
function toValue(row: WebinarRow, sort: PageRequest['sort']): Value {
  switch (sort) {
    case 'status':
      return ranks[row.status];
    case 'hostName':
      return row.hostName === '' ? null : row.hostName;
    case 'startsAt':
    case 'topic':
    case 'registeredCount':
    case 'attendedCount':
    case 'lastSyncAt':
      return row[sort];
  }
}

/** What is not known comes last in either direction. */
function compareValues(a: Value, b: Value, sign: 1 | -1, areWords: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (areWords) return sign * byLetters().compare(String(a), String(b));
  // ISO 8601 in UTC sorts as text.
  return sign * (a < b ? -1 : a > b ? 1 : 0);
}

function createOrder(sort: PageRequest['sort'], direction: 'ascending' | 'descending') {
  const sign = direction === 'ascending' ? 1 : -1;
  const areWords = sort === 'topic' || sort === 'hostName';
  return (one: WebinarRow, other: WebinarRow): number =>
    compareValues(toValue(one, sort), toValue(other, sort), sign, areWords) ||
    compareValues(one.startsAt, other.startsAt, -1, false) ||
    (one.webinarId < other.webinarId ? -1 : 1);
}
