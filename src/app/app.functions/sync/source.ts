import type { Instant } from '../domain/instant.ts';
import type { Instance, Panelist, Participation, Registrant, Webinar } from '../domain/webinar.ts';

/** An ended instance as far as Zoom's reports know it. */
export interface SourceInstance {
  readonly uuid: string;
  /** From the report, else from the list of instances. */
  readonly startedAt: Instant;
  /** Null while there is no report. */
  readonly endedAt: Instant | null;
}

/** Everything that was read about one webinar. Rows may be in any order and may repeat. */
export interface Source {
  readonly webinar: Webinar;
  readonly instances: readonly SourceInstance[];
  readonly panelists: readonly Panelist[];
  readonly registrants: readonly Registrant[];
  readonly participations: readonly Participation[];
}

export const toInstance = (instance: SourceInstance, endedAt: Instant): Instance => ({
  uuid: instance.uuid,
  startedAt: instance.startedAt,
  endedAt: Math.max(instance.startedAt, endedAt),
});
