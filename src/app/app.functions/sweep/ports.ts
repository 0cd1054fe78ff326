import type { Instant } from '../domain/instant.ts';
import type { Page, PageTokenExpired } from '../sync/ports.ts';

/** A user of the Zoom account. */
export interface ZoomUser {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

/** A webinar as the list of its host shows it; a recurring one may come once per occurrence. */
export interface ListedWebinar {
  readonly webinarId: string;
  readonly uuid: string;
  readonly hostId: string;
  readonly topic: string;
  readonly recurrence: 'single' | 'fixed-times' | 'no-fixed-times';
  readonly startsAt: Instant | null;
  readonly lengthMinutes: number;
  readonly createdAt: Instant | null;
  readonly isZoomEvent: boolean;
}

/** Users without a webinar plan have no list. */
export interface NoWebinarPlan {
  readonly kind: 'no-webinar-plan';
}

/** The user is gone. */
export interface NoSuchUser {
  readonly kind: 'no-such-user';
}

/** One instance of a webinar that was held. A recurring or restarted webinar has several under one `webinarId`. */
export interface PastInstance {
  readonly webinarId: string;
  readonly uuid: string;
  readonly topic: string;
  readonly hostName: string;
  /** In lower case; null where Zoom gives none. */
  readonly hostEmail: string | null;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly participantCount: number;
}

/** A recording as the list of its host shows it. */
export interface ListedRecording {
  readonly webinarId: string;
  readonly instanceUuid: string;
  readonly hasTranscript: boolean;
  readonly isProcessing: boolean;
}

/** What a sweep reads from Zoom. Every method is one call and throws IntegrationError. */
export interface SweepSource {
  /** Active users, as many a page as Zoom gives. */
  listUsers(pageToken: string | null): Promise<Page<ZoomUser> | PageTokenExpired>;
  /** Unexpired, live and upcoming webinars of one host. */
  listUserWebinars(
    userId: string,
    pageToken: string | null,
  ): Promise<Page<ListedWebinar> | PageTokenExpired | NoWebinarPlan | NoSuchUser>;
  /** The account's past webinars of all hosts. At most one month; days (UTC), both included. */
  listPastInstances(request: {
    readonly from: Instant;
    readonly to: Instant;
    readonly pageToken: string | null;
  }): Promise<Page<PastInstance> | PageTokenExpired>;
  /** Recordings of one host's webinars. At most one month; days (UTC), both included. */
  listUserRecordings(request: {
    readonly userId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly pageToken: string | null;
  }): Promise<Page<ListedRecording> | PageTokenExpired | NoSuchUser>;
}
