import type { ConnectionMemory } from '../../extensions/contract/overview.ts';
import type { Settings } from '../../extensions/contract/settings.ts';
import type { WebinarStatus } from '../../extensions/contract/webinars.ts';
import { toIso } from '../domain/instant.ts';
import type { WebinarIndex } from './index-entry.ts';
import { toSweepId } from './open-sweep.ts';
import { decideEntry } from './plan-sweep.ts';
import type { SweepMemory } from './sweep-index.ts';
import { toSweepProgress } from './sweep-report.ts';
import { toStoredStatus } from './webinar-row.ts';

/** Whose webinars they are, and the settings in force. */
export interface MemoryTerms {
  readonly accountId: string;
  readonly settings: Settings;
}

export const noWebinars: Readonly<Record<WebinarStatus, number>> = {
  new: 0,
  complete: 0,
  partial: 0,
  failed: 0,
  off: 0,
  'not-supported': 0,
};

/** Of an account that no sweep has looked at. */
export const emptyMemory: ConnectionMemory = { lastSweep: null, openSweep: null, webinarCounts: noWebinars };

/** What sweeps remember of one Zoom account, in short. */
export function toConnectionMemory(memory: SweepMemory, terms: MemoryTerms): ConnectionMemory {
  const { cursor, lastReport, sweepNumber } = memory.head;
  return {
    lastSweep: lastReport,
    openSweep:
      cursor === null
        ? null
        : {
            sweepId: toSweepId(sweepNumber),
            mode: cursor.mode,
            startedAt: toIso(cursor.startedAt),
            progress: toSweepProgress({ ...memory, cursor }),
          },
    webinarCounts: countByStatus(memory.index, terms),
  };
}

/** Every known webinar counts once. */
export function countByStatus(index: WebinarIndex, terms: MemoryTerms): Readonly<Record<WebinarStatus, number>> {
  const counts = { ...noWebinars };
  for (const entry of index.values()) counts[toStoredStatus(entry, decideEntry(entry, terms))] += 1;
  return counts;
}
