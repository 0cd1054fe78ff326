import { ensureHost } from '../../preview/server/build-host.ts';
import type { OutsideWorld } from '../../preview/server/outside/outside-world.ts';
import { startPreviewServer, type PreviewServer } from '../../preview/server/preview-server.ts';
import type { FunctionRunner } from '../function-runner/function-runner.ts';
import { appDir, previewHostDir, uiDistDir } from '../project/paths.ts';
import type { StandInEnvironment } from '../stand-ins/start-stand-ins.ts';
import { UsageError } from '../terminal/run-command.ts';

export interface PreviewOptions {
  readonly port: number;
  readonly runner: FunctionRunner;
  readonly env: Pick<StandInEnvironment, 'HUBSPOT_API_URL' | 'HUBSPOT_ACCESS_TOKEN'>;
  readonly clockOffsetMs?: () => number;
  readonly outsideWorld?: OutsideWorld;
}

/** Shows card and pages, as they are built, on an account. @throws UsageError when the port is taken */
export async function openPreview({
  port,
  runner,
  env,
  clockOffsetMs = () => 0,
  outsideWorld,
}: PreviewOptions): Promise<PreviewServer> {
  await ensureHost(previewHostDir);
  try {
    return await startPreviewServer({
      port,
      appDir,
      bundlesDir: uiDistDir,
      hostDir: previewHostDir,
      runner,
      hubSpot: { baseUrl: env.HUBSPOT_API_URL, accessToken: env.HUBSPOT_ACCESS_TOKEN },
      clockOffsetMs,
      ...(outsideWorld === undefined ? {} : { outsideWorld }),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new UsageError(`Port ${port} is taken; choose another one with --port N, or 0 for any free port.`);
    }
    throw error;
  }
}
