import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { publishSection } from './documents/publish-section.ts';
import { judgedSurvivors } from './mutation/judged-survivors.ts';
import { mutationGroups } from './mutation/mutation-groups.ts';
import { repositoryRoot } from './project/paths.ts';
import { parseFlags } from './terminal/parse-flags.ts';
import { renderTable } from './terminal/render-table.ts';
import { exitCodes, runCommand, UsageError } from './terminal/run-command.ts';
import { runTool } from './terminal/run-tool.ts';

const usage = 'npm run test:mutation -- [--group <name>]… [--report] [--publish]';
const scoreLeast = 85;

const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

interface Score {
  readonly group: string;
  readonly mutantCount: number;
  readonly noticedCount: number;
  /** Of those: the tests did not end in time, because of the change or of a busy machine. */
  readonly timeoutCount: number;
}

/** @returns null for a group that was not run yet */
function readScore(group: string): Score | null {
  const path = join(repositoryRoot, 'build', 'mutation', `${group}.json`);
  if (!existsSync(path)) return null;
  const { files } = reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const valid = statuses.filter((status) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const noticed = valid.filter((status) => status === 'Killed' || status === 'Timeout');
  const timeoutCount = valid.filter((status) => status === 'Timeout').length;
  return { group, mutantCount: valid.length, noticedCount: noticed.length, timeoutCount };
}

const percent = ({ mutantCount, noticedCount }: Pick<Score, 'mutantCount' | 'noticedCount'>): string =>
  mutantCount === 0 ? '–' : ((100 * noticedCount) / mutantCount).toFixed(1);

const total = (scores: readonly Score[]): Score => ({
  group: 'all',
  mutantCount: scores.reduce((sum, { mutantCount }) => sum + mutantCount, 0),
  noticedCount: scores.reduce((sum, { noticedCount }) => sum + noticedCount, 0),
  timeoutCount: scores.reduce((sum, { timeoutCount }) => sum + timeoutCount, 0),
});

function describe(scores: readonly Score[], missing: readonly string[]): string {
  const row = (score: Score): string =>
    `| ${score.group} | ${mutationGroups[score.group]?.files.length ?? ''} | ${score.mutantCount} | ${score.mutantCount - score.noticedCount} | ${percent(score)} % | ${score.timeoutCount} |`;
  return [
    'Stryker changed every file of `domain/` and `sync/` that has rules and waits for nothing (`scripts/mutation/mutation-groups.ts`), one small change at a time; only the unit and property tests of the same files had to notice.',
    '',
    '| Files | Number | Changes | Unnoticed | Noticed | Of those, by tests that did not end |',
    '| --- | --- | --- | --- | --- | --- |',
    ...scores.map(row),
    row(total(scores)),
    '',
    ...(missing.length === 0 ? [] : [`Not measured yet: ${missing.join(', ')}.`, '']),
    ...(judgedSurvivors.length === 0 ? [] : ['What was not noticed, looked at one by one:', '']),
    ...judgedSurvivors.map(({ what, judgement }) => `- ${what}: ${judgement};`),
    '',
    'Not covered: tables and schemas that are made once when a file is loaded, files that call the vendors (fault tests look at those), and the pages.',
  ].join('\n');
}

/** `npm run test:mutation`: changes the rules in small ways, group by group; a test has to fail. What did not change since the last run is not run again. */
await runCommand(async ({ argv, print, note }) => {
  const flags = parseFlags(
    argv,
    { group: { type: 'string', multiple: true }, report: { type: 'boolean' }, publish: { type: 'boolean' } },
    usage,
  );
  const names = flags.group ?? Object.keys(mutationGroups);
  const unknown = names.find((name) => !(name in mutationGroups));
  if (unknown !== undefined) throw new UsageError(`There is no group ${unknown}.\n${usage}`);
  for (const group of flags.report === true ? [] : names) {
    note(`${group} …`);
    await runTool('node_modules/@stryker-mutator/core/bin/stryker.js', ['run'], {
      ...process.env,
      MUTATION_GROUP: group,
    });
  }
  const scores = Object.keys(mutationGroups).flatMap((group) => readScore(group) ?? []);
  const missing = Object.keys(mutationGroups).filter((name) => !scores.some(({ group }) => group === name));
  const columns = [
    { heading: 'Files', align: 'left' },
    { heading: 'Changes', align: 'right' },
    { heading: 'Noticed %', align: 'right' },
  ] as const;
  const rows = [...scores, total(scores)].map((score) => [score.group, String(score.mutantCount), percent(score)]);
  for (const line of renderTable(columns, rows)) print(line);
  if (flags.publish === true) await publishSection('docs/reliability.md', 'mutation', describe(scores, missing));
  const { mutantCount, noticedCount } = total(scores);
  return 100 * noticedCount >= scoreLeast * mutantCount && missing.length === 0 ? exitCodes.ok : exitCodes.failed;
});
