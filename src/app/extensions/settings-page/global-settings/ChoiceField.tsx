import { ToggleGroup } from '@hubspot/ui-extensions';

interface ChoiceFieldProps<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly description: string }[];
  readonly value: Value;
  readonly isReadOnly: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few values, each with what it means. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { name, label, options, value, isReadOnly, onChange } = props;
  return (
    <ToggleGroup
      toggleType="radioButtonList"
      name={name}
      label={label}
      testId={name}
      value={value}
      options={options.map((option) => ({ ...option, readOnly: isReadOnly }))}
      onChange={(chosen) => {
        const option = options.find((known) => known.value === chosen);
        if (option !== undefined && !isReadOnly) onChange(option.value);
      }}
    />
  );
}
