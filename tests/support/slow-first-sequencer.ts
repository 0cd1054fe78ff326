import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Half a minute and more. */
const slowFiles: readonly string[] = [
  'tests/contract/commands.test.ts',
  'tests/fault/kill.test.ts',
  'tests/fault/faulty-answers.test.ts',
  'tests/contract/demo-world.test.ts',
  'tests/contract/sync-webinar-steps.test.ts',
  'tests/model/histories.test.ts',
  'tests/fault/faulty-calls.test.ts',
];

/**
 * An order that the seed draws, since no file may lean on another one; but the slowest come first, or one that is begun
 * last keeps one worker busy while the others have nothing to do.
 */
export class SlowFirstSequencer extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { seed } = this.ctx.config.sequence;
    this.ctx.logger.log(`The order of the files is that of seed ${seed} (--sequence.seed).`);
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = slowFiles.findIndex((name) => moduleId.endsWith(name));
      return rank < 0 ? slowFiles.length : rank;
    };
    const drawn = ({ project, moduleId }: TestSpecification): string =>
      createHash('sha256').update(`${seed} ${project.name} ${moduleId}`).digest('hex');
    const ranked = files.map((file) => ({ file, rank: rankOf(file), drawn: drawn(file) }));
    ranked.sort((a, b) => a.rank - b.rank || (a.drawn < b.drawn ? -1 : 1));
    return Promise.resolve(ranked.map(({ file }) => file));
  }
}
