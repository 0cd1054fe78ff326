import { type Reducer, useCallback, useEffect, useReducer, useRef } from 'react';
import type { SyncReport } from '../../contract/sync.ts';
import { driveSync, type SyncDriver } from './drive-sync.ts';
import { pause } from '../../shared/pause.ts';
import { type JobsAction, reduceJobs, type SyncJob } from './sync-jobs.ts';

/** What to sync. */
export interface SyncOrder<Subject> {
  readonly key: string;
  readonly subject: Subject;
  readonly step: SyncDriver['step'];
}

export interface SyncJobs<Subject> {
  readonly jobs: readonly SyncJob<Subject>[];
  /** Does nothing while the same is waiting or running. `runId` goes on with a run that stopped. */
  readonly start: (order: SyncOrder<Subject>, runId?: string | null) => void;
  /** Takes a job that has ended off the list. */
  readonly dismiss: (key: string) => void;
}

interface Waiting<Subject> {
  readonly order: SyncOrder<Subject>;
  readonly runId: string | null;
}

/**
 * Runs syncs one after another, step by step, as long as the component is there.
 *
 * @param onFinished - called once per sync that came to its end
 */
export function useSyncJobs<Subject>(onFinished: (report: SyncReport) => void): SyncJobs<Subject> {
  const [jobs, dispatch] = useReducer<Reducer<readonly SyncJob<Subject>[], JobsAction<Subject>>>(reduceJobs, []);
  const waiting = useRef<readonly Waiting<Subject>[]>([]);
  const activeKeys = useRef<ReadonlySet<string>>(new Set());
  const isWorking = useRef(false);
  const leaving = useRef<AbortController | null>(null);
  const newestOnFinished = useRef(onFinished);

  useEffect(() => {
    newestOnFinished.current = onFinished;
  }, [onFinished]);

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const work = useCallback(async () => {
    if (isWorking.current) return;
    isWorking.current = true;
    for (;;) {
      const [next, ...rest] = waiting.current;
      const signal = leaving.current?.signal ?? AbortSignal.abort();
      if (next === undefined || signal.aborted) break;
      waiting.current = rest;
      const { key, step } = next.order;
      dispatch({ kind: 'happened', key, action: { kind: 'started' } });
      const driver: SyncDriver = {
        step,
        pause,
        onEvent: (event) => {
          dispatch({ kind: 'happened', key, action: event });
          if (event.kind === 'finished') newestOnFinished.current(event.report);
        },
      };
      await driveSync(next.runId, driver, signal);
      activeKeys.current = new Set([...activeKeys.current].filter((active) => active !== key));
    }
    isWorking.current = false;
  }, []);

  const start = useCallback(
    (order: SyncOrder<Subject>, runId: string | null = null) => {
      // A button may be pressed twice before it is drawn as busy.
      if (activeKeys.current.has(order.key)) return;
      activeKeys.current = new Set([...activeKeys.current, order.key]);
      waiting.current = [...waiting.current, { order, runId }];
      dispatch({ kind: 'asked', key: order.key, subject: order.subject });
      void work();
    },
    [work],
  );

  const dismiss = useCallback((key: string) => dispatch({ kind: 'dismissed', key }), []);
  return { jobs, start, dismiss };
}
