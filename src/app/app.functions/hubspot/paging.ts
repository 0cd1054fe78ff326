import * as z from 'zod/mini';
import type { HttpAnswer } from '../http/http.ts';
import { unexpectedShape } from '../http/json.ts';
import type { CallFacts } from './hubspot-call.ts';

/** Where the next page of a list begins; absent at its end. */
export const paging = z.optional(
  z.nullable(z.object({ next: z.optional(z.nullable(z.object({ after: z.string() }))) })),
);

/**
 * The token of the next page, null at the end of the list.
 *
 * @throws IntegrationError kind `unexpected-shape` for a page that points to itself, which would be read for ever
 */
export function readNextPage(
  facts: CallFacts,
  answer: HttpAnswer,
  page: { readonly paging?: z.infer<typeof paging> },
  asked: string | null,
): string | null {
  const after = page.paging?.next?.after ?? null;
  if (after !== null && after === asked) {
    throw unexpectedShape({ system: 'hubspot', ...facts }, answer, 'paging.next.after is the page that was asked for');
  }
  return after;
}
