import type { RowBatch } from './source-rows.ts';

/** Participations of one part whose registrants are not in it. */
export interface PartitionStrays {
  readonly partition: number;
  readonly batches: readonly RowBatch[];
}

const idSeparator = '\n';

/** The ids of a part's registrants as one text: a third of the memory of as many texts, of which few are ever looked for. */
export const joinRegistrantIds = (registrants: readonly { readonly registrantId: string }[]): string =>
  registrants.map(({ registrantId }) => registrantId).join(idSeparator);

/**
 * The parts of the registrants that strays belong to; of those whom nobody knows there is none.
 *
 * @param registrantIds - by part, as `joinRegistrantIds` made them
 */
export function findHomes(
  strays: readonly PartitionStrays[],
  registrantIds: readonly string[],
): ReadonlyMap<string, number> {
  const wanted = new Set(
    strays.flatMap(({ batches }) =>
      batches.flatMap(({ participations }) => participations.map(({ registrantId }) => registrantId)),
    ),
  );
  const homes = new Map<string, number>();
  if (wanted.size === 0) return homes;
  for (const [partition, ids] of registrantIds.entries()) {
    for (const id of ids.split(idSeparator)) if (wanted.has(id)) homes.set(id, partition);
  }
  return homes;
}

/**
 * A participation lies in the part of its own address, and its registrant in the part of the registrant's. Where they
 * differ, the registrant decides: the row is a stray and goes to the registrant's part. A registrant whom nobody knows
 * (removed since) decides nothing: the row stays where it is and counts under its own address, if it has one.
 */
export function settleStrays(
  strays: readonly PartitionStrays[],
  partitionOfRegistrant: (registrantId: string) => number | undefined,
): ReadonlyMap<number, readonly RowBatch[]> {
  const settled = new Map<number, RowBatch[]>();
  for (const { partition, batches } of strays) {
    for (const batch of batches) {
      for (const row of batch.participations) {
        const home = row.registrantId === null ? undefined : partitionOfRegistrant(row.registrantId);
        const moved = { ...batch, isSettled: true, participations: [row] };
        const target = home ?? partition;
        const known = settled.get(target);
        if (known === undefined) settled.set(target, [moved]);
        else known.push(moved);
      }
    }
  }
  return settled;
}
