import { build, type Plugin } from 'esbuild';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import * as zod from 'zod/mini';
import { appDir, entrypointsDir } from '../../scripts/project/paths.ts';
import type { Time } from '../../src/app/app.functions/http/time.ts';
import type { Transport } from '../../src/app/app.functions/http/transport.ts';
import type { CallAnswer } from '../../src/app/extensions/contract/failure.ts';

/** What a process of the app does not choose itself. */
export interface ProcessParts {
  readonly time: Time;
  readonly wrapTransport: (inner: Transport) => Transport;
  /** Its variables, besides those of the tests' own process; undefined takes one away. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

type Main = (context: { readonly parameters: unknown }) => Promise<CallAnswer<{ readonly ok: true }>>;

/** The functions of one process by uid, each loaded when it is first asked for. */
export type ProcessFunctions = Readonly<Record<string, () => Promise<{ readonly main: Main }>>>;

type Evaluate = (
  require: NodeJS.Require,
  module: { exports: unknown },
  processParts: ProcessParts & { readonly zod: typeof zod },
  process: NodeJS.Process,
) => void;

const systemTimePath = join(appDir, 'app.functions', 'runtime', 'system-time.ts');
const transportPath = join(appDir, 'app.functions', 'http', 'axios-transport.ts');

const replacements: Readonly<Record<string, string>> = {
  [systemTimePath]: 'export const systemTime = processParts.time;',
  [transportPath]: `
    import * as real from 'real:axios-transport';
    export const createAxiosTransport = () => {
      const { transport, close } = real.createAxiosTransport();
      return { transport: processParts.wrapTransport(transport), close };
    };`,
};

const replaceParts: Plugin = {
  name: 'process-parts',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^real:axios-transport$/ }, () => ({ path: transportPath, suffix: '?real' }));
    onLoad({ filter: /\/(?:system-time|axios-transport)\.ts$/ }, ({ path, suffix }) => {
      const contents = suffix === '?real' ? undefined : replacements[path];
      return contents === undefined ? undefined : { contents, resolveDir: import.meta.dirname };
    });
  },
};

/** One for all processes, and without the copy of its three hundred names that every file would make. */
const shareZod: Plugin = {
  name: 'shared-zod',
  setup({ onLoad, onResolve }) {
    const names = Object.keys(zod);
    const constants = names.map((name, index) => `const _${index} = processParts.zod.${name};`);
    const exported = names.map((name, index) => `_${index} as ${name}`);
    onResolve({ filter: /^zod\/mini$/ }, () => ({ path: 'zod', namespace: 'shared' }));
    onLoad({ filter: /./, namespace: 'shared' }, () => ({
      contents: `${constants.join('\n')}\nexport { ${exported.join(', ')} };`,
    }));
  },
};

let evaluate: Promise<Evaluate> | null = null;

/**
 * Evaluates the app's functions anew, with nothing left of what they remembered. They are one script, which is read and
 * compiled once in a test file: a process for each of a thousand tests costs milliseconds.
 */
export async function evaluateFunctions(parts: ProcessParts): Promise<ProcessFunctions> {
  evaluate ??= compileFunctions();
  const module: { exports: unknown } = { exports: {} };
  // Each has an environment of its own, so that processes of several tests may be under way in one worker.
  const env = { ...process.env, ...parts.environment };
  const ownProcess = Object.create(process, { env: { value: env } }) as NodeJS.Process;
  (await evaluate)(createRequire(import.meta.url), module, { ...parts, zod }, ownProcess);
  return (module.exports as { readonly functions: ProcessFunctions }).functions;
}

async function compileFunctions(): Promise<Evaluate> {
  const uids = readdirSync(entrypointsDir).map((name) => basename(name, '.ts'));
  const lines = uids.map((uid) => `${uid}: () => import('./${uid}.ts'),`);
  const { outputFiles } = await build({
    stdin: { contents: `export const functions = {${lines.join('\n')}};`, resolveDir: entrypointsDir, loader: 'ts' },
    bundle: true,
    // Large ones that keep nothing are shared; ESM alone could not be required.
    external: ['axios', '@hubspot/api-client'],
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    plugins: [replaceParts, shareZod],
    logLevel: 'silent',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  const script = new Script(`(function (require, module, processParts, process) {${code}\n})`, {
    filename: 'app-functions.cjs',
  });
  return script.runInThisContext() as Evaluate;
}
