import { LoadingSpinner } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';

interface GlobalSettingsTabProps {
  /** Without it everything is shown and nothing can be changed. */
  readonly canWrite: boolean;
  /** Settings were saved. */
  readonly onChanged: () => void;
  /** Whether something is changed and not saved. */
  readonly onDirtyChange: (isDirty: boolean) => void;
}

/** What is synced for the whole account. */
export function GlobalSettingsTab(_props: GlobalSettingsTabProps) {
  const words = useWords();
  return <LoadingSpinner label={words.t('common.loading')} showLabel layout="centered" />;
}
