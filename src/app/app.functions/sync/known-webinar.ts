import type { Webinar } from '../domain/webinar.ts';
import type { RememberedSource } from './read-source.ts';
import type { PastInstance } from '../sweep/ports.ts';

/** What a sweep knows of a webinar from Zoom's lists. */
export interface KnownWebinar {
  readonly hostId: string;
  readonly hostName: string;
  readonly isZoomEvent: boolean;
  /** Oldest first. */
  readonly instances: readonly PastInstance[];
}

/**
 * A webinar that no sync has seen while Zoom still knew its number, as its reports describe it.
 *
 * @returns null when it was never held, as far as anybody knows
 */
export function toRememberedSource(webinarId: string, known: KnownWebinar | undefined): RememberedSource | null {
  const newest = known?.instances.at(-1);
  if (known === undefined || newest === undefined) return null;
  const webinar: Webinar = {
    webinarId,
    uuid: newest.uuid,
    topic: newest.topic,
    description: '',
    recurrence: known.instances.length > 1 ? 'no-fixed-times' : 'single',
    hostId: known.hostId,
    hostEmail: newest.hostEmail,
    alternativeHostEmails: [],
    createdAt: null,
    startsAt: newest.startedAt,
    lengthMinutes: 0,
    joinUrl: '',
    registrationUrl: null,
    registrationScope: 'none',
    needsApproval: false,
    occurrences: [],
  };
  return { webinar, instances: known.instances, panelists: [] };
}
