import type { OffSetting } from '../../extensions/contract/settings.ts';
import type { SyncTrigger } from '../../extensions/contract/sync.ts';
import type { Instant } from '../domain/instant.ts';
import { hashJson } from '../sync/hashes.ts';
import type { ListedWebinar, PastInstance } from './ports.ts';
import type { KnownWebinar } from '../sync/known-webinar.ts';
import type { WritePeriod } from '../sync/write-periods.ts';

/** A date of a webinar as its host's list shows it. */
export interface PlannedDate {
  readonly startsAt: Instant;
  readonly lengthMinutes: number;
}

/** A time that the webinar was held. */
export interface KnownInstance {
  readonly uuid: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly participantCount: number;
}

/** What the last sync of a webinar left behind. */
export interface LastSync {
  readonly at: Instant;
  readonly status: 'complete' | 'partial' | 'failed' | 'not-supported';
  /** Of what was known of the webinar then: see {@link hashKnown}. */
  readonly knownHash: string;
  /** The dates that were still to come. */
  readonly dates: readonly PlannedDate[];
  readonly peopleRulesHash: string;
  /** Since when every sync has left something open; null when this one has not. */
  readonly openSince: Instant | null;
  /** How many have failed in a row. */
  readonly failureCount: number;
  /** Of the last sync that ended well. */
  readonly counts: SyncCounts | null;
}

export interface SyncCounts {
  readonly registered: number;
  readonly attended: number;
  readonly skipped: number;
  readonly warnings: number;
}

/** A webinar as sweeps remember it. */
export interface IndexEntry {
  readonly webinarId: string;
  readonly topic: string;
  /** Null for a webinar of which only the report is left, by somebody whom the account does not know any more. */
  readonly hostId: string | null;
  readonly hostName: string;
  /** Kept while `hostId` is null, to find the host by. */
  readonly hostEmail: string | null;
  readonly recurrence: ListedWebinar['recurrence'];
  readonly createdAt: Instant | null;
  readonly isZoomEvent: boolean;
  /** Whether the host's list had it when it was last read. */
  readonly isListed: boolean;
  /** It was taken off its host's list before it was held. */
  readonly isGone: boolean;
  /** By start. */
  readonly dates: readonly PlannedDate[];
  /** By start. */
  readonly instances: readonly KnownInstance[];
  /** What the list of recordings said, by instance. */
  readonly recordings: Readonly<Record<string, string>>;
  readonly sync: LastSync | null;
  /** The setting that the audit log names as being in the way; null since the last sync. */
  readonly off: OffSetting | null;
  /** When sweeps of the last days wrote its contacts. */
  readonly contactWrites?: readonly WritePeriod[];
  /** Another process wrote contacts at the same time: its own are to be looked at again. */
  readonly mustLookAgain?: boolean;
  /** When the last such look began. */
  readonly lookedAgainAt?: Instant;
  /** Why the open sweep has still to sync it. */
  readonly due: SyncTrigger | null;
}

/** By webinar ID. */
export type WebinarIndex = ReadonlyMap<string, IndexEntry>;

const minuteMs = 60_000;

export const endOf = ({ startsAt, lengthMinutes }: PlannedDate): Instant => startsAt + lengthMinutes * minuteMs;

/** Dates that have not begun. */
export const datesToCome = (dates: readonly PlannedDate[], now: Instant): readonly PlannedDate[] =>
  dates.filter(({ startsAt }) => startsAt > now);

/**
 * Changes whenever there is a reason to sync the webinar again that neither the clock nor its dates tell. How many took
 * part is left out: Zoom goes on counting, and the schedule of the checks covers that.
 */
export function hashKnown({ topic, isZoomEvent, isGone, instances, recordings }: IndexEntry): string {
  const uuids = instances.map(({ uuid }) => uuid).sort();
  const recorded = Object.entries(recordings).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashJson([topic, isZoomEvent, isGone, uuids, recorded]);
}

export function toKnownWebinar(entry: IndexEntry): KnownWebinar {
  const { webinarId, topic, hostId, hostName, hostEmail, isZoomEvent } = entry;
  const instances = entry.instances.map((instance): PastInstance => ({
    webinarId,
    topic,
    hostName,
    hostEmail,
    ...instance,
  }));
  return { hostId: hostId ?? '', hostName, isZoomEvent, instances };
}

/**
 * Drops what Zoom has no report of any more. The newest one stays, so that a webinar that was held is not taken for one
 * that never was.
 */
export function forgetInstances(entry: IndexEntry, before: Instant): IndexEntry {
  const { instances } = entry;
  const kept = instances.filter(({ startedAt }, place) => startedAt >= before || place === instances.length - 1);
  return kept.length === instances.length ? entry : { ...entry, instances: kept };
}
