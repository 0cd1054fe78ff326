import { ObjectTypePropertyCreateTypeEnum } from '@hubspot/api-client/lib/codegen/crm/schemas/models/ObjectTypePropertyCreate.js';
import * as z from 'zod/mini';
import { parseJsonBody } from '../http/json.ts';
import { stateObject, type PropertyDefinition } from './definitions.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import { toOptionInputs } from './properties.ts';
import type { CallFacts } from './hubspot-call.ts';

const schemaProperty = z.object({
  name: z.string(),
  type: z.optional(z.string()),
  groupName: z.optional(z.nullable(z.string())),
  archived: z.optional(z.boolean()),
  hasUniqueValue: z.optional(z.boolean()),
  options: z.optional(z.array(z.object({ value: z.string() }))),
});

const objectSchema = z.object({
  name: z.string(),
  id: z.string(),
  objectTypeId: z.optional(z.string()),
  archived: z.optional(z.boolean()),
  properties: z.optional(z.array(schemaProperty)),
});

const schemaList = z.object({ results: z.array(objectSchema) });

/** The state object as the account has it. */
export interface StoredStateObject {
  readonly objectTypeId: string;
  /** Live properties; null when HubSpot did not list them. */
  readonly properties: readonly z.infer<typeof schemaProperty>[] | null;
}

/** Type ids by account; a found id holds for the life of the object, an absence is never remembered. */
export type StateObjectCache = Map<string, string>;

/** The cache in use unless a test brings its own. */
export const stateObjectIdsOfThisProcess: StateObjectCache = new Map();

const listFacts: CallFacts = { operation: 'list custom objects', isIdempotent: true, rateClass: 'hubspot.general' };
const createFacts: CallFacts = { operation: 'create custom object', isIdempotent: false, rateClass: 'hubspot.general' };

/**
 * The type id of the app's custom object, looked up once per process and account.
 *
 * @returns null when the account has no such object: set-up has not run yet
 */
export async function findStateObjectTypeId(
  api: HubSpotApi,
  cache: StateObjectCache = stateObjectIdsOfThisProcess,
): Promise<string | null> {
  const known = cache.get(api.accountKey);
  if (known !== undefined) return known;
  return (await readStateObject(api, cache))?.objectTypeId ?? null;
}

/**
 * What the app's custom object can be called without looking its type id up: the id where it is known, else the short
 * name that HubSpot takes in paths.
 *
 * @see https://developers.hubspot.com/docs/api-reference/crm-custom-objects-v3/guide (read 2026-11-29)
 */
export const nameStateObject = (
  api: Pick<HubSpotApi, 'accountKey'>,
  cache: StateObjectCache = stateObjectIdsOfThisProcess,
): string => cache.get(api.accountKey) ?? `p_${stateObject.name}`;

/** Looks the object up, whatever the cache says, and remembers its id. */
export async function readStateObject(
  api: HubSpotApi,
  cache: StateObjectCache = stateObjectIdsOfThisProcess,
): Promise<StoredStateObject | null> {
  const answer = await api.call(listFacts, api.schemas.getAll(false));
  const { results } = parseJsonBody({ system: 'hubspot', ...listFacts }, answer, schemaList);
  const found = results.find(({ name, archived }) => name === stateObject.name && archived !== true);
  if (found === undefined) {
    cache.delete(api.accountKey);
    return null;
  }
  const object = toStoredStateObject(found);
  cache.set(api.accountKey, object.objectTypeId);
  return object;
}

/** @throws IntegrationError kind `conflict` when the object exists already, `missing-scope` also without an Enterprise account */
export async function createStateObject(
  api: HubSpotApi,
  cache: StateObjectCache = stateObjectIdsOfThisProcess,
): Promise<StoredStateObject> {
  const { name, labels, description, keyProperty, secondaryDisplayProperties, searchableProperties } = stateObject;
  const answer = await api.call(
    createFacts,
    api.schemas.create({
      name,
      labels,
      description,
      primaryDisplayProperty: keyProperty,
      requiredProperties: [keyProperty],
      secondaryDisplayProperties: [...secondaryDisplayProperties],
      searchableProperties: [...searchableProperties],
      associatedObjects: [],
      properties: stateObject.properties.map(toSchemaProperty),
    }),
  );
  const object = toStoredStateObject(parseJsonBody({ system: 'hubspot', ...createFacts }, answer, objectSchema));
  cache.set(api.accountKey, object.objectTypeId);
  return object;
}

const schemaPropertyTypes = {
  string: ObjectTypePropertyCreateTypeEnum.String,
  number: ObjectTypePropertyCreateTypeEnum.Number,
  datetime: ObjectTypePropertyCreateTypeEnum.Datetime,
  enumeration: ObjectTypePropertyCreateTypeEnum.Enumeration,
} as const satisfies Record<PropertyDefinition['type'], ObjectTypePropertyCreateTypeEnum>;

function toSchemaProperty({ name, label, description, type, fieldType, options, hasUniqueValue }: PropertyDefinition) {
  return {
    name,
    label,
    description,
    type: schemaPropertyTypes[type],
    fieldType,
    ...(options === undefined ? {} : { options: toOptionInputs(options) }),
    ...(hasUniqueValue === undefined ? {} : { hasUniqueValue }),
  };
}

function toStoredStateObject({ objectTypeId, id, properties }: z.infer<typeof objectSchema>): StoredStateObject {
  return {
    objectTypeId: objectTypeId ?? id,
    properties: properties?.filter(({ archived }) => archived !== true) ?? null,
  };
}
