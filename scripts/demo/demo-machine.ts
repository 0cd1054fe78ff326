import { join } from 'node:path';
import { createFunctionRunner, type FunctionRunner } from '../function-runner/function-runner.ts';
import { functionsDir, functionsDistDir, repositoryRoot } from '../project/paths.ts';
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
  close(): Promise<void>;
}

export async function startDemoMachine(): Promise<DemoMachine> {
  const standIns = await startStandIns({ seed: createDemoWorld(Date.now()) });
  const runner = createFunctionRunner({
    distDir: functionsDistDir,
    functionsDir,
    ...readSyncEnvironment({ ...standIns.env }),
  });
  writeEnvironmentFile(join(repositoryRoot, environmentFile), { ...standIns.env });
  return {
    standIns,
    runner,
    async close() {
      await runner.close();
      await standIns.close();
    },
  };
}
