#!/usr/bin/env node
// Makes every command work on a fresh clone: installs what package-lock.json says when it is not there yet, then runs the given
// TypeScript file with the project's own Node. Plain JavaScript without dependencies, for any Node from 18 on.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const binDir = join(root, 'node_modules', '.bin');
const projectNode = join(binDir, process.platform === 'win32' ? 'node.cmd' : 'node');

const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};

/**
 * Compares contents, not times: a checkout touches files without changing them, and an installation of an older lock may be
 * newer than the lock. npm writes node_modules/.package-lock.json last, so an interrupted installation has none.
 */
function isInstalled() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock) || !existsSync(projectNode)) return false;
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock)) return true;
  const installed = readPackages(installedLock);
  return Object.entries(readPackages(lock)).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    // Packages for other systems are in the lock but not on this machine.
    if (found === undefined) return wanted.optional === true;
    return (
      found.version === wanted.version && found.integrity === wanted.integrity && found.resolved === wanted.resolved
    );
  });
}

/** Without the project's own folder: npm must not run on a Node that it is about to replace. */
function pathWithoutProject() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !resolve(entry).startsWith(join(root, 'node_modules')))
    .join(delimiter);
}

function install() {
  const command = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  process.stderr.write(
    `Installing the project's packages (npm ${command}); this happens once and takes about a minute.\n`,
  );
  const { status, error } = spawnSync('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutProject() },
    // stdout of the command belongs to its result.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error !== undefined) fail(`npm could not be started: ${error.message}`);
  if (status !== 0) fail(`npm ${command} failed with exit code ${status}. Its messages are above.`);
  if (!isInstalled())
    fail(
      `npm ${command} ended well, but the packages differ from package-lock.json. Delete node_modules and try again.`,
    );
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('Usage: node scripts/bootstrap.mjs <script.ts> [arguments]\n');
  process.exit(2);
}
if (!isInstalled()) install();

const child = spawn(projectNode, [resolve(root, script), ...args], {
  cwd: root,
  env: { ...process.env, PATH: `${binDir}${delimiter}${process.env.PATH ?? ''}` },
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
// npm passes a signal on to the shell between it and this process, and that shell ends without passing it further.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 250);
  watch.unref();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => fail(`The project's Node could not be started: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
