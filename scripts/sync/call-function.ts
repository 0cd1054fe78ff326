import type { CallAnswer, CallFailure } from '../../src/app/extensions/contract/failure.ts';
import { FunctionCallError } from '../function-runner/function-call-error.ts';
import type { FunctionRunner } from '../function-runner/function-runner.ts';

/**
 * Calls a function and turns one that gave no answer into a failure of the app.
 *
 * @param onCrash - is told what a developer needs: the platform's message and the function's log
 */
export async function callFunction<Success extends { readonly ok: true }>(
  runner: FunctionRunner,
  uid: string,
  parameters: object,
  onCrash: (text: string) => void,
): Promise<CallAnswer<Success>> {
  try {
    const { answer } = await runner.call<CallAnswer<Success>>(uid, parameters);
    return answer;
  } catch (error) {
    if (!(error instanceof FunctionCallError) || error.problem === 'bundle-missing') throw error;
    onCrash(
      `The function ${uid} gave no answer: ${error.message}.${error.log === '' ? '' : `\n${error.log.trimEnd()}`}`,
    );
    return toCallFailure(error);
  }
}

function toCallFailure(error: FunctionCallError): CallFailure {
  const isTimeout = error.problem === 'timed-out';
  return {
    ok: false,
    failure: {
      kind: isTimeout ? 'deadline' : 'bug',
      system: 'app',
      operation: error.uid,
      reason: { cause: isTimeout ? 'out-of-time' : 'internal' },
      httpStatus: null,
      vendorCode: null,
      correlationId: null,
      retryAfterSeconds: null,
    },
  };
}
