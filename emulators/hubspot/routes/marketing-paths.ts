import type { EmulatorCall } from '../../core/operation.ts';
import { appOf } from '../auth.ts';
import type { HubSpotWorld, MarketingEvent } from '../entities.ts';
import { problems, type Problem } from '../errors.ts';
import { findOwnEvent } from '../marketing/events.ts';
import { pathParameter } from '../operations.ts';

/** Where marketing events live. */
export const marketingPaths = (suffix: string): readonly string[] => [
  `/marketing/v3/marketing-events${suffix}`,
  `/marketing/marketing-events/2026-09${suffix}`,
];

export const marketingReadScopes = ['crm.objects.marketing_events.read'];
export const marketingWriteScopes = ['crm.objects.marketing_events.write'];

export const eventNotFound = (): Problem =>
  problems.notFound('The marketing event does not exist or belongs to another app.');

/** @throws Problem 400 without the parameter */
export function requiredQuery(call: EmulatorCall, name: string): string {
  const value = call.query.get(name);
  if (value === null || value === '') throw problems.queryRequired(name);
  return value;
}

/** The calling app's event under external ids. @throws Problem 404 */
export function ownEvent(world: HubSpotWorld, call: EmulatorCall, externalAccountId: string): MarketingEvent {
  const externalEventId = pathParameter(call, 'externalEventId');
  const event = findOwnEvent(world, appOf(world, call), externalAccountId, externalEventId);
  if (event === undefined) throw eventNotFound();
  return event;
}

export const ownEventByQuery = (world: HubSpotWorld, call: EmulatorCall): MarketingEvent =>
  ownEvent(world, call, requiredQuery(call, 'externalAccountId'));

/** Any app's event by object id. @throws Problem 400, 404 */
export function eventById(world: HubSpotWorld, call: EmulatorCall, parameter: string): MarketingEvent {
  const objectId = pathParameter(call, parameter);
  if (!/^\d+$/.test(objectId)) throw problems.invalidPathParameter(parameter);
  const event = world.marketingEvents.get(objectId);
  if (event === undefined) throw eventNotFound();
  return event;
}
