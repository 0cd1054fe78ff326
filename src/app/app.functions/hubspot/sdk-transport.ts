import type { HttpAnswer, HttpRequest, Send } from '../http/http.ts';
import { bug, type CallFacts } from './hubspot-call.ts';

/** What every area of the SDK builds: each has a class of its own for it, alike but unrelated. */
export interface SdkRequest {
  getUrl(): string;
  getHttpMethod(): string;
  getHeaders(): Readonly<Record<string, string>>;
  getBody(): unknown;
}

/**
 * Sends what the SDK has built through our own layer, which owns retry, limits, deadlines and the classification of
 * errors. The SDK's response processors stay unused: they accept any body, so that a list which is absent looks empty.
 */
export async function sendSdkRequest(send: Send, facts: CallFacts, building: Promise<SdkRequest>): Promise<HttpAnswer> {
  const built = await building;
  const body = built.getBody();
  if (body !== undefined && typeof body !== 'string')
    throw bug(facts.operation, 'the SDK built a body that is no text');
  return send({
    system: 'hubspot',
    ...facts,
    method: toMethod(facts.operation, built.getHttpMethod()),
    url: built.getUrl(),
    headers: lowerCaseNames(built.getHeaders()),
    ...(body === undefined ? {} : { body }),
  });
}

const methods: readonly HttpRequest['method'][] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function toMethod(operation: string, text: string): HttpRequest['method'] {
  const method = methods.find((known) => known === text);
  if (method === undefined) throw bug(operation, `the SDK built a ${text} request`);
  return method;
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
