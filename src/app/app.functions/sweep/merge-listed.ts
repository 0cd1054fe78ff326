import type { Instant } from '../domain/instant.ts';
import { groupByWebinar } from './group-by-webinar.ts';
import { endOf, type IndexEntry, type PlannedDate, type WebinarIndex } from './index-entry.ts';
import type { ListedWebinar } from './ports.ts';

export interface HostList {
  readonly hostId: string;
  /** Empty when it is not known. */
  readonly hostName: string;
  readonly rows: readonly ListedWebinar[];
  /** False when some rows could not be understood: what is missing may be among them. */
  readonly isWhole: boolean;
}

/** Takes over a host's list: new webinars, changed ones, and those that are not on it any more. */
export function mergeListed(index: WebinarIndex, list: HostList, now: Instant): WebinarIndex {
  const merged = new Map(index);
  const rowsById = groupByWebinar(list.rows);
  for (const [webinarId, rows] of rowsById) merged.set(webinarId, toListed(merged.get(webinarId), list, rows));
  if (!list.isWhole) return merged;
  for (const entry of index.values()) {
    const wasListed = entry.hostId === list.hostId && entry.isListed;
    if (wasListed && !rowsById.has(entry.webinarId)) merged.set(entry.webinarId, toUnlisted(entry, now));
  }
  return merged;
}

function toListed(
  known: IndexEntry | undefined,
  { hostId, hostName }: HostList,
  rows: readonly [ListedWebinar, ...ListedWebinar[]],
): IndexEntry {
  const [{ webinarId, topic, recurrence, createdAt }] = rows;
  return {
    ...(known ?? nothingHeld),
    webinarId,
    topic,
    hostId,
    hostName: hostName || (known?.hostName ?? ''),
    hostEmail: null,
    recurrence,
    createdAt,
    isZoomEvent: rows.some(({ isZoomEvent }) => isZoomEvent),
    isListed: true,
    isGone: false,
    dates: toDates(rows),
  };
}

const nothingHeld = { instances: [], recordings: {}, sync: null, off: null, due: null } as const;

function toDates(rows: readonly ListedWebinar[]): readonly PlannedDate[] {
  const byStart = new Map<Instant, PlannedDate>();
  for (const { startsAt, lengthMinutes } of rows) {
    if (startsAt !== null) byStart.set(startsAt, { startsAt, lengthMinutes });
  }
  return [...byStart.values()].sort((a, b) => a.startsAt - b.startsAt);
}

/** Zoom gives up the number of a webinar some weeks after it was held; only one that was still to come was deleted. */
function toUnlisted(entry: IndexEntry, now: Instant): IndexEntry {
  const wasToCome = entry.dates.some((date) => endOf(date) > now);
  const isGone = wasToCome || entry.instances.length === 0;
  return { ...entry, isListed: false, isGone, dates: entry.dates.filter((date) => endOf(date) <= now) };
}
