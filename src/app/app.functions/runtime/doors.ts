import { possibleUrls } from '../access/endpoint-url.ts';
import { isKnownToken } from '../access/endpoint-token.ts';
import { checkHubSpotSignature } from '../access/hubspot-signature.ts';
import type { RefusalCause } from '../access/refusal-count.ts';
import type { EndpointRequest } from '../access/request.ts';
import type { DoorKeys } from './environment.ts';
import type { ZoomConnection } from '../zoom/zoom-connections.ts';

/** Whether somebody may come in, and for Zoom on behalf of which of its accounts. */
export type Admission =
  | { readonly kind: 'admitted'; readonly zoomConnection: ZoomConnection | null }
  | { readonly kind: 'refused'; readonly cause: RefusalCause };

export type Door = (request: EndpointRequest, keys: DoorKeys, nowMs: number) => Admission;

/**
 * Lets HubSpot itself in: workflows, and pages through its proxy. A signature that can be checked decides; where the
 * gateway drops it, a token in the URL does.
 *
 * @param path - of the endpoint, as in its metadata but without a slash in front; the signature covers it
 */
export const hubspotDoor =
  (path: string): Door =>
  (request, keys, nowMs) => {
    const cause = findHubSpotRefusal(path, request, keys, nowMs);
    return cause === null ? { kind: 'admitted', zoomConnection: null } : { kind: 'refused', cause };
  };

function findHubSpotRefusal(
  path: string,
  request: EndpointRequest,
  keys: DoorKeys,
  nowMs: number,
): RefusalCause | null {
  const { hubspotClientSecret, endpointBaseUrl } = keys;
  if (hubspotClientSecret === null || endpointBaseUrl === null) return findTokenRefusal(request, keys);
  const urls = possibleUrls(endpointBaseUrl, path, request.queryPairs);
  const state = checkHubSpotSignature({ ...request, urls }, hubspotClientSecret, nowMs);
  switch (state) {
    case 'valid':
      return null;
    case 'absent':
      return findTokenRefusal(request, keys);
    case 'wrong':
      return 'wrong-signature';
    case 'stale':
      return 'stale-signature';
  }
}

export function findTokenRefusal({ query }: EndpointRequest, { endpointTokens }: DoorKeys): RefusalCause | null {
  const token = query['t'];
  if (token === undefined) return 'no-proof';
  return isKnownToken(token, endpointTokens) ? null : 'wrong-token';
}
