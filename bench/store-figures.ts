import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../scripts/project/paths.ts';

const folder = join(repositoryRoot, 'build', 'bench');
const pathOf = (name: string): string => join(folder, `${name}.json`);

/** Figures as they lie in `build/bench/`, with when and on which code they were measured. */
export interface StoredFigures<Figures> {
  readonly measuredAt: string;
  readonly commit: string;
  readonly figures: Figures;
}

export function storeFigures(name: string, figures: unknown): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  }).trim();
  mkdirSync(folder, { recursive: true });
  const stored: StoredFigures<unknown> = { measuredAt: new Date().toISOString(), commit, figures };
  writeFileSync(pathOf(name), `${JSON.stringify(stored, null, 2)}\n`);
}

/** What was measured last under this name; null when nothing was. The caller says what it is. */
export function readFigures<Figures>(name: string): StoredFigures<Figures> | null {
  if (statSync(pathOf(name), { throwIfNoEntry: false }) === undefined) return null;
  return JSON.parse(readFileSync(pathOf(name), 'utf8')) as StoredFigures<Figures>;
}
