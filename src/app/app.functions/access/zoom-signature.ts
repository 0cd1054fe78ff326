import { createHmac } from 'node:crypto';
import { isSameText } from './constant-time.ts';
import type { SignatureState } from './hubspot-signature.ts';
import type { EndpointRequest } from './request.ts';
import { isWithinWindow } from './signature-window.ts';

/**
 * Checks the signature that Zoom puts on an event: `v0=` and the hex of `HMAC-SHA256(secret, "v0:" + time + ":" + body)`,
 * with the time of signing in seconds; it is valid for five minutes.
 *
 * @param secretToken - of the connection's webhook
 * @see https://developers.zoom.us/docs/api/webhooks/#verify-with-zooms-header (read 2026-11-20)
 */
export function checkZoomSignature(
  { headers, rawBody, body }: Pick<EndpointRequest, 'headers' | 'rawBody' | 'body'>,
  secretToken: string,
  nowMs: number,
): SignatureState {
  const given = headers['x-zm-signature'];
  if (given === undefined) return 'absent';
  const signedAt = headers['x-zm-request-timestamp'] ?? '';
  if (!isSameText(given, signZoomEvent(signedAt, rawBody ?? writeAsZoom(body), secretToken))) return 'wrong';
  return /^\d{10}$/.test(signedAt) && isWithinWindow(Number(signedAt) * 1000, nowMs) ? 'valid' : 'stale';
}

const signZoomEvent = (signedAt: string, body: string, secretToken: string): string =>
  `v0=${hexHmac(`v0:${signedAt}:${body}`, secretToken)}`;

/**
 * The bytes that Zoom most likely sent, where only what they mean has arrived: it escapes characters outside the basic
 * plane (emoji) in upper case, and no other character beyond ASCII.
 */
const writeAsZoom = (body: object): string =>
  JSON.stringify(body).replaceAll(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16).toUpperCase()}`);

export interface UrlValidationAnswer {
  readonly plainToken: string;
  readonly encryptedToken: string;
}

/**
 * Answers Zoom's question whether the URL of a webhook is ours.
 *
 * @returns null when it is no token such as Zoom makes. One with a colon must never be answered: `v0:<time>:<body>` is what
 *          an event's signature is made of, and the answer would be that signature.
 * @see https://developers.zoom.us/docs/api/webhooks/#validate-your-webhook-endpoint (read 2026-11-20)
 */
export function answerUrlValidation(plainToken: unknown, secretToken: string): UrlValidationAnswer | null {
  if (typeof plainToken !== 'string' || !/^[\w+/=-]{1,128}$/.test(plainToken)) return null;
  return { plainToken, encryptedToken: hexHmac(plainToken, secretToken) };
}

const hexHmac = (text: string, secret: string): string => createHmac('sha256', secret).update(text).digest('hex');
