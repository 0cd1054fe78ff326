import type { EmulatorCall } from '../../core/operation.ts';
import { appOf } from '../auth.ts';
import type { HubSpotWorld, ObjectStore } from '../entities.ts';
import { problems } from '../errors.ts';
import { isCustomTypeId, resolveObjectType, storeOf } from '../object-types.ts';
import type { WriteContext } from '../objects/write.ts';
import { isDatedPath } from '../operations.ts';

/** A kind of object with operation ids of its own: how its endpoints are named, addressed and guarded. */
export interface ObjectFamily {
  operationId(name: string): string;
  paths(suffix: string): readonly string[];
  scopes(kind: 'read' | 'write'): (world: HubSpotWorld, call: EmulatorCall) => readonly string[];
  store(world: HubSpotWorld, call: EmulatorCall): ObjectStore;
  writeContext(world: HubSpotWorld, call: EmulatorCall): WriteContext;
}

const pathsOf = (segments: readonly string[], suffix: string): readonly string[] =>
  segments.flatMap((segment) => [`/crm/v3/objects/${segment}${suffix}`, `/crm/objects/2026-09/${segment}${suffix}`]);

const toContext = (store: ObjectStore, world: HubSpotWorld, call: EmulatorCall): WriteContext => ({
  store,
  claims: new Map(),
  isDated: isDatedPath(call),
  appId: appOf(world, call).appId,
});

/** A standard object, which paths call by its name or its type id. */
export function createStandardFamily(name: 'contacts' | 'calls' | 'users', typeId: string): ObjectFamily {
  const store = (world: HubSpotWorld): ObjectStore => storeOf(world, resolveObjectType(world, typeId));
  return {
    operationId: (operation) => `${name}.${operation}`,
    paths: (suffix) => pathsOf([name, typeId], suffix),
    scopes: (kind) => (world) => resolveObjectType(world, typeId).scopes[kind],
    store,
    writeContext: (world, call) => toContext(store(world), world, call),
  };
}

/** All custom objects; standard ones that reach these paths have no such endpoint. */
export function createCustomFamily(): ObjectFamily {
  const store = (world: HubSpotWorld, call: EmulatorCall): ObjectStore => {
    const type = resolveObjectType(world, call.params['objectType'] ?? '');
    if (!isCustomTypeId(type.id)) throw problems.unknownPath();
    return storeOf(world, type);
  };
  return {
    operationId: (operation) => `custom-objects.${operation}`,
    paths: (suffix) => pathsOf([':objectType'], suffix),
    // The scopes do not depend on which object it is; one that nobody knows is refused later, as such.
    scopes: (kind) => () => [`crm.objects.custom.${kind}`],
    store,
    writeContext: (world, call) => toContext(store(world, call), world, call),
  };
}
