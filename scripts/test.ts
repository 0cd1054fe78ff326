import { ensureProjectBundles } from './bundling/project-bundles.ts';
import { runCommand } from './terminal/run-command.ts';
import { runTool, tools } from './terminal/run-tool.ts';

/** `npm test`: everything but browser and bench, on fresh bundles. Arguments go to vitest. */
await runCommand(async ({ argv, note }) => {
  if (await ensureProjectBundles()) note('The functions were built.');
  return runTool(tools.vitest, ['run', ...argv]);
});
