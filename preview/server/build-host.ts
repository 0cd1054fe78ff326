import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { newestChangeMs } from '../../scripts/project/newest-change.ts';

const previewDir = join(import.meta.dirname, '..');
const sources = ['host', 'sandbox', 'protocol', 'server/build-host.ts', '../package-lock.json'];

/** Builds the page when something changed since the last time. Returns whether it built. */
export async function ensureHost(hostDir: string): Promise<boolean> {
  const builtAtMs = statSync(join(hostDir, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const changedAtMs = Math.max(...sources.map((path) => newestChangeMs(join(previewDir, path))));
  if (builtAtMs > changedAtMs) return false;
  await buildHost(hostDir);
  return true;
}

/** React and the remote renderer must exist once in a bundle. */
const single = ['react', 'react-dom', 'react-reconciler', '@remote-ui/core', '@remote-ui/react', '@remote-ui/rpc'];

async function buildHost(hostDir: string): Promise<void> {
  const { NODE_ENV } = process.env;
  // Decides which React is bundled, and how JSX is compiled.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({
      configFile: false,
      root: join(previewDir, 'host'),
      logLevel: 'warn',
      resolve: { dedupe: single },
      worker: { format: 'es' },
      build: {
        outDir: hostDir,
        emptyOutDir: true,
        target: 'es2022',
        chunkSizeWarningLimit: 4_000,
        // Says "use client", which concerns servers that render.
        rolldownOptions: {
          onLog: (level, log, handle) => {
            if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
          },
        },
      },
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = NODE_ENV;
  }
}
