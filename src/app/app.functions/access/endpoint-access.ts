import * as z from 'zod/mini';

/** Tokens are sent there: encrypted, or not further than this machine. */
const safeUrl = /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost)[:/])[^\s?#@]+$/;

const schema = z.object({
  tokens: z.array(z.string().check(z.minLength(32))).check(z.minLength(1), z.maxLength(2)),
  clientSecret: z.optional(z.string().check(z.minLength(1))),
  baseUrl: z.optional(z.string().check(z.regex(safeUrl))),
});

/** What opens the endpoint functions. */
export interface EndpointAccess {
  /** Usually one; two while one takes the other's place. */
  readonly endpointTokens: readonly string[];
  /** What HubSpot signs its requests with; null where it is not kept. */
  readonly hubspotClientSecret: string | null;
  /** Where the endpoint functions are called, without a slash at the end; null where it is not kept. */
  readonly endpointBaseUrl: string | null;
}

const nobody: EndpointAccess = { endpointTokens: [], hubspotClientSecret: null, endpointBaseUrl: null };

/**
 * Reads the secret `ENDPOINT_ACCESS`. One that cannot be read lets nobody in.
 *
 * ```json
 * { "tokens": ["…"], "clientSecret": "…", "baseUrl": "https://123.hs-sites.com/hs/serverless" }
 * ```
 *
 * Only `tokens` is required: one, of at least 32 characters, or two. HubSpot's signature can be checked where the other
 * two are known as well.
 */
export function parseEndpointAccess(secret: string | undefined): EndpointAccess {
  if (secret === undefined) return nobody;
  try {
    const { tokens, clientSecret, baseUrl } = schema.parse(JSON.parse(secret));
    return {
      endpointTokens: tokens,
      hubspotClientSecret: clientSecret ?? null,
      endpointBaseUrl: baseUrl?.replace(/\/+$/, '') ?? null,
    };
  } catch {
    return nobody;
  }
}
