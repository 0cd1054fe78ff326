import type { FailureKind } from '../../../contract/failure.ts';
import type { CallProblem } from '../../../shared/call-function.ts';

/** Tries of one step; only what passes by itself is tried again. */
const stepTriesMax = 3;
/** Whoever asks for a longer wait is believed, and the work is left for later. */
const waitMaxSeconds = 300;

const passingKinds: ReadonlySet<FailureKind> = new Set([
  'rate-limited',
  'unavailable',
  'timeout',
  'answer-lost',
  'deadline',
]);

/**
 * How long to wait before the same step is called again: steps resume where the one before stopped, so one whose answer
 * was lost costs nothing.
 *
 * @returns null when waiting would not help
 */
export function secondsBeforeRetry(problem: CallProblem, triesSoFar: number): number | null {
  if (triesSoFar >= stepTriesMax) return null;
  switch (problem.kind) {
    case 'unreadable-answer':
      return null;
    case 'no-answer':
      return 2 ** triesSoFar;
    case 'failure': {
      const { kind, retryAfterSeconds } = problem.failure;
      if (!passingKinds.has(kind)) return null;
      const waitSeconds = retryAfterSeconds ?? 2 ** triesSoFar;
      return waitSeconds > waitMaxSeconds ? null : waitSeconds;
    }
  }
}
