import { bundleUi, readUiEntries } from './bundling/bundle-ui.ts';
import { buildProjectBundles } from './bundling/project-bundles.ts';
import { environmentFile, startDemoMachine } from './demo/demo-machine.ts';
import { describeFreshPreview, describePreview } from './demo/guide.ts';
import { renderDemo } from './demo/render-demo.ts';
import { runDemo } from './demo/run-demo.ts';
import { parseStartArguments } from './demo/start-arguments.ts';
import { openPreview } from './preview/open-preview.ts';
import { appDir, uiDistDir } from './project/paths.ts';
import { describeStandIns } from './stand-ins/guide.ts';
import { useZoomLever } from './stand-ins/use-lever.ts';
import { terminalWords } from './sync/terminal-words.ts';
import { createSyncTools } from './sync/sync-tools.ts';
import { closeOnSignal } from './terminal/close-on-signal.ts';
import { exitCodes, runCommand } from './terminal/run-command.ts';

/** `npm start`: the whole product on one machine, against emulators with a demo company. */
await runCommand(async ({ argv, print, note }) => {
  const { port, isFresh, endsAfterSyncs, isJson } = parseStartArguments(argv);
  const functions = await buildProjectBundles();
  const uiEntries = await bundleUi(readUiEntries(appDir), uiDistDir);
  note(`Built ${functions.length} functions and ${uiEntries.length} UI entries.`);
  note('Starting emulators of Zoom and HubSpot with a demo company…');

  const machine = await startDemoMachine();
  const { standIns, runner, clockOffsetMs, advance, runSchedule, calls } = machine;
  const outsideWorld = { zoomUrl: standIns.zoom.url, hubSpotUrl: standIns.hubSpot.url, advance, runSchedule, calls };
  let close = machine.close;
  let exitCode: number | null = null;
  closeOnSignal(
    () => close(),
    () => exitCode,
  );
  note(`Zoom is emulated at ${standIns.zoom.url}, HubSpot at ${standIns.hubSpot.url}.`);
  let previewUrl: string | null = null;
  if (!endsAfterSyncs) {
    const preview = await openPreview({ port, runner, env: standIns.env, clockOffsetMs, outsideWorld }).catch(
      async (error: unknown) => {
        await machine.close();
        throw error;
      },
    );
    close = async () => {
      await preview.close();
      await machine.close();
    };
    previewUrl = preview.url;
    if (isFresh) {
      await machine.openDoors();
      for (const line of [...describeFreshPreview(preview.url), '', 'Press Ctrl+C to stop.']) print(line);
      return exitCodes.ok;
    }
    note(`The preview is at ${preview.url} already; contacts and webinars arrive there as they are synced.`);
  }

  const outcome = await runDemo({
    ...createSyncTools(runner),
    connectionNames: standIns.connectionNames,
    deleteWebinar: (webinarId) => useZoomLever(standIns, 'delete-webinar', { webinar_id: webinarId }),
    note,
  });
  const { summary, later, ...others } = outcome;
  const isOk = summary.ok && later.every((step) => step.summary.ok);
  exitCode = isOk ? exitCodes.ok : exitCodes.failed;
  if (!endsAfterSyncs) await machine.openDoors();
  if (isJson) {
    const urls = { zoom: standIns.zoom.url, hubspot: standIns.hubSpot.url };
    const preview = previewUrl === null ? {} : { preview: previewUrl };
    print(JSON.stringify({ ...summary, ok: isOk, ...others, later, standIns: urls, ...preview }));
  } else {
    for (const line of renderDemo(outcome, terminalWords)) print(line);
  }

  if (endsAfterSyncs) await close();
  else if (!isJson && previewUrl !== null) {
    const guide = ['', ...describeStandIns(standIns, environmentFile), '', ...describePreview(previewUrl)];
    for (const line of guide) print(line);
  }
  return exitCode;
});
