import { json, noContent } from '../../core/operation.ts';
import { appOf } from '../auth.ts';
import {
  byContactIdSchema,
  byEmailSchema,
  recordByContactId,
  recordByEmail,
  toSubscriberState,
} from '../marketing/attendance.ts';
import { defineOperation, pathParameter, readBody, type HubSpotOperation } from '../operations.ts';
import {
  eventById,
  marketingPaths,
  marketingWriteScopes,
  ownEvent,
  ownEventByQuery,
  requiredQuery,
} from './marketing-paths.ts';

/** The recording of attendance, by contact id and by e-mail, in the newer and the older way. */
export const attendanceOperations: readonly HubSpotOperation[] = [
  defineOperation({
    id: 'marketing-events.attendance.by-contact-id',
    method: 'POST',
    paths: marketingPaths('/attendance/:externalEventId/:subscriberState/create'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/attendance/:externalEventId/:subscriberState/email-create'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/:objectId/attendance/:subscriberState/create'),
    scopes: marketingWriteScopes,
    handle(world, call) {
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      const { inputs } = readBody(call, byContactIdSchema);
      return json(200, recordByContactId(world, eventById(world, call, 'objectId'), state, inputs));
    },
  }),
  defineOperation({
    id: 'marketing-events.attendance.by-email-and-object-id',
    method: 'POST',
    paths: marketingPaths('/:objectId/attendance/:subscriberState/email-create'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/events/:externalEventId/:subscriberState/upsert'),
    scopes: marketingWriteScopes,
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
    paths: marketingPaths('/events/:externalEventId/:subscriberState/email-upsert'),
    scopes: marketingWriteScopes,
    handle(world, call) {
      const event = ownEventByQuery(world, call);
      const state = toSubscriberState(pathParameter(call, 'subscriberState'));
      const { inputs } = readBody(call, byEmailSchema);
      recordByEmail(world, appOf(world, call), event, state, inputs, 'state-only');
      return noContent;
    },
  }),
];
