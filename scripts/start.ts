import { join } from 'node:path';
import { bundleUi, readUiEntries } from './bundling/bundle-ui.ts';
import { buildProjectBundles } from './bundling/project-bundles.ts';
import { createDemoWorld } from './demo/demo-world.ts';
import { renderDemo } from './demo/render-demo.ts';
import { runDemo } from './demo/run-demo.ts';
import { createFunctionRunner } from './function-runner/function-runner.ts';
import { appDir, functionsDir, functionsDistDir, repositoryRoot, uiDistDir } from './project/paths.ts';
import { describeStandIns, writeEnvironmentFile } from './stand-ins/guide.ts';
import { startStandIns } from './stand-ins/start-stand-ins.ts';
import { useZoomLever } from './stand-ins/use-lever.ts';
import { readSyncEnvironment } from './sync/sync-environment.ts';
import { createTerminalFormats } from './sync/sync-table.ts';
import { createSyncTools } from './sync/sync-tools.ts';
import { closeOnSignal } from './terminal/close-on-signal.ts';
import { parseFlags } from './terminal/parse-flags.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';

const usage = `Usage: npm start [-- [--once] [--json]]

  --once  end after the syncs instead of keeping the emulators running
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

  const outcome = await runDemo({
    ...createSyncTools(runner),
    connectionNames: standIns.connectionNames,
    deleteWebinar: (webinarId) => useZoomLever(standIns, 'delete-webinar', { webinar_id: webinarId }),
    note,
  });
  const { summary, later, ...others } = outcome;
  const isOk = summary.ok && later.every((step) => step.summary.ok);
  exitCode = isOk ? exitCodes.ok : exitCodes.failed;
  if (flags.json === true) {
    const urls = { zoom: standIns.zoom.url, hubspot: standIns.hubSpot.url };
    print(JSON.stringify({ ...summary, ok: isOk, ...others, later, standIns: urls }));
  } else {
    for (const line of renderDemo(outcome, createTerminalFormats())) print(line);
  }

  if (flags.once === true) await close();
  else if (flags.json !== true) for (const line of ['', ...describeStandIns(standIns, environmentFile)]) print(line);
  return exitCode;
});
