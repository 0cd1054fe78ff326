import * as z from 'zod';
import { json, noContent } from '../../core/operation.ts';
import { defineAssociation } from '../associations.ts';
import { problems } from '../errors.ts';
import { resolveObjectType } from '../object-types.ts';
import { booleanQuery, defineOperation, pathParameter, readBody, type HubSpotOperation } from '../operations.ts';
import {
  changeSchema,
  createSchema,
  deleteSchema,
  findSchema,
  presentSchema,
  presentTypeDefinition,
  schemaCreateSchema,
  schemaPatchSchema,
} from '../schemas.ts';
import { toVendorTime } from '../time.ts';

const pathsTo = (suffix: string): readonly string[] => [
  `/crm-object-schemas/v3/schemas${suffix}`,
  `/crm-object-schemas/2026-09/schemas${suffix}`,
];

const read = ['crm.schemas.custom.read', 'crm.objects.custom.read'];
const write = ['crm.schemas.custom.write'];

const associationSchema = z.object({
  fromObjectTypeId: z.string(),
  toObjectTypeId: z.string(),
  name: z.string().optional(),
});

export const schemaOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'schemas.list',
    method: 'GET',
    paths: pathsTo(''),
    scopes: read,
    handle(world, call) {
      const archived = booleanQuery(call, 'archived');
      const schemas = [...world.schemas.values()].filter(({ archivedAt }) => (archivedAt !== null) === archived);
      return json(200, { results: schemas.map((schema) => presentSchema(world, schema)) });
    },
  }),
  defineOperation({
    id: 'schemas.create',
    method: 'POST',
    paths: pathsTo(''),
    scopes: write,
    needsEnterprise: true,
    handle: (world, call) => json(201, presentSchema(world, createSchema(world, readBody(call, schemaCreateSchema)))),
  }),
  defineOperation({
    id: 'schemas.get',
    method: 'GET',
    paths: pathsTo('/:objectType'),
    scopes: read,
    handle: (world, call) =>
      json(200, presentSchema(world, findSchema(world, pathParameter(call, 'objectType'), false))),
  }),
  defineOperation({
    id: 'schemas.update',
    method: 'PATCH',
    paths: pathsTo('/:objectType'),
    scopes: write,
    needsEnterprise: true,
    handle(world, call) {
      const schema = findSchema(world, pathParameter(call, 'objectType'), false);
      return json(200, presentTypeDefinition(world, changeSchema(world, schema, readBody(call, schemaPatchSchema))));
    },
  }),
  defineOperation({
    id: 'schemas.delete',
    method: 'DELETE',
    paths: pathsTo('/:objectType'),
    scopes: write,
    needsEnterprise: true,
    handle(world, call) {
      const forGood = booleanQuery(call, 'archived');
      deleteSchema(world, findSchema(world, pathParameter(call, 'objectType'), forGood), forGood);
      return noContent;
    },
  }),
  defineOperation({
    id: 'schemas.create-association',
    method: 'POST',
    paths: pathsTo('/:objectType/associations'),
    scopes: write,
    needsEnterprise: true,
    handle(world, call) {
      const schema = findSchema(world, pathParameter(call, 'objectType'), false);
      const body = readBody(call, associationSchema);
      if (body.fromObjectTypeId !== schema.objectTypeId) {
        throw problems.validation(`fromObjectTypeId must be ${schema.objectTypeId}.`);
      }
      const target = resolveObjectType(world, body.toObjectTypeId);
      const name = body.name ?? `${schema.name}_to_${target.messageName.toLowerCase()}`;
      const definition = defineAssociation(world, schema.objectTypeId, target.id, name);
      const now = toVendorTime(world.clock.now());
      return json(201, {
        id: String(definition.typeId),
        name,
        fromObjectTypeId: definition.fromTypeId,
        toObjectTypeId: definition.toTypeId,
        createdAt: now,
        updatedAt: now,
      });
    },
  }),
];
