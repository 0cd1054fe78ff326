import type { DeliveryResult, OutgoingAnswer } from '../../core/delivery.ts';
import type { EpochMs } from '../../core/clock.ts';
import { sentenceFor } from './action.ts';
import { readIsoDuration } from './iso-duration.ts';
import type { Enrolment, FinalState } from './office.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long HubSpot goes on trying what failed with 5xx, 429 or no answer. */
const tryingForMs = 3 * dayMs;
const firstRetryMs = minuteMs;
const longestRetryMs = 8 * hourMs;
const defaultBlockMs = 7 * dayMs;

/** What follows from an attempt, or from a completion. */
export function applyResult(enrolment: Enrolment, result: DeliveryResult, now: EpochMs): void {
  if (result.kind !== 'answered') {
    tryAgain(enrolment, null, now);
    return;
  }
  const { answer } = result;
  if (answer.status >= 500) tryAgain(enrolment, null, now);
  else if (answer.status === 429) tryAgain(enrolment, readRetryAfter(answer), now);
  else if (answer.status >= 200 && answer.status < 300) applyOutputs(enrolment, readOutputs(answer.body), now);
  else finish(enrolment, 'FAILED', {}, now);
}

/**
 * In this direction HubSpot reads `Retry-After` as milliseconds.
 * @see https://developers.hubspot.com/docs/api/workflows/custom-workflow-actions (read 2026-11-20)
 */
function readRetryAfter({ headers }: OutgoingAnswer): number | null {
  const text = headers?.['retry-after'] ?? '';
  return /^\d+$/.test(text) ? Math.max(secondMs, Number(text)) : null;
}

function tryAgain(enrolment: Enrolment, askedForMs: number | null, now: EpochMs): void {
  const failures = enrolment.attempts.length;
  const backOffMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.max(0, failures - 1));
  const dueAt = now + (askedForMs ?? backOffMs);
  const firstAt = enrolment.attempts[0]?.at ?? now;
  if (dueAt > firstAt + tryingForMs) finish(enrolment, 'GAVE_UP', {}, now);
  else enrolment.dueAt = dueAt;
}

type Outputs = Readonly<Record<string, unknown>>;

/** Null: the body is not what an action answers. */
function readOutputs(body: string): Outputs | null {
  try {
    const content = JSON.parse(body) as { readonly outputFields?: unknown } | null;
    const outputs = content?.outputFields ?? {};
    return typeof outputs === 'object' && !Array.isArray(outputs) ? (outputs as Outputs) : null;
  } catch {
    return null;
  }
}

/** The state stands among the outputs; without one the status has said that all went well. */
export function applyOutputs(enrolment: Enrolment, outputs: Outputs | null, now: EpochMs): void {
  if (outputs === null) {
    finish(enrolment, 'FAILED', {}, now);
    return;
  }
  const state = outputs['hs_execution_state'] ?? 'SUCCESS';
  if (state === 'BLOCK' || state === 'ASYNC') block(enrolment, outputs, now);
  else finish(enrolment, state === 'SUCCESS' || state === 'FAIL_CONTINUE' ? state : 'FAILED', outputs, now);
}

function block(enrolment: Enrolment, outputs: Outputs, now: EpochMs): void {
  const duration = outputs['hs_expiration_duration'];
  enrolment.status = 'blocked';
  enrolment.outputs = outputs;
  enrolment.dueAt = now + ((typeof duration === 'string' ? readIsoDuration(duration) : null) ?? defaultBlockMs);
}

export function finish(enrolment: Enrolment, state: FinalState, outputs: Outputs, now: EpochMs): void {
  const { action, locale } = enrolment.workflow;
  const declared = new Set(action.config.outputFields.map(({ typeDefinition }) => typeDefinition.name));
  enrolment.status = 'done';
  enrolment.finalState = state;
  enrolment.finishedAt = now;
  enrolment.outputs = Object.fromEntries(Object.entries(outputs).filter(([name]) => declared.has(name)));
  enrolment.sentence = sentenceFor(action, locale, outputs, enrolment.inputs);
}
