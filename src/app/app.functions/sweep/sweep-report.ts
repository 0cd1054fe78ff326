import type { SweepProgress, SweepReport } from '../../extensions/contract/sweep.ts';
import { toIso, type Instant } from '../domain/instant.ts';
import { decideEntry } from './plan-sweep.ts';
import type { SweepMemory } from './sweep-index.ts';
import type { OpenSweep, SweepStep } from './sweep-step.ts';
import type { Settings } from '../../extensions/contract/settings.ts';
import type { SweepParts } from './sweep-parts.ts';

/** The outcome of a sweep that has nothing left to do. */
export function buildSweepReport({ parts, settings }: SweepStep, sweep: OpenSweep, now: Instant): SweepReport {
  const { cursor } = sweep;
  return {
    connection: parts.connectionName,
    startedAt: toIso(cursor.startedAt),
    finishedAt: toIso(now),
    isSyncOn: true,
    ...countKnown(sweep, settings, parts.accountId),
    newWebinarCount: sweep.index.size - cursor.knownCount,
    syncedCount: cursor.syncedCount,
    failedCount: cursor.failedCount,
    settledCount: cursor.settledCount,
    ...(cursor.failedHosts.length === 0 ? {} : { failedHosts: cursor.failedHosts }),
    calls: { zoom: cursor.zoomCalls, hubspot: cursor.hubspotCalls },
    steps: cursor.steps,
  };
}

/** The outcome of a sweep that found the sync turned off. */
export function buildOffReport(
  parts: Pick<SweepParts, 'connectionName' | 'accountId' | 'meter'>,
  memory: Omit<SweepMemory, 'head'>,
  settings: Settings,
  now: Instant,
): SweepReport {
  return {
    connection: parts.connectionName,
    startedAt: toIso(now),
    finishedAt: toIso(now),
    isSyncOn: false,
    ...countKnown(memory, settings, parts.accountId),
    newWebinarCount: 0,
    syncedCount: 0,
    failedCount: 0,
    settledCount: 0,
    calls: { zoom: parts.meter.zoomCallCount(), hubspot: parts.meter.hubspotCallCount() },
    steps: 1,
  };
}

function countKnown({ index, users }: Omit<SweepMemory, 'head'>, settings: Settings, accountId: string) {
  const entries = [...index.values()];
  const on = entries.filter((entry) => decideEntry(entry, { settings, accountId }).isOn);
  const notSupportedCount = on.filter(({ isZoomEvent }) => isZoomEvent).length;
  return {
    userCount: users.size,
    usersWithoutPlanCount: [...users.values()].filter(({ plan }) => plan === 'no').length,
    webinarCount: entries.length,
    offCount: entries.length - on.length,
    notSupportedCount,
  };
}

export function toSweepProgress({ cursor, index, users }: OpenSweep): SweepProgress {
  switch (cursor.phase) {
    case 'users':
      return { phase: 'users', doneCount: users.size, totalCount: null };
    case 'webinars': {
      const { afterUserId } = cursor;
      const doneCount = [...users.keys()].filter((userId) => afterUserId !== null && userId <= afterUserId).length;
      return { phase: 'webinars', doneCount, totalCount: users.size };
    }
    case 'history':
    case 'recordings':
    case 'planning': {
      const openCount = cursor.ranges?.length ?? cursor.rangeCount;
      return { phase: 'history', doneCount: cursor.rangeCount - openCount, totalCount: cursor.rangeCount };
    }
    case 'syncing': {
      const openCount = [...index.values()].filter(({ due }) => due !== null).length;
      const totalCount = Math.max(cursor.dueCount, openCount);
      return { phase: 'syncing', doneCount: totalCount - openCount, totalCount };
    }
  }
}
