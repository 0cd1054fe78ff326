import { describe, expect, it } from 'vitest';
import { idleSync, reduceSync, type SyncState } from '../../src/app/extensions/settings-page/sync-state.ts';
import { aReport } from './support/builders.ts';

const running: SyncState = { kind: 'running', webinarId: '811', progress: null, waitSeconds: 0 };
const progress = { phase: 'writing', doneCount: 1, totalCount: 2 } as const;

describe('reduceSync', () => {
  it('starts from whatever was shown before', () => {
    const failed: SyncState = { kind: 'failed', webinarId: '1', problem: { kind: 'no-answer' }, runId: null };

    expect(
      [idleSync, failed, running].map((state) => reduceSync(state, { kind: 'started', webinarId: '811' })),
    ).toEqual([running, running, running]);
  });

  it('moves on while it runs', () => {
    expect(reduceSync(running, { kind: 'progressed', progress, waitSeconds: 5 })).toEqual({
      ...running,
      progress,
      waitSeconds: 5,
    });
  });

  it('ends with the report, or with the problem and what is needed to go on', () => {
    expect(reduceSync(running, { kind: 'finished', report: aReport() })).toEqual({
      kind: 'finished',
      report: aReport(),
    });
    expect(reduceSync(running, { kind: 'failed', problem: { kind: 'no-answer' }, runId: 'run-1' })).toEqual({
      kind: 'failed',
      webinarId: '811',
      problem: { kind: 'no-answer' },
      runId: 'run-1',
    });
  });

  it('ignores events of a sync that is not running any more', () => {
    const finished = reduceSync(running, { kind: 'finished', report: aReport() });

    expect(reduceSync(finished, { kind: 'progressed', progress, waitSeconds: 0 })).toBe(finished);
    expect(reduceSync(idleSync, { kind: 'failed', problem: { kind: 'no-answer' }, runId: null })).toBe(idleSync);
  });
});
