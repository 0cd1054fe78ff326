import { LoadingSpinner } from '@hubspot/ui-extensions';
import { Problem } from '../../shared/Problem.tsx';
import { useFunction } from '../../shared/use-function.ts';
import { useWords } from '../../shared/words/words-context.tsx';
import { readLoad, settingsShape } from '../saving/answer-shapes.ts';
import { SettingsForm } from './SettingsForm.tsx';

interface GlobalSettingsTabProps {
  /** Without it everything is shown and nothing can be changed. */
  readonly canWrite: boolean;
  /** Settings were saved. */
  readonly onChanged: () => void;
  /** Whether something is changed and not saved; must stay the same function from render to render. */
  readonly onDirtyChange: (isDirty: boolean) => void;
}

const noParameters = {};

/** What is synced for the whole account. */
export function GlobalSettingsTab({ canWrite, onChanged, onDirtyChange }: GlobalSettingsTabProps) {
  const { t } = useWords();
  const loading = useFunction('get_settings', noParameters);
  const load = readLoad(loading.load, settingsShape);
  switch (load.kind) {
    case 'loading':
      return <LoadingSpinner label={t('settings.loading')} showLabel layout="centered" />;
    case 'failed':
      return <Problem problem={load.problem} action={{ label: t('common.try-again'), onClick: loading.reload }} />;
    case 'loaded':
      return (
        <SettingsForm initial={load.answer} canWrite={canWrite} onChanged={onChanged} onDirtyChange={onDirtyChange} />
      );
  }
}
