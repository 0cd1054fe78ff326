import type { CallFailure, FailureKind, FailureReason, FailureSystem } from '../../extensions/contract/failure.ts';
import type { HttpAnswer } from './http.ts';
import { redactDeep, redactText } from './redact.ts';

/** What went wrong, safe to show, store and log. */
export type Failure = CallFailure['failure'];

/**
 * The one error that adapters throw. It is made safe at birth: every text in `failure`, in the message and in the causes
 * is free of tokens, authorization headers, access keys and e-mail addresses. Causes are copies that keep name, message,
 * code and stack, because a client's own error object carries the request with its credentials.
 */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
  readonly failure: Failure;

  constructor(failure: Failure, options: { readonly cause?: unknown } = {}) {
    const safe = { ...redactDeep(failure), correlationId: toSafeId(failure.correlationId) };
    super(describeFailure(safe), options.cause === undefined ? undefined : { cause: toSafeCause(options.cause) });
    this.failure = Object.freeze(safe);
  }
}

/** False for every other error: those are bugs. */
export function isIntegrationError(error: unknown): error is IntegrationError {
  return error instanceof IntegrationError;
}

/** Whether it is an integration error of one of these kinds. */
export function isFailureOfKind(error: unknown, ...kinds: readonly FailureKind[]): error is IntegrationError {
  return isIntegrationError(error) && kinds.includes(error.failure.kind);
}

/** What may be known of a failure besides its kind and reason. */
export interface FailureDetails {
  readonly httpStatus?: number | null;
  readonly vendorCode?: string | null;
  readonly correlationId?: string | null;
  readonly retryAfterSeconds?: number | null;
}

/** A failure of one call; whatever is not known is null. */
export function toFailure(
  call: { readonly system: FailureSystem; readonly operation: string },
  kind: FailureKind,
  reason: FailureReason,
  details: FailureDetails = {},
): Failure {
  return {
    kind,
    system: call.system,
    operation: call.operation,
    reason,
    httpStatus: details.httpStatus ?? null,
    vendorCode: details.vendorCode ?? null,
    correlationId: details.correlationId ?? null,
    retryAfterSeconds: details.retryAfterSeconds ?? null,
  };
}

/** The vendor's own id of a call, for support requests. */
export function readCorrelationId(answer: Pick<HttpAnswer, 'headers'>): string | null {
  return answer.headers['x-hubspot-correlation-id'] ?? answer.headers['x-zm-trackingid'] ?? null;
}

/** Zoom's id of a call has a part that looks like a key and is none; it is what a support request has to quote. */
const zoomTrackingId = /^v=[\d.]{1,8};clid=\w{1,12};rid=[\w-]{1,60}$/;

function toSafeId(correlationId: string | null): string | null {
  if (correlationId === null || zoomTrackingId.test(correlationId)) return correlationId;
  return redactText(correlationId);
}

function describeFailure(failure: Failure): string {
  const facts = [
    failure.httpStatus === null ? null : `HTTP ${failure.httpStatus}`,
    failure.vendorCode === null ? null : `code ${failure.vendorCode}`,
    failure.reason.cause,
  ].filter((fact) => fact !== null);
  return `${failure.system}, ${failure.operation}: ${failure.kind} (${facts.join(', ')})`;
}

const causesKept = 5;

function toSafeCause(cause: unknown, depth = 1): unknown {
  if (cause instanceof IntegrationError) return cause;
  if (!(cause instanceof Error)) return typeof cause === 'object' ? undefined : redactDeep(cause);
  const safe = new Error(redactText(cause.message));
  safe.name = redactText(cause.name);
  if (cause.stack !== undefined) safe.stack = redactText(cause.stack);
  if ('code' in cause && typeof cause.code === 'string') Object.assign(safe, { code: redactText(cause.code) });
  if (cause.cause !== undefined && depth < causesKept) safe.cause = toSafeCause(cause.cause, depth + 1);
  return safe;
}
