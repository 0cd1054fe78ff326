import { createHash, createHmac } from 'node:crypto';
import type { EpochMs } from '../../core/clock.ts';

/** Which signatures requests carry: the guide says v2; `none` is what is left where the platform strips headers. */
export type SignatureMode = 'v2' | 'v3' | 'both' | 'none';

/** What version 3 decodes in the address before it signs; everything else stays as it was called. */
const decodedInVersion3: ReadonlyMap<string, string> = new Map([
  ['%3A', ':'],
  ['%2F', '/'],
  ['%3F', '?'],
  ['%40', '@'],
  ['%21', '!'],
  ['%24', '$'],
  ['%27', "'"],
  ['%28', '('],
  ['%29', ')'],
  ['%2A', '*'],
  ['%2C', ','],
  ['%3B', ';'],
]);

const decodeForVersion3 = (url: string): string =>
  url.replaceAll(/%[0-9A-F]{2}/gi, (escape) => decodedInVersion3.get(escape.toUpperCase()) ?? escape);

/**
 * The headers that prove a request.
 * @see https://developers.hubspot.com/docs/api/webhooks/validating-requests (read 2026-11-20)
 */
export function signatureHeaders(
  mode: SignatureMode,
  clientSecret: string,
  request: { readonly method: string; readonly url: string; readonly body: string },
  now: EpochMs,
): Readonly<Record<string, string>> {
  const { method, url, body } = request;
  const v2 = {
    'x-hubspot-signature': createHash('sha256').update(`${clientSecret}${method}${url}${body}`).digest('hex'),
    'x-hubspot-signature-version': 'v2',
  };
  const timestamp = String(now);
  const v3 = {
    'x-hubspot-signature-v3': createHmac('sha256', clientSecret)
      .update(`${method}${decodeForVersion3(url)}${body}${timestamp}`)
      .digest('base64'),
    'x-hubspot-request-timestamp': timestamp,
  };
  switch (mode) {
    case 'v2':
      return v2;
    case 'v3':
      return v3;
    case 'both':
      return { ...v2, ...v3 };
    case 'none':
      return {};
  }
}
