import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root: string;

/** A clone of a tiny project, with an npm that only installs a Node and the hidden lock file. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  mkdirSync(join(root, 'scripts'));
  mkdirSync(join(root, 'machine'));
  copyFileSync(
    join(import.meta.dirname, '..', '..', 'scripts', 'bootstrap.mjs'),
    join(root, 'scripts', 'bootstrap.mjs'),
  );
  writeScript(
    join(root, 'machine', 'npm'),
    `echo "installing with $*"
     mkdir -p node_modules/.bin
     printf '#!/bin/sh\\nexec "${process.execPath}" "$@"\\n' > node_modules/.bin/node
     chmod +x node_modules/.bin/node
     if [ -f package-lock.json ]; then cp package-lock.json node_modules/.package-lock.json; else echo '{}' > node_modules/.package-lock.json; fi
     exit \${NPM_EXIT_CODE:-0}`,
  );
  writeFileSync(
    join(root, 'scripts', 'hello.ts'),
    'const argv: readonly string[] = process.argv.slice(2); console.log(JSON.stringify({ argv, cwd: process.cwd(), path: process.env["PATH"] }));',
  );
});

afterEach(() => rmSync(root, { recursive: true }));

function writeScript(path: string, body: string): void {
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

const writeLock = (version: string): void =>
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({
      packages: {
        '': { name: 'tiny' },
        'node_modules/thing': { version, integrity: 'sha512-x' },
        'node_modules/thing-for-another-system': { version, optional: true },
      },
    }),
  );

function run(args: readonly string[] = ['scripts/hello.ts'], env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, [join(root, 'scripts', 'bootstrap.mjs'), ...args], {
    cwd: tmpdir(),
    env: { PATH: `${join(root, 'machine')}:/usr/bin:/bin`, ...env },
    encoding: 'utf8',
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

describe('starting a command', () => {
  it('installs first on a fresh clone, says so on stderr, and leaves stdout to the command', () => {
    writeLock('1.0.0');

    const { status, stdout, stderr } = run(['scripts/hello.ts', '--json', 'a b']);

    expect(status).toBe(0);
    expect(stderr).toContain('npm ci');
    expect(stderr).toContain('installing with ci --no-audit');
    expect(JSON.parse(stdout)).toMatchObject({ argv: ['--json', 'a b'], cwd: root });
  });

  it('puts the project’s own tools first in the path of the command', () => {
    writeLock('1.0.0');

    expect(JSON.parse(run().stdout)).toMatchObject({
      path: expect.stringMatching(new RegExp(`^${join(root, 'node_modules', '.bin')}:`, 'u')) as string,
    });
  });

  it('installs once', () => {
    writeLock('1.0.0');
    run();

    expect(run().stderr).toBe('');
  });

  it('installs again when the lock file asks for something else', () => {
    writeLock('1.0.0');
    run();
    writeLock('1.0.1');

    expect(run().stderr).toContain('installing with ci');
    expect(run().stderr).toBe('');
  });

  it('installs again when the packages are there but an installation was interrupted', () => {
    writeLock('1.0.0');
    run();
    rmSync(join(root, 'node_modules', '.package-lock.json'));

    expect(run().stderr).toContain('installing with ci');
  });

  it('uses npm install where there is no lock file', () => {
    expect(run().stderr).toContain('installing with install');
  });

  it('stops with a sentence when the installation fails', () => {
    writeLock('1.0.0');

    const { status, stdout, stderr } = run(['scripts/hello.ts'], { NPM_EXIT_CODE: '7' });

    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('npm ci failed with exit code 7.');
  });

  it('ends with the exit code of the command', () => {
    writeLock('1.0.0');
    writeFileSync(join(root, 'scripts', 'fails.ts'), 'process.exit(3);');

    expect(run(['scripts/fails.ts']).status).toBe(3);
  });

  it('ends the command when the shell that npm put in between is ended', async () => {
    writeLock('1.0.0');
    run();
    writeFileSync(
      join(root, 'scripts', 'serves.ts'),
      'console.log(process.pid); setInterval(() => {}, 1000); process.on("SIGTERM", () => { console.log("told"); process.exit(0); });',
    );
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" scripts/bootstrap.mjs scripts/serves.ts; true`], {
      cwd: root,
      env: { PATH: '/usr/bin:/bin', npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: shell.stdout })[Symbol.asyncIterator]();
    await lines.next();

    shell.kill('SIGTERM');

    expect(await lines.next()).toEqual({ done: false, value: 'told' });
  });

  it('asks for a script when it gets none', () => {
    expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') as string });
  });
});
