import { packItems, unpackText } from './payload.ts';

/** What became of one item of the work list. */
export type ItemOutcome =
  | {
      readonly kind: 'synced';
      readonly contactId: string;
      /** Sessions that a vanished person was cancelled from; null for everybody else. */
      readonly vanishedFrom: readonly string[] | null;
    }
  | {
      readonly kind: 'skipped';
      readonly reason: 'secondary-address' | 'rejected-by-hubspot';
      readonly problem: string;
    };

export type IndexedOutcome = readonly [index: number, outcome: ItemOutcome];

export const packOutcomes = (outcomes: readonly IndexedOutcome[]): readonly string[] =>
  packItems(outcomes, (items) => JSON.stringify(items));

export const unpackOutcomes = (payload: string): readonly IndexedOutcome[] =>
  JSON.parse(unpackText(payload)) as readonly IndexedOutcome[];
