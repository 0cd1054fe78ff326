/** The first items, as many as fit an answer: in JSON and UTF-8. */
export function takeFitting<Item>(items: readonly Item[], bytesMax: number): readonly Item[] {
  let bytesLeft = bytesMax;
  const end = items.findIndex((item) => {
    // With the comma behind it.
    bytesLeft -= Buffer.byteLength(JSON.stringify(item)) + 1;
    return bytesLeft < 0;
  });
  return end === -1 ? items : items.slice(0, end);
}
