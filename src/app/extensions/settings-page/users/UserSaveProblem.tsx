import { Alert, Text } from '@hubspot/ui-extensions';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import { findGeneralProblem } from '../global-settings/domain-problems.ts';
import { UserConflict } from './UserConflict.tsx';
import type { UserEdit } from './user-edits.ts';

interface UserSaveProblemProps {
  readonly edit: UserEdit;
  readonly onRetry: () => void;
  readonly onTakeTheirs: () => void;
  readonly onPutMineOnTop: () => void;
}

/** Why the settings of a user were not saved, and what to do. */
export function UserSaveProblem({ edit, onRetry, onTakeTheirs, onPutMineOnTop }: UserSaveProblemProps) {
  const { t } = useWords();
  switch (edit.step.kind) {
    case 'editing':
    case 'saving':
      return null;
    case 'failed':
      return <Problem problem={edit.step.problem} action={{ label: t('settings.save-again'), onClick: onRetry }} />;
    case 'conflict':
      return (
        <UserConflict
          mine={edit.draft}
          theirs={edit.step.theirs}
          onTakeTheirs={onTakeTheirs}
          onPutMineOnTop={onPutMineOnTop}
        />
      );
    case 'invalid': {
      const problem = findGeneralProblem(edit.step.problems) ?? 'not-accepted';
      return (
        <Alert title={t(`settings.${problem}.title`)} variant="danger">
          <Text>{t(`settings.${problem}.what-to-do`)}</Text>
        </Alert>
      );
    }
  }
}
