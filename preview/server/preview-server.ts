import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { FunctionRunner } from '../../scripts/function-runner/function-runner.ts';
import { readApp, readExtensions } from './extensions.ts';
import { functionCallRoutes } from './function-calls.ts';
import { createHubSpotReader } from './hubspot-reader.ts';
import { refuseForeignPages } from './own-origin.ts';
import { previewRoutes } from './preview-routes.ts';
import { securityHeaders } from './security-headers.ts';

export interface PreviewServerOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Holds the app's metadata. */
  readonly appDir: string;
  /** Holds `<uid>/<Entry>.js`, as HubSpot's builder made them. */
  readonly bundlesDir: string;
  /** Holds the built page. */
  readonly hostDir: string;
  /** Runs what `hubspot.serverless` calls. */
  readonly runner: FunctionRunner;
  readonly hubSpot: { readonly baseUrl: string; readonly accessToken: string };
  /** What the accounts' clocks are ahead of the machine's; absent: nothing. */
  readonly clockOffsetMs?: () => number;
}

export interface PreviewServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Starts the preview on 127.0.0.1: the page, the bundles, the functions, and what the page shows of records.
 *
 * @throws Error code `EADDRINUSE` when the port is taken
 */
export async function startPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const { appDir, bundlesDir, hostDir, runner, clockOffsetMs = () => 0 } = options;
  const app = readApp(appDir);
  const extensions = readExtensions({ appDir, bundlesDir });
  const hubSpot = createHubSpotReader(options.hubSpot.baseUrl, options.hubSpot.accessToken);
  let port = options.port;

  const host = new Hono();
  host.use(refuseForeignPages(() => port));
  host.use(securityHeaders(app.permittedUrls.iframe));
  host.route('/', functionCallRoutes({ runner, hubSpot }));
  host.route('/preview', previewRoutes({ app, extensions, hubSpot, clockOffsetMs }));
  host.all('/preview/*', (context) => context.notFound());
  host.get('/', (context) => context.redirect('/contacts'));
  host.get('/assets/*', serveStatic({ root: hostDir }));
  host.get('*', serveStatic({ path: 'index.html', root: hostDir }));

  const server = await listen(host, options.port);
  port = server.port;
  return server;
}

async function listen(host: Hono, wantedPort: number): Promise<PreviewServer> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started: ServerType = serve({ fetch: host.fetch, hostname: '127.0.0.1', port: wantedPort }, () =>
      resolve(started),
    );
    started.once('error', reject);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The preview has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
