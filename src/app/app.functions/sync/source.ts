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

/** What is known of a webinar besides its people. */
export interface SourceHead {
  readonly webinar: Webinar;
  readonly instances: readonly SourceInstance[];
  readonly panelists: readonly Panelist[];
}

/** Rows about people, in any order; they may repeat. */
export interface SourceRows {
  readonly registrants: readonly Registrant[];
  readonly participations: readonly Participation[];
}
