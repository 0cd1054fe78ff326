import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeTally } from '../tests/model/describe-tally.ts';
import { addTallies, emptyTally, renderTally, type Tally } from '../tests/model/tally.ts';
import { publishSection } from './documents/publish-section.ts';
import { repositoryRoot } from './project/paths.ts';
import { parseFlags, parseWholeNumber } from './terminal/parse-flags.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';
import { runTool, tools } from './terminal/run-tool.ts';

const usage = `Usage: npm run test:model [-- --runs N] [--seed N] [--publish]

  --runs N     how many schedules; 1000 unless it is said
  --seed N     the first seed; the others follow it
  --publish    writes the section "Random histories" of docs/reliability.md, if no promise was broken`;

const processCount = 2;

/** Two processes take the halves of the seeds; their figures come back as files. */
async function runShard(index: number, firstSeed: number, runs: number): Promise<Tally | null> {
  const tallyPath = join(repositoryRoot, 'build', 'reports', `model-${index}.json`);
  rmSync(tallyPath, { force: true });
  if (runs === 0) return emptyTally;
  const environment = { MODEL_FIRST_SEED: String(firstSeed), MODEL_RUNS: String(runs), MODEL_TALLY: tallyPath };
  const args = ['run', 'tests/model/histories.test.ts', '--testNamePattern', 'whatever happens'];
  await runTool(tools.vitest, args, { ...process.env, ...environment });
  return existsSync(tallyPath) ? (JSON.parse(readFileSync(tallyPath, 'utf8')) as Tally) : null;
}

/** `npm run test:model`: schedules drawn by chance, about fifteen minutes for a thousand on two cores. */
await runCommand(async ({ argv, print, note }) => {
  const flags = parseFlags(
    argv,
    { runs: { type: 'string' }, seed: { type: 'string' }, publish: { type: 'boolean' } },
    usage,
  );
  const runs = parseWholeNumber('runs', flags.runs, { minimum: 1, maximum: 1_000_000 }) ?? 1_000;
  const firstSeed = parseWholeNumber('seed', flags.seed, { minimum: 1, maximum: 1_000_000_000 }) ?? 1;
  const shardRuns = Math.ceil(runs / processCount);
  const shards = await Promise.all(
    Array.from({ length: processCount }, (_, index) => {
      const before = index * shardRuns;
      return runShard(index, firstSeed + before, Math.max(0, Math.min(shardRuns, runs - before)));
    }),
  );
  const tallies = shards.filter((tally) => tally !== null);
  const tally = tallies.reduce(addTallies, emptyTally);
  for (const line of renderTally(tally)) print(line);
  if (tallies.length < shards.length) note('A process ended without figures.');
  if (tally.runs < runs || tally.failedSeeds.length > 0) return exitCodes.failed;
  if (flags.publish === true) {
    await publishSection('docs/reliability.md', 'model', describeTally(tally, { firstSeed }));
  }
  return exitCodes.ok;
});
