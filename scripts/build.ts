import { bundleUi, readUiEntries } from './bundling/bundle-ui.ts';
import { printSizes } from './bundling/print-sizes.ts';
import { buildProjectBundles } from './bundling/project-bundles.ts';
import { appDir, uiDistDir } from './project/paths.ts';
import { runCommand } from './terminal/run-command.ts';

/** `npm run build`: the bundles of functions, card and pages, with their sizes. */
await runCommand(async ({ print }) => {
  printSizes(await buildProjectBundles(), print);
  printSizes(await bundleUi(readUiEntries(appDir), uiDistDir), print);
});
