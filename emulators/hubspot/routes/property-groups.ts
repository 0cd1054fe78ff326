import { json, noContent, type EmulatorCall } from '../../core/operation.ts';
import type { PropertyCatalogue } from '../entities.ts';
import { problems } from '../errors.ts';
import { defineOperation, pathParameter, readBody, type HubSpotOperation } from '../operations.ts';
import { groupCreateSchema, groupUpdateSchema } from '../properties/bodies.ts';
import { presentGroup } from '../properties/present.ts';
import { catalogueFor, definitionScopes, propertyPaths } from './property-paths.ts';

function findGroup(catalogue: PropertyCatalogue, call: EmulatorCall) {
  const name = pathParameter(call, 'groupName');
  const group = catalogue.groups.get(name);
  if (group === undefined || group.archived) throw problems.notFound(`The property group ${name} does not exist`);
  return group;
}

export const propertyGroupOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'property-groups.list',
    method: 'GET',
    paths: propertyPaths('/groups'),
    scopes: definitionScopes('readDefinitions'),
    handle: (world, call) =>
      json(200, {
        results: [...catalogueFor(world, call).groups.values()].filter(({ archived }) => !archived).map(presentGroup),
      }),
  }),
  defineOperation({
    id: 'property-groups.create',
    method: 'POST',
    paths: propertyPaths('/groups'),
    scopes: definitionScopes('writeDefinitions'),
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
    paths: propertyPaths('/groups/:groupName'),
    scopes: definitionScopes('readDefinitions'),
    handle: (world, call) => json(200, presentGroup(findGroup(catalogueFor(world, call), call))),
  }),
  defineOperation({
    id: 'property-groups.update',
    method: 'PATCH',
    paths: propertyPaths('/groups/:groupName'),
    scopes: definitionScopes('writeDefinitions'),
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
    paths: propertyPaths('/groups/:groupName'),
    scopes: definitionScopes('writeDefinitions'),
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
];
