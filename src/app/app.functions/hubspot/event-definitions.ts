import * as z from 'zod/mini';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { EventDefinition, EventPropertyDefinition } from './definitions.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { eventDefinitionPageSize } from './hubspot-limits.ts';
import type { CallFacts } from './hubspot-call.ts';
import { paging } from './paging.ts';

// The SDK has no builder for event definitions.
const path = '/events/v3/event-definitions';

const storedDefinition = z.object({
  name: z.string(),
  fullyQualifiedName: z.string(),
  archived: z.optional(z.boolean()),
  properties: z.optional(z.array(z.object({ name: z.string() }))),
});
const definitionPage = z.object({
  results: z.array(storedDefinition),
  paging,
});

/** An event definition as the account has it. */
export interface StoredEventDefinition {
  /** What sent events are called by. */
  readonly fullyQualifiedName: string;
  /** Null when HubSpot did not list them. */
  readonly propertyNames: ReadonlySet<string> | null;
}

const listFacts: CallFacts = { operation: 'list event definitions', isIdempotent: true, rateClass: 'hubspot.general' };
const createFacts: CallFacts = {
  operation: 'create event definition',
  isIdempotent: false,
  rateClass: 'hubspot.general',
};

const addPropertyFacts: CallFacts = { ...createFacts, operation: 'add property to event definition' };

/** An account has at most 500 definitions; a paging that does not end by then is broken. */
const pageCountMax = 6;

/**
 * The account's event definitions, by name. Reads on until all wanted ones are found or the list ends: one call for
 * nearly every account.
 *
 * @see https://developers.hubspot.com/docs/api-reference/events-manage-event-definitions-v3/guide (read 2026-11-20)
 */
export async function readEventDefinitions(
  api: HubSpotApi,
  wantedNames: readonly string[],
): Promise<ReadonlyMap<string, StoredEventDefinition>> {
  const found = new Map<string, StoredEventDefinition>();
  let after: string | null = null;
  for (let pageNumber = 1; pageNumber <= pageCountMax; pageNumber += 1) {
    const query = new URLSearchParams({
      limit: String(eventDefinitionPageSize),
      includeProperties: 'true',
      ...(after === null ? {} : { after }),
    });
    const answer = await api.callPath(listFacts, { method: 'GET', path: `${path}?${query.toString()}` });
    const page = parseJsonBody({ system: 'hubspot', ...listFacts }, answer, definitionPage);
    for (const { name, fullyQualifiedName, archived, properties } of page.results) {
      if (archived === true) continue;
      const propertyNames = properties === undefined ? null : new Set(properties.map((property) => property.name));
      found.set(name, { fullyQualifiedName, propertyNames });
    }
    after = page.paging?.next?.after ?? null;
    if (after === null || wantedNames.every((name) => found.has(name))) break;
  }
  return found;
}

/**
 * @returns the fully qualified name
 * @throws IntegrationError kind `conflict` when the definition exists already
 */
export async function createEventDefinition(
  api: HubSpotApi,
  { name, label, description, properties }: EventDefinition,
): Promise<string> {
  const answer = await api.callPath(createFacts, {
    method: 'POST',
    path,
    body: {
      name,
      label,
      description,
      primaryObject: 'CONTACT',
      // The defaults describe page views: address, browser, campaign.
      includeDefaultProperties: false,
      propertyDefinitions: properties,
    },
  });
  return parseJsonBody({ system: 'hubspot', ...createFacts }, answer, storedDefinition).fullyQualifiedName;
}

/** Adds a property to a definition; one that exists already is fine. */
export async function addEventProperty(
  api: HubSpotApi,
  fullyQualifiedName: string,
  property: EventPropertyDefinition,
): Promise<void> {
  await api
    .callPath(addPropertyFacts, {
      method: 'POST',
      path: `${path}/${encodeURIComponent(fullyQualifiedName)}/property`,
      body: property,
    })
    .catch((error: unknown) => {
      if (!isFailureOfKind(error, 'conflict')) throw error;
    });
}
