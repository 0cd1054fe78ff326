import type { CallFailure } from './failure.ts';
import type { OffSetting, RecordingOffSetting, Settings } from './settings.ts';

/** What started a sync. */
export type SyncTrigger =
  /** Somebody pressed Sync now. */
  | 'manual'
  | 'terminal'
  | 'sweep'
  /** A setting was changed so that more is to be synced. */
  | 'settings'
  /** Zoom said that something has changed. */
  | 'webhook'
  /** Somebody asked for one person. */
  | 'person';

/** Parameters of the function `sync_webinar`, which does one step of at most eight seconds. */
export interface SyncWebinarParameters {
  /** Digits; blanks and dashes are ignored. */
  readonly webinarId: string | number;
  /** Name of a Zoom connection; the primary one when absent. */
  readonly connection?: string;
  /** From the answer to the step before; absent on the first call. */
  readonly runId?: string;
  /** Report what would happen and write nothing. */
  readonly dryRun?: boolean;
  /** What a dry run's step before answered; it keeps its place in the answers because it may store nothing. */
  readonly resume?: string;
  /** Default `manual`. */
  readonly trigger?: 'manual' | 'terminal';
}

export type SyncPhase = 'reading' | 'writing' | 'finishing' | 'waiting' | 'done';

export interface SyncProgress {
  readonly phase: SyncPhase;
  /** Rows read while reading, people written while writing. */
  readonly doneCount: number;
  /** Null while the total is not known. */
  readonly totalCount: number | null;
}

/** Why a person of the webinar is not in HubSpot after a sync. */
export type SkipReason =
  | 'guest-without-address'
  | 'invalid-address'
  | 'secondary-address'
  /** The address is that of a user of the HubSpot account. */
  | 'account-user'
  | 'excluded-domain'
  /** A contact with this address was deleted in HubSpot. */
  | 'deleted-contact'
  /** There is no contact with this address, and contacts are only to be updated. */
  | 'contact-unknown'
  | 'awaiting-approval'
  | 'denied'
  | 'unusable-times'
  | 'never-admitted'
  | 'attendance-not-ready'
  | 'rejected-by-hubspot';

export type SyncWarning =
  /** The settings keep the webinar from being synced. */
  | { readonly cause: 'settings-off'; readonly setting: OffSetting; readonly hostName: string }
  /** The webinar belongs to a Zoom Event. */
  | { readonly cause: 'zoom-event' }
  /** The webinar was deleted in Zoom. */
  | { readonly cause: 'webinar-deleted' }
  /** Zoom has given up the webinar's number; its attendance can still be read, its registrations cannot. */
  | { readonly cause: 'webinar-expired' }
  | { readonly cause: 'account-users'; readonly personCount: number }
  | {
      readonly cause: 'addresses-excluded';
      readonly personCount: number;
      /** Most people first, at most ten. */
      readonly domains: readonly { readonly domain: string; readonly personCount: number }[];
    }
  | { readonly cause: 'contacts-deleted'; readonly personCount: number }
  | { readonly cause: 'contacts-unknown'; readonly personCount: number }
  /** The webinar was held, and Zoom tracked nobody who took part. */
  | { readonly cause: 'participants-untracked'; readonly sessionStartsAt: string }
  /** HubSpot refused the marketing event, so nobody's registration or attendance is shown there. */
  | { readonly cause: 'marketing-event-refused'; readonly sessionStartsAt: string; readonly problem: string }
  /** HubSpot refused timeline events. */
  | { readonly cause: 'timeline-events-refused'; readonly problem: string }
  | {
      readonly cause: 'recording-not-synced';
      readonly sessionStartsAt: string;
      readonly problem:
        | { readonly cause: 'settings-off'; readonly setting: RecordingOffSetting; readonly hostName: string }
        | { readonly cause: 'nobody-attended' }
        | { readonly cause: 'not-found' }
        | { readonly cause: 'deleted' }
        | { readonly cause: 'processing' }
        /** Zoom names no link that HubSpot would take. */
        | { readonly cause: 'no-link' }
        | { readonly cause: 'call-refused'; readonly problem: string };
    }
  | {
      readonly cause: 'transcript-not-synced';
      readonly sessionStartsAt: string;
      readonly problem:
        | { readonly cause: 'processing' }
        | { readonly cause: 'not-found' }
        /** Zoom answered with something else than a transcript. */
        | { readonly cause: 'unreadable'; readonly problem: string };
    }
  /** Zoom gives no address for these people. */
  | { readonly cause: 'guests-without-address'; readonly personCount: number }
  | { readonly cause: 'addresses-invalid'; readonly personCount: number }
  | { readonly cause: 'addresses-secondary'; readonly personCount: number }
  /** Rows of Zoom's report without usable times, or that could not be read. */
  | { readonly cause: 'rows-quarantined'; readonly rowCount: number; readonly source: 'registrants' | 'participants' }
  /** The webinar is over, but Zoom has not finished its attendance report. */
  | { readonly cause: 'attendance-not-ready'; readonly sessionStartsAt: string }
  /** Zoom lists nobody any more although people had registered; nothing was cancelled because of it. */
  | { readonly cause: 'registrations-vanished'; readonly personCount: number }
  /** The list kept changing while it was read. */
  | { readonly cause: 'list-unstable'; readonly source: 'registrants' | 'participants' }
  | { readonly cause: 'registrations-unavailable' }
  | { readonly cause: 'rejected-by-hubspot'; readonly personCount: number; readonly examples: readonly string[] }
  /** HubSpot's own count of the marketing event differs from what was sent. */
  | {
      readonly cause: 'participations-differ';
      readonly sessionStartsAt: string;
      readonly sent: ParticipationCounts;
      readonly shown: ParticipationCounts;
    };

/** People by their current state in one marketing event. */
export interface ParticipationCounts {
  readonly registered: number;
  readonly attended: number;
  readonly cancelled: number;
  readonly noShow: number;
}

/** One session: an occurrence with all its instances. */
export interface SessionReport {
  readonly key: string;
  /** Planned times while it has not been held. */
  readonly isHeld: boolean;
  readonly startedAt: string;
  readonly endedAt: string;
  /** Without the gaps in which the host was away. */
  readonly lengthSeconds: number;
  /** Everybody whose registration stands, whether or not they came. */
  readonly registered: number;
  /** With or without a registration. */
  readonly attended: number;
  readonly registeredAndAttended: number;
  readonly noShow: number;
  readonly cancelled: number;
}

export interface CallCounts {
  readonly zoom: number;
  readonly hubspot: number;
}

/** Rows written, not calls. */
export interface WriteCounts {
  readonly contacts: number;
  readonly attendance: number;
  readonly events: number;
  readonly marketingEvents: number;
  readonly audit: number;
}

export type SyncStatus =
  /** Everybody is accounted for and Zoom's data is final. */
  | 'complete'
  /** Something is still to come or was refused; the warnings say what. */
  | 'partial'
  /** The settings keep the webinar from being synced; nothing was written. */
  | 'off'
  /** The webinar belongs to a Zoom Event; nothing was written. */
  | 'not-supported'
  /** The sync failed, and was given up. */
  | 'failed';

/** The settings that a sync followed. */
export interface SettingsInForce extends Pick<Settings, 'contactPolicy' | 'contactExclusions' | 'recordingExclusions'> {
  /** Of the saved settings; 0 for the defaults. */
  readonly version: number;
  readonly syncsRecordings: boolean;
}

/** What a sync changed in HubSpot, counted in people and things. */
export interface RunChanges {
  readonly contactsCreated: number;
  readonly contactsUpdated: number;
  readonly registrations: number;
  readonly attendances: number;
  readonly cancellations: number;
  readonly recordings: number;
  readonly transcripts: number;
}

/** The recording of one instance of the webinar. */
export interface RecordingReport {
  readonly startedAt: string;
  /** Null while there is none to show. */
  readonly url: string | null;
  readonly state: 'synced' | 'processing' | 'deleted' | 'refused';
  /** `in-body`: HubSpot refused the transcript, so it stands in the text of the call. */
  readonly transcript: 'synced' | 'in-body' | 'waiting' | 'none';
  /** Who attended and is associated with the call. */
  readonly contactCount: number;
}

/** What became, or would become, of one person. */
export interface PersonPreview {
  readonly address: string | null;
  readonly name: string;
  readonly outcome: 'create' | 'update' | 'unchanged' | 'skip';
  readonly reason: SkipReason | null;
  /** Names of the contact's properties that change. */
  readonly properties: readonly string[];
  /** What the marketing events get. */
  readonly entries: readonly {
    readonly sessionKey: string;
    readonly state: 'register' | 'attend' | 'cancel';
  }[];
}

/** The outcome of one run of one webinar. `eligible = synced + unchanged + sum(skipped)` always holds. */
export interface SyncReport {
  readonly id: string;
  readonly uuid: string;
  readonly topic: string;
  readonly connection: string;
  readonly status: SyncStatus;
  readonly trigger: SyncTrigger;
  readonly isDryRun: boolean;
  readonly settings: SettingsInForce;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly eligible: number;
  readonly synced: number;
  readonly unchanged: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly warnings: readonly SyncWarning[];
  readonly changes: RunChanges;
  readonly sessions: readonly SessionReport[];
  readonly recordings: readonly RecordingReport[];
  /** Of a dry run the first two hundred, of the sync of one person that one. */
  readonly people?: readonly PersonPreview[];
  /** Of a sync that failed. */
  readonly failure?: CallFailure['failure'];
  readonly calls: CallCounts;
  readonly writes: WriteCounts;
  /** Of a dry run, which writes nothing: what a sync would write. */
  readonly wouldWrite?: Omit<WriteCounts, 'audit'>;
  readonly steps: number;
  readonly elapsedMs: number;
}

/** One step's answer. Call again with `runId` (and `resume`, if given) until `done`. */
export interface SyncWebinarAnswer {
  readonly ok: true;
  readonly done: boolean;
  readonly runId: string;
  readonly progress: SyncProgress;
  /** Wait so long before the next step; 0 = at once. */
  readonly retryAfterSeconds: number;
  readonly report?: SyncReport;
  readonly resume?: string;
}
