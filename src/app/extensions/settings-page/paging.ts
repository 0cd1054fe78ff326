/** @param page - the first one is 1; a function's place in a list is the number of rows before it */
export const toAfter = (page: number, rowsPerPage: number): { readonly after?: string } =>
  page === 1 ? {} : { after: String((page - 1) * rowsPerPage) };

/** At least one, also of nothing. */
export const toPageCount = (totalCount: number, rowsPerPage: number): number =>
  Math.max(1, Math.ceil(totalCount / rowsPerPage));
