import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areBundlesStale, bundleFunctions, type BundleFolders } from '../../../scripts/bundling/bundle-functions.ts';

let root: string;
let folders: BundleFolders;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-functions-'));
  folders = {
    functionsDir: join(root, 'functions'),
    entrypointsDir: join(root, 'entrypoints'),
    distDir: join(root, 'functions', 'dist'),
  };
  mkdirSync(folders.functionsDir);
  mkdirSync(folders.entrypointsDir);
});

afterEach(() => rmSync(root, { recursive: true }));

function writeMetadata(uid: string, entrypoint = `/app/functions/dist/${uid}.js`): void {
  const metadata = { uid, type: 'app-function', config: { entrypoint, secretKeys: [] } };
  writeFileSync(join(folders.functionsDir, `${uid}-hsmeta.json`), JSON.stringify(metadata));
}

const writeSource = (name: string, source: string): void =>
  writeFileSync(join(folders.entrypointsDir, `${name}.ts`), source);

describe('bundling functions', () => {
  it('makes one CommonJS file per function with everything inside', async () => {
    writeSource('shared', 'export const greeting: string = "hello";');
    writeSource(
      'greet',
      'import { greeting } from "./shared.ts"; export const main = async (): Promise<string> => greeting;',
    );
    writeMetadata('greet');

    const [bundle] = await bundleFunctions(folders);

    const text = readFileSync(bundle?.path ?? '', 'utf8');
    expect(bundle).toMatchObject({ uid: 'greet', bundleBytes: Buffer.byteLength(text) });
    expect(text).not.toMatch(/sourceMappingURL|shared\.ts/u);
    const { main } = createRequire(import.meta.url)(bundle?.path ?? '') as { main: () => Promise<string> };
    expect(await main()).toBe('hello');
  });

  it('names the function that has metadata but no source', async () => {
    writeMetadata('lost');

    await expect(bundleFunctions(folders)).rejects.toThrow(
      /lost-hsmeta\.json describes the function lost, but its source/u,
    );
  });

  it('refuses metadata that points to another file than the bundle', async () => {
    writeSource('moved', 'export const main = () => 1;');
    writeMetadata('moved', '/app/functions/moved.js');

    await expect(bundleFunctions(folders)).rejects.toThrow('points to /app/functions/moved.js');
  });

  it('refuses a bundle over the limit', async () => {
    writeSource('huge', `export const main = () => ${JSON.stringify('x'.repeat(1_500_000))};`);
    writeMetadata('huge');

    await expect(bundleFunctions(folders)).rejects.toThrow(/bundle of huge has 1500\d{3} bytes, more than 1500000/u);
    expect(readdirSync(folders.distDir)).toEqual([]);
  });

  it('refuses an import that cannot be bundled', async () => {
    writeSource('needy', 'import { nothing } from "a-package-that-is-not-there"; export const main = () => nothing;');
    writeMetadata('needy');

    await expect(bundleFunctions(folders)).rejects.toThrow('a-package-that-is-not-there');
  });

  it('refuses to build nothing', async () => {
    await expect(bundleFunctions(folders)).rejects.toThrow('There is no *-hsmeta.json');
  });

  it('removes the bundle of a function that is gone', async () => {
    writeSource('stays', 'export const main = () => 1;');
    writeMetadata('stays');
    mkdirSync(folders.distDir);
    writeFileSync(join(folders.distDir, 'gone.js'), '');

    await bundleFunctions(folders);

    expect(readdirSync(folders.distDir)).toEqual(['stays.js']);
  });
});

describe('knowing when bundles are out of date', () => {
  it('is out of date until built, and again when a source, however deep, is newer', async () => {
    const deepFolder = join(folders.entrypointsDir, 'deep');
    mkdirSync(deepFolder);
    writeSource('f', 'export const main = () => 1;');
    writeFileSync(join(deepFolder, 'used.ts'), '');
    writeMetadata('f');
    const isStale = () => areBundlesStale(folders, [folders.entrypointsDir, join(root, 'not-there')]);
    const setTime = (path: string, seconds: number) => utimesSync(path, seconds, seconds);

    expect(isStale()).toBe(true);

    const [bundle] = await bundleFunctions(folders);
    for (const path of [
      folders.entrypointsDir,
      deepFolder,
      join(folders.entrypointsDir, 'f.ts'),
      join(deepFolder, 'used.ts'),
    ]) {
      setTime(path, 1_000);
    }
    setTime(bundle?.path ?? '', 2_000);
    expect(isStale()).toBe(false);

    setTime(join(deepFolder, 'used.ts'), 3_000);
    expect(isStale()).toBe(true);
  });
});
