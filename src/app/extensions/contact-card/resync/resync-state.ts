import type { SyncOutcome } from '../sync-outcome.ts';
import type { SyncStep } from '../sync-contact.ts';

/** A webinar that can be synced again: its Zoom account is connected. */
export interface ResyncTarget {
  readonly webinarId: string;
  readonly connection: string;
  readonly topic: string;
}

export interface WebinarOutcome {
  readonly target: ResyncTarget;
  readonly outcome: SyncOutcome;
}

export type ResyncState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly targets: readonly ResyncTarget[];
      /** Of the webinars before the current one. */
      readonly outcomes: readonly WebinarOutcome[];
      /** Null before the current webinar's first answer. */
      readonly step: SyncStep | null;
    }
  | {
      readonly kind: 'ended';
      readonly isStopped: boolean;
      readonly outcomes: readonly WebinarOutcome[];
      readonly notTriedCount: number;
    };

/** What happens on the way, in this order: for each webinar `progressed` any number of times, then `judged`. */
export type ResyncEvent =
  | { readonly kind: 'progressed'; readonly step: SyncStep }
  | { readonly kind: 'judged'; readonly result: WebinarOutcome }
  | { readonly kind: 'ended' };

export type ResyncAction =
  { readonly kind: 'started'; readonly targets: readonly ResyncTarget[] } | { readonly kind: 'stopped' } | ResyncEvent;

export const idleResync: ResyncState = { kind: 'idle' };

/** Events of a sync that is not running any more change nothing. */
export function reduceResync(state: ResyncState, action: ResyncAction): ResyncState {
  if (action.kind === 'started') return { kind: 'running', targets: action.targets, outcomes: [], step: null };
  if (state.kind !== 'running') return state;
  switch (action.kind) {
    case 'progressed':
      return { ...state, step: action.step };
    case 'judged':
      return { ...state, outcomes: [...state.outcomes, action.result], step: null };
    case 'ended':
    case 'stopped': {
      const { outcomes, targets } = state;
      const isStopped = action.kind === 'stopped';
      return { kind: 'ended', isStopped, outcomes, notTriedCount: targets.length - outcomes.length };
    }
  }
}
