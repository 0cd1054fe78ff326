import type { MutableCallMeter } from './call-meter.ts';
import type { Deadline } from './deadline.ts';
import type { HttpAnswer, HttpRequest, Send } from './http.ts';
import {
  IntegrationError,
  isIntegrationError,
  readCorrelationId,
  toFailure,
  type Failure,
} from './integration-error.ts';
import { tryParseJson, unexpectedShape } from './json.ts';
import type { RateGate } from './rate-gate.ts';
import { toPauseMs, withRetry } from './retry.ts';
import type { Time } from './time.ts';
import type { Transport } from './transport.ts';

/** A call that has taken longer than this has failed, even if the step has time left. */
const callTimeoutDefaultMs = 5_000;
/** A call with less time than this would only be cut off, and leave in doubt what it did. */
const callTimeoutLeastMs = 100;

/** What a call passes through. One gate per account, one deadline and one meter per step. */
export interface SendParts {
  readonly transport: Transport;
  readonly gate: RateGate;
  readonly time: Pick<Time, 'monotonicMs' | 'random' | 'sleep'>;
  readonly deadline: Deadline;
  readonly meter: MutableCallMeter;
  /** Says what an answer outside 200–299 means; belongs to the vendor's adapter. */
  readonly classify: (request: HttpRequest, answer: HttpAnswer) => Failure;
  readonly callTimeoutMs?: number;
}

/** One request passes: retry → rate gate → transport → headers to the gate → classification. */
export function createSend(parts: SendParts): Send {
  return (request) => withRetry(request, () => sendTimed(parts, request), parts);
}

async function sendTimed(parts: SendParts, request: HttpRequest): Promise<HttpAnswer> {
  const startedMs = parts.time.monotonicMs();
  try {
    return await sendOnce(parts, request);
  } finally {
    parts.meter.addCallMs(request.system, parts.time.monotonicMs() - startedMs);
  }
}

async function sendOnce(parts: SendParts, request: HttpRequest): Promise<HttpAnswer> {
  const { transport, gate, deadline, meter, classify } = parts;
  const place = await gate.enter(request, deadline);
  const remainingMs = deadline.remainingMs();
  if (remainingMs < callTimeoutLeastMs) {
    throw new IntegrationError(toFailure({ ...request, system: 'app' }, 'deadline', { cause: 'out-of-time' }));
  }

  meter.count(request.system);
  const answer = await transport(request, Math.min(parts.callTimeoutMs ?? callTimeoutDefaultMs, remainingMs)).catch(
    (error: unknown) => {
      throw deadline.hasPassed() ? blameDeadline(error) : error;
    },
  );
  place.answered();
  gate.observe(request.rateClass, answer.headers);

  const expectsFile = request.expects === 'file';
  if (answer.status >= 200 && answer.status <= 299) {
    if (!expectsFile) refuseUnreadable(request, answer);
    return answer;
  }
  if (expectsFile && isRedirect(answer)) return answer;
  const failure = classify(request, answer);
  if (failure.kind === 'rate-limited') gate.pause(request.rateClass, toPauseMs(failure));
  throw new IntegrationError(failure);
}

const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Whether the answer only says where to ask instead. */
export const isRedirect = ({ status }: HttpAnswer): boolean => redirectStatuses.has(status);

/** A time-out at the end of the step is ours, not the vendor's; it stays a `timeout`, for the call may have worked. */
function blameDeadline(error: unknown): unknown {
  if (!isIntegrationError(error) || error.failure.kind !== 'timeout') return error;
  return new IntegrationError({ ...error.failure, reason: { cause: 'out-of-time' } }, { cause: error.cause });
}

/**
 * A success must be JSON or empty. A login or error page under status 200 is `unexpected-shape`; JSON that breaks off is
 * `answer-lost`, since the call worked and a second look may bring the whole answer.
 */
function refuseUnreadable(request: HttpRequest, answer: HttpAnswer): void {
  const body = answer.body.trimStart();
  if (body === '') return;
  if (body.startsWith('<')) throw unexpectedShape(request, answer, 'a page instead of JSON');
  if (tryParseJson(body) !== undefined) return;
  if (!body.startsWith('{') && !body.startsWith('[')) throw unexpectedShape(request, answer, 'not JSON');
  throw new IntegrationError(
    toFailure(
      request,
      'answer-lost',
      { cause: 'answer-malformed', problem: 'the answer breaks off' },
      { httpStatus: answer.status, correlationId: readCorrelationId(answer) },
    ),
  );
}
