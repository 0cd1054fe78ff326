import { isFailureOfKind, type IntegrationError } from '../http/integration-error.ts';

/** What one call settled. */
export interface AttemptOutcome<Row> {
  /** Rows that this answer leaves open although it refused something; they are tried again in smaller groups. */
  readonly open: readonly Row[];
  /** Why, in words. */
  readonly problem: string;
}

export interface Isolation<Row> {
  /** Rows that HubSpot refuses on their own, or that share the last group tried with such a row. Value: what it said. */
  readonly refused: ReadonlyMap<Row, string>;
  /** Rows that the time did not suffice for. */
  readonly untried: readonly Row[];
}

/**
 * One bad row of 100 is found in 15 calls, three in about 35. More would cost a step its time for rows that a person has
 * to look at anyhow.
 */
const callCountMax = 36;

/**
 * Sends rows together and, when HubSpot refuses the whole request for the sake of some of them, halves the group until
 * the bad rows stand alone. The widest groups go first, so that a bound on the calls costs as few good rows as possible.
 *
 * @param attempt - settles a group by one call, or throws; must be idempotent, for rows can be sent again
 * @throws whatever `attempt` throws, unless it is a refusal (`rejected`, `conflict`) or, after the first call, `deadline`
 */
export async function isolateRefused<Row>(
  rows: readonly Row[],
  attempt: (group: readonly Row[]) => Promise<AttemptOutcome<Row>>,
): Promise<Isolation<Row>> {
  const refused = new Map<Row, string>();
  const waiting: { readonly group: readonly Row[]; readonly problem: string }[] = [{ group: rows, problem: '' }];

  for (let callCount = 0; waiting.length > 0; callCount += 1) {
    const next = waiting.shift();
    if (next === undefined) break;
    if (callCount >= callCountMax) {
      for (const row of next.group) refused.set(row, next.problem);
      continue;
    }
    try {
      const { open, problem } = await attempt(next.group);
      settleOpen(open, next.group.length, problem);
    } catch (error) {
      if (callCount > 0 && isFailureOfKind(error, 'deadline')) {
        return { refused, untried: [next, ...waiting].flatMap(({ group }) => group) };
      }
      if (!isFailureOfKind(error, 'rejected', 'conflict')) throw error;
      settleOpen(next.group, next.group.length, describeRefusal(error));
    }
  }
  return { refused, untried: [] };

  function settleOpen(open: readonly Row[], triedCount: number, problem: string): void {
    if (triedCount === 1) {
      for (const row of open) refused.set(row, problem);
      return;
    }
    const middle = Math.ceil(open.length / 2);
    for (const group of [open.slice(0, middle), open.slice(middle)]) {
      if (group.length > 0) waiting.push({ group, problem });
    }
  }
}

/** What HubSpot said when it refused, in one line. */
export function describeRefusal({ failure }: IntegrationError): string {
  const { reason, vendorCode, kind } = failure;
  return reason.cause === 'vendor-refused' ? reason.problem : (vendorCode ?? kind);
}
