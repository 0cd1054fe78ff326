import { useCallback, useEffect, useReducer, useRef } from 'react';
import { callFunction } from '../../../shared/call-function.ts';
import { pause } from '../../../shared/pause.ts';
import { driveSweeps, type SweepOrder } from './drive-sweeps.ts';
import { idleSweeps, reduceSweeps, type SweepsState, toOpenOrders } from './sweeps-state.ts';

export interface Sweeps {
  readonly state: SweepsState;
  /** Does nothing while others are driven. */
  readonly start: (orders: readonly SweepOrder[]) => void;
  /** Goes on with what was paused or has failed on this page. */
  readonly resume: () => void;
  /** Stops after the step that is at work. */
  readonly pause: () => void;
}

/**
 * Drives sweeps as long as the component is there. What was done stays done, and whoever comes back can go on.
 *
 * @param onStopped - called when nothing is driven any more
 */
export function useSweeps(onStopped: () => void): Sweeps {
  const [state, dispatch] = useReducer(reduceSweeps, idleSweeps);
  const pausing = useRef<AbortController | null>(null);
  const leaving = useRef<AbortController | null>(null);
  const newestOnStopped = useRef(onStopped);

  useEffect(() => {
    newestOnStopped.current = onStopped;
  }, [onStopped]);

  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    return () => controller.abort();
  }, []);

  const drive = useCallback((orders: readonly SweepOrder[], isResumed: boolean) => {
    const left = leaving.current;
    if (pausing.current !== null || left === null || orders.length === 0) return;
    const controller = new AbortController();
    pausing.current = controller;
    dispatch({ kind: 'started', orders, isResumed });
    const driver = {
      step: (parameters: Parameters<typeof callFunction<'run_sweep'>>[1]) => callFunction('run_sweep', parameters),
      pause,
      onEvent: dispatch,
    };
    void driveSweeps(orders, driver, { pausing: controller.signal, leaving: left.signal }).then(() => {
      pausing.current = null;
      if (!left.signal.aborted) newestOnStopped.current();
    });
  }, []);

  const stop = useCallback(() => {
    if (pausing.current === null) return;
    pausing.current.abort();
    dispatch({ kind: 'pause-asked' });
  }, []);

  const start = useCallback((orders: readonly SweepOrder[]) => drive(orders, false), [drive]);
  const resume = useCallback(() => drive(toOpenOrders(state), true), [drive, state]);
  return { state, start, resume, pause: stop };
}
