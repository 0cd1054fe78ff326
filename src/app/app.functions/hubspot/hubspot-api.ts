import { createHash } from 'node:crypto';
import type { HttpAnswer, HttpRequest, Send } from '../http/http.ts';
import type { CallFacts } from './hubspot-call.ts';
import { once, whenUsed } from './requests/when-used.ts';
import { sendSdkRequest, type SdkRequest } from './sdk-transport.ts';

export const hubspotBaseUrlDefault = 'https://api.hubapi.com';

export interface HubSpotAccess {
  readonly send: Send;
  readonly token: string;
  /** Without a slash at its end. */
  readonly baseUrl?: string;
}

/**
 * HubSpot as the gateways see it: the SDK's request builders of the areas in use, and the ways to send.
 *
 * Only the builders are imported. The SDK's clients would add half as much again to every function's bundle and to its
 * start, and would put their own reading of answers between HubSpot and our schemas. An area's builders are loaded with
 * its first request: most calls need one or two of the five, and loading all took a third of what a bundle does at its start.
 */
export function createHubSpotApi({ send, token, baseUrl = hubspotBaseUrlDefault }: HubSpotAccess) {
  const access = { token, baseUrl };
  const objects = once(async () => (await import('./requests/objects.ts')).objectRequests(access));
  const properties = once(async () => (await import('./requests/properties.ts')).propertyRequests(access));
  const schemas = once(async () => (await import('./requests/schemas.ts')).schemaRequests(access));
  const eventSends = once(async () => (await import('./requests/event-sends.ts')).eventSendRequests(access));
  const marketing = once(async () => (await import('./requests/marketing-events.ts')).marketingEventRequests(access));

  return {
    objects: whenUsed(async () => (await objects()).basic),
    objectBatches: whenUsed(async () => (await objects()).batches),
    objectSearch: whenUsed(async () => (await objects()).search),
    properties: whenUsed(async () => (await properties()).core),
    propertyBatches: whenUsed(async () => (await properties()).batches),
    propertyGroups: whenUsed(async () => (await properties()).groups),
    schemas: whenUsed(async () => (await schemas()).core),
    eventSends: whenUsed(async () => (await eventSends()).sends),
    marketingEvents: whenUsed(async () => (await marketing()).basic),
    marketingEventStatus: whenUsed(async () => (await marketing()).status),
    attendance: whenUsed(async () => (await marketing()).attendance),
    participations: whenUsed(async () => (await marketing()).participations),

    /** Tells accounts apart without keeping the token. */
    accountKey: createHash('sha256').update(`${baseUrl}\n${token}`).digest('hex'),

    /** Sends a request of one of the builders above. */
    call: (facts: CallFacts, building: Promise<SdkRequest>): Promise<HttpAnswer> =>
      sendSdkRequest(send, facts, building),

    /** Sends a request that the SDK has no builder for. */
    callPath: (
      facts: CallFacts,
      {
        method,
        path,
        body,
      }: { readonly method: HttpRequest['method']; readonly path: string; readonly body?: unknown },
    ): Promise<HttpAnswer> =>
      send({
        system: 'hubspot',
        ...facts,
        method,
        url: `${baseUrl}${path}`,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

export type HubSpotApi = ReturnType<typeof createHubSpotApi>;
