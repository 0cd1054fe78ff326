import type { HttpAnswer, HttpRequest } from '../../../src/app/app.functions/http/http.ts';
import { IntegrationError, toFailure, type Failure } from '../../../src/app/app.functions/http/integration-error.ts';
import { createHubSpotApi, type HubSpotApi } from '../../../src/app/app.functions/hubspot/hubspot-api.ts';
import { classifyHubSpotAnswer } from '../../../src/app/app.functions/hubspot/hubspot-errors.ts';

export const noon = Date.parse('2026-11-20T12:00:00Z');
export const token = 'pat-eu1-11111111-2222-3333-4444-555555555555';

/** A request as it left the adapter, with its body read. */
export interface SentRequest extends HttpRequest {
  /** Path and query. */
  readonly target: string;
  readonly json: unknown;
}

export type Reply = { readonly status: number; readonly json?: unknown; readonly text?: string } | IntegrationError;

export interface FakeHubSpot {
  readonly api: HubSpotApi;
  readonly sent: readonly SentRequest[];
}

/** HubSpot as one function from request to reply; everything that is sent is kept. */
export function createFakeHubSpot(reply: (request: SentRequest, callNumber: number) => Reply): FakeHubSpot {
  const sent: SentRequest[] = [];
  const api = createHubSpotApi({
    token,
    baseUrl: 'http://hubspot.test',
    async send(request) {
      const url = new URL(request.url);
      const json: unknown = request.body === undefined ? undefined : JSON.parse(request.body);
      const seen: SentRequest = { ...request, target: `${url.pathname}${url.search}`, json };
      sent.push(seen);
      return toAnswer(request, reply(seen, sent.length));
    },
  });
  return { api, sent };
}

function toAnswer(request: HttpRequest, reply: Reply): HttpAnswer {
  if (reply instanceof IntegrationError) throw reply;
  const body = reply.text ?? (reply.json === undefined ? '' : JSON.stringify(reply.json));
  const answer: HttpAnswer = { status: reply.status, headers: {}, body };
  if (reply.status < 300) return answer;
  throw new IntegrationError(classifyHubSpotAnswer(request, answer, noon));
}

export const lost = (kind: Failure['kind'] = 'answer-lost', httpStatus: number | null = null): IntegrationError =>
  new IntegrationError(
    toFailure({ system: 'hubspot', operation: 'test' }, kind, { cause: 'vendor-unavailable' }, { httpStatus }),
  );

export interface BatchInput {
  readonly id: string;
  readonly idProperty?: string;
  readonly objectWriteTraceId?: string;
  readonly properties: Readonly<Record<string, string>>;
}

export const inputsOf = ({ json }: SentRequest): readonly BatchInput[] =>
  (json as { readonly inputs: readonly BatchInput[] }).inputs;

export const batch = (results: readonly unknown[], errors?: readonly unknown[]) => ({
  status: errors === undefined ? 200 : 207,
  json: {
    status: 'COMPLETE',
    results,
    startedAt: '2026-11-20T12:00:00Z',
    completedAt: '2026-11-20T12:00:00Z',
    ...(errors === undefined ? {} : { numErrors: errors.length, errors }),
  },
});

export const aRecord = (id: string, properties: Readonly<Record<string, string | null>>, more: object = {}) => ({
  id,
  properties,
  createdAt: '2026-11-20T12:00:00Z',
  updatedAt: '2026-11-20T12:00:00Z',
  archived: false,
  ...more,
});

export const aProblem = (changes: object = {}) => ({
  status: 'error',
  category: 'VALIDATION_ERROR',
  message: 'Something was not valid',
  correlationId: 'c0ffee00-0000-4000-8000-000000000000',
  ...changes,
});

/** The failure that an operation ends with. */
export async function failureOf(operation: Promise<unknown>): Promise<Failure> {
  const error: unknown = await operation.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof IntegrationError) return error.failure;
  throw new Error('the operation did not end with an IntegrationError', { cause: error });
}
