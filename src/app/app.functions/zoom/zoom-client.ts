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

/** One call that changes something. */
export interface ZoomWrite extends ZoomRead {
  readonly method: 'POST' | 'PUT';
  readonly body: unknown;
  /** Whether twice has the effect of once, and costs nothing. */
  readonly isIdempotent: boolean;
}

/** Authorised calls to one Zoom account. */
export interface ZoomClient {
  /**
   * Reads and parses one answer. A refused token is replaced once and the call repeated once.
   *
   * @throws IntegrationError
   */
  read<Schema extends core.$ZodType>(read: ZoomRead, schema: Schema): Promise<core.output<Schema>>;
  /** The same for a call that changes something. */
  write<Schema extends core.$ZodType>(write: ZoomWrite, schema: Schema): Promise<core.output<Schema>>;
  /** The same for a change that Zoom answers with nothing. */
  change(write: ZoomWrite): Promise<void>;
}

/** @param parts.baseUrl - used unless Zoom names a regional address, see {@link chooseZoomBaseUrl} */
export function createZoomClient(parts: {
  readonly send: Send;
  readonly tokens: ZoomTokens;
  readonly baseUrl: string;
}): ZoomClient {
  const { baseUrl } = parts;
  async function call<Schema extends core.$ZodType>(
    calling: ZoomRead | ZoomWrite,
    schema: Schema,
  ): Promise<core.output<Schema>> {
    const answer = await sendAuthorised(parts, (token) => toRequest(calling, baseUrl, token));
    return parseJsonBody({ system: 'zoom', operation: calling.operation }, answer, schema);
  }
  return {
    read: call,
    write: call,
    async change(write) {
      await sendAuthorised(parts, (token) => toRequest(write, baseUrl, token));
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

function toRequest(calling: ZoomRead | ZoomWrite, baseUrl: string, token: ZoomToken): HttpRequest {
  const { operation, path, rateClass } = calling;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(calling.query ?? {})) if (value !== null) query.set(name, value);
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  const base = {
    system: 'zoom',
    operation,
    url: `${chooseZoomBaseUrl(baseUrl, token.apiUrl)}${path}${search}`,
    rateClass,
  } as const;
  const authorization = `Bearer ${token.accessToken}`;
  if (!('method' in calling)) return { ...base, method: 'GET', headers: { authorization }, isIdempotent: true };
  return {
    ...base,
    method: calling.method,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(calling.body),
    isIdempotent: calling.isIdempotent,
  };
}
