import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeMonth, renderMonth, type MonthReport } from '../tests/soak/render-month.ts';
import { publishSection } from './documents/publish-section.ts';
import { repositoryRoot } from './project/paths.ts';
import { parseFlags } from './terminal/parse-flags.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';
import { runTests } from './terminal/run-tests.ts';

const usage = `Usage: npm run test:soak [-- --publish]

  --publish  writes the section "A month" of docs/reliability.md, if the month was as it should be`;

const reportPath = join(repositoryRoot, 'build', 'reports', 'month.json');

/** `npm run test:soak`: a month of 200 webinars on the stand-ins' time, about eight minutes. */
await runCommand(async ({ argv, print }) => {
  const { publish } = parseFlags(argv, { publish: { type: 'boolean' } }, usage);
  mkdirSync(dirname(reportPath), { recursive: true });
  rmSync(reportPath, { force: true });
  process.env['MONTH_REPORT'] = reportPath;
  const { exitCode } = await runTests('soak', ['--config', 'tests/soak/vitest.config.ts']);
  if (!existsSync(reportPath)) return exitCodes.failed;
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as MonthReport;
  for (const line of renderMonth(report)) print(line);
  if (exitCode !== 0) return exitCodes.failed;
  if (publish === true) await publishSection('docs/reliability.md', 'soak', describeMonth(report));
  return exitCodes.ok;
});
