import type { Time } from './time.ts';

/** The moment by which a step must have answered, on a clock that never jumps. */
export interface Deadline {
  /** Never below 0. */
  remainingMs(): number;
  hasPassed(): boolean;
  /** The same deadline, earlier by this much: the rest is kept for saving the cursor. */
  reserve(ms: number): Deadline;
}

/** @param budgetMs - from now */
export function createDeadline(time: Pick<Time, 'monotonicMs'>, budgetMs: number): Deadline {
  return endingAt(time, time.monotonicMs() + budgetMs);
}

function endingAt(time: Pick<Time, 'monotonicMs'>, endsAtMs: number): Deadline {
  const remainingMs = (): number => Math.max(0, endsAtMs - time.monotonicMs());
  return {
    remainingMs,
    hasPassed: () => remainingMs() === 0,
    reserve: (ms) => endingAt(time, endsAtMs - ms),
  };
}
