import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';
import type { SyncPersonParameters } from '../../src/app/extensions/contract/person.ts';
import type {
  SyncProgress,
  SyncReport,
  SyncWebinarAnswer,
  SyncWebinarParameters,
} from '../../src/app/extensions/contract/sync.ts';
import { driveSteps, missingReport, stalledStepsMaximum, type Failure } from './drive-steps.ts';

/** How the sync of one webinar ended. */
export type WebinarOutcome =
  | { readonly kind: 'finished'; readonly report: SyncReport; readonly stepCount: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly stepCount: number };

export interface WebinarRequest {
  readonly webinarId: string;
  readonly connection: string | null;
  readonly isDryRun: boolean;
  /** Only this person of the webinar. */
  readonly address?: string;
}

/** One step of `sync_webinar`, or of `sync_person` where there is an address. */
export type WebinarStepParameters = SyncWebinarParameters | SyncPersonParameters;

export interface WebinarDriver {
  step(parameters: WebinarStepParameters): Promise<CallAnswer<SyncWebinarAnswer>>;
  wait(seconds: number): Promise<void>;
  onProgress(progress: SyncProgress, waitSeconds: number): void;
  onRetry(failure: Failure, waitSeconds: number): void;
}

const operation = 'sync webinar';

/** Calls `sync_webinar` or `sync_person` until it is done. */
export async function driveWebinar(request: WebinarRequest, driver: WebinarDriver): Promise<WebinarOutcome> {
  const constant = toConstant(request);
  const outcome = await driveSteps<SyncWebinarAnswer>({
    operation,
    step: (before) =>
      driver.step({
        ...constant,
        ...(before === null ? {} : { runId: before.runId }),
        ...(before?.resume === undefined ? {} : { resume: before.resume }),
      }),
    stateOf: ({ progress, resume }) => [progress, resume],
    stalledStepsMax: stalledStepsMaximum,
    wait: (seconds) => driver.wait(seconds),
    onAnswer({ done, progress, retryAfterSeconds }) {
      if (!done) driver.onProgress(progress, retryAfterSeconds);
    },
    onRetry: (failure, waitSeconds) => driver.onRetry(failure, waitSeconds),
  });
  if (outcome.kind === 'failed') return outcome;
  const { report } = outcome.answer;
  const { stepCount } = outcome;
  return report === undefined
    ? { kind: 'failed', failure: missingReport(operation), stepCount }
    : { kind: 'finished', report, stepCount };
}

function toConstant({ webinarId, connection, isDryRun, address }: WebinarRequest): WebinarStepParameters {
  const where = { webinarId, ...(connection === null ? {} : { connection }) };
  if (address !== undefined) return { ...where, address };
  return { ...where, trigger: 'terminal', ...(isDryRun ? { dryRun: true } : {}) };
}
