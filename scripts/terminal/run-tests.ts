import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { repositoryRoot } from '../project/paths.ts';
import { runTool, tools } from './run-tool.ts';

export interface TestRun {
  readonly exitCode: number;
  readonly passedCount: number;
  readonly failedCount: number;
  readonly skippedCount: number;
}

const resultsSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
});

/**
 * Runs vitest once, with its usual output, and counts.
 *
 * @param name - of the report, `build/reports/<name>.json`
 */
export async function runTests(name: string, args: readonly string[]): Promise<TestRun> {
  const reportPath = join(repositoryRoot, 'build', 'reports', `${name}.json`);
  mkdirSync(dirname(reportPath), { recursive: true });
  // The report of an earlier run must not speak for this one.
  rmSync(reportPath, { force: true });
  const exitCode = await runTool(tools.vitest, [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportPath}`,
    ...args,
  ]);
  const results = resultsSchema.parse(JSON.parse(readFileSync(reportPath, 'utf8')));
  return {
    exitCode,
    passedCount: results.numPassedTests,
    // A file that cannot even be loaded has no failed test, but it failed.
    failedCount: exitCode === 0 ? results.numFailedTests : Math.max(1, results.numFailedTests),
    skippedCount: results.numPendingTests,
  };
}
