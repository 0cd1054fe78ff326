import type { RowBatch } from './source-rows.ts';

/**
 * A participation lies in the part of its own address, and its registrant in the part of the registrant's. Where they
 * differ, the registrant decides: the row is a stray and goes to the registrant's part. A registrant whom nobody knows
 * (removed since) decides nothing: the row stays where it is and counts under its own address, if it has one.
 */
export function settleStrays(
  strays: readonly { readonly partition: number; readonly batches: readonly RowBatch[] }[],
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
