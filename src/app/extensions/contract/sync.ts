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
  | 'awaiting-approval'
  | 'denied'
  | 'unusable-times'
  | 'never-admitted'
  | 'attendance-not-ready'
  | 'rejected-by-hubspot';

export type SyncWarning =
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
  | 'partial';

/** The outcome of one run of one webinar. `eligible = synced + unchanged + sum(skipped)` always holds. */
export interface SyncReport {
  readonly id: string;
  readonly uuid: string;
  readonly topic: string;
  readonly connection: string;
  readonly status: SyncStatus;
  readonly isDryRun: boolean;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly eligible: number;
  readonly synced: number;
  readonly unchanged: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly warnings: readonly SyncWarning[];
  readonly sessions: readonly SessionReport[];
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
