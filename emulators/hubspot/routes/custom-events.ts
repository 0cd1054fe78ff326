import * as z from 'zod';
import { json, noContent, type EmulatorCall } from '../../core/operation.ts';
import { appOf } from '../auth.ts';
import {
  addEventProperty,
  createEventDefinition,
  eventDefinitionPatchSchema,
  eventDefinitionSchema,
  eventPropertyPatchSchema,
  eventPropertySchema,
  findEventDefinition,
  presentEventDefinition,
} from '../custom-events/definitions.ts';
import { acceptEvent, eventSendSchema, refuseWrongEvent } from '../custom-events/send.ts';
import type { EventOccurrence, HubSpotWorld } from '../entities.ts';
import { problems } from '../errors.ts';
import { eventSendInputsMax, listPageSizeMax } from '../limits.ts';
import { contactStore, contactTypeId, resolveObjectType } from '../object-types.ts';
import { refuseBatchSize } from '../objects/batch.ts';
import { findByUniqueValue } from '../objects/store.ts';
import {
  defineOperation,
  pageByOffset,
  pathParameter,
  readBody,
  withSlash,
  type HubSpotOperation,
} from '../operations.ts';
import { toOptionList } from '../properties/definitions.ts';
import { presentProperty } from '../properties/present.ts';
import { parseInstant, toVendorTime } from '../time.ts';

const definitionPaths = (suffix: string): readonly string[] => [
  `/events/v3/event-definitions${suffix}`,
  `/events/custom/2026-09/event-definitions${suffix}`,
];
const sendPaths = (suffix: string): readonly string[] => [
  `/events/v3/send${suffix}`,
  `/events/custom/2026-09/send${suffix}`,
];
const occurrencePaths = (suffix: string): readonly string[] => [
  `/events/v3/events${suffix}`,
  `/events/event-occurrences/2026-09${suffix}`,
];

const definitionScopes = ['behavioral_events.event_definitions.read_write'];
const sendScopes = ['analytics.behavioral_events.send'];

function findOwnProperty(world: HubSpotWorld, call: EmulatorCall) {
  const definition = findEventDefinition(world, pathParameter(call, 'eventName'));
  const name = pathParameter(call, 'propertyName');
  const property = definition.properties.get(name);
  if (property === undefined) throw problems.notFound(`The event has no property ${name}.`);
  return { definition, property };
}

const definitionOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'event-definitions.list',
    method: 'GET',
    paths: definitionPaths(''),
    scopes: definitionScopes,
    handle(world, call) {
      const text = (call.query.get('searchString') ?? '').toLowerCase();
      const withProperties = call.query.get('includeProperties') !== 'false';
      const all = [...world.eventDefinitions.values()].filter(
        ({ name, label }) => name.includes(text) || label.toLowerCase().includes(text),
      );
      const { page, paging } = pageByOffset(world, call, all, { fallback: listPageSizeMax, maximum: listPageSizeMax });
      return json(200, {
        total: all.length,
        results: page.map((definition) => presentEventDefinition(definition, withProperties)),
        ...(paging === undefined ? {} : { paging }),
      });
    },
  }),
  defineOperation({
    id: 'event-definitions.create',
    method: 'POST',
    paths: definitionPaths(''),
    scopes: definitionScopes,
    needsEnterprise: true,
    handle: (world, call) =>
      json(201, presentEventDefinition(createEventDefinition(world, readBody(call, eventDefinitionSchema)), true)),
  }),
  defineOperation({
    id: 'event-definitions.get',
    method: 'GET',
    paths: definitionPaths('/:eventName'),
    scopes: definitionScopes,
    handle: (world, call) =>
      json(200, presentEventDefinition(findEventDefinition(world, pathParameter(call, 'eventName')), true)),
  }),
  defineOperation({
    id: 'event-definitions.update',
    method: 'PATCH',
    paths: definitionPaths('/:eventName'),
    scopes: definitionScopes,
    handle(world, call) {
      const definition = findEventDefinition(world, pathParameter(call, 'eventName'));
      const patch = readBody(call, eventDefinitionPatchSchema);
      const changed = {
        ...definition,
        label: patch.label ?? definition.label,
        description: patch.description ?? definition.description,
        updatedAt: world.clock.now(),
      };
      world.eventDefinitions.set(changed.fullyQualifiedName, changed);
      return json(201, presentEventDefinition(changed, true));
    },
  }),
  defineOperation({
    id: 'event-definitions.delete',
    method: 'DELETE',
    paths: definitionPaths('/:eventName'),
    scopes: definitionScopes,
    handle(world, call) {
      world.eventDefinitions.delete(findEventDefinition(world, pathParameter(call, 'eventName')).fullyQualifiedName);
      return noContent;
    },
  }),
  defineOperation({
    id: 'event-definitions.create-property',
    method: 'POST',
    paths: definitionPaths('/:eventName/property'),
    scopes: definitionScopes,
    handle(world, call) {
      const definition = findEventDefinition(world, pathParameter(call, 'eventName'));
      return json(201, presentProperty(addEventProperty(world, definition, readBody(call, eventPropertySchema))));
    },
  }),
  defineOperation({
    id: 'event-definitions.update-property',
    method: 'PATCH',
    paths: definitionPaths('/:eventName/property/:propertyName'),
    scopes: definitionScopes,
    handle(world, call) {
      const { definition, property } = findOwnProperty(world, call);
      const patch = readBody(call, eventPropertyPatchSchema);
      const changed = {
        ...property,
        label: patch.label ?? property.label,
        description: patch.description ?? property.description,
        options: patch.options === undefined ? property.options : toOptionList(patch.options),
        updatedAt: world.clock.now(),
      };
      definition.properties.set(changed.name, changed);
      return json(201, presentProperty(changed));
    },
  }),
  defineOperation({
    id: 'event-definitions.delete-property',
    method: 'DELETE',
    paths: definitionPaths('/:eventName/property/:propertyName'),
    scopes: definitionScopes,
    handle(world, call) {
      const { definition, property } = findOwnProperty(world, call);
      definition.properties.delete(property.name);
      return noContent;
    },
  }),
];

const sendOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'events.send-batch',
    method: 'POST',
    paths: sendPaths('/batch'),
    scopes: sendScopes,
    budget: 'event-sends',
    needsEnterprise: true,
    handle(world, call) {
      const { inputs } = readBody(call, z.object({ inputs: z.array(eventSendSchema) }));
      refuseBatchSize(inputs.length, eventSendInputsMax);
      for (const input of inputs) refuseWrongEvent(world, input);
      for (const input of inputs) acceptEvent(world, appOf(world, call).appId, input);
      return noContent;
    },
  }),
  defineOperation({
    id: 'events.send',
    method: 'POST',
    paths: sendPaths(''),
    scopes: sendScopes,
    budget: 'event-sends',
    needsEnterprise: true,
    handle(world, call) {
      const event = readBody(call, eventSendSchema);
      refuseWrongEvent(world, event);
      acceptEvent(world, appOf(world, call).appId, event);
      return noContent;
    },
  }),
];

function instantQuery(call: EmulatorCall, name: string): number | null {
  const text = call.query.get(name);
  if (text === null || text === '') return null;
  const epochMs = parseInstant(text);
  if (epochMs === null) throw problems.invalidQuery(name, `${text} is not a time`);
  return epochMs;
}

/** The contact that a read of occurrences is about; null when it asks for everybody. */
function contactQuery(world: HubSpotWorld, call: EmulatorCall): string | null {
  const objectType = call.query.get('objectType');
  if (objectType === null || objectType === '') return null;
  const isContact = ['contact', contactTypeId].includes(objectType.toLowerCase());
  if (!isContact && resolveObjectType(world, objectType).id !== contactTypeId) {
    throw problems.invalidQuery('objectType', 'only contacts have events here');
  }
  const objectId = call.query.get('objectId');
  if (objectId !== null && objectId !== '') return objectId;
  const email = call.query.get('objectProperty.email');
  if (email === null || email === '') throw problems.queryRequired('objectId');
  return findByUniqueValue(contactStore(world), 'email', email)?.id ?? '';
}

const presentOccurrence = (occurrence: EventOccurrence): object => ({
  objectType: 'CONTACT',
  objectId: occurrence.contactId,
  eventType: occurrence.eventName,
  occurredAt: toVendorTime(occurrence.occurredAt),
  id: occurrence.uuid,
  properties: occurrence.properties,
});

const readOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'events.list-types',
    method: 'GET',
    paths: occurrencePaths('/event-types'),
    scopes: [],
    handle: (world) => json(200, { eventTypes: [...world.eventDefinitions.keys()] }),
  }),
  defineOperation({
    id: 'events.list',
    method: 'GET',
    paths: occurrencePaths('').flatMap(withSlash),
    scopes: [],
    handle(world, call) {
      const contactId = contactQuery(world, call);
      const eventType = call.query.get('eventType');
      const after = instantQuery(call, 'occurredAfter');
      const before = instantQuery(call, 'occurredBefore');
      const processedBefore = world.clock.now() - world.switches.eventProcessingLagMs;
      const ids = call.query.getAll('id');
      const matching = world.eventOccurrences.filter(
        (occurrence) =>
          occurrence.acceptedAt <= processedBefore &&
          (contactId === null || occurrence.contactId === contactId) &&
          (eventType === null || occurrence.eventName === eventType) &&
          (after === null || occurrence.occurredAt >= after) &&
          (before === null || occurrence.occurredAt < before) &&
          (ids.length === 0 || ids.includes(occurrence.uuid)),
      );
      const direction = call.query.getAll('sort').includes('occurredAt') ? 1 : -1;
      matching.sort((left, right) => direction * (left.occurredAt - right.occurredAt));
      const { page, paging } = pageByOffset(world, call, matching, { fallback: 20, maximum: 1_000 });
      return json(200, { results: page.map(presentOccurrence), ...(paging === undefined ? {} : { paging }) });
    },
  }),
];

/** Definitions, sends and reads of custom events. */
export const customEventOperations: readonly HubSpotOperation[] = [
  ...definitionOperations,
  ...sendOperations,
  ...readOperations,
];
