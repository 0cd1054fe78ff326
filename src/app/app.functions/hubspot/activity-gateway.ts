import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import * as z from 'zod/mini';
import { parseInstant, type Instant } from '../domain/instant.ts';
import { parseJsonBody } from '../http/json.ts';
import { hubSpotObject } from './batch-answer.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import type { CallFacts } from './hubspot-call.ts';
import { searchPageSizeMax } from './hubspot-limits.ts';
import { paging } from './paging.ts';

const facts: CallFacts = { operation: 'read the activity', isIdempotent: true, rateClass: 'hubspot.search' };
const searchAnswer = z.object({ results: z.array(hubSpotObject), paging });

/** The record of a webinar without its payload. */
export interface WebinarActivity {
  /** Empty for a record that was written before there was such a property. */
  readonly activity: string;
  readonly summary: string;
  readonly occurredAt: Instant | null;
}

/**
 * What syncs did to each webinar that something was written about since then, two hundred webinars a call, the latest
 * first. HubSpot's index is some seconds behind.
 *
 * @returns `isWhole`: false when there are more webinars than so many pages hold
 */
export async function readActivity(
  api: HubSpotApi,
  objectTypeId: string,
  since: Instant,
  pagesMax: number,
): Promise<{ readonly webinars: readonly WebinarActivity[]; readonly isWhole: boolean }> {
  const found = new Map<string, WebinarActivity>();
  let after: string | null = '0';
  for (let page = 0; page < pagesMax && after !== null; page += 1) {
    const answer: Awaited<ReturnType<HubSpotApi['call']>> = await api.call(
      facts,
      api.objectSearch.doSearch(objectTypeId, toSearch(since, after)),
    );
    const parsed = parseJsonBody({ system: 'hubspot', ...facts }, answer, searchAnswer);
    // Who is written meanwhile moves to the top and pushes others onto the next page again.
    for (const { id, properties } of parsed.results) {
      if (found.has(id)) continue;
      const { activity, summary, occurred_at: occurredAt } = properties;
      found.set(id, { activity: activity ?? '', summary: summary ?? '', occurredAt: parseInstant(occurredAt) });
    }
    after = parsed.results.length === 0 ? null : (parsed.paging?.next?.after ?? null);
  }
  return { webinars: [...found.values()], isWhole: after === null };
}

const toSearch = (since: Instant, after: string) => ({
  filterGroups: [
    {
      filters: [
        { propertyName: 'kind', operator: FilterOperatorEnum.Eq, value: 'webinar' },
        { propertyName: 'occurred_at', operator: FilterOperatorEnum.Gte, value: String(since) },
      ],
    },
  ],
  sorts: ['-occurred_at'],
  properties: ['activity', 'summary', 'occurred_at'],
  limit: searchPageSizeMax,
  after,
});
