import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type {
  FailedWebinar,
  RunSweepAnswer,
  RunSweepParameters,
  SweepProgress,
  SweepReport,
} from '../../src/app/extensions/contract/sweep.ts';
import type { SyncReport } from '../../src/app/extensions/contract/sync.ts';
import { driveSteps, missingReport, type Failure } from './drive-steps.ts';

/** How the sweep of one Zoom account ended, and what became of the webinars until then. */
export interface SweepOutcome {
  readonly finished: readonly SyncReport[];
  readonly failed: readonly FailedWebinar[];
  /** Null when the sweep itself failed. */
  readonly report: SweepReport | null;
  readonly failure: Failure | null;
  readonly stepCount: number;
}

export interface SweepRequest {
  readonly connection: string | null;
  readonly mode: 'due' | 'all';
}

export interface SweepDriver {
  step(parameters: RunSweepParameters): Promise<CallAnswer<RunSweepAnswer>>;
  wait(seconds: number): Promise<void>;
  onProgress(progress: SweepProgress, waitSeconds: number): void;
  onRetry(failure: Failure, waitSeconds: number): void;
}

const operation = 'sweep webinars';
/** A webinar of very many people takes many steps, in which the sweep itself does not get on. */
export const stalledSweepStepsMaximum = 200;

/** Calls `run_sweep` until it is done. */
export async function driveSweep({ connection, mode }: SweepRequest, driver: SweepDriver): Promise<SweepOutcome> {
  const finished: SyncReport[] = [];
  const failed: FailedWebinar[] = [];
  const constant: RunSweepParameters = { mode, ...(connection === null ? {} : { connection }) };
  const outcome = await driveSteps<RunSweepAnswer>({
    operation,
    step: (before) => driver.step({ ...constant, ...(before === null ? {} : { sweepId: before.sweepId }) }),
    stateOf: ({ progress }) => progress,
    stalledStepsMax: stalledSweepStepsMaximum,
    wait: (seconds) => driver.wait(seconds),
    onAnswer(answer) {
      finished.push(...answer.finished);
      failed.push(...answer.failed);
      if (!answer.done) driver.onProgress(answer.progress, answer.retryAfterSeconds);
    },
    onRetry: (failure, waitSeconds) => driver.onRetry(failure, waitSeconds),
  });
  const { stepCount } = outcome;
  if (outcome.kind === 'failed') return { finished, failed, report: null, failure: outcome.failure, stepCount };
  const { report = null } = outcome.answer;
  return { finished, failed, report, failure: report === null ? missingReport(operation) : null, stepCount };
}
