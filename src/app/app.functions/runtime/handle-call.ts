import { randomUUID } from 'node:crypto';
import type { CallAnswer } from '../../extensions/contract/failure.ts';
import { readEnvironment, type FunctionContext } from './environment.ts';
import { explainFailure } from './explain-failure.ts';
import { createFunctionLog } from './function-log.ts';
import { openVendors, type Vendors } from './vendors.ts';

export type Main<Success extends { readonly ok: true }> = (context: FunctionContext) => Promise<CallAnswer<Success>>;

/** What a function's own code gets. */
export interface Call {
  readonly vendors: Vendors;
  /** As sent, unchecked. */
  readonly parameters: unknown;
  /** Names this call in the log, and in answers that have no better id. */
  readonly callId: string;
}

/** Makes a function's `main`: opens the vendors, logs the borders of the call, and turns whatever is thrown into an answer. */
export function handleCall<Success extends { readonly ok: true }>(
  operation: string,
  run: (call: Call) => Promise<Success>,
): Main<Success> {
  return async (context) => {
    const callId = randomUUID();
    const log = createFunctionLog((text) => console.log(text));
    log({ level: 'info', msg: 'call.started', operation, callId });
    let vendors: Vendors | null = null;
    try {
      vendors = openVendors(readEnvironment(context));
      const answer = await run({ vendors, parameters: context.parameters, callId });
      log({ level: 'info', msg: 'call.finished', operation, callId, ...countCalls(vendors) });
      return answer;
    } catch (error) {
      return { ok: false, failure: explainFailure(error, { operation, callId, log }) };
    } finally {
      vendors?.close();
    }
  };
}

const countCalls = ({ meter }: Vendors) => ({
  zoomCalls: meter.zoomCallCount(),
  hubspotCalls: meter.hubspotCallCount(),
});
