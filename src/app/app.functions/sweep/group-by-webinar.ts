/** Rows in their order, by webinar ID. */
export function groupByWebinar<Row extends { readonly webinarId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const group = groups.get(row.webinarId);
    if (group === undefined) groups.set(row.webinarId, [row]);
    else group.push(row);
  }
  return groups;
}
