import * as z from 'zod';
import { json, noContent } from '../../core/operation.ts';
import type { CrmRecord, HubSpotWorld, ObjectStore, ObjectType } from '../entities.ts';
import { problems } from '../errors.ts';
import { objectBatchInputsMax, objectBatchInputsWithHistoryMax } from '../limits.ts';
import {
  batchBody,
  ordered,
  refuseBatchSize,
  refuseDuplicates,
  runBatchWrite,
  type BatchError,
} from '../objects/batch.ts';
import { applyAssociations, associationSpecsSchema, idText, planAssociations } from '../objects/create-associations.ts';
import { findForReading, refuseNonUnique } from '../objects/find.ts';
import { presentRead, presentWritten } from '../objects/present.ts';
import { archiveRecord, findBySecondaryEmail, findByUniqueValue, isUniqueProperty } from '../objects/store.ts';
import { applyWrite, planCreate, planUpdate, type PlannedWrite, type WriteContext } from '../objects/write.ts';
import { booleanQuery, defineOperation, readBody } from '../operations.ts';
import { foldEmail } from '../properties/values.ts';
import type { ObjectFamily } from './object-family.ts';

const values = z.record(z.string(), z.unknown());
const traceId = z.string().nullish();
const batchReadSchema = z.object({
  idProperty: z.string().nullish(),
  inputs: z.array(z.object({ id: idText })),
  properties: z.array(z.string()).nullish(),
  propertiesWithHistory: z.array(z.string()).nullish(),
});
const batchCreateSchema = z.object({
  inputs: z.array(z.object({ properties: values, associations: associationSpecsSchema, objectWriteTraceId: traceId })),
});
const batchChangeSchema = z.object({
  inputs: z.array(
    z.object({ id: idText, idProperty: z.string().nullish(), properties: values, objectWriteTraceId: traceId }),
  ),
});
const idsSchema = z.object({ inputs: z.array(z.object({ id: idText })) });

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

/** @throws Problem 400 when two rows want one unique value */
function refuseSharedValues(
  world: HubSpotWorld,
  store: ObjectStore,
  inputs: readonly { readonly properties: Readonly<Record<string, unknown>> }[],
): void {
  const valuesByName = new Map<string, string[]>();
  for (const { properties } of inputs) {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      if (value === '' || !isUniqueProperty(world, store.type, name)) continue;
      const text = name === 'email' ? foldEmail(String(value)) : String(value);
      valuesByName.set(name, [...(valuesByName.get(name) ?? []), text]);
    }
  }
  for (const values of valuesByName.values()) refuseDuplicates(values);
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

/** The endpoints that take many records at once. */
export const batchEndpoints = {
  'batch-read': (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('batch-read'),
      method: 'POST',
      paths: family.paths('/batch/read'),
      scopes: family.scopes('read'),
      handle(world, call) {
        const store = family.store(world, call);
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

  'batch-create': (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('batch-create'),
      method: 'POST',
      paths: family.paths('/batch/create'),
      scopes: family.scopes('write'),
      handle(world, call) {
        const context = family.writeContext(world, call);
        const { inputs } = readBody(call, batchCreateSchema);
        refuseBatchSize(inputs.length, objectBatchInputsMax);
        if (world.switches.duplicatesInBatchCreate === 'refuse-batch') refuseSharedValues(world, context.store, inputs);
        return runBatchWrite(world, {
          inputs,
          successStatus: 201,
          plan: (input) => ({
            associations: planAssociations(world, context.store.type, input.associations),
            write: planCreate(world, context, input.properties),
          }),
          apply({ associations, write }, input) {
            const record = applyWrite(world, context, write);
            applyAssociations(world, record.id, associations);
            const { objectWriteTraceId } = input;
            return presentWritten(world, context.store, record, Object.keys(input.properties), {
              objectWriteTraceId: objectWriteTraceId ?? undefined,
            });
          },
        });
      },
    }),

  'batch-update': (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('batch-update'),
      method: 'POST',
      paths: family.paths('/batch/update'),
      scopes: family.scopes('write'),
      handle(world, call) {
        const context = family.writeContext(world, call);
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

  'batch-upsert': (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('batch-upsert'),
      method: 'POST',
      paths: family.paths('/batch/upsert'),
      scopes: family.scopes('write'),
      handle(world, call) {
        const context = family.writeContext(world, call);
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

  'batch-archive': (family: ObjectFamily) =>
    defineOperation({
      id: family.operationId('batch-archive'),
      method: 'POST',
      paths: family.paths('/batch/archive'),
      scopes: family.scopes('write'),
      handle(world, call) {
        const store = family.store(world, call);
        const { inputs } = readBody(call, idsSchema);
        refuseBatchSize(inputs.length, objectBatchInputsMax);
        for (const input of inputs) {
          const record = store.live.get(input.id);
          if (record !== undefined) archiveRecord(store, record, world.clock.now());
        }
        return noContent;
      },
    }),
} as const;
