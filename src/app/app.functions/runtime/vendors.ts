import { createAxiosTransport } from '../http/axios-transport.ts';
import { createCallMeter, type MutableCallMeter } from '../http/call-meter.ts';
import { createDeadline, type Deadline } from '../http/deadline.ts';
import type { Send } from '../http/http.ts';
import { createRateGate, type RateGate } from '../http/rate-gate.ts';
import { createSend, type SendParts } from '../http/send.ts';
import { createHubSpotApi, type HubSpotApi } from '../hubspot/hubspot-api.ts';
import { classifyHubSpotAnswer } from '../hubspot/hubspot-errors.ts';
import { hubspotRateLimits } from '../hubspot/hubspot-limits.ts';
import { parseZoomConnections, pickZoomConnection, type ZoomConnection } from '../zoom/zoom-connections.ts';
import { createZoomClassifier } from '../zoom/zoom-errors.ts';
import { createZoomSource, type ZoomAccountSource } from '../zoom/zoom-source.ts';
import { createZoomTokenCache, createZoomTokens, type ZoomTokens } from '../zoom/zoom-token.ts';
import type { Environment } from './environment.ts';
import { systemTime } from './system-time.ts';
import { createZoomGates, type ZoomGates } from './zoom-gates.ts';

/** A function may run ten seconds; it answers after eight at the latest. */
const stepMs = 8_000;

/** These live as long as the process, which HubSpot may keep for several calls. */
const zoomTokenCache = createZoomTokenCache();
const hubspotGates = new Map<string, RateGate>();
const zoomGates = new Map<string, RateGate>();

export interface ZoomAccount {
  readonly connection: ZoomConnection;
  readonly source: ZoomAccountSource;
  readonly tokens: ZoomTokens;
}

/** Both vendors for the length of one call. */
export interface Vendors {
  readonly hubspot: HubSpotApi;
  readonly meter: MutableCallMeter;
  readonly deadline: Deadline;
  /** @throws IntegrationError when the secret is missing or malformed, or has no such connection */
  zoom(connectionName: string | undefined): ZoomAccount;
  /** @throws IntegrationError when the secret is missing or malformed */
  connections(): readonly ZoomConnection[];
  /**
   * How much of Zoom's rate limits may be used from now on, in all accounts, also by what is open already. Until it is
   * said, an account that was not opened in this process before is used to the full.
   *
   * @param percent - 1 to 100; one call a second always remains
   */
  useZoomShare(percent: number): void;
  /**
   * The same vendors with a meter of their own, for a part that reports its own calls; they are counted here too. Only the
   * original closes the connections.
   *
   * @param reservedMs - how much earlier its calls must end, so that time is left for what comes after it
   */
  fork(reservedMs?: number): Vendors;
  close(): void;
}

export function openVendors(environment: Environment): Vendors {
  const { transport, close } = createAxiosTransport();
  const gates = createZoomGates(systemTime, zoomGates);
  const toVendors = (meter: MutableCallMeter, deadline: Deadline, closeVendors: () => void): Vendors => {
    const parts = { transport, time: systemTime, deadline, meter };
    const connections = (): readonly [ZoomConnection, ...ZoomConnection[]] =>
      parseZoomConnections(environment.zoomConnections);
    return {
      hubspot: openHubSpot(environment, parts),
      meter,
      deadline,
      zoom: (name) => openZoom(environment, parts, gates, pickZoomConnection(connections(), name)),
      connections,
      useZoomShare: (percent) => gates.useShare(percent / 100),
      fork: (reservedMs = 0) => toVendors(createCallMeter(meter), deadline.reserve(reservedMs), () => {}),
      close: closeVendors,
    };
  };
  return toVendors(createCallMeter(), createDeadline(systemTime, stepMs), close);
}

type CallParts = Pick<SendParts, 'transport' | 'deadline' | 'meter'> & { readonly time: typeof systemTime };

function openHubSpot({ hubspotBaseUrl, hubspotToken }: Environment, parts: CallParts): HubSpotApi {
  const gate = hubspotGates.get(hubspotBaseUrl) ?? createRateGate(parts.time, hubspotRateLimits);
  hubspotGates.set(hubspotBaseUrl, gate);
  const send: Send = createSend({
    ...parts,
    gate,
    classify: (request, answer) => classifyHubSpotAnswer(request, answer, parts.time.now()),
  });
  return createHubSpotApi({ send, token: hubspotToken, baseUrl: hubspotBaseUrl });
}

function openZoom(
  { zoomBaseUrl: baseUrl, zoomTokenUrl: tokenUrl }: Environment,
  parts: CallParts,
  gates: ZoomGates,
  connection: ZoomConnection,
): ZoomAccount {
  const { time } = parts;
  const send = createSend({
    ...parts,
    gate: gates.gateOf(`${baseUrl} ${connection.accountId}`),
    classify: createZoomClassifier({ time, connection: connection.name }),
  });
  const tokens = createZoomTokens({ send, time, connection, tokenUrl, cache: zoomTokenCache });
  return { connection, tokens, source: createZoomSource({ send, tokens, baseUrl, tokenUrl }) };
}
