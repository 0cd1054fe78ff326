import { formatSealed, packItems, readSealed } from './payload.ts';
import { recordsMissing } from './records-missing.ts';
import type { PersonMark, SessionStanding } from './people-marks.ts';

/** What became of one item of a work list. */
export type ItemOutcome =
  | {
      readonly kind: 'synced';
      readonly contactId: string;
      /** How the person stands in HubSpot now. */
      readonly standing: PersonMark['standing'];
      readonly sessions: readonly SessionStanding[];
      /** Nothing was written: it was only looked whether somebody has overwritten anything. */
      readonly isUnchanged?: boolean;
    }
  | {
      readonly kind: 'skipped';
      readonly reason: 'secondary-address' | 'deleted-contact' | 'contact-unknown' | 'rejected-by-hubspot';
      /** What HubSpot said of those it refused, else empty. */
      readonly problem: string;
    };

/** Record payloads for the outcomes of a part's first items, in the items' order. */
export const packOutcomes = (outcomes: readonly ItemOutcome[]): readonly string[] => packItems(outcomes, formatSealed);

/** @throws IntegrationError for a payload that was changed or cut: its outcomes count as not there */
export function unpackOutcomes(payload: string): readonly ItemOutcome[] {
  const read = readSealed(payload);
  if (!Array.isArray(read)) throw recordsMissing();
  return read as readonly ItemOutcome[];
}
