type Room = { readonly room: number; readonly gap: number; readonly rest: number };

/** How many of the widths fit beside each other, with room for `rest` if not all do. */
export function countThatFits(widths: readonly number[], { room, gap, rest }: Room): number {
  const ends = widths.map((_, index) => widths.slice(0, index + 1).reduce((sum, width) => sum + width + gap, -gap));
  if ((ends.at(-1) ?? 0) <= room) return widths.length;
  return ends.filter((end) => end + gap + rest <= room).length;
}
