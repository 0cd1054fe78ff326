import type { SyncProgress, SyncReport } from '../../contract/sync.ts';
import type { CallProblem } from '../../shared/call-function.ts';
import type { SyncEvent } from './drive-sync.ts';

/** How far one sync has come. */
export type SyncState =
  /** Others are at work; they go one after another. */
  | { readonly kind: 'queued' }
  | {
      readonly kind: 'running';
      /** Null before the first answer. */
      readonly progress: SyncProgress | null;
      /** What the last step asked to wait before the next one. */
      readonly waitSeconds: number;
    }
  | { readonly kind: 'finished'; readonly report: SyncReport }
  | {
      readonly kind: 'failed';
      readonly problem: CallProblem;
      /** The run to go on with; null when it failed before it had one. */
      readonly runId: string | null;
    };

export type SyncAction = { readonly kind: 'started' } | SyncEvent;

/** Events of a sync that is not running any more change nothing. */
export function reduceSync(state: SyncState, action: SyncAction): SyncState {
  if (action.kind === 'started') return { kind: 'running', progress: null, waitSeconds: 0 };
  if (state.kind !== 'running') return state;
  switch (action.kind) {
    case 'progressed':
      return { kind: 'running', progress: action.progress, waitSeconds: action.waitSeconds };
    case 'finished':
      return { kind: 'finished', report: action.report };
    case 'failed':
      return { kind: 'failed', problem: action.problem, runId: action.runId };
  }
}

/** What a button that started a sync shows when it is over; a tick only after one that went well. */
export const resultIconOf = (state: SyncState | null): 'success' | 'warning' =>
  state?.kind === 'failed' || (state?.kind === 'finished' && state.report.failure !== undefined)
    ? 'warning'
    : 'success';

export const isActive = ({ kind }: SyncState): boolean => kind === 'queued' || kind === 'running';
