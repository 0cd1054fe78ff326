import * as z from 'zod';
import { json, noContent, type EmulatorCall } from '../../core/operation.ts';
import { appOf } from '../auth.ts';
import type { HubSpotWorld, MarketingEvent } from '../entities.ts';
import { problems } from '../errors.ts';
import { breakdownPageSizeMax, listPageSizeMax, objectBatchInputsMax } from '../limits.ts';
import {
  byContactIdSchema,
  byEmailSchema,
  recordByContactId,
  recordByEmail,
  toSubscriberState,
} from '../marketing/attendance.ts';
import {
  changeEvent,
  createEvent,
  deleteEvent,
  eventCompleteSchema,
  eventCreateSchema,
  eventUpdateSchema,
  findOwnEvent,
  isSearchable,
  presentBare,
  presentById,
  presentChangedById,
  presentIdentifiers,
  presentOwn,
  presentWithId,
} from '../marketing/events.ts';
import {
  countParticipations,
  participationsAt,
  participationsOf,
  presentParticipation,
} from '../marketing/participation.ts';
import type { Participation } from '../marketing/participation.ts';
import { contactStore } from '../object-types.ts';
import { batchBody, refuseBatchSize, type BatchError } from '../objects/batch.ts';
import { findByUniqueValue } from '../objects/store.ts';
import {
  defineOperation,
  pageByOffset,
  pathParameter,
  readBody,
  withSlash,
  type HubSpotOperation,
} from '../operations.ts';

const pathsTo = (suffix: string): readonly string[] => [
  `/marketing/v3/marketing-events${suffix}`,
  `/marketing/marketing-events/2026-09${suffix}`,
];

const read = ['crm.objects.marketing_events.read'];
const write = ['crm.objects.marketing_events.write'];

const eventNotFound = (): Error => problems.notFound('The marketing event does not exist or belongs to another app.');

function requiredQuery(call: EmulatorCall, name: string): string {
  const value = call.query.get(name);
  if (value === null || value === '') throw problems.queryRequired(name);
  return value;
}

function ownEvent(world: HubSpotWorld, call: EmulatorCall, externalAccountId: string): MarketingEvent {
  const externalEventId = pathParameter(call, 'externalEventId');
  const event = findOwnEvent(world, appOf(world, call), externalAccountId, externalEventId);
  if (event === undefined) throw eventNotFound();
  return event;
}

const ownEventByQuery = (world: HubSpotWorld, call: EmulatorCall): MarketingEvent =>
  ownEvent(world, call, requiredQuery(call, 'externalAccountId'));

function eventById(world: HubSpotWorld, call: EmulatorCall, parameter: string): MarketingEvent {
  const objectId = pathParameter(call, parameter);
  if (!/^\d+$/.test(objectId)) throw problems.invalidPathParameter(parameter);
  const event = world.marketingEvents.get(objectId);
  if (event === undefined) throw eventNotFound();
  return event;
}

const batchIdsSchema = z.object({ inputs: z.array(z.object({ objectId: z.string() })) });
const batchUpdateSchema = z.object({ inputs: z.array(eventUpdateSchema.extend({ objectId: z.string() })) });
const externalIdsSchema = z.object({
  inputs: z.array(
    z.object({
      appId: z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]),
      externalAccountId: z.string(),
      externalEventId: z.string(),
    }),
  ),
});

const missingEvents = (ids: readonly string[]): readonly BatchError[] =>
  ids.length === 0
    ? []
    : [
        {
          status: 'error',
          category: 'OBJECT_NOT_FOUND',
          message: 'Some marketing events do not exist.',
          context: { objectIds: ids },
        },
      ];

const participationStates = ['REGISTERED', 'CANCELLED', 'ATTENDED', 'NO_SHOW'] as const;

function breakdown(world: HubSpotWorld, call: EmulatorCall, participations: readonly Participation[]) {
  const state = call.query.get('state');
  if (state !== null && !participationStates.some((known) => known === state)) {
    throw problems.invalidQuery('state', `known are ${participationStates.join(', ')}`);
  }
  const wanted = participations.filter((participation) => state === null || participation.state === state);
  const { page, paging } = pageByOffset(world, call, wanted, { fallback: 10, maximum: breakdownPageSizeMax });
  return json(200, {
    total: wanted.length,
    results: page.map((participation) => presentParticipation(world, participation)),
    ...(paging === undefined ? {} : { paging }),
  });
}

/** A contact id or an e-mail, as the breakdowns take them. */
function contactIdOf(world: HubSpotWorld, identifier: string): string | undefined {
  if (/^\d+$/.test(identifier)) return identifier;
  return findByUniqueValue(contactStore(world), 'email', identifier)?.id;
}

function breakdownOf(world: HubSpotWorld, call: EmulatorCall, event: MarketingEvent) {
  const identifier = call.query.get('contactIdentifier');
  const all = participationsAt(world, event);
  if (identifier === null || identifier === '') return breakdown(world, call, all);
  const contactId = contactIdOf(world, identifier);
  return breakdown(
    world,
    call,
    all.filter((participation) => participation.contactId === contactId),
  );
}

const eventByExternalPath = (world: HubSpotWorld, call: EmulatorCall): MarketingEvent =>
  ownEvent(world, call, pathParameter(call, 'externalAccountId'));

const attendanceOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'marketing-events.attendance.by-contact-id',
    method: 'POST',
    paths: pathsTo('/attendance/:externalEventId/:subscriberState/create'),
    scopes: write,
    handle(world, call) {
      const externalAccountId = requiredQuery(call, 'externalAccountId');
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      const { inputs } = readBody(call, byContactIdSchema);
      return json(200, recordByContactId(world, ownEvent(world, call, externalAccountId), state, inputs));
    },
  }),
  defineOperation({
    id: 'marketing-events.attendance.by-email',
    method: 'POST',
    paths: pathsTo('/attendance/:externalEventId/:subscriberState/email-create'),
    scopes: write,
    handle(world, call) {
      const externalAccountId = requiredQuery(call, 'externalAccountId');
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      const { inputs } = readBody(call, byEmailSchema);
      const event = ownEvent(world, call, externalAccountId);
      return json(200, recordByEmail(world, appOf(world, call), event, state, inputs));
    },
  }),
  defineOperation({
    id: 'marketing-events.attendance.by-contact-id-and-object-id',
    method: 'POST',
    paths: pathsTo('/:objectId/attendance/:subscriberState/create'),
    scopes: write,
    handle(world, call) {
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      const { inputs } = readBody(call, byContactIdSchema);
      return json(200, recordByContactId(world, eventById(world, call, 'objectId'), state, inputs));
    },
  }),
  defineOperation({
    id: 'marketing-events.attendance.by-email-and-object-id',
    method: 'POST',
    paths: pathsTo('/:objectId/attendance/:subscriberState/email-create'),
    scopes: write,
    handle(world, call) {
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      const { inputs } = readBody(call, byEmailSchema);
      const event = eventById(world, call, 'objectId');
      return json(200, recordByEmail(world, appOf(world, call), event, state, inputs));
    },
  }),
  defineOperation({
    id: 'marketing-events.subscriber-state.by-contact-id',
    method: 'POST',
    paths: pathsTo('/events/:externalEventId/:subscriberState/upsert'),
    scopes: write,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      recordByContactId(world, event, state, readBody(call, byContactIdSchema).inputs, 'state-only');
      return noContent;
    },
  }),
  defineOperation({
    id: 'marketing-events.subscriber-state.by-email',
    method: 'POST',
    paths: pathsTo('/events/:externalEventId/:subscriberState/email-upsert'),
    scopes: write,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      const { inputs } = readBody(call, byEmailSchema);
      recordByEmail(world, appOf(world, call), event, state, inputs, 'state-only');
      return noContent;
    },
  }),
];

const participationOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'marketing-events.participations.of-contact',
    method: 'GET',
    paths: pathsTo('/participations/contacts/:contactIdentifier/breakdown'),
    scopes: read,
    handle(world, call) {
      const contactId = contactIdOf(world, pathParameter(call, 'contactIdentifier'));
      return breakdown(world, call, contactId === undefined ? [] : participationsOf(world, contactId));
    },
  }),
  defineOperation({
    id: 'marketing-events.participations.breakdown-by-object-id',
    method: 'GET',
    paths: pathsTo('/participations/:marketingEventId/breakdown'),
    scopes: read,
    handle: (world, call) => breakdownOf(world, call, eventById(world, call, 'marketingEventId')),
  }),
  defineOperation({
    id: 'marketing-events.participations.breakdown',
    method: 'GET',
    paths: pathsTo('/participations/:externalAccountId/:externalEventId/breakdown'),
    scopes: read,
    handle: (world, call) => breakdownOf(world, call, eventByExternalPath(world, call)),
  }),
  defineOperation({
    id: 'marketing-events.participations.counters',
    method: 'GET',
    paths: pathsTo('/participations/:externalAccountId/:externalEventId'),
    scopes: read,
    handle: (world, call) => json(200, countParticipations(world, eventByExternalPath(world, call))),
  }),
  defineOperation({
    id: 'marketing-events.participations.counters-by-object-id',
    method: 'GET',
    paths: pathsTo('/participations/:marketingEventId'),
    scopes: read,
    handle: (world, call) => json(200, countParticipations(world, eventById(world, call, 'marketingEventId'))),
  }),
];

const eventOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'marketing-events.create',
    method: 'POST',
    paths: pathsTo('/events'),
    scopes: write,
    handle(world, call) {
      const body = readBody(call, eventCreateSchema);
      const app = appOf(world, call);
      const existing = findOwnEvent(world, app, body.externalAccountId, body.externalEventId);
      if (existing !== undefined) throw problems.marketingEventExists(existing.objectId);
      return json(200, presentBare(createEvent(world, app, body)));
    },
  }),
  defineOperation({
    id: 'marketing-events.batch-upsert',
    method: 'POST',
    paths: pathsTo('/events/upsert'),
    scopes: write,
    handle(world, call) {
      const { inputs } = readBody(call, z.object({ inputs: z.array(eventCreateSchema) }));
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      // Observed: the batch answers COMPLETE without results and stores nothing.
      if (world.switches.marketingEventBatchUpsert === 'silent-no-op') return json(200, batchBody(world, []));
      const app = appOf(world, call);
      const results = inputs.map((input) => {
        const existing = findOwnEvent(world, app, input.externalAccountId, input.externalEventId);
        if (existing === undefined) return presentWithId(createEvent(world, app, input));
        changeEvent(world, existing, input);
        return presentWithId(existing);
      });
      return json(200, batchBody(world, results));
    },
  }),
  defineOperation({
    id: 'marketing-events.batch-delete-by-external-ids',
    method: 'POST',
    paths: pathsTo('/events/delete'),
    scopes: write,
    handle(world, call) {
      const app = appOf(world, call);
      const { inputs } = readBody(call, externalIdsSchema);
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      for (const { appId, externalAccountId, externalEventId } of inputs) {
        const event = findOwnEvent(world, app, externalAccountId, externalEventId);
        if (event !== undefined && appId === app.appId) deleteEvent(world, event);
      }
      return noContent;
    },
  }),
  defineOperation({
    id: 'marketing-events.search',
    method: 'GET',
    paths: pathsTo('/events/search'),
    scopes: read,
    handle(world, call) {
      const wanted = requiredQuery(call, 'q');
      const { appId } = appOf(world, call);
      const events = [...world.marketingEvents.values()].filter(
        (event) => event.appId === appId && event.externalEventId === wanted && isSearchable(world, event),
      );
      return json(200, {
        results: events.map(({ externalAccountId, externalEventId, objectId }) => ({
          appId,
          externalAccountId,
          externalEventId,
          objectId,
        })),
      });
    },
  }),
  defineOperation({
    id: 'marketing-events.get',
    method: 'GET',
    paths: pathsTo('/events/:externalEventId'),
    scopes: read,
    handle: (world, call) => json(200, presentOwn(world, ownEventByQuery(world, call))),
  }),
  defineOperation({
    id: 'marketing-events.upsert',
    method: 'PUT',
    paths: pathsTo('/events/:externalEventId'),
    scopes: write,
    handle(world, call) {
      const body = readBody(call, eventCreateSchema);
      if (body.externalEventId !== pathParameter(call, 'externalEventId')) {
        throw problems.validation('externalEventId differs between path and body.');
      }
      const app = appOf(world, call);
      const existing = findOwnEvent(world, app, body.externalAccountId, body.externalEventId);
      if (existing === undefined) return json(200, presentWithId(createEvent(world, app, body)));
      const flags = { eventCancelled: body.eventCancelled ?? false, eventCompleted: body.eventCompleted ?? false };
      changeEvent(world, existing, world.switches.upsertOmittedFlags === 'reset' ? { ...body, ...flags } : body);
      return json(200, presentWithId(existing));
    },
  }),
  defineOperation({
    id: 'marketing-events.update',
    method: 'PATCH',
    paths: pathsTo('/events/:externalEventId'),
    scopes: write,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      changeEvent(world, event, readBody(call, eventUpdateSchema));
      return json(200, presentWithId(event));
    },
  }),
  defineOperation({
    id: 'marketing-events.delete',
    method: 'DELETE',
    paths: pathsTo('/events/:externalEventId'),
    scopes: write,
    handle(world, call) {
      deleteEvent(world, ownEventByQuery(world, call));
      return noContent;
    },
  }),
  defineOperation({
    id: 'marketing-events.complete',
    method: 'POST',
    paths: pathsTo('/events/:externalEventId/complete'),
    scopes: write,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      const { startDateTime, endDateTime } = readBody(call, eventCompleteSchema);
      changeEvent(world, event, { startDateTime, endDateTime, eventCompleted: true });
      return json(200, presentBare(event));
    },
  }),
  defineOperation({
    id: 'marketing-events.cancel',
    method: 'POST',
    paths: pathsTo('/events/:externalEventId/cancel'),
    scopes: write,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      changeEvent(world, event, { eventCancelled: true });
      return json(200, presentBare(event));
    },
  }),
  defineOperation({
    id: 'marketing-events.batch-update',
    method: 'POST',
    paths: pathsTo('/batch/update'),
    scopes: write,
    handle(world, call) {
      const { inputs } = readBody(call, batchUpdateSchema);
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      const missing = inputs.filter(({ objectId }) => !world.marketingEvents.has(objectId));
      const results = inputs.flatMap(({ objectId, ...update }) => {
        const event = world.marketingEvents.get(objectId);
        if (event === undefined) return [];
        changeEvent(world, event, update);
        return [presentChangedById(world, event)];
      });
      const errors = missingEvents(missing.map(({ objectId }) => objectId));
      return json(errors.length > 0 ? 207 : 200, batchBody(world, results, errors));
    },
  }),
  defineOperation({
    id: 'marketing-events.batch-delete',
    method: 'POST',
    paths: pathsTo('/batch/archive'),
    scopes: write,
    handle(world, call) {
      const { inputs } = readBody(call, batchIdsSchema);
      refuseBatchSize(inputs.length, objectBatchInputsMax);
      const missing: string[] = [];
      for (const { objectId } of inputs) {
        const event = world.marketingEvents.get(objectId);
        if (event === undefined) missing.push(objectId);
        else deleteEvent(world, event);
      }
      return missing.length === 0 ? noContent : json(207, batchBody(world, [], missingEvents(missing)));
    },
  }),
  defineOperation({
    id: 'marketing-events.identifiers',
    method: 'GET',
    paths: pathsTo('/:externalEventId/identifiers'),
    scopes: read,
    handle(world, call) {
      const wanted = pathParameter(call, 'externalEventId');
      const events = [...world.marketingEvents.values()].filter(
        (event) => event.externalEventId === wanted && isSearchable(world, event),
      );
      if (events.length === 0 && world.switches.identifiersWhenAbsent === 'not-found') throw eventNotFound();
      return json(200, { total: events.length, results: events.map((event) => presentIdentifiers(world, event)) });
    },
  }),
  defineOperation({
    id: 'marketing-events.app-settings.get',
    method: 'GET',
    paths: pathsTo('/:appId/settings'),
    scopes: [],
    // A developer credential is demanded here, which a static token is not.
    handle: () => problems.unauthorised().toAnswer(),
  }),
  defineOperation({
    id: 'marketing-events.app-settings.update',
    method: 'POST',
    paths: pathsTo('/:appId/settings'),
    scopes: [],
    handle: () => problems.unauthorised().toAnswer(),
  }),
  defineOperation({
    id: 'marketing-events.list',
    method: 'GET',
    paths: [...withSlash('/marketing/marketing-events/v3'), ...pathsTo('').flatMap(withSlash)],
    scopes: read,
    handle(world, call) {
      const { page, paging } = pageByOffset(world, call, [...world.marketingEvents.values()], {
        fallback: 10,
        maximum: listPageSizeMax,
      });
      return json(200, {
        results: page.map((event) => presentById(world, event)),
        ...(paging === undefined ? {} : { paging }),
      });
    },
  }),
  defineOperation({
    id: 'marketing-events.get-by-object-id',
    method: 'GET',
    paths: pathsTo('/:objectId'),
    scopes: read,
    handle: (world, call) => json(200, presentById(world, eventById(world, call, 'objectId'))),
  }),
  defineOperation({
    id: 'marketing-events.update-by-object-id',
    method: 'PATCH',
    paths: pathsTo('/:objectId'),
    scopes: write,
    handle(world, call) {
      const event = eventById(world, call, 'objectId');
      const { eventCompleted: _ignored, ...update } = readBody(call, eventUpdateSchema);
      changeEvent(world, event, update);
      return json(200, presentChangedById(world, event));
    },
  }),
  defineOperation({
    id: 'marketing-events.delete-by-object-id',
    method: 'DELETE',
    paths: pathsTo('/:objectId'),
    scopes: write,
    handle(world, call) {
      deleteEvent(world, eventById(world, call, 'objectId'));
      return noContent;
    },
  }),
];

/** Order matters where two patterns fit one path: the more literal one comes first. */
export const marketingEventOperations: readonly HubSpotOperation[] = [
  ...participationOperations,
  ...attendanceOperations,
  ...eventOperations,
];
