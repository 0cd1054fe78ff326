import * as z from 'zod';
import { json, noContent } from '../../core/operation.ts';
import { appOf } from '../auth.ts';
import { problems } from '../errors.ts';
import { listPageSizeMax, objectBatchInputsMax } from '../limits.ts';
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
import { batchBody, refuseBatchSize, type BatchError } from '../objects/batch.ts';
import {
  defineOperation,
  pageByOffset,
  pathParameter,
  readBody,
  withSlash,
  type HubSpotOperation,
} from '../operations.ts';
import {
  eventById,
  eventNotFound,
  marketingPaths,
  marketingReadScopes,
  marketingWriteScopes,
  ownEventByQuery,
  requiredQuery,
} from './marketing-paths.ts';

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

/** Marketing events themselves; the more literal pattern comes first where two fit one path. */
export const marketingEventOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'marketing-events.create',
    method: 'POST',
    paths: marketingPaths('/events'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/events/upsert'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/events/delete'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/events/search'),
    scopes: marketingReadScopes,
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
    paths: marketingPaths('/events/:externalEventId'),
    scopes: marketingReadScopes,
    handle: (world, call) => json(200, presentOwn(world, ownEventByQuery(world, call))),
  }),
  defineOperation({
    id: 'marketing-events.upsert',
    method: 'PUT',
    paths: marketingPaths('/events/:externalEventId'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/events/:externalEventId'),
    scopes: marketingWriteScopes,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      changeEvent(world, event, readBody(call, eventUpdateSchema));
      return json(200, presentWithId(event));
    },
  }),
  defineOperation({
    id: 'marketing-events.delete',
    method: 'DELETE',
    paths: marketingPaths('/events/:externalEventId'),
    scopes: marketingWriteScopes,
    handle(world, call) {
      deleteEvent(world, ownEventByQuery(world, call));
      return noContent;
    },
  }),
  defineOperation({
    id: 'marketing-events.complete',
    method: 'POST',
    paths: marketingPaths('/events/:externalEventId/complete'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/events/:externalEventId/cancel'),
    scopes: marketingWriteScopes,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      changeEvent(world, event, { eventCancelled: true });
      return json(200, presentBare(event));
    },
  }),
  defineOperation({
    id: 'marketing-events.batch-update',
    method: 'POST',
    paths: marketingPaths('/batch/update'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/batch/archive'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/:externalEventId/identifiers'),
    scopes: marketingReadScopes,
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
    paths: marketingPaths('/:appId/settings'),
    scopes: [],
    // A developer credential is demanded here, which a static token is not.
    handle: () => problems.unauthorised().toAnswer(),
  }),
  defineOperation({
    id: 'marketing-events.app-settings.update',
    method: 'POST',
    paths: marketingPaths('/:appId/settings'),
    scopes: [],
    handle: () => problems.unauthorised().toAnswer(),
  }),
  defineOperation({
    id: 'marketing-events.list',
    method: 'GET',
    paths: [...withSlash('/marketing/marketing-events/v3'), ...marketingPaths('').flatMap(withSlash)],
    scopes: marketingReadScopes,
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
    paths: marketingPaths('/:objectId'),
    scopes: marketingReadScopes,
    handle: (world, call) => json(200, presentById(world, eventById(world, call, 'objectId'))),
  }),
  defineOperation({
    id: 'marketing-events.update-by-object-id',
    method: 'PATCH',
    paths: marketingPaths('/:objectId'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/:objectId'),
    scopes: marketingWriteScopes,
    handle(world, call) {
      deleteEvent(world, eventById(world, call, 'objectId'));
      return noContent;
    },
  }),
];
