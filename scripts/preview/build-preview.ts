import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureHost } from '../../preview/server/build-host.ts';
import { readExtensions } from '../../preview/server/extensions.ts';
import { bundleUi, readUiEntries } from '../bundling/bundle-ui.ts';
import { ensureProjectBundles } from '../bundling/project-bundles.ts';
import { newestChangeMs } from '../project/newest-change.ts';
import { appDir, previewHostDir, repositoryRoot, uiDistDir } from '../project/paths.ts';

/** What card and pages are made of. */
const uiSources: readonly string[] = [
  ...['extensions', 'cards', 'settings', 'pages'].map((name) => join(appDir, name)),
  join(repositoryRoot, 'package-lock.json'),
  join(repositoryRoot, 'scripts', 'bundling', 'bundle-ui.ts'),
];

/** Builds what a preview shows, as far as it changed since the last time: functions, card and pages, the preview's page. */
export async function buildPreview(): Promise<void> {
  await ensureProjectBundles();
  if (isUiStale()) await bundleUi(readUiEntries(appDir), uiDistDir);
  await ensureHost(previewHostDir);
}

function isUiStale(): boolean {
  const builtAtMs = readExtensions({ appDir, bundlesDir: uiDistDir }).map(
    ({ bundlePath }) => statSync(bundlePath, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.min(...builtAtMs) <= Math.max(...uiSources.map(newestChangeMs));
}
