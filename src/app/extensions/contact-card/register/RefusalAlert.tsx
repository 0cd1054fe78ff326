import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import type { RegistrationRefusal } from '../../contract/registration.ts';
import { Problem } from '../../shared/Problem.tsx';
import { readable } from '../../shared/readable.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { explainRefusal, nextAfter } from './explain-refusal.ts';

interface RefusalAlertProps {
  readonly refusal: RegistrationRefusal;
  /** Back to what was filled in; absent where there is nothing to go back to. */
  readonly onBack?: () => void;
}

/** Why the contact cannot be registered, and what to do. */
export function RefusalAlert({ refusal, onBack }: RefusalAlertProps) {
  const words = useWords();
  const explained = useMemo(() => readable(() => explainRefusal(refusal, words)), [refusal, words]);
  if (explained.kind === 'problem') return <Problem problem={explained.problem} />;
  const { title, whatToDo } = explained.view;
  return (
    <Flex direction="column" gap="small" align="start">
      <Alert title={title} variant="warning">
        <Text>{whatToDo}</Text>
      </Alert>
      {onBack !== undefined && nextAfter(refusal) === 'again' && (
        <Button onClick={onBack}>{words.t('register.form.back')}</Button>
      )}
    </Flex>
  );
}
