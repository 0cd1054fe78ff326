import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { MonthSize } from '../tests/soak/agenda.ts';
import { describeMonth, renderMonth, type MonthReport } from '../tests/soak/render-month.ts';
import { describeInterleavings } from '../tests/soak/render-interleavings.ts';
import { publishSection } from './documents/publish-section.ts';
import { repositoryRoot } from './project/paths.ts';
import { parseFlags, parseWholeNumber } from './terminal/parse-flags.ts';
import { exitCodes, runCommand, type Terminal } from './terminal/run-command.ts';
import { runTests } from './terminal/run-tests.ts';

const usage = `Usage: npm run test:soak [-- --webinars N --days N] [--interleavings N] [--publish]

  --webinars N       how many webinars the month has; 200 when absent
  --days N           how many days it has, 5 at least; 30 when absent
  --interleavings N  instead of the month: so many orders of everything that may run at the same time
  --publish          writes the section of docs/reliability.md, if everything was as it should be`;

const factsSchema = z.record(z.string(), z.int());

const document = 'docs/reliability.md';
const reportOf = (name: string): string => {
  const path = join(repositoryRoot, 'build', 'reports', name);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
};

/** `npm run test:soak`: a month of 200 webinars on the stand-ins' time, about eight minutes. */
await runCommand(async (terminal) => {
  const flags = parseFlags(
    terminal.argv,
    {
      publish: { type: 'boolean' },
      interleavings: { type: 'string' },
      webinars: { type: 'string' },
      days: { type: 'string' },
    },
    usage,
  );
  const webinarCount = parseWholeNumber('webinars', flags.webinars, { minimum: 1, maximum: 1_000 });
  const dayCount = parseWholeNumber('days', flags.days, { minimum: 5, maximum: 60 });
  const interleavings = parseWholeNumber('interleavings', flags.interleavings, { minimum: 1, maximum: 10_000 });
  const mustPublish = flags.publish === true;
  if (interleavings !== undefined) return runInterleavings(terminal, interleavings, mustPublish);
  const size = {
    ...(webinarCount === undefined ? {} : { webinarCount }),
    ...(dayCount === undefined ? {} : { dayCount }),
  };
  return runMonth(terminal, size, mustPublish);
});

async function runMonth({ print }: Terminal, size: Partial<MonthSize>, mustPublish: boolean): Promise<number> {
  const path = reportOf('month.json');
  process.env['MONTH_REPORT'] = path;
  process.env['MONTH_SIZE'] = JSON.stringify(size);
  const { exitCode } = await runTests('soak', ['--config', 'tests/soak/vitest.config.ts']);
  if (!existsSync(path)) return exitCodes.failed;
  const report = JSON.parse(readFileSync(path, 'utf8')) as MonthReport;
  for (const line of renderMonth(report)) print(line);
  if (exitCode !== 0) return exitCodes.failed;
  if (mustPublish) await publishSection(document, 'soak', describeMonth(report));
  return exitCodes.ok;
}

async function runInterleavings({ print }: Terminal, count: number, mustPublish: boolean): Promise<number> {
  const path = reportOf('interleavings.jsonl');
  process.env['INTERLEAVINGS'] = String(count);
  process.env['INTERLEAVINGS_REPORT'] = path;
  const run = await runTests('interleavings', ['tests/fault/concurrent-', '--testTimeout', '120000']);
  if (!existsSync(path)) return exitCodes.failed;
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const text = describeInterleavings(
    lines.map((line) => factsSchema.parse(JSON.parse(line))),
    run,
  );
  print(text);
  if (run.exitCode !== 0) return exitCodes.failed;
  if (mustPublish) await publishSection(document, 'concurrency', text);
  return exitCodes.ok;
}
