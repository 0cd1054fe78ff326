import { createHash } from 'node:crypto';
import type { Settings } from '../../extensions/contract/settings.ts';
import type { Instant } from '../domain/instant.ts';
import { getUserSettings } from '../settings/user-settings.ts';
import { dayMs } from './day-ranges.ts';
import type { ZoomUser } from './ports.ts';

/** A user of the Zoom account as sweeps remember them. */
export interface SweepUser extends ZoomUser {
  /** `gone`: listed, and yet unknown when asked for webinars. */
  readonly plan: 'unknown' | 'yes' | 'no' | 'gone';
  /** When somebody without webinars of their own was asked last: days since 1970. */
  readonly askedDay: number | null;
  readonly recordings: RecordingsLook | null;
}

/** What is known of a user's list of recordings. */
export interface RecordingsLook {
  readonly at: Instant;
}

/** By user ID. */
export type SweepUsers = ReadonlyMap<string, SweepUser>;

const newUser = (user: ZoomUser): SweepUser => ({ ...user, plan: 'unknown', askedDay: null, recordings: null });

/** @param isWhole - who is not among the rows has left the account */
export function mergeUsers(users: SweepUsers, rows: readonly ZoomUser[], isWhole: boolean): SweepUsers {
  const merged = new Map(isWhole ? [] : users);
  for (const { userId, email, name } of rows) {
    merged.set(userId, { ...(users.get(userId) ?? newUser({ userId, email, name })), userId, email, name });
  }
  return merged;
}

/** Whether the settings let anybody's webinars be synced; if not, nothing is read from Zoom. */
export const mayAnybodyBeChosen = (settings: Settings, accountId: string): boolean =>
  settings.isSyncOn &&
  (settings.webinarUsers === 'all' ||
    (settings.webinarUsers === 'selected' && listChosenByName(settings, accountId).length > 0));

/** Users of whom at least one webinar may be synced because of their own settings. */
function listChosenByName(settings: Settings, accountId: string): readonly string[] {
  const prefix = `${accountId}:`;
  return Object.keys(settings.users)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((userId) => isChosen(settings, accountId, userId));
}

function isChosen(settings: Settings, accountId: string, userId: string): boolean {
  const { syncsWebinars, webinars } = getUserSettings(settings, accountId, userId);
  return (syncsWebinars ?? settings.webinarUsers === 'all') || Object.values(webinars).includes(true);
}

/**
 * Whose webinars are to be listed, by user ID. Whoever has no webinar plan is asked again once a week, each on a weekday
 * of their own, so that it never comes to thousands of calls at once.
 */
export function listUsersToAsk(
  users: SweepUsers,
  settings: Settings,
  accountId: string,
  now: Instant,
): readonly SweepUser[] {
  const chosen =
    settings.webinarUsers === 'all'
      ? [...users.values()].filter(({ userId }) => isChosen(settings, accountId, userId))
      : listChosenByName(settings, accountId).map(
          (userId) => users.get(userId) ?? newUser({ userId, email: '', name: '' }),
        );
  return chosen.filter((user) => isToBeAsked(user, now)).sort((a, b) => (a.userId < b.userId ? -1 : 1));
}

function isToBeAsked({ userId, plan, askedDay }: SweepUser, now: Instant): boolean {
  if ((plan !== 'no' && plan !== 'gone') || askedDay === null) return true;
  const today = toDay(now);
  const lastOwnDay = today - ((today + weekdayOf(userId)) % 7);
  return askedDay < lastOwnDay;
}

export const toDay = (now: Instant): number => Math.floor(now / dayMs);

const weekdayOf = (userId: string): number => createHash('sha256').update(userId).digest().readUInt8(0) % 7;

export const hostIdsByEmail = (users: SweepUsers): ReadonlyMap<string, string> =>
  new Map([...users.values()].filter(({ email }) => email !== '').map(({ email, userId }) => [email, userId]));

/** Whoever has held a webinar has a plan, whatever was said last week. */
export function trustHosts(users: SweepUsers, hostEmails: ReadonlySet<string>): SweepUsers {
  const merged = new Map(users);
  for (const user of users.values()) {
    if (user.plan === 'no' && hostEmails.has(user.email)) {
      merged.set(user.userId, { ...user, plan: 'unknown', askedDay: null });
    }
  }
  return merged;
}
