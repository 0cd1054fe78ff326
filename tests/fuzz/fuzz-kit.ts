import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { isIntegrationError } from '../../src/app/app.functions/http/integration-error.ts';

/** Of all inputs together. `npm test` runs few, `npm run test:fuzz` many. */
const inputsInAll = Number(process.env['FUZZ_RUNS'] ?? '3000');
const seed = Number(process.env['FUZZ_SEED'] ?? '20261129');
const tallyDir = process.env['FUZZ_TALLY_DIR'];

/** Every test runs a share of the inputs, the same ones each time. */
export const shareOfRuns = (share: number): { readonly seed: number; readonly numRuns: number } => ({
  seed,
  numRuns: Math.max(10, Math.round(inputsInAll * share)),
});

/** What became of the inputs: by target, by outcome. */
export interface Tally {
  count(target: string, outcome: string): void;
  /** For the command that publishes it; an ordinary run writes nothing. */
  save(): void;
}

export function createTally(area: string): Tally {
  const counts: Record<string, Record<string, number>> = {};
  return {
    count(target, outcome) {
      const outcomes = (counts[target] ??= {});
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    },
    save() {
      if (tallyDir === undefined) return;
      mkdirSync(tallyDir, { recursive: true });
      writeFileSync(join(tallyDir, `${area}.json`), JSON.stringify({ area, counts }));
    },
  };
}

/** Of this process, so that a busy machine changes nothing. */
const cpuMsMax = 1_500;

/**
 * Runs one input and says what became of it. A failure that is told apart is an answer; whatever else is thrown, and what
 * takes too long, is a bug.
 */
export async function outcomeOf(input: unknown, run: () => string | Promise<string>): Promise<string> {
  const before = process.cpuUsage();
  let outcome: string;
  try {
    outcome = await run();
  } catch (error) {
    if (!isIntegrationError(error) || error.failure.kind === 'bug') throw explain(input, error);
    outcome = 'refused';
  }
  const { user, system } = process.cpuUsage(before);
  if ((user + system) / 1_000 > cpuMsMax) throw explain(input, new Error(`took more than ${cpuMsMax} ms`));
  return outcome;
}

const shownCharactersMax = 600;

function explain(input: unknown, cause: unknown): Error {
  const shown = (typeof input === 'string' ? JSON.stringify(input) : (JSON.stringify(input) ?? 'nothing')).slice(
    0,
    shownCharactersMax,
  );
  const problem = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new Error(`${problem}, for ${shown}`, { cause });
}

/** Nothing that came in has reached what all objects share. */
export function expectPrototypesUnharmed(): void {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect({}).not.toHaveProperty('isAdmin');
}

/** fast-check with the seed and the share of a test; what fails is printed with both, and shrunk. */
export const checkEach = async <Inputs extends readonly unknown[]>(
  share: number,
  arbitraries: { [Index in keyof Inputs]: fc.Arbitrary<Inputs[Index]> },
  check: (...inputs: Inputs) => Promise<void>,
): Promise<void> => {
  await fc.assert(
    fc.asyncProperty(fc.tuple<[...Inputs]>(...(arbitraries as never)), (inputs) => check(...inputs)),
    {
      ...shareOfRuns(share),
      // Shrinking goes on as long as it finds something smaller.
      interruptAfterTimeLimit: 600_000,
      markInterruptAsFailure: true,
    },
  );
};
