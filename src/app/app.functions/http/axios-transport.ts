import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { IntegrationError, toFailure } from './integration-error.ts';
import type { Transport } from './transport.ts';

/** Far above the largest answer in use (a hundred state records of 65,000 characters), far below a function's memory. */
const answerBytesMax = 32 * 1024 * 1024;

/**
 * While one vendor is read, connections to the other lie idle. A server that closes one (many do after five seconds) in the
 * moment of its next use leaves it open whether the call was received, so they are given up earlier.
 */
const idleMsMax = 3_000;

const userAgent = 'zoom-webinars-for-hubspot';

/**
 * The one place that talks to the network. Connections are kept alive until `close`, which belongs at the end of a step:
 * a function that is frozen between two calls would find its idle connections dead.
 */
export function createAxiosTransport(options: { readonly answerBytesMax?: number; readonly idleMsMax?: number } = {}): {
  readonly transport: Transport;
  readonly close: () => void;
} {
  const connectionReuse = { keepAlive: true, timeout: options.idleMsMax ?? idleMsMax };
  const httpAgent = new HttpAgent(connectionReuse);
  const httpsAgent = new HttpsAgent(connectionReuse);
  const settings: AxiosRequestConfig<string> = {
    adapter: 'http',
    httpAgent,
    httpsAgent,
    proxy: false,
    maxRedirects: 0,
    maxContentLength: options.answerBytesMax ?? answerBytesMax,
    responseType: 'text',
    transformRequest: [(body: unknown) => body],
    transformResponse: [(body: unknown) => body],
    validateStatus: () => true,
    transitional: { silentJSONParsing: false, forcedJSONParsing: false, clarifyTimeoutError: true },
  };

  return {
    async transport(request, timeoutMs) {
      const abort = new AbortController();
      // Axios' own timeout starts again with every byte, so a dripping answer would outlive the step.
      const timer = setTimeout(() => abort.abort(), timeoutMs);
      try {
        const answer: AxiosResponse<string> = await axios.request({
          ...settings,
          method: request.method,
          url: request.url,
          headers: { accept: 'application/json', 'user-agent': userAgent, ...request.headers },
          signal: abort.signal,
          ...(request.answerBytesMax === undefined ? {} : { maxContentLength: request.answerBytesMax }),
          ...(request.body === undefined ? {} : { data: request.body }),
        });
        return { status: answer.status, headers: toHeaders(answer.headers), body: answer.data };
      } catch (error) {
        throw toTransportError(request, error, abort.signal.aborted);
      } finally {
        clearTimeout(timer);
      }
    },
    close() {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

function toHeaders(headers: AxiosResponse['headers']): HttpAnswer['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}

function toTransportError(request: HttpRequest, error: unknown, isTimeout: boolean): IntegrationError {
  const options = { cause: error };
  const trail = errorTrail(error);
  if (isTimeout) return new IntegrationError(toFailure(request, 'timeout', { cause: 'vendor-unavailable' }), options);
  if (trail.some(wasNeverSendable)) {
    return new IntegrationError(toFailure(request, 'bug', { cause: 'internal' }), options);
  }
  if (trail.some(({ message }) => message.startsWith('maxContentLength'))) {
    const reason = { cause: 'answer-malformed', problem: 'the answer is too large' } as const;
    return new IntegrationError(toFailure(request, 'unexpected-shape', reason), options);
  }
  const kind = trail.some(wasNotSent) ? 'unavailable' : 'answer-lost';
  return new IntegrationError(toFailure(request, kind, { cause: 'vendor-unavailable' }), options);
}

interface ErrorFacts {
  readonly message: string;
  readonly code: string;
  readonly syscall: string;
}

/** The error and everything below it: Axios wraps Node's errors, and Node wraps one error per address it tried. */
function errorTrail(error: unknown): readonly ErrorFacts[] {
  if (!(error instanceof Error)) return [];
  const { message, code = '', syscall = '' } = error as NodeJS.ErrnoException;
  const facts = { message, code, syscall };
  const attempts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [facts, ...errorTrail(error.cause), ...attempts.flatMap(errorTrail)];
}

const connectionCodes: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EPROTO']);
const tlsCode = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
// Node gives this event no code of its own, only ECONNRESET, which a lost answer has too.
const lostDuringHandshake = 'before secure TLS connection was established';

function wasNotSent({ code, syscall, message }: ErrorFacts): boolean {
  return (
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    connectionCodes.has(code) ||
    tlsCode.test(code) ||
    message.includes(lostDuringHandshake)
  );
}

/** Addresses and headers that Node refuses, and protocols that Axios refuses; with any status accepted, it has no other use for its code. */
const unsendableCode = /^(ERR_INVALID_|ERR_BAD_REQUEST$)/;

const wasNeverSendable = ({ code }: ErrorFacts): boolean => unsendableCode.test(code);
