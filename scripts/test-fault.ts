import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { columnNames } from '../tests/fault/faults.ts';
import { countOutcomes, describeMatrix, readMatrix } from '../tests/fault/published-matrix.ts';
import type { CellRecord } from '../tests/fault/cell-record.ts';
import { publishSection } from './documents/publish-section.ts';
import { repositoryRoot } from './project/paths.ts';
import { parseFlags } from './terminal/parse-flags.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';
import { runTool, tools } from './terminal/run-tool.ts';

const usage = `Usage: npm run test:fault [-- --publish] [--cells-only]

  --cells-only   the matrix without killed processes
  --publish      writes the section "Faults" of docs/reliability.md from what this run has shown`;

const recordsDirectory = join(repositoryRoot, 'build', 'reports', 'fault-cells');
const matrixFiles = ['tests/fault/faulty-'];
const killFiles = ['tests/fault/kill', 'tests/fault/chance', 'tests/contract/sweep-kill'];

/** `npm run test:fault`: every step of the way under every fault, and killed at every call. */
await runCommand(async ({ argv, print, note }) => {
  const flags = parseFlags(argv, { publish: { type: 'boolean' }, 'cells-only': { type: 'boolean' } }, usage);
  // The records of an earlier run must not speak for this one.
  rmSync(recordsDirectory, { recursive: true, force: true });
  mkdirSync(recordsDirectory, { recursive: true });
  const files = flags['cells-only'] === true ? matrixFiles : [...matrixFiles, ...killFiles];
  const environment = { ...process.env, FAULT_EXTENT: 'every', FAULT_RECORDS: recordsDirectory };
  const args = ['run', '--project', 'sync', '--testTimeout', '120000', ...files];
  const exitCode = await runTool(tools.vitest, args, environment);

  const records = readdirSync(recordsDirectory).flatMap((name) =>
    readFileSync(join(recordsDirectory, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as CellRecord),
  );
  const matrix = readMatrix(records, columnNames);
  const { testedCount, failedCount, notRunCount, testCount } = countOutcomes(matrix);
  print(`${testedCount} cells shown by ${testCount} tests, ${failedCount} failed, ${notRunCount} did not run`);
  if (flags.publish === true) {
    await publishSection('docs/reliability.md', 'faults', describeMatrix(matrix));
    note('docs/reliability.md was written.');
  }
  return exitCode === 0 && failedCount + notRunCount === 0 ? exitCodes.ok : exitCodes.failed;
});
