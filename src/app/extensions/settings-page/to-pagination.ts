import type { TableProps } from '@hubspot/ui-extensions';

type Paginated = Extract<TableProps, { readonly paginated: true }>;
type Pagination = Pick<Paginated, 'paginated' | 'page' | 'pageCount' | 'onPageChange'> | { readonly paginated: false };

/** A table of one page goes without page buttons. */
export function toPagination(page: number, pageCount: number, onPageChange: (page: number) => void): Pagination {
  return pageCount <= 1 ? { paginated: false } : { paginated: true, page, pageCount, onPageChange };
}
