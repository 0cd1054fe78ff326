import { serve, type ServerType } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { FunctionRunner } from '../../scripts/function-runner/function-runner.ts';
import { readApp, readExtensions } from './extensions.ts';
import { functionCallRoutes } from './function-calls.ts';
import { createHubSpotReader } from './hubspot-reader.ts';
import { outsideRoutes } from './outside/outside-routes.ts';
import type { OutsideWorld } from './outside/outside-world.ts';
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
  /** Absent: the account is not a stand-in, and nobody plays the outside world. */
  readonly outsideWorld?: OutsideWorld;
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
  const { appDir, bundlesDir, hostDir, runner, outsideWorld, clockOffsetMs = () => 0 } = options;
  const app = readApp(appDir);
  const extensions = readExtensions({ appDir, bundlesDir });
  const hubSpot = createHubSpotReader(options.hubSpot.baseUrl, options.hubSpot.accessToken);
  const hasOutsideWorld = outsideWorld !== undefined;
  const outside = hasOutsideWorld ? outsideRoutes({ world: outsideWorld, appDir, hubSpot }) : null;
  let port = options.port;

  const host = new Hono();
  host.use(refuseForeignPages(() => port));
  host.use(securityHeaders(app.permittedUrls.iframe));
  host.route('/', functionCallRoutes({ runner, hubSpot }));
  if (outside !== null) host.route('/preview/outside', outside.routes);
  host.route('/preview', previewRoutes({ app, extensions, hubSpot, clockOffsetMs, hasOutsideWorld }));
  host.all('/preview/*', (context) => context.notFound());
  host.get('/', (context) => context.redirect('/contacts'));
  host.get('/assets/*', serveStatic({ root: hostDir }));
  host.get('*', serveStatic({ path: 'index.html', root: hostDir }));

  const server = await listen(host, options.port).catch(async (error: unknown) => {
    await outside?.close();
    throw error;
  });
  port = server.port;
  return {
    ...server,
    async close() {
      await outside?.close();
      await server.close();
    },
  };
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
