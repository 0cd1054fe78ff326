import { LoadingSpinner } from '@hubspot/ui-extensions';
import { useWords } from '../../shared/words/words-context.tsx';

interface SetUpTabProps {
  /** The checks create what is missing, so without it they are not run. */
  readonly canWrite: boolean;
  /** The checks found everything in place. */
  readonly onReady: () => void;
  readonly onOpenTab: (tab: 'home' | 'global-settings' | 'users' | 'set-up') => void;
}

/** What the app needs before it can sync, and how to put right what is missing. */
export function SetUpTab(_props: SetUpTabProps) {
  const words = useWords();
  return <LoadingSpinner label={words.t('common.loading')} showLabel layout="centered" />;
}
