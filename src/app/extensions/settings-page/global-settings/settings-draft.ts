import type { DomainNote, SettingsProblem, VersionedSettings } from '../../contract/settings.ts';
import type { CallProblem } from '../../shared/call-function.ts';
import type { SaveResult } from '../saving/save-change.ts';
import { type AccountSettings, putOnTop, toAccountSettings } from './account-settings.ts';

/** How far saving has come. */
export type SaveStep =
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: CallProblem }
  | { readonly kind: 'invalid'; readonly problems: readonly SettingsProblem[] }
  | { readonly kind: 'conflict'; readonly theirs: VersionedSettings };

/** The form, what it is compared with, and what came of the last save. */
export interface SettingsDraft {
  readonly inForce: VersionedSettings;
  readonly form: AccountSettings;
  readonly step: SaveStep;
  /** Entries that the last save has understood as something else. */
  readonly notes: readonly DomainNote[];
}

export type DraftAction =
  | { readonly kind: 'changed'; readonly change: (form: AccountSettings) => AccountSettings }
  | { readonly kind: 'discarded' }
  | { readonly kind: 'save-began' }
  | { readonly kind: 'save-ended'; readonly result: SaveResult }
  /** After a conflict: my changes are given up. */
  | { readonly kind: 'theirs-taken' }
  /** After a conflict: my changes go on top of theirs, and are still to be saved. */
  | { readonly kind: 'mine-put-on-top' };

const editing: SaveStep = { kind: 'editing' };

export const openDraft = ({ settings, version, savedAt }: VersionedSettings): SettingsDraft => ({
  inForce: { settings, version, savedAt },
  form: toAccountSettings(settings),
  step: editing,
  notes: [],
});

export function reduceDraft(draft: SettingsDraft, action: DraftAction): SettingsDraft {
  const { inForce, form, step } = draft;
  switch (action.kind) {
    case 'changed':
      // What is on its way to the server must be what the form shows when the answer comes.
      if (step.kind === 'saving') return draft;
      return {
        inForce,
        form: action.change(form),
        step: step.kind === 'failed' ? editing : step,
        notes: [],
      };
    case 'discarded':
      return { ...openDraft(inForce), notes: draft.notes };
    case 'save-began':
      return { ...draft, step: { kind: 'saving' } };
    case 'save-ended':
      return endSave(draft, action.result);
    case 'theirs-taken':
      return step.kind === 'conflict' ? openDraft(step.theirs) : draft;
    case 'mine-put-on-top': {
      if (step.kind !== 'conflict') return draft;
      const base = toAccountSettings(inForce.settings);
      const theirs = openDraft(step.theirs);
      return { ...theirs, form: putOnTop(base, form, theirs.form) };
    }
  }
}

function endSave(draft: SettingsDraft, result: SaveResult): SettingsDraft {
  switch (result.kind) {
    case 'saved':
      return { ...openDraft(result.saved), notes: result.notes };
    case 'conflict':
      return { ...draft, step: { kind: 'conflict', theirs: result.inForce } };
    case 'invalid':
      return { ...draft, step: { kind: 'invalid', problems: result.problems } };
    case 'problem':
      return { ...draft, step: { kind: 'failed', problem: result.problem } };
  }
}
