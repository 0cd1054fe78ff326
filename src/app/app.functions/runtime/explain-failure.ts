import { isIntegrationError, toFailure, type Failure } from '../http/integration-error.ts';
import type { FunctionLog } from './function-log.ts';

interface FailedCall {
  readonly operation: string;
  readonly callId: string;
  readonly log: FunctionLog;
}

/**
 * Makes a failure of whatever was thrown, and logs it. A bug is logged with its stack, since nothing else tells where it
 * is; its message could quote a payload.
 *
 * @returns with an id that the log knows, where the vendor gave none
 */
export function explainFailure(error: unknown, { operation, callId, log }: FailedCall): Failure {
  const thrown = isIntegrationError(error)
    ? error.failure
    : toFailure({ system: 'app', operation }, 'bug', { cause: 'internal' });
  const failure = { ...thrown, correlationId: thrown.correlationId ?? callId };
  const { kind, system, reason, httpStatus, vendorCode, correlationId } = failure;
  const facts = {
    kind,
    system,
    operation: failure.operation,
    cause: reason.cause,
    httpStatus,
    vendorCode,
    correlationId,
  };
  const stack = kind === 'bug' && error instanceof Error ? { stack: stackFrames(error) } : {};
  log({ level: 'error', msg: 'call.failed', ...facts, callId, ...stack });
  return failure;
}

const stackCharactersMax = 1_200;

function stackFrames({ name, stack }: Error): string {
  const frames = (stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [name, ...frames].join('\n').slice(0, stackCharactersMax);
}
