import { findJsonProblem, isForbiddenName } from './bounded-json.ts';
import type { RefusalCause } from './refusal-count.ts';
import type { EndpointContext, EndpointRequest, QueryPair } from './request.ts';

/** What a request may have; all ours, and many times what Zoom and HubSpot send. */
export const requestLimits = {
  bodyBytes: 256 * 1024,
  queryParameters: 20,
  queryCharacters: 4_000,
} as const;

interface Refused {
  readonly kind: 'refused';
  readonly status: 400 | 405 | 413 | 415;
  readonly cause: RefusalCause;
}

type ReadRequest = { readonly kind: 'request'; readonly request: EndpointRequest } | Refused;

const refuse = (status: Refused['status'], cause: RefusalCause): Refused => ({ kind: 'refused', status, cause });

/** Reads what the gateway hands over; whatever is not a POST of a JSON object that is safe to read is refused. */
export function readRequest(context: EndpointContext): ReadRequest {
  const { method = 'POST', body: given } = context;
  if (typeof method !== 'string' || method.toUpperCase() !== 'POST') return refuse(405, 'wrong-method');
  const headers = readHeaders(context.headers);
  if (!isJson(headers['content-type'])) return refuse(415, 'wrong-content-type');
  const queryPairs = readPairs(context.params);
  if (queryPairs.some(([name]) => isForbiddenName(name))) return refuse(400, 'forbidden-name');
  if (isTooLarge(queryPairs)) return refuse(400, 'query-too-large');

  const rawBody = typeof given === 'string' ? given : null;
  if (rawBody !== null && isTooLong(rawBody)) return refuse(413, 'body-too-large');
  const body = rawBody === null ? given : parse(rawBody);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse(400, 'body-malformed');
  const problem = findJsonProblem(body);
  if (problem !== null) return refuse(400, problem === 'too-complex' ? 'body-too-complex' : problem);
  if (rawBody === null && isTooLong(JSON.stringify(body))) return refuse(413, 'body-too-large');

  return {
    kind: 'request',
    request: {
      method: 'POST',
      query: Object.fromEntries(queryPairs.toReversed()),
      queryPairs,
      headers,
      rawBody,
      body: body as Readonly<Record<string, unknown>>,
    },
  };
}

const isTooLong = (text: string): boolean => Buffer.byteLength(text) > requestLimits.bodyBytes;

const isTooLarge = (pairs: readonly QueryPair[]): boolean =>
  pairs.length > requestLimits.queryParameters || pairs.flat().join('').length > requestLimits.queryCharacters;

/** The gateway takes JSON only, and may not pass the header on. */
const isJson = (contentType: string | undefined): boolean =>
  contentType === undefined || /^application\/json\s*(;|$)/i.test(contentType.trim());

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** Reversed, so that the first of several with the same name stays. */
const readHeaders = (given: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readPairs(given)
      .toReversed()
      .map(([name, value]) => [name.toLowerCase(), value]),
  );

/** Each value is a text or a list of texts. */
function readPairs(given: unknown): readonly QueryPair[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]: [string, unknown]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each: unknown): QueryPair[] =>
      typeof each === 'string' ? [[name, each]] : [],
    ),
  );
}
