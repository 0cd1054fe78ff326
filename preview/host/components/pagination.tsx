import { classNames } from './class-names.ts';
import type { DrawnName } from './icons/drawings.ts';
import { Drawing } from './icons/drawing.tsx';
import { pagesAround } from './pages-around.ts';
import { useHostWords } from './words/use-host-words.ts';

type StepProps = {
  readonly label: string;
  readonly icon: DrawnName;
  readonly isLabelShown: boolean;
  readonly isLabelFirst: boolean;
  readonly isAtEnd: boolean;
  readonly onStep: () => void;
};

/** It keeps the focus at the end of the pages, so it says that it is disabled instead of being it. */
function Step({ label, icon, isLabelShown, isLabelFirst, isAtEnd, onStep }: StepProps) {
  const text = <span className={isLabelShown ? undefined : 'canvas-sr-only'}>{label}</span>;
  return (
    <button
      type="button"
      className="canvas-pagination__button canvas-pagination__button--step"
      aria-disabled={isAtEnd}
      onClick={() => {
        if (!isAtEnd) onStep();
      }}
    >
      {isLabelFirst && text}
      <Drawing name={icon} />
      {!isLabelFirst && text}
    </button>
  );
}

type PaginationProps = {
  readonly page: number;
  readonly pageCount: number;
  readonly showButtonLabels: boolean;
  readonly showFirstLastButtons: boolean;
  readonly maxVisiblePageButtons: number;
  readonly onPageChange: (page: number) => void;
};

export function Pagination(props: PaginationProps) {
  const { page, pageCount, showButtonLabels, showFirstLastButtons, maxVisiblePageButtons, onPageChange } = props;
  const words = useHostWords();
  const isFirst = page <= 1;
  const isLast = page >= pageCount;
  return (
    <nav className="canvas-pagination" aria-label={words.pages}>
      {showFirstLastButtons && (
        <Step
          label={words.first}
          icon="left"
          isLabelShown={showButtonLabels}
          isLabelFirst={false}
          isAtEnd={isFirst}
          onStep={() => onPageChange(1)}
        />
      )}
      <Step
        label={words.previous}
        icon="left"
        isLabelShown={showButtonLabels}
        isLabelFirst={false}
        isAtEnd={isFirst}
        onStep={() => onPageChange(page - 1)}
      />
      {pagesAround(page, pageCount, maxVisiblePageButtons).map((number) => (
        <button
          key={number}
          type="button"
          className={classNames('canvas-pagination__button', number === page && 'canvas-pagination__button--current')}
          aria-label={words.page(number)}
          {...(number === page && { 'aria-current': 'page' })}
          onClick={() => {
            if (number !== page) onPageChange(number);
          }}
        >
          {number}
        </button>
      ))}
      <Step
        label={words.next}
        icon="right"
        isLabelShown={showButtonLabels}
        isLabelFirst
        isAtEnd={isLast}
        onStep={() => onPageChange(page + 1)}
      />
      {showFirstLastButtons && (
        <Step
          label={words.last}
          icon="right"
          isLabelShown={showButtonLabels}
          isLabelFirst
          isAtEnd={isLast}
          onStep={() => onPageChange(pageCount)}
        />
      )}
    </nav>
  );
}
