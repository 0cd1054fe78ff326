import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFunctionRunner, type FunctionRunner } from '../function-runner/function-runner.ts';
import { functionsDir, functionsDistDir, repositoryRoot } from '../project/paths.ts';
import { createWorldClock } from '../preview/world-clock.ts';
import { startDoors, type Doors } from '../stand-ins/doors.ts';
import { writeEnvironmentFile } from '../stand-ins/guide.ts';
import { startStandIns, type StandIns } from '../stand-ins/start-stand-ins.ts';
import { readSyncEnvironment } from '../sync/sync-environment.ts';
import { createDemoWorld } from './demo-world.ts';

/** Where a second terminal finds how to connect. */
export const environmentFile = 'build/demo.env';

/** Both vendors with the demo company, and the functions between them. */
export interface DemoMachine {
  readonly standIns: StandIns;
  readonly runner: FunctionRunner;
  /** What everybody's clocks are ahead of the machine's: nothing, until somebody lets time pass. */
  clockOffsetMs(): number;
  advance(ms: number): void;
  /** From now on HubSpot knows the app's workflow actions, and Zoom sends events. */
  openDoors(): Promise<void>;
  runSchedule(): Promise<void>;
  readonly calls: Doors['calls'];
  close(): Promise<void>;
}

export async function startDemoMachine(): Promise<DemoMachine> {
  const standIns = await startStandIns({ seed: createDemoWorld(Date.now()) });
  const folder = mkdtempSync(join(tmpdir(), 'demo-machine-'));
  const clock = createWorldClock({ folder, bundlesDir: functionsDistDir, startAt: Date.now() });
  const doors = await startDoors(standIns);
  const { accessToken, baseUrls } = readSyncEnvironment({ ...standIns.env });
  const { distDir } = clock;
  const runner = createFunctionRunner({ distDir, functionsDir, accessToken, secrets: doors.secrets, baseUrls });
  doors.connect(runner);
  writeEnvironmentFile(join(repositoryRoot, environmentFile), { ...standIns.env });
  return {
    standIns,
    runner,
    clockOffsetMs: clock.offsetMs,
    advance(ms) {
      clock.advance(ms);
      for (const standIn of [standIns.zoom, standIns.hubSpot]) standIn.clock.advance(ms);
    },
    openDoors: doors.open,
    runSchedule: doors.runScheduledSync,
    calls: doors.calls,
    async close() {
      await doors.close();
      await runner.close();
      await standIns.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
