import type { HubSpotWorld } from '../../emulators/hubspot/index.ts';
import { describeTimelines, type TimelineEntry } from '../../emulators/hubspot/index.ts';
import { participationsAt } from '../../emulators/hubspot/marketing/participation.ts';
import { contactStore } from '../../emulators/hubspot/object-types.ts';

/** A contact as an admin sees it, without ids and stamps. */
export interface ContactView {
  readonly name: string;
  readonly registrations: string;
  readonly attendedWebinars: string;
  readonly attendedSessions: string;
  readonly average: string;
  readonly lastRegistered: string;
  readonly history: string;
}

/** A marketing event as an admin sees it. */
export interface MarketingEventView {
  readonly name: string;
  readonly organiser: string;
  readonly url: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly isCompleted: boolean;
  /** By address: state and, for attendance, the seconds between join and leave. */
  readonly people: Readonly<Record<string, string>>;
}

/** What HubSpot holds, by names that do not change from run to run. */
export interface HubSpotView {
  /** By primary address. */
  readonly contacts: Readonly<Record<string, ContactView>>;
  /** By external event id. */
  readonly events: Readonly<Record<string, MarketingEventView>>;
  /** By primary address: one line per entry, sorted. */
  readonly timelines: Readonly<Record<string, readonly string[]>>;
}

export function viewHubSpot(world: HubSpotWorld): HubSpotView {
  const { live } = contactStore(world);
  const emailOf = (contactId: string): string => live.get(contactId)?.properties['email'] ?? `contact ${contactId}`;
  return {
    contacts: sortedRecord(
      [...live.values()].map(({ id, properties }) => [
        emailOf(id),
        {
          name: [properties['firstname'], properties['lastname']].filter(Boolean).join(' '),
          registrations: properties['zwh_registration_count'] ?? '',
          attendedWebinars: properties['zwh_attended_webinar_count'] ?? '',
          attendedSessions: properties['zwh_attended_session_count'] ?? '',
          average: properties['zwh_average_attendance_percentage'] ?? '',
          lastRegistered: properties['zwh_last_registered_webinar'] ?? '',
          history: properties['zwh_history'] ?? '',
        },
      ]),
    ),
    events: sortedRecord(
      [...world.marketingEvents.values()].map((event) => [
        event.externalEventId,
        {
          name: event.eventName,
          organiser: event.eventOrganizer,
          url: event.eventUrl,
          startsAt: toTime(event.startDateTime),
          endsAt: toTime(event.endDateTime),
          isCompleted: event.eventCompleted,
          people: sortedRecord(
            participationsAt(world, event).map(({ contactId, state, attendanceDurationSeconds }) => [
              emailOf(contactId),
              attendanceDurationSeconds === null ? state : `${state} ${attendanceDurationSeconds}`,
            ]),
          ),
        },
      ]),
    ),
    timelines: sortedRecord(
      Object.entries(describeTimelines(world)).map(([contactId, entries]) => [
        emailOf(contactId),
        entries.map(toLine).toSorted(),
      ]),
    ),
  };
}

const toTime = (epochMs: number | null): string | null => (epochMs === null ? null : new Date(epochMs).toISOString());

function sortedRecord<Value>(entries: readonly (readonly [string, Value])[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Without ids and uuids, so that what was written twice looks the same twice. */
function toLine(entry: TimelineEntry): string {
  if (entry.kind === 'marketing-event') {
    const times = entry.joinedAt === null ? '' : ` from ${entry.joinedAt} to ${entry.leftAt ?? ''}`;
    return `${entry.state} ${entry.externalEventId} at ${entry.interactionAt}${times}`;
  }
  const kind = /webinar_(registration|attendance)$/.exec(entry.eventName)?.[1] ?? entry.eventName;
  const facts = Object.entries(entry.properties)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`);
  return `event ${kind} at ${entry.occurredAt} ${facts.join(' ')}`;
}

/**
 * Who is in HubSpot, by the name in the address: the state at one marketing event (with the seconds between join and
 * leave), registrations, webinars attended, sessions attended, average percentage.
 */
export function toPeopleTable(
  { contacts, events }: HubSpotView,
  externalEventId: string,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(contacts).map(([email, contact]) => [
      email.slice(0, email.indexOf('@')),
      [
        events[externalEventId]?.people[email] ?? 'not there',
        contact.registrations,
        contact.attendedWebinars,
        contact.attendedSessions,
        contact.average,
      ],
    ]),
  );
}
