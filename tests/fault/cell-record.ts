/** What a cell of the matrix shows. */
export type CellOutcome =
  /** The failure says why, and the next run leaves nothing to mend. */
  | 'fails'
  /** The run ends, says what is missing, and the next one mends it. */
  | 'survives'
  /** The run ends as if nothing had happened, though the vendor stays ill. */
  | 'overcome'
  /** It is not even noticed. */
  | 'ignored'
  /** Tested elsewhere. */
  | 'own-test'
  /** It cannot happen here. */
  | 'impossible';

/** Whether the fault lasts or happens once. */
export type Way = 'lasting' | 'once';

interface Cell {
  readonly scenario: string;
  readonly step: string;
  readonly fault: string;
}

/** What a run of the matrix leaves behind. A test that is planned and leaves no `ran` did not run. */
export type CellRecord =
  | (Cell & { readonly kind: 'exempt'; readonly outcome: 'own-test' | 'impossible'; readonly reason: string })
  | (Cell & {
      readonly kind: 'planned';
      readonly way: Way;
      readonly outcome: CellOutcome;
      /** Why a lasting fault is no failure; '' where it is one. */
      readonly reason: string;
    })
  | (Cell & { readonly kind: 'ran'; readonly way: Way; readonly hasPassed: boolean });
