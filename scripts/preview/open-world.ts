import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPreviewServer } from '../../preview/server/preview-server.ts';
import type { WorldSeed } from '../demo/demo-world.ts';
import { createFunctionRunner, type FunctionRunnerOptions } from '../function-runner/function-runner.ts';
import { appDir, functionsDir, functionsDistDir, previewHostDir, uiDistDir } from '../project/paths.ts';
import { startDoors } from '../stand-ins/doors.ts';
import { startStandIns, type StandIns } from '../stand-ins/start-stand-ins.ts';
import { readSyncEnvironment } from '../sync/sync-environment.ts';
import type { SyncTools } from '../sync/sync-tools.ts';
import { createWorldClock } from './world-clock.ts';

/** Both vendors' stand-ins, the functions, and a preview of it all, on a time of their own. */
export interface PreviewWorld {
  readonly url: string;
  readonly standIns: StandIns;
  /** Drives functions without waiting: time passes instead. */
  readonly tools: SyncTools;
  /** Holds copies of the functions' bundles as `<uid>.js`; a changed one counts from the next call on. */
  readonly functionsDir: string;
  /** Holds copies of the UI bundles as `<uid>/<Entry>.js`; a changed one shows when the page is loaded again. */
  readonly bundlesDir: string;
  nowMs(): number;
  advance(ms: number): void;
  /** From now on HubSpot knows the app's workflow actions, and Zoom sends events. */
  openDoors(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly seed: WorldSeed;
  /** Where the world's time begins. */
  readonly startAt: number;
  readonly limits?: FunctionRunnerOptions['limits'];
}

/** Needs functions, UI and the preview's page to be built. */
export async function openWorld({ seed, startAt, limits = {} }: WorldOptions): Promise<PreviewWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'preview-world-'));
  const bundlesDir = join(folder, 'ui');
  cpSync(uiDistDir, bundlesDir, { recursive: true });
  const standIns = await startStandIns({ seed, startAt });
  const clock = createWorldClock({ folder, bundlesDir: functionsDistDir, startAt });
  const doors = await startDoors(standIns);
  const { accessToken, baseUrls } = readSyncEnvironment({ ...standIns.env });
  const runner = createFunctionRunner({
    distDir: clock.distDir,
    functionsDir,
    accessToken,
    secrets: doors.secrets,
    baseUrls,
    limits,
  });
  doors.connect(runner);
  const nowMs = (): number => Date.now() + clock.offsetMs();
  const advance = (ms: number): void => {
    clock.advance(ms);
    for (const standIn of [standIns.zoom, standIns.hubSpot]) standIn.clock.advance(ms);
  };
  const preview = await startPreviewServer({
    port: 0,
    appDir,
    bundlesDir,
    hostDir: previewHostDir,
    runner,
    hubSpot: { baseUrl: standIns.hubSpot.url, accessToken: standIns.env.HUBSPOT_ACCESS_TOKEN },
    clockOffsetMs: clock.offsetMs,
    outsideWorld: {
      zoomUrl: standIns.zoom.url,
      hubSpotUrl: standIns.hubSpot.url,
      advance,
      runSchedule: doors.runScheduledSync,
      calls: doors.calls,
    },
  });

  return {
    url: preview.url,
    standIns,
    functionsDir: clock.distDir,
    bundlesDir,
    tools: {
      runner,
      progress: { update() {}, note() {}, end() {} },
      wait: async (seconds) => advance(seconds * 1000),
      nowMs,
    },
    nowMs,
    advance,
    openDoors: doors.open,
    async close() {
      await preview.close();
      await doors.close();
      await runner.close();
      await standIns.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
