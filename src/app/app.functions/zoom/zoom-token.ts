import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { HttpRequest, Send } from '../http/http.ts';
import { parseJsonBody } from '../http/json.ts';
import type { Time } from '../http/time.ts';
import type { ZoomConnection } from './zoom-connections.ts';

/** Good for an hour after it was issued. */
export interface ZoomToken {
  readonly accessToken: string;
  /** The account's regional address, if Zoom named one. */
  readonly apiUrl: string | null;
  /** What it may do, as of when it was issued; absent or null where Zoom does not say. */
  readonly scopes?: readonly string[] | null;
}

/** Where calls get their token. */
export interface ZoomTokens {
  /** The cached token, or a new one; whoever asks while one is on its way waits for that one. */
  readToken(): Promise<ZoomToken>;
  /** A token that is not the refused one; asks Zoom only if nobody else has done so meanwhile. */
  replaceToken(refused: ZoomToken): Promise<ZoomToken>;
}

interface CachedToken extends ZoomToken {
  readonly usableUntilMs: number;
}

/** Tokens by connection. It outlives the steps of a process, so that a warm function does not ask again. */
export interface ZoomTokenCache {
  readonly tokens: Map<string, CachedToken>;
  readonly pending: Map<string, Promise<CachedToken>>;
}

/** Empty; one for each process. */
export const createZoomTokenCache = (): ZoomTokenCache => ({ tokens: new Map(), pending: new Map() });

/** A token is not used in its last minute: the call that carries it may wait before it is sent. */
const unusedTailSeconds = 60;

const tokenSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  expires_in: z.number(),
  api_url: z.nullish(z.string()),
  scope: z.nullish(z.string()),
});

/**
 * Tokens of one connection by Server-to-Server OAuth. Parameters go into the form body: in the query some accounts get 400.
 *
 * @see https://developers.zoom.us/docs/internal-apps/s2s-oauth/ (read 2026-11-20)
 */
export function createZoomTokens(parts: {
  readonly send: Send;
  readonly time: Pick<Time, 'monotonicMs'>;
  readonly connection: ZoomConnection;
  readonly tokenUrl: string;
  readonly cache: ZoomTokenCache;
}): ZoomTokens {
  const { send, time, connection, tokenUrl, cache } = parts;
  const key = toCacheKey(connection, tokenUrl);

  async function requestToken(): Promise<CachedToken> {
    const request = toTokenRequest(connection, tokenUrl);
    const answer = parseJsonBody(request, await send(request), tokenSchema);
    const lifeMs = Math.max(0, answer.expires_in - unusedTailSeconds) * 1_000;
    return {
      accessToken: answer.access_token,
      apiUrl: answer.api_url ?? null,
      scopes: answer.scope?.split(/\s+/).filter((scope) => scope !== '') ?? null,
      usableUntilMs: time.monotonicMs() + lifeMs,
    };
  }

  function shareRequest(): Promise<CachedToken> {
    const underWay = cache.pending.get(key);
    if (underWay !== undefined) return underWay;
    const pending = requestToken()
      .then((token) => {
        cache.tokens.set(key, token);
        return token;
      })
      .finally(() => cache.pending.delete(key));
    cache.pending.set(key, pending);
    return pending;
  }

  const usableToken = (): CachedToken | null => {
    const cached = cache.tokens.get(key);
    return cached !== undefined && time.monotonicMs() < cached.usableUntilMs ? cached : null;
  };

  return {
    readToken: async () => usableToken() ?? shareRequest(),
    async replaceToken(refused) {
      if (cache.tokens.get(key)?.accessToken === refused.accessToken) cache.tokens.delete(key);
      return usableToken() ?? shareRequest();
    },
  };
}

function toTokenRequest(connection: ZoomConnection, tokenUrl: string): HttpRequest {
  const credentials = Buffer.from(`${connection.clientId}:${connection.clientSecret}`).toString('base64');
  return {
    system: 'zoom',
    operation: 'request a Zoom token',
    method: 'POST',
    url: tokenUrl,
    headers: {
      authorization: `Basic ${credentials}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: connection.accountId }).toString(),
    isIdempotent: true,
    rateClass: 'zoom-token',
  };
}

/** Changed credentials must not find the token of the old ones. */
function toCacheKey(connection: ZoomConnection, tokenUrl: string): string {
  const { accountId, clientId, clientSecret } = connection;
  return createHash('sha256')
    .update(JSON.stringify([tokenUrl, accountId, clientId, clientSecret]))
    .digest('hex');
}
