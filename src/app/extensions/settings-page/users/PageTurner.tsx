import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';
import type { Cursor } from './use-cursor.ts';

interface PageTurnerProps {
  readonly name: string;
  readonly cursor: Cursor;
  readonly pageSize: number;
  readonly shownCount: number;
  readonly totalCount: number;
  /** Null on the last page. */
  readonly after: string | null;
  readonly isUpdating: boolean;
}

/** Which part of a list is shown, and the ways to the next and the previous one. */
export function PageTurner(props: PageTurnerProps) {
  const { name, cursor, pageSize, shownCount, totalCount, after, isUpdating } = props;
  const { t } = useWords();
  if (totalCount === 0) return null;
  const firstNumber = (cursor.page - 1) * pageSize + 1;
  return (
    <Flex align="center" justify="between" gap="small" wrap>
      <Text variant="microcopy">
        {t('users.page', { first: firstNumber, last: firstNumber + shownCount - 1, total: totalCount })}
      </Text>
      {(cursor.page > 1 || after !== null) && (
        <Flex gap="small">
          <Button
            size="sm"
            testId={`${name}-previous`}
            disabled={cursor.page === 1 || isUpdating}
            onClick={cursor.previous}
          >
            {t('users.previous')}
          </Button>
          <Button
            size="sm"
            testId={`${name}-next`}
            disabled={after === null || isUpdating}
            onClick={() => {
              if (after !== null) cursor.next(after);
            }}
          >
            {t('users.next')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
