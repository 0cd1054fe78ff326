import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { repositoryRoot } from '../../../scripts/project/paths.ts';

const sourceDir = join(repositoryRoot, 'src');

/** Paths below `src/` with slashes, sorted. */
export interface PackedEntries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** What `hs project upload` puts into the archive of `src/`, by the CLI's own rules and our `.hsignore`. */
export async function listPackedEntries(): Promise<PackedEntries> {
  const shouldIgnoreFile = await loadIgnoreRules();
  const packed = readdirSync(sourceDir, { recursive: true, withFileTypes: true })
    .map((entry) => ({
      path: relative(sourceDir, join(entry.parentPath, entry.name)).split(sep).join('/'),
      isFolder: entry.isDirectory(),
    }))
    .filter(({ path }) => !shouldIgnoreFile(path, true));
  return {
    files: packed.flatMap(({ path, isFolder }) => (isFolder ? [] : path)).sort(),
    folders: packed.flatMap(({ path, isFolder }) => (isFolder ? path : [])).sort(),
  };
}

/** The CLI brings its own copy of the library with the rules; it looks for `.hsignore` from the working directory upwards. */
async function loadIgnoreRules(): Promise<(path: string, isInProject: boolean) => boolean> {
  const requireLikeCli = createRequire(join(repositoryRoot, 'node_modules', '@hubspot', 'cli', 'package.json'));
  const path = requireLikeCli.resolve('@hubspot/local-dev-lib/ignoreRules');
  const rules = (await import(pathToFileURL(path).href)) as {
    readonly shouldIgnoreFile: (path: string, isInProject: boolean) => boolean;
  };
  return rules.shouldIgnoreFile;
}

export interface UnpackedProject {
  /** The copy of `src/`, far away from this repository and its `node_modules`. */
  readonly sourceDir: string;
  readonly appDir: string;
  readonly remove: () => void;
}

/** Copies the files to where nothing but themselves can be found, as HubSpot unpacks the archive. */
export function unpack(paths: readonly string[]): UnpackedProject {
  const root = mkdtempSync(join(tmpdir(), 'upload-shape-'));
  const target = join(root, 'src');
  for (const path of paths) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(sourceDir, path), join(target, path));
  }
  return {
    sourceDir: target,
    appDir: join(target, 'app'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Installs what the lock file of the folder says, nothing more, the way HubSpot's build does. */
export async function installPackages(folder: string): Promise<void> {
  await promisify(execFile)(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--omit=optional', '--prefer-offline'],
    { cwd: folder, env: withoutNpmVariables() },
  );
}

/** A test that is itself run by npm would hand its settings on, among them the folder to install into. */
function withoutNpmVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|package_|lifecycle_)/i.test(name)),
  );
}
