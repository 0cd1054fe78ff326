import { Accordion, Alert, Flex, Form, LoadingButton, Select, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import type { RegistrationFormAnswer } from '../../contract/registration.ts';
import { Problem } from '../../shared/Problem.tsx';
import { readable } from '../../shared/readable.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { QuestionField } from './QuestionField.tsx';
import { RefusalAlert } from './RefusalAlert.tsx';
import type { RegistrationState, Submission } from './registration-state.ts';
import { type DateFieldView, type QuestionView, toFormView } from './to-form-view.ts';
import type { Registration } from './use-registration.ts';

interface RegistrationFormProps {
  readonly form: RegistrationFormAnswer;
  readonly reload: () => void;
  readonly state: Extract<RegistrationState, { kind: 'filling' }>;
  readonly dispatch: Registration['dispatch'];
  readonly submit: Registration['submit'];
}

/** What Zoom wants to know of the contact, to be filled in and sent once. */
export function RegistrationForm({ form, reload, state, dispatch, submit }: RegistrationFormProps) {
  const words = useWords();
  const { t, formats } = words;
  const { draft, submission } = state;
  const shown = useMemo(() => readable(() => toFormView(form, draft, words)), [form, draft, words]);
  if (shown.kind === 'problem') {
    return <Problem problem={shown.problem} action={{ label: t('common.try-again'), onClick: reload }} />;
  }
  const { date, required, optional, approval } = shown.view;
  const isRunning = submission.kind === 'running';
  const toField = (question: QuestionView) => (
    <QuestionField
      key={question.name}
      question={question}
      onChange={(values) => dispatch({ kind: 'answer-changed', name: question.name, values })}
    />
  );
  return (
    <Form onSubmit={() => submit(form, draft)}>
      <Flex direction="column" gap="medium">
        {form.startsAt !== null && date === null && <Text>{formats.dateAndTime(form.startsAt)}</Text>}
        {approval !== null && <Alert title={approval} variant="info" />}
        <Text variant="microcopy">{t('register.form.contact')}</Text>
        {date !== null && (
          <DateField date={date} onChange={(occurrenceId) => dispatch({ kind: 'occurrence-changed', occurrenceId })} />
        )}
        {required.map(toField)}
        {optional.length > 0 && (
          <Accordion title={t('register.form.optional')} size="sm">
            <Flex direction="column" gap="medium">
              {optional.map(toField)}
            </Flex>
          </Accordion>
        )}
        <SubmissionProblem submission={submission} />
        <Flex align="start">
          <LoadingButton type="submit" variant="primary" loading={isRunning} disabled={isRunning}>
            {t(isRunning ? 'register.form.running' : 'register.form.submit')}
          </LoadingButton>
        </Flex>
      </Flex>
    </Form>
  );
}

function DateField({ date, onChange }: { readonly date: DateFieldView; readonly onChange: (id: string) => void }) {
  const { t, formats } = useWords();
  const { options, value, error } = date;
  return (
    <Select
      name="occurrence"
      label={t('register.form.date')}
      required
      placeholder={t('register.form.choose')}
      description={t('common.times-in-zone', { zone: formats.timeZone })}
      options={options}
      {...(value === null ? {} : { value })}
      onChange={(chosen) => onChange(String(chosen))}
      error={error !== null}
      {...(error === null ? {} : { validationMessage: error })}
    />
  );
}

function SubmissionProblem({ submission }: { readonly submission: Submission }) {
  const { t } = useWords();
  switch (submission.kind) {
    case 'none':
    case 'running':
      return null;
    case 'refused':
      return <RefusalAlert refusal={submission.refusal} />;
    case 'problem':
      return (
        <Flex direction="column" gap="extra-small">
          <Problem problem={submission.problem} />
          {submission.problem.kind !== 'failure' && <Text>{t('register.form.unknown-outcome')}</Text>}
        </Flex>
      );
  }
}
