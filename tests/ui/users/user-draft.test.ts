import { describe, expect, it } from 'vitest';
import {
  countUserChanges,
  findChangedUserFields,
  getUserSettings,
  putUserOnTop,
  setNewWebinars,
  setWebinar,
  toUserKey,
} from '../../../src/app/extensions/settings-page/users/user-draft.ts';
import { someSettings, someUserSettings } from '../support/settings.tsx';

const since = '2026-10-01T00:00:00Z';

describe('the settings of a user', () => {
  it('are the defaults for somebody of whom nothing is set', () => {
    expect(getUserSettings(someSettings(), toUserKey('acc-1', 'host-1'))).toEqual(someUserSettings());
  });

  it('are not looked up among what every object has', () => {
    expect(getUserSettings(someSettings(), 'constructor')).toEqual(someUserSettings());
  });
});

describe('newly scheduled webinars (S7)', () => {
  const inForce = someUserSettings({ newWebinarsOffSince: since });

  it('that are switched off are off from the time that the server puts in', () => {
    const off = setNewWebinars(someUserSettings(), someUserSettings(), false);

    expect(Date.parse(off.newWebinarsOffSince ?? '')).toBeLessThan(Date.parse(since));
  });

  it('that are switched on and off again are off since they were', () => {
    const on = setNewWebinars(inForce, inForce, true);

    expect(on.newWebinarsOffSince).toBeNull();
    expect(setNewWebinars(on, inForce, false)).toEqual(inForce);
  });

  it('count as changed only where they go from on to off or back', () => {
    const later = someUserSettings({ newWebinarsOffSince: '2026-11-01T00:00:00Z' });

    expect(findChangedUserFields(inForce, later)).toEqual([]);
    expect(findChangedUserFields(inForce, someUserSettings())).toEqual(['newWebinarsOffSince']);
  });
});

describe('single webinars (S7)', () => {
  it('get a switch of their own, and lose it', () => {
    const one = setWebinar(someUserSettings(), '81234567890', false);

    expect(one.webinars).toEqual({ '81234567890': false });
    expect(setWebinar(one, '81234567890', null).webinars).toEqual({});
  });

  it('count one by one', () => {
    const before = someUserSettings({ webinars: { '1': true, '2': false } });
    const after = someUserSettings({ webinars: { '1': false, '3': true }, syncsRecordings: true });

    expect(countUserChanges(before, after)).toBe(4);
  });
});

describe('changes of two people to one user', () => {
  const base = someUserSettings({ webinars: { '1': true, '2': true } });

  it('go together', () => {
    const mine = { ...base, syncsWebinars: true, webinars: { '1': false, '2': true } };
    const theirs = { ...base, syncsRecordings: false, webinars: { '1': true, '3': false } };

    expect(putUserOnTop(base, mine, theirs)).toEqual(
      someUserSettings({ syncsWebinars: true, syncsRecordings: false, webinars: { '1': false, '3': false } }),
    );
  });

  it('end with mine where they are about the same', () => {
    expect(putUserOnTop(base, { ...base, syncsWebinars: true }, { ...base, syncsWebinars: false }).syncsWebinars).toBe(
      true,
    );
  });
});
