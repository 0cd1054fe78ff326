import { describe, expect, it } from 'vitest';
import type { ZoomUser } from '../../../src/app/app.functions/sweep/ports.ts';
import { toZoomUsersPage, type ZoomUsersRequest } from '../../../src/app/app.functions/settings/zoom-users.ts';
import { someSettings, someUserSettings } from './settings-kit.ts';

const aUser = (userId: string, name: string, email = `${userId}@acme.example.com`): ZoomUser => ({
  userId,
  name,
  email,
});

const users = [
  aUser('u4', 'Zoë Zimmer'),
  aUser('u2', 'Änne Adler'),
  aUser('u3', 'anna Berg', 'b@acme.example.com'),
  aUser('u1', 'Anna Berg', 'a@acme.example.com'),
  aUser('u5', ''),
];

const request = (changes: Partial<ZoomUsersRequest> = {}): ZoomUsersRequest => ({
  accountId: 'acc-1',
  settings: someSettings(),
  query: '',
  after: undefined,
  limit: 25,
  webinarPlanOf: () => 'unknown',
  ...changes,
});

const page = (changes: Partial<ZoomUsersRequest> = {}, of = users) => {
  const result = toZoomUsersPage(of, request(changes));
  if (result.kind !== 'page') throw new Error('there is no such place');
  return result;
};

const idsOf = (changes: Partial<ZoomUsersRequest> = {}): readonly string[] =>
  page(changes).users.map(({ userId }) => userId);

describe('S3: the users of a Zoom account', () => {
  it('come by name, then by address', () => {
    expect(idsOf()).toEqual(['u5', 'u1', 'u3', 'u2', 'u4']);
  });

  it.each([
    ['ANNA', ['u1', 'u3']],
    ['zoe', ['u4']],
    ['Zoë', ['u4']],
    ['adler', ['u2']],
    [' berg ', ['u1', 'u3']],
    ['a@ACME', ['u1']],
    ['nobody', []],
  ])('are found by "%s" in name or address', (query, ids) => {
    expect(idsOf({ query })).toEqual(ids);
  });

  it('come page by page, each once', () => {
    const first = page({ limit: 2 });
    const second = page({ limit: 2, after: first.after ?? '' });
    const third = page({ limit: 2, after: second.after ?? '' });

    expect([first, second, third].map(({ users: rows }) => rows.map(({ userId }) => userId))).toEqual([
      ['u5', 'u1'],
      ['u3', 'u2'],
      ['u4'],
    ]);
    expect(third.after).toBeNull();
    expect([first, second, third].map(({ totalCount }) => totalCount)).toEqual([5, 5, 5]);
  });

  it('have no further page when the last one is full', () => {
    expect(page({ limit: 5 }).after).toBeNull();
  });

  it('come once and all of them, also when the last one of a page leaves Zoom', () => {
    const { after } = page({ limit: 2 });
    const others = users.filter(({ userId }) => userId !== 'u1');

    expect(page({ after: after ?? '' }, others).users.map(({ userId }) => userId)).toEqual(['u3', 'u2', 'u4']);
  });

  it.each(['nonsense', '', 'WyJhIl0'])('have no page after "%s"', (after) => {
    expect(toZoomUsersPage(users, request({ after }))).toEqual({ kind: 'unknown-place' });
  });

  it('S3, S4, S7: come with what is set for them and what it comes to', () => {
    const settings = someSettings({
      webinarUsers: 'selected',
      recordingUsers: 'all',
      users: {
        'acc-1:u1': someUserSettings({ syncsWebinars: true, newWebinarsOffSince: '2020-01-01T00:00:00.000Z' }),
        'acc-1:u3': someUserSettings({ syncsWebinars: true, syncsRecordings: false }),
        'acc-2:u2': someUserSettings({ syncsWebinars: true }),
      },
    });
    const rows = page({ settings }).users.map(({ userId, syncsWebinars, syncsRecordings, settings: own }) => [
      userId,
      syncsWebinars,
      syncsRecordings,
      own.newWebinarsOffSince,
    ]);

    expect(rows).toEqual([
      ['u5', false, false, null],
      ['u1', true, true, '2020-01-01T00:00:00.000Z'],
      ['u3', true, false, null],
      ['u2', false, false, null],
      ['u4', false, false, null],
    ]);
  });

  it('S2: are not synced while sync is off', () => {
    const settings = someSettings({ isSyncOn: false, recordingUsers: 'all' });

    expect(page({ settings }).users.filter((row) => row.syncsWebinars || row.syncsRecordings)).toEqual([]);
  });

  it('come with what is known of their webinar plan', () => {
    const plans = page({ webinarPlanOf: (userId) => (userId === 'u1' ? 'no' : 'yes') }).users;

    expect(plans.map(({ userId, webinarPlan }) => [userId, webinarPlan]).slice(0, 2)).toEqual([
      ['u5', 'yes'],
      ['u1', 'no'],
    ]);
  });
});
