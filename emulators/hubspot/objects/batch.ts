import type { EmulatorAnswer } from '../../core/operation.ts';
import type { HubSpotWorld } from '../entities.ts';
import { Problem, problems, type ProblemBody } from '../errors.ts';
import { toVendorTime } from '../time.ts';

/** One entry of a batch answer's `errors`. */
export type BatchError = ProblemBody & { readonly status?: 'error' };

/** Wraps the results of a batch as HubSpot does; `numErrors` counts entries of `errors`, not rows. */
export function batchBody(
  world: HubSpotWorld,
  results: readonly unknown[],
  errors: readonly BatchError[] = [],
): object {
  const now = toVendorTime(world.clock.now());
  return {
    status: 'COMPLETE',
    results,
    ...(errors.length === 0 ? {} : { numErrors: errors.length, errors }),
    startedAt: now,
    completedAt: now,
  };
}

export function refuseBatchSize(count: number, cap: number): void {
  if (count === 0) throw problems.emptyBatch();
  if (count > cap) throw problems.tooManyInputs(count, cap);
}

/** @throws Problem 400 naming the ids that stand twice in the batch */
export function refuseDuplicates(ids: readonly string[]): void {
  if (new Set(ids).size === ids.length) return;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  throw problems.duplicateIds([...repeated]);
}

export const ordered = <Item>(world: HubSpotWorld, items: readonly Item[]): readonly Item[] =>
  world.switches.shuffleResults ? world.random.shuffle(items) : items;

export interface Row {
  readonly objectWriteTraceId?: string | null | undefined;
}

/** Rows of a batch write: each is planned by itself, then all are applied, or none. */
export interface BatchWrite<Input extends Row, Planned> {
  readonly inputs: readonly Input[];
  /** May throw a Problem for this row; null leaves the row out without a word. */
  plan(input: Input): Planned | null;
  apply(planned: Planned, input: Input): object;
  readonly successStatus: number;
}

function isTraced(inputs: readonly Row[]): boolean {
  const ids = inputs.map(({ objectWriteTraceId }) => objectWriteTraceId ?? '');
  return ids.every((id) => id !== '') && new Set(ids).size === ids.length;
}

function groupErrors(
  world: HubSpotWorld,
  refused: readonly { readonly row: Row; readonly problem: Problem }[],
): BatchError[] {
  const groups = new Map<string, BatchError>();
  for (const [position, { row, problem }] of refused.entries()) {
    const { context = {}, ...body } = problem.asRow;
    const key = world.switches.groupRowErrors ? JSON.stringify([body, Object.keys(context)]) : String(position);
    const merged: Record<string, readonly string[]> = { ...groups.get(key)?.context };
    const own = { ...context, objectWriteTraceId: [row.objectWriteTraceId ?? ''] };
    for (const [name, values] of Object.entries(own)) merged[name] = [...(merged[name] ?? []), ...values];
    groups.set(key, { status: 'error', ...body, context: merged });
  }
  return [...groups.values()];
}

/**
 * Runs a batch write. Without a unique `objectWriteTraceId` in every input one refused row refuses the whole request;
 * with them the good rows are written and 207 names the refused ones.
 */
export function runBatchWrite<Input extends Row, Planned>(
  world: HubSpotWorld,
  batch: BatchWrite<Input, Planned>,
): EmulatorAnswer {
  const traced = isTraced(batch.inputs);
  const planned: { readonly row: Input; readonly plan: Planned }[] = [];
  const refused: { readonly row: Input; readonly problem: Problem }[] = [];
  for (const row of batch.inputs) {
    try {
      const plan = batch.plan(row);
      if (plan !== null) planned.push({ row, plan });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (!traced) {
        const { context: _withoutIds, ...body } = error.asRow;
        throw new Problem(error.status, body);
      }
      refused.push({ row, problem: error });
    }
  }
  const results = ordered(
    world,
    planned.map(({ row, plan }) => batch.apply(plan, row)),
  );
  const errors = groupErrors(world, refused);
  return {
    status: errors.length > 0 ? 207 : batch.successStatus,
    json: batchBody(world, results, errors),
  };
}
