import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import { commonCopy } from './copy/common.en.ts';
import type { Explanation } from './explain-problem.ts';

interface ProblemProps {
  readonly explanation: Explanation;
  /** Absent where trying again is not the user's next move. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** What went wrong, what to do, and the number to quote. */
export function Problem({ explanation, action }: ProblemProps) {
  return (
    <Flex direction="column" gap="small" align="start">
      <Alert title={explanation.title} variant="danger">
        <Text>{explanation.whatToDo}</Text>
        {explanation.reference !== null && (
          <Text variant="microcopy">{commonCopy.referenceNumber(explanation.reference)}</Text>
        )}
      </Alert>
      {action !== undefined && <Button onClick={action.onClick}>{action.label}</Button>}
    </Flex>
  );
}
