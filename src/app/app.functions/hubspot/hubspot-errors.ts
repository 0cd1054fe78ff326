import * as z from 'zod/mini';
import type { FailureKind, FailureReason } from '../../extensions/contract/failure.ts';
import type { HttpAnswer, HttpRequest } from '../http/http.ts';
import { readCorrelationId, toFailure, type Failure } from '../http/integration-error.ts';
import { tryParseJson } from '../http/json.ts';
import { parseRetryAfter } from '../http/retry-after.ts';
import { contextValues, describeProblem, hubSpotProblem, readProblemCode } from './hubspot-problem.ts';
import type { HubSpotProblem } from './hubspot-problem.ts';

interface Refusal {
  readonly status: number;
  /** Null when the body is not HubSpot's: an error page of the edge, or cut off. */
  readonly problem: HubSpotProblem | null;
}

interface ErrorRule {
  readonly applies: (refusal: Refusal) => boolean;
  readonly kind: FailureKind;
  readonly toReason: (refusal: Refusal) => FailureReason;
}

const refused = ({ status, problem }: Refusal): FailureReason => ({
  cause: 'vendor-refused',
  problem: problem === null ? `HTTP ${status}` : describeProblem(problem),
});
const limited = (limit: 'second' | 'ten-seconds' | 'day') => (): FailureReason => ({ cause: 'limit-reached', limit });
const always = (reason: FailureReason) => (): FailureReason => reason;

const scopeKeys = ['requiredGranularScopes', 'requiredScopes', 'missingScopes'];

const readScopes = ({ problem }: Refusal): readonly string[] =>
  problem === null ? [] : [...new Set(contextValues(problem, ...scopeKeys))];

function toScopeReason(refusal: Refusal): FailureReason {
  const scopes = readScopes(refusal);
  // Without names it is the account's tier that lacks the feature; only the message says so.
  return scopes.length === 0 ? refused(refusal) : { cause: 'scopes-missing', scopes };
}

const conflictCodes = new Set(['CONFLICT', 'OBJECT_ALREADY_EXISTS', 'UNIQUE_VALUE_CONFLICT']);

/** A unique value that another record holds comes as an ordinary validation error; only the message tells it apart. */
const heldElsewhere = /already has that value|already exists/i;

const isHttp =
  (...statuses: readonly number[]) =>
  ({ status }: Refusal) =>
    statuses.includes(status);
const limitIs =
  (policyName: string, inMessage: RegExp) =>
  ({ status, problem }: Refusal) =>
    status === 429 &&
    (problem?.policyName === undefined ? inMessage.test(problem?.message ?? '') : problem.policyName === policyName);

/*
 * First match wins.
 *
 * | answer                                        | kind             | reason           |
 * |-----------------------------------------------|------------------|------------------|
 * | 429 policy DAILY                              | quota-exhausted  | day              |
 * | 429 policy SECONDLY                           | rate-limited     | second           |
 * | 429 TEN_SECONDLY_ROLLING, or no policy        | rate-limited     | ten-seconds      |
 * | 423, 477, 408, 5xx                            | unavailable      |                  |
 * | 403 that is not HubSpot's JSON                | unavailable      | the edge refused |
 * | 401                                           | unauthorised     |                  |
 * | 4xx that is not HubSpot's JSON                | unexpected-shape | never "no data"  |
 * | 403 MISSING_SCOPES                            | missing-scope    | names of scopes  |
 * | 404                                           | not-found        |                  |
 * | 409, or a conflict by category or message     | conflict         |                  |
 * | other 4xx                                     | rejected         |                  |
 */
const rules: readonly ErrorRule[] = [
  { applies: limitIs('DAILY', /daily/i), kind: 'quota-exhausted', toReason: limited('day') },
  { applies: limitIs('SECONDLY', /\bsecondly/i), kind: 'rate-limited', toReason: limited('second') },
  { applies: isHttp(429), kind: 'rate-limited', toReason: limited('ten-seconds') },
  {
    applies: ({ status }) => status >= 500 || [408, 423, 477].includes(status),
    kind: 'unavailable',
    toReason: always({ cause: 'vendor-unavailable' }),
  },
  {
    applies: ({ status, problem }) => status === 403 && problem === null,
    kind: 'unavailable',
    toReason: always({ cause: 'vendor-unavailable' }),
  },
  { applies: isHttp(401), kind: 'unauthorised', toReason: always({ cause: 'hubspot-token-refused' }) },
  {
    applies: ({ problem }) => problem === null,
    kind: 'unexpected-shape',
    toReason: ({ status }) => ({ cause: 'answer-malformed', problem: `HTTP ${status} without HubSpot's error body` }),
  },
  {
    applies: (refusal) =>
      refusal.status === 403 && (refusal.problem?.category === 'MISSING_SCOPES' || readScopes(refusal).length > 0),
    kind: 'missing-scope',
    toReason: toScopeReason,
  },
  { applies: isHttp(404), kind: 'not-found', toReason: refused },
  { applies: ({ status, problem }) => status === 409 || isConflict(problem), kind: 'conflict', toReason: refused },
  { applies: () => true, kind: 'rejected', toReason: refused },
];

/** Whether a problem says that another record holds the unique value. Also for the entries of a batch's `errors`. */
export function isConflict(problem: HubSpotProblem | null): boolean {
  if (problem === null) return false;
  const codes = [problem.category, problem.errorType, ...(problem.errors ?? []).map(({ code }) => code)];
  return (
    codes.some((code) => code !== undefined && conflictCodes.has(code)) || heldElsewhere.test(problem.message ?? '')
  );
}

/**
 * Says what an answer of HubSpot other than 2xx means.
 *
 * @param nowMs - milliseconds since 1970, for a Retry-After that is a date
 */
export function classifyHubSpotAnswer(
  request: Pick<HttpRequest, 'system' | 'operation'>,
  answer: HttpAnswer,
  nowMs: number,
): Failure {
  const problem = readProblem(answer.body);
  const refusal: Refusal = { status: answer.status, problem };
  const rule = rules.find(({ applies }) => applies(refusal));
  if (rule === undefined) throw new Error('the last rule applies to everything');
  return toFailure(request, rule.kind, rule.toReason(refusal), {
    httpStatus: answer.status,
    vendorCode: problem === null ? null : (readProblemCode(problem) ?? problem.policyName ?? null),
    correlationId: problem?.correlationId ?? readCorrelationId(answer),
    retryAfterSeconds: parseRetryAfter(answer.headers['retry-after'], nowMs),
  });
}

function readProblem(body: string): HubSpotProblem | null {
  const parsed = z.safeParse(hubSpotProblem, tryParseJson(body));
  return parsed.success ? parsed.data : null;
}
