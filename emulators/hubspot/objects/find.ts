import type { CrmRecord, HubSpotWorld, ObjectStore } from '../entities.ts';
import { problems } from '../errors.ts';
import { contactTypeId } from '../object-types.ts';
import {
  findArchivedByUniqueValue,
  findBySecondaryEmail,
  findByUniqueValue,
  forgetExpired,
  isUniqueProperty,
} from './store.ts';

export interface Lookup {
  readonly idProperty: string | undefined;
  readonly archived: boolean;
}

const isRecordId = (idProperty: string | undefined): boolean =>
  idProperty === undefined || idProperty === '' || idProperty === 'hs_object_id';

/** @throws Problem 400 when records cannot be told apart by the property */
export function refuseNonUnique(world: HubSpotWorld, store: ObjectStore, idProperty: string | undefined): void {
  if (idProperty === undefined || isRecordId(idProperty)) return;
  if (!isUniqueProperty(world, store.type, idProperty)) throw problems.unknownIdProperty(store.type.id, idProperty);
}

function findById(world: HubSpotWorld, store: ObjectStore, id: string, archived: boolean): CrmRecord | undefined {
  if (archived) return store.archived.get(id);
  const found = store.live.get(id);
  if (found !== undefined || world.switches.readMergedId === 'not-found') return found;
  let survivorId = store.mergedInto.get(id);
  while (survivorId !== undefined) {
    const survivor = store.live.get(survivorId);
    if (survivor !== undefined) return survivor;
    survivorId = store.mergedInto.get(survivorId);
  }
  return undefined;
}

/**
 * Finds a record to read: by id, or by a unique property. An e-mail also finds the owner of a secondary address.
 *
 * @throws Problem 400 when archived records are not to be found by e-mail
 */
export function findForReading(
  world: HubSpotWorld,
  store: ObjectStore,
  id: string,
  { idProperty, archived }: Lookup,
): CrmRecord | undefined {
  if (archived) forgetExpired(world, store);
  if (idProperty === undefined || isRecordId(idProperty)) return findById(world, store, id, archived);
  const isEmail = store.type.id === contactTypeId && idProperty === 'email';
  if (!archived) {
    const found = findByUniqueValue(store, idProperty, id);
    return found ?? (isEmail ? findBySecondaryEmail(store, id) : undefined);
  }
  if (isEmail && world.switches.archivedLookupByEmail === 'refused') throw problems.archivedByEmail();
  if (isEmail && world.switches.archivedLookupByEmail === 'not-found') return undefined;
  return findArchivedByUniqueValue(store, idProperty, id);
}
