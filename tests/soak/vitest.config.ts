import { defineConfig } from 'vitest/config';
import { repositoryRoot } from '../../scripts/project/paths.ts';

/** The month by itself: nothing else shares its heap, and it may take its time. */
export default defineConfig({
  test: {
    root: repositoryRoot,
    environment: 'node',
    include: ['tests/soak/*.soak.ts'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 3_600_000,
  },
});
