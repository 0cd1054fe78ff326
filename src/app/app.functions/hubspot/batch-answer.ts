import * as z from 'zod/mini';
import { refusal, type CallFacts } from './hubspot-call.ts';
import {
  contextValues,
  describeProblem,
  hubSpotProblem,
  readProblemCode,
  type HubSpotProblem,
} from './hubspot-problem.ts';

/** A record of any object type, as batch answers and searches give it. */
export const hubSpotObject = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.nullable(z.string())),
  objectWriteTraceId: z.optional(z.nullable(z.string())),
  new: z.optional(z.boolean()),
});
export type HubSpotObject = z.infer<typeof hubSpotObject>;

/**
 * The answer to a batch call, 200 or 207. `numErrors` counts groups of errors, not records, so nothing is concluded
 * from it.
 */
export const batchAnswer = z.object({
  results: z.array(hubSpotObject),
  errors: z.optional(z.nullable(z.array(hubSpotProblem))),
});
export type BatchAnswer = z.infer<typeof batchAnswer>;

/**
 * The records that a batch read found. Absent ones are reported as an error of the batch; any other error must not pass
 * for absence.
 *
 * @throws IntegrationError kind `rejected`
 */
export function readFound(facts: CallFacts, { results, errors }: BatchAnswer): readonly HubSpotObject[] {
  const other = errors?.find(({ category }) => category !== 'OBJECT_NOT_FOUND');
  if (other !== undefined) throw refusal(facts, describeProblem(other), readProblemCode(other));
  return results;
}

/** An input of a batch write, and what its record may be recognised by in the answer. */
export interface TracedInput {
  readonly traceId: string;
  /** The record's id or unique value, addresses in lower case. */
  readonly identity: string;
}

export interface BatchSettlement<Input extends TracedInput> {
  readonly written: ReadonlyMap<Input, HubSpotObject>;
  readonly rejected: ReadonlyMap<Input, { readonly problem: string; readonly source: HubSpotProblem }>;
  /** Neither confirmed nor refused, in the order of the inputs. */
  readonly missing: readonly Input[];
  /** Refusals that name none of the inputs; some of `missing` are meant. */
  readonly unattributed: readonly HubSpotProblem[];
}

/**
 * Finds out what became of each input of a batch write. Results come in any order: they are recognised by their trace
 * id, else by what `identitiesOf` reads from them, and never by their position.
 *
 * @param identitiesOf - what a written record may be called in the inputs: its id, its unique values
 */
export function settleBatch<Input extends TracedInput>(
  inputs: readonly Input[],
  answer: BatchAnswer,
  identitiesOf: (record: HubSpotObject) => readonly string[],
): BatchSettlement<Input> {
  const byTraceId = new Map(inputs.map((input) => [input.traceId, input]));
  const byIdentity = new Map(inputs.map((input) => [input.identity, input]));
  const written = new Map<Input, HubSpotObject>();
  const rejected = new Map<Input, { readonly problem: string; readonly source: HubSpotProblem }>();
  const unattributed: HubSpotProblem[] = [];

  for (const record of answer.results) {
    const traced = byTraceId.get(record.objectWriteTraceId ?? '');
    const input = traced ?? firstKnown(byIdentity, identitiesOf(record));
    if (input !== undefined) written.set(input, record);
  }
  for (const source of answer.errors ?? []) {
    const named = inputsNamedBy(source, byTraceId, byIdentity).filter((input) => !written.has(input));
    for (const input of named) rejected.set(input, { problem: describeProblem(source), source });
    if (named.length === 0) unattributed.push(source);
  }
  const missing = inputs.filter((input) => !written.has(input) && !rejected.has(input));
  return { written, rejected, missing, unattributed };
}

function firstKnown<Input>(byIdentity: ReadonlyMap<string, Input>, identities: readonly string[]): Input | undefined {
  const known = identities.find((identity) => byIdentity.has(identity));
  return known === undefined ? undefined : byIdentity.get(known);
}

function inputsNamedBy<Input>(
  problem: HubSpotProblem,
  byTraceId: ReadonlyMap<string, Input>,
  byIdentity: ReadonlyMap<string, Input>,
): readonly Input[] {
  const traced = contextValues(problem, 'objectWriteTraceId').map((traceId) => byTraceId.get(traceId));
  const identified = contextValues(problem, 'ids', 'id', 'email').map(
    (id) => byIdentity.get(id) ?? byIdentity.get(id.trim().toLowerCase()),
  );
  return [...traced, ...identified].filter((input) => input !== undefined);
}
