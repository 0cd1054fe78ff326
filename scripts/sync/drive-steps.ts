import type { CallAnswer, CallFailure } from '../../src/app/extensions/contract/failure.ts';

export type Failure = CallFailure['failure'];

/** What every function that works in steps answers. */
export interface StepAnswer {
  readonly ok: true;
  readonly done: boolean;
  readonly retryAfterSeconds: number;
}

export type StepsOutcome<Answer> =
  | { readonly kind: 'finished'; readonly answer: Answer; readonly stepCount: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly stepCount: number };

export interface StepDriver<Answer extends StepAnswer> {
  /** Named in failures of the driver's own. */
  readonly operation: string;
  /** @param before - the last answer that came; null for the first step */
  step(before: Answer | null): Promise<CallAnswer<Answer>>;
  /** Two answers of the same state in a row have brought nothing. */
  stateOf(answer: Answer): unknown;
  /** Steps in a row that may bring nothing before it is given up. */
  readonly stalledStepsMax: number;
  wait(seconds: number): Promise<void>;
  onAnswer(answer: Answer): void;
  onRetry(failure: Failure, waitSeconds: number): void;
}

/** Steps in a row that may look the same before the sync is given up. */
export const stalledStepsMaximum = 20;
/** Tries of one step; only failures that pass by themselves are tried again. */
export const stepTriesMaximum = 3;
/** Whoever asks for a longer wait is believed, and the work is left for later. */
export const waitMaximumSeconds = 300;

/**
 * Calls a function until it is done. Steps are idempotent and resume where the one before stopped, so a step whose answer
 * was lost is simply called again.
 */
export async function driveSteps<Answer extends StepAnswer>(driver: StepDriver<Answer>): Promise<StepsOutcome<Answer>> {
  let before: Answer | null = null;
  let stepCount = 0;
  let triesOfThisStep = 0;
  let stalledSteps = 0;
  let lastState = '';

  for (;;) {
    const answer: CallAnswer<Answer> = await driver.step(before);
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
    driver.onAnswer(answer);
    if (answer.done) return { kind: 'finished', answer, stepCount };
    const state = JSON.stringify(driver.stateOf(answer));
    stalledSteps = state === lastState ? stalledSteps + 1 : 0;
    lastState = state;
    if (stalledSteps >= driver.stalledStepsMax) {
      return { kind: 'failed', failure: noProgress(driver.operation), stepCount };
    }
    before = answer;
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

const driverFailure = (operation: string, kind: Failure['kind'], reason: Failure['reason']): Failure => ({
  kind,
  system: 'app',
  operation,
  reason,
  httpStatus: null,
  vendorCode: null,
  correlationId: null,
  retryAfterSeconds: null,
});

/** A last step that does not say what came of it. */
export const missingReport = (operation: string): Failure =>
  driverFailure(operation, 'unexpected-shape', {
    cause: 'answer-malformed',
    problem: 'the last step came without a report',
  });

const noProgress = (operation: string): Failure => driverFailure(operation, 'deadline', { cause: 'out-of-time' });
