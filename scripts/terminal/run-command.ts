/** The command line was wrong: the message says what is expected, and the command ends with exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export interface Terminal {
  /** One line on stdout: the command's result. */
  print(line: string): void;
  /** One line on stderr: what the command is doing. */
  note(line: string): void;
  readonly argv: readonly string[];
}

export const exitCodes = { ok: 0, failed: 1, usage: 2 } as const;

/**
 * Runs one command of the terminal: its answer is the exit code (nothing = 0), its errors become one sentence on stderr.
 * The process ends when nothing is left to do, so that piped output is never cut off.
 */
export async function runCommand(command: (terminal: Terminal) => Promise<number | void>): Promise<void> {
  const terminal: Terminal = {
    print: (line) => process.stdout.write(`${line}\n`),
    note: (line) => process.stderr.write(`${line}\n`),
    argv: process.argv.slice(2),
  };
  // Whoever reads the output may have seen enough (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    process.exitCode = (await command(terminal)) ?? exitCodes.ok;
  } catch (error) {
    process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.failed;
    terminal.note(error instanceof Error ? error.message : String(error));
    if (process.env['DEBUG'] !== undefined && error instanceof Error) terminal.note(error.stack ?? '');
  }
}
