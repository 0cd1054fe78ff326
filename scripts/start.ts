import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleUi, readUiEntries } from './bundling/bundle-ui.ts';
import { buildProjectBundles } from './bundling/project-bundles.ts';
import { createDemoWorld } from './demo/demo-world.ts';
import { createFunctionRunner } from './function-runner/function-runner.ts';
import { appDir, functionsDir, functionsDistDir, repositoryRoot, uiDistDir } from './project/paths.ts';
import { describeStandIns, writeEnvironmentFile } from './stand-ins/guide.ts';
import { startStandIns } from './stand-ins/start-stand-ins.ts';
import { readSyncEnvironment } from './sync/sync-environment.ts';
import { mergeSummaries, type SyncSummary } from './sync/sync-summary.ts';
import { createTerminalFormats, renderSummary } from './sync/sync-table.ts';
import { syncWebinars } from './sync/sync-webinars.ts';
import { closeOnSignal } from './terminal/close-on-signal.ts';
import { parseFlags } from './terminal/parse-flags.ts';
import { createProgressDisplay } from './terminal/progress.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';

const usage = `Usage: npm start [-- [--once] [--json]]

  --once  end after the sync instead of keeping the emulators running
  --json  one JSON document on stdout instead of the table`;

const environmentFile = 'build/demo.env';

/** `npm start`: the whole product on one machine, against emulators with a demo company. */
await runCommand(async ({ argv, print, note }) => {
  const flags = parseFlags(argv, { once: { type: 'boolean' }, json: { type: 'boolean' } }, usage);
  const functions = await buildProjectBundles();
  const uiEntries = await bundleUi(readUiEntries(appDir), uiDistDir);
  note(`Built ${functions.length} functions and ${uiEntries.length} UI entries.`);
  note('Starting emulators of Zoom and HubSpot with a demo company…');

  const standIns = await startStandIns({ seed: createDemoWorld(Date.now()) });
  const runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    ...readSyncEnvironment({ ...standIns.env }),
  });
  const close = async (): Promise<void> => {
    await runner.close();
    await standIns.close();
  };
  let exitCode: number | null = null;
  closeOnSignal(close, () => exitCode);
  writeEnvironmentFile(join(repositoryRoot, environmentFile), { ...standIns.env });
  note(`Zoom is emulated at ${standIns.zoom.url}, HubSpot at ${standIns.hubSpot.url}.`);

  const summaries: SyncSummary[] = [];
  for (const connection of standIns.connectionNames) {
    note(`Syncing the past webinars of the Zoom account ${connection}.`);
    summaries.push(
      await syncWebinars(
        { selection: { kind: 'all' }, connection, isDryRun: false },
        {
          runner,
          progress: createProgressDisplay(process.stderr),
          wait: (seconds) => sleep(seconds * 1000),
          nowMs: () => performance.now(),
        },
      ),
    );
  }
  const summary = mergeSummaries(summaries);
  exitCode = summary.ok ? exitCodes.ok : exitCodes.failed;
  if (flags.json === true) {
    print(JSON.stringify({ ...summary, standIns: { zoom: standIns.zoom.url, hubspot: standIns.hubSpot.url } }));
  } else {
    for (const line of renderSummary(summary, createTerminalFormats())) print(line);
  }

  if (flags.once === true) await close();
  else if (flags.json !== true) for (const line of ['', ...describeStandIns(standIns, environmentFile)]) print(line);
  return exitCode;
});
