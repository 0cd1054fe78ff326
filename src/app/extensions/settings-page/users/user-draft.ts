import { defaultUserSettings, type Settings, type UserSettings } from '../../contract/settings.ts';

export const userFields = ['syncsWebinars', 'newWebinarsOffSince', 'syncsRecordings', 'webinars'] as const;

export type UserField = (typeof userFields)[number];

/** The name of a Zoom user in the settings. */
export const toUserKey = (accountId: string, userId: string): string => `${accountId}:${userId}`;

export const getUserSettings = (settings: Settings, key: string): UserSettings =>
  (Object.hasOwn(settings.users, key) ? settings.users[key] : undefined) ?? defaultUserSettings;

/**
 * Stands for “from now on”. Since when new webinars are off is the server's to say: it puts its own time in the place of
 * any other that is not on record, so that the clock of a browser does not matter.
 */
const fromNowOn = '1970-01-01T00:00:00Z';

/** @param inForce - so that somebody who switches back and forth ends where it began */
export const setNewWebinars = (draft: UserSettings, inForce: UserSettings, areOn: boolean): UserSettings => ({
  ...draft,
  newWebinarsOffSince: areOn ? null : (inForce.newWebinarsOffSince ?? fromNowOn),
});

/** @param isOn - null takes the webinar's own switch away: it follows its host then */
export function setWebinar(draft: UserSettings, webinarId: string, isOn: boolean | null): UserSettings {
  const { [webinarId]: _previous, ...others } = draft.webinars;
  return { ...draft, webinars: isOn === null ? others : { ...others, [webinarId]: isOn } };
}

export const getWebinarSwitch = ({ webinars }: UserSettings, webinarId: string): boolean | null =>
  (Object.hasOwn(webinars, webinarId) ? webinars[webinarId] : undefined) ?? null;

export const findChangedUserFields = (before: UserSettings, after: UserSettings): readonly UserField[] =>
  userFields.filter((field) => isFieldChanged(field, before, after));

function isFieldChanged(field: UserField, before: UserSettings, after: UserSettings): boolean {
  switch (field) {
    case 'syncsWebinars':
    case 'syncsRecordings':
      return before[field] !== after[field];
    case 'newWebinarsOffSince':
      return (before[field] === null) !== (after[field] === null);
    case 'webinars':
      return findChangedWebinars(before, after).length > 0;
  }
}

/** IDs of the webinars whose own switch is not what it was. */
export const findChangedWebinars = (before: UserSettings, after: UserSettings): readonly string[] =>
  [...new Set([...Object.keys(before.webinars), ...Object.keys(after.webinars)])].filter(
    (id) => getWebinarSwitch(before, id) !== getWebinarSwitch(after, id),
  );

/** Each switched webinar counts as one. */
export const countUserChanges = (before: UserSettings, after: UserSettings): number =>
  findChangedUserFields(before, after).filter((field) => field !== 'webinars').length +
  findChangedWebinars(before, after).length;

/** What I have changed on top of what somebody else has saved; single webinars one by one. */
export function putUserOnTop(base: UserSettings, mine: UserSettings, theirs: UserSettings): UserSettings {
  const changed = findChangedUserFields(base, mine);
  const choose = <Field extends UserField>(field: Field): UserSettings[Field] =>
    changed.includes(field) ? mine[field] : theirs[field];
  return findChangedWebinars(base, mine).reduce((merged, id) => setWebinar(merged, id, getWebinarSwitch(mine, id)), {
    syncsWebinars: choose('syncsWebinars'),
    syncsRecordings: choose('syncsRecordings'),
    newWebinarsOffSince: choose('newWebinarsOffSince'),
    webinars: theirs.webinars,
  });
}
