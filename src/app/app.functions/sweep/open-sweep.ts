import type { RunSweepAnswer, SweepReport } from '../../extensions/contract/sweep.ts';
import type { Instant } from '../domain/instant.ts';
import { IntegrationError, toFailure } from '../http/integration-error.ts';
import type { SweepMemory } from './sweep-index.ts';
import type { SweepCursor, SweepHead } from './sweep-state.ts';
import type { OpenSweep } from './sweep-step.ts';

/** What a sweep has found is not the truth any more after so long: it looks again. */
const lookTooOldMs = 60 * 60_000;

export interface SweepRequest {
  /** Of the sweep to go on with, if the driver knows it. */
  readonly sweepId?: string;
  readonly mode: 'due' | 'all';
}

export const toSweepId = (sweepNumber: number): string => `sweep-${sweepNumber}`;

/**
 * The answer for a driver that asks after a sweep which has ended, because the last answer did not reach it.
 *
 * @returns null when there is a step to do
 * @throws IntegrationError reason `sweep-unknown`
 */
export function answerFinished(head: SweepHead, sweepId: string | undefined): RunSweepAnswer | null {
  if (sweepId === undefined) return null;
  const number = Number(/^sweep-([1-9]\d{0,9})$/.exec(sweepId)?.[1] ?? '0');
  // The next number belongs to a sweep whose first step has not saved anything yet, or had nothing to save.
  if (number === 0 || number > head.sweepNumber + 1) {
    throw new IntegrationError(
      toFailure({ system: 'app', operation: 'continue a sweep' }, 'not-found', { cause: 'sweep-unknown', sweepId }),
    );
  }
  const isOpen = number > head.sweepNumber || (number === head.sweepNumber && head.cursor !== null);
  return isOpen || head.lastReport === null ? null : doneAnswer(toSweepId(head.sweepNumber), head.lastReport);
}

export function doneAnswer(sweepId: string, report: SweepReport): RunSweepAnswer {
  const count = report.syncedCount + report.failedCount;
  const progress = { phase: 'done', doneCount: count, totalCount: count } as const;
  return { ok: true, done: true, sweepId, progress, retryAfterSeconds: 0, finished: [], failed: [], report };
}

/** Another step of the same sweep is at work. */
export function waitingAnswer(sweepId: string, retryAfterSeconds: number): RunSweepAnswer {
  const progress = { phase: 'waiting', doneCount: 0, totalCount: null } as const;
  return { ok: true, done: false, sweepId, progress, retryAfterSeconds, finished: [], failed: [] };
}

/** The sweep that is open, or a new one. What changed meanwhile makes it look again; what it has found stays due. */
export function openSweep(
  memory: SweepMemory,
  { mode }: SweepRequest,
  settingsVersion: number,
  now: Instant,
): OpenSweep {
  const { head } = memory;
  const { cursor } = head;
  if (cursor === null) {
    const sweepNumber = head.sweepNumber + 1;
    return { ...memory, head: { ...head, sweepNumber }, cursor: newCursor(memory, mode, settingsVersion, now) };
  }
  const wanted = mode === 'all' ? 'all' : cursor.mode;
  const isCurrent =
    cursor.mode === wanted && cursor.settingsVersion === settingsVersion && now - cursor.lookedAt <= lookTooOldMs;
  return { ...memory, cursor: isCurrent ? cursor : { ...cursor, ...startOfLook(wanted, settingsVersion, now) } };
}

function newCursor(
  { index }: SweepMemory,
  mode: SweepCursor['mode'],
  settingsVersion: number,
  now: Instant,
): SweepCursor {
  return {
    ...startOfLook(mode, settingsVersion, now),
    startedAt: now,
    knownCount: index.size,
    dueCount: 0,
    settledCount: 0,
    syncedCount: 0,
    failedCount: 0,
    singles: [],
    zoomCalls: 0,
    hubspotCalls: 0,
    steps: 0,
  };
}

const startOfLook = (mode: SweepCursor['mode'], settingsVersion: number, now: Instant) =>
  ({
    mode,
    settingsVersion,
    phase: 'users',
    lookedAt: now,
    afterUserId: null,
    userPageToken: null,
    ranges: null,
    rangeCount: 0,
    failedHosts: [],
  }) as const satisfies Partial<SweepCursor>;
