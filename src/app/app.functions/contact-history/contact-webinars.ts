import type {
  ContactSession,
  ContactWebinarsAnswer,
  SessionState,
} from '../../extensions/contract/contact-webinars.ts';
import { toIso } from '../domain/instant.ts';
import type { ContactHistory, HistorySession } from './contact-history.ts';
import { countHistory } from './counters.ts';

/** The history as the contact card shows it. */
export function toContactWebinars(history: ContactHistory): ContactWebinarsAnswer {
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
    webinars: history.webinars.map(({ webinarId, topic, registeredAt, sessions }) => ({
      webinarId,
      topic,
      registeredAt: registeredAt === null ? null : toIso(registeredAt),
      sessions: [...sessions].reverse().map(toContactSession),
    })),
  };
}

/** Attendance outweighs everything else; who neither came nor cancelled is a no-show once the session is over. */
export function sessionState(session: HistorySession): SessionState {
  if (session.attendance !== null) return 'attended';
  if (session.registration === 'cancelled') return 'cancelled';
  return session.isOver ? 'no-show' : 'registered';
}

function toContactSession(session: HistorySession): ContactSession {
  const { attendance } = session;
  return {
    key: session.key,
    startedAt: toIso(session.startedAt),
    lengthSeconds: session.lengthSeconds,
    state: sessionState(session),
    attendedSeconds: attendance?.attendedSeconds ?? null,
    percentage: attendance?.percentage ?? null,
    joinedAt: attendance === null ? null : toIso(attendance.firstJoinedAt),
    leftAt: attendance === null ? null : toIso(attendance.lastLeftAt),
  };
}
