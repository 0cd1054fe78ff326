import { randomUUID } from 'node:crypto';
import { isIntegrationError, toFailure, type Failure } from '../http/integration-error.ts';
import { readRequest } from '../access/read-request.ts';
import type { EndpointAnswer, EndpointContext, EndpointRequest, Reply } from '../access/request.ts';
import { readEndpointEnvironment, type EndpointEnvironment } from './environment.ts';
import { createFunctionLog } from './function-log.ts';
import { openVendors, type Vendors } from './vendors.ts';

export type EndpointMain = (context: EndpointContext) => Promise<EndpointAnswer>;

/** What the code behind a door gets. */
export interface RequestCall {
  readonly request: EndpointRequest;
  readonly vendors: Vendors;
  readonly environment: EndpointEnvironment;
  readonly callId: string;
}

/** Who may come in: null, or why not, in a word for the log. */
export type Door = (request: EndpointRequest, environment: EndpointEnvironment) => string | null;

/**
 * Makes the `main` of an endpoint function, which anybody on the internet can call. Nothing is read from a vendor before
 * the door has let the caller in; who is not let in learns nothing.
 *
 * @param toReply - what a failure means to this caller; 5xx is tried again by HubSpot and by Zoom
 */
export function handleRequest(
  operation: string,
  door: Door,
  run: (call: RequestCall) => Promise<Reply>,
  toReply: (failure: Failure) => Reply,
): EndpointMain {
  return async (context) => {
    const callId = randomUUID();
    const log = createFunctionLog((text) => console.log(text));
    let vendors: Vendors | null = null;
    try {
      const read = readRequest(context);
      if (read.kind === 'refused') {
        log({ level: 'warn', msg: 'request.refused', operation, callId, cause: read.cause });
        return toAnswer({ status: read.status, json: {} });
      }
      const environment = readEndpointEnvironment(context);
      const cause = door(read.request, environment);
      if (cause !== null) {
        log({ level: 'warn', msg: 'request.refused', operation, callId, cause });
        return toAnswer({ status: 401, json: {} });
      }
      log({ level: 'info', msg: 'call.started', operation, callId });
      vendors = openVendors(environment);
      const reply = await run({ request: read.request, vendors, environment, callId });
      log({ level: 'info', msg: 'call.finished', operation, callId, status: reply.status });
      return toAnswer(reply);
    } catch (error) {
      const failure = isIntegrationError(error)
        ? error.failure
        : toFailure({ system: 'app', operation }, 'bug', { cause: 'internal' });
      const { kind, system, reason, httpStatus, vendorCode } = failure;
      log({
        level: 'error',
        msg: 'call.failed',
        kind,
        system,
        operation: failure.operation,
        cause: reason.cause,
        httpStatus,
        vendorCode,
        callId,
      });
      return toAnswer(toReply({ ...failure, correlationId: failure.correlationId ?? callId }));
    } finally {
      vendors?.close();
    }
  };
}

const toAnswer = ({ status, json, headers = {} }: Reply): EndpointAnswer => ({
  statusCode: status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(json),
});
