import * as z from 'zod';
import { json, noContent, type EmulatorCall } from '../../core/operation.ts';
import type { HubSpotWorld, ObjectType, PropertyCatalogue, PropertyDefinition } from '../entities.ts';
import { Problem, problems } from '../errors.ts';
import { objectBatchInputsMax } from '../limits.ts';
import { catalogueOf, marketingEventTypeId, resolveObjectType } from '../object-types.ts';
import { batchBody, refuseBatchSize, refuseDuplicates, type BatchError } from '../objects/batch.ts';
import {
  booleanQuery,
  defineOperation,
  isDatedPath,
  pathParameter,
  readBody,
  type HubSpotOperation,
} from '../operations.ts';
import {
  groupCreateSchema,
  groupUpdateSchema,
  presentGroup,
  presentProperty,
  propertyCreateSchema,
  propertyUpdateSchema,
  toChangedProperty,
  toNewProperty,
  type PropertyCreate,
} from '../properties/definitions.ts';

const pathsTo = (suffix: string): readonly string[] => [
  `/crm/v3/properties/:objectType${suffix}`,
  `/crm/properties/2026-09/:objectType${suffix}`,
];

const typeOf = (world: HubSpotWorld, call: EmulatorCall): ObjectType =>
  resolveObjectType(world, pathParameter(call, 'objectType'));

const catalogueFor = (world: HubSpotWorld, call: EmulatorCall): PropertyCatalogue =>
  catalogueOf(world, typeOf(world, call));

/** An object type that nobody knows demands no scope: it is refused as such. */
const scopes = (kind: 'readDefinitions' | 'writeDefinitions') => (world: HubSpotWorld, call: EmulatorCall) => {
  try {
    return typeOf(world, call).scopes[kind];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
};

function findProperty(catalogue: PropertyCatalogue, name: string, archived: boolean): PropertyDefinition {
  const property = catalogue.properties.get(name);
  if (property === undefined || (property.archivedAt !== null) !== archived) {
    throw problems.notFound(`Property "${name}" does not exist`);
  }
  return property;
}

function createProperty(world: HubSpotWorld, type: ObjectType, create: PropertyCreate): PropertyDefinition {
  const catalogue = catalogueOf(world, type);
  const former = catalogue.properties.get(create.name);
  if (former !== undefined && former.archivedAt === null) throw problems.nameExists('property', create.name);
  const property = toNewProperty(catalogue, create, {
    now: world.clock.now(),
    mayBeUnique: type.id !== marketingEventTypeId,
  });
  catalogue.properties.set(property.name, property);
  return property;
}

function archiveProperty(world: HubSpotWorld, catalogue: PropertyCatalogue, property: PropertyDefinition): void {
  if (property.hubspotDefined) {
    throw problems.definition(
      `The property ${property.name} belongs to HubSpot and cannot be archived.`,
      'PropertyValidationError.CANNOT_DELETE_HUBSPOT_DEFINED_PROPERTY',
    );
  }
  if (catalogue.inUse.has(property.name)) {
    throw problems.definition(
      `The property ${property.name} is in use and cannot be archived.`,
      'PropertyValidationError.CANNOT_DELETE_PROPERTY_IN_USE',
      [
        {
          message: `${property.name} is used by a workflow`,
          subCategory: 'PropertyValidationError.PROPERTY_USAGE',
          context: { parentDisplayType: ['Workflow'], parentName: ['a workflow of the account'] },
        },
      ],
    );
  }
  catalogue.properties.set(property.name, { ...property, archivedAt: world.clock.now() });
}

const toBatchError = (problem: Problem, name: string): BatchError => ({
  status: 'error',
  ...problem.body,
  context: { name: [name] },
});

const batchNamesSchema = z.object({ inputs: z.array(z.object({ name: z.string() })) });

export const propertyOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'property-groups.list',
    method: 'GET',
    paths: pathsTo('/groups'),
    scopes: scopes('readDefinitions'),
    handle: (world, call) =>
      json(200, {
        results: [...catalogueFor(world, call).groups.values()].filter(({ archived }) => !archived).map(presentGroup),
      }),
  }),
  defineOperation({
    id: 'property-groups.create',
    method: 'POST',
    paths: pathsTo('/groups'),
    scopes: scopes('writeDefinitions'),
    handle(world, call) {
      const { groups } = catalogueFor(world, call);
      const body = readBody(call, groupCreateSchema);
      if (!/^[a-z][a-z0-9_]*$/.test(body.name)) {
        throw problems.definition(`"${body.name}" is not a group name.`, 'PropertyGroupError.INVALID_NAME');
      }
      if (groups.get(body.name)?.archived === false) throw problems.nameExists('group', body.name);
      const group = { name: body.name, label: body.label, displayOrder: body.displayOrder ?? -1, archived: false };
      groups.set(group.name, group);
      return json(201, presentGroup(group));
    },
  }),
  defineOperation({
    id: 'property-groups.get',
    method: 'GET',
    paths: pathsTo('/groups/:groupName'),
    scopes: scopes('readDefinitions'),
    handle: (world, call) => json(200, presentGroup(findGroup(catalogueFor(world, call), call))),
  }),
  defineOperation({
    id: 'property-groups.update',
    method: 'PATCH',
    paths: pathsTo('/groups/:groupName'),
    scopes: scopes('writeDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const group = findGroup(catalogue, call);
      const { label = group.label, displayOrder = group.displayOrder } = readBody(call, groupUpdateSchema);
      const changed = { ...group, label, displayOrder };
      catalogue.groups.set(group.name, changed);
      return json(200, presentGroup(changed));
    },
  }),
  defineOperation({
    id: 'property-groups.archive',
    method: 'DELETE',
    paths: pathsTo('/groups/:groupName'),
    scopes: scopes('writeDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const group = findGroup(catalogue, call);
      const holdsProperties = [...catalogue.properties.values()].some(
        (property) => property.groupName === group.name && property.archivedAt === null,
      );
      if (holdsProperties) {
        throw problems.definition(
          `The property group ${group.name} still holds active properties.`,
          'PropertyGroupError.GROUP_WITH_ACTIVE_PROPERTIES',
        );
      }
      catalogue.groups.set(group.name, { ...group, archived: true });
      return noContent;
    },
  }),

  defineOperation({
    id: 'properties.batch-create',
    method: 'POST',
    paths: pathsTo('/batch/create'),
    scopes: scopes('writeDefinitions'),
    handle(world, call) {
      const type = typeOf(world, call);
      const { inputs } = readBody(call, z.object({ inputs: z.array(propertyCreateSchema) }));
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      refuseDuplicates(inputs.map(({ name }) => name));
      const results: object[] = [];
      const errors: BatchError[] = [];
      for (const input of inputs) {
        try {
          results.push(presentProperty(createProperty(world, type, input)));
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          errors.push(toBatchError(error, input.name));
        }
      }
      const successStatus = isDatedPath(call) ? 200 : 201;
      return json(errors.length > 0 ? 207 : successStatus, batchBody(world, results, errors));
    },
  }),
  defineOperation({
    id: 'properties.batch-read',
    method: 'POST',
    paths: pathsTo('/batch/read'),
    scopes: scopes('readDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const schema = batchNamesSchema.extend({ archived: z.boolean().nullish() });
      const { inputs, archived } = readBody(call, schema);
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      const results: object[] = [];
      const errors: BatchError[] = [];
      for (const { name } of inputs) {
        try {
          results.push(presentProperty(findProperty(catalogue, name, archived ?? false)));
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          errors.push(toBatchError(error, name));
        }
      }
      return json(errors.length > 0 ? 207 : 200, batchBody(world, results, errors));
    },
  }),
  defineOperation({
    id: 'properties.batch-archive',
    method: 'POST',
    paths: pathsTo('/batch/archive'),
    scopes: scopes('writeDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const { inputs } = readBody(call, batchNamesSchema);
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      for (const { name } of inputs) {
        const property = catalogue.properties.get(name);
        if (property !== undefined && property.archivedAt === null) archiveProperty(world, catalogue, property);
      }
      return noContent;
    },
  }),

  defineOperation({
    id: 'properties.list',
    method: 'GET',
    paths: pathsTo(''),
    scopes: scopes('readDefinitions'),
    handle(world, call) {
      const archived = booleanQuery(call, 'archived');
      const properties = [...catalogueFor(world, call).properties.values()];
      return json(200, {
        results: properties.filter(({ archivedAt }) => (archivedAt !== null) === archived).map(presentProperty),
      });
    },
  }),
  defineOperation({
    id: 'properties.create',
    method: 'POST',
    paths: pathsTo(''),
    scopes: scopes('writeDefinitions'),
    handle: (world, call) =>
      json(201, presentProperty(createProperty(world, typeOf(world, call), readBody(call, propertyCreateSchema)))),
  }),
  defineOperation({
    id: 'properties.get',
    method: 'GET',
    paths: pathsTo('/:propertyName'),
    scopes: scopes('readDefinitions'),
    handle(world, call) {
      const archived = booleanQuery(call, 'archived');
      const name = pathParameter(call, 'propertyName');
      return json(200, presentProperty(findProperty(catalogueFor(world, call), name, archived)));
    },
  }),
  defineOperation({
    id: 'properties.update',
    method: 'PATCH',
    paths: pathsTo('/:propertyName'),
    scopes: scopes('writeDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const property = findProperty(catalogue, pathParameter(call, 'propertyName'), false);
      const update = readBody(call, propertyUpdateSchema);
      const changed = toChangedProperty(catalogue, property, update, world.clock.now());
      catalogue.properties.set(changed.name, changed);
      return json(200, presentProperty(changed));
    },
  }),
  defineOperation({
    id: 'properties.archive',
    method: 'DELETE',
    paths: pathsTo('/:propertyName'),
    scopes: scopes('writeDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const property = findProperty(catalogue, pathParameter(call, 'propertyName'), false);
      archiveProperty(world, catalogue, property);
      return noContent;
    },
  }),
];

function findGroup(catalogue: PropertyCatalogue, call: EmulatorCall) {
  const name = pathParameter(call, 'groupName');
  const group = catalogue.groups.get(name);
  if (group === undefined || group.archived) throw problems.notFound(`The property group ${name} does not exist`);
  return group;
}
