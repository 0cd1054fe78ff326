import { createHash, createHmac } from 'node:crypto';
import { isOneOf } from './constant-time.ts';
import type { EndpointRequest } from './request.ts';
import { isWithinWindow } from './signature-window.ts';

export type SignatureState = 'valid' | 'absent' | 'wrong' | 'stale';

interface SignedRequest extends Pick<EndpointRequest, 'method' | 'headers' | 'rawBody' | 'body'> {
  /** The URLs that may have been called. */
  readonly urls: readonly string[];
}

/**
 * Checks the signature that HubSpot puts on a request: version 3 if its header is there, else version 2.
 *
 * Version 3 is `base64(HMAC-SHA256(secret, method + URL + body + time))`, with some characters of the URL decoded and the
 * time of signing in milliseconds; it is valid for five minutes. Version 2 is `hex(SHA-256(secret + method + URL + body))`
 * and never ends: who uses what it signs has to notice repetitions. Workflow actions are said to be signed with version 2.
 *
 * Where the gateway hands over a parsed body, the signed bytes are taken to be its shortest JSON.
 *
 * @param clientSecret - of the app; not its access token
 * @see https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation (read 2026-11-20)
 */
export function checkHubSpotSignature(request: SignedRequest, clientSecret: string, nowMs: number): SignatureState {
  const { method, headers, urls } = request;
  const body = request.rawBody ?? JSON.stringify(request.body);
  const third = headers['x-hubspot-signature-v3'];
  if (third !== undefined) {
    const signedAt = headers['x-hubspot-request-timestamp'] ?? '';
    const signed = [...new Set(urls.flatMap((url) => [decodeForSignature(url), url]))].map((url) =>
      createHmac('sha256', clientSecret).update(`${method}${url}${body}${signedAt}`).digest('base64'),
    );
    if (!isOneOf(third, signed)) return 'wrong';
    return /^\d{13}$/.test(signedAt) && isWithinWindow(Number(signedAt), nowMs) ? 'valid' : 'stale';
  }
  const second = headers['x-hubspot-signature'];
  if (second === undefined) return 'absent';
  const signed = urls.map((url) => createHash('sha256').update(`${clientSecret}${method}${url}${body}`).digest('hex'));
  return isOneOf(second, signed) ? 'valid' : 'wrong';
}

const decodedForSignature = /%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi;

/** HubSpot signs the URL with these of its encoded characters decoded: `: / ? @ ! $ ' ( ) * , ;` */
export const decodeForSignature = (url: string): string => url.replaceAll(decodedForSignature, decodeURIComponent);
