import { normaliseAddress } from '../domain/address.ts';
import type { Participation } from '../domain/webinar.ts';
import { guestKey } from './attendee-joins.ts';
import { partitionOfKey } from './partitions.ts';
import type { RowBatch } from './source-rows.ts';

/** Rows by the part that their person belongs to, as far as the row itself tells. */
export type PartitionedRows = ReadonlyMap<number, readonly RowBatch[]>;

/** Divides rows; every row goes into exactly one part. */
export function partitionRows(
  batches: readonly RowBatch[],
  accountId: string,
  partitionCount: number,
): PartitionedRows {
  if (partitionCount === 1) return batches.length === 0 ? new Map() : new Map([[0, batches]]);
  const parts = new Map<number, RowBatch[]>();
  for (const batch of batches) {
    const registrants = groupBy(batch.registrants, ({ email }) =>
      partitionOfKey(accountId, normaliseAddress(email), partitionCount),
    );
    const participations = groupBy(batch.participations, (row) =>
      partitionOfKey(accountId, keyOf(row), partitionCount),
    );
    for (const partition of new Set([...registrants.keys(), ...participations.keys()])) {
      const part: RowBatch = {
        ...batch,
        registrants: registrants.get(partition) ?? [],
        participations: participations.get(partition) ?? [],
      };
      const known = parts.get(partition);
      if (known === undefined) parts.set(partition, [part]);
      else known.push(part);
    }
  }
  return parts;
}

/** Rows of one person have one key, but for those whose registrant has another address than the row. */
const keyOf = (row: Participation): string => (row.email === null ? guestKey(row) : normaliseAddress(row.email));

function groupBy<Row>(rows: readonly Row[], partitionOf: (row: Row) => number): ReadonlyMap<number, readonly Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const partition = partitionOf(row);
    const group = groups.get(partition);
    if (group === undefined) groups.set(partition, [row]);
    else group.push(row);
  }
  return groups;
}
