import type { CommonGroupProps, ToggleGroupOption } from '@hubspot/ui-extensions';
import { useId } from 'react';
import { classNames } from './class-names.ts';
import { controlAttributes, Field, labelIdOf } from './field.tsx';
import { useFormField } from './form.tsx';
import type { LegacyBox, WithLegacy } from './legacy-props.ts';
import { sizeOf } from './sizes.ts';
import { useChoice } from './use-choice.ts';
import { useResetWithForm } from './use-reset-with-form.ts';

type Value = string | string[];

type Option = WithLegacy<ToggleGroupOption, Pick<LegacyBox, 'readonly'>>;

type GroupProps = WithLegacy<Omit<CommonGroupProps, 'options'>, Pick<LegacyBox, 'variant'>> & {
  readonly options: readonly Option[];
  readonly onChange?: (value: Value) => void;
};

const listOf = (value: Value): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return value;
};

export function ToggleGroup(props: GroupProps) {
  const { options, toggleType = 'checkboxList', inline = false, name } = props;
  const id = useId();
  const isList = toggleType === 'checkboxList';
  const checkedAtFirst = options.filter((option) => option.initialIsChecked === true).map((option) => option.value);
  const choice = useChoice<Value>({
    given: props.value,
    initial: isList ? checkedAtFirst : (checkedAtFirst[0] ?? ''),
    empty: isList ? [] : '',
  });
  useResetWithForm(useFormField({ name, read: () => choice.value }), choice.reset);
  const chosen = listOf(choice.value);
  const size = props.size === undefined && props.variant === 'small' ? 'sm' : sizeOf(props.size, 'md');

  const toggle = ({ value }: Option, isChecked: boolean) => {
    // In the order of the options, not of the clicks.
    const values = options.map((option) => option.value);
    const next = isList ? values.filter((other) => (other === value ? isChecked : chosen.includes(other))) : value;
    choice.choose(next, props.onChange, next);
  };
  return (
    <Field id={id} field={props} isGroup>
      <div
        {...controlAttributes(id, isList ? { ...props, required: false, error: false } : props)}
        role={isList ? 'group' : 'radiogroup'}
        aria-labelledby={labelIdOf(id)}
        className={classNames('canvas-checks', inline && 'canvas-checks--inline')}
      >
        {options.map((option) => (
          <div key={option.value} className={classNames('canvas-check', `canvas-check--${size}`)}>
            <label className="canvas-check__label">
              <input
                type={isList ? 'checkbox' : 'radio'}
                name={isList ? name : `${id}-${name}`}
                value={option.value}
                checked={chosen.includes(option.value)}
                disabled={option.readOnly ?? option.readonly ?? false}
                {...(option.description !== undefined && { 'aria-describedby': `${id}-${option.value}` })}
                onChange={(event) => toggle(option, event.currentTarget.checked)}
              />
              <span>{option.label}</span>
            </label>
            {option.description !== undefined && (
              <div id={`${id}-${option.value}`} className="canvas-check__description">
                {option.description}
              </div>
            )}
          </div>
        ))}
      </div>
    </Field>
  );
}
