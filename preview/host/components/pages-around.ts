/** The numbers around the current page. */
export function pagesAround(page: number, pageCount: number, most: number): number[] {
  const count = Math.max(0, Math.min(most, pageCount));
  const first = Math.max(1, Math.min(page - Math.floor(count / 2), pageCount - count + 1));
  return Array.from({ length: count }, (_, index) => first + index);
}
