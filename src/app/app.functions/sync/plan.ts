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
import { findNextWebinar } from '../contact-history/next-webinar.ts';
import { formatHistory, parseHistory } from '../contact-history/history-text.ts';
import { contactPropertyNames } from '../domain/contact-properties.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import type { Person } from '../domain/person.ts';
import type { WebinarFacts } from './facts.ts';
import { deriveUuid } from './hashes.ts';
import { attendanceInstant, followWebinar } from './history-webinar.ts';
import type { PersonMark, SessionStanding } from './people-marks.ts';
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
  /** How the person will stand in HubSpot. */
  readonly standing: PersonMark['standing'];
  readonly sessions: readonly SessionStanding[];
}

/**
 * What to write for a person of the webinar. What HubSpot knows already is written again: it knows it by its time.
 *
 * @param contact - null when there is none under the person's address
 * @param history - the contact's, where it is not simply what stands on the contact
 */
export function planPerson(
  person: Person,
  contact: StoredContact | null,
  facts: WebinarFacts,
  history: ContactHistory = readHistory(contact),
): PersonPlan {
  const previous = history.webinars.find((webinar) => isSameWebinar(webinar, facts));
  const { webinar, vanishedFrom } = followWebinar(person, previous, facts);
  const names = planNames(person, contact, history.writtenNames);
  const updated = recordWebinar({ ...history, writtenNames: names.writtenNames }, webinar);
  const toWrite = new Set([...person.sessions.map(({ sessionKey }) => sessionKey), ...vanishedFrom]);
  const sessions = webinar.sessions.filter(({ key }) => toWrite.has(key));
  return {
    properties: changedProperties(contact, { ...names.properties, ...toContactProperties(updated, facts.now) }),
    attendance: sessions.flatMap(planAttendance),
    events: planEvents({ ...webinar, sessions }, facts),
    ...toStandings(webinar),
  };
}

/** What to write for somebody whose registration Zoom has removed. */
export function planVanished(
  contact: StoredContact,
  facts: WebinarFacts,
  history: ContactHistory = readHistory(contact),
): PersonPlan {
  const previous = history.webinars.find((webinar) => isSameWebinar(webinar, facts));
  if (previous === undefined) return { ...nothingToWrite, standing: 'cancelled', sessions: [] };
  const nothing = { registration: null, sessions: [], joinUrl: null };
  const { webinar, vanishedFrom } = followWebinar(nothing, previous, facts);
  return {
    properties: changedProperties(contact, toContactProperties(recordWebinar(history, webinar), facts.now)),
    attendance: webinar.sessions.filter(({ key }) => vanishedFrom.includes(key)).flatMap(planAttendance),
    events: [],
    ...toStandings(webinar),
  };
}

const nothingToWrite = { properties: {}, attendance: [], events: [] } as const;

const toStandings = ({ registration, sessions }: HistoryWebinar): Pick<PersonPlan, 'standing' | 'sessions'> => ({
  standing: registration ?? 'attended',
  sessions: sessions.map(({ key, registration: own, attendance }) => ({
    key,
    registration: own,
    hasAttended: attendance !== null,
  })),
});

/** A history that cannot be read any more is begun anew; other webinars come back when the person changes in them. */
export const readHistory = (contact: StoredContact | null): ContactHistory =>
  parseHistory(contact?.properties[contactPropertyNames.history]) ?? emptyHistory;

const secondMs = 1000;

/**
 * Times must rise in the order registered, cancelled, attended, whatever Zoom's clocks say, because the newest entry is
 * the person's state; and they must be the same every time, because HubSpot knows a repeat by its time.
 */
function planAttendance(session: HistorySession): readonly PlannedAttendance[] {
  const { key: sessionKey, registration, registeredAt, changeCount, attendance, isOver } = session;
  const attendedAt = attendanceInstant(session);
  const entries: PlannedAttendance[] = [];
  if (registration !== null && registeredAt !== null && (registration === 'registered' || attendance === null)) {
    entries.push({
      sessionKey,
      state: registration === 'registered' ? 'register' : 'cancel',
      interactionAt: registeredAt + changeCount,
    });
  }
  if (attendance !== null && attendedAt !== null && isOver) {
    const { firstJoinedAt, lastLeftAt } = attendance;
    entries.push({
      sessionKey,
      state: 'attend',
      interactionAt: attendedAt,
      joinedAt: firstJoinedAt,
      // HubSpot refuses an attendance that does not last; somebody who was there for an instant was there for a second.
      leftAt: Math.max(lastLeftAt, firstJoinedAt + secondMs),
    });
  }
  return entries;
}

function planEvents(webinar: HistoryWebinar, { accountId, webinarId, topic }: WebinarFacts): readonly PlannedEvent[] {
  const common = { webinar_id: webinarId, webinar_name: topic };
  const events: PlannedEvent[] = [];
  if (webinar.registration === 'registered' && webinar.registeredAt !== null) {
    events.push({
      kind: 'registration',
      identity: `${accountId}/${webinarId}/registration`,
      occurredAt: webinar.registeredAt,
      properties: { ...common, registered_at: toIso(webinar.registeredAt) },
    });
  }
  for (const { key, startedAt, attendance, isOver } of webinar.sessions) {
    if (attendance === null || !isOver) continue;
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

export const toBehaviouralEvent = ({ identity, ...event }: PlannedEvent, contactId: string): BehaviouralEvent => ({
  ...event,
  contactId,
  uuid: deriveUuid(identity, contactId),
});

function toContactProperties(history: ContactHistory, now: Instant): Readonly<Record<string, string>> {
  const counters = countHistory(history);
  const next = findNextWebinar(history, now);
  return {
    [contactPropertyNames.averagePercentage]:
      counters.averagePercentage === null ? '' : String(counters.averagePercentage),
    [contactPropertyNames.lastRegisteredWebinar]: counters.lastRegisteredUrl ?? '',
    [contactPropertyNames.registrationCount]: String(counters.registrationCount),
    [contactPropertyNames.attendedWebinarCount]: String(counters.attendedWebinarCount),
    [contactPropertyNames.attendedSessionCount]: String(counters.attendedSessionCount),
    [contactPropertyNames.nextWebinarName]: next?.topic ?? '',
    [contactPropertyNames.nextWebinarStartsAt]: next === null ? '' : toIso(next.startsAt),
    [contactPropertyNames.nextWebinarJoinUrl]: next?.joinUrl ?? '',
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
    const isOurs = stored === lastWritten;
    const isNewer = registeredAt >= (written?.registeredAt ?? 0);
    if (offered === '' || (stored !== '' && !(isOurs && isNewer))) return lastWritten ?? '';
    properties[property] = offered;
    return offered;
  };
  const firstName = choose(contactPropertyNames.firstName, person.firstName, written?.firstName);
  const lastName = choose(contactPropertyNames.lastName, person.lastName, written?.lastName);
  if (Object.keys(properties).length === 0) return { properties, writtenNames: written };
  const newestAt = Math.max(registeredAt, written?.registeredAt ?? 0);
  return { properties, writtenNames: { firstName, lastName, registeredAt: newestAt } };
}

function changedProperties(
  contact: StoredContact | null,
  wanted: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => {
      const stored = contact?.properties[name] ?? '';
      if (stored === value) return false;
      if (stored === '' || value === '') return true;
      if (numericProperties.has(name)) return Number(stored) !== Number(value);
      return name !== contactPropertyNames.nextWebinarStartsAt || Date.parse(stored) !== Date.parse(value);
    }),
  );
}

/** HubSpot may give a number (and a time) back in another spelling than it got. */
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
  'hs_merged_object_ids',
];
