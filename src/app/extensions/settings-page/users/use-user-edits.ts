import { useCallback, useReducer, useRef } from 'react';
import type { Settings, VersionedSettings } from '../../contract/settings.ts';
import { callSave } from '../saving/call-save.ts';
import { saveChange } from '../saving/save-change.ts';
import { findChangedUserFields, getUserSettings } from './user-draft.ts';
import { reduceUserEdits, type UserEditAction, type UserEdit, type UserEdits } from './user-edits.ts';

interface UserEditsHook {
  readonly edits: UserEdits;
  readonly dispatch: (action: UserEditAction) => void;
  readonly save: (key: string, edit: UserEdit) => void;
}

/**
 * What is changed of single users, and saving it: one user at a time, on top of whatever else was saved meanwhile.
 *
 * @param onSaved - called with the user's key and with what is in force then
 * @param onOutdated - somebody else has saved; called with what is in force now
 */
export function useUserEdits(
  inForce: VersionedSettings,
  onSaved: (key: string, saved: VersionedSettings) => void,
  onOutdated: (inForce: VersionedSettings) => void,
): UserEditsHook {
  const [edits, dispatch] = useReducer(reduceUserEdits, {});
  const isSaving = useRef(false);

  const save = useCallback(
    (key: string, { base, draft }: UserEdit) => {
      if (isSaving.current) return;
      const now = getUserSettings(inForce.settings, key);
      if (findChangedUserFields(base, now).length > 0) {
        dispatch({ kind: 'step', key, step: { kind: 'conflict', theirs: now } });
        return;
      }
      isSaving.current = true;
      dispatch({ kind: 'step', key, step: { kind: 'saving' } });
      const change = {
        applyTo: (settings: Settings) => ({ ...settings, users: { ...settings.users, [key]: draft } }),
        isTouchedBy: (before: Settings, after: Settings) =>
          findChangedUserFields(getUserSettings(before, key), getUserSettings(after, key)).length > 0,
      };
      void saveChange(inForce, change, callSave).then((result) => {
        isSaving.current = false;
        switch (result.kind) {
          case 'saved':
            dispatch({ kind: 'closed', key });
            onSaved(key, result.saved);
            return;
          case 'conflict': {
            onOutdated(result.inForce);
            const theirs = getUserSettings(result.inForce.settings, key);
            dispatch({ kind: 'step', key, step: { kind: 'conflict', theirs } });
            return;
          }
          case 'invalid':
            dispatch({ kind: 'step', key, step: { kind: 'invalid', problems: result.problems } });
            return;
          case 'problem':
            dispatch({ kind: 'step', key, step: { kind: 'failed', problem: result.problem } });
        }
      });
    },
    [inForce, onSaved, onOutdated],
  );

  return { edits, dispatch, save };
}
