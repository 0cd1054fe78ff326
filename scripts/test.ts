import { ensureProjectBundles } from './bundling/project-bundles.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';
import { runTests } from './terminal/run-tests.ts';

/** `npm test`: everything but browser and bench, on fresh bundles. Arguments go to vitest. The last line counts the tests. */
await runCommand(async ({ argv, note, print }) => {
  if (await ensureProjectBundles()) note('The functions were built.');
  const { exitCode, passedCount, failedCount, skippedCount } = await runTests('tests', argv);
  const skipped = skippedCount === 0 ? '' : `, ${skippedCount} skipped`;
  print(`${passedCount} passed, ${failedCount} failed${skipped}`);
  return exitCode === 0 ? exitCodes.ok : exitCodes.failed;
});
