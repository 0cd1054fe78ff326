import { joinIdentity } from './attendee-joins.ts';
import type { ListCursor } from './checkpoint.ts';
import type { SourceRows } from './source.ts';
import type { RowBatch } from './source-rows.ts';

/** The rows of one part that count, and those whose registrant is not in this part. */
export interface SelectedRows extends SourceRows {
  /** Batches of participations that cannot be assigned within the part. */
  readonly strays: readonly RowBatch[];
  /** Distinct rows by list number, strays too. */
  readonly distinctCounts: ReadonlyMap<number, number>;
}

/** Rows of earlier passes through a list are superseded by its last one. */
export function selectRows(batches: readonly RowBatch[], lists: readonly ListCursor[]): SelectedRows {
  const current = batches.filter(({ listNumber, passNumber }) => lists[listNumber]?.passNumber === passNumber);
  const registrants = distinctRows(
    current.map(({ listNumber, registrants: rows }) => ({ listNumber, rows })),
    ({ registrantId }) => registrantId,
  );
  const localIds = new Set(registrants.flatMap(({ rows }) => rows.map(({ registrantId }) => registrantId)));
  const isHere = ({ registrantId }: { readonly registrantId: string | null }): boolean =>
    registrantId === null || localIds.has(registrantId);
  const settled = current.map((batch) => ({
    ...batch,
    here: batch.isSettled ? batch.participations : batch.participations.filter(isHere),
    stray: batch.isSettled ? [] : batch.participations.filter((row) => !isHere(row)),
  }));
  const participations = distinctRows(
    settled.map(({ listNumber, here }) => ({ listNumber, rows: here })),
    joinIdentity,
  );
  const strays = distinctRows(
    settled.map(({ listNumber, stray }) => ({ listNumber, rows: stray })),
    joinIdentity,
  );
  return {
    registrants: registrants.flatMap(({ rows }) => rows),
    participations: participations.flatMap(({ rows }) => rows),
    strays: strays.flatMap(({ listNumber, rows }) => {
      const passNumber = lists[listNumber]?.passNumber ?? 1;
      return rows.length === 0
        ? []
        : [{ listNumber, passNumber, isSettled: false, registrants: [], participations: rows }];
    }),
    distinctCounts: countRows([...registrants, ...participations, ...strays]),
  };
}

interface ListRows<Row> {
  readonly listNumber: number;
  readonly rows: readonly Row[];
}

/** One entry per list, each row once. */
function distinctRows<Row>(
  parts: readonly ListRows<Row>[],
  identityOf: (row: Row) => string,
): readonly ListRows<Row>[] {
  const byList = new Map<number, Map<string, Row>>();
  for (const { listNumber, rows } of parts) {
    const distinct = byList.get(listNumber) ?? new Map<string, Row>();
    byList.set(listNumber, distinct);
    for (const row of rows) distinct.set(identityOf(row), row);
  }
  return [...byList].map(([listNumber, distinct]) => ({ listNumber, rows: [...distinct.values()] }));
}

function countRows(parts: readonly ListRows<unknown>[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { listNumber, rows } of parts) counts.set(listNumber, (counts.get(listNumber) ?? 0) + rows.length);
  return counts;
}
