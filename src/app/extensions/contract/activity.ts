/** Parameters of the function `get_activity`. */
export interface GetActivityParameters {
  /** 1 to 30: how many days, the last one being today. */
  readonly days: number;
  /** IANA name of the zone whose days are counted. */
  readonly timeZone: string;
}

/** What the syncs of one day did; a person of two webinars counts twice. */
export interface ActivityDay {
  /** Such as 2026-11-29. */
  readonly day: string;
  /** People of whom a sync brought something new. */
  readonly syncedCount: number;
  /** Of each webinar the most that one of its syncs of the day skipped: a repeated sync skips the same people. */
  readonly skippedCount: number;
  /** Syncs that came to their end. */
  readonly runCount: number;
}

export interface ActivityAnswer {
  readonly ok: true;
  /** Every day of the period, oldest first, also those on which nothing happened. */
  readonly days: readonly ActivityDay[];
  /** False when more webinars were synced than are read; the oldest days are too low then. */
  readonly isComplete: boolean;
}
