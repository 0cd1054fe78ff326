import type { Webinar } from '../domain/webinar.ts';
import type { HeldSession } from './held-sessions.ts';

/** What every person's plan needs to know of the webinar. */
export interface WebinarFacts {
  readonly accountId: string;
  readonly webinarId: string;
  readonly topic: string;
  /** Registration URL, else the public join URL. */
  readonly url: string;
  /** Oldest first. */
  readonly sessions: readonly HeldSession[];
  /** Whether the registrant lists were read whole, so that it means something when somebody is not on them. */
  readonly mayBelieveAbsence: boolean;
}

export function toWebinarFacts(
  accountId: string,
  webinar: Webinar,
  sessions: readonly HeldSession[],
  mayBelieveAbsence: boolean,
): WebinarFacts {
  return {
    accountId,
    webinarId: webinar.webinarId,
    topic: webinar.topic,
    url: webinar.registrationUrl ?? webinar.joinUrl,
    sessions,
    mayBelieveAbsence,
  };
}

/** The marketing event's id in the outside system; unique within the Zoom account. */
export const toExternalEventId = (webinarId: string, sessionKey: string): string =>
  sessionKey === 'main' ? `zoom-webinar-${webinarId}` : `zoom-webinar-${webinarId}-${sessionKey}`;
