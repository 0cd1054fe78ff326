import * as z from 'zod';
import { defineAssociation, definitionsBetween } from './associations.ts';
import type { AssociationDefinition, HubSpotWorld, ObjectSchema } from './entities.ts';
import { problems } from './errors.ts';
import { customObjectTypesMax } from './limits.ts';
import { catalogueOf, contactTypeId, resolveObjectType, toObjectType } from './object-types.ts';
import { createStore } from './objects/store.ts';
import { propertyCreateSchema } from './properties/bodies.ts';
import { toNewProperty } from './properties/definitions.ts';
import { presentProperty } from './properties/present.ts';
import { createCatalogue, customObjectProperties } from './properties/standard.ts';
import { toVendorTime } from './time.ts';

export const schemaCreateSchema = z.object({
  name: z.string(),
  labels: z.object({ singular: z.string().optional(), plural: z.string().optional() }),
  description: z.string().nullish(),
  primaryDisplayProperty: z.string().nullish(),
  secondaryDisplayProperties: z.array(z.string()).nullish(),
  requiredProperties: z.array(z.string()),
  searchableProperties: z.array(z.string()).nullish(),
  associatedObjects: z.array(z.string()).nullish(),
  allowsSensitiveProperties: z.boolean().nullish(),
  properties: z.array(propertyCreateSchema.extend({ groupName: z.string().optional() })),
});
export type SchemaCreate = z.infer<typeof schemaCreateSchema>;

export const schemaPatchSchema = z.object({
  labels: z.object({ singular: z.string().optional(), plural: z.string().optional() }).optional(),
  description: z.string().optional(),
  clearDescription: z.boolean().optional(),
  primaryDisplayProperty: z.string().optional(),
  secondaryDisplayProperties: z.array(z.string()).optional(),
  requiredProperties: z.array(z.string()).optional(),
  searchableProperties: z.array(z.string()).optional(),
});
export type SchemaPatch = z.infer<typeof schemaPatchSchema>;

const searchablePropertiesMax = 20;

const invalid = (message: string) => problems.definition(message, 'ObjectSchemaValidationError');

function refuseUnknownNames(known: ReadonlySet<string>, lists: Readonly<Record<string, readonly string[]>>): void {
  for (const [list, names] of Object.entries(lists)) {
    const unknown = names.find((name) => !known.has(name));
    if (unknown !== undefined) throw invalid(`${list} names ${unknown}, which is not a property of the object.`);
  }
}

function refuseWrongSchema(world: HubSpotWorld, create: SchemaCreate): void {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(create.name)) {
    throw invalid(`"${create.name}" is not an object name: letters, digits and underscores, a letter first.`);
  }
  const { singular, plural } = create.labels;
  if (!singular?.trim() || !plural?.trim()) throw invalid('labels needs a singular and a plural.');
  const schemas = [...world.schemas.values()];
  if (schemas.some((schema) => schema.name.toLowerCase() === create.name.toLowerCase())) {
    throw problems.alreadyExists(`An object schema with the name ${create.name} already exists.`);
  }
  if (schemas.filter(({ archivedAt }) => archivedAt === null).length >= customObjectTypesMax) {
    throw invalid(`An account has at most ${customObjectTypesMax} custom object types.`);
  }
  const names = create.properties.map(({ name }) => name);
  if (names.length === 0) throw invalid('A schema needs at least one property.');
  if (new Set(names).size < names.length) throw invalid('A property name is given twice.');
  if (create.primaryDisplayProperty == null) throw invalid('primaryDisplayProperty must be set.');
  refuseUnknownNames(new Set(names), {
    primaryDisplayProperty: [create.primaryDisplayProperty],
    secondaryDisplayProperties: create.secondaryDisplayProperties ?? [],
    requiredProperties: create.requiredProperties,
    searchableProperties: create.searchableProperties ?? [],
  });
  if ((create.searchableProperties ?? []).length > searchablePropertiesMax) {
    throw invalid(`At most ${searchablePropertiesMax} properties are searchable.`);
  }
}

/**
 * Defines a custom object with its properties and associations.
 *
 * @param givenTypeId - the type id of a seeded schema; absent: the next free one
 * @throws Problem 400 for a wrong definition, 409 for a name that exists
 */
export function createSchema(world: HubSpotWorld, create: SchemaCreate, givenTypeId?: string): ObjectSchema {
  refuseWrongSchema(world, create);
  const now = world.clock.now();
  const associatedTypes = (create.associatedObjects ?? []).map((name) =>
    name.toUpperCase() === 'CONTACT' ? resolveObjectType(world, contactTypeId) : resolveObjectType(world, name),
  );
  const group = {
    name: `${create.name.toLowerCase()}_information`,
    label: `${create.labels.singular ?? create.name} information`,
    displayOrder: 0,
    archived: false,
  };
  const catalogue = createCatalogue(group, customObjectProperties);
  for (const property of create.properties) {
    const groupName = property.groupName ?? group.name;
    if (!catalogue.groups.has(groupName)) {
      catalogue.groups.set(groupName, { name: groupName, label: groupName, displayOrder: -1, archived: false });
    }
    const definition = toNewProperty(catalogue, { ...property, groupName }, { now, mayBeUnique: true });
    catalogue.properties.set(definition.name, definition);
  }
  const objectTypeId = givenTypeId ?? `2-${35_478_000 + world.nextSequence()}`;
  const schema: ObjectSchema = {
    objectTypeId,
    name: create.name,
    fullyQualifiedName: `p${world.account.portalId}_${create.name}`,
    labels: { singular: create.labels.singular ?? '', plural: create.labels.plural ?? '' },
    description: create.description ?? null,
    primaryDisplayProperty: create.primaryDisplayProperty ?? null,
    secondaryDisplayProperties: create.secondaryDisplayProperties ?? [],
    requiredProperties: create.requiredProperties,
    searchableProperties: create.searchableProperties ?? [],
    allowsSensitiveProperties: create.allowsSensitiveProperties ?? false,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
  const type = toObjectType(schema);
  world.schemas.set(objectTypeId, schema);
  world.objectTypes.set(objectTypeId, type);
  world.stores.set(objectTypeId, createStore(type));
  world.catalogues.set(objectTypeId, catalogue);
  for (const associated of associatedTypes) {
    defineAssociation(world, objectTypeId, associated.id, `${create.name}_to_${associated.messageName.toLowerCase()}`);
  }
  return schema;
}

/** @throws Problem 400 when a list names a property that the object does not have */
export function changeSchema(world: HubSpotWorld, schema: ObjectSchema, patch: SchemaPatch): ObjectSchema {
  const { properties } = catalogueOf(world, resolveObjectType(world, schema.objectTypeId));
  refuseUnknownNames(new Set(properties.keys()), {
    primaryDisplayProperty: patch.primaryDisplayProperty === undefined ? [] : [patch.primaryDisplayProperty],
    secondaryDisplayProperties: patch.secondaryDisplayProperties ?? [],
    requiredProperties: patch.requiredProperties ?? [],
    searchableProperties: patch.searchableProperties ?? [],
  });
  const changed: ObjectSchema = {
    ...schema,
    labels: {
      singular: patch.labels?.singular ?? schema.labels.singular,
      plural: patch.labels?.plural ?? schema.labels.plural,
    },
    description: patch.clearDescription === true ? null : (patch.description ?? schema.description),
    primaryDisplayProperty: patch.primaryDisplayProperty ?? schema.primaryDisplayProperty,
    secondaryDisplayProperties: patch.secondaryDisplayProperties ?? schema.secondaryDisplayProperties,
    requiredProperties: patch.requiredProperties ?? schema.requiredProperties,
    searchableProperties: patch.searchableProperties ?? schema.searchableProperties,
    updatedAt: world.clock.now(),
  };
  const type = toObjectType(changed);
  const store = world.stores.get(schema.objectTypeId);
  world.schemas.set(schema.objectTypeId, changed);
  world.objectTypes.set(type.id, type);
  if (store !== undefined) world.stores.set(type.id, { ...store, type });
  return changed;
}

/** Finds a schema by type id or qualified name, short or full; the bare name does not count. @throws Problem 400, 404 */
export function findSchema(world: HubSpotWorld, name: string, archived: boolean): ObjectSchema {
  const schema = [...world.schemas.values()].find(
    (each) => each.objectTypeId === name || toObjectType(each).pathNames.includes(name),
  );
  if (schema === undefined) throw problems.unknownObjectType(name);
  if ((schema.archivedAt !== null) !== archived) throw problems.notFound(`The object schema ${name} does not exist.`);
  return schema;
}

/**
 * Archives a schema, or, when it is archived and `forGood`, removes it so that its name is free again.
 *
 * @throws Problem 400 while live records of the type exist
 */
export function deleteSchema(world: HubSpotWorld, schema: ObjectSchema, forGood: boolean): void {
  if (forGood) {
    world.schemas.delete(schema.objectTypeId);
    world.catalogues.delete(schema.objectTypeId);
    world.stores.delete(schema.objectTypeId);
    return;
  }
  if ((world.stores.get(schema.objectTypeId)?.live.size ?? 0) > 0) {
    throw invalid(`The object ${schema.name} still has records.`);
  }
  world.schemas.set(schema.objectTypeId, { ...schema, archivedAt: world.clock.now() });
  world.objectTypes.delete(schema.objectTypeId);
}

const presentAssociation = (world: HubSpotWorld, definition: AssociationDefinition): object => {
  const at = toVendorTime(definition.createdAt ?? world.clock.now());
  return {
    id: String(definition.typeId),
    name: definition.name,
    fromObjectTypeId: definition.fromTypeId,
    toObjectTypeId: definition.toTypeId,
    createdAt: at,
    updatedAt: at,
  };
};

/** The part of a schema that a change answers. */
export function presentTypeDefinition(world: HubSpotWorld, schema: ObjectSchema): object {
  return {
    id: schema.objectTypeId,
    objectTypeId: schema.objectTypeId,
    name: schema.name,
    fullyQualifiedName: schema.fullyQualifiedName,
    labels: schema.labels,
    ...(schema.description === null ? {} : { description: schema.description }),
    ...(schema.primaryDisplayProperty === null ? {} : { primaryDisplayProperty: schema.primaryDisplayProperty }),
    secondaryDisplayProperties: schema.secondaryDisplayProperties,
    requiredProperties: schema.requiredProperties,
    searchableProperties: schema.searchableProperties,
    allowsSensitiveProperties: schema.allowsSensitiveProperties,
    archived: schema.archivedAt !== null,
    portalId: world.account.portalId,
    createdAt: toVendorTime(schema.createdAt),
    updatedAt: toVendorTime(schema.updatedAt),
  };
}

/** A schema as the API shows it, with its properties and associations. */
export function presentSchema(world: HubSpotWorld, schema: ObjectSchema): object {
  const { portalId: _notShown, ...definition } = presentTypeDefinition(world, schema) as { portalId: number };
  const catalogue = world.catalogues.get(schema.objectTypeId);
  const typeIds = new Set(world.associationDefinitions.map(({ toTypeId }) => toTypeId));
  const associations = [...typeIds].flatMap((typeId) => [
    ...definitionsBetween(world, schema.objectTypeId, typeId),
    ...definitionsBetween(world, typeId, schema.objectTypeId),
  ]);
  return {
    ...definition,
    properties: [...(catalogue?.properties.values() ?? [])]
      .filter(({ archivedAt }) => archivedAt === null)
      .map(presentProperty),
    associations: associations.map((association) => presentAssociation(world, association)),
  };
}
