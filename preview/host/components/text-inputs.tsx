import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { type KeyboardEvent, useId, useRef } from 'react';
import { controlAttributes, Field } from './field.tsx';
import { useIsInForm } from './form.tsx';
import { Drawing } from './icons/drawing.tsx';
import { useTextDraft } from './use-text-draft.ts';
import { useHostWords } from './words/use-host-words.ts';

const same = (text: string) => text;

const textDraftOptions = (props: InputProps) => ({
  name: props.name,
  value: props.value,
  defaultValue: props.defaultValue,
  onInput: props.onInput,
  onChange: props.onChange,
  onFocus: props.onFocus,
  onBlur: props.onBlur,
  format: same,
  parse: same,
});

export function Input(props: InputProps) {
  const id = useId();
  const { inputAttributes } = useTextDraft(textDraftOptions(props));
  return (
    <Field id={id} field={props}>
      <input
        className="canvas-input"
        type={props.type ?? 'text'}
        name={props.name}
        placeholder={props.placeholder}
        readOnly={props.readOnly ?? false}
        {...controlAttributes(id, props)}
        {...inputAttributes}
      />
    </Field>
  );
}

export function TextArea(props: TextAreaProps) {
  const id = useId();
  const { inputAttributes } = useTextDraft(textDraftOptions(props));
  const { onKeyDown: _enterIsANewLine, ...attributes } = inputAttributes;
  return (
    <Field id={id} field={props}>
      <textarea
        className="canvas-input canvas-input--area"
        name={props.name}
        placeholder={props.placeholder}
        readOnly={props.readOnly ?? false}
        rows={props.rows ?? 3}
        cols={props.cols}
        maxLength={props.maxLength}
        style={{ resize: props.resize ?? 'both', ...(props.cols !== undefined && { width: 'auto' }) }}
        {...controlAttributes(id, props)}
        {...attributes}
      />
    </Field>
  );
}

export function SearchInput(props: SearchInputProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isInForm = useIsInForm();
  const words = useHostWords();
  const { text, type, commitText, inputAttributes } = useTextDraft(textDraftOptions(props));
  const clear = () => {
    type('');
    commitText('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    inputAttributes.onKeyDown(event);
    if (event.key === 'Enter' && !isInForm) event.preventDefault();
  };
  return (
    <Field id={id} field={props}>
      <div className="canvas-search">
        <input
          ref={input}
          className="canvas-input canvas-search__input"
          type="search"
          name={props.name}
          placeholder={props.placeholder ?? words.search}
          readOnly={props.readOnly ?? false}
          {...controlAttributes(id, props)}
          {...inputAttributes}
          onKeyDown={onKeyDown}
        />
        {(props.clearable ?? true) && text !== '' && props.readOnly !== true && (
          <button
            type="button"
            className="canvas-icon-button canvas-search__clear"
            aria-label={words.clear}
            onClick={clear}
          >
            <Drawing name="remove" />
          </button>
        )}
        <Drawing name="search" className="canvas-search__icon" />
      </div>
    </Field>
  );
}
