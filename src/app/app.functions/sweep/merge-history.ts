import { groupByWebinar } from './group-by-webinar.ts';
import type { IndexEntry, KnownInstance, WebinarIndex } from './index-entry.ts';
import type { PastInstance } from './ports.ts';

/** Takes over what was held, in any order; rows may repeat. */
export function mergeHistory(
  index: WebinarIndex,
  rows: readonly PastInstance[],
  hostIdByEmail: ReadonlyMap<string, string>,
): WebinarIndex {
  const merged = new Map(index);
  for (const [webinarId, held] of groupByWebinar(rows)) {
    const newest = held.reduce((a, b) => (b.startedAt > a.startedAt ? b : a));
    const known = merged.get(webinarId) ?? toUnlistedEntry(newest);
    merged.set(webinarId, {
      ...known,
      ...findHost(known, newest, hostIdByEmail),
      instances: mergeInstances(known.instances, held),
    });
  }
  return merged;
}

/** Looks for hosts whom the account did not know when their webinars were found. */
export function findHosts(index: WebinarIndex, hostIdByEmail: ReadonlyMap<string, string>): WebinarIndex {
  const merged = new Map(index);
  for (const entry of index.values()) {
    const hostId = entry.hostEmail === null ? undefined : hostIdByEmail.get(entry.hostEmail);
    if (entry.hostId === null && hostId !== undefined) {
      merged.set(entry.webinarId, { ...entry, hostId, hostEmail: null });
    }
  }
  return merged;
}

function toUnlistedEntry({ webinarId, topic, hostName }: PastInstance): IndexEntry {
  return {
    webinarId,
    topic,
    hostId: null,
    hostName,
    hostEmail: null,
    recurrence: 'single',
    createdAt: null,
    isZoomEvent: false,
    isListed: false,
    isGone: false,
    dates: [],
    instances: [],
    recordings: {},
    sync: null,
    off: null,
    due: null,
  };
}

function findHost(
  known: IndexEntry,
  { hostName, hostEmail }: PastInstance,
  hostIdByEmail: ReadonlyMap<string, string>,
): Pick<IndexEntry, 'hostId' | 'hostName' | 'hostEmail'> {
  const hostId = known.hostId ?? (hostEmail === null ? null : (hostIdByEmail.get(hostEmail) ?? null));
  return { hostId, hostName: known.hostName || hostName, hostEmail: hostId === null ? hostEmail : null };
}

function mergeInstances(known: readonly KnownInstance[], held: readonly PastInstance[]): readonly KnownInstance[] {
  const byUuid = new Map(known.map((instance) => [instance.uuid, instance]));
  for (const { uuid, startedAt, endedAt, participantCount } of held) {
    byUuid.set(uuid, { uuid, startedAt, endedAt, participantCount });
  }
  return [...byUuid.values()].sort((a, b) => a.startedAt - b.startedAt || (a.uuid < b.uuid ? -1 : 1));
}
