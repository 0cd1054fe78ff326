import { useCallback, useReducer, useRef } from 'react';
import type { DomainNote, VersionedSettings } from '../../contract/settings.ts';
import { callSave } from '../saving/call-save.ts';
import { saveChange } from '../saving/save-change.ts';
import { findChangedFields, toAccountSettings } from './account-settings.ts';
import { type DraftAction, openDraft, reduceDraft, type SettingsDraft } from './settings-draft.ts';

interface SettingsDraftHook {
  readonly draft: SettingsDraft;
  readonly dispatch: (action: DraftAction) => void;
  readonly save: () => void;
}

/**
 * The account-wide settings as somebody edits them.
 *
 * @param initial - in force when the form was opened
 * @param onSaved - called with what the server understood as something else
 */
export function useSettingsDraft(
  initial: VersionedSettings,
  onSaved: (notes: readonly DomainNote[]) => void,
): SettingsDraftHook {
  const [draft, dispatch] = useReducer(reduceDraft, initial, openDraft);
  const isSaving = useRef(false);
  const { inForce, form } = draft;

  const save = useCallback(() => {
    // There are two buttons, and either may be clicked twice before it is drawn as busy.
    if (isSaving.current) return;
    isSaving.current = true;
    dispatch({ kind: 'save-began' });
    const change = {
      applyTo: (settings: VersionedSettings['settings']) => ({ ...settings, ...form }),
      isTouchedBy: (before: VersionedSettings['settings'], after: VersionedSettings['settings']) =>
        findChangedFields(toAccountSettings(before), toAccountSettings(after)).length > 0,
    };
    void saveChange(inForce, change, callSave).then((result) => {
      isSaving.current = false;
      dispatch({ kind: 'save-ended', result });
      if (result.kind === 'saved') onSaved(result.notes);
    });
  }, [inForce, form, onSaved]);

  return { draft, dispatch, save };
}
