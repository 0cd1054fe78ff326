import { build, type Plugin } from 'esbuild';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { readFunctionDefinitions, type FunctionDefinition } from '../project/function-definitions.ts';
import { newestChangeMs } from '../project/newest-change.ts';

/** The platform states no limit; this keeps cold starts short and memory free for the work. */
export const bundleLimitBytes = 1_500_000;

/**
 * A function waits for answers most of its time, and its container of 128 MB is smaller than what V8 likes to use: optimised
 * code and the compilers that make it. Measured with 10,000 people: 113 MB at most without these flags, 91 MB with them.
 */
const leanMemory = ['--no-opt', '--optimize-for-size']
  .map((flag) => `require('node:v8').setFlagsFromString('${flag}');`)
  .join('');

export interface BundleFolders {
  readonly functionsDir: string;
  readonly entrypointsDir: string;
  readonly distDir: string;
}

export interface BuiltBundle {
  readonly uid: string;
  readonly path: string;
  readonly bundleBytes: number;
}

/**
 * Bundles every function into one self-contained CommonJS file `<distDir>/<uid>.js` and removes what no function owns any more.
 * Each file appears whole or not at all, so that a command that builds does not disturb one that runs.
 *
 * @returns sorted by uid
 * @throws Error when a function has no source, its metadata points elsewhere, or a bundle is too large
 */
export async function bundleFunctions(folders: BundleFolders): Promise<readonly BuiltBundle[]> {
  const definitions = readFunctionDefinitions(folders.functionsDir);
  if (definitions.length === 0) throw new Error(`There is no *-hsmeta.json in ${folders.functionsDir}.`);
  for (const definition of definitions) assertBuildable(definition, folders);
  mkdirSync(folders.distDir, { recursive: true });

  const bundles: BuiltBundle[] = [];
  for (const { uid } of definitions) bundles.push(await bundleFunction(uid, folders));

  const owned = new Set(bundles.map(({ uid }) => `${uid}.js`));
  for (const name of readdirSync(folders.distDir)) {
    if (name.endsWith('.js') && !owned.has(name)) rmSync(join(folders.distDir, name));
  }
  return bundles;
}

/** True when a bundle is missing or older than anything it is made of. */
export function areBundlesStale(folders: BundleFolders, sources: readonly string[]): boolean {
  const builtAtMs = readFunctionDefinitions(folders.functionsDir).map(({ uid }) => {
    return statSync(join(folders.distDir, `${uid}.js`), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  });
  const changedAtMs = sources.map(newestChangeMs);
  return builtAtMs.length === 0 || Math.min(...builtAtMs) <= Math.max(...changedAtMs);
}

function assertBuildable({ uid, entrypoint, metadataPath }: FunctionDefinition, folders: BundleFolders): void {
  const source = sourceOf(uid, folders);
  if (statSync(source, { throwIfNoEntry: false }) === undefined) {
    throw new Error(`${metadataPath} describes the function ${uid}, but its source ${source} does not exist.`);
  }
  const expected = `/app/functions/${relative(folders.functionsDir, folders.distDir)}/${uid}.js`;
  if (entrypoint !== expected) {
    throw new Error(`${metadataPath} points to ${entrypoint}, but the bundle is built as ${expected}.`);
  }
}

const sourceOf = (uid: string, { entrypointsDir }: BundleFolders): string => join(entrypointsDir, `${uid}.ts`);

/** The adapter is a file of Axios and no package, so that an alias does not reach it. */
const withoutFetchAdapter: Plugin = {
  name: 'without-fetch-adapter',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/fetch\.js$/ }, ({ resolveDir }) =>
      resolveDir.endsWith(join('axios', 'lib', 'adapters'))
        ? { path: join(import.meta.dirname, 'no-fetch-adapter.cjs') }
        : null,
    );
  },
};

const asksForForms = "const FormDataCtor = typeof G.FormData !== 'undefined' ? G.FormData : undefined;";

/** Whoever only asks whether there is a global `FormData` makes Node load all of `fetch`: 40 ms of every cold start. */
const withoutGlobalForms: Plugin = {
  name: 'without-global-forms',
  setup({ onLoad }) {
    onLoad({ filter: /axios[\\/]lib[\\/]utils\.js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      if (!code.includes(asksForForms)) throw new Error(`${path} does not ask for FormData as it did: look again.`);
      return { contents: code.replace(asksForForms, 'const FormDataCtor = undefined;') };
    });
  },
};

const responseProcessor = /^class (\w+ResponseProcessor) \{[\s\S]*?^exports\.\1 = \1;$/m;

/** Answers are read by schemas of our own; what the SDK would read them with is a seventh of every bundle. */
const withoutResponseProcessors: Plugin = {
  name: 'without-response-processors',
  setup({ onLoad }) {
    onLoad({ filter: /api-client[\\/]lib[\\/]codegen[\\/].*[\\/]apis[\\/]\w+Api\.js$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      if (!responseProcessor.test(code)) throw new Error(`${path} reads its answers in another way: look again.`);
      return { contents: code.replace(responseProcessor, '') };
    });
  },
};

async function bundleFunction(uid: string, folders: BundleFolders): Promise<BuiltBundle> {
  const path = join(folders.distDir, `${uid}.js`);
  const result = await build({
    entryPoints: [sourceOf(uid, folders)],
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    banner: { js: `"use strict";${leanMemory}` },
    alias: {
      'form-data': join(import.meta.dirname, 'no-form-data.cjs'),
      debug: join(import.meta.dirname, 'no-debug.cjs'),
      http2: join(import.meta.dirname, 'no-http2.cjs'),
      'https-proxy-agent': join(import.meta.dirname, 'no-proxies.cjs'),
      'follow-redirects': join(import.meta.dirname, 'no-follow-redirects.cjs'),
    },
    plugins: [withoutFetchAdapter, withoutGlobalForms, withoutResponseProcessors],
    legalComments: 'none',
    sourcemap: false,
    // Without this a warning would scroll by; a bundle with a doubtful import is not worth uploading.
    logLevel: 'silent',
    write: false,
  });
  const [warning] = result.warnings;
  if (warning !== undefined) throw new Error(`${uid}: ${warning.text} (${warning.location?.file ?? 'unknown file'})`);
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`${uid}: the bundler wrote nothing.`);
  const bundleBytes = output.contents.byteLength;
  if (bundleBytes > bundleLimitBytes) {
    throw new Error(`The bundle of ${uid} has ${bundleBytes} bytes, more than ${bundleLimitBytes}.`);
  }
  const temporaryPath = join(dirname(path), `.${uid}.${process.pid}.tmp`);
  writeFileSync(temporaryPath, output.contents);
  renameSync(temporaryPath, path);
  return { uid, path, bundleBytes };
}
