import { serve, type ServerType } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { readFunctionDefinitions } from '../project/function-definitions.ts';
import { FunctionCallError } from './function-call-error.ts';
import { functionLimits } from './function-limits.ts';
import type { EndpointCall, FunctionRunner } from './function-runner.ts';

/** One request that reached a function. */
export interface EndpointCallReport {
  readonly uid: string;
  readonly status: number;
  readonly elapsedMs: number;
  readonly log: string;
}

export interface EndpointGatewayOptions {
  /** Holds the `*-hsmeta.json` files. */
  readonly functionsDir: string;
  readonly callEndpoint: FunctionRunner['callEndpoint'];
  readonly accountId: number;
  /** 0: any free port. */
  readonly port?: number;
  /** Whether headers that the gateway does not know are dropped, as has been seen; signatures are among them. */
  readonly stripsHeaders?: boolean;
  /** Whether functions get the body's text instead of what it means. */
  readonly passesBytes?: boolean;
  readonly onCall?: (report: EndpointCallReport) => void;
}

export interface EndpointGateway {
  /** What stands in front of the paths, without a slash at the end. */
  readonly baseUrl: string;
  close(): Promise<void>;
}

/** What is left of a request's headers where the others are dropped. */
const knownHeaders: ReadonlySet<string> = new Set(['accept', 'content-length', 'content-type', 'host', 'user-agent']);

const answerSchema = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
});

/**
 * Stands in for the gateway through which HubSpot's endpoint functions are called, on 127.0.0.1: whoever knows the URL may
 * call. Refuses what HubSpot refuses before a function sees it; functions that fail are 500, functions that take too long 504.
 */
export async function startEndpointGateway(options: EndpointGatewayOptions): Promise<EndpointGateway> {
  const { functionsDir, callEndpoint, accountId, port = 0, stripsHeaders = true, passesBytes = false } = options;
  const definitions = readFunctionDefinitions(functionsDir);

  async function answer(context: Context): Promise<Response> {
    const url = new URL(context.req.url);
    const path = url.pathname.slice('/hs/serverless/'.length);
    const definition = definitions.find(({ endpoint }) => endpoint?.path === path);
    if (definition === undefined) return toResponse(404);
    const { method } = context.req;
    if (!definition.endpoint?.methods.includes(method)) return toResponse(405);
    const text = await context.req.text();
    if (text !== '' && !/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
      return toResponse(415);
    }
    if (Buffer.byteLength(text) > functionLimits.payloadLimitBytes) return toResponse(413);
    const body = text === '' ? null : tryParse(text);
    if (body === undefined) return toResponse(400);
    const headers = Object.entries(context.req.header()).filter(([name]) => !stripsHeaders || knownHeaders.has(name));
    return call(definition.uid, {
      accountId,
      method,
      params: Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)])),
      headers: Object.fromEntries(headers),
      body: passesBytes && body !== null ? text : body,
    });
  }

  async function call(uid: string, endpointCall: EndpointCall): Promise<Response> {
    const report = (response: Response, { elapsedMs, log }: { elapsedMs: number; log: string }): Response => {
      options.onCall?.({ uid, status: response.status, elapsedMs, log });
      return response;
    };
    try {
      const result = await callEndpoint(uid, endpointCall);
      const parsed = answerSchema.safeParse(result.answer);
      if (!parsed.success) return report(toResponse(500), result);
      const { statusCode, headers, body } = parsed.data;
      return report(toResponse(statusCode, writeBody(body), headers), result);
    } catch (error) {
      if (!(error instanceof FunctionCallError)) throw error;
      return report(toResponse(error.problem === 'timed-out' ? 504 : 500), error);
    }
  }

  const server = await listen(new Hono().all('/hs/serverless/*', answer), port);
  return {
    baseUrl: `http://127.0.0.1:${server.port}/hs/serverless`,
    close: server.close,
  };
}

const toResponse = (status: number, body = '', headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(status === 204 || status === 304 ? null : body, { status, headers });

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text stays as it is; of anything else, members that are null are lost. */
function writeBody(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null) return '';
  return JSON.stringify(body, (_name, value: unknown) => (value === null ? undefined : value));
}

async function listen(app: Hono, wantedPort: number): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started: ServerType = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: wantedPort }, () =>
      resolve(started),
    );
    started.once('error', reject);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gateway has no port.');
  return {
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
