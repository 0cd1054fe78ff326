import { describe, expect, it } from 'vitest';
import {
  compareChanges,
  findChangedFields,
  putOnTop,
  toAccountSettings,
} from '../../../src/app/extensions/settings-page/global-settings/account-settings.ts';
import type { Settings } from '../../../src/app/extensions/contract/settings.ts';
import { someSettings, someUserSettings } from '../support/settings.tsx';

const account = (overrides: Partial<Settings> = {}) => toAccountSettings(someSettings(overrides));

describe('the account-wide settings', () => {
  it('leave out what is set for single users', () => {
    const users = { 'acc-1:host-1': someUserSettings({ syncsWebinars: true }) };

    expect(account({ users })).toEqual(account());
  });

  it('are unchanged when a list has another order only', () => {
    const before = account({ contactExclusions: ['a.example', 'b.example'] });
    const after = account({ contactExclusions: ['b.example', 'a.example'] });

    expect(findChangedFields(before, after)).toEqual([]);
  });

  it('are changed by an entry that took the place of another', () => {
    const before = account({ contactExclusions: ['a.example'] });
    const after = account({ contactExclusions: ['b.example'] });

    expect(findChangedFields(before, after)).toEqual(['contactExclusions']);
  });

  it('name their changes in the order of the form', () => {
    const after = account({ zoomSharePercent: 10, isSyncOn: false, contactPolicy: 'update-only' });

    expect(findChangedFields(account(), after)).toEqual(['isSyncOn', 'contactPolicy', 'zoomSharePercent']);
  });

  it('count a number that was emptied as changed', () => {
    expect(findChangedFields(account(), account({ backfillDays: Number.NaN }))).toEqual(['backfillDays']);
  });
});

describe('changes of two people', () => {
  const base = account({ contactExclusions: ['a.example', 'b.example'] });

  it('go together where they are about different settings', () => {
    const mine = { ...base, backfillDays: 90 };
    const theirs = { ...base, contactPolicy: 'update-only' as const };

    expect(putOnTop(base, mine, theirs)).toEqual({ ...base, backfillDays: 90, contactPolicy: 'update-only' });
  });

  it('end with mine where they are about the same setting', () => {
    const mine = { ...base, backfillDays: 90 };
    const theirs = { ...base, backfillDays: 10 };

    expect(putOnTop(base, mine, theirs).backfillDays).toBe(90);
  });

  it('of a list keep what both have added and leave out what either has removed', () => {
    const mine = { ...base, contactExclusions: ['b.example', 'mine.example'] };
    const theirs = { ...base, contactExclusions: ['a.example', 'theirs.example'] };

    expect(putOnTop(base, mine, theirs).contactExclusions).toEqual(['theirs.example', 'mine.example']);
  });

  it('are compared by setting, and marked where both have changed the same one', () => {
    const mine = { ...base, backfillDays: 90, isSyncOn: false };
    const theirs = { ...base, backfillDays: 10, zoomSharePercent: 80 };

    expect(compareChanges(base, mine, theirs)).toEqual([
      { field: 'isSyncOn', isDisputed: false },
      { field: 'backfillDays', isDisputed: true },
      { field: 'zoomSharePercent', isDisputed: false },
    ]);
  });

  it('need no comparing where both have done the same', () => {
    const same = { ...base, backfillDays: 90 };

    expect(compareChanges(base, same, same)).toEqual([]);
  });
});
