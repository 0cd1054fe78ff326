import type {
  ContactSession,
  ContactWebinar,
  ContactWebinarsAnswer,
  SessionState,
} from '../contract/contact-webinars.ts';
import { contactCardCopy as copy } from '../shared/copy/contact-card.en.ts';
import type { Formats } from '../shared/formats.ts';

/** Everything on the card, ready to be shown. */
export interface CardView {
  readonly statistics: readonly { readonly label: string; readonly number: string }[];
  readonly lastAttended: string | null;
  readonly webinars: readonly WebinarView[];
}

export interface WebinarView {
  readonly key: string;
  readonly topic: string;
  /** Said when there is no session that could show it. */
  readonly registeredOn: string | null;
  readonly sessions: readonly SessionView[];
}

export interface SessionView {
  readonly key: string;
  readonly date: string;
  readonly status: { readonly label: string; readonly variant: StatusVariant };
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

export function toCardView(answer: ContactWebinarsAnswer, formats: Formats): CardView {
  const { summary } = answer;
  return {
    statistics: [
      { label: copy.summary.registered, number: formats.count(summary.registrationCount) },
      { label: copy.summary.attended, number: formats.count(summary.attendedWebinarCount) },
      {
        label: copy.summary.average,
        number:
          summary.averagePercentage === null ? copy.summary.noAverage : formats.percentage(summary.averagePercentage),
      },
    ],
    lastAttended:
      summary.lastAttendedAt === null ? null : copy.summary.lastAttended(formats.date(summary.lastAttendedAt)),
    webinars: answer.webinars.map((webinar) => toWebinarView(webinar, formats)),
  };
}

function toWebinarView(webinar: ContactWebinar, formats: Formats): WebinarView {
  const { registeredAt, sessions } = webinar;
  return {
    key: webinar.webinarId,
    topic: webinar.topic,
    registeredOn: sessions.length === 0 && registeredAt !== null ? copy.registeredOn(formats.date(registeredAt)) : null,
    sessions: sessions.map((session) => toSessionView(session, formats)),
  };
}

function toSessionView(session: ContactSession, formats: Formats): SessionView {
  return {
    key: session.key,
    date: formats.date(session.startedAt),
    status: { label: copy.session.states[session.state], variant: statusVariants[session.state] },
    attendance: toAttendanceView(session, formats),
  };
}

function toAttendanceView(session: ContactSession, formats: Formats): AttendanceView | null {
  if (session.attendedSeconds === null || session.percentage === null) return null;
  return {
    minutes: copy.session.attendedOf(
      formats.wholeMinutes(session.attendedSeconds),
      formats.wholeMinutes(session.lengthSeconds),
    ),
    percentage: Math.floor(session.percentage),
    spoken: copy.session.attendedShare(formats.percentage(session.percentage)),
  };
}
