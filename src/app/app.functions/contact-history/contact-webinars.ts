import type {
  ContactSession,
  ContactWebinar,
  ContactWebinarsAnswer,
  SessionState,
} from '../../extensions/contract/contact-webinars.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import type { ContactHistory, HistorySession, HistoryWebinar } from './contact-history.ts';
import { countHistory } from './counters.ts';
import { isToCome, sessionEnd } from './next-webinar.ts';

/** What the card shows besides the history itself. */
export interface CardFacts {
  readonly now: Instant;
  /** By Zoom account. */
  readonly connectionNames: ReadonlyMap<string, string>;
  /** Null while there is none to show. */
  recordingUrlOf(webinar: HistoryWebinar, sessionKey: string): string | null;
}

/** The history as the contact card shows it. */
export function toContactWebinars(history: ContactHistory, facts: CardFacts): ContactWebinarsAnswer {
  const counters = countHistory(history);
  const attendedStarts = history.webinars.flatMap(({ sessions }) =>
    sessions.flatMap(({ attendance }) => (attendance === null ? [] : [attendance.firstJoinedAt])),
  );
  return {
    ok: true,
    summary: {
      registrationCount: counters.registrationCount,
      attendedWebinarCount: counters.attendedWebinarCount,
      attendedSessionCount: counters.attendedSessionCount,
      averagePercentage: counters.averagePercentage,
      lastAttendedAt: attendedStarts.length === 0 ? null : toIso(Math.max(...attendedStarts)),
    },
    webinars: history.webinars.map((webinar) => toContactWebinar(webinar, facts)),
  };
}

function toContactWebinar(webinar: HistoryWebinar, facts: CardFacts): ContactWebinar {
  const { accountId, webinarId, topic, url, joinUrl, registeredAt, sessions } = webinar;
  return {
    webinarId,
    connection: facts.connectionNames.get(accountId) ?? null,
    topic,
    url,
    joinUrl: sessions.some((session) => isToCome(session, facts.now)) ? joinUrl : null,
    registeredAt: registeredAt === null ? null : toIso(registeredAt),
    sessions: sessions.map((session) => toContactSession(session, webinar, facts)).reverse(),
  };
}

/** Attendance outweighs everything else; who neither came nor cancelled is a no-show once the session is over. */
export function sessionState(session: HistorySession): SessionState {
  if (session.attendance !== null) return 'attended';
  if (session.registration === 'cancelled') return 'cancelled';
  return session.isOver ? 'no-show' : 'registered';
}

function toContactSession(session: HistorySession, webinar: HistoryWebinar, facts: CardFacts): ContactSession {
  const { attendance } = session;
  const state = sessionState(session);
  return {
    key: session.key,
    startedAt: toIso(session.startedAt),
    lengthSeconds: session.lengthSeconds,
    state,
    attendedSeconds: attendance?.attendedSeconds ?? null,
    percentage: attendance?.percentage ?? null,
    joinedAt: attendance === null ? null : toIso(attendance.firstJoinedAt),
    leftAt: attendance === null ? null : toIso(attendance.lastLeftAt),
    isOver: session.isOver || sessionEnd(session) <= facts.now,
    recordingUrl: state === 'cancelled' ? null : facts.recordingUrlOf(webinar, session.key),
  };
}
