import {
  clientSecret,
  north,
  sign,
  signedAtMs,
  south,
  tokenInForce,
  tokenOfBefore,
  tokenToCome,
  type Origin,
  type SignedRequest,
} from './signed-requests.ts';

/** A genuine request, and a number from which a mutation takes all its choices. */
export interface Original {
  readonly origin: Origin;
  readonly rawBody: string;
  readonly choice: number;
}

export interface Mutated {
  readonly request: SignedRequest;
  /** When it arrives. */
  readonly nowMs: number;
}

/** Makes a request that must be refused; null where the mutation says nothing about this one. */
export type Mutation = (original: Original) => Mutated | null;

const pick = <Item>(items: readonly Item[], choice: number): Item => items[choice % items.length] as Item;
const atOnce = (request: SignedRequest): Mutated => ({ request, nowMs: signedAtMs });
const ofSigned =
  (change: (request: SignedRequest, original: Original) => SignedRequest | null): Mutation =>
  (original) => {
    const request = change(sign(original.origin, original.rawBody), original);
    return request === null ? null : atOnce(request);
  };

function flipBit(text: string, choice: number): string {
  const bytes = Buffer.from(text);
  const index = choice % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (Math.floor(choice / bytes.length) % 8));
  return bytes.toString('utf8');
}

const signatureHeader = {
  'hubspot-v2': 'x-hubspot-signature',
  'hubspot-v3': 'x-hubspot-signature-v3',
  zoom: 'x-zm-signature',
};
const timeHeader = { 'hubspot-v3': 'x-hubspot-request-timestamp', zoom: 'x-zm-request-timestamp' };
const withoutSignature = ({ headers, ...request }: SignedRequest): SignedRequest => ({
  ...request,
  headers: { 'content-type': headers['content-type'] ?? '' },
});

const hasSameMeaning = (one: string, other: string): boolean => {
  try {
    return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
  } catch {
    return false;
  }
};

const reverseKeys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, child]) => [name, reverseKeys(child)]),
      )
    : value;

const withMember = (rawBody: string, member: string): string => `{${member},${rawBody.slice(1)}`;

/** Everything that may be done to a request on its way, or by somebody who has seen some. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'a bit of the body': ofSigned((request, { rawBody, choice }) => {
    const flipped = flipBit(rawBody, choice);
    return hasSameMeaning(flipped, rawBody) ? null : { ...request, rawBody: flipped };
  }),
  'a bit of the signature': ofSigned((request, { origin, choice }) => {
    const name = signatureHeader[origin];
    return { ...request, headers: { ...request.headers, [name]: flipBit(request.headers[name] ?? '', choice) } };
  }),
  'a bit of the time': ofSigned((request, { origin, choice }) => {
    if (origin === 'hubspot-v2') return null;
    const name = timeHeader[origin];
    return { ...request, headers: { ...request.headers, [name]: flipBit(request.headers[name] ?? '', choice) } };
  }),
  'no time': ofSigned((request, { origin }) => {
    if (origin === 'hubspot-v2') return null;
    const headers = Object.entries(request.headers).filter(([name]) => name !== timeHeader[origin]);
    return { ...request, headers: Object.fromEntries(headers) };
  }),
  'replayed after the window': ({ origin, rawBody, choice }) =>
    origin === 'hubspot-v2'
      ? null
      : { request: sign(origin, rawBody), nowMs: signedAtMs + 300_001 + (choice % 1_000_000_000) },
  'signed in the future': ({ origin, rawBody, choice }) =>
    origin === 'hubspot-v2'
      ? null
      : { request: sign(origin, rawBody), nowMs: signedAtMs - 300_001 - (choice % 1_000_000_000) },
  'replayed with the time of now': ({ origin, rawBody, choice }) => {
    if (origin === 'hubspot-v2') return null;
    const laterMs = signedAtMs + 1_000 + (choice % 1_000_000_000);
    const request = sign(origin, rawBody);
    const time = String(origin === 'zoom' ? Math.floor(laterMs / 1000) : laterMs);
    return { request: { ...request, headers: { ...request.headers, [timeHeader[origin]]: time } }, nowMs: laterMs };
  },
  're-serialised': ofSigned((request, { rawBody, choice }) => {
    const reversed = JSON.stringify(reverseKeys(JSON.parse(rawBody)));
    const escaped = rawBody.replaceAll(
      /[^\0-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return {
      ...request,
      rawBody: pick([reversed, withMember(reversed, '"more":1'), `${escaped.slice(0, -1)},"n":0}`], choice),
    };
  }),
  truncated: ofSigned((request, { rawBody, choice }) => ({
    ...request,
    rawBody: rawBody.slice(0, choice % rawBody.length),
  })),
  'something after the body': ofSigned((request, { rawBody, choice }) => ({
    ...request,
    rawBody: `${rawBody}${pick(['}', '{}', ',', '\u0000', rawBody], choice)}`,
  })),
  'another method': ofSigned((request, { choice }) => ({
    ...request,
    method: pick(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', ''], choice),
  })),
  'another content type': ofSigned((request, { choice }) => ({
    ...request,
    headers: {
      ...request.headers,
      'content-type': pick(
        ['text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'application/jsonp'],
        choice,
      ),
    },
  })),
  'signed with a secret that is not ours': ({ origin, rawBody, choice }) =>
    atOnce(sign(origin, rawBody, { secret: pick(['', 'guess', `${clientSecret} `, tokenInForce], choice) })),
  'signed with the secret of another account': ({ origin, rawBody }) =>
    origin === 'zoom' ? atOnce(sign(origin, rawBody, { secret: south.webhookSecretToken ?? '' })) : null,
  'naming another account': ofSigned((request, { origin, rawBody }) =>
    origin === 'zoom' ? { ...request, rawBody: rawBody.replace(north.accountId, south.accountId) } : null,
  ),
  'signed for an account that nobody knows, or for none': ({ origin, rawBody, choice }) => {
    if (origin !== 'zoom') return null;
    const account = pick(['"account-unknown"', 'null', '""', '["account-north"]', '{}', '0'], choice);
    return atOnce(sign(origin, rawBody.replace(`"${north.accountId}"`, account)));
  },
  'signed for another path': ({ origin, rawBody, choice }) =>
    origin === 'zoom'
      ? null
      : atOnce(
          sign(origin, rawBody, { path: pick(['remove-registrant', '', 'add-registrant/', 'Add-Registrant'], choice) }),
        ),
  'called with another query': ofSigned((request, { origin, choice }) => {
    if (origin === 'zoom') return null;
    return {
      ...request,
      query: pick([`t=${tokenToCome}`, `${request.query}&a=b`, `a=b&${request.query}`, ''], choice),
    };
  }),
  'sent to the other door': ({ origin, rawBody }) => {
    const { headers } = sign(origin, rawBody, { query: '' });
    return atOnce({ ...sign(origin === 'zoom' ? 'hubspot-v3' : 'zoom', rawBody), query: '', headers });
  },
  'deep JSON, signed': ({ origin, rawBody, choice }) => {
    const depth = 21 + (choice % 2_000);
    return atOnce(sign(origin, withMember(rawBody, `"deep":${'['.repeat(depth)}${']'.repeat(depth)}`)));
  },
  'huge JSON, signed': ({ origin, rawBody, choice }) =>
    choice % 25 === 0 ? atOnce(sign(origin, withMember(rawBody, `"many":[${'0,'.repeat(12_000)}0]`))) : null,
  'a large body, signed': ({ origin, rawBody, choice }) =>
    choice % 25 === 0 ? atOnce(sign(origin, withMember(rawBody, `"long":"${'x'.repeat(256 * 1024)}"`))) : null,
  'prototype keys, signed': ({ origin, rawBody, choice }) => {
    const name = pick(['__proto__', 'constructor', 'prototype'], choice);
    const member = pick(
      [`"${name}":{"isAdmin":true}`, `"list":[{"${name}":1}]`, `"\\u005f${name.slice(1)}":{},"${name}":1`],
      choice >> 2,
    );
    return atOnce(sign(origin, withMember(rawBody, member)));
  },
  'no object, signed': ({ origin, rawBody, choice }) =>
    atOnce(sign(origin, pick([`[${rawBody}]`, JSON.stringify(rawBody), 'null', '4', 'true', ''], choice))),
  'no proof at all': ofSigned((request) => ({ ...withoutSignature(request), query: '' })),
  'the token of a secret that is no more': ofSigned((request) => ({
    ...withoutSignature(request),
    query: `t=${tokenOfBefore}`,
  })),
  'a token that is nearly right': ofSigned((request, { choice }) => {
    const flipped = flipBit(tokenInForce, choice);
    const almost = [
      tokenInForce.slice(0, -1),
      `${tokenInForce}x`,
      ` ${tokenInForce}`,
      tokenInForce.toUpperCase(),
      '',
      flipped,
    ];
    return { ...withoutSignature(request), query: `t=${encodeURIComponent(pick(almost, choice))}` };
  }),
  'a token in another place': ofSigned((request, { rawBody, choice }) => {
    const bare = { ...withoutSignature(request), query: '' };
    const elsewhere = [
      { ...bare, query: `T=${tokenInForce}` },
      { ...bare, query: `t=x&t=${tokenInForce}` },
      { ...bare, rawBody: withMember(rawBody, `"t":"${tokenInForce}"`) },
      { ...bare, headers: { ...bare.headers, t: tokenInForce, authorization: `Bearer ${tokenInForce}` } },
    ];
    return pick(elsewhere, choice);
  }),
  'an empty or repeated signature, with a token': ofSigned((request, { origin, choice }) => {
    const name = signatureHeader[origin];
    const signature = request.headers[name] ?? '';
    const broken = pick(['', ' ', 'v0=', `${signature},${signature}`, signature.slice(0, -1), `${signature}=`], choice);
    return { ...request, headers: { ...request.headers, [name]: broken } };
  }),
};
