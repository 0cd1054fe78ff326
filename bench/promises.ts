import type { FunctionStats } from '../scripts/function-runner/function-runner.ts';
import type { BenchFigures } from './figures.ts';

/** What is promised of speed and size; docs/performance.md says what each figure means. */
export const promised = {
  utilisationShare: 0.9,
  /** A short run has little to divide: its set-up weighs as much as its people. */
  utilisationPeople: 10_000,
  firstCallsPerFloor: 1.05,
  changedCallsPerFloor: 1.1,
  callsPerFloorPeople: 10_000,
  stepMs: 8_000,
  memoryBytes: 100 * 1024 * 1024,
  bundleBytes: 1_000_000,
  startMs: 100,
} as const;

/** The promises that a measured webinar breaks. */
export function findBrokenPromises(figures: Omit<BenchFigures, 'problems'>): readonly string[] {
  const { people, first, unchanged, changed, functions } = figures;
  const broken: string[] = [];
  const hold = (isTrue: boolean, sentence: string): void => {
    if (!isTrue) broken.push(sentence);
  };
  const runs = { first, unchanged, changed };
  for (const [name, { refusedCount, longestStepMs }] of Object.entries(runs)) {
    hold(refusedCount === 0, `The ${name} sync was refused ${refusedCount} times for calling too often.`);
    hold(
      longestStepMs < promised.stepMs,
      `The ${name} sync has a step of ${longestStepMs} ms; promised are less than ${promised.stepMs}.`,
    );
  }
  if (people >= promised.utilisationPeople) {
    const { share } = first.utilisation;
    hold(
      share >= promised.utilisationShare,
      `The first sync uses ${toPercent(share)} of what the limits allow; promised are ${toPercent(promised.utilisationShare)}.`,
    );
  }
  if (people >= promised.callsPerFloorPeople) {
    for (const [name, most] of [
      ['first', promised.firstCallsPerFloor],
      ['changed', promised.changedCallsPerFloor],
    ] as const) {
      for (const vendor of ['zoom', 'hubspot'] as const) {
        const { calls, floor } = runs[name][vendor];
        hold(
          calls <= most * floor,
          `The ${name} sync makes ${calls} ${vendor} calls, more than ${most} times the floor of ${floor}.`,
        );
      }
    }
  }
  return [...broken, ...findHeavyFunctions(functions)];
}

/** Functions that need too much memory. */
export const findHeavyFunctions = (functions: Readonly<Record<string, FunctionStats>>): readonly string[] =>
  Object.entries(functions)
    .filter(([, { peakRssBytes }]) => peakRssBytes >= promised.memoryBytes)
    .map(
      ([uid, { peakRssBytes }]) =>
        `${uid} takes ${toMegabytes(peakRssBytes)} MB of memory; promised are less than 100.`,
    );

const toPercent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const toMegabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
