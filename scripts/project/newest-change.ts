import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When something below the path changed last, in milliseconds; 0 when nothing is there. Folders count too: their time changes
 * when a file is removed. Nothing below `node_modules` or `dist` counts.
 */
export function newestChangeMs(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  const children = readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .map(({ name }) => newestChangeMs(join(path, name)));
  return Math.max(entry.mtimeMs, ...children);
}
