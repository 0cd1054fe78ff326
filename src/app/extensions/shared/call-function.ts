import { hubspot, logger } from '@hubspot/ui-extensions';
import type { CallAnswer, CallFailure } from '../contract/failure.ts';
import type { AnswerOf, FunctionName, ParametersOf } from './functions.ts';

/** Why a call brought nothing to show. */
export type CallProblem =
  | { readonly kind: 'failure'; readonly failure: CallFailure['failure'] }
  /** HubSpot did not get an answer out of the function: it is not deployed, took too long, or crashed. */
  | { readonly kind: 'no-answer' }
  /** An answer came, but not one that this page knows; the page and the functions are from different versions. */
  | { readonly kind: 'unreadable-answer' };

export type CallResult<Answer> =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'problem'; readonly problem: CallProblem };

const loggedMessageLengthMax = 200;

/**
 * Calls an app function. Never rejects: whatever goes wrong is a {@link CallProblem}, and one line in the log.
 */
export async function callFunction<Name extends FunctionName>(
  name: Name,
  parameters: ParametersOf<Name>,
): Promise<CallResult<AnswerOf<Name>>> {
  let answer: unknown;
  try {
    answer = await hubspot.serverless(name, { parameters: toJson(parameters) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return problem(name, { kind: 'no-answer' }, { message: message.slice(0, loggedMessageLengthMax) });
  }
  if (!isCallAnswer<AnswerOf<Name>>(answer)) return problem(name, { kind: 'unreadable-answer' }, {});
  if (answer.ok) return { kind: 'answered', answer };
  const { failure } = answer;
  return problem(
    name,
    { kind: 'failure', failure },
    { operation: failure.operation, cause: failure.reason.cause, correlationId: failure.correlationId },
  );
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What crosses to HubSpot is a copy, so nobody minds that the original is not to be changed. */
const toJson = (parameters: object): Json => JSON.parse(JSON.stringify(parameters)) as Json;

function problem(
  functionName: FunctionName,
  callProblem: CallProblem,
  facts: Readonly<Record<string, string | null>>,
): { readonly kind: 'problem'; readonly problem: CallProblem } {
  logger.error(JSON.stringify({ msg: 'call.failed', functionName, kind: callProblem.kind, ...facts }));
  return { kind: 'problem', problem: callProblem };
}

function isCallAnswer<Answer extends { readonly ok: true }>(answer: unknown): answer is CallAnswer<Answer> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false;
  if (answer.ok === true) return true;
  return answer.ok === false && 'failure' in answer && typeof answer.failure === 'object' && answer.failure !== null;
}
