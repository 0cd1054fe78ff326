import type { EmulatorCall } from '../../core/operation.ts';
import type { HubSpotWorld, ObjectType, PropertyCatalogue } from '../entities.ts';
import { Problem } from '../errors.ts';
import { catalogueOf, resolveObjectType } from '../object-types.ts';
import { pathParameter } from '../operations.ts';

/** Where the definitions of an object type live. */
export const propertyPaths = (suffix: string): readonly string[] => [
  `/crm/v3/properties/:objectType${suffix}`,
  `/crm/properties/2026-09/:objectType${suffix}`,
];

/** The object type that the path names. */
export const objectTypeOf = (world: HubSpotWorld, call: EmulatorCall): ObjectType =>
  resolveObjectType(world, pathParameter(call, 'objectType'));

/** Its properties and groups. */
export const catalogueFor = (world: HubSpotWorld, call: EmulatorCall): PropertyCatalogue =>
  catalogueOf(world, objectTypeOf(world, call));

/** An object type that nobody knows demands no scope: it is refused as such. */
export const definitionScopes =
  (kind: 'readDefinitions' | 'writeDefinitions') => (world: HubSpotWorld, call: EmulatorCall) => {
    try {
      return objectTypeOf(world, call).scopes[kind];
    } catch (error) {
      if (error instanceof Problem) return [];
      throw error;
    }
  };
