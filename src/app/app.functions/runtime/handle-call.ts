import { randomUUID } from 'node:crypto';
import type { CallAnswer, CallFailure } from '../../extensions/contract/failure.ts';
import { isIntegrationError, toFailure } from '../http/integration-error.ts';
import { readEnvironment, type FunctionContext } from './environment.ts';
import { createFunctionLog, type FunctionLog } from './function-log.ts';
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
      const answer = toCallFailure(error, operation, callId);
      logFailure(log, answer, callId, error);
      return answer;
    } finally {
      vendors?.close();
    }
  };
}

const countCalls = ({ meter }: Vendors) => ({
  zoomCalls: meter.zoomCallCount(),
  hubspotCalls: meter.hubspotCallCount(),
});

function toCallFailure(error: unknown, operation: string, callId: string): CallFailure {
  const failure = isIntegrationError(error)
    ? error.failure
    : toFailure({ system: 'app', operation }, 'bug', { cause: 'internal' });
  return { ok: false, failure: { ...failure, correlationId: failure.correlationId ?? callId } };
}

const stackCharactersMax = 1_200;

/** A bug is logged with its stack, since nothing else tells where it is; its message could quote a payload. */
function logFailure(log: FunctionLog, { failure }: CallFailure, callId: string, error: unknown): void {
  const { kind, system, operation, reason, httpStatus, vendorCode, correlationId } = failure;
  const facts = { kind, system, operation, cause: reason.cause, httpStatus, vendorCode, correlationId, callId };
  const stack = kind === 'bug' && error instanceof Error ? { stack: stackFrames(error) } : {};
  log({ level: 'error', msg: 'call.failed', ...facts, ...stack });
}

function stackFrames({ name, stack }: Error): string {
  const frames = (stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [name, ...frames].join('\n').slice(0, stackCharactersMax);
}
