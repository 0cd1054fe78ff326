import { buildPreview } from './preview/build-preview.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';
import { runTests } from './terminal/run-tests.ts';

/**
 * `npm run test:browser`: what a person does in a browser, on the built functions, card and pages. A skipped test counts as
 * failed, because on a machine without a browser all of them would be skipped.
 */
await runCommand(async ({ argv, print, note }) => {
  await buildPreview();
  const run = await runTests('browser', ['--config', 'tests/browser/vitest.config.ts', ...argv]);
  if (run.skippedCount > 0) note(`${run.skippedCount} browser tests were skipped; that counts as failed.`);
  const failedCount = run.failedCount + run.skippedCount;
  print(`${run.passedCount} passed, ${failedCount} failed`);
  return run.exitCode === 0 && failedCount === 0 ? exitCodes.ok : exitCodes.failed;
});
