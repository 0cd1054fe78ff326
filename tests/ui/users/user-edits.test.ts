import { describe, expect, it } from 'vitest';
import {
  reduceUserEdits,
  type UserEditAction,
  type UserEdits,
} from '../../../src/app/extensions/settings-page/users/user-edits.ts';
import { someUserSettings } from '../support/settings.tsx';

const key = 'acc-1:host-1';
const base = someUserSettings();
const switchOn: UserEditAction = {
  kind: 'changed',
  key,
  base,
  change: (draft) => ({ ...draft, syncsWebinars: true }),
};
const switchBack: UserEditAction = { kind: 'changed', key, base, change: () => base };
const none: UserEdits = {};
const play = (...actions: readonly UserEditAction[]) => actions.reduce(reduceUserEdits, none);
const theirs = someUserSettings({ syncsRecordings: true });
const conflict: UserEditAction = { kind: 'step', key, step: { kind: 'conflict', theirs } };

describe('what is changed of users', () => {
  it('is kept by user', () => {
    const other = 'acc-1:host-2';

    expect(Object.keys(play(switchOn, { ...switchOn, key: other }))).toEqual([key, other]);
  });

  it('is nothing when it is back where it began', () => {
    expect(play(switchOn, switchBack)).toEqual({});
  });

  it('is compared with what it was changed from, even if something else is in force by now', () => {
    const edits = play(switchOn, { ...switchOn, base: theirs });

    expect(edits[key]?.base).toEqual(base);
  });

  it('does not change while it is being saved, or compared with what somebody else has saved', () => {
    const saving = play(switchOn, { kind: 'step', key, step: { kind: 'saving' } });
    const compared = play(switchOn, conflict);

    expect(reduceUserEdits(saving, switchBack)).toBe(saving);
    expect(reduceUserEdits(compared, switchBack)).toBe(compared);
  });

  it('goes on top of what somebody else has saved', () => {
    expect(play(switchOn, conflict, { kind: 'mine-put-on-top', key })[key]).toEqual({
      base: theirs,
      draft: { ...theirs, syncsWebinars: true },
      step: { kind: 'editing' },
    });
  });

  it('is nothing when somebody else has saved the same', () => {
    const same: UserEditAction = {
      kind: 'step',
      key,
      step: { kind: 'conflict', theirs: someUserSettings({ syncsWebinars: true }) },
    };

    expect(play(switchOn, same, { kind: 'mine-put-on-top', key })).toEqual({});
  });

  it('has nothing to go on top of without a conflict', () => {
    const edits = play(switchOn);

    expect(reduceUserEdits(edits, { kind: 'mine-put-on-top', key })).toBe(edits);
  });

  it('is gone when it is closed', () => {
    expect(play(switchOn, { kind: 'closed', key })).toEqual({});
  });

  it('takes no step without a change', () => {
    expect(play(conflict)).toEqual({});
  });
});
