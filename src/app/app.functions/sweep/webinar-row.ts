import type { Settings, SyncDecision } from '../../extensions/contract/settings.ts';
import type { SyncReport } from '../../extensions/contract/sync.ts';
import type { WebinarRow, WebinarStatus } from '../../extensions/contract/webinars.ts';
import { parseInstant, toIso, type Instant } from '../domain/instant.ts';
import { endOf, type IndexEntry, type SyncCounts } from './index-entry.ts';
import { planChecks } from './plan-checks.ts';
import { decideEntry } from './plan-sweep.ts';
import { countPeople } from './sync-outcome.ts';

export interface RowTerms {
  readonly accountId: string;
  readonly connection: string;
  readonly settings: Settings;
  readonly peopleRulesHash: string;
  readonly now: Instant;
}

/**
 * A webinar as a list shows it.
 *
 * @param newestReport - of a sync that the sweeps may not know of; null when there was none
 */
export function toWebinarRow(entry: IndexEntry, terms: RowTerms, newestReport: SyncReport | null): WebinarRow {
  const { settings, now, connection } = terms;
  const decision = decideEntry(entry, terms);
  const last = findLastSync(entry, newestReport);
  const { backfillDays } = settings;
  const { nextCheckAt } = planChecks(entry, { ...terms, decision, backfillDays, mode: 'due' });
  return {
    webinarId: entry.webinarId,
    connection,
    topic: entry.topic,
    hostId: entry.hostId ?? '',
    hostName: entry.hostName,
    recurrence: entry.recurrence,
    ...findStart(entry, now),
    status: toStatus(entry, decision, last),
    decision,
    registeredCount: last?.counts?.registered ?? null,
    attendedCount: last?.counts?.attended ?? null,
    skippedCount: last?.counts?.skipped ?? null,
    warningCount: last?.counts?.warnings ?? 0,
    lastSyncAt: last === null ? null : toIso(last.at),
    nextCheckAt: nextCheckAt === null ? null : toIso(nextCheckAt),
  };
}

/** The next session, else the last one. */
function findStart({ dates, instances, recurrence, isListed }: IndexEntry, now: Instant) {
  const next = dates.find((date) => endOf(date) > now);
  if (next !== undefined) return { startsAt: toIso(next.startsAt), isUpcoming: true };
  const starts = [...dates.map(({ startsAt }) => startsAt), ...instances.map(({ startedAt }) => startedAt)];
  const isOpen = recurrence === 'no-fixed-times' && isListed && instances.length === 0;
  return { startsAt: starts.length === 0 ? null : toIso(Math.max(...starts)), isUpcoming: isOpen };
}

interface ShownSync {
  readonly at: Instant;
  readonly status: WebinarStatus;
  readonly counts: SyncCounts | null;
}

/** What the settings kept from being synced has not been synced. */
function findLastSync({ sync }: IndexEntry, report: SyncReport | null): ShownSync | null {
  const at = report === null || report.status === 'off' ? null : parseInstant(report.finishedAt);
  if (report === null || at === null || (sync !== null && sync.at >= at)) return sync;
  return {
    at,
    status: report.status,
    counts: report.status === 'failed' ? (sync?.counts ?? null) : countPeople(report),
  };
}

function toStatus(
  { isZoomEvent }: IndexEntry,
  { isOn }: SyncDecision,
  last: Pick<ShownSync, 'status'> | null,
): WebinarStatus {
  if (!isOn) return 'off';
  return isZoomEvent ? 'not-supported' : (last?.status ?? 'new');
}

/** The status as sweeps know it, without syncs that came since. */
export const toStoredStatus = (entry: IndexEntry, decision: SyncDecision): WebinarStatus =>
  toStatus(entry, decision, entry.sync);

/** A webinar that no sweep has found, as its newest sync describes it. */
export function toUnknownEntry(
  { id, topic, sessions }: SyncReport,
  host: { readonly hostId: string; readonly hostName: string; readonly createdAt: Instant | null } | null,
): IndexEntry {
  const dates = sessions.flatMap(({ startedAt, lengthSeconds }) => {
    const startsAt = parseInstant(startedAt);
    return startsAt === null ? [] : [{ startsAt, lengthMinutes: Math.round(lengthSeconds / 60) }];
  });
  return {
    webinarId: id,
    topic,
    hostId: host?.hostId ?? null,
    hostName: host?.hostName ?? '',
    hostEmail: null,
    recurrence: 'single',
    createdAt: host?.createdAt ?? null,
    isZoomEvent: false,
    isListed: false,
    isGone: false,
    dates: dates.sort((a, b) => a.startsAt - b.startsAt),
    instances: [],
    recordings: {},
    sync: null,
    off: null,
    due: null,
  };
}
