import type { EmulatorCall } from '../core/operation.ts';
import type { Account } from './entities.ts';
import { refusals } from './errors.ts';
import { integerParameter } from './parameters.ts';
import { minuteMs } from './zoom-time.ts';
import { newId, type ZoomWorld } from './world.ts';

/** @see https://developers.zoom.us/docs/api/pagination/ (read 2026-11-20) */
const pageTokenLifeMs = 15 * minuteMs;
const pageSizeDefault = 30;

export interface PageRules {
  readonly pageSizeMax: number;
  /** Whether the deprecated `page_number` still counts here. */
  readonly knowsPageNumber?: boolean;
  readonly isHeavy?: boolean;
}

export interface Page {
  readonly offset: number;
  /** As asked for; echoed in the answer. */
  readonly pageSize: number;
  /** How many rows the page really holds at most. */
  readonly rowCount: number;
  readonly boundTo: string;
  readonly knowsPageNumber: boolean;
}

/**
 * Reads where a list request wants to be.
 * @throws Refused for a page size out of range, or a token that is unknown, older than 15 minutes, or made by a request that
 *         differed in path or any parameter
 */
export function readPage(world: ZoomWorld, account: Account, call: EmulatorCall, rules: PageRules): Page {
  const pageSize =
    integerParameter(call.query, 'page_size', { minimum: 1, maximum: rules.pageSizeMax }) ?? pageSizeDefault;
  const pageNumber =
    rules.knowsPageNumber === true
      ? integerParameter(call.query, 'page_number', { minimum: 1, maximum: 1_000_000 })
      : null;
  const boundTo = describeRequest(account, call);
  const { heavyPageRows, pageRowsMax } = world.switches;
  const heavyRows = rules.isHeavy === true ? heavyPageRows : null;
  return {
    offset: offsetOf(world, call, boundTo) ?? ((pageNumber ?? 1) - 1) * pageSize,
    pageSize,
    rowCount: Math.min(pageSize, heavyRows ?? pageSize, pageRowsMax ?? pageSize),
    boundTo,
    knowsPageNumber: rules.knowsPageNumber === true,
  };
}

function offsetOf(world: ZoomWorld, call: EmulatorCall, boundTo: string): number | null {
  const text = call.query.get('next_page_token') ?? '';
  if (text === '') return null;
  const token = world.pageTokens.get(text);
  if (token?.boundTo !== boundTo || token.expiresAt <= world.clock.now()) {
    throw refusals.pageTokenInvalid();
  }
  return token.offset;
}

function describeRequest(account: Account, call: EmulatorCall): string {
  const pairs = [...call.query].filter(([name]) => name !== 'next_page_token').map((pair) => JSON.stringify(pair));
  return [account.accountId, call.operationId, JSON.stringify(call.params), ...pairs.sort()].join('\n');
}

/** The paging fields of an answer. A token is only handed out when rows are left. */
export function pageFields(world: ZoomWorld, page: Page, totalCount: number) {
  const nextOffset = page.offset + page.rowCount;
  return {
    page_count: Math.ceil(totalCount / page.pageSize),
    ...(page.knowsPageNumber ? { page_number: Math.floor(page.offset / page.pageSize) + 1 } : {}),
    page_size: page.pageSize,
    total_records: totalCount,
    next_page_token: nextOffset < totalCount ? issuePageToken(world, page.boundTo, nextOffset) : '',
  };
}

function issuePageToken(world: ZoomWorld, boundTo: string, offset: number): string {
  const now = world.clock.now();
  for (const [text, { expiresAt }] of world.pageTokens) {
    if (expiresAt > now) break;
    world.pageTokens.delete(text);
  }
  const text = `${newId(world.random, 24)}2`;
  world.pageTokens.set(text, { boundTo, offset, expiresAt: now + pageTokenLifeMs });
  return text;
}

/** The rows of a page, oldest first or newest first, without walking through the rest of the list. */
export function rowsOfPage<Row>(
  list: readonly Row[],
  page: Page,
  order: 'oldest-first' | 'newest-first' = 'oldest-first',
): Row[] {
  if (order === 'oldest-first') return list.slice(page.offset, page.offset + page.rowCount);
  const end = list.length - page.offset;
  return end <= 0 ? [] : list.slice(Math.max(0, end - page.rowCount), end).reverse();
}
