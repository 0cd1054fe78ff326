import type { AttendanceEntry, CrmRecord, EventOccurrence, HubSpotWorld, ObjectStore } from './entities.ts';
import { countParticipations, presentParticipation, participationsAt } from './marketing/participation.ts';
import { presentById } from './marketing/events.ts';
import { callTypeId, contactTypeId } from './object-types.ts';
import { forgetExpired } from './objects/store.ts';
import { toVendorTime } from './time.ts';
import { describeWorkflows } from './workflows/levers.ts';

/** What a contact's timeline shows: every stored attendance post and every accepted custom event, once each. */
export type TimelineEntry =
  | {
      readonly kind: 'marketing-event';
      readonly eventObjectId: string;
      readonly externalEventId: string;
      readonly state: AttendanceEntry['state'];
      readonly interactionAt: string;
      readonly joinedAt: string | null;
      readonly leftAt: string | null;
    }
  | {
      readonly kind: 'custom-event';
      readonly eventName: string;
      readonly uuid: string;
      readonly occurredAt: string;
      readonly properties: Readonly<Record<string, string>>;
    };

const toCustomEntry = (occurrence: EventOccurrence): TimelineEntry => ({
  kind: 'custom-event',
  eventName: occurrence.eventName,
  uuid: occurrence.uuid,
  occurredAt: toVendorTime(occurrence.occurredAt),
  properties: occurrence.properties,
});

/** Every contact's timeline, by contact id, in order of arrival. */
export function describeTimelines(world: HubSpotWorld): Readonly<Record<string, readonly TimelineEntry[]>> {
  const timelines: Record<string, TimelineEntry[]> = {};
  const add = (contactId: string, entry: TimelineEntry): void => {
    (timelines[contactId] ??= []).push(entry);
  };
  for (const [eventObjectId, byContact] of world.attendance) {
    const externalEventId = world.marketingEvents.get(eventObjectId)?.externalEventId ?? '';
    for (const entry of [...byContact.values()].flat()) {
      if (!entry.onTimeline) continue;
      add(entry.contactId, {
        kind: 'marketing-event',
        eventObjectId,
        externalEventId,
        state: entry.state,
        interactionAt: toVendorTime(entry.interactionAt),
        joinedAt: entry.joinedAt === null ? null : toVendorTime(entry.joinedAt),
        leftAt: entry.leftAt === null ? null : toVendorTime(entry.leftAt),
      });
    }
  }
  for (const occurrence of world.eventOccurrences) add(occurrence.contactId, toCustomEntry(occurrence));
  return timelines;
}

const describeRecord = (record: CrmRecord): object => ({
  id: record.id,
  properties: record.properties,
  createdAt: toVendorTime(record.createdAt),
  updatedAt: toVendorTime(record.updatedAt),
  archived: record.archivedAt !== null,
});

function describeStore(world: HubSpotWorld, store: ObjectStore | undefined): readonly object[] {
  if (store === undefined) return [];
  forgetExpired(world, store);
  return [...store.live.values(), ...store.archived.values()].map(describeRecord);
}

/** The whole state, for `GET /_control/state`. */
export function describeState(world: HubSpotWorld): object {
  return {
    account: world.account,
    apps: [...world.apps.values()].map(({ appId, name, scopes }) => ({ appId, name, scopes: [...scopes] })),
    switches: world.switches,
    contacts: describeStore(world, world.stores.get(contactTypeId)),
    calls: describeStore(world, world.stores.get(callTypeId)),
    objects: Object.fromEntries(
      [...world.schemas.values()].map((schema) => [
        schema.fullyQualifiedName,
        describeStore(world, world.stores.get(schema.objectTypeId)),
      ]),
    ),
    schemas: [...world.schemas.values()],
    customProperties: Object.fromEntries(
      [...world.catalogues].map(([typeId, { properties }]) => [
        typeId,
        [...properties.values()].filter(({ hubspotDefined }) => !hubspotDefined),
      ]),
    ),
    marketingEvents: [...world.marketingEvents.values()].map((event) => ({
      ...presentById(world, event),
      appId: event.appId,
      externalAccountId: event.externalAccountId,
      counters: countParticipations(world, event),
      participations: participationsAt(world, event).map((participation) => presentParticipation(world, participation)),
    })),
    eventDefinitions: [...world.eventDefinitions.values()].map((definition) => ({
      ...definition,
      properties: [...definition.properties.values()],
    })),
    droppedEvents: world.droppedEvents,
    timelines: describeTimelines(world),
    associations: [...world.associations].flatMap(([direction, byFrom]) =>
      [...byFrom].flatMap(([fromId, targets]) =>
        [...targets].map(([toId, types]) => ({ direction, fromId, toId, types: [...types] })),
      ),
    ),
    owners: world.owners,
    users: world.users,
    transcripts: [...world.transcripts.values()],
    callbackCompletions: world.callbackCompletions,
    ...describeWorkflows(world),
    blockedEmails: [...world.blockedEmails],
    requiredOnCreate: Object.fromEntries(world.requiredByAdmin),
    dailyCallsUsed: world.limits.dailyCount,
  };
}
