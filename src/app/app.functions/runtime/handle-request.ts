import { randomUUID } from 'node:crypto';
import type { Failure } from '../http/integration-error.ts';
import { readRequest } from '../access/read-request.ts';
import { countRefusal, type RefusalCause } from '../access/refusal-count.ts';
import type { EndpointAnswer, EndpointContext, EndpointRequest, Reply } from '../access/request.ts';
import type { ZoomConnection } from '../zoom/zoom-connections.ts';
import type { Door } from './doors.ts';
import { readDoorKeys, readEndpointEnvironment, type EndpointEnvironment } from './environment.ts';
import { explainFailure } from './explain-failure.ts';
import { createFunctionLog } from './function-log.ts';
import { systemTime } from './system-time.ts';
import { openVendors, type Vendors } from './vendors.ts';

export type EndpointMain = (context: EndpointContext) => Promise<EndpointAnswer>;

/** What the code behind a door gets. */
export interface RequestCall {
  readonly request: EndpointRequest;
  readonly vendors: Vendors;
  readonly environment: EndpointEnvironment;
  readonly callId: string;
  /** The connection whose account sent an event; null where HubSpot called. */
  readonly zoomConnection: ZoomConnection | null;
}

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
    const refuse = (status: number, cause: RefusalCause): EndpointAnswer => {
      countRefusal(cause);
      log({ level: 'warn', msg: 'request.refused', operation, callId, cause });
      return toAnswer({ status, json: {} });
    };
    try {
      const read = readRequest(context);
      if (read.kind === 'refused') return refuse(read.status, read.cause);
      const { request } = read;
      const admission = door(request, readDoorKeys(context), systemTime.now());
      if (admission.kind === 'refused') return refuse(401, admission.cause);
      log({ level: 'info', msg: 'call.started', operation, callId });
      const environment = readEndpointEnvironment(context);
      vendors = openVendors(environment);
      const { zoomConnection } = admission;
      const reply = await run({ request, vendors, environment, callId, zoomConnection });
      log({ level: 'info', msg: 'call.finished', operation, callId, status: reply.status });
      return toAnswer(reply);
    } catch (error) {
      return toAnswer(toReply(explainFailure(error, { operation, callId, log })));
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
