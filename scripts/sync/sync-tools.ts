import { setTimeout as sleep } from 'node:timers/promises';
import type { FunctionRunner } from '../function-runner/function-runner.ts';
import { createProgressDisplay, type ProgressDisplay } from '../terminal/progress.ts';

/** What a command needs to drive functions and to show how far they are. */
export interface SyncTools {
  readonly runner: FunctionRunner;
  readonly progress: ProgressDisplay;
  wait(seconds: number): Promise<void>;
  nowMs(): number;
}

/** For a terminal: real time, progress on stderr. */
export const createSyncTools = (runner: FunctionRunner): SyncTools => ({
  runner,
  progress: createProgressDisplay(process.stderr),
  wait: (seconds) => sleep(seconds * 1000),
  nowMs: () => performance.now(),
});
