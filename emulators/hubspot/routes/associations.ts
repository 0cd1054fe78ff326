import * as z from 'zod';
import { json, noContent, type EmulatorCall } from '../../core/operation.ts';
import { associate, associatedWith, definitionsBetween, dissociate, type AssociatedRecord } from '../associations.ts';
import type { AssociationDefinition, HubSpotWorld, ObjectType } from '../entities.ts';
import { Problem, problems } from '../errors.ts';
import {
  associationArchiveInputsMax,
  associationCreateInputsMax,
  associationPageSizeMax,
  associationReadInputsMax,
} from '../limits.ts';
import { resolveObjectType } from '../object-types.ts';
import { batchBody, refuseBatchSize, type BatchError } from '../objects/batch.ts';
import {
  defineOperation,
  isDatedPath,
  pageByOffset,
  pathParameter,
  readBody,
  type HubSpotOperation,
} from '../operations.ts';

const idText = z.union([z.string(), z.int().transform(String)]);
const reference = z.object({ id: idText });
const specs = z.array(z.object({ associationCategory: z.string(), associationTypeId: z.int() }));
const createSchema = z.object({ inputs: z.array(z.object({ from: reference, to: reference, types: specs })) });
const defaultSchema = z.object({ inputs: z.array(z.object({ from: reference, to: reference })) });
const readSchema = z.object({ inputs: z.array(z.object({ id: idText, after: z.string().nullish() })) });
const archiveSchema = z.object({ inputs: z.array(z.object({ from: reference, to: z.array(reference) })) });

const batchPaths = (suffix: string): readonly string[] => [
  `/crm/v4/associations/:fromObjectType/:toObjectType/batch/${suffix}`,
  `/crm/associations/2026-09/:fromObjectType/:toObjectType/batch/${suffix}`,
];
const pairPaths = (suffix: string): readonly string[] => [
  `/crm/v4/objects/:fromObjectType/:fromObjectId/associations${suffix}`,
  `/crm/objects/2026-09/:fromObjectType/:fromObjectId/associations${suffix}`,
];

interface Direction {
  readonly from: ObjectType;
  readonly to: ObjectType;
}

const directionOf = (world: HubSpotWorld, call: EmulatorCall): Direction => ({
  from: resolveObjectType(world, pathParameter(call, 'fromObjectType')),
  to: resolveObjectType(world, pathParameter(call, 'toObjectType')),
});

type AccessKind = 'read' | 'write';

function scopesOfDirection(world: HubSpotWorld, call: EmulatorCall, kinds: readonly AccessKind[]): readonly string[] {
  try {
    const { from, to } = directionOf(world, call);
    return [...new Set(kinds.flatMap((kind) => [...from.scopes[kind], ...to.scopes[kind]]))];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

/** Reading or writing either of the two types is enough, as the specification lists every object scope. */
const readScopes = (world: HubSpotWorld, call: EmulatorCall): readonly string[] =>
  scopesOfDirection(world, call, ['read', 'write']);

const writeScopes = (world: HubSpotWorld, call: EmulatorCall): readonly string[] =>
  scopesOfDirection(world, call, world.switches.associationWriteScope === 'write' ? ['write'] : ['read', 'write']);

function invalidIdentifier(direction: Direction, fromId: string, toId: string): BatchError {
  return {
    status: 'error',
    category: 'VALIDATION_ERROR',
    subCategory: 'crm.associations.INVALID_IDENTIFIER',
    message: `One of the records ${direction.from.messageName}=${fromId} and ${direction.to.messageName}=${toId} does not exist.`,
    context: { fromObjectId: [fromId], toObjectId: [toId] },
  };
}

function exists(world: HubSpotWorld, type: ObjectType, id: string): boolean {
  return world.stores.get(type.id)?.live.has(id) === true;
}

const bothExist = (world: HubSpotWorld, direction: Direction, fromId: string, toId: string): boolean =>
  exists(world, direction.from, fromId) && exists(world, direction.to, toId);

/** @throws Problem 400 for a type that does not connect these objects in this direction */
function definitionFor(
  world: HubSpotWorld,
  direction: Direction,
  spec: { readonly associationCategory: string; readonly associationTypeId: number },
): AssociationDefinition {
  const definition = definitionsBetween(world, direction.from.id, direction.to.id).find(
    ({ category, typeId }) => category === spec.associationCategory && typeId === spec.associationTypeId,
  );
  if (definition === undefined) {
    throw problems.validation(
      `${spec.associationCategory} ${spec.associationTypeId} is not an association type from ${direction.from.messageName} to ${direction.to.messageName}.`,
    );
  }
  return definition;
}

function defaultDefinition(world: HubSpotWorld, direction: Direction): AssociationDefinition {
  const [definition] = definitionsBetween(world, direction.from.id, direction.to.id);
  if (definition === undefined) {
    throw problems.validation(
      `No default association is defined from ${direction.from.messageName} to ${direction.to.messageName}.`,
    );
  }
  return definition;
}

const presentPair = (direction: Direction, fromId: string, toId: string): object => ({
  fromObjectTypeId: direction.from.id,
  fromObjectId: fromId,
  toObjectTypeId: direction.to.id,
  toObjectId: toId,
  labels: [],
});

function presentDefault(definition: AssociationDefinition, fromId: string, toId: string): readonly object[] {
  const spec = (associationTypeId: number) => ({ associationCategory: definition.category, associationTypeId });
  return [
    { from: { id: fromId }, to: { id: toId }, associationSpec: spec(definition.typeId) },
    { from: { id: toId }, to: { id: fromId }, associationSpec: spec(definition.inverseTypeId) },
  ];
}

const presentTarget = ({ toObjectId, definitions }: AssociatedRecord): object => ({
  toObjectId,
  associationTypes: definitions.map(({ category, typeId, label }) => ({ category, typeId, label })),
});

export const associationOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'associations.batch-create',
    method: 'POST',
    paths: batchPaths('create'),
    scopes: writeScopes,
    budget: 'associations',
    handle(world, call) {
      const direction = directionOf(world, call);
      const { inputs } = readBody(call, createSchema);
      refuseBatchSize(inputs.length, associationCreateInputsMax);
      const planned = inputs.map(({ from, to, types }) => {
        if (types.length === 0) throw problems.fieldsNotSet(['types']);
        return { from, to, definitions: types.map((spec) => definitionFor(world, direction, spec)) };
      });
      const results: object[] = [];
      const errors: BatchError[] = [];
      for (const { from, to, definitions } of planned) {
        if (!bothExist(world, direction, from.id, to.id)) {
          errors.push(invalidIdentifier(direction, from.id, to.id));
          continue;
        }
        for (const definition of definitions) associate(world, definition, from.id, to.id);
        results.push(presentPair(direction, from.id, to.id));
      }
      const successStatus = isDatedPath(call) ? 200 : 201;
      return json(errors.length > 0 ? 207 : successStatus, batchBody(world, results, errors));
    },
  }),
  defineOperation({
    id: 'associations.batch-associate-default',
    method: 'POST',
    paths: batchPaths('associate/default'),
    scopes: writeScopes,
    budget: 'associations',
    handle(world, call) {
      const direction = directionOf(world, call);
      const { inputs } = readBody(call, defaultSchema);
      refuseBatchSize(inputs.length, associationCreateInputsMax);
      const definition = defaultDefinition(world, direction);
      const results: object[] = [];
      const errors: BatchError[] = [];
      for (const { from, to } of inputs) {
        if (!bothExist(world, direction, from.id, to.id)) {
          errors.push(invalidIdentifier(direction, from.id, to.id));
          continue;
        }
        associate(world, definition, from.id, to.id);
        results.push(...presentDefault(definition, from.id, to.id));
      }
      const errorStatus = world.switches.defaultAssociationErrors === 'status-207' ? 207 : 200;
      return json(errors.length > 0 ? errorStatus : 200, batchBody(world, results, errors));
    },
  }),
  defineOperation({
    id: 'associations.batch-read',
    method: 'POST',
    paths: batchPaths('read'),
    scopes: readScopes,
    budget: 'associations',
    handle(world, call) {
      const direction = directionOf(world, call);
      const { inputs } = readBody(call, readSchema);
      refuseBatchSize(inputs.length, associationReadInputsMax);
      const results: object[] = [];
      const errors: BatchError[] = [];
      for (const { id, after } of inputs) {
        const targets = associatedWith(world, direction.from.id, direction.to.id, id);
        if (targets.length === 0) {
          errors.push({
            status: 'error',
            category: 'OBJECT_NOT_FOUND',
            subCategory: 'crm.associations.NO_ASSOCIATIONS_FOUND',
            message: `No ${direction.to.messageName.toLowerCase()} is associated with ${direction.from.messageName.toLowerCase()} ${id}.`,
            context: { fromObjectId: [id] },
          });
          continue;
        }
        const start = after == null || !/^\d+$/.test(after) ? 0 : Number(after);
        const end = start + associationPageSizeMax;
        results.push({
          from: { id },
          to: targets.slice(start, end).map(presentTarget),
          ...(end < targets.length ? { paging: { next: { after: String(end) } } } : {}),
        });
      }
      return json(errors.length > 0 ? 207 : 200, batchBody(world, results, errors));
    },
  }),
  defineOperation({
    id: 'associations.batch-archive',
    method: 'POST',
    paths: batchPaths('archive'),
    scopes: writeScopes,
    budget: 'associations',
    handle(world, call) {
      const direction = directionOf(world, call);
      const { inputs } = readBody(call, archiveSchema);
      refuseBatchSize(inputs.length, associationArchiveInputsMax);
      for (const { from, to } of inputs) {
        for (const target of to) dissociate(world, direction.from.id, direction.to.id, from.id, target.id);
      }
      return isDatedPath(call) ? json(200, batchBody(world, [])) : noContent;
    },
  }),
  defineOperation({
    id: 'associations.create-default',
    method: 'PUT',
    paths: pairPaths('/default/:toObjectType/:toObjectId'),
    scopes: writeScopes,
    handle(world, call) {
      const direction = directionOf(world, call);
      const [fromId, toId] = [pathParameter(call, 'fromObjectId'), pathParameter(call, 'toObjectId')];
      if (!bothExist(world, direction, fromId, toId)) throw problems.objectNotFound(fromId);
      const definition = defaultDefinition(world, direction);
      associate(world, definition, fromId, toId);
      return json(200, batchBody(world, presentDefault(definition, fromId, toId)));
    },
  }),
  defineOperation({
    id: 'associations.create',
    method: 'PUT',
    paths: pairPaths('/:toObjectType/:toObjectId'),
    scopes: writeScopes,
    handle(world, call) {
      const direction = directionOf(world, call);
      const [fromId, toId] = [pathParameter(call, 'fromObjectId'), pathParameter(call, 'toObjectId')];
      const definitions = readBody(call, specs).map((spec) => definitionFor(world, direction, spec));
      if (!bothExist(world, direction, fromId, toId)) throw problems.objectNotFound(fromId);
      for (const definition of definitions) associate(world, definition, fromId, toId);
      return json(201, presentPair(direction, fromId, toId));
    },
  }),
  defineOperation({
    id: 'associations.archive',
    method: 'DELETE',
    paths: pairPaths('/:toObjectType/:toObjectId'),
    scopes: writeScopes,
    handle(world, call) {
      const direction = directionOf(world, call);
      const [fromId, toId] = [pathParameter(call, 'fromObjectId'), pathParameter(call, 'toObjectId')];
      dissociate(world, direction.from.id, direction.to.id, fromId, toId);
      return noContent;
    },
  }),
  defineOperation({
    id: 'associations.list',
    method: 'GET',
    paths: ['/crm/v4/objects/:fromObjectType/:fromObjectId/associations/:toObjectType'],
    scopes: readScopes,
    handle(world, call) {
      const direction = directionOf(world, call);
      const fromId = pathParameter(call, 'fromObjectId');
      if (!exists(world, direction.from, fromId)) throw problems.objectNotFound(fromId);
      const targets = associatedWith(world, direction.from.id, direction.to.id, fromId);
      const { page, paging } = pageByOffset(world, call, targets, {
        fallback: associationPageSizeMax,
        maximum: associationPageSizeMax,
      });
      return json(200, { results: page.map(presentTarget), ...(paging === undefined ? {} : { paging }) });
    },
  }),
];
