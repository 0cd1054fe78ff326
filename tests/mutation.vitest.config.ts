import { defineConfig } from 'vitest/config';
import { mutationGroups } from '../scripts/mutation/mutation-groups.ts';

const group = mutationGroups[process.env['MUTATION_GROUP'] ?? 'domain'];

/** Run by Stryker alone, once for every mutant. */
export default defineConfig({
  test: {
    environment: 'node',
    isolate: false,
    setupFiles: ['tests/support/setup.ts', 'tests/support/few-property-runs.ts'],
    include: (group?.tests ?? []).map((name) => `tests/${name}.test.ts`),
    testTimeout: 120_000,
  },
});
