import * as z from 'zod/mini';
import type { CallFailure } from '../../extensions/contract/failure.ts';
import type { SweepReport } from '../../extensions/contract/sweep.ts';
import type { Instant } from '../domain/instant.ts';
import { formatSealed, packText, readSealedOrOlder } from '../sync/payload.ts';
import type { StateRecord } from '../sync/ports.ts';
import type { CoveredPeriod, DayRange } from './day-ranges.ts';

export type CursorPhase = 'users' | 'webinars' | 'history' | 'recordings' | 'planning' | 'syncing';

/** A user whose webinars could not be listed; the others were. */
export interface FailedHost {
  readonly userId: string;
  readonly name: string;
  readonly failure: CallFailure['failure'];
}

/** A sweep between two of its steps. */
export interface SweepCursor {
  readonly mode: 'due' | 'all';
  readonly phase: CursorPhase;
  readonly startedAt: Instant;
  /** When it began to look; later than `startedAt` when it had to begin anew. */
  readonly lookedAt: Instant;
  /** Of the settings that it follows. */
  readonly settingsVersion: number;
  /** In the phases that go through users by ID: the last one that is done. */
  readonly afterUserId: string | null;
  readonly userPageToken: string | null;
  /** In the phase of the history: what is still to be read; null before it was planned. */
  readonly ranges: readonly DayRange[] | null;
  readonly rangeCount: number;
  readonly failedHosts: readonly FailedHost[];
  /** Webinars that were known when it began. */
  readonly knownCount: number;
  readonly dueCount: number;
  /** Nothing was due for so many that are on. */
  readonly settledCount: number;
  readonly syncedCount: number;
  readonly failedCount: number;
  /** Webinars whose custom events HubSpot refused together with those of others. */
  readonly singles: readonly string[];
  readonly zoomCalls: number;
  readonly hubspotCalls: number;
  readonly steps: number;
}

/** The head of everything that sweeps of one Zoom account remember. */
export interface SweepHead {
  readonly v: 1;
  /** Of the newest sweep, begun or ended. */
  readonly sweepNumber: number;
  /** Of the newest lease that was given back. */
  readonly leaseNumber: number;
  /** Leases still on record: id and the moment of creation. */
  readonly leases: readonly (readonly [string, Instant])[];
  /** Null when the newest sweep has ended. */
  readonly cursor: SweepCursor | null;
  readonly indexRecordCount: number;
  readonly userRecordCount: number;
  /** What the records must add up to. */
  readonly webinarCount: number;
  readonly userCount: number;
  readonly usersReadAt: Instant | null;
  readonly covered: CoveredPeriod | null;
  readonly lastSweepAt: Instant | null;
  readonly lastReport: SweepReport | null;
  /** When records of other writers were last searched. */
  readonly writesReadAt?: Instant;
  /** When leftovers were last looked for. */
  readonly tidiedAt: Instant | null;
}

export const newSweepHead: SweepHead = {
  v: 1,
  sweepNumber: 0,
  leaseNumber: 0,
  leases: [],
  cursor: null,
  indexRecordCount: 0,
  userRecordCount: 0,
  webinarCount: 0,
  userCount: 0,
  usersReadAt: null,
  covered: null,
  lastSweepAt: null,
  lastReport: null,
  tidiedAt: null,
};

const nullableNumber = z.nullable(z.number());
const period = z.object({ from: z.number(), to: z.number() });
const headShape = z.looseObject({
  v: z.literal(1),
  sweepNumber: z.number(),
  leaseNumber: z.number(),
  leases: z.array(z.tuple([z.string(), z.number()])),
  cursor: z.nullable(
    z.looseObject({
      mode: z.enum(['due', 'all']),
      phase: z.enum(['users', 'webinars', 'history', 'recordings', 'planning', 'syncing']),
      startedAt: z.number(),
      lookedAt: z.number(),
      settingsVersion: z.number(),
      ranges: z.nullable(z.array(period)),
      failedHosts: z.array(z.looseObject({ userId: z.string() })),
      singles: z.array(z.string()),
      steps: z.number(),
    }),
  ),
  indexRecordCount: z.number(),
  userRecordCount: z.number(),
  webinarCount: z.number(),
  userCount: z.number(),
  usersReadAt: nullableNumber,
  covered: z.nullable(period),
  lastSweepAt: nullableNumber,
});

/** @returns null for a head that is not ours or not whole; everything is then found again */
export function parseSweepHead(payload: string): SweepHead | null {
  const read = readSealedOrOlder(payload);
  return z.safeParse(headShape, read).success ? (read as SweepHead) : null;
}

/** Keys of the records of one Zoom account. */
export const sweepKeysOf = (accountId: string) => ({
  head: `sweep:${accountId}`,
  index: (number: number): string => `sweep:${accountId}:index:${number}`,
  users: (number: number): string => `sweep:${accountId}:users:${number}`,
});

export function toHeadRecord(accountId: string, head: SweepHead, now: Instant): StateRecord {
  const { cursor, webinarCount } = head;
  return {
    key: sweepKeysOf(accountId).head,
    kind: 'sweep',
    payload: packText(formatSealed(head)),
    version: head.sweepNumber,
    status: cursor === null ? 'idle' : 'running',
    occurredAt: now,
    summary: `${webinarCount} webinars known; ${cursor === null ? 'no sweep is open' : `sweep: ${cursor.phase}`}`,
  };
}
