import { LoadingSpinner } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';

interface UsersTabProps {
  /** Without it everything is shown and nothing can be changed. */
  readonly canWrite: boolean;
  /** Settings were saved. */
  readonly onChanged: () => void;
}

/** The users of the Zoom accounts, and what is set for each. */
export function UsersTab(_props: UsersTabProps) {
  const words = useWords();
  return <LoadingSpinner label={words.t('common.loading')} showLabel layout="centered" />;
}
