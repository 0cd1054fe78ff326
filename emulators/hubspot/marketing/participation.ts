import type { AttendanceEntry, CrmRecord, HubSpotWorld, MarketingEvent } from '../entities.ts';
import { contactStore } from '../object-types.ts';
import { toVendorTime } from '../time.ts';

export type ParticipationState = 'REGISTERED' | 'ATTENDED' | 'CANCELLED' | 'NO_SHOW';

/** One person's state at one event. */
export interface Participation {
  readonly event: MarketingEvent;
  readonly contactId: string;
  readonly state: ParticipationState;
  readonly occurredAt: number;
  readonly attendanceDurationSeconds: number | null;
}

/** An event is over when it has an end that has passed, or with which it was completed, and it did not fall through. */
export function isOver(world: HubSpotWorld, event: MarketingEvent): boolean {
  if (event.eventCancelled || event.endDateTime === null) return false;
  return event.eventCompleted || event.endDateTime <= world.clock.now();
}

function decidingEntry(world: HubSpotWorld, entries: readonly AttendanceEntry[]): AttendanceEntry | undefined {
  const settledBefore = world.clock.now() - world.switches.participationLagMs;
  const byArrival = world.switches.participationState === 'latest-arrival';
  let deciding: AttendanceEntry | undefined;
  for (const entry of entries) {
    if (entry.recordedAt > settledBefore) continue;
    const isLater = deciding === undefined || byArrival || entry.interactionAt >= deciding.interactionAt;
    if (isLater) deciding = entry;
  }
  return deciding;
}

function toState(world: HubSpotWorld, event: MarketingEvent, entry: AttendanceEntry): ParticipationState {
  if (entry.state === 'attend') return 'ATTENDED';
  if (entry.state === 'cancel') return 'CANCELLED';
  return isOver(world, event) ? 'NO_SHOW' : 'REGISTERED';
}

function participationOf(
  world: HubSpotWorld,
  event: MarketingEvent,
  contactId: string,
  entries: readonly AttendanceEntry[],
): Participation | undefined {
  const entry = decidingEntry(world, entries);
  if (entry === undefined) return undefined;
  const state = toState(world, event, entry);
  const hasTimes = entry.joinedAt !== null && entry.leftAt !== null;
  return {
    event,
    contactId,
    state,
    occurredAt: state === 'NO_SHOW' ? (event.endDateTime ?? entry.interactionAt) : entry.interactionAt,
    attendanceDurationSeconds:
      state === 'ATTENDED' && hasTimes ? Math.round(((entry.leftAt ?? 0) - (entry.joinedAt ?? 0)) / 1000) : null,
  };
}

/** Everybody's current state at an event, in order of first arrival. */
export function participationsAt(world: HubSpotWorld, event: MarketingEvent): readonly Participation[] {
  const byContact = world.attendance.get(event.objectId) ?? new Map<string, AttendanceEntry[]>();
  return [...byContact].flatMap(([contactId, entries]) => participationOf(world, event, contactId, entries) ?? []);
}

/** One contact's current state at every event. */
export function participationsOf(world: HubSpotWorld, contactId: string): readonly Participation[] {
  return [...world.marketingEvents.values()].flatMap((event) => {
    const entries = world.attendance.get(event.objectId)?.get(contactId);
    return entries === undefined ? [] : (participationOf(world, event, contactId, entries) ?? []);
  });
}

/** Counters by current state: who registered and then attended counts as attended only. */
export function countParticipations(world: HubSpotWorld, event: MarketingEvent) {
  const counts = { attended: 0, registered: 0, cancelled: 0, noShows: 0 };
  for (const { state } of participationsAt(world, event)) {
    if (state === 'ATTENDED') counts.attended += 1;
    else if (state === 'REGISTERED') counts.registered += 1;
    else if (state === 'CANCELLED') counts.cancelled += 1;
    else counts.noShows += 1;
  }
  return counts;
}

/** Contacts that registered at some time, whatever came of it. */
export function countRegistrants(world: HubSpotWorld, event: MarketingEvent): number {
  const byContact = world.attendance.get(event.objectId) ?? new Map<string, AttendanceEntry[]>();
  return [...byContact.values()].filter((entries) => entries.some(({ state }) => state === 'register')).length;
}

function percentage(world: HubSpotWorld, { event, attendanceDurationSeconds }: Participation): object {
  if (attendanceDurationSeconds === null) return {};
  const { startDateTime, endDateTime } = event;
  if (startDateTime === null || endDateTime === null || endDateTime <= startDateTime) {
    return { attendanceDurationSeconds };
  }
  const fraction = Math.min(1, attendanceDurationSeconds / ((endDateTime - startDateTime) / 1000));
  const shown = world.switches.attendancePercentageFormat === 'percent' ? fraction * 100 : fraction;
  return { attendanceDurationSeconds, attendancePercentage: String(Math.round(shown * 10_000) / 10_000) };
}

const nameOf = (contact: CrmRecord | undefined, property: 'firstname' | 'lastname'): object => {
  const value = contact?.properties[property] ?? '';
  return value === '' ? {} : { [property]: value };
};

/** A participation as the breakdown shows it; `id` and `createdAt` are those of the event. */
export function presentParticipation(world: HubSpotWorld, participation: Participation): object {
  const { event, contactId, state, occurredAt } = participation;
  const { live, archived } = contactStore(world);
  const contact = live.get(contactId) ?? archived.get(contactId);
  return {
    id: event.objectId,
    createdAt: toVendorTime(event.createdAt),
    associations: {
      contact: {
        contactId,
        email: contact?.properties['email'] ?? '',
        ...nameOf(contact, 'firstname'),
        ...nameOf(contact, 'lastname'),
      },
      marketingEvent: {
        marketingEventId: event.objectId,
        name: event.eventName,
        externalAccountId: event.externalAccountId,
        externalEventId: event.externalEventId,
      },
    },
    properties: {
      attendanceState: state,
      occurredAt: world.switches.occurredAtFormat === 'iso' ? toVendorTime(occurredAt) : occurredAt,
      ...percentage(world, participation),
    },
  };
}
