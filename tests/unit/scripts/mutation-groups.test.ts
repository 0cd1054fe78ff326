import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listPureFiles, mutationGroups } from '../../../scripts/mutation/mutation-groups.ts';
import { repositoryRoot } from '../../../scripts/project/paths.ts';

describe('the groups of mutation testing', () => {
  it('have every file with rules that waits for nothing, once', () => {
    const files = Object.values(mutationGroups).flatMap((group) => group.files);

    expect(files.toSorted()).toEqual(listPureFiles().toSorted());
  });

  it('name tests that there are', () => {
    const tests = Object.values(mutationGroups).flatMap((group) => group.tests);

    expect(tests.filter((name) => !existsSync(join(repositoryRoot, 'tests', `${name}.test.ts`)))).toEqual([]);
  });
});
