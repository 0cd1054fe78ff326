import * as z from 'zod';
import type { EventDefinition, HubSpotWorld } from '../entities.ts';
import { Problem, problems } from '../errors.ts';
import { eventUrlCharactersMax, eventValueCharactersMax } from '../limits.ts';
import { contactStore } from '../object-types.ts';
import { findBySecondaryEmail, findByUniqueValue } from '../objects/store.ts';
import { applyWrite, planCreate } from '../objects/write.ts';
import { checkValues, foldEmail } from '../properties/values.ts';
import { parseInstant } from '../time.ts';

export const eventSendSchema = z.object({
  eventName: z.string(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  objectId: z.union([z.string(), z.int().transform(String)]).nullish(),
  email: z.string().nullish(),
  utk: z.string().nullish(),
  occurredAt: z.string().nullish(),
  uuid: z.string().nullish(),
});
export type EventSend = z.infer<typeof eventSendSchema>;

const yearMs = 365 * 86_400_000;
const urlProperties = new Set(['hs_url', 'hs_page_url', 'hs_link_href', 'hs_referrer']);

/**
 * What HubSpot refuses at once; everything else is answered 204 and decided later.
 *
 * @throws Problem 400 for a name without this account's prefix, for nobody to attach it to, for a time that is none
 */
export function refuseWrongEvent(world: HubSpotWorld, event: EventSend): void {
  const prefix = `pe${world.account.portalId}_`;
  if (!event.eventName.startsWith(prefix)) {
    throw problems.validation(`The event name ${event.eventName} does not begin with ${prefix}.`);
  }
  if (!event.objectId && !event.email && !event.utk) {
    throw problems.validation('One of objectId, email and utk must be set.');
  }
  if (event.occurredAt != null && parseInstant(event.occurredAt) === null) {
    throw problems.validation(`occurredAt is not a time: ${event.occurredAt}`);
  }
}

type Resolved = { readonly contactId: string } | { readonly reason: string };

function resolveContact(world: HubSpotWorld, appId: number, event: EventSend): Resolved {
  const store = contactStore(world);
  if (event.objectId) {
    return store.live.has(event.objectId) ? { contactId: event.objectId } : { reason: 'no contact has this id' };
  }
  if (!event.email) return { reason: 'no visitor has this token' };
  const email = foldEmail(event.email);
  const found = findByUniqueValue(store, 'email', email) ?? findBySecondaryEmail(store, email);
  if (found !== undefined) return { contactId: found.id };
  if (world.switches.eventForUnknownEmail === 'dropped') return { reason: 'no contact has this e-mail' };
  try {
    const context = { store, claims: new Map<string, string>(), isDated: false, appId };
    return { contactId: applyWrite(world, context, planCreate(world, context, { email })).id };
  } catch (error) {
    if (error instanceof Problem) return { reason: error.message };
    throw error;
  }
}

function charactersMax(world: HubSpotWorld, name: string, value: string): number {
  const isLongUrl = world.switches.longEventUrls === 'accepted' && /^https?:\/\//.test(value);
  return urlProperties.has(name) || isLongUrl ? eventUrlCharactersMax : eventValueCharactersMax;
}

const tooLong = (world: HubSpotWorld, properties: Readonly<Record<string, string>>): string | undefined =>
  Object.entries(properties).find(([name, value]) => value.length > charactersMax(world, name, value))?.[0];

function dropReason(
  world: HubSpotWorld,
  definition: EventDefinition | undefined,
  event: EventSend,
): string | { readonly properties: Readonly<Record<string, string>> } {
  if (definition === undefined) return 'no event definition has this name';
  const { values, found } = checkValues(world, definition.properties, event.properties ?? {}, {});
  const [wrong] = found;
  if (wrong !== undefined) return wrong.message;
  const long = tooLong(world, values);
  if (long !== undefined) return `the value of ${long} is too long`;
  const acceptedAt = event.uuid == null ? undefined : world.acceptedEventUuids.get(`${event.eventName}|${event.uuid}`);
  if (acceptedAt !== undefined && world.clock.now() - acceptedAt < yearMs) return 'the uuid was used before';
  return { properties: values };
}

/** Stores an event, or throws it away without telling. */
export function acceptEvent(world: HubSpotWorld, appId: number, event: EventSend): void {
  const now = world.clock.now();
  const drop = (reason: string): void => {
    world.droppedEvents.push({ at: now, eventName: event.eventName, uuid: event.uuid ?? null, reason });
  };
  const checked = dropReason(world, world.eventDefinitions.get(event.eventName), event);
  if (typeof checked === 'string') {
    drop(checked);
    return;
  }
  const resolved = resolveContact(world, appId, event);
  if ('reason' in resolved) {
    drop(resolved.reason);
    return;
  }
  const uuid = event.uuid ?? world.random.uuid();
  world.acceptedEventUuids.set(`${event.eventName}|${uuid}`, now);
  world.eventOccurrences.push({
    uuid,
    eventName: event.eventName,
    contactId: resolved.contactId,
    occurredAt: event.occurredAt == null ? now : (parseInstant(event.occurredAt) ?? now),
    acceptedAt: now,
    properties: checked.properties,
  });
}
