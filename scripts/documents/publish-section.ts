import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repositoryRoot } from '../project/paths.ts';

/**
 * Replaces what a run has measured in a document: the lines between `<!-- name: begin -->` and `<!-- name: end -->`. Date and
 * commit are put above the text.
 *
 * @param document - relative to the root, such as `docs/reliability.md`
 * @param name - of the section, such as `faults`
 * @param text - Markdown; it is formatted as the project's documents are
 * @throws Error when the document has no such section
 */
export async function publishSection(document: string, name: string, text: string): Promise<void> {
  const path = join(repositoryRoot, document);
  const replaced = replaceSection(readFileSync(path, 'utf8'), name, `${readOrigin(new Date())}\n\n${text.trim()}`);
  if (replaced === null) throw new Error(`${document} has no section ${name}.`);
  writeFileSync(path, await format(replaced, { ...(await resolveConfig(path)), filepath: path }));
}

/** @returns null when the document has no such section */
export function replaceSection(document: string, name: string, text: string): string | null {
  const [begin, end] = [`<!-- ${name}: begin -->`, `<!-- ${name}: end -->`];
  const [from, to] = [document.indexOf(begin), document.indexOf(end)];
  if (from < 0 || to < from) return null;
  return `${document.slice(0, from + begin.length)}\n\n${text}\n\n${document.slice(to)}`;
}

/** When and on which code something was measured; whatever documents say does not change the code. */
function readOrigin(now: Date): string {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--short', 'HEAD');
  const isChanged = git('status', '--porcelain', '--', '.', ':!docs') !== '';
  return `_Measured on ${now.toISOString().slice(0, 10)}, commit ${commit}${isChanged ? ' with changes' : ''}._`;
}
