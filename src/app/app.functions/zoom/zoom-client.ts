import type { core } from 'zod/mini';
import type { HttpAnswer, HttpRequest, Send } from '../http/http.ts';
import { isFailureOfKind } from '../http/integration-error.ts';
import { parseJsonBody } from '../http/json.ts';
import { chooseZoomBaseUrl } from './zoom-base-url.ts';
import type { ZoomRateClass } from './zoom-limits.ts';
import type { ZoomToken, ZoomTokens } from './zoom-token.ts';

/** One GET below the base URL. */
export interface ZoomRead {
  readonly operation: string;
  /** Begins with a slash; segments are encoded already. */
  readonly path: string;
  /** Null values are left out. */
  readonly query?: Readonly<Record<string, string | null>>;
  readonly rateClass: ZoomRateClass;
}

/** Authorised reads from one Zoom account. */
export interface ZoomClient {
  /**
   * Reads and parses one answer. A refused token is replaced once and the call repeated once.
   *
   * @throws IntegrationError
   */
  read<Schema extends core.$ZodType>(read: ZoomRead, schema: Schema): Promise<core.output<Schema>>;
}

/** @param parts.baseUrl - used unless Zoom names a regional address, see {@link chooseZoomBaseUrl} */
export function createZoomClient(parts: {
  readonly send: Send;
  readonly tokens: ZoomTokens;
  readonly baseUrl: string;
}): ZoomClient {
  const { baseUrl } = parts;
  return {
    async read(read, schema) {
      const answer = await sendAuthorised(parts, (token) => toRequest(read, baseUrl, token));
      return parseJsonBody({ system: 'zoom', operation: read.operation }, answer, schema);
    },
  };
}

/** Sends with the account's token. A refused token is replaced once and the call repeated once. */
export async function sendAuthorised(
  { send, tokens }: { readonly send: Send; readonly tokens: ZoomTokens },
  toRequest: (token: ZoomToken) => HttpRequest,
): Promise<HttpAnswer> {
  const token = await tokens.readToken();
  try {
    return await send(toRequest(token));
  } catch (error) {
    if (!isFailureOfKind(error, 'unauthorised')) throw error;
    return send(toRequest(await tokens.replaceToken(token)));
  }
}

function toRequest(read: ZoomRead, baseUrl: string, token: ZoomToken): HttpRequest {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(read.query ?? {})) if (value !== null) query.set(name, value);
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  return {
    system: 'zoom',
    operation: read.operation,
    method: 'GET',
    url: `${chooseZoomBaseUrl(baseUrl, token.apiUrl)}${read.path}${search}`,
    headers: { authorization: `Bearer ${token.accessToken}` },
    isIdempotent: true,
    rateClass: read.rateClass,
  };
}
