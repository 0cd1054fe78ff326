import { SeedError } from '../../emulators/core/operation.ts';
import type { Emulator } from '../../emulators/core/server.ts';
import { startHubSpotEmulator, type HubSpotWorld } from '../../emulators/hubspot/index.ts';
import { startZoomEmulator, type ZoomWorld } from '../../emulators/zoom/index.ts';
import type { WorldSeed } from '../demo/demo-world.ts';
import { UsageError } from '../terminal/run-command.ts';

export interface StandInOptions {
  readonly seed: WorldSeed;
  readonly zoomPort?: number;
  readonly hubSpotPort?: number;
  readonly zoomLatencyMs?: number;
  readonly hubSpotLatencyMs?: number;
  /** Where the time of both begins; absent: now. */
  readonly startAt?: number;
  readonly zoomPublicUrl?: string | null;
  readonly hubSpotPublicUrl?: string | null;
}

/** What somebody needs to connect to the stand-ins, as environment variables of `npm run sync`. */
export interface StandInEnvironment {
  readonly ZOOM_API_URL: string;
  readonly ZOOM_OAUTH_URL: string;
  readonly HUBSPOT_API_URL: string;
  readonly ZOOM_CONNECTIONS: string;
  readonly HUBSPOT_ACCESS_TOKEN: string;
}

export interface StandIns {
  readonly zoom: Emulator<ZoomWorld>;
  readonly hubSpot: Emulator<HubSpotWorld>;
  readonly connectionNames: readonly string[];
  readonly env: StandInEnvironment;
  close(): Promise<void>;
}

/** @throws UsageError when a half of the seed is wrong or a port is taken */
export async function startStandIns(options: StandInOptions): Promise<StandIns> {
  const { seed } = options;
  const start = options.startAt === undefined ? {} : { startAt: options.startAt };
  const zoom = await explainStart('Zoom', options.zoomPort, () =>
    startZoomEmulator({
      port: options.zoomPort ?? 0,
      seed: seed.zoom,
      latencyMs: options.zoomLatencyMs ?? 0,
      ...start,
      ...toPublicUrl(options.zoomPublicUrl),
    }),
  );
  let hubSpot: Emulator<HubSpotWorld>;
  try {
    hubSpot = await explainStart('HubSpot', options.hubSpotPort, () =>
      startHubSpotEmulator({
        port: options.hubSpotPort ?? 0,
        seed: seed.hubspot,
        latencyMs: options.hubSpotLatencyMs ?? 0,
        ...start,
        ...toPublicUrl(options.hubSpotPublicUrl),
      }),
    );
  } catch (error) {
    await zoom.close();
    throw error;
  }
  const connections = [...zoom.world().accountsById.values()].map(({ accountId, clientId, clientSecret }) => ({
    name: seed.connectionNames.get(accountId) ?? accountId,
    accountId,
    clientId,
    clientSecret,
  }));
  const [accessToken = ''] = hubSpot.world().apps.keys();
  return {
    zoom,
    hubSpot,
    connectionNames: connections.map(({ name }) => name),
    env: {
      ZOOM_API_URL: `${zoom.url}/v2`,
      ZOOM_OAUTH_URL: `${zoom.url}/oauth/token`,
      HUBSPOT_API_URL: hubSpot.url,
      ZOOM_CONNECTIONS: JSON.stringify(connections),
      HUBSPOT_ACCESS_TOKEN: accessToken,
    },
    async close() {
      await Promise.all([zoom.close(), hubSpot.close()]);
    },
  };
}

const toPublicUrl = (publicUrl: string | null | undefined): { publicUrl?: string } =>
  publicUrl === null || publicUrl === undefined ? {} : { publicUrl };

async function explainStart<Started>(
  name: string,
  port: number | undefined,
  start: () => Promise<Started>,
): Promise<Started> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof SeedError) {
      const isNamed = error.message.includes(name);
      throw new UsageError(isNamed ? error.message : `The ${name} seed is wrong: ${error.message}`);
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new UsageError(`Port ${port ?? 0} is taken; choose another one for ${name}, or 0 for any free port.`);
    }
    throw error;
  }
}
