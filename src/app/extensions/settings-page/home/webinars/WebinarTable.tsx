import { Table, TableBody, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { WebinarRow, WebinarSort } from '../../../contract/webinars.ts';
import { useWords } from '../../../shared/words/words-context.tsx';
import { toPageCount } from '../../paging.ts';
import { keyOf } from '../../sync/webinar-subject.ts';
import { toPagination } from '../../to-pagination.ts';
import type { RowActions } from './row-actions.ts';
import { WebinarTableRow } from './WebinarTableRow.tsx';
import { changeQuery, type WebinarsQuery, webinarsPerPage } from './webinars-query.ts';

interface WebinarTableProps {
  readonly rows: readonly WebinarRow[];
  readonly totalCount: number;
  readonly query: WebinarsQuery;
  readonly setQuery: (change: (query: WebinarsQuery) => WebinarsQuery) => void;
  readonly actions: RowActions;
}

/** In pixels: enough for what should not be broken into lines. The other columns share what is left. */
const columnWidths = { topic: 205, date: 130, status: 155, actions: 132 } as const;

/** One page of webinars. */
export function WebinarTable({ rows, totalCount, query, setQuery, actions }: WebinarTableProps) {
  const words = useWords();
  const sortedBy = (sort: WebinarSort) => ({
    sortDirection: query.sort === sort ? query.direction : ('none' as const),
    onSortChange: (direction: 'ascending' | 'descending' | 'none') =>
      setQuery((before) => changeQuery(before, { sort, direction: direction === 'none' ? 'ascending' : direction })),
  });
  const pagination = toPagination(query.page, toPageCount(totalCount, webinarsPerPage), (page) =>
    setQuery((before) => ({ ...before, page })),
  );
  return (
    <Table density="condensed" testId="webinars" {...pagination}>
      <TableHead>
        <TableRow>
          <TableHeader width={columnWidths.topic} {...sortedBy('topic')}>
            {words.t('home.column.topic')}
          </TableHeader>
          <TableHeader width={columnWidths.date} {...sortedBy('startsAt')}>
            {words.t('home.column.date')}
          </TableHeader>
          <TableHeader {...sortedBy('hostName')}>{words.t('home.column.host')}</TableHeader>
          <TableHeader>{words.t('home.column.type')}</TableHeader>
          <TableHeader align="right" {...sortedBy('registeredCount')}>
            {words.t('home.column.registered')}
          </TableHeader>
          <TableHeader align="right" {...sortedBy('attendedCount')}>
            {words.t('home.column.attended')}
          </TableHeader>
          <TableHeader width={columnWidths.status} {...sortedBy('status')}>
            {words.t('home.column.status')}
          </TableHeader>
          <TableHeader width={columnWidths.date} {...sortedBy('lastSyncAt')}>
            {words.t('home.column.last-sync')}
          </TableHeader>
          <TableHeader>{words.t('home.column.switch')}</TableHeader>
          <TableHeader width={columnWidths.actions}>{words.t('home.column.actions')}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <WebinarTableRow key={keyOf(row)} row={row} actions={actions} />
        ))}
      </TableBody>
    </Table>
  );
}
