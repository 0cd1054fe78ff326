import { isSameValue } from './same-value.ts';

/**
 * What stands in a text field. The extension is a few messages away, so the field shows at once what is typed, and takes
 * the extension's value only when that changes.
 */
export type Draft<T> = {
  readonly text: T;
  /** What the extension was told last by `onChange`. */
  readonly committed: T;
  readonly given: T | undefined;
  /** Told to the extension since, and perhaps on its way back: taking it would undo what was typed after it. */
  readonly echoes: readonly T[];
  readonly isFocused: boolean;
  readonly generation: number;
};

export type DraftEvent<T> =
  | { readonly type: 'given'; readonly value: T | undefined; readonly empty: T }
  | { readonly type: 'typed'; readonly text: T; readonly echo: T | undefined }
  | { readonly type: 'committed'; readonly text: T }
  | { readonly type: 'focused' }
  | { readonly type: 'blurred' }
  | { readonly type: 'reset'; readonly value: T; readonly generation: number };

const taken = <T>(draft: Draft<T>, value: T): Draft<T> => ({ ...draft, text: value, committed: value, echoes: [] });

export function nextDraft<T>(draft: Draft<T>, event: DraftEvent<T>): Draft<T> {
  switch (event.type) {
    case 'given': {
      const next = { ...draft, given: event.value };
      const echo = draft.echoes.findIndex((value) => isSameValue(value, event.value));
      if (draft.isFocused && echo >= 0) return { ...next, echoes: draft.echoes.slice(echo + 1) };
      return taken(next, event.value ?? event.empty);
    }
    case 'typed':
      return {
        ...draft,
        text: event.text,
        echoes: event.echo === undefined ? draft.echoes : [...draft.echoes, event.echo],
      };
    case 'committed':
      return { ...draft, text: event.text, committed: event.text, echoes: [event.text] };
    case 'focused':
      return { ...draft, isFocused: true };
    case 'blurred':
      return { ...draft, isFocused: false };
    case 'reset':
      return { ...taken(draft, event.value), generation: event.generation };
  }
}
