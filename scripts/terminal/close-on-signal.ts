import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Closes what is open and ends the process when it is told to stop. Ctrl-C arrives twice when a wrapper passes it on: only the
 * first counts.
 *
 * @param exitCode - asked when the signal comes; null is the shell's convention for a process that a signal ended
 */
export function closeOnSignal(close: () => Promise<void>, exitCode: () => number | null = () => null): void {
  let isClosing = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (isClosing) return;
      isClosing = true;
      const code = exitCode() ?? 128 + constants.signals[signal];
      close().then(
        () => process.exit(code),
        () => process.exit(1),
      );
    });
  }
}
