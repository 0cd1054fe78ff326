import { defineConfig } from 'vitest/config';
import { SlowFirstSequencer } from './tests/support/slow-first-sequencer.ts';

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['tests/support/setup.ts'],
    sequence: { shuffle: { files: true }, sequencer: SlowFirstSequencer },
    // Many files wait for processes and for time to pass: one worker more than CI has cores.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      {
        extends: true,
        // A worker for many files reads every module once; what tests put into the environment ends with each test.
        test: {
          name: 'sync',
          include: ['tests/{contract,fault,fuzz,model,property,unit}/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        // Pages remember language and time zone for as long as they live.
        test: { name: 'ui', include: ['tests/ui/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
