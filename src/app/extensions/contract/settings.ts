/** Whose webinars, or whose recordings. */
export type UserChoice = 'none' | 'selected' | 'all';

/** What is set for one Zoom user. */
export interface UserSettings {
  /** Null follows the account-wide choice: not synced where users are selected, synced where all are. */
  readonly syncsWebinars: boolean | null;
  /** The same for recordings and transcripts. */
  readonly syncsRecordings: boolean | null;
  /**
   * ISO 8601. Webinars scheduled from then on are not synced unless they are switched on one by one; null when newly
   * scheduled webinars are synced by default.
   */
  readonly newWebinarsOffSince: string | null;
  /** By webinar ID: the switch of a single webinar, which outweighs everything but the account-wide settings. */
  readonly webinars: Readonly<Record<string, boolean>>;
}

/** Everything that an admin can set. */
export interface Settings {
  /** While false nothing is written. */
  readonly isSyncOn: boolean;
  readonly webinarUsers: UserChoice;
  readonly recordingUsers: UserChoice;
  /** Domains, in ASCII and lower case, sorted. A domain covers its sub-domains. */
  readonly recordingExclusions: readonly string[];
  readonly contactExclusions: readonly string[];
  /** By `<Zoom account ID>:<Zoom user ID>`; users who are not in it follow the account-wide settings. */
  readonly users: Readonly<Record<string, UserSettings>>;
  readonly contactPolicy: 'create-and-update' | 'update-only';
  /** 1 to 100: how much of the Zoom account's rate limits this app may use. */
  readonly zoomSharePercent: number;
  /** 0 to 180: how many days before now past webinars are looked for. */
  readonly backfillDays: number;
}

/** What is in force until somebody saves something: nothing is synced. */
export const defaultSettings: Settings = {
  isSyncOn: false,
  webinarUsers: 'all',
  recordingUsers: 'none',
  recordingExclusions: [],
  contactExclusions: [],
  users: {},
  contactPolicy: 'create-and-update',
  zoomSharePercent: 50,
  backfillDays: 30,
};

export const defaultUserSettings: UserSettings = {
  syncsWebinars: null,
  syncsRecordings: null,
  newWebinarsOffSince: null,
  webinars: {},
};

/** Settings as they are stored, with the number that a save must name. */
export interface VersionedSettings {
  readonly settings: Settings;
  /** 0 until something was saved; one higher with every save. */
  readonly version: number;
  readonly savedAt: string | null;
}

export interface SettingsAnswer extends VersionedSettings {
  readonly ok: true;
  /** In the order of the secret; the first is the primary one. */
  readonly zoomAccounts: readonly { readonly accountId: string; readonly connection: string }[];
}

/** Parameters of the function `save_settings`. */
export interface SaveSettingsParameters {
  readonly settings: Settings;
  /** Of the settings that were changed. */
  readonly version: number;
}

/** Why an entry of a list of domains cannot be used. */
export type DomainProblem = 'empty' | 'not-a-domain' | 'too-broad';

export type SettingsProblem =
  | {
      readonly field: 'contactExclusions' | 'recordingExclusions';
      readonly given: string;
      readonly problem: DomainProblem;
    }
  /** A path such as `users.abc:def.newWebinarsOffSince`, and what the value must be. */
  | { readonly field: string; readonly problem: 'invalid'; readonly must: string }
  /** So many choices for single users and webinars do not fit HubSpot's record. */
  | { readonly field: 'users'; readonly problem: 'too-many' };

/** An entry that was understood as something else: an address as its domain, a name in its ASCII spelling. */
export interface DomainNote {
  readonly field: 'contactExclusions' | 'recordingExclusions';
  readonly given: string;
  readonly became: string;
}

export type SaveSettingsAnswer =
  | ({ readonly ok: true; readonly outcome: 'saved'; readonly notes: readonly DomainNote[] } & VersionedSettings)
  /** Somebody else has saved meanwhile; these are the settings in force, and nothing was changed. */
  | ({ readonly ok: true; readonly outcome: 'conflict' } & VersionedSettings)
  | { readonly ok: true; readonly outcome: 'invalid'; readonly problems: readonly SettingsProblem[] };

/** Which setting keeps something from being synced. */
export type OffSetting =
  /** Sync webinar data is off for the account. */
  | 'sync'
  /** Webinars of no user are synced. */
  | 'webinar-users'
  /** This host is not among the selected users, or was taken out. */
  | 'host'
  /** The host's newly scheduled webinars are not synced by default. */
  | 'new-webinars'
  /** This one webinar is switched off. */
  | 'webinar';

export type RecordingOffSetting = OffSetting | 'recording-users' | 'recording-host';

/** Whether a webinar is synced with the settings in force, and which of them is in the way. */
export type SyncDecision = { readonly isOn: true } | { readonly isOn: false; readonly setting: OffSetting };

export type RecordingDecision =
  { readonly isOn: true } | { readonly isOn: false; readonly setting: RecordingOffSetting };
