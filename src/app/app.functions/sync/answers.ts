import type { SyncProgress, SyncReport, SyncWebinarAnswer } from '../../extensions/contract/sync.ts';
import type { RunCheckpoint } from './checkpoint.ts';
import { estimatePersonCount } from './row-store.ts';

export function pausedAnswer(runId: string, run: RunCheckpoint): SyncWebinarAnswer {
  return { ok: true, done: false, runId, progress: toProgress(run), retryAfterSeconds: 0 };
}

/** Another step of the same webinar is at work. */
export function waitingAnswer(runId: string, retryAfterSeconds: number): SyncWebinarAnswer {
  const progress = { phase: 'waiting', doneCount: 0, totalCount: null } as const;
  return { ok: true, done: false, runId, progress, retryAfterSeconds };
}

export function doneAnswer(runId: string, report: SyncReport): SyncWebinarAnswer {
  const progress = { phase: 'done', doneCount: report.eligible, totalCount: report.eligible } as const;
  return { ok: true, done: true, runId, progress, retryAfterSeconds: 0, report };
}

function toProgress(run: RunCheckpoint): SyncProgress {
  if (run.phase === 'writing') {
    const isWritten = run.position.partition >= (run.partitionCount ?? 1);
    const doneCount = run.people.eligible + run.position.index;
    const totalCount = Math.max(doneCount, isWritten ? 0 : estimatePersonCount(run));
    return { phase: isWritten ? 'finishing' : 'writing', doneCount, totalCount };
  }
  const totals = run.lists.map(({ totalCount }) => totalCount);
  return {
    phase: 'reading',
    doneCount: run.lists.reduce((sum, { rowCount }) => sum + rowCount, 0),
    totalCount: totals.reduce((sum, total) => (sum === null || total === null ? null : sum + total), 0),
  };
}
