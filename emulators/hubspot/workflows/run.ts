import type { EpochMs } from '../../core/clock.ts';
import { inParallel, send, type Deliver, type DeliveryResult } from '../../core/delivery.ts';
import type { HubSpotWorld } from '../entities.ts';
import { resolveObjectType, storeOf } from '../object-types.ts';
import type { Enrolment } from './office.ts';
import { applyOutputs, applyResult, finish } from './outcome.ts';
import { executionRequest, inputsFor } from './request.ts';

/** No answer within this time counts as none. */
export const executionTimeoutMs = 30_000;

const isDue = (enrolment: Enrolment, now: EpochMs): boolean => enrolment.status !== 'done' && enrolment.dueAt <= now;

/**
 * Sends everything that is due on the stand-in's clock, which it does not move.
 * @returns how many requests were sent
 */
export async function runDueWorkflows(world: HubSpotWorld, deliver: Deliver): Promise<number> {
  const { workflows: office, clock } = world;
  let sent = 0;
  for (;;) {
    const due = office.enrolments.filter((enrolment) => isDue(enrolment, clock.now()));
    if (due.length === 0) return sent;
    due.sort((left, right) => left.dueAt - right.dueAt);
    await inParallel(due, office.settings.concurrency, async (enrolment) => {
      if (enrolment.status === 'blocked') finish(enrolment, 'EXPIRED', enrolment.outputs, clock.now());
      else if (enrolment.status === 'waiting') {
        const copies = await execute(world, enrolment, deliver);
        sent += copies;
      }
    });
  }
}

/** When something is due next; null: nothing ever. */
export function nextWorkflowAt({ workflows: { enrolments } }: HubSpotWorld): EpochMs | null {
  const open = enrolments.filter(({ status }) => status !== 'done').map(({ dueAt }) => dueAt);
  return open.length === 0 ? null : open.reduce((earliest, dueAt) => Math.min(earliest, dueAt));
}

/** Moves the clock from one due moment to the next, and at last to `until`, sending on the way. */
export async function runWorkflowsUntil(world: HubSpotWorld, until: EpochMs, deliver: Deliver): Promise<number> {
  let sent = await runDueWorkflows(world, deliver);
  for (let next = nextWorkflowAt(world); next !== null && next <= until; next = nextWorkflowAt(world)) {
    world.clock.set(Math.max(next, world.clock.now()));
    sent += await runDueWorkflows(world, deliver);
  }
  if (world.clock.now() < until) world.clock.set(until);
  return sent;
}

async function execute(world: HubSpotWorld, enrolment: Enrolment, deliver: Deliver): Promise<number> {
  const { workflows: office, clock } = world;
  const { workflow, recordId } = enrolment;
  const record = storeOf(world, resolveObjectType(world, workflow.objectTypeId)).live.get(recordId);
  if (record === undefined) {
    finish(enrolment, 'RECORD_GONE', {}, clock.now());
    return 0;
  }
  enrolment.inputs = inputsFor(workflow, record);
  const isLost = office.random.next() < office.settings.loseAnswers;
  const copies = office.random.next() < office.settings.double ? 2 : 1;
  const request = executionRequest(world, enrolment, record);
  const at = clock.now();
  const [first] = await Promise.all(Array.from({ length: copies }, () => send(deliver, request, executionTimeoutMs)));
  const result: DeliveryResult = first === undefined || isLost ? { kind: 'broken' } : first;
  enrolment.attempts.push({
    at,
    status: result.kind === 'answered' ? result.answer.status : null,
    outcome: isLost ? 'lost' : result.kind,
  });
  applyResult(enrolment, result, clock.now());
  return copies;
}

/** Ends a block, as the app asks for; whatever is not blocked stays as it is. */
export function completeExecution(world: HubSpotWorld, callbackId: string, outputs: Record<string, unknown>): void {
  const enrolment = world.workflows.byCallbackId.get(callbackId);
  if (enrolment?.status === 'blocked') applyOutputs(enrolment, outputs, world.clock.now());
}
