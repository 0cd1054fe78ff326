import * as z from 'zod';
import type { EpochMs } from '../../core/clock.ts';
import type { App, HubSpotWorld, MarketingEvent } from '../entities.ts';
import { problems } from '../errors.ts';
import { marketingEventTypeId } from '../object-types.ts';
import { checkValues } from '../properties/values.ts';
import { parseInstant, toVendorTime } from '../time.ts';
import { countParticipations, countRegistrants } from './participation.ts';

const instant = z.string().transform((text, context) => {
  const epochMs = parseInstant(text);
  if (epochMs !== null && !/^-?\d+$/.test(text)) return epochMs;
  context.addIssue({ code: 'custom', message: `${text} is not an ISO 8601 time` });
  return z.NEVER;
});

const customProperties = z.array(z.object({ name: z.string(), value: z.string() })).nullish();

const details = {
  eventType: z.string().nullish(),
  eventUrl: z.string().nullish(),
  eventDescription: z.string().nullish(),
  startDateTime: instant.nullish(),
  endDateTime: instant.nullish(),
  eventCancelled: z.boolean().nullish(),
  customProperties,
};

export const eventCreateSchema = z.object({
  externalEventId: z.string().min(1),
  externalAccountId: z.string().min(1),
  eventName: z.string().min(1),
  eventOrganizer: z.string().min(1),
  eventCompleted: z.boolean().nullish(),
  ...details,
});
export type EventCreate = z.infer<typeof eventCreateSchema>;

export const eventUpdateSchema = z.object({
  eventName: z.string().min(1).optional(),
  eventOrganizer: z.string().min(1).optional(),
  eventCompleted: z.boolean().nullish(),
  ...details,
});
export type EventUpdate = z.infer<typeof eventUpdateSchema>;

export const eventCompleteSchema = z.object({ startDateTime: instant, endDateTime: instant });

/** The event of an app under its external ids; another app's event is not found. */
export function findOwnEvent(
  world: HubSpotWorld,
  app: App,
  externalAccountId: string,
  externalEventId: string,
): MarketingEvent | undefined {
  for (const event of world.marketingEvents.values()) {
    if (
      event.externalEventId === externalEventId &&
      event.externalAccountId === externalAccountId &&
      event.appId === app.appId
    ) {
      return event;
    }
  }
  return undefined;
}

/** Unknown names are left out without a word; a value of the wrong type is refused. */
function acceptedCustomProperties(world: HubSpotWorld, given: EventUpdate['customProperties']): Map<string, string> {
  const definitions = world.catalogues.get(marketingEventTypeId)?.properties ?? new Map();
  const wanted = Object.fromEntries((given ?? []).map(({ name, value }) => [name, value]));
  const { values, found } = checkValues(world, definitions, wanted, {});
  const wrong = found.filter(({ error }) => error !== 'PROPERTY_DOESNT_EXIST' && error !== 'READ_ONLY_VALUE');
  if (wrong.length > 0) throw problems.propertyValues(wrong);
  return new Map(Object.entries(values));
}

export function createEvent(world: HubSpotWorld, app: { readonly appId: number }, create: EventCreate): MarketingEvent {
  const now = world.clock.now();
  const event: MarketingEvent = {
    objectId: world.nextObjectId(),
    appId: app.appId,
    externalAccountId: create.externalAccountId,
    externalEventId: create.externalEventId,
    createdAt: now,
    updatedAt: now,
    eventName: create.eventName,
    eventOrganizer: create.eventOrganizer,
    eventType: create.eventType ?? null,
    eventUrl: create.eventUrl ?? null,
    eventDescription: create.eventDescription ?? null,
    startDateTime: create.startDateTime ?? null,
    endDateTime: create.endDateTime ?? null,
    eventCancelled: create.eventCancelled ?? false,
    eventCompleted: create.eventCompleted ?? false,
    customProperties: acceptedCustomProperties(world, create.customProperties),
  };
  world.marketingEvents.set(event.objectId, event);
  return event;
}

/** Writes what is given; what is absent stays. */
export function changeEvent(world: HubSpotWorld, event: MarketingEvent, update: EventUpdate): void {
  const added = acceptedCustomProperties(world, update.customProperties);
  event.eventName = update.eventName ?? event.eventName;
  event.eventOrganizer = update.eventOrganizer ?? event.eventOrganizer;
  event.eventType = update.eventType ?? event.eventType;
  event.eventUrl = update.eventUrl ?? event.eventUrl;
  event.eventDescription = update.eventDescription ?? event.eventDescription;
  event.startDateTime = update.startDateTime ?? event.startDateTime;
  event.endDateTime = update.endDateTime ?? event.endDateTime;
  event.eventCancelled = update.eventCancelled ?? event.eventCancelled;
  event.eventCompleted = update.eventCompleted ?? event.eventCompleted;
  event.customProperties = new Map([...event.customProperties, ...added]);
  event.updatedAt = world.clock.now();
}

export function deleteEvent(world: HubSpotWorld, event: MarketingEvent): void {
  world.marketingEvents.delete(event.objectId);
  world.attendance.delete(event.objectId);
}

const time = (name: string, epochMs: EpochMs | null): object =>
  epochMs === null ? {} : { [name]: toVendorTime(epochMs) };
const text = (name: string, value: string | null): object => (value === null ? {} : { [name]: value });

function shared(event: MarketingEvent): object {
  return {
    eventName: event.eventName,
    ...text('eventType', event.eventType),
    ...time('startDateTime', event.startDateTime),
    ...time('endDateTime', event.endDateTime),
    eventOrganizer: event.eventOrganizer,
    ...text('eventDescription', event.eventDescription),
    ...text('eventUrl', event.eventUrl),
    eventCancelled: event.eventCancelled,
    eventCompleted: event.eventCompleted,
    customProperties: [...event.customProperties].map(([name, value]) => ({ name, value })),
    objectId: event.objectId,
  };
}

const stamps = (event: MarketingEvent): object => ({
  createdAt: toVendorTime(event.createdAt),
  updatedAt: toVendorTime(event.updatedAt),
});

/** The answer to create, complete and cancel. */
export const presentBare = (event: MarketingEvent): object => shared(event);

/** The answer to the upsert and the change by external ids. */
export const presentWithId = (event: MarketingEvent): object => ({
  ...shared(event),
  id: event.objectId,
  ...stamps(event),
});

/** The answer to a read by external ids. */
export function presentOwn(world: HubSpotWorld, event: MarketingEvent): object {
  const counts = countParticipations(world, event);
  return {
    ...presentWithId(event),
    externalEventId: event.externalEventId,
    registrants: countRegistrants(world, event),
    attendees: counts.attended,
    cancellations: counts.cancelled,
    noShows: counts.noShows,
  };
}

function appInfo(world: HubSpotWorld, event: MarketingEvent): object {
  const app = [...world.apps.values()].find(({ appId }) => appId === event.appId);
  return { appInfo: { id: String(event.appId), name: app?.name ?? '' } };
}

function statusOf(world: HubSpotWorld, event: MarketingEvent): string {
  const now = world.clock.now();
  if (event.eventCancelled) return 'CANCELLED';
  if (event.eventCompleted || (event.endDateTime !== null && event.endDateTime <= now)) return 'PAST';
  return event.startDateTime !== null && event.startDateTime <= now ? 'ONGOING' : 'UPCOMING';
}

/** The answer to a change by object id. */
export const presentChangedById = (world: HubSpotWorld, event: MarketingEvent): object => ({
  ...shared(event),
  ...appInfo(world, event),
  ...stamps(event),
});

/** The answer to a read by object id and to the list. */
export function presentById(world: HubSpotWorld, event: MarketingEvent): object {
  const counts = countParticipations(world, event);
  const status = statusOf(world, event);
  return {
    ...presentChangedById(world, event),
    externalEventId: event.externalEventId,
    eventStatus: status,
    eventStatusV2: status.toLowerCase(),
    registrants: countRegistrants(world, event),
    attendees: counts.attended,
    cancellations: counts.cancelled,
    noShows: counts.noShows,
  };
}

/** Another look at an event, for the search by external event id over all apps. */
export const presentIdentifiers = (world: HubSpotWorld, event: MarketingEvent): object => ({
  objectId: event.objectId,
  externalEventId: event.externalEventId,
  externalAccountId: event.externalAccountId,
  marketingEventName: event.eventName,
  ...appInfo(world, event),
});

/** New events take a while to be found by their external event id. */
export const isSearchable = (world: HubSpotWorld, event: MarketingEvent): boolean =>
  event.createdAt + world.switches.marketingEventSearchLagMs <= world.clock.now();
