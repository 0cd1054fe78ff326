import * as z from 'zod';
import { json, noContent, type EmulatorCall } from '../../core/operation.ts';
import { associatedWith } from '../associations.ts';
import type { CrmRecord, HubSpotWorld, ObjectStore } from '../entities.ts';
import { problems } from '../errors.ts';
import { listPageSizeMax, objectBatchInputsWithHistoryMax } from '../limits.ts';
import { resolveObjectType } from '../object-types.ts';
import { applyAssociations, associationSpecsSchema, planAssociations } from '../objects/create-associations.ts';
import { findForReading, refuseNonUnique } from '../objects/find.ts';
import { presentRead, presentWritten } from '../objects/present.ts';
import { archiveRecord, forgetExpired, sortedIds } from '../objects/store.ts';
import { applyWrite, planCreate, planUpdate } from '../objects/write.ts';
import {
  booleanQuery,
  defineOperation,
  integerQuery,
  listQuery,
  nextLink,
  pathParameter,
  readBody,
} from '../operations.ts';
import type { ObjectFamily } from './object-family.ts';

const values = z.record(z.string(), z.unknown());
const createSchema = z.object({ properties: values, associations: associationSpecsSchema });
const updateSchema = z.object({ properties: values });

const requestedByQuery = (call: EmulatorCall) => ({
  properties: listQuery(call, 'properties'),
  withHistory: listQuery(call, 'propertiesWithHistory'),
});

/** The associations of one record as `GET …?associations=` shows them. */
function presentAssociations(
  world: HubSpotWorld,
  store: ObjectStore,
  record: CrmRecord,
  names: readonly string[],
): object {
  const entries = names.flatMap((name) => {
    const type = resolveObjectType(world, name);
    const results = associatedWith(world, store.type.id, type.id, record.id).flatMap(({ toObjectId, definitions }) =>
      definitions.map((definition) => ({ id: toObjectId, type: definition.name })),
    );
    return results.length === 0 ? [] : [[name, { results }] as const];
  });
  return entries.length === 0 ? {} : { associations: Object.fromEntries(entries) };
}

/** Position of the first id that is not below a number, in an ascending list. */
function firstAtLeast(ids: readonly string[], minimum: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (Number(ids[middle]) < minimum) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The record that the path names, by id or by the property that the query names. @throws Problem 400, 404 */
function findAddressed(world: HubSpotWorld, store: ObjectStore, call: EmulatorCall, archived: boolean): CrmRecord {
  const wanted = pathParameter(call, 'objectId');
  const idProperty = call.query.get('idProperty') ?? undefined;
  refuseNonUnique(world, store, idProperty);
  const record = findForReading(world, store, wanted, { idProperty, archived });
  if (record === undefined) throw problems.objectNotFound(wanted);
  return record;
}

/** The endpoints for the list of records and for one record. */
export const recordEndpoints = {
  list: (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('list'),
      method: 'GET',
      paths: family.paths(''),
      scopes: family.scopes('read'),
      handle(world, call) {
        const store = family.store(world, call);
        const archived = booleanQuery(call, 'archived');
        if (archived) forgetExpired(world, store);
        const requested = requestedByQuery(call);
        const maximum = requested.withHistory.length > 0 ? objectBatchInputsWithHistoryMax : listPageSizeMax;
        const limit = integerQuery(call, 'limit', { fallback: 10, minimum: 1, maximum });
        const after = integerQuery(call, 'after', { fallback: 0, minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
        const ids = sortedIds(store, archived);
        const start = firstAtLeast(ids, after);
        const pageIds = ids.slice(start, start + limit);
        const nextId = ids[start + limit];
        const associations = listQuery(call, 'associations');
        const results = pageIds.flatMap((recordId) => {
          const record = (archived ? store.archived : store.live).get(recordId);
          if (record === undefined) return [];
          const shown = presentRead(world, store, record, requested);
          return [{ ...shown, ...presentAssociations(world, store, record, associations) }];
        });
        return json(200, {
          results,
          ...(nextId === undefined ? {} : { paging: { next: { after: nextId, link: nextLink(world, call, nextId) } } }),
        });
      },
    }),

  get: (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('get'),
      method: 'GET',
      paths: family.paths('/:objectId'),
      scopes: family.scopes('read'),
      handle(world, call) {
        const store = family.store(world, call);
        const record = findAddressed(world, store, call, booleanQuery(call, 'archived'));
        return json(200, {
          ...presentRead(world, store, record, requestedByQuery(call)),
          ...presentAssociations(world, store, record, listQuery(call, 'associations')),
        });
      },
    }),

  create: (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('create'),
      method: 'POST',
      paths: family.paths(''),
      scopes: family.scopes('write'),
      handle(world, call) {
        const context = family.writeContext(world, call);
        const body = readBody(call, createSchema);
        const associations = planAssociations(world, context.store.type, body.associations);
        const record = applyWrite(world, context, planCreate(world, context, body.properties));
        applyAssociations(world, record.id, associations);
        return json(201, presentWritten(world, context.store, record, Object.keys(body.properties)), {
          Location: `${world.publicUrl()}${call.rawPath}/${record.id}`,
        });
      },
    }),

  update: (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('update'),
      method: 'PATCH',
      paths: family.paths('/:objectId'),
      scopes: family.scopes('write'),
      handle(world, call) {
        const context = family.writeContext(world, call);
        const record = findAddressed(world, context.store, call, false);
        const body = readBody(call, updateSchema);
        if (Object.keys(body.properties).length === 0) throw problems.nothingToUpdate();
        applyWrite(world, context, planUpdate(world, context, record, body.properties));
        return json(200, presentWritten(world, context.store, record, Object.keys(body.properties)));
      },
    }),

  archive: (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('archive'),
      method: 'DELETE',
      paths: family.paths('/:objectId'),
      scopes: family.scopes('write'),
      handle(world, call) {
        const store = family.store(world, call);
        const record = store.live.get(pathParameter(call, 'objectId'));
        if (record !== undefined) archiveRecord(store, record, world.clock.now());
        return noContent;
      },
    }),
} as const;
