import { startHubSpotEmulator, type HubSpotSeed, type HubSpotWorld } from '../../emulators/hubspot/index.ts';
import { startZoomEmulator, type ZoomSeed, type ZoomWorld } from '../../emulators/zoom/index.ts';
import type { Emulator } from '../../emulators/core/server.ts';

export const zoomAccountId = 'acc-main';
export const hubspotToken = 'pat-test-token';
/** What lets HubSpot into the endpoint functions. */
export const endpointToken = 'endpoint-token-of-the-tests-0123456789';

export type AccountSeed = NonNullable<ZoomSeed['accounts']>[number];
export type WebinarSeed = NonNullable<AccountSeed['webinars']>[number];
export type RegistrantSeed = NonNullable<WebinarSeed['registrants']>[number];
export type ParticipantSeed = NonNullable<NonNullable<WebinarSeed['instances']>[number]['participants']>[number];

/** Both stand-ins with one Zoom account and one HubSpot account, and the environment that leads the functions to them. */
export interface TwoAccounts {
  readonly zoom: Emulator<ZoomWorld>;
  readonly hubspot: Emulator<HubSpotWorld>;
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const hostEmail = 'host@acme.example.com';

/** A Zoom seed with one account, whose host has the given webinars. */
export function aZoomSeed(
  webinars: readonly WebinarSeed[],
  account: Partial<AccountSeed> = {},
  switches: NonNullable<ZoomSeed['switches']> = {},
): ZoomSeed {
  return {
    switches,
    accounts: [
      {
        account_id: zoomAccountId,
        client_id: 'client-main',
        client_secret: 'secret-main',
        plan: 'unlimited',
        users: [{ id: 'host-1', email: hostEmail, first_name: 'Hanna', last_name: 'Host' }],
        webinars: webinars.map((webinar) => ({ host_id: 'host-1', ...webinar })),
        ...account,
      },
    ],
  };
}

export function aHubSpotSeed(seed: Partial<HubSpotSeed> = {}): HubSpotSeed {
  return { ...seed, account: { token: hubspotToken, tier: 'unlimited', ...seed.account } };
}

export async function startTwoAccounts(
  seeds: { readonly zoom: ZoomSeed; readonly hubspot?: unknown },
  options: { readonly startAt?: number; readonly frozen?: boolean; readonly latencyMs?: number } = {},
): Promise<TwoAccounts> {
  const [zoom, hubspot] = await Promise.all([
    startZoomEmulator({ seed: seeds.zoom, ...options }),
    startHubSpotEmulator({ seed: seeds.hubspot ?? aHubSpotSeed(), ...options }),
  ]);
  return {
    zoom,
    hubspot,
    environment: {
      ZOOM_API_URL: `${zoom.url}/v2`,
      ZOOM_OAUTH_URL: `${zoom.url}/oauth/token`,
      HUBSPOT_API_URL: hubspot.url,
      PRIVATE_APP_ACCESS_TOKEN: hubspotToken,
      ENDPOINT_ACCESS: JSON.stringify({ tokens: [endpointToken] }),
      ZOOM_CONNECTIONS: JSON.stringify([
        { name: 'main', accountId: zoomAccountId, clientId: 'client-main', clientSecret: 'secret-main' },
      ]),
    },
    async close() {
      await Promise.all([zoom.close(), hubspot.close()]);
    },
  };
}

/** What must never be in an answer or a log: credentials of both sides, and every token that Zoom has given. */
export function secretsOf({ zoom }: TwoAccounts): readonly string[] {
  const { accountsById, tokens } = zoom.world();
  return [
    hubspotToken,
    endpointToken,
    ...tokens.keys(),
    ...[...accountsById.values()].map(({ clientSecret }) => clientSecret),
  ];
}

/** The words of the names of everybody whom Zoom has as a registrant or participant. */
export function namesOf({ zoom }: TwoAccounts): ReadonlySet<string> {
  const names = [...zoom.world().webinarsById.values()].flatMap(({ roster, instances }) => [
    ...[...roster.all()].flatMap(({ fields }) => [fields['first_name'], fields['last_name']]),
    ...instances.flatMap(({ participants }) => participants.map(({ name }) => name)),
  ]);
  const words = names.flatMap((name) => (typeof name === 'string' ? name.split(/[^\p{L}\p{N}]+/u) : []));
  return new Set(words.filter((word) => word !== ''));
}
