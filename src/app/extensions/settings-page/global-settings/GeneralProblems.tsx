import { Alert, Text } from '@hubspot/ui-extensions';
import { Problem } from '../../shared/Problem.tsx';
import { useWords } from '../../shared/words/words-context.tsx';
import type { AccountSettings } from './account-settings.ts';
import { domainFields, findEntryProblems, findGeneralProblem } from './domain-problems.ts';
import type { SaveStep } from './settings-draft.ts';

interface GeneralProblemsProps {
  readonly step: SaveStep;
  readonly form: AccountSettings;
  readonly onRetry: () => void;
}

/** Why a save failed; entries of lists that are to blame are named there. */
export function GeneralProblems({ step, form, onRetry }: GeneralProblemsProps) {
  const { t } = useWords();
  switch (step.kind) {
    case 'editing':
    case 'saving':
    case 'conflict':
      return null;
    case 'failed':
      return <Problem problem={step.problem} action={{ label: t('settings.save-again'), onClick: onRetry }} />;
    case 'invalid': {
      const problem = findGeneralProblem(step.problems);
      if (problem === null) {
        // Whoever has removed the entries has done what was asked.
        const isSettled = domainFields.every(
          (field) => findEntryProblems(field, form[field], step.problems).length === 0,
        );
        return isSettled ? null : (
          <Alert title={t('settings.invalid-entries.title')} variant="danger">
            <Text>{t('settings.invalid-entries.what-to-do')}</Text>
          </Alert>
        );
      }
      return (
        <Alert title={t(`settings.${problem}.title`)} variant="danger">
          <Text>{t(`settings.${problem}.what-to-do`)}</Text>
        </Alert>
      );
    }
  }
}
