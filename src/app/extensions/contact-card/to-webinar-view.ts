import type { ContactSession, ContactWebinar, SessionState } from '../contract/contact-webinars.ts';
import type { Words } from '../shared/words/words.ts';
import { isUpcoming, orderSessions } from './order-webinars.ts';
import { type DetailsView, toDetailsView } from './to-details-view.ts';

export interface WebinarView {
  readonly key: string;
  readonly topic: string;
  readonly isUpcoming: boolean;
  /** What is to be known of the webinar as a whole, one sentence each. */
  readonly notes: readonly string[];
  /** In the place of the dates while there are none. */
  readonly undated: { readonly text: string; readonly status: StatusView } | null;
  /** Those to come, next one first, then those that are over, newest first. */
  readonly sessions: readonly SessionView[];
  readonly details: DetailsView;
}

export interface StatusView {
  readonly label: string;
  readonly variant: StatusVariant;
}

export interface SessionView {
  readonly key: string;
  /** A valid instant. */
  readonly startsAt: string;
  readonly status: StatusView;
  readonly attendance: AttendanceView | null;
}

export interface AttendanceView {
  readonly minutes: string;
  /** 0 to 100. */
  readonly percentage: number;
  readonly spoken: string;
}

type StatusVariant = 'success' | 'warning' | 'info' | 'default';

const statusVariants: Readonly<Record<SessionState, StatusVariant>> = {
  registered: 'info',
  attended: 'success',
  'no-show': 'warning',
  cancelled: 'default',
};

/** @param hasSeveralAccounts - whether the contact's webinars come from more than one Zoom account */
export function toWebinarView(webinar: ContactWebinar, hasSeveralAccounts: boolean, words: Words): WebinarView {
  const sessions = orderSessions(webinar.sessions);
  return {
    key: webinar.webinarId,
    topic: webinar.topic,
    isUpcoming: isUpcoming(webinar),
    notes: toNotes(webinar, hasSeveralAccounts, words),
    undated:
      sessions.length === 0
        ? {
            text: words.t('card.webinar.no-date'),
            status: { label: words.t('card.session.registered'), variant: statusVariants.registered },
          }
        : null,
    sessions: sessions.map((session) => toSessionView(session, words)),
    details: toDetailsView(webinar, sessions, words),
  };
}

function toNotes({ connection, sessions }: ContactWebinar, hasSeveralAccounts: boolean, { t }: Words) {
  const notes: string[] = [];
  if (sessions.length > 1) {
    const attended = sessions.filter(({ state }) => state === 'attended').length;
    notes.push(t('card.webinar.series', { count: sessions.length, attended }));
  }
  if (connection === null) notes.push(t('card.webinar.disconnected'));
  else if (hasSeveralAccounts) notes.push(t('card.webinar.account', { connection }));
  return notes;
}

function toSessionView(session: ContactSession, words: Words): SessionView {
  return {
    key: session.key,
    startsAt: new Date(session.startedAt).toISOString(),
    status: toStatus(session, words),
    attendance: toAttendanceView(session, words),
  };
}

function toStatus({ state, isOver }: ContactSession, { t }: Words): StatusView {
  // Zoom takes its time to say who came: until then nobody is a no-show.
  if (state === 'registered' && isOver) return { label: t('card.session.not-final'), variant: 'default' };
  return { label: t(`card.session.${state}`), variant: statusVariants[state] };
}

function toAttendanceView(session: ContactSession, { t, formats }: Words): AttendanceView | null {
  if (session.attendedSeconds === null || session.percentage === null) return null;
  return {
    minutes: t('card.session.minutes', {
      attended: formats.wholeMinutes(session.attendedSeconds),
      length: formats.wholeMinutes(session.lengthSeconds),
    }),
    percentage: Math.floor(session.percentage),
    spoken: t('card.session.share', { percentage: formats.percentage(session.percentage) }),
  };
}
