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

const lint: CheckStep = { name: 'lint', run: () => runAsOne(tools.eslint, ['.', '--max-warnings', '0']) };
const otherChecks: readonly CheckStep[] = [
  { name: 'format', run: () => runAsOne(tools.prettier, ['--check', '--log-level', 'warn', '.']) },
  { name: 'types', run: () => runAsOne(tools.typescript, ['-p', '.']) },
  { name: 'types of the preview', run: () => runAsOne(tools.typescript, ['-p', 'preview']) },
  { name: 'types of the browser tests', run: () => runAsOne(tools.typescript, ['-p', 'tests/browser']) },
];
const tests: CheckStep = {
  name: 'tests',
  async run() {
    await ensureProjectBundles();
    return runTests('tests', []);
  },
};

/**
 * `npm run check`: format, lint, types, tests (not with `--without-tests`). Every step runs, so that one run shows everything that is wrong. The last line
 * counts the tests, and each of the other steps as one.
 */
await runCommand(async ({ argv, note, print }) => {
  const flags = parseFlags(argv, { 'without-tests': { type: 'boolean', default: false } }, usage);
  const all = { passedCount: 0, failedCount: 0 };
  const runInOrder = async (steps: readonly CheckStep[]): Promise<void> => {
    for (const { name, run } of steps) {
      const startedAt = performance.now();
      const { passedCount, failedCount } = await run();
      all.passedCount += passedCount;
      all.failedCount += failedCount;
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      note(`${failedCount === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    }
  };
  // Linting takes as long as all the others, and a machine has two cores.
  await Promise.all([runInOrder([lint]), runInOrder(otherChecks)]);
  if (!flags['without-tests']) await runInOrder([tests]);
  print(`${all.passedCount} passed, ${all.failedCount} failed`);
  return all.failedCount === 0 ? exitCodes.ok : exitCodes.failed;
});
