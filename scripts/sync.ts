import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ensureProjectBundles } from './bundling/project-bundles.ts';
import { createFunctionRunner } from './function-runner/function-runner.ts';
import { functionsDir, functionsDistDir, repositoryRoot } from './project/paths.ts';
import { parseSyncArguments } from './sync/sync-arguments.ts';
import { loadEnvironmentFile, readSyncEnvironment } from './sync/sync-environment.ts';
import { createTerminalFormats, renderSummary } from './sync/sync-table.ts';
import { syncWebinars } from './sync/sync-webinars.ts';
import { closeOnSignal } from './terminal/close-on-signal.ts';
import { createProgressDisplay } from './terminal/progress.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';

/** `npm run sync`: the functions that HubSpot would run, driven from a terminal. */
await runCommand(async ({ argv, print, note }) => {
  const { wantsJson, ...request } = parseSyncArguments(argv);
  loadEnvironmentFile(join(repositoryRoot, '.env'));
  const environment = readSyncEnvironment(process.env);
  if (await ensureProjectBundles()) note('The functions were built.');

  const runner = createFunctionRunner({ distDir: functionsDistDir, functionsDir, ...environment });
  closeOnSignal(() => runner.close());
  try {
    const summary = await syncWebinars(request, {
      runner,
      progress: createProgressDisplay(process.stderr),
      wait: (seconds) => sleep(seconds * 1000),
      nowMs: () => performance.now(),
    });
    if (wantsJson) print(JSON.stringify(summary));
    else for (const line of renderSummary(summary, createTerminalFormats())) print(line);
    return summary.ok ? exitCodes.ok : exitCodes.failed;
  } finally {
    await runner.close();
  }
});
