import { bundleUi, readUiEntries } from './bundling/bundle-ui.ts';
import { buildProjectBundles } from './bundling/project-bundles.ts';
import { chooseProfile, listProfiles } from './project/hubspot-profiles.ts';
import { appDir, uiDistDir } from './project/paths.ts';
import { runCommand, UsageError } from './terminal/run-command.ts';
import { runTool, tools } from './terminal/run-tool.ts';

/**
 * `npm run validate` and `npm run upload`: builds, then hands over to HubSpot's own CLI. The UI is built by HubSpot after the
 * upload; building it here first finds what would fail there. The profile holds what is different in each account.
 */
await runCommand(async ({ argv, note }) => {
  const [action, ...rest] = argv;
  if (action !== 'validate' && action !== 'upload') {
    throw new UsageError('Usage: npm run validate [-- flags of hs], npm run upload [-- flags of hs]');
  }
  const profile = chooseProfile(rest, listProfiles());
  const functions = await buildProjectBundles();
  const entries = await bundleUi(readUiEntries(appDir), uiDistDir);
  note(`Built ${functions.length} functions and ${entries.length} UI entries.`);
  return runTool(tools.hubspot, ['project', action, ...profile, ...rest]);
});
