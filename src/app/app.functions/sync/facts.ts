import type { Instant } from '../domain/instant.ts';
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
  /** Nobody is registered any more then. */
  readonly isWebinarDeleted: boolean;
  /** When the run read Zoom: what is to come is to come after it. */
  readonly now: Instant;
}

export const toWebinarFacts = (
  webinar: Pick<Webinar, 'webinarId' | 'topic' | 'registrationUrl' | 'joinUrl'>,
  rest: Pick<WebinarFacts, 'accountId' | 'sessions' | 'mayBelieveAbsence' | 'isWebinarDeleted' | 'now'>,
): WebinarFacts => ({
  ...rest,
  webinarId: webinar.webinarId,
  topic: webinar.topic,
  url: webinar.registrationUrl ?? webinar.joinUrl,
});

/** The marketing event's id in the outside system; unique within the Zoom account. */
export const toExternalEventId = (webinarId: string, sessionKey: string): string =>
  sessionKey === 'main' ? `zoom-webinar-${webinarId}` : `zoom-webinar-${webinarId}-${sessionKey}`;

/** The reverse; null for an id of another form. */
export function parseExternalEventId(id: string): { readonly webinarId: string; readonly sessionKey: string } | null {
  const [, webinarId, sessionKey = 'main'] = /^zoom-webinar-(\d+)(?:-(.+))?$/.exec(id) ?? [];
  return webinarId === undefined ? null : { webinarId, sessionKey };
}
