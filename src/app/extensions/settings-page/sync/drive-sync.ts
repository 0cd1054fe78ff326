import type { SyncProgress, SyncReport, SyncWebinarAnswer } from '../../contract/sync.ts';
import type { CallProblem, CallResult } from '../../shared/call-function.ts';

/** What happens on the way of one sync, in this order: `progressed` any number of times, then one of the others. */
export type SyncEvent =
  | { readonly kind: 'progressed'; readonly progress: SyncProgress; readonly waitSeconds: number }
  | { readonly kind: 'finished'; readonly report: SyncReport }
  | { readonly kind: 'failed'; readonly problem: CallProblem; readonly runId: string | null };

/** Where the step before has stopped. */
export interface SyncPlace {
  readonly runId?: string;
  readonly resume?: string;
}

export interface SyncDriver {
  readonly step: (place: SyncPlace) => Promise<CallResult<SyncWebinarAnswer>>;
  /** Resolves after the time, or as soon as the signal aborts. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
  readonly onEvent: (event: SyncEvent) => void;
}

/**
 * Calls step after step until the sync of a webinar or of one person is done or has failed, and waits in between as long
 * as each step asks for. Nothing is reported any more once the signal has aborted; what was written stays written.
 *
 * @param runId - of a run to go on with; null to begin
 */
export async function driveSync(runId: string | null, driver: SyncDriver, signal: AbortSignal): Promise<void> {
  let place: SyncPlace = runId === null ? {} : { runId };
  while (!signal.aborted) {
    const result = await driver.step(place);
    if (signal.aborted) return;
    if (result.kind === 'problem') {
      driver.onEvent({ kind: 'failed', problem: result.problem, runId: place.runId ?? null });
      return;
    }
    const { answer } = result;
    if (answer.done) {
      driver.onEvent(toLastEvent(answer));
      return;
    }
    const { progress, retryAfterSeconds: waitSeconds } = answer;
    driver.onEvent({ kind: 'progressed', progress, waitSeconds });
    place = { runId: answer.runId, ...(answer.resume === undefined ? {} : { resume: answer.resume }) };
    if (waitSeconds > 0) await driver.pause(waitSeconds, signal);
  }
}

function toLastEvent({ report, runId }: SyncWebinarAnswer): SyncEvent {
  return report === undefined
    ? { kind: 'failed', problem: { kind: 'unreadable-answer' }, runId }
    : { kind: 'finished', report };
}
