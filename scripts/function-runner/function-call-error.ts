/** Why a function gave no answer. */
export type FunctionCallProblem =
  | 'unknown-function'
  | 'bundle-missing'
  | 'load-failed'
  | 'no-main'
  | 'parameters-too-large'
  | 'threw'
  | 'timed-out'
  | 'out-of-memory'
  | 'crashed'
  | 'answer-not-json'
  | 'answer-too-large'
  | 'closed';

/** A call that ended without the function's own answer. `message` is what HubSpot would put into its error. */
export class FunctionCallError extends Error {
  override name = 'FunctionCallError';
  readonly uid: string;
  readonly problem: FunctionCallProblem;
  readonly elapsedMs: number;
  readonly log: string;

  constructor(details: {
    readonly uid: string;
    readonly problem: FunctionCallProblem;
    readonly message: string;
    readonly elapsedMs?: number;
    readonly log?: string;
  }) {
    super(details.message);
    this.uid = details.uid;
    this.problem = details.problem;
    this.elapsedMs = details.elapsedMs ?? 0;
    this.log = details.log ?? '';
  }
}

/**
 * The body of the 400 answer that a page gets from HubSpot when a function fails, as HubSpot's own local executor builds it
 * (`@hubspot/app-functions-dev-server` 0.11.1).
 */
export function toHubSpotErrorBody(error: FunctionCallError): object {
  return {
    status: 'error',
    message: "There was a problem reaching the app's API. Contact the app developer for more information.",
    correlationId: 'n/a',
    errors: [
      {
        subCategory: 'ServerlessActionExecutionError.SERVERLESS_FUNCTION_ERROR',
        message: `The serverless function '${error.uid}' failed to execute: ${error.message}.`,
        context: {
          exception: [error.message],
          logId: ['n/a'],
          appFunctionLogId: ['n/a'],
          serverlessFunction: [error.uid],
        },
      },
    ],
    category: 'VALIDATION_ERROR',
    subCategory: 'GenXExecutionErrorType.APP_ERROR',
  };
}
