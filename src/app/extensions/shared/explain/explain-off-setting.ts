import type { RecordingOffSetting } from '../../contract/settings.ts';
import type { Words } from '../words/words.ts';

/** What a setting keeps from happening, and where to change it. */
export interface OffSettingExplanation {
  /** Without a full stop. */
  readonly title: string;
  /** One or more full sentences. */
  readonly meaning: string;
  /** One or more full sentences. */
  readonly fix: string;
}

/** @param hostName - of the webinar's host; may be empty */
export function explainOffSetting(setting: RecordingOffSetting, hostName: string, { t }: Words): OffSettingExplanation {
  const host = toHostValues(hostName);
  switch (setting) {
    case 'sync':
    case 'webinar-users':
    case 'recording-users':
      return {
        title: t(`off-setting.${setting}.title`),
        meaning: t(`off-setting.${setting}.meaning`),
        fix: t(`off-setting.${setting}.fix`),
      };
    case 'webinar':
      return {
        title: t('off-setting.webinar.title'),
        meaning: t('off-setting.webinar.meaning', host),
        fix: t('off-setting.webinar.fix'),
      };
    case 'host':
    case 'new-webinars':
    case 'recording-host':
      return {
        title: t(`off-setting.${setting}.title`, host),
        meaning: t(`off-setting.${setting}.meaning`, host),
        fix: t(`off-setting.${setting}.fix`, host),
      };
    default:
      // The audit log outlives versions, so it may name a setting that this one does not know.
      setting satisfies never;
      return {
        title: t('off-setting.unknown.title'),
        meaning: t('off-setting.unknown.meaning'),
        fix: t('off-setting.unknown.fix'),
      };
  }
}

/**
 * The same as the title of a warning about a recording, without a full stop.
 *
 * @param hostName - of the webinar's host; may be empty
 */
export function toRecordingOffTitle(setting: RecordingOffSetting, hostName: string, { t }: Words): string {
  switch (setting) {
    case 'sync':
    case 'webinar-users':
    case 'recording-users':
    case 'webinar':
      return t(`off-setting.${setting}.recording-title`);
    case 'host':
    case 'new-webinars':
    case 'recording-host':
      return t(`off-setting.${setting}.recording-title`, toHostValues(hostName));
    default:
      setting satisfies never;
      return t('off-setting.unknown.recording-title');
  }
}

/** Messages have a sentence of their own for a host whose name nobody knows. */
const toHostValues = (hostName: string): { readonly named: 'yes' | 'no'; readonly host: string } => ({
  named: hostName.trim() === '' ? 'no' : 'yes',
  host: hostName,
});
