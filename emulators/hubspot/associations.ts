import type { AssociationDefinition, HubSpotWorld } from './entities.ts';
import { callTypeId, contactTypeId } from './object-types.ts';

/** Association types between HubSpot's own objects. @see the official client's association-type enumeration */
export const standardAssociationDefinitions: readonly AssociationDefinition[] = [
  hubSpotDefined(callTypeId, contactTypeId, 194, 193, 'call_to_contact'),
  hubSpotDefined(contactTypeId, callTypeId, 193, 194, 'contact_to_call'),
  hubSpotDefined(contactTypeId, contactTypeId, 449, 449, 'contact_to_contact'),
];

function hubSpotDefined(
  fromTypeId: string,
  toTypeId: string,
  typeId: number,
  inverseTypeId: number,
  name: string,
): AssociationDefinition {
  return {
    category: 'HUBSPOT_DEFINED',
    typeId,
    fromTypeId,
    toTypeId,
    name,
    label: null,
    inverseTypeId,
    createdAt: null,
  };
}

export const definitionsBetween = (world: HubSpotWorld, fromTypeId: string, toTypeId: string) =>
  world.associationDefinitions.filter(
    (definition) => definition.fromTypeId === fromTypeId && definition.toTypeId === toTypeId,
  );

/** Defines an association and its way back. */
export function defineAssociation(
  world: HubSpotWorld,
  fromTypeId: string,
  toTypeId: string,
  name: string,
): AssociationDefinition {
  const typeId = Math.max(1000, ...world.associationDefinitions.map((definition) => definition.typeId)) + 1;
  const shared = { category: 'USER_DEFINED', label: null, createdAt: world.clock.now() } as const;
  const there: AssociationDefinition = { ...shared, fromTypeId, toTypeId, name, typeId, inverseTypeId: typeId + 1 };
  const back: AssociationDefinition = {
    ...shared,
    fromTypeId: toTypeId,
    toTypeId: fromTypeId,
    name: `${name}_inverse`,
    typeId: typeId + 1,
    inverseTypeId: typeId,
  };
  world.associationDefinitions.push(there, back);
  return there;
}

const typeKey = (definition: { readonly category: string; readonly typeId: number }): string =>
  `${definition.category}:${definition.typeId}`;

function targetsFor(world: HubSpotWorld, fromTypeId: string, toTypeId: string, fromId: string) {
  const direction = `${fromTypeId}>${toTypeId}`;
  let byFrom = world.associations.get(direction);
  if (byFrom === undefined) {
    byFrom = new Map<string, Map<string, Set<string>>>();
    world.associations.set(direction, byFrom);
  }
  let targets = byFrom.get(fromId);
  if (targets === undefined) {
    targets = new Map<string, Set<string>>();
    byFrom.set(fromId, targets);
  }
  return targets;
}

function addOneWay(
  world: HubSpotWorld,
  definition: AssociationDefinition,
  fromId: string,
  toId: string,
  typeId: number,
): void {
  const targets = targetsFor(world, definition.fromTypeId, definition.toTypeId, fromId);
  const keys = targets.get(toId) ?? new Set<string>();
  keys.add(typeKey({ category: definition.category, typeId }));
  targets.set(toId, keys);
}

/** Connects two records in both directions; connecting them again changes nothing. */
export function associate(world: HubSpotWorld, definition: AssociationDefinition, fromId: string, toId: string): void {
  addOneWay(world, definition, fromId, toId, definition.typeId);
  const inverse = { ...definition, fromTypeId: definition.toTypeId, toTypeId: definition.fromTypeId };
  addOneWay(world, inverse, toId, fromId, definition.inverseTypeId);
}

/** Removes every connection between two records. */
export function dissociate(
  world: HubSpotWorld,
  fromTypeId: string,
  toTypeId: string,
  fromId: string,
  toId: string,
): void {
  world.associations.get(`${fromTypeId}>${toTypeId}`)?.get(fromId)?.delete(toId);
  world.associations.get(`${toTypeId}>${fromTypeId}`)?.get(toId)?.delete(fromId);
}

export interface AssociatedRecord {
  readonly toObjectId: string;
  readonly definitions: readonly AssociationDefinition[];
}

/** The live records that a record is connected with, by ascending id. */
export function associatedWith(
  world: HubSpotWorld,
  fromTypeId: string,
  toTypeId: string,
  fromId: string,
): readonly AssociatedRecord[] {
  const targets = world.associations.get(`${fromTypeId}>${toTypeId}`)?.get(fromId);
  const live = world.stores.get(toTypeId)?.live;
  if (targets === undefined || live === undefined) return [];
  const definitions = definitionsBetween(world, fromTypeId, toTypeId);
  return [...targets]
    .filter(([toObjectId]) => live.has(toObjectId))
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([toObjectId, keys]) => ({
      toObjectId,
      definitions: definitions.filter((definition) => keys.has(typeKey(definition))),
    }));
}

/** Hands every connection of one record to another of the same type. */
export function moveAssociations(world: HubSpotWorld, typeId: string, formerId: string, newId: string): void {
  for (const [direction, byFrom] of world.associations) {
    const [fromTypeId = '', toTypeId = ''] = direction.split('>');
    const targets = fromTypeId === typeId ? byFrom.get(formerId) : undefined;
    if (targets !== undefined) {
      byFrom.delete(formerId);
      const moved = targetsFor(world, fromTypeId, toTypeId, newId);
      for (const [toId, keys] of targets) if (toId !== newId) moved.set(toId, keys);
    }
    if (toTypeId !== typeId) continue;
    for (const [fromId, others] of byFrom) {
      const keys = others.get(formerId);
      if (keys === undefined) continue;
      others.delete(formerId);
      if (fromId !== newId) others.set(newId, keys);
    }
  }
}
