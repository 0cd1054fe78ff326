import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHubSpotEmulator } from '../../../emulators/hubspot/index.ts';
import { startPreviewServer } from '../../../preview/server/preview-server.ts';
import { bundleUi, readUiEntries } from '../../../scripts/bundling/bundle-ui.ts';
import { createFunctionRunner } from '../../../scripts/function-runner/function-runner.ts';
import { functionsDir, functionsDistDir, previewHostDir } from '../../../scripts/project/paths.ts';

const token = 'pat-gallery';
export const galleryContactId = '101';

/** Builds the gallery as HubSpot's cloud would, and opens the preview of it. Needs the preview's page to be built. */
export async function openGallery() {
  const bundlesDir = mkdtempSync(join(tmpdir(), 'gallery-'));
  await bundleUi(readUiEntries(import.meta.dirname), bundlesDir);
  const hubSpot = await startHubSpotEmulator({
    seed: {
      account: { token },
      contacts: [{ id: galleryContactId, properties: { email: 'ann@example.com', firstname: 'Ann' } }],
    },
  });
  const runner = createFunctionRunner({ distDir: functionsDistDir, functionsDir });
  const preview = await startPreviewServer({
    port: 0,
    appDir: import.meta.dirname,
    bundlesDir,
    hostDir: previewHostDir,
    runner,
    hubSpot: { baseUrl: hubSpot.url, accessToken: token },
  });
  return {
    url: preview.url,
    async close() {
      await preview.close();
      await runner.close();
      await hubSpot.close();
      rmSync(bundlesDir, { recursive: true });
    },
  };
}
