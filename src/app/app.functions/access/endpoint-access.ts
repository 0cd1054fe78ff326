import * as z from 'zod/mini';

const schema = z.object({
  tokens: z.array(z.string().check(z.minLength(32))).check(z.minLength(1), z.maxLength(2)),
  clientSecret: z.optional(z.string().check(z.minLength(1))),
});

/** What opens the endpoint functions. */
export interface EndpointAccess {
  /** Usually one; two while one takes the other's place. */
  readonly endpointTokens: readonly string[];
  /** What HubSpot signs its requests with; null where it is not kept. */
  readonly hubspotClientSecret: string | null;
}

const nobody: EndpointAccess = { endpointTokens: [], hubspotClientSecret: null };

/** Reads the secret `ENDPOINT_ACCESS`: `{"tokens": ["…"], "clientSecret": "…"}`. One that cannot be read lets nobody in. */
export function parseEndpointAccess(secret: string | undefined): EndpointAccess {
  if (secret === undefined) return nobody;
  try {
    const { tokens, clientSecret } = schema.parse(JSON.parse(secret));
    return { endpointTokens: tokens, hubspotClientSecret: clientSecret ?? null };
  } catch {
    return nobody;
  }
}
