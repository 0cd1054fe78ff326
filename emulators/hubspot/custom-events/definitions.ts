import * as z from 'zod';
import type { EventDefinition, HubSpotWorld, PropertyDefinition } from '../entities.ts';
import { problems } from '../errors.ts';
import { eventDefinitionsMax, eventNameCharactersMax, eventPropertiesMax } from '../limits.ts';
import { toOptionList } from '../properties/definitions.ts';
import { presentProperty } from '../properties/present.ts';
import { toVendorTime } from '../time.ts';

const optionSchema = z.object({
  label: z.string(),
  value: z.string(),
  description: z.string().nullish(),
  displayOrder: z.int().nullish(),
  hidden: z.boolean().nullish(),
});

export const eventPropertySchema = z.object({
  name: z.string().optional(),
  label: z.string().min(1),
  type: z.enum(['string', 'number', 'enumeration', 'datetime']),
  description: z.string().nullish(),
  options: z.array(optionSchema).nullish(),
});
export type EventPropertyCreate = z.infer<typeof eventPropertySchema>;

export const eventPropertyPatchSchema = z.object({
  label: z.string().optional(),
  description: z.string().optional(),
  options: z.array(optionSchema).optional(),
});

export const eventDefinitionSchema = z.object({
  label: z.string().min(1),
  name: z.string().nullish(),
  description: z.string().nullish(),
  primaryObject: z.enum(['CONTACT', 'COMPANY', 'DEAL', 'TICKET']).nullish(),
  includeDefaultProperties: z.boolean().nullish(),
  propertyDefinitions: z.array(eventPropertySchema).nullish(),
  customMatchingId: z.unknown().optional(),
});
export type EventDefinitionCreate = z.infer<typeof eventDefinitionSchema>;

export const eventDefinitionPatchSchema = z.object({
  label: z.string().optional(),
  description: z.string().optional(),
});

const namePattern = /^[a-z][a-z0-9_]*$/;

const defaultProperties = [
  'hs_asset_description',
  'hs_asset_type',
  'hs_browser',
  'hs_campaign_id',
  'hs_city',
  'hs_country',
  'hs_device_type',
  'hs_element_class',
  'hs_element_id',
  'hs_element_text',
  'hs_language',
  'hs_link_href',
  'hs_page_content_type',
  'hs_page_id',
  'hs_page_title',
  'hs_page_url',
  'hs_referrer',
  'hs_region',
] as const;

const nameFrom = (label: string): string =>
  label
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');

function refuseName(kind: string, name: string): void {
  if (!namePattern.test(name) || name.length > eventNameCharactersMax) {
    throw problems.validation(
      `"${name}" is not a name for ${kind}: lower-case letters, digits and underscores, a letter first, at most ${eventNameCharactersMax}.`,
    );
  }
}

const fieldTypes = { string: 'text', number: 'number', enumeration: 'select', datetime: 'date' } as const;

function toEventProperty(world: HubSpotWorld, create: EventPropertyCreate): PropertyDefinition {
  const name = create.name ?? nameFrom(create.label);
  refuseName('an event property', name);
  const options = toOptionList(create.options);
  if (create.type === 'enumeration' && options.length === 0) {
    throw problems.validation(`The enumeration ${name} needs options.`);
  }
  return customProperty(world, name, create.label, create.type, { description: create.description ?? '', options });
}

function customProperty(
  world: HubSpotWorld,
  name: string,
  label: string,
  type: keyof typeof fieldTypes,
  more: Pick<PropertyDefinition, 'description' | 'options'>,
): PropertyDefinition {
  const now = world.clock.now();
  return {
    name,
    label,
    type,
    fieldType: fieldTypes[type],
    groupName: 'event_information',
    ...more,
    displayOrder: -1,
    hasUniqueValue: false,
    hidden: false,
    formField: false,
    hubspotDefined: name.startsWith('hs_'),
    calculated: false,
    readOnlyValue: false,
    externalOptions: false,
    dataSensitivity: 'non_sensitive',
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
}

function refuseTooManyProperties(count: number): void {
  if (count > eventPropertiesMax) throw problems.validation(`An event has at most ${eventPropertiesMax} properties.`);
}

/**
 * Defines a custom event, `pe<portalId>_<name>`.
 *
 * @throws Problem 400 for a wrong name or property, 409 for a name that exists
 */
export function createEventDefinition(world: HubSpotWorld, create: EventDefinitionCreate): EventDefinition {
  const name = create.name ?? nameFrom(create.label);
  refuseName('an event', name);
  const fullyQualifiedName = `pe${world.account.portalId}_${name}`;
  if (world.eventDefinitions.has(fullyQualifiedName)) {
    throw problems.alreadyExists(`An event definition with the name ${name} already exists.`);
  }
  if (world.eventDefinitions.size >= eventDefinitionsMax) {
    throw problems.validation(`An account has at most ${eventDefinitionsMax} event definitions.`);
  }
  const own = (create.propertyDefinitions ?? []).map((property) => toEventProperty(world, property));
  if (new Set(own.map((property) => property.name)).size < own.length) {
    throw problems.validation('A property name is given twice.');
  }
  refuseTooManyProperties(own.length);
  const defaults =
    create.includeDefaultProperties === false
      ? []
      : defaultProperties.map((propertyName) =>
          customProperty(world, propertyName, propertyName, 'string', { description: '', options: [] }),
        );
  const sequence = world.nextSequence();
  const definition: EventDefinition = {
    id: String(21_000_000 + sequence),
    name,
    fullyQualifiedName,
    objectTypeId: `6-${21_000_000 + sequence}`,
    label: create.label,
    description: create.description ?? null,
    primaryObject: create.primaryObject ?? 'CONTACT',
    customMatchingId: create.customMatchingId,
    properties: new Map([...defaults, ...own].map((property) => [property.name, property])),
    createdAt: world.clock.now(),
    updatedAt: world.clock.now(),
  };
  world.eventDefinitions.set(fullyQualifiedName, definition);
  return definition;
}

/** By name or fully qualified name. @throws Problem 404 */
export function findEventDefinition(world: HubSpotWorld, eventName: string): EventDefinition {
  const definition =
    world.eventDefinitions.get(eventName) ?? world.eventDefinitions.get(`pe${world.account.portalId}_${eventName}`);
  if (definition === undefined) throw problems.notFound(`The event definition ${eventName} does not exist.`);
  return definition;
}

export function addEventProperty(
  world: HubSpotWorld,
  definition: EventDefinition,
  create: EventPropertyCreate,
): PropertyDefinition {
  const property = toEventProperty(world, create);
  if (definition.properties.has(property.name)) throw problems.nameExists('property', property.name);
  const ownCount = [...definition.properties.values()].filter(({ hubspotDefined }) => !hubspotDefined).length;
  refuseTooManyProperties(ownCount + 1);
  definition.properties.set(property.name, property);
  return property;
}

/** A definition as the API shows it. */
export function presentEventDefinition(definition: EventDefinition, withProperties: boolean): object {
  return {
    labels: { singular: definition.label, plural: definition.label },
    ...(definition.description === null ? {} : { description: definition.description }),
    archived: false,
    id: definition.id,
    fullyQualifiedName: definition.fullyQualifiedName,
    name: definition.name,
    createdAt: toVendorTime(definition.createdAt),
    updatedAt: toVendorTime(definition.updatedAt),
    objectTypeId: definition.objectTypeId,
    primaryObject: definition.primaryObject,
    primaryObjectId: '0-1',
    ...(definition.customMatchingId == null ? {} : { customMatchingId: definition.customMatchingId }),
    trackingType: 'MANUAL',
    properties: withProperties ? [...definition.properties.values()].map(presentProperty) : [],
    associations: [],
  };
}
