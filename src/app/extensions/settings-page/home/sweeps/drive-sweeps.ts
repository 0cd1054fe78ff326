import type { RunSweepAnswer, RunSweepParameters, SweepReport } from '../../../contract/sweep.ts';
import type { CallProblem, CallResult } from '../../../shared/call-function.ts';
import { secondsBeforeRetry } from './seconds-before-retry.ts';

export type SweepMode = NonNullable<RunSweepParameters['mode']>;

/** The sweep of one Zoom account. */
export interface SweepOrder {
  readonly connection: string;
  readonly mode: SweepMode;
  /** Of a sweep to go on with; null to begin, or to go on with whatever is open. */
  readonly sweepId: string | null;
}

export type SweepEvent =
  | { readonly kind: 'begun'; readonly connection: string }
  | { readonly kind: 'progressed'; readonly connection: string; readonly answer: RunSweepAnswer }
  /** The step is called again after the wait. */
  | {
      readonly kind: 'retrying';
      readonly connection: string;
      readonly problem: CallProblem;
      readonly waitSeconds: number;
    }
  | {
      readonly kind: 'finished';
      readonly connection: string;
      readonly answer: RunSweepAnswer;
      readonly report: SweepReport;
    }
  | { readonly kind: 'failed'; readonly connection: string; readonly problem: CallProblem }
  /** The last event: nothing is called any more. */
  | { readonly kind: 'stopped' };

export interface SweepDriver {
  readonly step: (parameters: RunSweepParameters) => Promise<CallResult<RunSweepAnswer>>;
  /** Resolves after the time, or as soon as the signal aborts. */
  readonly pause: (seconds: number, signal: AbortSignal) => Promise<void>;
  readonly onEvent: (event: SweepEvent) => void;
}

export interface SweepSignals {
  /** The step at work is waited for and its outcome reported; no other begins. */
  readonly pausing: AbortSignal;
  /** Nobody listens any more. */
  readonly leaving: AbortSignal;
}

/** Sweeps one account after the other. One that fails does not keep the next from its turn. */
export async function driveSweeps(
  orders: readonly SweepOrder[],
  driver: SweepDriver,
  signals: SweepSignals,
): Promise<void> {
  for (const order of orders) {
    if (signals.pausing.aborted || signals.leaving.aborted) break;
    driver.onEvent({ kind: 'begun', connection: order.connection });
    await driveSweep(order, driver, signals);
  }
  if (!signals.leaving.aborted) driver.onEvent({ kind: 'stopped' });
}

async function driveSweep(
  { connection, mode, sweepId: begunId }: SweepOrder,
  driver: SweepDriver,
  { pausing, leaving }: SweepSignals,
): Promise<void> {
  let sweepId = begunId;
  let triesOfThisStep = 0;
  const stopsWaiting = AbortSignal.any([pausing, leaving]);
  while (!stopsWaiting.aborted) {
    const result = await driver.step({ connection, mode, ...(sweepId === null ? {} : { sweepId }) });
    if (leaving.aborted) return;
    if (result.kind === 'problem') {
      const { problem } = result;
      triesOfThisStep += 1;
      const waitSeconds = secondsBeforeRetry(problem, triesOfThisStep);
      if (waitSeconds === null) {
        driver.onEvent({ kind: 'failed', connection, problem });
        return;
      }
      driver.onEvent({ kind: 'retrying', connection, problem, waitSeconds });
      await driver.pause(waitSeconds, stopsWaiting);
      continue;
    }
    triesOfThisStep = 0;
    const { answer } = result;
    if (answer.done) {
      driver.onEvent(toLastEvent(connection, answer));
      return;
    }
    driver.onEvent({ kind: 'progressed', connection, answer });
    sweepId = answer.sweepId;
    if (answer.retryAfterSeconds > 0) await driver.pause(answer.retryAfterSeconds, stopsWaiting);
  }
}

function toLastEvent(connection: string, answer: RunSweepAnswer): SweepEvent {
  const { report } = answer;
  return report === undefined
    ? { kind: 'failed', connection, problem: { kind: 'unreadable-answer' } }
    : { kind: 'finished', connection, answer, report };
}
