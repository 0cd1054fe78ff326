import {
  emptyHistory,
  isSameWebinar,
  recordWebinar,
  type ContactHistory,
  type HistorySession,
  type HistoryWebinar,
  type WrittenNames,
} from '../contact-history/contact-history.ts';
import { countHistory } from '../contact-history/counters.ts';
import { formatHistory, parseHistory } from '../contact-history/history-text.ts';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import type { Person, PersonSession, Registration } from '../domain/person.ts';
import type { WebinarFacts } from './facts.ts';
import { deriveUuid } from './hashes.ts';
import type { PersonMark } from './people-marks.ts';
import type { AttendanceState, BehaviouralEvent, StoredContact } from './ports.ts';

/** An entry of a marketing event that still lacks the contact's id. */
export interface PlannedAttendance {
  readonly sessionKey: string;
  readonly state: AttendanceState;
  readonly interactionAt: Instant;
  readonly joinedAt?: Instant;
  readonly leftAt?: Instant;
}

/** A custom event that still lacks the contact's id. */
export type PlannedEvent = Omit<BehaviouralEvent, 'contactId' | 'uuid'> & {
  /** What the event's uuid is derived from, besides the contact. */
  readonly identity: string;
};

/** Everything that is to be written for one person. */
export interface PersonPlan {
  /** Only properties whose value differs; empty when the contact is as it should be. */
  readonly properties: Readonly<Record<string, string>>;
  /** In the order in which they must reach HubSpot. */
  readonly attendance: readonly PlannedAttendance[];
  readonly events: readonly PlannedEvent[];
  readonly standing: PersonMark['standing'];
}

/**
 * What to write for a person of the webinar.
 *
 * | history says | Zoom says | entry | counter of changes |
 * |---|---|---|---|
 * | nothing | registered | register | 0 |
 * | nothing | cancelled | cancel | 1 |
 * | registered | cancelled | cancel | + 1 |
 * | cancelled | registered | register | + 1 |
 * | the same | the same | the same again: HubSpot knows it by its time | as it was |
 *
 * @param contact - null when there is none under the person's address
 */
export function planPerson(person: Person, contact: StoredContact | null, facts: WebinarFacts): PersonPlan {
  const history = readHistory(contact);
  const previous = history.webinars.find((webinar) => isSameWebinar(webinar, facts));
  const sessions = person.sessions.map((session) => toHistorySession(session, previous, facts));
  const webinar: HistoryWebinar = {
    accountId: facts.accountId,
    webinarId: facts.webinarId,
    topic: facts.topic,
    url: facts.url,
    registration: toStanding(person.registration),
    registeredAt: toStanding(person.registration) === null ? null : (person.registration?.registeredAt ?? null),
    sessions,
  };
  const names = planNames(person, contact, history.writtenNames);
  const updated = recordWebinar({ ...history, writtenNames: names.writtenNames }, webinar);
  return {
    properties: changedProperties(contact, { ...names.properties, ...toContactProperties(updated) }),
    attendance: sessions.flatMap(planAttendance),
    events: planEvents(webinar, facts),
    standing: standingOf(webinar),
  };
}

/** What to write for somebody whose registration Zoom has removed. */
export function planVanished(
  contact: StoredContact,
  facts: WebinarFacts,
): PersonPlan & { readonly sessionKeys: readonly string[] } {
  const history = readHistory(contact);
  const previous = history.webinars.find((webinar) => isSameWebinar(webinar, facts));
  if (previous === undefined)
    return { properties: {}, attendance: [], events: [], standing: 'cancelled', sessionKeys: [] };
  const heldKeys = new Set(facts.sessions.map(({ key }) => key));
  const sessions = previous.sessions.map((session): HistorySession =>
    session.registration === 'registered' && heldKeys.has(session.key)
      ? { ...session, registration: 'cancelled', changeCount: session.changeCount + 1 }
      : session,
  );
  const updated = recordWebinar(history, { ...previous, registration: 'cancelled', sessions });
  const cancelled = sessions.filter(({ key, registration }) => registration === 'cancelled' && heldKeys.has(key));
  return {
    properties: changedProperties(contact, toContactProperties(updated)),
    attendance: cancelled.flatMap(planAttendance).filter(({ state }) => state === 'cancel'),
    events: [],
    standing: 'cancelled',
    sessionKeys: cancelled.map(({ key }) => key),
  };
}

/** A history that cannot be read any more is begun anew: Zoom's data and the other webinars' next syncs restore it. */
const readHistory = (contact: StoredContact | null): ContactHistory =>
  parseHistory(contact?.properties[contactPropertyNames.history]) ?? emptyHistory;

const toStanding = (registration: Registration | null): 'registered' | 'cancelled' | null =>
  registration?.state === 'registered' || registration?.state === 'cancelled' ? registration.state : null;

function standingOf({ registration }: HistoryWebinar): PersonMark['standing'] {
  return registration ?? 'attended';
}

function toHistorySession(
  { sessionKey, registration, attendance }: PersonSession,
  previous: HistoryWebinar | undefined,
  facts: WebinarFacts,
): HistorySession {
  const session = facts.sessions.find(({ key }) => key === sessionKey);
  const before = previous?.sessions.find(({ key }) => key === sessionKey);
  const standing = toStanding(registration);
  return {
    key: sessionKey,
    startedAt: session?.startedAt ?? 0,
    lengthSeconds: Math.round((session?.lengthMs ?? 0) / 1000),
    registration: standing,
    registeredAt: standing === null ? null : (registration?.registeredAt ?? null),
    changeCount: countChanges(before, standing),
    attendance,
    isOver: session?.isFinal ?? false,
  };
}

function countChanges(before: HistorySession | undefined, standing: HistorySession['registration']): number {
  if (before === undefined || before.registration === null)
    return standing === 'cancelled' ? 1 : (before?.changeCount ?? 0);
  return standing === null || standing === before.registration ? before.changeCount : before.changeCount + 1;
}

const secondMs = 1000;

/**
 * Times must rise in the order registered, cancelled, attended, whatever Zoom's clock says, because the newest entry is
 * the person's state; and they must be the same every time, because HubSpot knows a repeat by its time.
 */
function planAttendance(session: HistorySession): readonly PlannedAttendance[] {
  const { key: sessionKey, registration, registeredAt, changeCount, attendance } = session;
  const entries: PlannedAttendance[] = [];
  if (registration !== null && registeredAt !== null && (registration === 'registered' || attendance === null)) {
    const latest = attendance === null ? registeredAt : Math.min(registeredAt, attendance.firstJoinedAt - secondMs);
    entries.push({
      sessionKey,
      state: registration === 'registered' ? 'register' : 'cancel',
      interactionAt: latest + changeCount,
    });
  }
  if (attendance !== null) {
    const { firstJoinedAt, lastLeftAt } = attendance;
    entries.push({
      sessionKey,
      state: 'attend',
      interactionAt: firstJoinedAt,
      joinedAt: firstJoinedAt,
      // HubSpot refuses an attendance that does not last; somebody who was there for an instant was there for a second.
      leftAt: Math.max(lastLeftAt, firstJoinedAt + secondMs),
    });
  }
  return entries;
}

function planEvents(webinar: HistoryWebinar, { accountId, webinarId, topic }: WebinarFacts): readonly PlannedEvent[] {
  const common = { webinar_id: webinarId, webinar_name: topic.slice(0, eventValueCharactersMax) };
  const events: PlannedEvent[] = [];
  if (webinar.registration === 'registered' && webinar.registeredAt !== null) {
    events.push({
      kind: 'registration',
      identity: `${accountId}/${webinarId}/registration`,
      occurredAt: webinar.registeredAt,
      properties: { ...common, registered_at: toIso(webinar.registeredAt) },
    });
  }
  for (const { key, startedAt, attendance } of webinar.sessions) {
    if (attendance === null) continue;
    events.push({
      kind: 'attendance',
      identity: `${accountId}/${webinarId}/${key}/attendance`,
      occurredAt: attendance.firstJoinedAt,
      properties: {
        ...common,
        session_started_at: toIso(startedAt),
        duration_minutes: String(Math.round(attendance.attendedSeconds / 60)),
        duration_percentage: String(attendance.percentage),
      },
    });
  }
  return events;
}

/** HubSpot's limit for a value of an event property. */
const eventValueCharactersMax = 256;

export const toBehaviouralEvent = ({ identity, ...event }: PlannedEvent, contactId: string): BehaviouralEvent => ({
  ...event,
  contactId,
  uuid: deriveUuid(identity, contactId),
});

function toContactProperties(history: ContactHistory): Readonly<Record<string, string>> {
  const counters = countHistory(history);
  return {
    [contactPropertyNames.averagePercentage]:
      counters.averagePercentage === null ? '' : String(counters.averagePercentage),
    [contactPropertyNames.lastRegisteredWebinar]: counters.lastRegisteredUrl ?? '',
    [contactPropertyNames.registrationCount]: String(counters.registrationCount),
    [contactPropertyNames.attendedWebinarCount]: String(counters.attendedWebinarCount),
    [contactPropertyNames.attendedSessionCount]: String(counters.attendedSessionCount),
    [contactPropertyNames.history]: formatHistory(history),
  };
}

/**
 * A name is written when HubSpot has none, or still has what was written last and the registration is not older than
 * the one that came from; a person's own edit stays.
 */
function planNames(
  person: Person,
  contact: StoredContact | null,
  written: WrittenNames | null,
): { readonly properties: Readonly<Record<string, string>>; readonly writtenNames: WrittenNames | null } {
  const registeredAt = person.registration?.registeredAt ?? 0;
  const properties: Record<string, string> = {};
  const choose = (property: string, offered: string, lastWritten: string | undefined): string => {
    const stored = contact?.properties[property] ?? '';
    const isOurs = lastWritten !== undefined && lastWritten !== '' && stored === lastWritten;
    const isNewer = registeredAt >= (written?.registeredAt ?? 0);
    if (offered === '' || (stored !== '' && !(isOurs && isNewer))) return lastWritten ?? '';
    properties[property] = offered;
    return offered;
  };
  const firstName = choose(contactPropertyNames.firstName, person.firstName, written?.firstName);
  const lastName = choose(contactPropertyNames.lastName, person.lastName, written?.lastName);
  if (Object.keys(properties).length === 0) return { properties, writtenNames: written };
  return { properties, writtenNames: { firstName, lastName, registeredAt } };
}

function changedProperties(
  contact: StoredContact | null,
  wanted: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => {
      const stored = contact?.properties[name] ?? '';
      const isSameNumber = numericProperties.has(name) && stored !== '' && Number(stored) === Number(value);
      return stored !== value && !isSameNumber;
    }),
  );
}

/** HubSpot may give a number back in another spelling than it got. */
const numericProperties: ReadonlySet<string> = new Set([
  contactPropertyNames.averagePercentage,
  contactPropertyNames.registrationCount,
  contactPropertyNames.attendedWebinarCount,
  contactPropertyNames.attendedSessionCount,
]);

/** The contact properties that a plan needs to have been read. */
export const plannedContactProperties: readonly string[] = [
  ...Object.values(contactPropertyNames),
  'hs_additional_emails',
];
