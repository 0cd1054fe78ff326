import type { Attendance } from './attendance.ts';
import type { Instant } from './instant.ts';

export type RegistrationState = 'registered' | 'cancelled' | 'pending' | 'denied';

export interface Registration {
  readonly state: RegistrationState;
  readonly registeredAt: Instant;
}

/** What one person did in one session. At least one of the two is not null. */
export interface PersonSession {
  readonly sessionKey: string;
  readonly registration: Registration | null;
  readonly attendance: Attendance | null;
}

/** Everything that Zoom tells about one person of one webinar. */
export interface Person {
  /** The address, or for guests `guest:` and a number. Unique within the webinar. */
  readonly key: string;
  readonly email: string | null;
  /** From the registration form; empty when the person did not register. */
  readonly firstName: string;
  readonly lastName: string;
  /** As shown in the webinar; of guests only, else empty. */
  readonly displayName: string;
  /** The personal link of the newest registration that stands; null where the webinar is over or Zoom gives none. */
  readonly joinUrl: string | null;
  /** The registration that counts for the webinar as a whole. */
  readonly registration: Registration | null;
  /** In the order of the sessions; only those in which the person has a part. */
  readonly sessions: readonly PersonSession[];
  /** Why the person's participant rows came to no attendance; `none` when they did, or when there are none. */
  readonly unusedRows: 'none' | 'unusable-times' | 'not-final' | 'waiting-room';
}
