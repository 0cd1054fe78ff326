import type { SyncWebinarAnswer } from '../../contract/sync.ts';
import type { StepsResult } from '../drive-steps.ts';
import type { SyncStep } from '../sync-contact.ts';
import { meetsEveryWebinar, toSyncOutcome } from '../sync-outcome.ts';
import type { ResyncEvent, ResyncTarget } from './resync-state.ts';

export interface ResyncDriver {
  readonly sync: (
    target: ResyncTarget,
    onProgress: (step: SyncStep) => void,
    signal: AbortSignal,
  ) => Promise<StepsResult<SyncWebinarAnswer>>;
  readonly onEvent: (event: ResyncEvent) => void;
}

/**
 * One webinar after the other, because they share the limits of one Zoom account. A webinar that fails does not keep
 * the others from being synced, unless they would fail of the same.
 */
export async function driveResync(
  targets: readonly ResyncTarget[],
  { sync, onEvent }: ResyncDriver,
  signal: AbortSignal,
): Promise<void> {
  for (const target of targets) {
    const result = await sync(target, (step) => onEvent({ kind: 'progressed', step }), signal);
    if (result.kind === 'aborted') return;
    const outcome = toSyncOutcome(result);
    onEvent({ kind: 'judged', result: { target, outcome } });
    if (meetsEveryWebinar(outcome)) break;
  }
  onEvent({ kind: 'ended' });
}
