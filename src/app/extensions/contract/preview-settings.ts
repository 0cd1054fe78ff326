import type { Settings, SettingsProblem } from './settings.ts';

/** Parameters of the function `preview_settings`, which writes nothing. */
export interface PreviewSettingsParameters {
  /** As they would be saved. */
  readonly settings: Settings;
}

/** Known webinars, compared between the settings in force and those that were sent. */
export interface WebinarsPreview {
  readonly totalCount: number;
  readonly onCount: number;
  /** Not synced now, synced with the new settings. */
  readonly turnedOnCount: number;
  readonly turnedOffCount: number;
  /** The same for recordings. */
  readonly recordingsTurnedOnCount: number;
  readonly recordingsTurnedOffCount: number;
}

/** Contacts with webinars whose address a newly excluded domain covers; at most ten domains are counted. */
export interface ExclusionPreview {
  readonly field: 'contactExclusions' | 'recordingExclusions';
  readonly domain: string;
  readonly contactCount: number;
}

export type PreviewSettingsAnswer =
  | {
      readonly ok: true;
      readonly outcome: 'previewed';
      readonly webinars: WebinarsPreview;
      /** New entries only, in the order of the settings. */
      readonly exclusions: readonly ExclusionPreview[];
      /** New entries beyond those that were counted. */
      readonly uncountedDomainCount: number;
    }
  | { readonly ok: true; readonly outcome: 'invalid'; readonly problems: readonly SettingsProblem[] };
