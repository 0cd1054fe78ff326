import type { HistorySession, HistoryWebinar } from '../contact-history/contact-history.ts';
import { toWholeSeconds, type Instant } from '../domain/instant.ts';
import type { Person, PersonSession, Registration } from '../domain/person.ts';
import type { WebinarFacts } from './facts.ts';
import type { HeldSession } from './held-sessions.ts';

export interface FollowedWebinar {
  /** All sessions that Zoom reports and in which the person has or had a part. */
  readonly webinar: HistoryWebinar;
  /** Sessions whose registration is cancelled although Zoom's lists do not show it as cancelled. */
  readonly vanishedFrom: readonly string[];
}

/**
 * What the history says of a webinar from now on, given what it said and what Zoom says.
 *
 * | history says | Zoom says | from now on | counter of changes |
 * |---|---|---|---|
 * | nothing | registered | registered | 0 |
 * | nothing | cancelled | cancelled | 1 |
 * | nothing | pending, denied, nothing | nothing | 0 |
 * | registered | cancelled, pending, denied | cancelled | + 1 |
 * | registered | nothing, and its lists are whole | cancelled | + 1 |
 * | registered | nothing, but its lists are not whole | registered | as it was |
 * | cancelled | registered | registered | + 1 |
 * | cancelled | anything else | cancelled | as it was |
 *
 * Attendance of a session that is not final, or in which Zoom does not list the person, stays as it was.
 *
 * @param previous - undefined when the history does not know the webinar
 */
export function followWebinar(
  listed: Pick<Person, 'registration' | 'sessions' | 'joinUrl'>,
  previous: HistoryWebinar | undefined,
  facts: WebinarFacts,
): FollowedWebinar {
  const { accountId, webinarId, topic, url, mayBelieveAbsence } = facts;
  const followed = facts.sessions.map((session) => {
    const part = listed.sessions.find(({ sessionKey }) => sessionKey === session.key);
    const before = previous?.sessions.find(({ key }) => key === session.key);
    return { part, session: followSession(session, part, before, mayBelieveAbsence) };
  });
  const known = followed.filter(({ session }) => session.registration !== null || session.attendance !== null);
  const registration = followStanding(listed.registration, previous?.registration, mayBelieveAbsence);
  const registeredAt = toStanding(listed.registration)?.registeredAt ?? previous?.registeredAt ?? null;
  const mayJoin = followed.some(({ session: { registration: own, isOver } }) => own === 'registered' && !isOver);
  return {
    webinar: {
      accountId,
      webinarId,
      topic,
      url,
      registration,
      registeredAt: registeredAt === null ? null : toWholeSeconds(registeredAt),
      joinUrl: mayJoin ? (listed.joinUrl ?? previous?.joinUrl ?? null) : null,
      sessions: known.map(({ session }) => session),
    },
    vanishedFrom: known.flatMap(({ part, session }) => {
      const isCancelled = session.registration === 'cancelled' && session.attendance === null;
      return isCancelled && part?.registration?.state !== 'cancelled' ? [session.key] : [];
    }),
  };
}

type Standing = HistorySession['registration'];

const toStanding = (registration: Registration | null | undefined): Registration | null =>
  registration?.state === 'registered' || registration?.state === 'cancelled' ? registration : null;

function followStanding(
  listed: Registration | null | undefined,
  before: Standing | undefined,
  mayBelieveAbsence: boolean,
): Standing {
  if (listed?.state === 'registered' || listed?.state === 'cancelled') return listed.state;
  if (before === undefined || before === null) return null;
  const isListed = listed !== null && listed !== undefined;
  return isListed || mayBelieveAbsence ? 'cancelled' : before;
}

function followSession(
  session: HeldSession,
  part: PersonSession | undefined,
  before: HistorySession | undefined,
  mayBelieveAbsence: boolean,
): HistorySession {
  const registration = followStanding(part?.registration, before?.registration, mayBelieveAbsence);
  const attendance = part === undefined || !session.isFinal ? (before?.attendance ?? null) : part.attendance;
  const knownAt = before === undefined ? null : attendanceInstant(before);
  const attendedAt = attendance === null ? null : (knownAt ?? attendance.firstJoinedAt);
  const followed: HistorySession = {
    key: session.key,
    startedAt: toWholeSeconds(session.startedAt),
    lengthSeconds: Math.round(session.lengthMs / 1000),
    registration,
    registeredAt: followRegisteredAt(registration, toStanding(part?.registration), attendedAt, before),
    changeCount: countChanges(registration, before),
    attendance,
    isOver: session.isFinal,
  };
  const isCorrected = attendance !== null && knownAt !== null && knownAt !== attendanceInstant(followed);
  return isCorrected ? { ...followed, attendanceKnownAt: knownAt } : followed;
}

/**
 * The time by which HubSpot knows the attendance. It is later than that of the registration, and stays what it was first:
 * a corrected one would be a second visit.
 */
export function attendanceInstant({ attendance, registeredAt, attendanceKnownAt }: HistorySession): Instant | null {
  if (attendance === null) return null;
  return attendanceKnownAt ?? Math.max(toWholeSeconds(attendance.firstJoinedAt), (registeredAt ?? 0) + secondMs);
}

function countChanges(registration: Standing, before: HistorySession | undefined): number {
  if (before === undefined || before.registration === null) return registration === 'cancelled' ? 1 : 0;
  return before.registration === registration ? before.changeCount : before.changeCount + 1;
}

const secondMs = 1000;

/**
 * The time by which HubSpot knows the registration. It never goes back and stays while nothing changes, so that a
 * repeat is a repeat. Whoever is known to have attended by then has registered before, whatever Zoom's clocks say.
 */
function followRegisteredAt(
  registration: Standing,
  listed: Registration | null,
  attendedAt: Instant | null,
  before: HistorySession | undefined,
): Instant | null {
  const known = before?.registeredAt ?? null;
  if (listed === null || registration === before?.registration) return known;
  const latest = attendedAt === null ? listed.registeredAt : attendedAt - secondMs;
  const registeredAt = toWholeSeconds(Math.min(listed.registeredAt, latest));
  return known === null ? registeredAt : Math.max(known, registeredAt);
}
