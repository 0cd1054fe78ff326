import { createHmac } from 'node:crypto';

/**
 * The bytes of an event as Zoom writes them: characters beyond the basic plane as upper-case escapes of their two halves, all
 * other letters as they are. Reading and writing such a body again gives other bytes.
 * @see https://github.com/Jericho/ZoomNet (its captured requests, read 2026-11-20)
 */
export const toRawBody = (content: unknown): string =>
  JSON.stringify(content).replaceAll(
    /[\ud800-\udfff]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const hmac = (secretToken: string, text: string): string =>
  createHmac('sha256', secretToken).update(text).digest('hex');

/**
 * `x-zm-signature` over the timestamp of `x-zm-request-timestamp` (seconds) and the raw body.
 * @see https://developers.zoom.us/docs/api/webhooks/#verify-webhook-events (read 2026-11-20)
 */
export const signEvent = (secretToken: string, timestamp: string, rawBody: string): string =>
  `v0=${hmac(secretToken, `v0:${timestamp}:${rawBody}`)}`;

/** What a receiver has to answer to `endpoint.url_validation`. */
export const encryptToken = (secretToken: string, plainToken: string): string => hmac(secretToken, plainToken);
