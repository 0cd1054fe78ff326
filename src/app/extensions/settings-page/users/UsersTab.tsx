import { LoadingSpinner } from '@hubspot/ui-extensions';
import { Problem } from '../../shared/Problem.tsx';
import { useFunction } from '../../shared/use-function.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { readLoad, settingsShape } from '../saving/answer-shapes.ts';
import { UsersView } from './UsersView.tsx';

interface UsersTabProps {
  /** Without it everything is shown and nothing can be changed. */
  readonly canWrite: boolean;
  /** Settings were saved. */
  readonly onChanged: () => void;
}

const noParameters = {};

/** The users of the Zoom accounts, and what is set for each. */
export function UsersTab({ canWrite, onChanged }: UsersTabProps) {
  const { t } = useWords();
  const loading = useFunction('get_settings', noParameters);
  const load = readLoad(loading.load, settingsShape);
  switch (load.kind) {
    case 'loading':
      return <LoadingSpinner label={t('users.loading')} showLabel layout="centered" />;
    case 'failed':
      return <Problem problem={load.problem} action={{ label: t('common.try-again'), onClick: loading.reload }} />;
    case 'loaded':
      return <UsersView answer={load.answer} canWrite={canWrite} onChanged={onChanged} />;
  }
}
