import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../../scripts/project/paths.ts';

const toolFolder = join(repositoryRoot, '../shared/tools/contract');
const specsFolder = join(repositoryRoot, '../shared/specs');

/** The proxy and the vendors' OpenAPI files lie beside the repository, or they are not to be had. */
export const hasRecordingProxy = existsSync(join(toolFolder, 'proxy.mjs')) && existsSync(specsFolder);

export interface ProxyReport {
  readonly verdict: string;
  readonly totals: {
    readonly exchanges: number;
    readonly requestViolations: number;
    readonly responseViolations: number;
  };
  readonly operations: Readonly<
    Record<string, { readonly requestViolations: unknown; readonly responseViolations: unknown }>
  >;
  readonly secretsInUrls: readonly unknown[];
  readonly emailsInUrls: readonly unknown[];
}

export interface RecordingProxy {
  readonly zoomUrl: string;
  readonly hubSpotUrl: string;
  readReport(): Promise<ProxyReport>;
  close(): Promise<void>;
}

/** A free port, for a server whose address has to be known before it starts. */
export async function aFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the proxy that judges every exchange between functions and stand-ins by the vendors' OpenAPI files. */
export async function startRecordingProxy(options: {
  readonly zoomUrl: string;
  readonly hubSpotUrl: string;
  readonly zoomPort: number;
  readonly hubSpotPort: number;
}): Promise<RecordingProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'recording-proxy-'));
  cpSync(toolFolder, folder, { recursive: true });
  symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
  const flags = {
    zoom: options.zoomUrl,
    hubspot: options.hubSpotUrl,
    'zoom-port': String(options.zoomPort),
    'hubspot-port': String(options.hubSpotPort),
    specs: specsFolder,
    out: join(folder, 'report.json'),
  };
  const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(process.execPath, [join(folder, 'proxy.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(createInterface({ input: child.stdout }), 'line');

  const zoomUrl = `http://127.0.0.1:${options.zoomPort}`;
  return {
    zoomUrl,
    hubSpotUrl: `http://127.0.0.1:${options.hubSpotPort}`,
    readReport: async () => (await (await fetch(`${zoomUrl}/__report`)).json()) as ProxyReport,
    async close() {
      const closed = once(child, 'close');
      child.kill();
      await closed;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
