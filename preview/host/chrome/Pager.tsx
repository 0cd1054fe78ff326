interface Props {
  readonly hasPrevious: boolean;
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
  readonly onPrevious: () => void;
  readonly onNext: (next: string) => void;
}

/** To the next page of a list and back. */
export function Pager({ hasPrevious, next, onPrevious, onNext }: Props) {
  if (!hasPrevious && next === null) return null;
  return (
    <nav className="pager" aria-label="Pages of the list">
      <button type="button" disabled={!hasPrevious} onClick={onPrevious}>
        ‹ Prev
      </button>
      <button type="button" disabled={next === null} onClick={() => next !== null && onNext(next)}>
        Next ›
      </button>
    </nav>
  );
}
