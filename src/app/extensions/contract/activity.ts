/** Parameters of the function `get_activity`. */
export interface GetActivityParameters {
  /** 1 to 30: how many days, the last one being today. */
  readonly days: number;
  /** IANA name of the zone whose days are counted. */
  readonly timeZone: string;
}

/** What the syncs of one day did; a person who was synced in two webinars counts twice. */
export interface ActivityDay {
  /** Such as 2026-11-29. */
  readonly day: string;
  readonly syncedCount: number;
  readonly skippedCount: number;
  readonly runCount: number;
}

export interface ActivityAnswer {
  readonly ok: true;
  /** Every day of the period, oldest first, also those on which nothing happened. */
  readonly days: readonly ActivityDay[];
  /** False when there were more syncs than are read; the oldest days are too low then. */
  readonly isComplete: boolean;
}
