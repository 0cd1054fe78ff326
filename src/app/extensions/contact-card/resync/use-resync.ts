import { useCallback, useEffect, useReducer, useRef } from 'react';
import { syncContact } from '../sync-contact.ts';
import { driveResync } from './drive-resync.ts';
import { idleResync, reduceResync, type ResyncState, type ResyncTarget } from './resync-state.ts';

export interface Resync {
  readonly state: ResyncState;
  readonly start: (targets: readonly ResyncTarget[]) => void;
  readonly stop: () => void;
}

/**
 * Syncs a contact's webinars again, as long as the card is open.
 *
 * @param onEnded - called once per sync, whether it came to its end or was stopped; must stay the same function
 */
export function useResync(contactId: number, onEnded: () => void): Resync {
  const [state, dispatch] = useReducer(reduceResync, idleResync);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    (targets: readonly ResyncTarget[]) => {
      // A double click may start twice before the button is drawn as running.
      if (running.current !== null) return;
      const controller = new AbortController();
      running.current = controller;
      dispatch({ kind: 'started', targets });
      void driveResync(
        targets,
        {
          sync: (target, onProgress, signal) => syncContact({ contactId, ...target }, onProgress, signal),
          onEvent: (event) => {
            dispatch(event);
            if (event.kind !== 'ended') return;
            running.current = null;
            onEnded();
          },
        },
        controller.signal,
      );
    },
    [contactId, onEnded],
  );

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = null;
    dispatch({ kind: 'stopped' });
    onEnded();
  }, [onEnded]);

  return { state, start, stop };
}
