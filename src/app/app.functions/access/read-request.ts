import type { EndpointContext, EndpointRequest } from './request.ts';

type ReadRequest =
  | { readonly kind: 'request'; readonly request: EndpointRequest }
  | { readonly kind: 'refused'; readonly status: 400 | 405 | 413 | 415; readonly cause: string };

/** Reads what the gateway hands over; whatever is not a JSON object that is safe to read is refused. */
export function readRequest(context: EndpointContext): ReadRequest {
  const rawBody = typeof context.body === 'string' ? context.body : null;
  const body = rawBody === null ? context.body : parse(rawBody);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { kind: 'refused', status: 400, cause: 'body-not-an-object' };
  }
  return {
    kind: 'request',
    request: {
      method: typeof context.method === 'string' ? context.method.toUpperCase() : 'POST',
      query: firstTexts(context.params),
      headers: Object.fromEntries(
        Object.entries(firstTexts(context.headers)).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      rawBody,
      body: body as Readonly<Record<string, unknown>>,
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function firstTexts(given: unknown): Readonly<Record<string, string>> {
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? [[name, first]] : [];
    }),
  );
}
