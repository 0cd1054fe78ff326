import { type KeyboardEvent, useReducer } from 'react';
import { nextDraft, type Draft, type DraftEvent } from './draft.ts';
import { callExtension } from './extension-events.ts';
import { useFormField } from './form.tsx';

type Handler<V> = ((value: V) => unknown) | undefined;

export type TextDraftOptions<V> = {
  readonly name: string | undefined;
  readonly value: V | undefined;
  readonly defaultValue: V | undefined;
  readonly onInput: Handler<V>;
  readonly onChange: Handler<V>;
  readonly onFocus: Handler<V>;
  readonly onBlur: Handler<V>;
  /** What stands in the field for a value. */
  readonly format: (value: V) => string;
  readonly parse: (text: string) => V;
};

/**
 * HubSpot's text fields tell `onInput` with every key stroke, and `onChange` only when the value is committed: when the
 * field is left, with Enter, and when the form is submitted.
 */
export function useTextDraft<V>(options: TextDraftOptions<V>) {
  const { format, parse } = options;
  const given = options.value === undefined ? undefined : format(options.value);
  const first = given ?? (options.defaultValue === undefined ? '' : format(options.defaultValue));
  const [draft, dispatch] = useReducer<(draft: Draft<string>, event: DraftEvent<string>) => Draft<string>>(nextDraft, {
    text: first,
    committed: first,
    given,
    echoes: [],
    isFocused: false,
    generation: 0,
  });

  const commitText = (text: string) => {
    const clean = format(parse(text));
    if (clean === draft.committed) {
      if (clean !== draft.text) dispatch({ type: 'typed', text: clean, echo: undefined });
      return;
    }
    dispatch({ type: 'committed', text: clean });
    void callExtension(options.onChange, parse(text));
  };
  const generation = useFormField({
    name: options.name,
    read: () => parse(draft.text),
    commit: () => commitText(draft.text),
  });
  if (given !== draft.given) dispatch({ type: 'given', value: given, empty: '' });
  if (generation !== draft.generation) dispatch({ type: 'reset', value: first, generation });

  const type = (text: string) => {
    dispatch({ type: 'typed', text, echo: options.onInput === undefined ? undefined : format(parse(text)) });
    void callExtension(options.onInput, parse(text));
  };

  return {
    text: draft.text,
    isFocused: draft.isFocused,
    type,
    commitText,
    inputAttributes: {
      value: draft.text,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) => type(event.currentTarget.value),
      onFocus: () => {
        dispatch({ type: 'focused' });
        void callExtension(options.onFocus, parse(draft.text));
      },
      onBlur: () => {
        dispatch({ type: 'blurred' });
        commitText(draft.text);
        void callExtension(options.onBlur, parse(draft.text));
      },
      onKeyDown: (event: KeyboardEvent) => {
        // The Enter that ends an input method's composition belongs to the composition.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commitText(draft.text);
      },
    },
  };
}
