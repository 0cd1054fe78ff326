import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../project/paths.ts';

/**
 * Runs a JavaScript file of the project with the project's Node, in its root folder, with this terminal.
 *
 * @param file - relative to the root
 * @returns the exit code; 128 + n when signal n ended it
 */
export async function runTool(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const child = spawn(process.execPath, [join(repositoryRoot, file), ...args], {
    cwd: repositoryRoot,
    env,
    stdio: 'inherit',
  });
  // Ctrl-C reaches the child by itself; this process waits for its end. A signal to this process alone is passed on.
  const onInterrupt = (): void => {};
  const onTerminate = (): void => void child.kill('SIGTERM');
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
  }
}

/** Where the tools of the project start. */
export const tools = {
  vitest: 'node_modules/vitest/vitest.mjs',
  eslint: 'node_modules/eslint/bin/eslint.js',
  prettier: 'node_modules/prettier/bin/prettier.cjs',
  typescript: 'node_modules/typescript/bin/tsc',
  hubspot: 'node_modules/@hubspot/cli/bin/hs.js',
} as const;
