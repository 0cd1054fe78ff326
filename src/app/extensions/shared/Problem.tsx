import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { CallProblem } from './call-function.ts';
import { explainProblem } from './explain/explain-problem.ts';
import { useWords } from './words/words-context.tsx';

interface ProblemProps {
  readonly problem: CallProblem;
  /** Absent where trying again is not the user's next move. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** What went wrong, what to do, and the number to quote. */
export function Problem({ problem, action }: ProblemProps) {
  const words = useWords();
  const { title, whatToDo, reference } = explainProblem(problem, words);
  return (
    <Flex direction="column" gap="small" align="start">
      <Alert title={title} variant="danger">
        <Text>{whatToDo}</Text>
        {reference !== null && <Text variant="microcopy">{words.t('common.reference', { reference })}</Text>}
      </Alert>
      {action !== undefined && <Button onClick={action.onClick}>{action.label}</Button>}
    </Flex>
  );
}
