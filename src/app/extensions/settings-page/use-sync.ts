import { useCallback, useEffect, useReducer, useRef } from 'react';
import { callFunction } from '../shared/call-function.ts';
import { driveSync, type SyncDriver } from './drive-sync.ts';
import { pause } from '../shared/pause.ts';
import { idleSync, reduceSync, type SyncState } from './sync-state.ts';

interface Sync {
  readonly state: SyncState;
  readonly start: (webinarId: string, runId: string | null) => void;
}

/**
 * Runs one sync at a time, step by step, as long as the page is open.
 *
 * @param onFinished - called once per sync that came to its end; must stay the same function from render to render
 */
export function useSync(onFinished: () => void): Sync {
  const [state, dispatch] = useReducer(reduceSync, idleSync);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    (webinarId: string, runId: string | null) => {
      // The form may submit twice before it is drawn as running.
      if (running.current !== null) return;
      const controller = new AbortController();
      running.current = controller;
      dispatch({ kind: 'started', webinarId });
      const driver: SyncDriver = {
        step: (parameters) => callFunction('sync_webinar', parameters),
        pause,
        onEvent: (event) => {
          dispatch(event);
          if (event.kind === 'finished') onFinished();
        },
      };
      void driveSync({ webinarId, runId }, driver, controller.signal).finally(() => {
        running.current = null;
      });
    },
    [onFinished],
  );

  return { state, start };
}
