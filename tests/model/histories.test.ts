import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { play } from './play.ts';
import { anySchedule } from './schedule.ts';

const first = Number(process.env['MODEL_SEED'] ?? '1');
const count = Number(process.env['MODEL_RUNS'] ?? '20');
it.each(Array.from({ length: count }, (_, index) => first + index))(
  'seed %i',
  async (seed) => {
    const [schedule] = fc.sample(anySchedule, { seed, numRuns: 1 });
    if (schedule === undefined) throw new Error('no schedule');
    const { findings } = await play(schedule);
    expect([...new Set(findings)]).toEqual([]);
  },
  60_000,
);
