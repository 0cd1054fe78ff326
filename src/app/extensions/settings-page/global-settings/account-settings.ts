import type { Settings } from '../../contract/settings.ts';

/** What the tab changes, in the order in which it shows it. */
export const accountFields = [
  'isSyncOn',
  'webinarUsers',
  'recordingUsers',
  'recordingExclusions',
  'contactPolicy',
  'contactExclusions',
  'backfillDays',
  'zoomSharePercent',
] as const;

export type AccountField = (typeof accountFields)[number];

/** The account-wide part of the settings. In a form, a number that is not there is NaN. */
export type AccountSettings = Pick<Settings, AccountField>;

export function toAccountSettings({ users: _users, ...account }: Settings): AccountSettings {
  return account;
}

/** In the order of the form. */
export const findChangedFields = (before: AccountSettings, after: AccountSettings): readonly AccountField[] =>
  accountFields.filter((field) => !isSameValue(before[field], after[field]));

/** One setting whose values of two people are to be compared. */
export interface DisputedField {
  readonly field: AccountField;
  /** Whether both have changed it, to something else. */
  readonly isDisputed: boolean;
}

/** What has to be looked at when somebody else has saved: everything that either of the two has changed. */
export function compareChanges(
  base: AccountSettings,
  mine: AccountSettings,
  theirs: AccountSettings,
): readonly DisputedField[] {
  const myFields = findChangedFields(base, mine);
  const theirFields = findChangedFields(base, theirs);
  return findChangedFields(mine, theirs).map((field) => ({
    field,
    isDisputed: myFields.includes(field) && theirFields.includes(field),
  }));
}

/** What I have changed on top of what somebody else has saved; of lists, what I have added and removed. */
export function putOnTop(base: AccountSettings, mine: AccountSettings, theirs: AccountSettings): AccountSettings {
  const choose = <Value extends string | number | boolean>(valueOf: (settings: AccountSettings) => Value): Value =>
    Object.is(valueOf(base), valueOf(mine)) ? valueOf(theirs) : valueOf(mine);
  const merge = (field: 'recordingExclusions' | 'contactExclusions') =>
    mergeLists(base[field], mine[field], theirs[field]);
  return {
    isSyncOn: choose(({ isSyncOn }) => isSyncOn),
    webinarUsers: choose(({ webinarUsers }) => webinarUsers),
    recordingUsers: choose(({ recordingUsers }) => recordingUsers),
    recordingExclusions: merge('recordingExclusions'),
    contactPolicy: choose(({ contactPolicy }) => contactPolicy),
    contactExclusions: merge('contactExclusions'),
    backfillDays: choose(({ backfillDays }) => backfillDays),
    zoomSharePercent: choose(({ zoomSharePercent }) => zoomSharePercent),
  };
}

function mergeLists(base: readonly string[], mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const removed = new Set(base.filter((entry) => !mine.includes(entry)));
  const added = mine.filter((entry) => !base.includes(entry));
  return [...new Set([...theirs.filter((entry) => !removed.has(entry)), ...added])];
}

type FieldValue = AccountSettings[AccountField];

/** Lists are the same in any order, as the server sorts them. */
function isSameValue(one: FieldValue, other: FieldValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return Object.is(one, other);
  return one.length === other.length && one.every((entry) => other.includes(entry));
}
