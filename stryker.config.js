import { mutationGroups } from './scripts/mutation/mutation-groups.ts';

const name = process.env.MUTATION_GROUP ?? 'domain';
const group = mutationGroups[name];
if (group === undefined) throw new Error(`There is no group of files ${name}.`);

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation.vitest.config.ts', related: false },
  mutate: group.files.map((file) => `src/app/app.functions/${file}.ts`),
  coverageAnalysis: 'perTest',
  // What is computed once, when a file is loaded, would take a fresh process for each change: schemas and tables.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 10_000,
  incremental: true,
  incrementalFile: `build/mutation/${name}.incremental.json`,
  tempDirName: `build/mutation/sandbox-${name}`,
  ignorePatterns: [
    '/build',
    '/docs',
    '/preview',
    '/bench',
    '/.ci',
    '/tests/browser',
    '/tests/ui',
    '/src/app/functions/dist',
  ],
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `build/mutation/${name}.json` },
  thresholds: { high: 95, low: 85, break: 85 },
};
