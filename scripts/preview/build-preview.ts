import { ensureHost } from '../../preview/server/build-host.ts';
import { bundleUi, readUiEntries } from '../bundling/bundle-ui.ts';
import { ensureProjectBundles } from '../bundling/project-bundles.ts';
import { appDir, previewHostDir, uiDistDir } from '../project/paths.ts';

/** Builds all that a preview shows: functions and page when they are stale, card and settings page in any case. */
export async function buildPreview(): Promise<void> {
  await ensureProjectBundles();
  await bundleUi(readUiEntries(appDir), uiDistDir);
  await ensureHost(previewHostDir);
}
