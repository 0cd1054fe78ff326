import { describe, expect, it } from 'vitest';
import { defaultSettings, defaultUserSettings, type Settings } from '../../../src/app/extensions/contract/settings.ts';
import {
  listUsersToAsk,
  mayAnybodyBeChosen,
  mergeUsers,
  trustHosts,
  type SweepUser,
  type SweepUsers,
} from '../../../src/app/app.functions/sweep/sweep-users.ts';
import { dayMs, noon } from './entries.ts';

const today = Math.floor(noon / dayMs);
const aUser = (userId: string, changes: Partial<SweepUser> = {}): SweepUser => ({
  userId,
  email: `${userId}@acme.example.com`,
  name: userId,
  plan: 'unknown',
  askedDay: null,
  recordings: null,
  ...changes,
});
const usersOf = (...users: readonly SweepUser[]): SweepUsers => new Map(users.map((user) => [user.userId, user]));
const settingsOf = (changes: Partial<Settings>): Settings => ({ ...defaultSettings, isSyncOn: true, ...changes });
const idsOf = (...given: Parameters<typeof listUsersToAsk>) => listUsersToAsk(...given).map(({ userId }) => userId);

describe('S3: whose webinars are listed', () => {
  const users = usersOf(aUser('c'), aUser('a'), aUser('b'));

  it('everybody’s, by user ID', () => {
    expect(idsOf(users, settingsOf({}), 'acc', noon)).toEqual(['a', 'b', 'c']);
  });

  it('not those of a user who was taken out, unless one of their webinars is on', () => {
    const out = { ...defaultUserSettings, syncsWebinars: false };
    const settings = settingsOf({ users: { 'acc:a': out, 'acc:b': { ...out, webinars: { '900100200': true } } } });

    expect(idsOf(users, settings, 'acc', noon)).toEqual(['b', 'c']);
  });

  it('those of selected users, also of one who is not in the list of users', () => {
    const chosen = { ...defaultUserSettings, syncsWebinars: true };
    const settings = settingsOf({
      webinarUsers: 'selected',
      users: { 'acc:a': chosen, 'acc:new': chosen, 'other:b': chosen, 'acc:c': { ...chosen, syncsWebinars: false } },
    });

    expect(idsOf(users, settings, 'acc', noon)).toEqual(['a', 'new']);
  });

  it('nobody’s when nobody can be chosen', () => {
    const chosen = { 'other:b': { ...defaultUserSettings, syncsWebinars: true } };

    expect(mayAnybodyBeChosen(settingsOf({}), 'acc')).toBe(true);
    expect(mayAnybodyBeChosen(settingsOf({ isSyncOn: false }), 'acc')).toBe(false);
    expect(mayAnybodyBeChosen(settingsOf({ webinarUsers: 'none' }), 'acc')).toBe(false);
    expect(mayAnybodyBeChosen(settingsOf({ webinarUsers: 'selected', users: chosen }), 'acc')).toBe(false);
    expect(mayAnybodyBeChosen(settingsOf({ webinarUsers: 'selected', users: chosen }), 'other')).toBe(true);
  });
});

describe('users without a webinar plan', () => {
  const without = Array.from({ length: 700 }, (_, number) => aUser(`user-${number}`, { plan: 'no', askedDay: today }));

  it('are asked once a week, about as many each day', () => {
    let users = usersOf(...without);
    const counts = Array.from({ length: 14 }, (_, day) => {
      const now = noon + (day + 1) * dayMs;
      const asked = listUsersToAsk(users, settingsOf({}), 'acc', now);
      users = new Map([
        ...users,
        ...asked.map((user) => [user.userId, { ...user, askedDay: Math.floor(now / dayMs) }] as const),
      ]);
      return asked.length;
    });

    expect(counts.slice(0, 7).reduce((sum, count) => sum + count, 0)).toBe(700);
    expect(counts.slice(7).reduce((sum, count) => sum + count, 0)).toBe(700);
    expect(Math.max(...counts)).toBeLessThan(160);
  });

  it('are all asked when nobody has looked for a week', () => {
    expect(idsOf(usersOf(...without), settingsOf({}), 'acc', noon + 8 * dayMs)).toHaveLength(700);
  });

  it('are asked again when one of them has held a webinar', () => {
    const users = usersOf(aUser('a', { plan: 'no', askedDay: today }), aUser('b', { plan: 'no', askedDay: today }));

    const trusted = trustHosts(users, new Set(['a@acme.example.com']));

    expect(idsOf(trusted, settingsOf({}), 'acc', noon)).toEqual(['a']);
  });
});

describe('the list of users', () => {
  it('keeps what is known, takes over new names, and forgets who has left', () => {
    const users = usersOf(aUser('a', { plan: 'yes' }), aUser('b'));
    const rows = [{ userId: 'a', email: 'new@acme.example.com', name: 'New' }];

    expect([...mergeUsers(users, rows, true).values()]).toEqual([
      { ...aUser('a', { plan: 'yes' }), email: 'new@acme.example.com', name: 'New' },
    ]);
    expect([...mergeUsers(users, rows, false).keys()]).toEqual(['a', 'b']);
  });
});
