import type { Instant } from './instant.ts';

/** One planned date of a recurring webinar. */
export interface Occurrence {
  readonly occurrenceId: string;
  readonly startsAt: Instant;
  readonly lengthMinutes: number;
  readonly isDeleted: boolean;
}

/** A webinar as it is planned. */
export interface Webinar {
  readonly webinarId: string;
  readonly uuid: string;
  readonly topic: string;
  readonly description: string;
  readonly recurrence: 'single' | 'fixed-times' | 'no-fixed-times';
  readonly hostId: string;
  readonly hostEmail: string | null;
  readonly alternativeHostEmails: readonly string[];
  readonly startsAt: Instant | null;
  readonly lengthMinutes: number;
  readonly joinUrl: string;
  /** Null when the webinar takes no registrations. */
  readonly registrationUrl: string | null;
  /** Whether a registration counts for the whole series or for single occurrences. */
  readonly registrationScope: 'none' | 'series' | 'occurrence';
  readonly needsApproval: boolean;
  readonly createdAt: Instant | null;
  /** Empty unless `recurrence` is `fixed-times`. */
  readonly occurrences: readonly Occurrence[];
}

/** One time that the webinar was started and has ended. A webinar that was interrupted has several. */
export interface Instance {
  readonly uuid: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** Somebody who works on the webinar rather than attends it. */
export interface Panelist {
  readonly email: string | null;
  readonly userId: string | null;
}

export type ApprovalStatus = 'approved' | 'pending' | 'denied';

/** One row of a registrant list. */
export interface Registrant {
  readonly registrantId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly status: ApprovalStatus;
  readonly registeredAt: Instant;
  /** The occurrence whose list the row was found in; null when the registration counts for the series. */
  readonly occurrenceId: string | null;
  /** Personal: it opens the webinar as this registrant. Null unless the registration is approved. Never logged. */
  readonly joinUrl: string | null;
}

/** One join of one person: a row of an attendance report. */
export interface Participation {
  readonly instanceUuid: string;
  /** The vendor's number of this join; a rejoin gets another one. */
  readonly joinId: string;
  /** Empty strings are null here. */
  readonly registrantId: string | null;
  readonly email: string | null;
  /** The vendor's account of a signed-in person. */
  readonly userId: string | null;
  readonly displayName: string;
  readonly joinedAt: Instant | null;
  readonly leftAt: Instant | null;
  readonly durationSeconds: number | null;
  readonly wasInWaitingRoom: boolean;
}
