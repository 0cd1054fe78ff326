import { describe, expect, it } from 'vitest';
import { reduceJobs, type SyncJob } from '../../../src/app/extensions/settings-page/sync/sync-jobs.ts';
import {
  isActive,
  reduceSync,
  resultIconOf,
  type SyncState,
} from '../../../src/app/extensions/settings-page/sync/sync-state.ts';
import { aFailure, aReport } from '../support/builders.ts';

const running: SyncState = { kind: 'running', progress: null, waitSeconds: 0 };
const failed: SyncState = { kind: 'failed', problem: { kind: 'no-answer' }, runId: null };
const finished: SyncState = { kind: 'finished', report: aReport() };
const progress = { phase: 'writing', doneCount: 1, totalCount: 2 } as const;

describe('reduceSync', () => {
  it('starts from whatever was shown before', () => {
    const states: readonly SyncState[] = [{ kind: 'queued' }, failed, running];

    expect(states.map((state) => reduceSync(state, { kind: 'started' }))).toEqual([running, running, running]);
  });

  it('moves on while it runs', () => {
    expect(reduceSync(running, { kind: 'progressed', progress, waitSeconds: 5 })).toEqual({
      kind: 'running',
      progress,
      waitSeconds: 5,
    });
  });

  it('ends with the report, or with the problem and what is needed to go on', () => {
    expect(reduceSync(running, { kind: 'finished', report: aReport() })).toEqual(finished);
    expect(reduceSync(running, { kind: 'failed', problem: { kind: 'no-answer' }, runId: 'run-1' })).toEqual({
      kind: 'failed',
      problem: { kind: 'no-answer' },
      runId: 'run-1',
    });
  });

  it('ignores events of a sync that is not running any more', () => {
    expect(reduceSync(finished, { kind: 'progressed', progress, waitSeconds: 0 })).toBe(finished);
    expect(reduceSync(failed, { kind: 'failed', problem: { kind: 'no-answer' }, runId: 'run-1' })).toBe(failed);
  });
});

describe('reduceJobs', () => {
  const jobs: readonly SyncJob<string>[] = [
    { key: 'one', subject: 'First', state: finished },
    { key: 'two', subject: 'Second', state: running },
  ];

  it('puts what was asked for last at the end, and keeps one job of a key', () => {
    const next = reduceJobs(jobs, { kind: 'asked', key: 'one', subject: 'First again' });

    expect(next).toEqual([jobs[1], { key: 'one', subject: 'First again', state: { kind: 'queued' } }]);
  });

  it('changes the job that something happened to, and no other', () => {
    const next = reduceJobs(jobs, { kind: 'happened', key: 'two', action: { kind: 'finished', report: aReport() } });

    expect(next).toEqual([jobs[0], { key: 'two', subject: 'Second', state: finished }]);
  });

  it('lets go of jobs that have ended only', () => {
    expect(reduceJobs(jobs, { kind: 'dismissed', key: 'one' })).toEqual([jobs[1]]);
    expect(reduceJobs(jobs, { kind: 'dismissed', key: 'two' })).toEqual(jobs);
  });
});

describe('isActive', () => {
  it('is true of what waits and of what runs', () => {
    const states: readonly SyncState[] = [{ kind: 'queued' }, running, finished, failed];

    expect(states.map(isActive)).toEqual([true, true, false, false]);
  });
});

describe('resultIconOf', () => {
  it('is a tick only after a sync that went well', () => {
    const gaveUp: SyncState = { kind: 'finished', report: aReport({ failure: aFailure().failure }) };

    expect([finished, failed, gaveUp].map(resultIconOf)).toEqual(['success', 'warning', 'warning']);
  });
});
