import type { SettingsProblem, UserSettings } from '../../contract/settings.ts';
import type { CallProblem } from '../../shared/call-function.ts';
import { findChangedUserFields, putUserOnTop } from './user-draft.ts';

export type UserSaveStep =
  | { readonly kind: 'editing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: CallProblem }
  | { readonly kind: 'invalid'; readonly problems: readonly SettingsProblem[] }
  | { readonly kind: 'conflict'; readonly theirs: UserSettings };

/** What somebody has changed of one user. */
export interface UserEdit {
  /** What was changed. */
  readonly base: UserSettings;
  readonly draft: UserSettings;
  readonly step: UserSaveStep;
}

/** By the user's key. A panel that is closed keeps what was changed in it. */
export type UserEdits = Readonly<Record<string, UserEdit>>;

export type UserEditAction =
  | {
      readonly kind: 'changed';
      readonly key: string;
      /** In force; what the change is made to if it is the first. */
      readonly base: UserSettings;
      readonly change: (draft: UserSettings) => UserSettings;
    }
  | { readonly kind: 'step'; readonly key: string; readonly step: UserSaveStep }
  | { readonly kind: 'mine-put-on-top'; readonly key: string }
  /** Saved, or given up. */
  | { readonly kind: 'closed'; readonly key: string };

export function reduceUserEdits(edits: UserEdits, action: UserEditAction): UserEdits {
  const { key } = action;
  const edit = edits[key];
  switch (action.kind) {
    case 'changed':
      return changeUser(edits, edit ?? { base: action.base, draft: action.base, step: { kind: 'editing' } }, action);
    case 'step':
      return edit === undefined ? edits : { ...edits, [key]: { ...edit, step: action.step } };
    case 'mine-put-on-top': {
      if (edit?.step.kind !== 'conflict') return edits;
      const { theirs } = edit.step;
      const draft = putUserOnTop(edit.base, edit.draft, theirs);
      return put(edits, key, { base: theirs, draft, step: { kind: 'editing' } });
    }
    case 'closed':
      return without(edits, key);
  }
}

function changeUser(
  edits: UserEdits,
  edit: UserEdit,
  { key, change }: Extract<UserEditAction, { readonly kind: 'changed' }>,
): UserEdits {
  // What is on its way to the server, or has to be compared first, stays as it is.
  if (edit.step.kind === 'saving' || edit.step.kind === 'conflict') return edits;
  return put(edits, key, { base: edit.base, draft: change(edit.draft), step: { kind: 'editing' } });
}

/** What is as it was is no change. */
function put(edits: UserEdits, key: string, edit: UserEdit): UserEdits {
  return findChangedUserFields(edit.base, edit.draft).length === 0 ? without(edits, key) : { ...edits, [key]: edit };
}

function without(edits: UserEdits, key: string): UserEdits {
  const { [key]: _closed, ...others } = edits;
  return others;
}
