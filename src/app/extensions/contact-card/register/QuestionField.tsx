import { Input, MultiSelect, Select, TextArea } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { QuestionView } from './to-form-view.ts';

interface QuestionFieldProps {
  readonly question: QuestionView;
  readonly onChange: (values: readonly string[]) => void;
}

/**
 * One question of the form. What is typed is taken with every key stroke, because Enter submits the form while the focus
 * is still in the field; the text itself stays with the field, which would lose letters if it waited for ours.
 */
export function QuestionField({ question, onChange }: QuestionFieldProps) {
  const { t } = useWords();
  const { name, label, control, options, values, isRequired, error } = question;
  const field = {
    name,
    label,
    required: isRequired,
    error: error !== null,
    ...(error === null ? {} : { validationMessage: error }),
  };
  const onText = (value: string) => onChange([value]);
  const typed = { defaultValue: values[0] ?? '', onInput: onText, onChange: onText };
  switch (control) {
    case 'text':
      return <Input {...field} {...typed} />;
    case 'long-text':
      return <TextArea {...field} {...typed} rows={3} />;
    case 'choice':
      return (
        <Select
          {...field}
          {...(values[0] === undefined ? {} : { value: values[0] })}
          placeholder={t('register.form.choose')}
          options={options}
          onChange={(value) => onChange([String(value)])}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...field}
          value={[...values]}
          placeholder={t('register.form.choose')}
          options={options}
          onChange={(chosen) => onChange(chosen.map(String))}
        />
      );
  }
}
