import type {
  TableCellProps,
  TableElementProps,
  TableHeaderProps,
  TablePaginatedProps,
  TableProps,
} from '@hubspot/ui-extensions';
import { createContext, type CSSProperties, useContext, useState } from 'react';
import { classNames } from './class-names.ts';
import { callExtension, testAttributes } from './extension-events.ts';
import { Drawing } from './icons/drawing.tsx';
import { Pagination } from './pagination.tsx';
import { useIsCut } from './truncated.tsx';
import { useChoice } from './use-choice.ts';
import { useHostWords } from './words/use-host-words.ts';

/** Examples of HubSpot's give the count as a text. */
type HostPaginatedProps = Omit<TablePaginatedProps, 'pageCount'> & { readonly pageCount: number | string };

function PaginatedFoot(props: HostPaginatedProps) {
  const choice = useChoice({ given: props.page, initial: 1, empty: 1 });
  return (
    <Pagination
      page={choice.value}
      pageCount={Number(props.pageCount)}
      showButtonLabels={props.showButtonLabels ?? true}
      showFirstLastButtons={props.showFirstLastButtons ?? false}
      maxVisiblePageButtons={props.maxVisiblePageButtons ?? 5}
      onPageChange={(page) => choice.choose(page, props.onPageChange, page)}
    />
  );
}

export function Table(props: TableProps) {
  const { bordered = true, flush = false, density = 'default', children } = props;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const isCut = useIsCut(scroller);
  const words = useHostWords();
  return (
    <div className={classNames('canvas-table-box', flush && 'canvas-table-box--flush')} {...testAttributes(props)}>
      <div
        ref={setScroller}
        className={classNames('canvas-table-scroller', bordered && 'canvas-table-scroller--bordered')}
        // What scrolls has to be reachable without a mouse.
        {...(isCut && { tabIndex: 0, role: 'region', 'aria-label': words.table })}
      >
        <table className={classNames('canvas-table', `canvas-table--${density}`, bordered && 'canvas-table--bordered')}>
          {children}
        </table>
      </div>
      {props.paginated === true && <PaginatedFoot {...props} />}
    </div>
  );
}

/** A header names a column in the head of a table, and a row elsewhere. */
const HeaderScopeContext = createContext<'col' | 'row'>('row');

export const TableHead = (props: TableElementProps) => (
  <HeaderScopeContext.Provider value="col">
    <thead {...testAttributes(props)}>{props.children}</thead>
  </HeaderScopeContext.Provider>
);

export const TableBody = (props: TableElementProps) => <tbody {...testAttributes(props)}>{props.children}</tbody>;

export const TableFooter = (props: TableElementProps) => <tfoot {...testAttributes(props)}>{props.children}</tfoot>;

export const TableRow = (props: TableElementProps) => <tr {...testAttributes(props)}>{props.children}</tr>;

const cellAttributes = ({ width = 'auto', align = 'left' }: Pick<TableCellProps, 'width' | 'align'>) => {
  const isPixels = typeof width === 'number';
  const style: CSSProperties = { textAlign: align, ...(isPixels && { width: `${width}px` }) };
  return { style, ...(!isPixels && { className: `canvas-table__cell--${width}` }) };
};

export const TableCell = (props: TableCellProps) => (
  <td
    {...cellAttributes(props)}
    {...(props.colSpan !== undefined && { colSpan: props.colSpan })}
    {...testAttributes(props)}
  >
    {props.children}
  </td>
);

const sortIcons = { ascending: 'sortTableAsc', descending: 'sortTableDesc', none: 'sortTableAsc' } as const;

export function TableHeader(props: TableHeaderProps) {
  const scope = useContext(HeaderScopeContext);
  const { sortDirection = 'never', children } = props;
  if (sortDirection === 'never' || !('onSortChange' in props)) {
    return (
      <th scope={scope} {...cellAttributes(props)} {...testAttributes(props)}>
        {children}
      </th>
    );
  }
  const next = sortDirection === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope={scope} aria-sort={sortDirection} {...cellAttributes(props)} {...testAttributes(props)}>
      <button
        type="button"
        className="canvas-table__sort"
        disabled={props.disabled ?? false}
        onClick={() => void callExtension(props.onSortChange, next)}
      >
        <span>{children}</span>
        <Drawing
          name={sortIcons[sortDirection]}
          className={classNames('canvas-table__arrow', sortDirection === 'none' && 'canvas-table__arrow--idle')}
        />
      </button>
    </th>
  );
}
