import type { Words } from '../../shared/words/words.ts';
import type { AccountField, AccountSettings } from './account-settings.ts';

const domainsShown = 5;

/** The value of a setting, as it is told where two values are compared. */
export function toFieldText(field: AccountField, settings: AccountSettings, words: Words): string {
  const { t } = words;
  switch (field) {
    case 'isSyncOn':
      return settings.isSyncOn ? t('settings.value.on') : t('settings.value.off');
    case 'webinarUsers':
    case 'recordingUsers':
      return t(`settings.choice.${settings[field]}`);
    case 'recordingExclusions':
    case 'contactExclusions':
      return toDomainsText(settings[field], words);
    case 'contactPolicy':
      return t(`settings.policy.${settings.contactPolicy}`);
    case 'backfillDays':
      return t('settings.value.days', { count: settings.backfillDays });
    case 'zoomSharePercent':
      return words.formats.percentage(settings.zoomSharePercent);
  }
}

function toDomainsText(domains: readonly string[], { t, formats }: Words): string {
  if (domains.length === 0) return t('settings.value.no-domains');
  const shown = [...domains].sort().slice(0, domainsShown);
  const restCount = domains.length - shown.length;
  return formats.list(restCount === 0 ? shown : [...shown, t('settings.value.more', { count: restCount })]);
}
