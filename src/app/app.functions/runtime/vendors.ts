import { createAxiosTransport } from '../http/axios-transport.ts';
import { createCallMeter, type MutableCallMeter } from '../http/call-meter.ts';
import { createDeadline, type Deadline } from '../http/deadline.ts';
import type { Send } from '../http/http.ts';
import { createRateGate, type RateGate } from '../http/rate-gate.ts';
import { createSend } from '../http/send.ts';
import { createHubSpotApi, type HubSpotApi } from '../hubspot/hubspot-api.ts';
import { classifyHubSpotAnswer } from '../hubspot/hubspot-errors.ts';
import { hubspotRateLimits } from '../hubspot/hubspot-limits.ts';
import type { PastWebinarSource } from '../zoom/past-webinar-source.ts';
import type { ZoomSource } from '../sync/ports.ts';
import { parseZoomConnections, pickZoomConnection, type ZoomConnection } from '../zoom/zoom-connections.ts';
import { createZoomClassifier } from '../zoom/zoom-errors.ts';
import { zoomRateLimits } from '../zoom/zoom-limits.ts';
import { createZoomSource } from '../zoom/zoom-source.ts';
import { createZoomTokenCache, createZoomTokens, type ZoomTokens } from '../zoom/zoom-token.ts';
import type { Environment } from './environment.ts';
import { systemTime } from './system-time.ts';

/** A function may run ten seconds; it answers after eight at the latest. */
const stepMs = 8_000;

/** Lives as long as the process, which HubSpot may keep for several calls. */
const zoomTokenCache = createZoomTokenCache();
const gates = new Map<string, RateGate>();

function gateOf(account: string, make: () => RateGate): RateGate {
  const known = gates.get(account);
  if (known !== undefined) return known;
  const gate = make();
  gates.set(account, gate);
  return gate;
}

export interface ZoomAccount {
  readonly connection: ZoomConnection;
  readonly source: ZoomSource & PastWebinarSource;
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
  close(): void;
}

export function openVendors(environment: Environment): Vendors {
  const time = systemTime;
  const meter = createCallMeter();
  const deadline = createDeadline(time, stepMs);
  const { transport, close } = createAxiosTransport();
  const { hubspotBaseUrl, hubspotToken } = environment;

  const sendToHubSpot: Send = createSend({
    transport,
    time,
    deadline,
    meter,
    gate: gateOf(`hubspot ${hubspotBaseUrl}`, () => createRateGate(time, hubspotRateLimits)),
    classify: (request, answer) => classifyHubSpotAnswer(request, answer, time.now()),
  });

  const openZoom = (connection: ZoomConnection): ZoomAccount => {
    const send = createSend({
      transport,
      time,
      deadline,
      meter,
      gate: gateOf(`zoom ${environment.zoomBaseUrl} ${connection.accountId}`, () =>
        createRateGate(time, zoomRateLimits()),
      ),
      classify: createZoomClassifier({ time, connection: connection.name }),
    });
    const tokens = createZoomTokens({
      send,
      time,
      connection,
      tokenUrl: environment.zoomTokenUrl,
      cache: zoomTokenCache,
    });
    return { connection, tokens, source: createZoomSource({ send, tokens, baseUrl: environment.zoomBaseUrl }) };
  };

  const connections = (): readonly [ZoomConnection, ...ZoomConnection[]] =>
    parseZoomConnections(environment.zoomConnections);
  return {
    hubspot: createHubSpotApi({ send: sendToHubSpot, token: hubspotToken, baseUrl: hubspotBaseUrl }),
    meter,
    deadline,
    zoom: (connectionName) => openZoom(pickZoomConnection(connections(), connectionName)),
    connections,
    close,
  };
}
