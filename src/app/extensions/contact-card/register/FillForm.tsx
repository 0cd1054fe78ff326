import { Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import type { RegistrationFormAnswer } from '../../contract/registration.ts';
import { Problem } from '../../shared/Problem.tsx';
import { useFunction } from '../../shared/use-function.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { nextAfter } from './explain-refusal.ts';
import { RegistrationForm } from './RegistrationForm.tsx';
import { RefusalAlert } from './RefusalAlert.tsx';
import type { RegistrationState } from './registration-state.ts';
import type { Registration } from './use-registration.ts';

interface FillFormProps {
  readonly state: Extract<RegistrationState, { kind: 'filling' }>;
  readonly dispatch: Registration['dispatch'];
  readonly submit: Registration['submit'];
}

/** The form of the chosen webinar, or why there is none. */
export function FillForm(props: FillFormProps) {
  const { t } = useWords();
  const { state, dispatch } = props;
  const restart = () => dispatch({ kind: 'restarted' });
  return (
    <Flex direction="column" gap="medium">
      <Text format={{ fontWeight: 'demibold' }}>{state.webinar.topic}</Text>
      <LoadedForm {...props} key={state.formVersion} />
      {state.submission.kind !== 'running' && (
        <Flex align="start">
          <Button variant="transparent" onClick={restart}>
            {t('register.form.another')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function LoadedForm(props: FillFormProps) {
  const { t } = useWords();
  const { webinarId, connection } = props.state.webinar;
  const parameters = useMemo(() => ({ webinarId, connection }), [webinarId, connection]);
  const { load, reload } = useFunction('get_registration_form', parameters);
  switch (load.kind) {
    case 'loading':
      return <LoadingSpinner label={t('register.form.loading')} showLabel layout="centered" />;
    case 'failed':
      return <Problem problem={load.problem} action={{ label: t('common.try-again'), onClick: reload }} />;
    case 'loaded':
      return <FormOrObstacle {...props} form={load.answer} reload={reload} />;
  }
}

interface FormOrObstacleProps extends FillFormProps {
  readonly form: RegistrationFormAnswer;
  readonly reload: () => void;
}

function FormOrObstacle({ form, reload, state, dispatch, submit }: FormOrObstacleProps) {
  const { submission } = state;
  if (form.obstacle !== null) return <RefusalAlert refusal={{ cause: form.obstacle }} />;
  if (submission.kind === 'refused' && nextAfter(submission.refusal) !== 'form') {
    return <RefusalAlert refusal={submission.refusal} onBack={() => dispatch({ kind: 'resumed' })} />;
  }
  return <RegistrationForm form={form} reload={reload} state={state} dispatch={dispatch} submit={submit} />;
}
