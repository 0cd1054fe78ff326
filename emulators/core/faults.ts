import * as z from 'zod';

const when = z.enum(['before', 'after']).default('before');

/** What goes wrong. `before` means that nothing happened at the vendor, `after` that the effect took place and the answer was lost or replaced. */
export const faultEffectSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    status: z.int().min(100).max(599),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
    when,
  }),
  z.strictObject({ kind: z.literal('html'), status: z.int().min(100).max(599).default(502), when }),
  z.strictObject({ kind: z.literal('delay'), ms: z.int().min(0).max(120_000) }),
  z.strictObject({ kind: z.literal('cut'), when }),
  z.strictObject({ kind: z.literal('silence'), when }),
  z.strictObject({ kind: z.literal('truncate') }),
  z.strictObject({ kind: z.literal('drip'), ms: z.int().min(1).max(120_000) }),
  z.strictObject({ kind: z.literal('omit-field'), path: z.string().min(1) }),
  z.strictObject({ kind: z.literal('set-field'), path: z.string().min(1), value: z.unknown() }),
]);
export type FaultEffect = z.infer<typeof faultEffectSchema>;

const positive = z.int().min(1);

/** One scripted fault: which operation, which of its calls (counted from 1 since the script was set), and what happens. */
export const faultSchema = z.strictObject({
  operation: z.string().min(1).describe("an operation id of the stand-in, or '*'"),
  /** Texts that the path with its query, and the body, must contain: only such calls are counted. */
  where: z.strictObject({ target: z.string().default(''), body: z.string().default('') }).prefault({}),
  occurrence: z
    .union([positive, z.strictObject({ from: positive, to: positive.optional() }), z.literal('every')])
    .default(1),
  fault: faultEffectSchema,
});
export type Fault = z.input<typeof faultSchema>;

/** What of a call decides whether a fault is for it. */
export interface FaultyCall {
  readonly operationId: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly body: string;
}

interface ArmedFault {
  readonly definition: z.output<typeof faultSchema>;
  seenCount: number;
  usedCount: number;
}

export interface FaultScript {
  add(faults: readonly unknown[]): void;
  clear(): void;
  /** The effects that apply to this call, in the order of the script. Counts the call. */
  take(call: FaultyCall): readonly FaultEffect[];
  list(): readonly (Fault & { seenCount: number; usedCount: number })[];
}

const isMeant = ({ operation, where }: z.output<typeof faultSchema>, call: FaultyCall): boolean =>
  (operation === '*' || operation === call.operationId) &&
  call.target.includes(where.target) &&
  call.body.includes(where.body);

function matches(occurrence: z.output<typeof faultSchema>['occurrence'], callNumber: number): boolean {
  if (occurrence === 'every') return true;
  if (typeof occurrence === 'number') return occurrence === callNumber;
  return callNumber >= occurrence.from && callNumber <= (occurrence.to ?? Number.POSITIVE_INFINITY);
}

export function createFaultScript(operationIds: ReadonlySet<string>): FaultScript {
  let armed: ArmedFault[] = [];
  return {
    add(faults) {
      const parsed = faults.map((fault) => faultSchema.parse(fault));
      for (const { operation } of parsed) {
        if (operation !== '*' && !operationIds.has(operation)) {
          throw new Error(`There is no operation "${operation}". Known: ${[...operationIds].sort().join(', ')}.`);
        }
      }
      armed = [...armed, ...parsed.map((definition) => ({ definition, seenCount: 0, usedCount: 0 }))];
    },
    clear() {
      armed = [];
    },
    take(call) {
      const effects: FaultEffect[] = [];
      for (const fault of armed) {
        if (!isMeant(fault.definition, call)) continue;
        fault.seenCount += 1;
        if (!matches(fault.definition.occurrence, fault.seenCount)) continue;
        fault.usedCount += 1;
        effects.push(fault.definition.fault);
      }
      return effects;
    },
    list: () => armed.map(({ definition, seenCount, usedCount }) => ({ ...definition, seenCount, usedCount })),
  };
}
