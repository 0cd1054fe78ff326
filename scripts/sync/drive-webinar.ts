import type { CallAnswer, CallFailure } from '../../src/app/extensions/contract/failure.ts';
import type {
  SyncProgress,
  SyncReport,
  SyncWebinarAnswer,
  SyncWebinarParameters,
} from '../../src/app/extensions/contract/sync.ts';

export type Failure = CallFailure['failure'];

/** How the sync of one webinar ended. */
export type WebinarOutcome =
  | { readonly kind: 'finished'; readonly report: SyncReport; readonly stepCount: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly stepCount: number };

export interface WebinarRequest {
  readonly webinarId: string;
  readonly connection: string | null;
  readonly isDryRun: boolean;
}

export interface WebinarDriver {
  step(parameters: SyncWebinarParameters): Promise<CallAnswer<SyncWebinarAnswer>>;
  wait(seconds: number): Promise<void>;
  onProgress(progress: SyncProgress, waitSeconds: number): void;
  onRetry(failure: Failure, waitSeconds: number): void;
}

/** Steps in a row that may look the same before the sync is given up. */
export const stalledStepsMaximum = 20;
/** Tries of one step; only failures that pass by themselves are tried again. */
export const stepTriesMaximum = 3;
/** Whoever asks for a longer wait is believed, and the webinar is left for later. */
export const waitMaximumSeconds = 300;

/**
 * Calls `sync_webinar` until it is done. Steps are idempotent and resume where the one before stopped, so a step whose answer
 * was lost is simply called again.
 */
export async function driveWebinar(request: WebinarRequest, driver: WebinarDriver): Promise<WebinarOutcome> {
  const constant: SyncWebinarParameters = {
    webinarId: request.webinarId,
    ...(request.connection === null ? {} : { connection: request.connection }),
    ...(request.isDryRun ? { dryRun: true } : {}),
  };
  let carried: Pick<SyncWebinarParameters, 'runId' | 'resume'> = {};
  let stepCount = 0;
  let triesOfThisStep = 0;
  let stalledSteps = 0;
  let lastState = '';

  for (;;) {
    const answer = await driver.step({ ...constant, ...carried });
    stepCount += 1;
    if (!answer.ok) {
      triesOfThisStep += 1;
      const waitSeconds = secondsBeforeRetry(answer.failure, triesOfThisStep);
      if (waitSeconds === null) return { kind: 'failed', failure: answer.failure, stepCount };
      driver.onRetry(answer.failure, waitSeconds);
      await driver.wait(waitSeconds);
      continue;
    }
    triesOfThisStep = 0;
    if (answer.done) {
      return answer.report === undefined
        ? { kind: 'failed', failure: missingReport(), stepCount }
        : { kind: 'finished', report: answer.report, stepCount };
    }
    const state = JSON.stringify([answer.progress, answer.resume]);
    stalledSteps = state === lastState ? stalledSteps + 1 : 0;
    lastState = state;
    if (stalledSteps >= stalledStepsMaximum) return { kind: 'failed', failure: noProgress(), stepCount };
    driver.onProgress(answer.progress, answer.retryAfterSeconds);
    carried = { runId: answer.runId, ...(answer.resume === undefined ? {} : { resume: answer.resume }) };
    if (answer.retryAfterSeconds > 0) await driver.wait(answer.retryAfterSeconds);
  }
}

const passingKinds: ReadonlySet<Failure['kind']> = new Set([
  'rate-limited',
  'unavailable',
  'timeout',
  'answer-lost',
  'deadline',
]);

function secondsBeforeRetry(failure: Failure, triesSoFar: number): number | null {
  if (!passingKinds.has(failure.kind) || triesSoFar >= stepTriesMaximum) return null;
  const waitSeconds = failure.retryAfterSeconds ?? 2 ** triesSoFar;
  return waitSeconds > waitMaximumSeconds ? null : waitSeconds;
}

const driverFailure = (kind: Failure['kind'], reason: Failure['reason']): Failure => ({
  kind,
  system: 'app',
  operation: 'sync webinar',
  reason,
  httpStatus: null,
  vendorCode: null,
  correlationId: null,
  retryAfterSeconds: null,
});

const missingReport = (): Failure =>
  driverFailure('unexpected-shape', { cause: 'answer-malformed', problem: 'the last step came without a report' });

const noProgress = (): Failure => driverFailure('deadline', { cause: 'out-of-time' });
