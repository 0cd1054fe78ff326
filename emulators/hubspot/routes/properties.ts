import * as z from 'zod';
import { json, noContent } from '../../core/operation.ts';
import type { HubSpotWorld, ObjectType, PropertyCatalogue, PropertyDefinition } from '../entities.ts';
import { Problem, problems } from '../errors.ts';
import { objectBatchInputsMax } from '../limits.ts';
import { catalogueOf, marketingEventTypeId } from '../object-types.ts';
import { batchBody, refuseBatchSize, refuseDuplicates, type BatchError } from '../objects/batch.ts';
import {
  booleanQuery,
  defineOperation,
  isDatedPath,
  pathParameter,
  readBody,
  type HubSpotOperation,
} from '../operations.ts';
import { propertyCreateSchema, propertyUpdateSchema, type PropertyCreate } from '../properties/bodies.ts';
import { toChangedProperty, toNewProperty } from '../properties/definitions.ts';
import { presentProperty } from '../properties/present.ts';
import { catalogueFor, definitionScopes, objectTypeOf, propertyPaths } from './property-paths.ts';

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
  if (former?.archivedAt === null) throw problems.nameExists('property', create.name);
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
    id: 'properties.batch-create',
    method: 'POST',
    paths: propertyPaths('/batch/create'),
    scopes: definitionScopes('writeDefinitions'),
    handle(world, call) {
      const type = objectTypeOf(world, call);
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
    paths: propertyPaths('/batch/read'),
    scopes: definitionScopes('readDefinitions'),
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
    paths: propertyPaths('/batch/archive'),
    scopes: definitionScopes('writeDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const { inputs } = readBody(call, batchNamesSchema);
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      for (const { name } of inputs) {
        const property = catalogue.properties.get(name);
        if (property?.archivedAt === null) archiveProperty(world, catalogue, property);
      }
      return noContent;
    },
  }),

  defineOperation({
    id: 'properties.list',
    method: 'GET',
    paths: propertyPaths(''),
    scopes: definitionScopes('readDefinitions'),
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
    paths: propertyPaths(''),
    scopes: definitionScopes('writeDefinitions'),
    handle: (world, call) =>
      json(
        201,
        presentProperty(createProperty(world, objectTypeOf(world, call), readBody(call, propertyCreateSchema))),
      ),
  }),
  defineOperation({
    id: 'properties.get',
    method: 'GET',
    paths: propertyPaths('/:propertyName'),
    scopes: definitionScopes('readDefinitions'),
    handle(world, call) {
      const archived = booleanQuery(call, 'archived');
      const name = pathParameter(call, 'propertyName');
      return json(200, presentProperty(findProperty(catalogueFor(world, call), name, archived)));
    },
  }),
  defineOperation({
    id: 'properties.update',
    method: 'PATCH',
    paths: propertyPaths('/:propertyName'),
    scopes: definitionScopes('writeDefinitions'),
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
    paths: propertyPaths('/:propertyName'),
    scopes: definitionScopes('writeDefinitions'),
    handle(world, call) {
      const catalogue = catalogueFor(world, call);
      const property = findProperty(catalogue, pathParameter(call, 'propertyName'), false);
      archiveProperty(world, catalogue, property);
      return noContent;
    },
  }),
];
