import { packItems, unpackText } from './payload.ts';

/** What became of one item of a work list. */
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

/** Record payloads for the outcomes of a part's first items, in the items' order. */
export const packOutcomes = (outcomes: readonly ItemOutcome[]): readonly string[] =>
  packItems(outcomes, (items) => JSON.stringify(items));

export const unpackOutcomes = (payload: string): readonly ItemOutcome[] =>
  JSON.parse(unpackText(payload)) as readonly ItemOutcome[];
