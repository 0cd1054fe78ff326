import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { startEndpointGateway } from '../function-runner/endpoint-gateway.ts';
import type { FunctionRunner } from '../function-runner/function-runner.ts';
import { appDir, functionsDir } from '../project/paths.ts';
import type { StandIns } from './start-stand-ins.ts';
import { askZoomLever, useHubSpotLever, useZoomLever } from './use-lever.ts';

/** How the outside world gets to the functions: where they are called, and what lets one in. */
export interface Doors {
  /** What stands in front of the endpoints' paths, without a slash at the end. */
  readonly baseUrl: string;
  /** For endpoint functions: the keys of the doors, a token of HubSpot, the Zoom accounts with the secrets of their webhooks. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Before this, nobody is at home. */
  connect(runner: Pick<FunctionRunner, 'callEndpoint'>): void;
  /** The app publishes its workflow actions at HubSpot, and somebody subscribes to Zoom's events, in every account; once. */
  open(): Promise<void>;
  /** Syncs what is due, as a workflow does that runs on a schedule. */
  runScheduledSync(): Promise<void>;
  /** What came lately, newest first; a hundred at most. */
  calls(): readonly DoorCall[];
  close(): Promise<void>;
}

/** A request that reached a function. */
export interface DoorCall {
  readonly sequence: number;
  /** ISO 8601, on the stand-ins' clocks. */
  readonly at: string;
  readonly uid: string;
  readonly status: number;
  readonly elapsedMs: number;
}

const callsKept = 100;

const newSecret = (): string => randomBytes(24).toString('hex');

/** Starts the gateway, on loopback. Keys are made anew each time and leave this process only towards functions and stand-ins. */
export async function startDoors(standIns: StandIns): Promise<Doors> {
  const token = newSecret();
  const clientSecret = newSecret();
  const connections = readConnections(standIns).map((connection) => ({
    ...connection,
    webhookSecretToken: newSecret(),
  }));
  let calls: readonly DoorCall[] = [];
  let runner: Pick<FunctionRunner, 'callEndpoint'> | null = null;
  const gateway = await startEndpointGateway({
    functionsDir,
    accountId: standIns.hubSpot.world().account.portalId,
    stripsHeaders: false,
    passesBytes: true,
    onCall: ({ uid, status, elapsedMs }) => {
      const sequence = (calls[0]?.sequence ?? 0) + 1;
      const at = standIns.zoom.clock.nowIso();
      calls = [{ sequence, at, uid, status, elapsedMs }, ...calls].slice(0, callsKept);
    },
    callEndpoint: async (uid, call) => {
      if (runner === null) throw new Error('The functions are not connected to their doors yet.');
      return runner.callEndpoint(uid, call);
    },
  });
  const { baseUrl } = gateway;
  let opened: Promise<void> | null = null;

  async function open(): Promise<void> {
    await useHubSpotLever(standIns, 'workflow-settings', { clientSecret });
    for (const action of readWorkflowActions({ FUNCTIONS_BASE_URL: baseUrl, ENDPOINT_TOKEN: token })) {
      await useHubSpotLever(standIns, 'add-workflow-action', action);
    }
    for (const { accountId, webhookSecretToken } of connections) {
      await useZoomLever(standIns, 'subscribe', {
        account_id: accountId,
        url: `${baseUrl}/zoom-events?t=${token}`,
        secret_token: webhookSecretToken,
      });
    }
    await proveAddress(standIns);
  }

  return {
    baseUrl,
    secrets: {
      ENDPOINT_ACCESS: JSON.stringify({ tokens: [token], clientSecret, baseUrl }),
      HS_ACCESS_TOKEN: standIns.env.HUBSPOT_ACCESS_TOKEN,
      ZOOM_CONNECTIONS: JSON.stringify(connections),
    },
    connect(functions) {
      runner = functions;
    },
    open() {
      opened ??= open();
      return opened;
    },
    async runScheduledSync() {
      const response = await fetch(`${baseUrl}/run-zoom-sync?t=${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          callbackId: `ap-${randomBytes(6).toString('hex')}`,
          object: { objectId: 1, objectType: 'CUSTOM_OBJECT' },
          inputFields: {},
        }),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`run_zoom_sync answers ${response.status}.`);
    },
    calls: () => calls,
    close: gateway.close,
  };
}

const provesMax = 5;

/** Zoom waits three seconds for an address to prove that it is ours, and a function that was never called may take longer. */
async function proveAddress(standIns: StandIns): Promise<void> {
  for (let proves = 0; proves < provesMax; proves += 1) {
    const { subscriptions } = subscriptionsSchema.parse(await askZoomLever(standIns, 'run-webhooks', {}));
    const unproved = subscriptions.filter(({ state }) => state !== 'active');
    if (unproved.length === 0) return;
    for (const { id } of unproved) await useZoomLever(standIns, 'save-subscription', { id });
  }
}

const subscriptionsSchema = z.object({ subscriptions: z.array(z.object({ id: z.string(), state: z.string() })) });

interface NamedConnection {
  readonly accountId: string;
}

/** As the stand-ins hand them out. */
const readConnections = ({ env }: StandIns) => JSON.parse(env.ZOOM_CONNECTIONS) as readonly NamedConnection[];

/** The metadata of the app's workflow actions, with the variables of its profile filled in. */
function readWorkflowActions(variables: Readonly<Record<string, string>>): readonly object[] {
  const folder = join(appDir, 'workflow-actions');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('-hsmeta.json'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      const filled = text.replaceAll(/\$\{(\w+)\}/g, (whole, variable: string) => variables[variable] ?? whole);
      return JSON.parse(filled) as object;
    });
}
