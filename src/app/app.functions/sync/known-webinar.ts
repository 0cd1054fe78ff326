import type { Instant } from '../domain/instant.ts';
import type { Panelist, Webinar } from '../domain/webinar.ts';
import type { PastInstance } from '../sweep/ports.ts';

/** What was known of a webinar before, for when Zoom does not know it any more. */
export interface RememberedSource {
  readonly webinar: Webinar;
  readonly instances: readonly { readonly uuid: string; readonly startedAt: Instant | null }[];
  readonly panelists: readonly Panelist[];
}

/** What a sweep knows of a webinar from Zoom's lists. */
export interface KnownWebinar {
  readonly hostId: string;
  readonly hostName: string;
  readonly isZoomEvent: boolean;
  /** Oldest first. */
  readonly instances: readonly PastInstance[];
}

/** The same with further instances, oldest first; those that are there already stay as they are. */
export function withInstances(source: RememberedSource, more: RememberedSource['instances']): RememberedSource {
  const uuids = new Set(source.instances.map(({ uuid }) => uuid));
  const instances = [...source.instances, ...more.filter(({ uuid }) => !uuids.has(uuid))];
  return { ...source, instances: instances.toSorted((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0)) };
}

/**
 * What the last sync saw of a webinar, with what a sweep has seen of it since; or, of one that no sync has seen while
 * Zoom still knew its number, how its reports describe it.
 *
 * @returns null when it was never seen or held, as far as anybody knows
 */
export const toRememberedSource = (
  webinarId: string,
  known: KnownWebinar | undefined,
  lastSeen: RememberedSource | null = null,
): RememberedSource | null =>
  lastSeen === null ? describeByReports(webinarId, known) : withInstances(lastSeen, known?.instances ?? []);

function describeByReports(webinarId: string, known: KnownWebinar | undefined): RememberedSource | null {
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
