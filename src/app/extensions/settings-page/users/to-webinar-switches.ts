import type { Settings, UserSettings } from '../../contract/settings.ts';
import type { WebinarRow } from '../../contract/webinars.ts';
import type { Words } from '../../shared/words/words.ts';
import { followsToOn } from './effective.ts';
import { getWebinarSwitch } from './user-draft.ts';

/** One webinar with its switch. */
export interface WebinarSwitch {
  readonly webinarId: string;
  readonly topic: string;
  /** Date and ID. */
  readonly detail: string;
  readonly isOn: boolean;
  /** What it would be without a switch of its own. */
  readonly followsTo: boolean;
  /** Whose setting that is. */
  readonly origin: string;
  /** False for a webinar that cannot be synced whatever is set. */
  readonly isSupported: boolean;
}

/** @throws where a row is not what the contract says */
export const toWebinarSwitches = (
  rows: readonly WebinarRow[],
  settings: Settings,
  draft: UserSettings,
  words: Words,
): readonly WebinarSwitch[] =>
  rows.map((row) => {
    const { t, formats } = words;
    const own = getWebinarSwitch(draft, row.webinarId);
    const followsTo = followsToOn(settings, draft, row);
    const isSupported = row.status !== 'not-supported';
    const detail =
      row.startsAt === null
        ? t('users.webinar.undated', { id: row.webinarId })
        : t('users.webinar.dated', { when: formats.dateAndTime(row.startsAt), id: row.webinarId });
    const origin =
      own === null
        ? followsTo
          ? t('users.webinar.follows-on')
          : t('users.webinar.follows-off')
        : t('users.webinar.own');
    return {
      webinarId: row.webinarId,
      topic: row.topic,
      detail,
      isOn: isSupported && (own ?? followsTo),
      followsTo,
      origin: isSupported ? origin : t('users.webinar.not-supported'),
      isSupported,
    };
  });
