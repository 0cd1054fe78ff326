import type { RecordingOffSetting } from '../../contract/settings.ts';

/** What a setting keeps from happening, and where to change it. */
export interface OffSettingExplanation {
  /** Without a full stop. */
  readonly title: string;
  /** One or more full sentences. */
  readonly meaning: string;
  /** One or more full sentences. */
  readonly fix: string;
}

const caughtUp = 'What was missed meanwhile is synced then.';

/** @param hostName - of the webinar's host; may be empty */
export function explainOffSetting(setting: RecordingOffSetting, hostName: string): OffSettingExplanation {
  const host = hostName.trim() === '' ? 'this webinar’s host' : hostName;
  switch (setting) {
    case 'sync':
      return {
        title: '“Sync webinar data” is off',
        meaning: 'While it is off, the app writes nothing to HubSpot.',
        fix: `Turn on “Sync webinar data” in the global settings. ${caughtUp}`,
      };
    case 'webinar-users':
      return {
        title: 'Webinars are synced for no Zoom user',
        meaning: 'The global settings say that webinars of no Zoom user are synced.',
        fix: `Choose selected or all Zoom users for webinars in the global settings. ${caughtUp}`,
      };
    case 'host':
      return {
        title: `Webinars of ${host} are not synced`,
        meaning: `The settings leave out the webinars of ${host}.`,
        fix: `In the individual user settings, switch on the webinars of ${host}, or this one webinar alone. ${caughtUp}`,
      };
    case 'new-webinars':
      return {
        title: `New webinars of ${host} are not synced by default`,
        meaning: `This webinar was scheduled after “Sync data from newly scheduled webinars by default” was switched off for ${host}.`,
        fix: `In the individual user settings of ${host}, switch on this webinar, or all new ones. ${caughtUp}`,
      };
    case 'webinar':
      return {
        title: 'This webinar is switched off',
        meaning: `Somebody has switched off this one webinar in the individual user settings of ${host}.`,
        fix: `Switch it on there, under “Manage individual webinars”. ${caughtUp}`,
      };
    case 'recording-users':
      return {
        title: 'Recordings are synced for no Zoom user',
        meaning: 'The global settings say that recordings and transcripts of no Zoom user are synced.',
        fix: `Choose selected or all Zoom users for recordings and transcripts in the global settings. ${caughtUp}`,
      };
    case 'recording-host':
      return {
        title: `Recordings of ${host} are not synced`,
        meaning: `The settings leave out the recordings and transcripts of ${host}.`,
        fix: `Switch on “Sync this user’s webinar recordings and transcripts” in the individual user settings of ${host}. ${caughtUp}`,
      };
  }
}
