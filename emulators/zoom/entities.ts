import type { Plan, RateUsage } from './limits.ts';
import type { Recording, Transcript } from './recording.ts';
import type { VendorFields } from './registrant.ts';
import type { Roster } from './roster.ts';

/** One Zoom account (brand) with the server-to-server app that reads it. */
export interface Account {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  plan: Plan;
  scopes: ReadonlySet<string>;
  /** Role permissions that the app's owner lacks, for example `UsageReport:Read`. */
  missingPermissions: ReadonlySet<string>;
  isAppActive: boolean;
  /** A health-care account: names and e-mails of participants are empty. */
  isBaa: boolean;
  readonly usersById: Map<string, ZoomUser>;
  readonly usersByEmail: Map<string, ZoomUser>;
  readonly webinars: Webinar[];
  readonly usage: RateUsage;
}

export interface ZoomUser {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  status: 'active' | 'inactive' | 'pending';
  hasWebinarPlan: boolean;
  readonly fields: VendorFields;
  readonly webinars: Webinar[];
}

export interface Occurrence {
  readonly occurrence_id: string;
  readonly start_time: string;
  readonly duration: number;
  readonly status: 'available' | 'deleted';
}

export interface WebinarSettings {
  /** 0 approves everyone, 1 by hand, 2 means that there is no registration. */
  readonly approval_type: 0 | 1 | 2;
  /** Recurring webinars only: 1 once for all, 2 each occurrence apart, 3 chosen occurrences. */
  readonly registration_type: 1 | 2 | 3;
  readonly registrants_restrict_number: number;
  readonly email_in_attendee_report: boolean;
  readonly other: VendorFields;
}

export interface RegistrationQuestions {
  readonly questions: readonly { readonly field_name: string; readonly required: boolean }[];
  readonly custom_questions: readonly {
    readonly title: string;
    readonly type: string;
    readonly required: boolean;
    readonly answers: readonly string[];
  }[];
}

export interface Panelist {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly join_url: string;
  readonly other: VendorFields;
}

export interface TrackingSource {
  readonly id: string;
  readonly source_name: string;
  readonly tracking_url: string;
  readonly visitor_count: number;
}

/** What the vendor has no field for, chosen in the seed. */
export interface WebinarKnobs {
  readonly isPaidRegistration: boolean;
  readonly attendeeCapacity: number | null;
  readonly allowedEmailDomains: readonly string[] | null;
}

export interface Webinar {
  readonly id: number;
  readonly account: Account;
  readonly host: ZoomUser;
  /** The uuid of the next instance; a live instance shows its own. */
  readonly uuid: string;
  readonly type: 5 | 6 | 9;
  topic: string;
  agenda: string;
  startTime: string | null;
  durationMinutes: number;
  timezone: string;
  readonly createdAt: string;
  readonly joinUrl: string;
  readonly registrationUrl: string;
  readonly isEventsWebinar: boolean;
  readonly isSimulive: boolean;
  settings: WebinarSettings;
  occurrences: readonly Occurrence[];
  questions: RegistrationQuestions;
  readonly panelists: Panelist[];
  readonly trackingSources: readonly TrackingSource[];
  readonly roster: Roster;
  readonly instances: Instance[];
  knobs: WebinarKnobs;
  /** Deleted by its host: the number is gone, the reports of its instances stay. */
  isDeleted: boolean;
  readonly other: VendorFields;
}

/** How long after the end the reports answer 404, then nobody, then durations of 0. All in milliseconds, one after the other. */
export interface ReportReadiness {
  readonly notFoundMs: number;
  readonly emptyMs: number;
  readonly zeroDurationsMs: number;
}

/** One run of a webinar: from the host's start to the host's end. */
export interface Instance {
  readonly uuid: string;
  readonly webinar: Webinar;
  readonly startTime: string;
  endTime: string;
  /** The host and the panelists alone, before the audience is let in. */
  readonly isPractice: boolean;
  readonly participants: ParticipantRow[];
  /** Null: the switch `reportReadiness` decides. */
  readonly readiness: ReportReadiness | null;
  /** Null: it was not recorded to the cloud. */
  recording: Recording | null;
  transcript: Transcript | null;
}

/** One join. Somebody who comes back has another row with another `userId`. */
export interface ParticipantRow {
  readonly userId: string;
  readonly participantUserId: string;
  readonly name: string;
  readonly email: string;
  readonly joinTime: string;
  leaveTime: string;
  durationSeconds: number;
  /** Came in while it was live and has not left: the leave is where it would be without one, at the end. */
  isInside: boolean;
  readonly registrantId: string;
  readonly status: 'in_meeting' | 'in_waiting_room';
  readonly failover: boolean;
  readonly customerKey: string;
  readonly breakoutRoomId: string;
  /** The host handed the address to Zoom, so it shows although the person is a guest. */
  readonly isEmailFromHost: boolean;
}
