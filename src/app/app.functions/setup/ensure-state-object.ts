import { isFailureOfKind } from '../http/integration-error.ts';
import { stateObject } from '../hubspot/definitions.ts';
import type { HubSpotApi } from '../hubspot/hubspot-api.ts';
import { createProperties, ensureProperty, replaceOptions } from '../hubspot/properties.ts';
import {
  createStateObject,
  readStateObject,
  type StateObjectCache,
  type StoredStateObject,
} from '../hubspot/state-object.ts';
import { refuseAccount, refuseOtherTypes } from './refuse-other-types.ts';

/**
 * Creates the state object, or what it lacks: no call when `known` is complete, one when there is no object.
 *
 * @returns `isChanged`: something was created or updated
 */
export async function ensureStateObject(
  api: HubSpotApi,
  known: StoredStateObject | null,
  cache: StateObjectCache,
): Promise<{ readonly objectTypeId: string; readonly isNew: boolean; readonly isChanged: boolean }> {
  if (known === null) {
    try {
      const { objectTypeId } = await createStateObject(api, cache);
      return { objectTypeId, isNew: true, isChanged: true };
    } catch (error) {
      if (!isFailureOfKind(error, 'conflict')) throw error;
      const other = await readStateObject(api, cache);
      if (other === null) throw error;
      known = other;
    }
  }
  return { objectTypeId: known.objectTypeId, isNew: false, isChanged: await completeStateObject(api, known) };
}

async function completeStateObject(api: HubSpotApi, { objectTypeId, properties }: StoredStateObject): Promise<boolean> {
  if (properties === null) return false;
  const stored = new Map(properties.map((property) => [property.name, property]));
  const key = stored.get(stateObject.keyProperty);
  // Uniqueness can only be given at birth.
  if (key?.hasUniqueValue !== true) {
    refuseAccount(`the object ${stateObject.name} has no unique property ${stateObject.keyProperty}`);
  }
  refuseOtherTypes(stateObject.properties, properties);

  const missing = stateObject.properties.filter(({ name }) => !stored.has(name));
  const groupName = key.groupName ?? `${stateObject.name}_information`;
  if (missing.length > 0 && (await createProperties(api, objectTypeId, missing, groupName)) === 'look-again') {
    for (const definition of missing) await ensureProperty(api, objectTypeId, definition, groupName);
  }
  let isChanged = missing.length > 0;
  for (const { name, options } of stateObject.properties) {
    const offered = new Set(stored.get(name)?.options?.map(({ value }) => value));
    if (options === undefined || !stored.has(name) || options.every(({ value }) => offered.has(value))) continue;
    await replaceOptions(api, objectTypeId, name, options);
    isChanged = true;
  }
  return isChanged;
}
