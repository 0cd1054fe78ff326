import type { UserSettings } from '../../contract/settings.ts';

/** How many users are set to something of their own. */
export interface Exceptions {
  readonly onCount: number;
  readonly offCount: number;
}

export function countExceptions(
  users: Readonly<Record<string, UserSettings>>,
  setting: 'syncsWebinars' | 'syncsRecordings',
): Exceptions {
  const own = Object.values(users).map((user) => user[setting]);
  return { onCount: own.filter((isOn) => isOn === true).length, offCount: own.filter((isOn) => isOn === false).length };
}
