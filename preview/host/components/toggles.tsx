import type { CheckboxProps, RadioButtonProps, ToggleProps } from '@hubspot/ui-extensions';
import { useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import { callExtension, testAttributes } from './extension-events.ts';
import { useFormField } from './form.tsx';
import type { LegacyBox, WithLegacy } from './legacy-props.ts';
import { sizeOf } from './sizes.ts';
import { useChoice } from './use-choice.ts';
import { useResetWithForm } from './use-reset-with-form.ts';

/** A box with a value is submitted as that value when it is checked; a box without one as true or false. */
const submitted = (isChecked: boolean, value: string | undefined) => {
  if (value === undefined) return isChecked;
  return isChecked ? value : undefined;
};

type HostCheckboxProps = WithLegacy<CheckboxProps, LegacyBox>;
type HostRadioButtonProps = WithLegacy<RadioButtonProps, LegacyBox>;
type HostToggleProps = WithLegacy<ToggleProps, Pick<LegacyBox, 'readonly'>>;

const boxSize = ({ size, variant }: Pick<HostCheckboxProps, 'size' | 'variant'>) =>
  size === undefined && variant === 'small' ? 'sm' : sizeOf(size, 'md');

export function Checkbox(props: HostCheckboxProps) {
  const { name, value, inline = false, description, children } = props;
  const id = useId();
  const choice = useChoice({ given: props.checked, initial: props.initialIsChecked ?? false, empty: false });
  useResetWithForm(useFormField({ name, read: () => submitted(choice.value, value) }), choice.reset);
  const isReadOnly = props.readOnly ?? props.readonly ?? false;
  return (
    <div
      className={classNames('canvas-check', `canvas-check--${boxSize(props)}`, inline && 'canvas-check--inline')}
      {...testAttributes(props)}
    >
      <label className="canvas-check__label">
        <input
          type="checkbox"
          name={name}
          checked={choice.value}
          disabled={isReadOnly}
          {...(props['aria-label'] !== undefined && { 'aria-label': props['aria-label'] })}
          {...(description !== undefined && { 'aria-describedby': `${id}-description` })}
          onChange={(event) =>
            choice.choose(event.currentTarget.checked, props.onChange, event.currentTarget.checked, value ?? '')
          }
        />
        <span>{children}</span>
      </label>
      {description !== undefined && (
        <div id={`${id}-description`} className="canvas-check__description">
          {description}
        </div>
      )}
    </div>
  );
}

/** The browser knows which of the buttons with one name is chosen, unless the extension says it. */
export function RadioButton(props: HostRadioButtonProps) {
  const { name, value, checked, inline = false, description, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useFormField({ name, read: () => (input.current?.checked === true ? (value ?? true) : undefined) });
  return (
    <div
      className={classNames('canvas-check', `canvas-check--${boxSize(props)}`, inline && 'canvas-check--inline')}
      {...testAttributes(props)}
    >
      <label className="canvas-check__label">
        <input
          ref={input}
          type="radio"
          name={name}
          value={value}
          {...(checked === undefined ? { defaultChecked: props.initialIsChecked ?? false } : { checked })}
          disabled={props.readOnly ?? props.readonly ?? false}
          {...(description !== undefined && { 'aria-describedby': `${id}-description` })}
          onChange={(event) => void callExtension(props.onChange, event.currentTarget.checked, value ?? '')}
        />
        <span>{children}</span>
      </label>
      {description !== undefined && (
        <div id={`${id}-description`} className="canvas-check__description">
          {description}
        </div>
      )}
    </div>
  );
}

export function Toggle(props: HostToggleProps) {
  const { name, label, labelDisplay = 'inline', textChecked = 'ON', textUnchecked = 'OFF' } = props;
  const choice = useChoice({ given: props.checked, initial: props.initialIsChecked ?? false, empty: false });
  useResetWithForm(useFormField({ name, read: () => choice.value }), choice.reset);
  const size = sizeOf(props.size, 'md');
  return (
    <label
      className={classNames('canvas-toggle', `canvas-toggle--${size}`, `canvas-toggle--label-${labelDisplay}`)}
      {...testAttributes(props)}
    >
      <span className={labelDisplay === 'hidden' ? 'canvas-sr-only' : 'canvas-toggle__label'}>{label}</span>
      <span className="canvas-toggle__switch">
        <input
          type="checkbox"
          role="switch"
          className="canvas-toggle__input"
          name={name}
          checked={choice.value}
          disabled={props.readOnly ?? props.readonly ?? false}
          onChange={(event) => choice.choose(event.currentTarget.checked, props.onChange, event.currentTarget.checked)}
        />
        <span className="canvas-toggle__track" aria-hidden="true">
          {size === 'md' && <span className="canvas-toggle__text">{choice.value ? textChecked : textUnchecked}</span>}
        </span>
      </span>
    </label>
  );
}
