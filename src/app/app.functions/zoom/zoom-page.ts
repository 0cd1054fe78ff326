import { isIntegrationError, type Failure } from '../http/integration-error.ts';
import type { NotReady, Page, PageTokenExpired, RegistrationOff } from '../sync/ports.ts';
import type { ParsedRows } from './parse-zoom-rows.ts';

/** The most that Zoom gives; heavy endpoints may give less, which the page token makes good. */
export const zoomPageSize = '300';
/** The list of users has larger pages. */
export const zoomUserPageSize = '2000';

export const pageTokenExpired: PageTokenExpired = { kind: 'page-token-expired' };
export const registrationOff: RegistrationOff = { kind: 'registration-off' };
export const notReady: NotReady = { kind: 'not-ready' };

/** Turns the one failure that is an ordinary answer here into that answer. */
export async function orWhen<Result, Instead>(
  reading: Promise<Result>,
  isExpected: (failure: Failure) => boolean,
  instead: Instead,
): Promise<Result | Instead> {
  try {
    return await reading;
  } catch (error) {
    if (isIntegrationError(error) && isExpected(error.failure)) return instead;
    throw error;
  }
}

/**
 * A page as the sync reads it. Its rows are understood when somebody asks for them, so that the next page can be on its
 * way by then.
 */
export function toPage<Row>(
  page: { readonly next_page_token: string | null; readonly total_records: number | null },
  parse: () => ParsedRows<Row>,
): Page<Row> {
  let known: ParsedRows<Row> | null = null;
  const parsed = (): ParsedRows<Row> => (known ??= parse());
  return {
    kind: 'page',
    get rows() {
      return parsed().rows;
    },
    get quarantinedCount() {
      return parsed().quarantinedCount;
    },
    nextPageToken: page.next_page_token,
    totalCount: page.total_records,
  };
}
