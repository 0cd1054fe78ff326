import { printSizes } from './bundling/print-sizes.ts';
import { buildProjectBundles } from './bundling/project-bundles.ts';
import { runCommand } from './terminal/run-command.ts';

/** `npm run build:functions`: the bundles that HubSpot runs, with their sizes. */
await runCommand(async ({ print }) => printSizes(await buildProjectBundles(), print));
