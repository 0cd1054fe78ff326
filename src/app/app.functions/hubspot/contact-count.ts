import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import * as z from 'zod/mini';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import { parseJsonBody } from '../http/json.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import type { CallFacts } from './hubspot-call.ts';

const facts: CallFacts = { operation: 'count contacts of a domain', isIdempotent: true, rateClass: 'hubspot.search' };
const searchTotal = z.object({ total: z.int().check(z.minimum(0)) });

const hasWebinars = { propertyName: contactPropertyNames.registrationCount, operator: FilterOperatorEnum.HasProperty };

/**
 * How many contacts with webinars have their primary address in a domain or below it. HubSpot's index is some seconds
 * behind. One call.
 *
 * @param domain - in ASCII and lower case
 * @see https://developers.hubspot.com/docs/api-reference/2026-03/crm/search-the-crm (wildcards, read 2026-11-20)
 */
export async function countContactsOfDomain(api: HubSpotApi, domain: string): Promise<number> {
  const propertyName = 'hs_email_domain';
  const answer = await api.call(
    facts,
    api.objectSearch.doSearch('contacts', {
      filterGroups: [
        { filters: [{ propertyName, operator: FilterOperatorEnum.Eq, value: domain }, hasWebinars] },
        { filters: [{ propertyName, operator: FilterOperatorEnum.ContainsToken, value: `*.${domain}` }, hasWebinars] },
      ],
      properties: [],
      sorts: [],
      limit: 1,
      after: '0',
    }),
  );
  return parseJsonBody({ system: 'hubspot', ...facts }, answer, searchTotal).total;
}
