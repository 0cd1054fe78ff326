import type { Settings, UserSettings } from '../../extensions/contract/settings.ts';

/** Zoom's account and user IDs hold neither colons nor blanks. */
export const userKeyPattern = /^[^\s:]{1,126}:[^\s:]{1,126}$/;

/** The name of a Zoom user in the settings. */
export const toUserKey = (accountId: string, userId: string): string => `${accountId}:${userId}`;

const followsAccount: UserSettings = {
  syncsWebinars: null,
  syncsRecordings: null,
  newWebinarsOffSince: null,
  webinars: {},
};

/** What is set for one Zoom user; the defaults for one of whom nothing is set. */
export function getUserSettings(settings: Settings, accountId: string, userId: string): UserSettings {
  const key = toUserKey(accountId, userId);
  return (Object.hasOwn(settings.users, key) ? settings.users[key] : undefined) ?? followsAccount;
}

/** Whether a user is treated as one of whom nothing is set. */
export function isFollowingAccount(user: UserSettings): boolean {
  return (
    user.syncsWebinars === null &&
    user.syncsRecordings === null &&
    user.newWebinarsOffSince === null &&
    Object.keys(user.webinars).length === 0
  );
}
