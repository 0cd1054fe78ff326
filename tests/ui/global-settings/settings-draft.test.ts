import { describe, expect, it } from 'vitest';
import {
  type DraftAction,
  openDraft,
  reduceDraft,
  type SettingsDraft,
} from '../../../src/app/extensions/settings-page/global-settings/settings-draft.ts';
import { someSettings, versioned } from '../support/settings.tsx';

const change = (fields: Partial<SettingsDraft['form']>): DraftAction => ({
  kind: 'changed',
  change: (form) => ({ ...form, ...fields }),
});

const opened = openDraft(versioned(someSettings()));
const play = (...actions: readonly DraftAction[]) => actions.reduce(reduceDraft, opened);
const refused: DraftAction = {
  kind: 'save-ended',
  result: { kind: 'problem', problem: { kind: 'no-answer' } },
};
const theirs = versioned(someSettings({ contactPolicy: 'update-only' }), 4);
const conflict: DraftAction = { kind: 'save-ended', result: { kind: 'conflict', inForce: theirs } };

describe('a draft of the settings', () => {
  it('keeps what is in force apart from what was changed', () => {
    const draft = play(change({ backfillDays: 90 }));

    expect(draft.form.backfillDays).toBe(90);
    expect(draft.inForce).toEqual(opened.inForce);
  });

  it('goes back to what is in force when it is discarded', () => {
    expect(play(change({ backfillDays: 90 }), { kind: 'discarded' })).toEqual(opened);
  });

  it('does not change while it is being saved', () => {
    const draft = play(change({ backfillDays: 90 }), { kind: 'save-began' }, change({ backfillDays: 10 }));

    expect(draft.form.backfillDays).toBe(90);
  });

  it('becomes what was saved, with the spelling of the server', () => {
    const saved = versioned(someSettings({ contactExclusions: ['a.example'] }), 4);
    const notes = [{ field: 'contactExclusions', given: 'jane@a.example', became: 'a.example' }] as const;

    const draft = play(
      change({ contactExclusions: ['jane@a.example'] }),
      { kind: 'save-began' },
      { kind: 'save-ended', result: { kind: 'saved', saved, notes } },
    );

    expect(draft).toEqual({ ...openDraft(saved), notes });
  });

  it('keeps the changes when a save fails, and forgets the failure with the next change', () => {
    const failed = play(change({ backfillDays: 90 }), { kind: 'save-began' }, refused);

    expect(failed).toMatchObject({ form: { backfillDays: 90 }, step: { kind: 'failed' } });
    expect(reduceDraft(failed, change({ backfillDays: 80 })).step).toEqual({ kind: 'editing' });
  });

  it('keeps what the server found wrong while the entries are being corrected', () => {
    const problems = [{ field: 'contactExclusions', given: 'com', problem: 'too-broad' }] as const;

    const draft = play(
      change({ contactExclusions: ['com', 'acme'] }),
      { kind: 'save-began' },
      { kind: 'save-ended', result: { kind: 'invalid', problems } },
      change({ contactExclusions: ['com'] }),
    );

    expect(draft.step).toEqual({ kind: 'invalid', problems });
  });
});

describe('after a conflict, a draft', () => {
  const inConflict = [change({ backfillDays: 90 }), { kind: 'save-began' } as const, conflict];

  it('waits for a choice', () => {
    expect(play(...inConflict)).toMatchObject({ form: { backfillDays: 90 }, step: { kind: 'conflict', theirs } });
  });

  it('becomes theirs when mine is given up', () => {
    expect(play(...inConflict, { kind: 'theirs-taken' })).toEqual(openDraft(theirs));
  });

  it('has my changes on top of theirs, to be saved as a change of theirs', () => {
    const draft = play(...inConflict, { kind: 'mine-put-on-top' });

    expect(draft.inForce).toEqual(theirs);
    expect(draft.form).toMatchObject({ backfillDays: 90, contactPolicy: 'update-only' });
    expect(draft.step).toEqual({ kind: 'editing' });
  });
});

describe('without a conflict, a draft', () => {
  it('has nothing of somebody else to take or to build on', () => {
    const draft = play(change({ backfillDays: 90 }));

    expect(reduceDraft(draft, { kind: 'theirs-taken' })).toBe(draft);
    expect(reduceDraft(draft, { kind: 'mine-put-on-top' })).toBe(draft);
  });
});
