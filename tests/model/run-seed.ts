import * as fc from 'fast-check';
import type { Finding } from './checker.ts';
import { describeSchedule } from './describe.ts';
import { play, type Played } from './play.ts';
import { anySchedule } from './schedule.ts';

/** Long enough for a short schedule; what is left over is still a schedule that fails. */
const shrinkingMs = 60_000;

/**
 * Plays the schedule of a seed.
 *
 * @throws Error with the findings and the shortest schedule that has any, in words
 */
export async function runSeed(seed: number): Promise<Played> {
  let first: Played | null = null;
  let shrinkUntil = Number.POSITIVE_INFINITY;
  const details = await fc.check(
    fc.asyncProperty(anySchedule, async (schedule) => {
      if (performance.now() > shrinkUntil) return;
      const played = await play(schedule);
      if (first === null) shrinkUntil = performance.now() + shrinkingMs;
      first ??= played;
      if (played.findings.length > 0) throw new Error(toText(played.findings));
    }),
    { seed, numRuns: 1, unbiased: true },
  );
  if (first !== null && !details.failed) return first;
  const [schedule] = details.counterexample ?? [];
  throw new Error(
    [
      `Seed ${seed}: ${details.errorInstance instanceof Error ? details.errorInstance.message : 'the schedule could not be played'}`,
      '',
      schedule === undefined ? '' : describeSchedule(schedule),
      '',
      JSON.stringify(schedule),
      '',
      `Again: npm run test:model -- --seed ${seed} --runs 1`,
    ].join('\n'),
    { cause: details.errorInstance },
  );
}

const toText = (findings: readonly Finding[]): string => [...new Set(findings)].join('\n');
