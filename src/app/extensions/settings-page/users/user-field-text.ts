import type { UserSettings } from '../../contract/settings.ts';
import type { Words } from '../../shared/words/words.ts';
import type { UserField } from './user-draft.ts';

/** The value of a user's setting, as it is told where two values are compared. */
export function toUserFieldText(field: UserField, user: UserSettings, { t }: Words): string {
  switch (field) {
    case 'syncsWebinars':
    case 'syncsRecordings': {
      const own = user[field];
      return own === null ? t('users.switch.follow') : own ? t('users.switch.on') : t('users.switch.off');
    }
    case 'newWebinarsOffSince':
      return user.newWebinarsOffSince === null ? t('settings.value.on') : t('settings.value.off');
    case 'webinars': {
      const switches = Object.values(user.webinars);
      const onCount = switches.filter((isOn) => isOn).length;
      return t('users.value.webinars', { on: onCount, off: switches.length - onCount });
    }
  }
}
