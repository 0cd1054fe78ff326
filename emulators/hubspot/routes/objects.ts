import * as z from 'zod';
import { json, noContent, type EmulatorCall } from '../../core/operation.ts';
import { associate, associatedWith } from '../associations.ts';
import { appOf } from '../auth.ts';
import type { AssociationDefinition, CrmRecord, HubSpotWorld, ObjectStore, ObjectType } from '../entities.ts';
import { problems } from '../errors.ts';
import { listPageSizeMax, objectBatchInputsMax, objectBatchInputsWithHistoryMax } from '../limits.ts';
import { isCustomTypeId, resolveObjectType, storeOf } from '../object-types.ts';
import {
  batchBody,
  ordered,
  refuseBatchSize,
  refuseDuplicates,
  runBatchWrite,
  type BatchError,
} from '../objects/batch.ts';
import { findForReading, refuseNonUnique } from '../objects/find.ts';
import { gdprDelete, mergeRecords } from '../objects/merge.ts';
import { presentRead, presentWritten } from '../objects/present.ts';
import { searchRecords, searchSchema } from '../objects/search.ts';
import {
  archiveRecord,
  findBySecondaryEmail,
  findByUniqueValue,
  isUniqueProperty,
  sortedIds,
} from '../objects/store.ts';
import { applyWrite, planCreate, planUpdate, type PlannedWrite, type WriteContext } from '../objects/write.ts';
import {
  booleanQuery,
  defineOperation,
  integerQuery,
  isDatedPath,
  listQuery,
  nextLink,
  pathParameter,
  readBody,
  type HubSpotOperation,
} from '../operations.ts';
import { foldEmail } from '../properties/values.ts';

/** A kind of object with its own operation ids; `pathTypes` are the segments that stand for it in paths. */
export interface ObjectFamily {
  readonly idPrefix: 'contacts' | 'calls' | 'custom-objects' | 'users';
  readonly pathTypes: readonly string[];
}

type ObjectOperationName =
  | 'list'
  | 'get'
  | 'create'
  | 'update'
  | 'archive'
  | 'batch-read'
  | 'batch-create'
  | 'batch-update'
  | 'batch-upsert'
  | 'batch-archive'
  | 'search'
  | 'merge'
  | 'gdpr-delete';

const idText = z.union([z.string(), z.int().transform(String)]);
const values = z.record(z.string(), z.unknown());
const traceId = z.string().nullish();
const associationSpecs = z
  .array(
    z.object({
      to: z.object({ id: idText }),
      types: z.array(z.object({ associationCategory: z.string(), associationTypeId: z.int() })),
    }),
  )
  .nullish();

const createSchema = z.object({ properties: values, associations: associationSpecs });
const updateSchema = z.object({ properties: values });
const batchReadSchema = z.object({
  idProperty: z.string().nullish(),
  inputs: z.array(z.object({ id: idText })),
  properties: z.array(z.string()).nullish(),
  propertiesWithHistory: z.array(z.string()).nullish(),
});
const batchCreateSchema = z.object({
  inputs: z.array(z.object({ properties: values, associations: associationSpecs, objectWriteTraceId: traceId })),
});
const batchChangeSchema = z.object({
  inputs: z.array(
    z.object({ id: idText, idProperty: z.string().nullish(), properties: values, objectWriteTraceId: traceId }),
  ),
});
const idsSchema = z.object({ inputs: z.array(z.object({ id: idText })) });
const mergeSchema = z.object({ primaryObjectId: idText, objectIdToMerge: idText });
const gdprSchema = z.object({ objectId: idText, idProperty: z.string().nullish() });

type AssociationSpecs = z.infer<typeof associationSpecs>;

interface PlannedAssociation {
  readonly definition: AssociationDefinition;
  readonly toId: string;
}

/** @throws Problem 400 for an association type that does not begin at this object, or a record that is not there */
function planAssociations(
  world: HubSpotWorld,
  type: ObjectType,
  specs: AssociationSpecs,
): readonly PlannedAssociation[] {
  return (specs ?? []).flatMap(({ to, types }) => {
    if (types.length === 0) throw problems.fieldsNotSet(['types']);
    return types.map(({ associationCategory, associationTypeId }) => {
      const definition = world.associationDefinitions.find(
        (candidate) =>
          candidate.fromTypeId === type.id &&
          candidate.typeId === associationTypeId &&
          candidate.category === associationCategory,
      );
      if (definition === undefined) {
        throw problems.validation(
          `The association type ${associationCategory} ${associationTypeId} does not begin at ${type.messageName}.`,
        );
      }
      if (world.stores.get(definition.toTypeId)?.live.has(to.id) !== true) {
        throw problems.validation(`No record ${to.id} of the type ${definition.toTypeId} to associate with.`);
      }
      return { definition, toId: to.id };
    });
  });
}

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

function withSegments(family: ObjectFamily, suffix: string): readonly string[] {
  return family.pathTypes.flatMap((segment) => [
    `/crm/v3/objects/${segment}${suffix}`,
    `/crm/objects/2026-09/${segment}${suffix}`,
  ]);
}

/** The endpoints of one family of objects, of those that are named. */
export function objectOperations(
  family: ObjectFamily,
  names: readonly ObjectOperationName[],
): readonly HubSpotOperation[] {
  const typeOf = (world: HubSpotWorld, call: EmulatorCall): ObjectType => {
    const type = resolveObjectType(world, call.params['objectType'] ?? family.pathTypes[0] ?? '');
    const belongsHere = family.idPrefix !== 'custom-objects' || isCustomTypeId(type.id);
    if (!belongsHere) throw problems.unknownPath();
    return type;
  };
  const storeFor = (world: HubSpotWorld, call: EmulatorCall): ObjectStore => storeOf(world, typeOf(world, call));
  // The path decides the scopes; a type that nobody knows is refused later, as such.
  const scopes = (kind: 'read' | 'write') => (world: HubSpotWorld, call: EmulatorCall) => {
    const name = call.params['objectType'];
    if (name === undefined) return typeOf(world, call).scopes[kind];
    return kind === 'read' ? ['crm.objects.custom.read'] : ['crm.objects.custom.write'];
  };
  const contextFor = (world: HubSpotWorld, call: EmulatorCall): WriteContext => ({
    store: storeFor(world, call),
    claims: new Map(),
    isDated: isDatedPath(call),
    appId: appOf(world, call).appId,
  });
  const id = (name: ObjectOperationName): string => `${family.idPrefix}.${name}`;

  const find = (world: HubSpotWorld, store: ObjectStore, call: EmulatorCall, archived: boolean): CrmRecord => {
    const wanted = pathParameter(call, 'objectId');
    const idProperty = call.query.get('idProperty') ?? undefined;
    refuseNonUnique(world, store, idProperty);
    const record = findForReading(world, store, wanted, { idProperty, archived });
    if (record === undefined) throw problems.objectNotFound(wanted);
    return record;
  };

  const all: Readonly<Record<ObjectOperationName, () => HubSpotOperation>> = {
    list: () =>
      defineOperation({
        id: id('list'),
        method: 'GET',
        paths: withSegments(family, ''),
        scopes: scopes('read'),
        handle(world, call) {
          const store = storeFor(world, call);
          const archived = booleanQuery(call, 'archived');
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
            ...(nextId === undefined
              ? {}
              : { paging: { next: { after: nextId, link: nextLink(world, call, nextId) } } }),
          });
        },
      }),

    get: () =>
      defineOperation({
        id: id('get'),
        method: 'GET',
        paths: withSegments(family, '/:objectId'),
        scopes: scopes('read'),
        handle(world, call) {
          const store = storeFor(world, call);
          const record = find(world, store, call, booleanQuery(call, 'archived'));
          return json(200, {
            ...presentRead(world, store, record, requestedByQuery(call)),
            ...presentAssociations(world, store, record, listQuery(call, 'associations')),
          });
        },
      }),

    create: () =>
      defineOperation({
        id: id('create'),
        method: 'POST',
        paths: withSegments(family, ''),
        scopes: scopes('write'),
        handle(world, call) {
          const context = contextFor(world, call);
          const body = readBody(call, createSchema);
          const associations = planAssociations(world, context.store.type, body.associations);
          const record = applyWrite(world, context, planCreate(world, context, body.properties));
          for (const { definition, toId } of associations) associate(world, definition, record.id, toId);
          return json(201, presentWritten(world, context.store, record, Object.keys(body.properties)), {
            Location: `${world.publicUrl()}${call.rawPath}/${record.id}`,
          });
        },
      }),

    update: () =>
      defineOperation({
        id: id('update'),
        method: 'PATCH',
        paths: withSegments(family, '/:objectId'),
        scopes: scopes('write'),
        handle(world, call) {
          const context = contextFor(world, call);
          const record = find(world, context.store, call, false);
          const body = readBody(call, updateSchema);
          if (Object.keys(body.properties).length === 0) throw problems.nothingToUpdate();
          applyWrite(world, context, planUpdate(world, context, record, body.properties));
          return json(200, presentWritten(world, context.store, record, Object.keys(body.properties)));
        },
      }),

    archive: () =>
      defineOperation({
        id: id('archive'),
        method: 'DELETE',
        paths: withSegments(family, '/:objectId'),
        scopes: scopes('write'),
        handle(world, call) {
          const store = storeFor(world, call);
          const record = store.live.get(pathParameter(call, 'objectId'));
          if (record !== undefined) archiveRecord(store, record, world.clock.now());
          return noContent;
        },
      }),

    'batch-read': () =>
      defineOperation({
        id: id('batch-read'),
        method: 'POST',
        paths: withSegments(family, '/batch/read'),
        scopes: scopes('read'),
        handle(world, call) {
          const store = storeFor(world, call);
          const body = readBody(call, batchReadSchema);
          const withHistory = body.propertiesWithHistory ?? [];
          refuseBatchSize(
            body.inputs.length,
            withHistory.length > 0 ? objectBatchInputsWithHistoryMax : objectBatchInputsMax,
          );
          const idProperty = body.idProperty ?? undefined;
          refuseNonUnique(world, store, idProperty);
          const ids = body.inputs.map((input) => (idProperty === 'email' ? foldEmail(input.id) : input.id));
          refuseDuplicates(ids);
          const lookup = { idProperty, archived: booleanQuery(call, 'archived') };
          const found = new Set<CrmRecord>();
          const missing: string[] = [];
          for (const wanted of ids) {
            const record = findForReading(world, store, wanted, lookup);
            if (record === undefined) missing.push(wanted);
            else found.add(record);
          }
          const requested = { properties: body.properties ?? [], withHistory };
          const results = ordered(world, [...found]).map((record) => presentRead(world, store, record, requested));
          return json(missing.length > 0 ? 207 : 200, batchBody(world, results, missingErrors(store.type, missing)));
        },
      }),

    'batch-create': () =>
      defineOperation({
        id: id('batch-create'),
        method: 'POST',
        paths: withSegments(family, '/batch/create'),
        scopes: scopes('write'),
        handle(world, call) {
          const context = contextFor(world, call);
          const { inputs } = readBody(call, batchCreateSchema);
          refuseBatchSize(inputs.length, objectBatchInputsMax);
          return runBatchWrite(world, {
            inputs,
            successStatus: 201,
            plan: (input) => ({
              associations: planAssociations(world, context.store.type, input.associations),
              write: planCreate(world, context, input.properties),
            }),
            apply({ associations, write }, input) {
              const record = applyWrite(world, context, write);
              for (const { definition, toId } of associations) associate(world, definition, record.id, toId);
              const { objectWriteTraceId } = input;
              return presentWritten(world, context.store, record, Object.keys(input.properties), {
                objectWriteTraceId: objectWriteTraceId ?? undefined,
              });
            },
          });
        },
      }),

    'batch-update': () =>
      defineOperation({
        id: id('batch-update'),
        method: 'POST',
        paths: withSegments(family, '/batch/update'),
        scopes: scopes('write'),
        handle(world, call) {
          const context = contextFor(world, call);
          const { store } = context;
          const { inputs } = readBody(call, batchChangeSchema);
          refuseBatchSize(inputs.length, objectBatchInputsMax);
          for (const { idProperty } of inputs) {
            const isEmail = idProperty === 'email';
            if (idProperty != null && (isEmail || !isKnownAs(world, store, idProperty))) {
              throw problems.nonUniqueIdProperty(store.type.id, idProperty);
            }
          }
          refuseDuplicates(inputs.map((input) => input.id));
          return runBatchWrite(world, {
            inputs,
            successStatus: 200,
            plan(input): PlannedWrite | null {
              const record = findToChange(store, input.id, input.idProperty);
              return record === undefined ? null : planUpdate(world, context, record, input.properties);
            },
            apply(write, input) {
              const record = applyWrite(world, context, write);
              return presentWritten(world, store, record, Object.keys(input.properties), {
                objectWriteTraceId: input.objectWriteTraceId ?? undefined,
              });
            },
          });
        },
      }),

    'batch-upsert': () =>
      defineOperation({
        id: id('batch-upsert'),
        method: 'POST',
        paths: withSegments(family, '/batch/upsert'),
        scopes: scopes('write'),
        handle(world, call) {
          const context = contextFor(world, call);
          const { store } = context;
          const { inputs } = readBody(call, batchChangeSchema);
          refuseBatchSize(inputs.length, objectBatchInputsMax);
          for (const { idProperty } of inputs) {
            if (idProperty != null && !isKnownAs(world, store, idProperty)) {
              throw problems.nonUniqueIdProperty(store.type.id, idProperty);
            }
          }
          const keyOf = (input: (typeof inputs)[number]): string =>
            input.idProperty === 'email' ? foldEmail(input.id) : input.id;
          refuseDuplicates(inputs.map(keyOf));
          return runBatchWrite(world, {
            inputs,
            successStatus: 200,
            plan: (input) => planUpsert(world, context, { ...input, id: keyOf(input) }),
            apply(write, input) {
              const isNew = write.existing === null;
              const record = applyWrite(world, context, write);
              const idProperty = input.idProperty == null ? [] : [input.idProperty];
              return presentWritten(world, store, record, [...Object.keys(input.properties), ...idProperty], {
                new: isNew,
                objectWriteTraceId: input.objectWriteTraceId ?? undefined,
              });
            },
          });
        },
      }),

    'batch-archive': () =>
      defineOperation({
        id: id('batch-archive'),
        method: 'POST',
        paths: withSegments(family, '/batch/archive'),
        scopes: scopes('write'),
        handle(world, call) {
          const store = storeFor(world, call);
          const { inputs } = readBody(call, idsSchema);
          refuseBatchSize(inputs.length, objectBatchInputsMax);
          for (const input of inputs) {
            const record = store.live.get(input.id);
            if (record !== undefined) archiveRecord(store, record, world.clock.now());
          }
          return noContent;
        },
      }),

    search: () =>
      defineOperation({
        id: id('search'),
        method: 'POST',
        paths: withSegments(family, '/search'),
        scopes: scopes('read'),
        budget: 'search',
        handle(world, call) {
          const store = storeFor(world, call);
          const request = readBody(call, searchSchema);
          const { total, hits, after } = searchRecords(world, store, request);
          const requested = { properties: request.properties ?? [], withHistory: [] };
          return json(200, {
            total,
            results: hits.map(({ record, properties }) => presentRead(world, store, record, requested, properties)),
            ...(after === null ? {} : { paging: { next: { after } } }),
          });
        },
      }),

    merge: () =>
      defineOperation({
        id: id('merge'),
        method: 'POST',
        paths: withSegments(family, '/merge'),
        scopes: scopes('write'),
        handle(world, call) {
          const store = storeFor(world, call);
          const survivor = mergeRecords(world, store, readBody(call, mergeSchema));
          const requested = {
            properties: [...store.type.defaultProperties, 'hs_merged_object_ids'],
            withHistory: [],
          };
          return json(200, presentRead(world, store, survivor, requested));
        },
      }),

    'gdpr-delete': () =>
      defineOperation({
        id: id('gdpr-delete'),
        method: 'POST',
        paths: withSegments(family, '/gdpr-delete'),
        scopes: scopes('write'),
        handle(world, call) {
          gdprDelete(world, storeFor(world, call), readBody(call, gdprSchema));
          return noContent;
        },
      }),
  };
  return names.map((name) => all[name]());
}

const isKnownAs = (world: HubSpotWorld, store: ObjectStore, idProperty: string): boolean =>
  idProperty === 'hs_object_id' || isUniqueProperty(world, store.type, idProperty);

function findToChange(store: ObjectStore, id: string, idProperty: string | null | undefined): CrmRecord | undefined {
  if (idProperty == null || idProperty === 'hs_object_id') return store.live.get(id);
  return findByUniqueValue(store, idProperty, id);
}

function planUpsert(
  world: HubSpotWorld,
  context: WriteContext,
  input: {
    readonly id: string;
    readonly idProperty?: string | null | undefined;
    readonly properties: Readonly<Record<string, unknown>>;
  },
): PlannedWrite {
  const { store } = context;
  const { id, idProperty } = input;
  const existing = findToChange(store, id, idProperty);
  if (existing !== undefined) return planUpdate(world, context, existing, input.properties);
  if (idProperty == null || idProperty === 'hs_object_id') throw problems.objectNotFound(id);
  const owner = idProperty === 'email' ? findBySecondaryEmail(store, id) : undefined;
  if (owner !== undefined && world.switches.upsertBySecondaryEmail === 'updates-owner') {
    return planUpdate(world, context, owner, input.properties);
  }
  return planCreate(world, context, { [idProperty]: id, ...input.properties });
}

function missingErrors(type: ObjectType, ids: readonly string[]): readonly BatchError[] {
  if (ids.length === 0) return [];
  return [
    {
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      message: `Could not get some ${type.messageName} objects, they may be deleted or not exist. Check that ids are valid.`,
      context: { ids },
    },
  ];
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
