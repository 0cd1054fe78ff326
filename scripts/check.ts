import { ensureProjectBundles } from './bundling/project-bundles.ts';
import { parseFlags } from './terminal/parse-flags.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';
import { runTests } from './terminal/run-tests.ts';
import { runTool, tools } from './terminal/run-tool.ts';

interface Counts {
  readonly passedCount: number;
  readonly failedCount: number;
}

interface CheckStep {
  readonly name: string;
  run(): Promise<Counts>;
}

const usage = 'Usage: npm run check -- [--without-tests]';

const runAsOne = async (file: string, args: readonly string[]): Promise<Counts> =>
  (await runTool(file, args)) === 0 ? { passedCount: 1, failedCount: 0 } : { passedCount: 0, failedCount: 1 };

const steps: readonly CheckStep[] = [
  { name: 'format', run: () => runAsOne(tools.prettier, ['--check', '--log-level', 'warn', '.']) },
  { name: 'lint', run: () => runAsOne(tools.eslint, ['.', '--max-warnings', '0']) },
  { name: 'types', run: () => runAsOne(tools.typescript, ['-p', '.']) },
  { name: 'types of the preview', run: () => runAsOne(tools.typescript, ['-p', 'preview']) },
  { name: 'types of the browser tests', run: () => runAsOne(tools.typescript, ['-p', 'tests/browser']) },
  {
    name: 'tests',
    async run() {
      await ensureProjectBundles();
      return runTests('tests', []);
    },
  },
];

/**
 * `npm run check`: format, lint, types, tests (not with `--without-tests`). Every step runs, so that one run shows everything that is wrong. The last line
 * counts the tests, and each of the other steps as one.
 */
await runCommand(async ({ argv, note, print }) => {
  const flags = parseFlags(argv, { 'without-tests': { type: 'boolean', default: false } }, usage);
  let passedCount = 0;
  let failedCount = 0;
  for (const { name, run } of steps) {
    if (name === 'tests' && flags['without-tests']) continue;
    const startedAt = performance.now();
    const counts = await run();
    passedCount += counts.passedCount;
    failedCount += counts.failedCount;
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    note(`${counts.failedCount === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  }
  print(`${passedCount} passed, ${failedCount} failed`);
  return failedCount === 0 ? exitCodes.ok : exitCodes.failed;
});
