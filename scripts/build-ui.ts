import { bundleUi, readUiEntries } from './bundling/bundle-ui.ts';
import { printSizes } from './bundling/print-sizes.ts';
import { appDir, uiDistDir } from './project/paths.ts';
import { runCommand } from './terminal/run-command.ts';

/** `npm run build:ui`: the card and the pages, built by HubSpot's builder into `build/ui/<uid>/`. */
await runCommand(async ({ print }) => printSizes(await bundleUi(readUiEntries(appDir), uiDistDir), print));
