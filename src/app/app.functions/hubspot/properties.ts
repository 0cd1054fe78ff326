import {
  PropertyCreateFieldTypeEnum as FieldType,
  PropertyCreateTypeEnum as Type,
} from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js';
import * as z from 'zod/mini';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import type { OptionDefinition, PropertyDefinition } from './definitions.ts';
import type { HubSpotApi } from './hubspot-api.ts';
import type { CallFacts } from './hubspot-call.ts';

const storedProperty = z.object({
  name: z.string(),
  type: z.optional(z.string()),
  archived: z.optional(z.boolean()),
  hasUniqueValue: z.optional(z.boolean()),
});
const propertyList = z.object({ results: z.array(storedProperty) });

/** A property as the account has it; archived ones are not listed. */
export type StoredProperty = z.infer<typeof storedProperty>;

const facts = (operation: string, isIdempotent: boolean): CallFacts => ({
  operation,
  isIdempotent,
  rateClass: 'hubspot.general',
});
const listFacts = facts('list properties', true);
const findFacts = facts('read property', true);
const groupFacts = facts('create property group', false);
const batchFacts = facts('create properties', false);
const oneFacts = facts('create property', false);
const optionsFacts = facts('update options of property', true);

export async function listProperties(api: HubSpotApi, objectType: string): Promise<readonly StoredProperty[]> {
  const answer = await api.call(listFacts, api.properties.getAll(objectType, false));
  const { results } = parseJsonBody({ system: 'hubspot', ...listFacts }, answer, propertyList);
  return results.filter(({ archived }) => archived !== true);
}

/** @returns null when there is none, or it is archived */
export async function findProperty(
  api: HubSpotApi,
  objectType: string,
  propertyName: string,
): Promise<StoredProperty | null> {
  const answer = await api
    .call(findFacts, api.properties.getByName(objectType, propertyName, false))
    .catch((error: unknown) => {
      if (isFailureOfKind(error, 'not-found')) return null;
      throw error;
    });
  if (answer === null) return null;
  const stored = parseJsonBody({ system: 'hubspot', ...findFacts }, answer, storedProperty);
  return stored.archived === true ? null : stored;
}

/** A group that exists already is fine. */
export async function ensurePropertyGroup(
  api: HubSpotApi,
  objectType: string,
  group: { readonly name: string; readonly label: string },
): Promise<void> {
  await tolerateConflict(
    api.call(groupFacts, api.propertyGroups.create(objectType, { name: group.name, label: group.label })),
  );
}

/**
 * Creates properties; archived ones of the same name come back. The caller makes sure that they are absent and looks
 * again afterwards when the answer is not `all-created`: somebody else may have created some of them meanwhile.
 */
export async function createProperties(
  api: HubSpotApi,
  objectType: string,
  definitions: readonly PropertyDefinition[],
  groupName: string,
): Promise<'all-created' | 'look-again'> {
  const inputs = definitions.map((definition) => toPropertyCreate(definition, groupName));
  const answer = await tolerateConflict(api.call(batchFacts, api.propertyBatches.create(objectType, { inputs })));
  if (answer === null) return 'look-again';
  const { results } = parseJsonBody({ system: 'hubspot', ...batchFacts }, answer, propertyList);
  const created = new Set(results.map(({ name }) => name));
  return definitions.every(({ name }) => created.has(name)) ? 'all-created' : 'look-again';
}

/**
 * Creates or restores one property; one that exists already is fine.
 *
 * @returns the property as HubSpot made it; null when it existed
 */
export async function ensureProperty(
  api: HubSpotApi,
  objectType: string,
  definition: PropertyDefinition,
  groupName: string,
): Promise<StoredProperty | null> {
  const answer = await tolerateConflict(
    api.call(oneFacts, api.properties.create(objectType, toPropertyCreate(definition, groupName))),
  );
  return answer === null ? null : parseJsonBody({ system: 'hubspot', ...oneFacts }, answer, storedProperty);
}

/** Replaces the whole list of options. */
export async function replaceOptions(
  api: HubSpotApi,
  objectType: string,
  propertyName: string,
  options: readonly OptionDefinition[],
): Promise<void> {
  await api.call(optionsFacts, api.properties.update(objectType, propertyName, { options: toOptionInputs(options) }));
}

/** Options in the order of the list. */
export const toOptionInputs = (options: readonly OptionDefinition[]) =>
  options.map(({ value, label }, displayOrder) => ({ value, label, displayOrder, hidden: false }));

async function tolerateConflict<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch((error: unknown) => {
    if (isFailureOfKind(error, 'conflict')) return null;
    throw error;
  });
}

const types = {
  string: Type.String,
  number: Type.Number,
  datetime: Type.Datetime,
  enumeration: Type.Enumeration,
} as const satisfies Record<PropertyDefinition['type'], Type>;

const fieldTypes = {
  text: FieldType.Text,
  textarea: FieldType.Textarea,
  number: FieldType.Number,
  date: FieldType.Date,
  select: FieldType.Select,
} as const satisfies Record<PropertyDefinition['fieldType'], FieldType>;

function toPropertyCreate(definition: PropertyDefinition, groupName: string) {
  const { name, label, description, type, fieldType, options, hasUniqueValue } = definition;
  return {
    name,
    label,
    description,
    groupName,
    type: types[type],
    fieldType: fieldTypes[fieldType],
    ...(options === undefined ? {} : { options: toOptionInputs(options) }),
    ...(hasUniqueValue === undefined ? {} : { hasUniqueValue }),
  };
}
