import type { BaseSelectProps, MultiSelectProps, SelectProps } from '@hubspot/ui-extensions';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { callExtension } from './extension-events.ts';
import { controlAttributes, Field, labelIdOf } from './field.tsx';
import { useFormField } from './form.tsx';
import { Drawing } from './icons/drawing.tsx';
import { Listbox, type ListOption } from './listbox.tsx';
import { useFloatingRoot } from './overlays.tsx';
import { useChoice } from './use-choice.ts';
import { useResetWithForm } from './use-reset-with-form.ts';
import { useHostWords } from './words/use-host-words.ts';

type SelectValue = ListOption['value'];

type ControlProps = {
  readonly id: string;
  readonly field: BaseSelectProps;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly shown: ReactNode;
  /** Beside the button, for what is pressed on its own. */
  readonly beside?: ReactNode;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
};

/** The closed control, and the list that it opens. */
function SelectControl({ id, field, isOpen, onOpenChange, shown, beside, onKeyDown, children }: ControlProps) {
  const root = useFloatingRoot();
  const words = useHostWords();
  const { variant = 'input', readOnly = false, label } = field;
  const hasLabel = label !== undefined && label !== '';
  const valueId = `${id}-value`;
  const press = (event: KeyboardEvent) => {
    onKeyDown?.(event);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onOpenChange(true);
  };
  return (
    <Field id={id} field={field}>
      <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
        <Popover.Anchor asChild>
          <div
            className={classNames('canvas-select', `canvas-select--${variant}`, readOnly && 'canvas-select--read-only')}
          >
            {beside}
            <Popover.Trigger asChild>
              <button
                type="button"
                className="canvas-select__button"
                disabled={readOnly}
                {...controlAttributes(id, field)}
                role="combobox"
                aria-haspopup="listbox"
                {...(hasLabel
                  ? { 'aria-labelledby': labelIdOf(id) }
                  : { 'aria-label': field.placeholder ?? words.selectAnOption })}
                onKeyDown={press}
              >
                <span id={valueId} className="canvas-select__value">
                  {shown}
                </span>
                <Drawing name="downCarat" className="canvas-select__carat" />
              </button>
            </Popover.Trigger>
          </div>
        </Popover.Anchor>
        <Popover.Portal container={root}>
          <Popover.Content
            className="canvas-popover"
            align="start"
            sideOffset={2}
            collisionPadding={8}
            aria-label={hasLabel ? label : words.options}
          >
            {children}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </Field>
  );
}

function Placeholder({ text }: { readonly text: string | undefined }) {
  const words = useHostWords();
  return <span className="canvas-select__placeholder">{text ?? words.selectAnOption}</span>;
}

export function Select(props: SelectProps) {
  const { options, name } = props;
  const id = useId();
  const words = useHostWords();
  const [isOpen, setOpen] = useState(false);
  const choice = useChoice<SelectValue | null>({ given: props.value, initial: null, empty: null });
  useResetWithForm(useFormField({ name, read: () => choice.value ?? undefined }), choice.reset);
  const selected = options.find((option) => option.value === choice.value);
  const select = (option: ListOption) => {
    setOpen(false);
    if (option.value !== choice.value) choice.choose(option.value, props.onChange, option.value);
  };
  return (
    <SelectControl
      id={id}
      field={props}
      isOpen={isOpen}
      onOpenChange={setOpen}
      shown={selected?.label ?? <Placeholder text={props.placeholder} />}
    >
      <Listbox
        label={props.label ?? props.placeholder ?? words.options}
        options={options}
        selected={selected === undefined ? [] : [selected.value]}
        onSelect={select}
        onSearch={props.onInput && ((text) => void callExtension(props.onInput, text))}
      />
    </SelectControl>
  );
}

export function MultiSelect(props: MultiSelectProps) {
  const { options, name, readOnly = false } = props;
  const id = useId();
  const words = useHostWords();
  const [isOpen, setOpen] = useState(false);
  const tags = useRef<HTMLDivElement>(null);
  const choice = useChoice<readonly SelectValue[]>({ given: props.value, initial: [], empty: [] });
  useResetWithForm(useFormField({ name, read: () => choice.value }), choice.reset);
  const selected = options.filter((option) => choice.value.includes(option.value));
  const set = (values: readonly SelectValue[]) => choice.choose(values, props.onChange, [...values]);
  const remove = (option: ListOption) => set(choice.value.filter((value) => value !== option.value));
  const toggle = (option: ListOption) => {
    if (choice.value.includes(option.value)) remove(option);
    else set([...choice.value, option.value]);
  };
  const focusControl = () => document.getElementById(id)?.focus();
  return (
    <SelectControl
      id={id}
      field={props}
      isOpen={isOpen}
      onOpenChange={setOpen}
      onKeyDown={(event) => {
        const last = selected.at(-1);
        if (event.key === 'Backspace' && last !== undefined) remove(last);
      }}
      shown={
        selected.length === 0 ? (
          <Placeholder text={props.placeholder} />
        ) : (
          <span className="canvas-sr-only">{selected.map((option) => option.label).join(', ')}</span>
        )
      }
      beside={
        selected.length > 0 && (
          <div ref={tags} className="canvas-select__tags">
            {selected.map((option) => (
              <span key={`${typeof option.value} ${option.value}`} className="canvas-select__tag">
                <span className="canvas-select__tag-text">{option.label}</span>
                {!readOnly && (
                  <button
                    type="button"
                    className="canvas-icon-button"
                    aria-label={words.removeOne(option.label)}
                    onClick={() => {
                      remove(option);
                      focusControl();
                    }}
                  >
                    <Drawing name="remove" />
                  </button>
                )}
              </span>
            ))}
          </div>
        )
      }
    >
      <Listbox
        label={props.label ?? props.placeholder ?? words.options}
        options={options}
        selected={choice.value}
        isMultiple
        onSelect={toggle}
      />
    </SelectControl>
  );
}
