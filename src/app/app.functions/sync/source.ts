import type { Instant } from '../domain/instant.ts';
import type { Panelist, Participation, Registrant, Webinar } from '../domain/webinar.ts';

/** An ended instance as far as Zoom's reports know it. */
export interface SourceInstance {
  readonly uuid: string;
  /** From the report, else from the list of instances. */
  readonly startedAt: Instant;
  /** Null while there is no report. */
  readonly endedAt: Instant | null;
}

/**
 * Whether Zoom still knows the webinar under its number. It gives numbers up some weeks after their last use (`expired`:
 * reports of what was held can be read all the same), and when a webinar is deleted.
 */
export type Listing = 'listed' | 'expired' | 'deleted';

/** What is known of a webinar besides its people. */
export interface SourceHead {
  readonly listing: Listing;
  /** As it was last known where it is not listed any more. */
  readonly webinar: Webinar;
  readonly instances: readonly SourceInstance[];
  readonly panelists: readonly Panelist[];
}

/** Rows about people, in any order; they may repeat. */
export interface SourceRows {
  readonly registrants: readonly Registrant[];
  readonly participations: readonly Participation[];
}
