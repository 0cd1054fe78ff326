import { describe, expect, it } from 'vitest';
import type { SaveSettingsAnswer, SaveSettingsParameters } from '../../../src/app/extensions/contract/settings.ts';
import { saveChange, type SettingsChange } from '../../../src/app/extensions/settings-page/saving/save-change.ts';
import { conflictAnswer, savedAnswer, someSettings, someUserSettings, versioned } from '../support/settings.tsx';

/** Changes the days, and minds only who else changes them. */
const change: SettingsChange = {
  applyTo: (settings) => ({ ...settings, backfillDays: 90 }),
  isTouchedBy: (before, after) => before.backfillDays !== after.backfillDays,
};

const base = versioned(someSettings({ backfillDays: 30 }), 3);

function answerInTurn(...answers: readonly SaveSettingsAnswer[]) {
  const sent: SaveSettingsParameters[] = [];
  return {
    sent,
    save: async (parameters: SaveSettingsParameters) => {
      sent.push(parameters);
      const answer = answers[sent.length - 1];
      if (answer === undefined) throw new Error('One save more than there are answers.');
      return { kind: 'answered', answer } as const;
    },
  };
}

const theirs = someSettings({ backfillDays: 30, users: { 'acc-1:host-1': someUserSettings({ syncsWebinars: true }) } });

describe('saving a change', () => {
  it('sends it with the version that it was made to', async () => {
    const { sent, save } = answerInTurn(savedAnswer(someSettings({ backfillDays: 90 })));

    const result = await saveChange(base, change, save);

    expect(sent).toEqual([{ settings: someSettings({ backfillDays: 90 }), version: 3 }]);
    expect(result).toEqual({ kind: 'saved', saved: versioned(someSettings({ backfillDays: 90 }), 4), notes: [] });
  });

  it('goes on top of what somebody else has saved about something else, without a question', async () => {
    const { sent, save } = answerInTurn(conflictAnswer(theirs, 7), savedAnswer({ ...theirs, backfillDays: 90 }, 8));

    const result = await saveChange(base, change, save);

    expect(sent.at(-1)).toEqual({ settings: { ...theirs, backfillDays: 90 }, version: 7 });
    expect(result.kind).toBe('saved');
  });

  it('is a conflict where somebody else has changed the same', async () => {
    const { sent, save } = answerInTurn(conflictAnswer(someSettings({ backfillDays: 10 }), 7));

    const result = await saveChange(base, change, save);

    expect(sent).toHaveLength(1);
    expect(result).toEqual({ kind: 'conflict', inForce: versioned(someSettings({ backfillDays: 10 }), 7) });
  });

  it('gives up after three tries where somebody else saves all the time', async () => {
    const { sent, save } = answerInTurn(
      conflictAnswer(theirs, 7),
      conflictAnswer(theirs, 8),
      conflictAnswer(theirs, 9),
    );

    const result = await saveChange(base, change, save);

    expect(sent.map(({ version }) => version)).toEqual([3, 7, 8]);
    expect(result).toEqual({ kind: 'conflict', inForce: versioned(theirs, 9) });
  });

  it('hands on what the server found wrong', async () => {
    const problems = [{ field: 'users', problem: 'too-many' }] as const;
    const { save } = answerInTurn({ ok: true, outcome: 'invalid', problems });

    expect(await saveChange(base, change, save)).toEqual({ kind: 'invalid', problems });
  });

  it('hands on that there was no answer', async () => {
    const result = await saveChange(base, change, async () => ({ kind: 'problem', problem: { kind: 'no-answer' } }));

    expect(result).toEqual({ kind: 'problem', problem: { kind: 'no-answer' } });
  });
});
