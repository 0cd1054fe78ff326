import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import type { EndpointContext } from '../../src/app/app.functions/access/request.ts';

/** When everything is signed, unless something else is said. */
export const signedAtMs = Date.UTC(2026, 10, 20, 12);

export const tokenInForce = 'token-in-force-0123456789-abcdefgh';
export const tokenToCome = 'token-to-come-0123456789-abcdefghi';
export const tokenOfBefore = 'token-of-before-0123456789-abcdefg';
export const clientSecret = 'client-secret-of-the-app';
export const baseUrl = 'https://123.hs-sites.com/hs/serverless';
export const endpointAccess = { tokens: [tokenInForce, tokenToCome], clientSecret, baseUrl };

const connection = (name: string, webhookSecretToken: string | null) => ({
  name,
  accountId: `account-${name}`,
  clientId: `client-${name}`,
  clientSecret: `secret-of-${name}`,
  webhookSecretToken,
});
export const north = connection('north', 'webhook-secret-of-north');
export const south = connection('south', 'webhook-secret-of-south');
/** Its webhook is proven by the token in the URL alone. */
export const unsigned = connection('unsigned', null);
export const connections = [north, south, unsigned];

export type Origin = 'hubspot-v2' | 'hubspot-v3' | 'zoom';

/** A request as its sender made it: whatever the signature covers, and the signature. */
export interface SignedRequest {
  readonly origin: Origin;
  readonly method: string;
  readonly query: string;
  readonly rawBody: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Signing {
  readonly secret?: string;
  readonly path?: string;
  readonly atMs?: number;
  readonly query?: string;
}

const paths = { 'hubspot-v2': 'add-registrant', 'hubspot-v3': 'add-registrant', zoom: 'zoom-events' };

/** Signs as the senders do. */
export function sign(origin: Origin, rawBody: string, signing: Signing = {}): SignedRequest {
  const { atMs = signedAtMs, path = paths[origin], query = `t=${tokenInForce}` } = signing;
  const secret = signing.secret ?? (origin === 'zoom' ? north.webhookSecretToken : clientSecret) ?? '';
  const url = `${baseUrl}/${path}?${query}`;
  const common = { 'content-type': 'application/json' };
  const request = { origin, method: 'POST', query, rawBody };
  switch (origin) {
    case 'hubspot-v2': {
      const signature = createHash('sha256').update(`${secret}POST${url}${rawBody}`).digest('hex');
      const headers = { ...common, 'x-hubspot-signature': signature, 'x-hubspot-signature-version': 'v2' };
      return { ...request, headers };
    }
    case 'hubspot-v3': {
      const signature = createHmac('sha256', secret).update(`POST${url}${rawBody}${atMs}`).digest('base64');
      const headers = {
        ...common,
        'x-hubspot-signature-v3': signature,
        'x-hubspot-request-timestamp': String(atMs),
      };
      return { ...request, headers };
    }
    case 'zoom': {
      const seconds = String(Math.floor(atMs / 1000));
      const signature = createHmac('sha256', secret).update(`v0:${seconds}:${rawBody}`).digest('hex');
      const headers = { ...common, 'x-zm-signature': `v0=${signature}`, 'x-zm-request-timestamp': seconds };
      return { ...request, headers };
    }
  }
}

/** What the gateway makes of a request; it may hand over the bytes of the body, or what they mean. */
export function toContext({ method, query, rawBody, headers }: SignedRequest, passesBytes: boolean): EndpointContext {
  const parameters = new URLSearchParams(query);
  return {
    method,
    params: Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)])),
    headers,
    body: passesBytes ? rawBody : parseOrKeep(rawBody),
  };
}

/** The gateway would refuse what is no JSON; if it does not, a function gets the text. */
function parseOrKeep(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const id = fc.nat({ max: 99_999_999_999 });

/** What a workflow sends. */
const execution = fc
  .record({ callbackId: id, portalId: id, objectId: id, email: fc.emailAddress(), firstname: words, webinar: id })
  .map(({ callbackId, portalId, objectId, email, firstname, webinar }) =>
    JSON.stringify({
      callbackId: `ap-${callbackId}`,
      origin: { portalId, actionDefinitionId: 7 },
      object: { objectId, objectType: 'CONTACT', properties: { email, firstname } },
      inputFields: { webinar: String(webinar) },
    }),
  );

/** What Zoom sends, in its own spelling of emoji. */
const event = fc
  .record({ topic: words, id, at: fc.nat({ max: 999 }), name: words })
  .map(({ topic, id: webinar, at, name }) =>
    JSON.stringify({
      event: 'webinar.registration_created',
      event_ts: signedAtMs + at,
      payload: { account_id: north.accountId, object: { id: webinar, topic, registrant: { first_name: name } } },
    }).replaceAll(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16).toUpperCase()}`),
  );

/** Whatever the two of them may send. */
export const genuine: fc.Arbitrary<{ readonly origin: Origin; readonly rawBody: string }> = fc.oneof(
  fc.record({ origin: fc.constantFrom<Origin>('hubspot-v2', 'hubspot-v3'), rawBody: execution }),
  fc.record({ origin: fc.constant<Origin>('zoom'), rawBody: event }),
);
