import type { Instant } from '../domain/instant.ts';
import type { ContactHistory, HistorySession } from './contact-history.ts';

/** The session that the contact is registered for and that ends next. */
export interface NextWebinar {
  readonly topic: string;
  readonly startsAt: Instant;
  /** The contact's personal link; null where Zoom gives none. */
  readonly joinUrl: string | null;
}

export const sessionEnd = ({ startedAt, lengthSeconds }: HistorySession): Instant => startedAt + lengthSeconds * 1000;

/** Whether the contact is registered for it and it is still to end. */
export const isToCome = (session: HistorySession, now: Instant): boolean =>
  !session.isOver && session.registration === 'registered' && sessionEnd(session) > now;

/** @returns null when the contact is registered for nothing that is still to end */
export function findNextWebinar({ webinars }: ContactHistory, now: Instant): NextWebinar | null {
  let next: NextWebinar | null = null;
  for (const { topic, joinUrl, sessions } of webinars) {
    for (const session of sessions) {
      if (!isToCome(session, now) || (next !== null && next.startsAt <= session.startedAt)) continue;
      next = { topic, startsAt: session.startedAt, joinUrl };
    }
  }
  return next;
}
