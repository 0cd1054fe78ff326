import type { ActionField, ActionInputs, ActionLabels, WorkflowAction } from '../../../protocol/outside-api.ts';
import { useViewAs } from '../../view-as/use-view-as.ts';
import { FetchedSelect } from './FetchedSelect.tsx';

interface Props {
  readonly action: WorkflowAction;
  readonly labels: ActionLabels;
  readonly inputs: ActionInputs;
  readonly onChange: (inputs: ActionInputs) => void;
}

/** The inputs of an action, as the workflow editor shows them: in the language of whoever looks. */
export function ActionForm({ action, labels, inputs, onChange }: Props) {
  const { language } = useViewAs();
  const set = (name: string, value: string | { readonly property: string } | null): void => {
    const { [name]: _before, ...others } = inputs;
    onChange(value === null ? others : { ...others, [name]: value });
  };
  return (
    <div className="outside-form" lang={language.tag}>
      {action.inputs.map((field) => (
        <Field
          key={field.name}
          action={action.uid}
          field={field}
          label={labels.inputFieldLabels[field.name] ?? field.name}
          description={labels.inputFieldDescriptions[field.name] ?? ''}
          inputs={inputs}
          onChange={(value) => set(field.name, value)}
        />
      ))}
    </div>
  );
}

interface FieldProps {
  readonly action: string;
  readonly field: ActionField;
  readonly label: string;
  readonly description: string;
  readonly inputs: ActionInputs;
  readonly onChange: (value: string | { readonly property: string } | null) => void;
}

function Field({ action, field, label, description, inputs, onChange }: FieldProps) {
  const given = inputs[field.name];
  const value = given === undefined ? '' : typeof given === 'string' ? given : given.property;
  const change = (text: string): void =>
    onChange(text === '' ? null : field.isProperty ? { property: text.trim() } : text);
  const hintId = `hint-${field.name}`;
  const hint = (
    <span id={hintId} className="muted outside-hint">
      {description}
    </span>
  );
  if (field.hasFetchedOptions) {
    return (
      <div className="outside-field">
        <FetchedSelect
          action={action}
          field={field.name}
          label={label}
          hintId={hintId}
          {...{ inputs, value, change }}
        />
        {hint}
      </div>
    );
  }
  const shared = { value, required: field.isRequired, 'aria-describedby': hintId };
  return (
    <div className="outside-field">
      <label>
        <span>{label}</span>
        {field.options === null ? (
          <input
            {...shared}
            type={field.fieldType === 'number' && !field.isProperty ? 'number' : 'text'}
            {...(field.isProperty ? { placeholder: 'internal_name_of_the_property' } : {})}
            onChange={({ target }) => change(target.value)}
          />
        ) : (
          <select {...shared} onChange={({ target }) => change(target.value)}>
            <option value="">–</option>
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      </label>
      {hint}
    </div>
  );
}
