import type { Instant } from '../domain/instant.ts';

/** What a contact did in one session, as last written. */
export interface HistorySession {
  readonly key: string;
  readonly startedAt: Instant;
  readonly lengthSeconds: number;
  /** Null when the contact never registered for it. */
  readonly registration: 'registered' | 'cancelled' | null;
  readonly registeredAt: Instant | null;
  /**
   * How often the registration changed between standing and cancelled. It makes the time of each change distinct where
   * Zoom has only the time of the registration itself.
   */
  readonly changeCount: number;
  readonly attendance: {
    readonly attendedSeconds: number;
    readonly percentage: number;
    readonly firstJoinedAt: Instant;
    readonly lastLeftAt: Instant;
  } | null;
  /** The time by which HubSpot knows the attendance, where Zoom has corrected the first join since. */
  readonly attendanceKnownAt?: Instant;
  readonly isOver: boolean;
}

/** What a contact did in one webinar. */
export interface HistoryWebinar {
  readonly accountId: string;
  readonly webinarId: string;
  readonly topic: string;
  /** Registration URL, else public join URL; never a personal link. */
  readonly url: string;
  readonly registration: 'registered' | 'cancelled' | null;
  readonly registeredAt: Instant | null;
  /** The contact's personal link, while a session is to come. */
  readonly joinUrl: string | null;
  /** Oldest first. */
  readonly sessions: readonly HistorySession[];
}

export interface WrittenNames {
  readonly firstName: string;
  readonly lastName: string;
  /** When the registration was made that the names come from; an older one never replaces a newer one's names. */
  readonly registeredAt: Instant;
}

/** All webinars of one contact: the content of the contact's history property. */
export interface ContactHistory {
  /** The names that this app wrote last, to tell them from a person's own edits. */
  readonly writtenNames: WrittenNames | null;
  /** Contacts that were merged into this one and whose webinars have been looked up since, sorted. */
  readonly mergedContactIds: readonly string[];
  /** Newest first. */
  readonly webinars: readonly HistoryWebinar[];
}

export const emptyHistory: ContactHistory = { writtenNames: null, mergedContactIds: [], webinars: [] };

/** When something last happened: the newest session, else the registration. */
export function lastActivityAt(webinar: HistoryWebinar): Instant {
  return Math.max(webinar.registeredAt ?? 0, ...webinar.sessions.map(({ startedAt }) => startedAt));
}

export const isSameWebinar = (
  a: Pick<HistoryWebinar, 'accountId' | 'webinarId'>,
  b: Pick<HistoryWebinar, 'accountId' | 'webinarId'>,
): boolean => a.accountId === b.accountId && a.webinarId === b.webinarId;

/**
 * Puts a webinar's newest truth into the history. Sessions that Zoom no longer reports (its reports expire) stay; those
 * that were never final have turned out to be none, a rehearsal for example.
 */
export function recordWebinar(history: ContactHistory, webinar: HistoryWebinar): ContactHistory {
  const previous = history.webinars.find((candidate) => isSameWebinar(candidate, webinar));
  const reportedKeys = new Set(webinar.sessions.map(({ key }) => key));
  const kept = previous?.sessions.filter(({ key, isOver }) => isOver && !reportedKeys.has(key)) ?? [];
  const merged: HistoryWebinar = {
    ...webinar,
    sessions: [...kept, ...webinar.sessions].sort((a, b) => a.startedAt - b.startedAt || compareText(a.key, b.key)),
  };
  const others = history.webinars.filter((candidate) => !isSameWebinar(candidate, webinar));
  return { ...history, webinars: [merged, ...others].sort(compareWebinars) };
}

/** Total, so that the same webinars always make the same text. */
const compareWebinars = (a: HistoryWebinar, b: HistoryWebinar): number =>
  lastActivityAt(b) - lastActivityAt(a) ||
  compareText(a.accountId, b.accountId) ||
  compareText(a.webinarId, b.webinarId);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
