import { useState } from 'react';
import { finishedCallCount } from '../extension/function-call-log.ts';

export interface Act {
  /** What is being done; null: nothing. */
  readonly running: string | null;
  readonly problem: string | null;
  /** Does one thing at a time; what the page shows is read again afterwards. */
  run(name: string, work: () => Promise<void>): void;
}

/** Something that a person does on the page, with how it ended. */
export function useAct(): Act {
  const [running, setRunning] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    running,
    problem,
    run(name, work) {
      if (running !== null) return;
      setRunning(name);
      setProblem(null);
      work()
        .catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)))
        .finally(() => {
          setRunning(null);
          finishedCallCount.update((count) => count + 1);
        });
    },
  };
}
